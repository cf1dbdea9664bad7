"""source/ -> Sources: the only module that reads articles."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from citedeck.files import BYTE_ORDER_MARK, read_content, text_of
from citedeck.ledger import digest_of
from citedeck.model import Place, Problem, Reference, Source

REFERENCES = "references.yaml"
_LONGEST_TITLE = 150


class Library:
    """The articles of a workspace, each read once, when a fact first names it."""

    def __init__(self, folder: Path, references: Mapping[str, Reference]) -> None:
        self._folder = folder
        self._references = references
        self._loaded: dict[str, Source | Problem] = {}
        self._digests: dict[str, tuple[str, str]] = {}

    def narrowed(self, names: Collection[str]) -> Library:
        """The same, with none but the articles of these names at hand."""
        found = Library(self._folder, self._references)
        found._loaded = {name: source for name, source in self._loaded.items() if name in names}
        found._digests = {name: one for name, one in self._digests.items() if name in names}
        if "_listed" in self.__dict__:
            found._listed = self._listed
        return found

    def digests(self) -> dict[str, str]:
        """The digests of the articles that were read, by their paths; empty of one that was changed meanwhile."""
        return dict(self._digests.values())

    def source(self, name: str, asked_at: Place) -> Source | Problem:
        """The article of that name: `source/NAME.*`, or the `file` its reference names. What is wrong is a problem
        at the place that asked for it, or in the article itself.
        """
        if name in self._loaded:
            return self._loaded[name]
        source = self._load(name, asked_at)
        if isinstance(source, Source) or source.place != asked_at:
            self._loaded[name] = source
        return source

    def names(self) -> list[str]:
        """The names by which articles can be cited: of the files, and of the references that name a file."""
        files = {path.stem for path in self._folder.glob("*.*") if path.name != REFERENCES and path.name[0] != "."}
        return sorted(files | {name for name, reference in self._references.items() if reference.file})

    def _load(self, name: str, asked_at: Place) -> Source | Problem:
        reference = self._references.get(name, Reference(name))
        path = self._path(name, reference.file, asked_at)
        if isinstance(path, Problem):
            return path
        inside = path if path.is_relative_to(self._folder) else self._folder / path.resolve().name
        shown = f"{self._folder.name}/{inside.relative_to(self._folder).as_posix()}"
        content = read_content(path, shown)
        if isinstance(content, Problem):
            return content
        text = text_of(content, shown)
        if isinstance(text, Problem):
            return text
        self._digests[name] = str(path), digest_of(content, path)
        if not text.strip():
            return Problem(Place(shown, 1, 1), "empty-file", "the source is empty", "Put the article into it.")
        return Source(name, shown, text.removeprefix(BYTE_ORDER_MARK), reference)

    def _path(self, name: str, file: str, asked_at: Place) -> Path | Problem:
        if not _is_name(name):
            message = f"“{name}” is not the name of a file in {self._folder.name}/"
            return Problem(asked_at, "source-outside", message, "Name a source by its file's name, without its suffix.")
        paths = [self._folder / file] if file else self._candidates(name)
        if not paths or not _is_there(paths[0]):
            return Problem(asked_at, "source-not-found", f"there is no source “{name}”", self._known(name, file))
        if len(paths) > 1:
            names = ", ".join(path.name for path in paths)
            hint = f"Name the one that is meant as `file:` in {self._folder.name}/{REFERENCES}."
            return Problem(asked_at, "source-ambiguous", f"several files could be the source “{name}”: {names}", hint)
        if not paths[0].resolve().is_relative_to(self._folder.resolve()):
            message = f"the source “{name}” leads out of {self._folder.name}/"
            return Problem(asked_at, "source-outside", message, "Put the article itself into the folder.")
        return paths[0]

    def _candidates(self, name: str) -> list[Path]:
        named = self._listed.get(_composed(name), ())
        return sorted(path for path in named if len(named) == 1 or path.is_file())

    @cached_property
    def _listed(self) -> dict[str, list[Path]]:
        """What lies in the folder, by the names it can be cited by: with its suffix and without."""
        named: dict[str, list[Path]] = {}
        for path in self._folder.iterdir():
            if not path.name.startswith(".") and path.name[-1] != "~" and path.name != REFERENCES:
                for name in {_composed(path.stem), _composed(path.name)}:
                    named.setdefault(name, []).append(path)
        return named

    def _known(self, name: str, file: str) -> str:
        if file:
            return f"Its reference names the file “{file}”: put it into {self._folder.name}/."
        close = get_close_matches(name, self.names(), n=1)
        meant = f"Did you mean “{close[0]}”? Else put" if close else "Put"
        return f"{meant} the article into {self._folder.name}/ as {name}.txt."


def _composed(name: str) -> str:
    """A file's name however its letters are composed: file systems differ in that."""
    return unicodedata.normalize("NFC", name)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name no file can have
        return False


def _is_name(name: str) -> bool:
    return name not in (".", "..") and not set(name) & set('/\\:*?"<>|\0')


def title(source: Source) -> str:
    """What an article is called: its reference's title, else its first line, else its name."""
    first_line = source.text.strip().split("\n", 1)[0].lstrip("# ").strip()
    return source.reference.title or (first_line if len(first_line) <= _LONGEST_TITLE else source.name)
