"""Bytes -> file, whole or not at all; and the clock, so that a build can be repeated."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import time
from pathlib import Path

from citedeck.errors import CitedeckError

_LAST_SECOND = 0xFFFF_FFFF
_EPOCH = "SOURCE_DATE_EPOCH"


def write(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that it is never seen half written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.chmod(0o666 & ~_umask())
            beside.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise
    except OSError as error:
        raise CitedeckError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet."""
    if path.exists():
        raise CitedeckError(f"{path} is there already", "Nothing was overwritten; choose another name.")
    write(path, content)


def now() -> int:
    """The time in whole seconds since 1970, or SOURCE_DATE_EPOCH where it is set (reproducible-builds.org)."""
    fixed = os.environ.get(_EPOCH)
    if fixed is None:
        return int(time.time())
    if not re.fullmatch("[0-9]{1,10}", fixed) or int(fixed) > _LAST_SECOND:
        raise CitedeckError(f"{_EPOCH} is “{fixed}”, not a number of seconds since 1970", "Unset it, or mend it.")
    return int(fixed)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
