"""A workspace in a temporary folder, and the verdict on it."""

from collections.abc import Mapping
from pathlib import Path

from citedeck.model import Verdict
from citedeck.workspace import Workspace, load

EXAMPLES = Path(__file__).parent / "examples"
HARBOUR = (EXAMPLES / "source" / "harbour.txt").read_text("utf-8")


def judged(root: Path, decks: Mapping[str, str], sources: Mapping[str, str | bytes] | None = None) -> Verdict:
    """The verdict on decks by their names; the article `harbour` is always there."""
    for folder in ("decks", "source"):
        (root / folder).mkdir()
    for name, deck in decks.items():
        (root / "decks" / f"{name}.yaml").write_text(deck, "utf-8")
    for name, text in {"harbour.txt": HARBOUR, **(sources or {})}.items():
        (root / "source" / name).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return load(Workspace(root)).verdict()


def codes(verdict: Verdict) -> list[str]:
    return [problem.code for problem in verdict.problems]
