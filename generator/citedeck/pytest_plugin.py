"""The pytest plugin: `pytest decks/` is one test for each fact; a failure reads like a problem of `citedeck check`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from citedeck.model import Problem, Verdict

_VERDICTS = pytest.StashKey[dict[Path, "Verdict"]]()
_SUFFIXES = (".yaml", ".yml")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> DeckTests | None:
    """Collect the YAML files below a folder decks/ that has a folder source/ beside it."""
    root = _root(file_path) if file_path.suffix.lower() in _SUFFIXES else None
    if root is None:
        return None
    from citedeck.workspace import Workspace

    if file_path not in Workspace(root).deck_paths():
        return None
    return DeckTests.from_parent(parent, path=file_path)


def _root(path: Path) -> Path | None:
    """The workspace a deck file belongs to."""
    folders = (folder.parent for folder in path.parents if folder.name == "decks")
    return next((root for root in folders if (root / "source").is_dir()), None)


class DeckTests(pytest.File):
    """A deck: a test for each of its facts, and one for what is wrong with the deck itself."""

    def collect(self) -> Iterator[pytest.Item]:
        from citedeck.workspace import Workspace

        root = _root(self.path)
        assert root is not None
        verdicts = self.config.stash.setdefault(_VERDICTS, {})
        if root not in verdicts:
            verdicts[root] = _verdict(root)
        verdict, shown = verdicts[root], Workspace(root).shown(self.path)
        facts = [finding for finding in verdict.findings if finding.place.path == shown]
        named = {finding.fact for finding in facts}
        decks = {finding.deck for finding in facts} | {
            problem.deck for problem in verdict.problems if problem.place.path == shown
        }
        problems = [problem for problem in verdict.errors if problem.deck in decks or problem.deck is None]
        own = [problem for problem in problems if problem.fact not in named]
        if own or not facts:
            yield FactTest.from_parent(self, name="the deck itself", problems=own, line=1)
        for finding in facts:
            found = [problem for problem in problems if problem.fact == finding.fact]
            unproved = found or ([] if finding.accepted else own)
            yield FactTest.from_parent(self, name=finding.fact, problems=unproved, line=finding.place.line)


def _verdict(root: Path) -> Verdict:
    from citedeck.workspace import Workspace, load

    return load(Workspace(root)).verdict()


class FactTest(pytest.Item):
    """Passes if the fact is proved."""

    def __init__(self, *, problems: list[Problem], line: int, **node: Any) -> None:
        super().__init__(**node)
        self._problems = problems
        self._line = line

    def runtest(self) -> None:
        """Fail with the problems of the fact."""
        if self._problems:
            raise Unproved(self._problems)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The lines that `citedeck check` would print."""
        from citedeck.cli.wording import problem_lines

        if isinstance(excinfo.value, Unproved):
            return "\n".join(map(problem_lines, excinfo.value.problems))
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the fact stands."""
        return self.path, self._line - 1, self.name


class Unproved(Exception):  # noqa: N818  # it is shown to people as it is
    """A fact has no proof; its problems say why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
