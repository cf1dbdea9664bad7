"""A built package against the articles: nothing counts but what lies in the package and in source/.

Each note goes one way: it is read as one of citedeck's (`notes`), its fact is rebuilt from what its cards show
(`rebuilding`), judged by the rules of `verify`, and compared with what else its cards show (`agreement`, `evidence`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from citedeck.audit.hearing import Hearing, Judge
from citedeck.audit.notes import RETIRED, is_own, looks_changed
from citedeck.errors import CitedeckError
from citedeck.exporters.apkg.opening import Package, PackedNote
from citedeck.frozen import frozen
from citedeck.model import Place, Problem, Verdict
from citedeck.sources import Library


@frozen
class Audit:
    """The outcome: the verdict on the notes, that on those of retired facts, and how many others were left alone."""

    notes: Verdict
    retired: Verdict
    foreign: int


def audit(
    package: Package,
    path: str,
    library: Library,
    problems: Sequence[Problem] = (),
    on_note: Callable[[], None] = lambda: None,
) -> Audit:
    """Judge every note of a package, which problems name as `path`; `problems` are those of the articles' references.

    A package without notes of citedeck's stops the run.
    """
    notes = [packed for packed in package.notes if is_own(packed)]
    foreign = [packed for packed in package.notes if not is_own(packed)]
    if not notes:
        others = f", only {len(foreign)} of other note types" if foreign else ""
        raise CitedeckError(f"{path} holds no notes of citedeck{others}", "Name a package that citedeck built.")
    judge = Judge(package, path, library)
    hearings: dict[bool, list[Hearing]] = {False: [], True: []}
    for packed in notes:
        hearings[RETIRED in packed.tags].append(judge.hear(packed))
        on_note()
    whole = [*problems, *_strays(package, path), *_changed_layouts(notes, path), *_foreign(foreign, path)]
    return Audit(_verdict(whole, hearings[False]), _verdict([], hearings[True]), len(foreign))


def _verdict(problems: Sequence[Problem], hearings: Sequence[Hearing]) -> Verdict:
    told = (problem for hearing in hearings for problem in hearing.problems)
    # a dict as an ordered set: notes that share a broken article tell it once
    return Verdict((), tuple(hearing.finding for hearing in hearings), tuple(dict.fromkeys([*problems, *told])))


def _strays(package: Package, path: str) -> Iterator[Problem]:
    if package.strays:
        message = f"cards that belong to none of its notes: {package.strays}"
        yield Problem(Place(path, 1, 1), "cards-differ", message, "Build the package again.")


def _changed_layouts(notes: Sequence[PackedNote], path: str) -> Iterator[Problem]:
    """A warning for each note type of ours whose cards are laid out otherwise, at its first note."""
    for first, *_ in _by_type(notes):
        if first.type and looks_changed(first.type):
            message = f"the templates or the style of “{first.type.name}” are not those of this version of citedeck"
            hint = "Its notes are audited, but not what these templates make of them."
            yield Problem(Place(path, first.number, 1), "layout-differs", message, hint)


def _foreign(notes: Sequence[PackedNote], path: str) -> Iterator[Problem]:
    """A warning for each note type that is not ours, at its first note."""
    for first, *more in _by_type(notes):
        if first.type:
            message = f"notes of the type “{first.type.name}” that are not audited: {1 + len(more)}"
            hint = "Only what citedeck built carries what an audit needs."
            yield Problem(Place(path, first.number, 1), "foreign-notes", message, hint)


def _by_type(notes: Sequence[PackedNote]) -> list[list[PackedNote]]:
    found: defaultdict[int, list[PackedNote]] = defaultdict(list)
    for packed in notes:
        found[packed.type.id if packed.type else 0].append(packed)
    return list(found.values())
