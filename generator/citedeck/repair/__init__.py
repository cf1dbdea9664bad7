"""What would mend the quotes of decks: citations with which their facts are accepted, shown before they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from citedeck.case import Case
from citedeck.frozen import frozen
from citedeck.model import Entry, Passage, Problem
from citedeck.reading.edits import Put
from citedeck.repair.mends import Mend, Patient, level_typography, mend
from citedeck.verify.citing import cite
from citedeck.verify.haystacks import Haystacks
from citedeck.verify.locating import locate


@frozen
class Proposal:
    """A fact and the citation that mends it."""

    entry: Entry
    mend: Mend

    def puts(self) -> list[Put]:
        """The edits of its deck file: of quotes, prefix, suffix and source, and of nothing else."""
        return list(_puts(self.entry, self.mend))


@frozen
class Diagnosis:
    """What was found in decks: what would mend quotes, the problems of those that nothing mends, and how many facts
    differ from their source in typography alone (which is no error, and proposed only if asked for).
    """

    proposals: tuple[Proposal, ...]
    left: tuple[Problem, ...]
    untypical: int


def diagnose(case: Case, typography: bool = False, on_fact: Callable[[], None] = lambda: None) -> Diagnosis:
    """Look at the quotes of every fact that could be read; `on_fact` is called before each."""
    haystacks = Haystacks(case.library)
    proposals: list[Proposal] = []
    left: list[Problem] = []
    untypical = 0
    for entry in (entry for deck in case.decks for entry in deck.entries):
        on_fact()
        haystack = haystacks.of(entry)
        if isinstance(haystack, Problem):
            left.append(replace(haystack, deck=entry.deck))
            continue
        patient = Patient(entry, haystack, locate(entry, haystack), partial(haystacks.others, entry))
        healthy = all(isinstance(one, Passage) for one in patient.found)
        found = level_typography(patient) if healthy else mend(patient)
        if found and healthy and not typography:
            untypical += 1
        if found and (typography or not healthy):
            proposals.append(Proposal(entry, found))
        elif not healthy:
            left += cite(entry, haystack)[1]
    return Diagnosis(tuple(proposals), tuple(dict.fromkeys(left)), untypical)


def _puts(entry: Entry, mended: Mend) -> Iterator[Put]:
    old, new = entry.citation, mended.citation
    fact = "facts", str(entry.id)
    behind = "quote" if old.quotes else "cloze"
    rest = list(new.quotes)
    for index, (quote, count) in enumerate(zip(old.quotes, mended.spread or [1] * len(old.quotes), strict=True)):
        parts, rest = rest[:count], rest[count:]
        if parts != [quote]:
            value = str(parts[0]) if count == 1 else tuple(map(str, parts))
            yield Put((*fact, "quote", index), value)
    for key in ("prefix", "suffix", "source"):
        before, after = getattr(old, key), getattr(new, key)
        if before != after:
            yield Put((*fact, key), str(after), behind)
