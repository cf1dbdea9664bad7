"""Where the quotes of a fact stand in its source, and what is told of those that do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from citedeck.matching.anchor import Ambiguous, Haystack, NotFound, anchor
from citedeck.matching.tokens import widened
from citedeck.model import Drift, Entry, Passage, Problem, Source, Text, answers
from citedeck.pasting import pasted
from citedeck.verify.context import telling
from citedeck.verify.drift import lines_of, proves, rewordings
from citedeck.verify.locating import Found, locate
from citedeck.verify.stitching import pieces, seams

if TYPE_CHECKING:
    from citedeck.matching.fitting import Fit
    from citedeck.matching.nearest import Near

_MOST_CHOICES = 8
_COPY = "Copy the passage as it stands there; `citedeck repair` looks for it in the other sources too."
_WHICH = "Quote more of the sentence, or say which is meant:"
_MARKS = "[-what the quote has-] and {+what stands there+}:"


def cite(entry: Entry, haystack: Haystack) -> tuple[tuple[Passage, ...], list[Problem]]:
    """The passages of a fact's quotes, in their order, and a problem for every quote that has none."""
    citation = entry.citation
    if len(citation.quotes) == 1 and not (citation.prefix or citation.suffix):  # as most facts have it
        only = anchor(haystack, citation.quotes[0])
        if isinstance(only, Passage):
            return (only,), []
    found = locate(entry, haystack)
    passages = tuple([one for one in found if isinstance(one, Passage)])
    return passages, [] if len(passages) == len(found) else list(_problems(entry, haystack, found))


def _problems(entry: Entry, haystack: Haystack, found: tuple[Found, ...]) -> Iterator[Problem]:
    from citedeck.matching.nearest import nearest

    wanted = entry.quotes
    nears = {
        index: nearest(haystack, wanted[index])
        for index, one in enumerate(found)
        if is_missing(wanted[index], one, haystack) and next(haystack.suggestions, None) is not None
    }
    fits = next(rewordings(entry, haystack, nears), {})
    wrong = sum(not isinstance(one, Passage) for one in found)
    for index, (quote, one) in enumerate(zip(wanted, found, strict=True)):
        match one:
            case Ambiguous():
                yield _ambiguous(entry, quote, haystack, one)
            case NotFound() if one.elsewhere:
                yield _misplaced(entry, quote, haystack, one)
            case NotFound() if one.cut:
                yield _cut(entry, index, haystack, one.cut[0], alone=wrong == 1)
            case NotFound() if not is_missing(quote, one, haystack):
                yield _stitched(entry, quote, haystack)
            case NotFound() if index in fits:
                yield _reworded(entry, quote, fits[index])
            case NotFound():
                yield _lost(entry, quote, haystack.source, nears.get(index), known=len(nears) == wrong)


def is_missing(quote: str, found: Found, haystack: Haystack) -> bool:
    """Whether nothing is known of a quote but that it does not stand in the source."""
    return isinstance(found, NotFound) and not (found.elsewhere or found.cut or seams(quote, haystack))


def _misplaced(entry: Entry, quote: Text, haystack: Haystack, found: NotFound) -> Problem:
    what, source = _what(entry), haystack.source
    lines = " and ".join(str(source.line(passage.start)) for passage in found.elsewhere[:3])
    message = f"the {what} stands on line {lines} of {source.path}, but not between its prefix and suffix"
    hint = "Copy the words right before it as `prefix:`."
    if len(found.elsewhere) > 1:
        hint = "\n".join([_WHICH, *_choices(source, found.elsewhere)])
    problem = entry.problem(quote, "quote-not-found", message, hint)
    return replace(problem, drift=Drift("moved", source.path))


def _cut(entry: Entry, index: int, haystack: Haystack, passage: Passage, alone: bool) -> Problem:
    """A quote that cuts a token in two. What became of it is known if nothing else of its fact is wrong."""
    from citedeck.matching.fitting import Fit

    source, quoted = haystack.source, bool(entry.citation.quotes)
    whole = Passage(source, *widened(source.text, passage.start, passage.end, source.language))
    line = source.line(passage.start)
    message = f"the {_what(entry)} cuts a word or number in two on line {line} of {source.path}"
    hint = f"Quote it whole: quote: {pasted(whole.text)}" if quoted else f"Take the whole of it: “{whole.text}”."
    problem = entry.problem(entry.quotes[index], "quote-splits-token", message, hint)
    if not alone:
        return problem
    how: Literal["reworded", "lost"] = "reworded" if proves(entry, haystack, {index: Fit(whole, 1.0)}) else "lost"
    return replace(problem, drift=Drift(how, source.path, proposed=quoted and how == "reworded"))


def _stitched(entry: Entry, quote: Text, haystack: Haystack) -> Problem:
    """A quote that leaves words out; and its pieces as a list, ready to paste, if each stands in the source."""
    message = f"the {_what(entry)} seems to leave words out, and does not stand in {haystack.source.path} as it is"
    parts, hint = pieces(quote, haystack), "Write several quotes, each without a gap, as a list."
    if all(isinstance(anchor(haystack, piece), Passage) for piece in parts):
        hint = "\n".join(["Write its pieces as a list:", "quote:", *(f"  - {pasted(piece)}" for piece in parts)])
    return entry.problem(quote, "quote-stitched", message, hint)


def _reworded(entry: Entry, quote: Text, fit: Fit) -> Problem:
    from citedeck.matching.nearest import word_diff

    source, line = fit.passage.source, fit.passage.source.line(fit.passage.start)
    message = f"the {_what(entry)} does not stand in {source.path}; line {line} is like it"
    if entry.citation.quotes:
        hint = f"With that the answer is proved: `citedeck repair` proposes it, with {_MARKS}"
    else:
        hint = f"A cloze is its own quote: take its text from there, with {_MARKS}"
    hint = f"{hint}\nline {line}: {word_diff(quote, fit.passage.text)}"
    drift = Drift("reworded", source.path, proposed=bool(entry.citation.quotes))
    return replace(entry.problem(quote, "quote-not-found", message, hint), drift=drift)


def _lost(entry: Entry, quote: Text, source: Source, nears: list[Near] | None, known: bool) -> Problem:
    """A quote that nothing can stand for. That is not known if its fact has other problems, or if too many quotes were
    searched for: then `nears` is None.
    """
    message = f"the {_what(entry)} does not stand in {source.path}"
    hint = [f"line {near.line}: {near.diff}" for near in nears or ()]
    hint = [f"The nearest passages, with {_MARKS}", *hint] if hint else [_COPY]
    if nears is None or not known:
        problem = entry.problem(quote, "quote-not-found", message, "\n".join(hint))
        return replace(problem, drift=Drift("unknown", source.path)) if nears is None else problem
    message += ", nor anything like it that proves the answer" if nears else ", nor anything like it"
    hint += _answers_there(entry, source)
    problem = entry.problem(quote, "quote-not-found", message, "\n".join(hint))
    return replace(problem, drift=Drift("lost", source.path))


def _answers_there(entry: Entry, source: Source) -> Iterator[str]:
    """Where the answers stand, for an author who looks for other evidence."""
    for answer in dict.fromkeys(answers(entry.question)):
        lines = lines_of(answer, source)
        where = f"on line {' and '.join(map(str, lines))}" if lines else "nowhere in it"
        yield f"“{answer}” stands {where}."


def _what(entry: Entry) -> str:
    return "quote" if entry.citation.quotes else "cloze"


def _ambiguous(entry: Entry, quote: Text, haystack: Haystack, found: Ambiguous) -> Problem:
    message = f"the {_what(entry)} stands {len(found.passages)} times in {haystack.source.path}"
    hint = [_WHICH, *_choices(haystack.source, found.passages)]
    return entry.problem(quote, "quote-ambiguous", message, "\n".join(hint))


def _choices(source: Source, places: Sequence[Passage]) -> Iterator[str]:
    for passage in places[:_MOST_CHOICES]:
        context = telling(passage, places)
        paste = f": {context[0]}: {pasted(context[1])}" if context else ""
        yield f"line {source.line(passage.start)}{paste}"
    more = len(places) - _MOST_CHOICES
    if more > 0:
        yield f"and {more} more"
