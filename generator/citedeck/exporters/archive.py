"""Zip archives whose bytes follow from what is in them: no clock, no owner, the files in the order they are given."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from citedeck.frozen import frozen

_FIRST_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip archive can hold
_BLOCK = 1 << 20
_LEVEL = 3  # of deflate: a package is 10 to 16 % larger than at 6, and packed in less than half the time


@frozen
class File:
    """A file of an archive, or the path where it lies; `stored` as it is if it is packed already, as pictures are."""

    name: str
    content: str | bytes | Path
    stored: bool = False


def archived(files: Iterable[File]) -> bytes:
    """The archive of these files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for file in files:
            entry = zipfile.ZipInfo(file.name, _FIRST_DATE)
            entry.compress_type = zipfile.ZIP_STORED if file.stored else zipfile.ZIP_DEFLATED
            entry._compresslevel = _LEVEL  # type: ignore[attr-defined]  # noqa: SLF001  # `open` takes it from here alone
            entry.external_attr = 0o100644 << 16
            if isinstance(file.content, Path):
                entry.file_size = file.content.stat().st_size
                with file.content.open("rb") as lying, archive.open(entry, "w") as packed:
                    shutil.copyfileobj(lying, packed, _BLOCK)
            else:
                archive.writestr(entry, file.content)
    return content.getvalue()
