"""Bytes -> file, whole or not at all; and the clock, so that a build can be repeated."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import tempfile
import time
from pathlib import Path

from citedeck.errors import CitedeckError

_LAST_SECOND = 0xFFFF_FFFF
_EPOCH = "SOURCE_DATE_EPOCH"


def write(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that it is never seen half written."""
    _put(path, content, 0o666 & ~_umask())


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet."""
    if path.exists():
        raise CitedeckError(f"{path} is there already", "Nothing was overwritten; choose another name.")
    write(path, content)


def rewrite(path: Path, before: bytes, content: bytes) -> None:
    """Write a file anew that still holds what it held; it keeps its permissions, and a link to it stays one."""
    path = path.resolve()
    mode = stat.S_IMODE(path.stat().st_mode)
    if not mode & stat.S_IWUSR:
        raise CitedeckError(f"{path} cannot be written: it is read-only", "Nothing was written into it.")
    if path.read_bytes() != before:
        raise CitedeckError(f"{path} was changed in the meantime", "Nothing was written into it; begin again.")
    _put(path, content, mode)


def _put(path: Path, content: bytes, mode: int) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.chmod(mode)
            beside.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise
    except OSError as error:
        raise CitedeckError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error


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
