"""Where a stretch may end or begin although something is written to its word: İstanbul|'da, 서울|에서, و|المدينة."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from citedeck.frozen import frozen
from citedeck.languages import language
from citedeck.languages.bounds import Endings, Particles
from citedeck.matching.proclitics import LeftOff, Parted, stands_elsewhere
from citedeck.matching.surroundings import Cut, Rule, rule

_LETTER = r"[^\W\d_]"
_WORD_BEFORE = re.compile(r"\w+\Z")
_END = r"(?![-'`´]?\w)"
_APOSTROPHE = "['`´]"
_VOWEL_FINAL = "".join(map(chr, range(0xAC00, 0xD7A4, 28)))
_RIEUL_FINAL = "".join(map(chr, range(0xAC08, 0xD7A4, 28)))


@frozen
class Clitics:
    """What a language writes to its words, as rules about cuts."""

    joints: tuple[Rule, ...]
    endings: tuple[Rule, ...]
    after_joints: tuple[Rule, ...]
    particles: tuple[Rule, ...]
    no_particles: tuple[Rule, ...]
    openings: tuple[Rule, ...]
    left_off: LeftOff | None
    parted: Parted | None

    def joins(self, cut: Cut) -> bool:
        """Whether a number goes on after a cut, as nowhere else: 5|:s."""
        return _any_holds(self.joints, cut)

    def may_end(self, cut: Cut) -> bool:
        """Whether a stretch may end at a cut inside what looks like one token."""
        if _any_holds(self.endings, cut):
            return True
        if _any_holds(self.particles, cut) and (not _any_holds(self.no_particles, cut) or _ends_known_word(cut)):
            return True
        return self.parted is not None and self.parted.holds(cut)

    def may_begin(self, cut: Cut) -> bool:
        """Whether a stretch may begin at a cut inside what looks like one token."""
        if _any_holds(self.openings, cut) or (self.left_off is not None and self.left_off.holds(cut)):
            return True
        return self.parted is not None and self.parted.holds(cut)

    def begins_with_ending(self, cut: Cut) -> bool:
        """Whether a stretch that begins at a cut begins with the ending of a word."""
        return _any_holds(self.endings, cut) or _any_holds(self.after_joints, cut)


@lru_cache(maxsize=64)
def clitics(tag: str) -> Clitics | None:
    """What is written to the words of the language of a BCP 47 tag; None if nothing is known."""
    bounds = language(tag).bounds
    left_off = LeftOff.of(bounds.proclitics) if bounds.proclitics else None
    parted = Parted.of(bounds.run_together) if bounds.run_together else None
    if not (bounds.endings or bounds.openings or bounds.particles or left_off or parted):
        return None
    return Clitics(
        joints=tuple(rule(r"\d", _joint(endings) + _LETTER) for endings in bounds.endings),
        endings=tuple(found for endings in bounds.endings for found in _ending_rules(endings)),
        after_joints=tuple(_after_joint_rule(endings) for endings in bounds.endings),
        particles=tuple(_particle_rules(bounds.particles)) if bounds.particles else (),
        no_particles=tuple(_whole_rules(bounds.particles)) if bounds.particles else (),
        openings=(rule(rf"(?<!\w)(?i:{_one_of(bounds.openings)})-", r"\w"),) if bounds.openings else (),
        left_off=left_off,
        parted=parted,
    )


def _any_holds(rules: tuple[Rule, ...], cut: Cut) -> bool:
    return any(found.holds(cut) for found in rules)


def _ends_known_word(cut: Cut) -> bool:
    word = _WORD_BEFORE.search(cut.before)
    return word is not None and stands_elsewhere(word[0], cut)


def _one_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"


def _ending_rules(endings: Endings) -> Iterator[Rule]:
    # A single letter before a hyphen is no word that has an ending: s-a, e-mail.
    word = _LETTER * 2 if endings.joint == "-" else _LETTER
    yield rule(word, rf"{_joint(endings)}(?i:{_one_of(endings.after_words)}){_END}")
    if endings.after_numbers:
        yield rule(r"\d", rf"{_joint(endings)}(?i:{_one_of(endings.after_numbers)}){_END}")


def _after_joint_rule(endings: Endings) -> Rule:
    return rule(rf"\w{_joint(endings)}", rf"(?i:{_one_of(endings.after_words)}){_END}")


def _joint(endings: Endings) -> str:
    return _APOSTROPHE if endings.joint == "'" else re.escape(endings.joint)


def _particle_rules(particles: Particles) -> Iterator[Rule]:
    for last, words in (
        (rf"(?![{_VOWEL_FINAL}])[가-힣]", particles.after_consonant),
        (f"[{_VOWEL_FINAL}]", particles.after_vowel),
        (f"[{_VOWEL_FINAL}{_RIEUL_FINAL}]", particles.after_vowel_or_l),
        ("[가-힣]", particles.after_any),
    ):
        # One syllable is not left off a word of two: 국가, 결과 and 도로 would lose their own.
        short, long = (tuple(word for word in words if (len(word) == 1) is one) for one in (True, False))
        yield rule(rf"\w{last}", rf"{_one_of(short)}(?!\w)")
        yield rule(last, rf"{_one_of(long)}(?!\w)")
    yield rule("[A-Za-z]", rf"{_one_of(particles.every)}(?!\w)")
    yield rule(r"\d", rf"{_one_of(particles.after_numbers)}(?!\w)")


def _whole_rules(particles: Particles) -> Iterator[Rule]:
    for word in particles.whole:
        yield rule(re.escape(word[:-1]), rf"{re.escape(word[-1])}\w?(?!\w)")
