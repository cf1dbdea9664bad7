"""Where words end and begin that no space parts: what languages write to the end or the beginning of a word."""

from __future__ import annotations

from citedeck.frozen import frozen


@frozen(kw_only=True)
class Endings:
    """Written to the end of a word or number with a joint between: a stretch may end before it, İstanbul|'da."""

    joint: str
    after_words: tuple[str, ...]
    after_numbers: tuple[str, ...] = ()
    """None that makes another number of it, as of a decade or an ordinal: 1990'lar, 5:s."""


@frozen(kw_only=True)
class Particles:
    """Korean: written to the end of a word as its last sound asks for; a stretch may end before one, 서울|에서."""

    after_consonant: tuple[str, ...]
    after_vowel: tuple[str, ...]
    after_vowel_or_l: tuple[str, ...]
    after_any: tuple[str, ...]
    after_numbers: tuple[str, ...]
    """None that makes another number of it: 5만 is 50,000."""
    whole: tuple[str, ...]
    """Ends of words that only look like a particle: 민주주의."""

    @property
    def every(self) -> tuple[str, ...]:
        return self.after_consonant + self.after_vowel + self.after_vowel_or_l + self.after_any


@frozen(kw_only=True)
class Proclitics:
    """Conjunctions, prepositions and articles that are single letters, written to the beginning of a word.

    Many a word begins with such a letter and has no proclitic. So a stretch may begin after one only where something
    shows that it is one; and never inside one of the words that are `whole`.
    """

    article: str
    before_article: tuple[str, ...]
    """The article after it shows it: و|المدينة."""
    with_article: tuple[str, ...] = ()
    """The article in it shows it; it may be left off as the English “the” may: ال|مدينة, لل|مدينة."""
    conjunction: str
    """Needs no sign but that the rest does not begin with one of `unlike`: و|مدينة."""
    unlike: tuple[str, ...]
    likely: tuple[str, ...] = ()
    """Needs no sign but that the rest is as long as few endings of a word are: ב|ירושלים."""
    doubtful: tuple[str, ...]
    """The rest must stand as a word of its own elsewhere in the text: ب|لندن."""
    before_numbers: tuple[str, ...]
    """A number, or a word in another script, after it shows it: و|1990."""
    joints: str = ""
    """What may stand between it and its word, and shows it: ב-|1948."""
    whole: tuple[str, ...]
    """Words, without `word_endings`, that begin with such a letter or letters and have no proclitic: وزير."""
    word_endings: tuple[str, ...]


@frozen(kw_only=True)
class RunTogether:
    """Two words whose space was forgotten, as happens often where letters do not join anyway.

    It is one if both stand as words of their own elsewhere in the text, or by one of these signs.
    """

    last_letters: str
    """They only end words: على|المدينة."""
    first_words: tuple[str, ...]
    """No longer word begins with one of them: عندما|وصل."""
    before_numbers: tuple[str, ...]
    """Words that a number often follows: أقل|120."""
    signs: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    """Ends of words, and the beginnings of others that do not stand after them within a word: فنانون|المدينة."""


@frozen(kw_only=True)
class Bounds:
    """What of this a language has (`matching/clitics.py`)."""

    endings: tuple[Endings, ...] = ()
    openings: tuple[str, ...] = ()
    """Written to the beginning of a word with a hyphen: a stretch may begin after one, într-|o."""
    particles: Particles | None = None
    proclitics: Proclitics | None = None
    run_together: RunTogether | None = None
