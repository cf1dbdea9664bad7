"""Bytes -> file, whole or not at all; and the clock, so that a build can be repeated."""

from __future__ import annotations

import contextlib
import glob
import os
import re
import stat
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from citedeck.errors import CitedeckError
from citedeck.model import LAST_SECOND

_SUFFIX = ".tmp"
_EPOCH = "SOURCE_DATE_EPOCH"


def write(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that it is never seen half written."""
    _put(path, content, 0o666 & ~_umask())


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together: all of them are whole on the disk before the first takes its place, and if one
    cannot, those before it are put back. Should the power fail in between, the later ones are older than the first.
    """
    before = {path: path.read_bytes() if path.is_file() else None for path in files}
    for path in files:
        _sweep(path)
    with contextlib.ExitStack() as beside:
        ready = [
            (path, beside.enter_context(_beside(path, content, 0o666 & ~_umask()))) for path, content in files.items()
        ]
        for number, (path, new) in enumerate(ready):
            try:
                new.replace(path)
            except BaseException as error:
                for done, _ in ready[:number]:
                    _put_back(done, before[done])
                if isinstance(error, OSError):
                    raise _unwritable(path, error) from error
                raise


def _sweep(path: Path) -> None:
    """Take away what a program that was killed left beside a file."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            left.unlink()


def _put_back(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        write(path, content)


@contextlib.contextmanager
def alone(folder: Path, on_wait: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Let no other program that asks for the same go on in a folder meanwhile; wait as long as one does.

    Windows locks no folders: there nobody waits.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_wait()
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError:
            pass  # a file system that knows no such thing
        yield
    finally:
        os.close(handle)


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
    with _beside(path, content, mode) as new:
        try:
            new.replace(path)
        except OSError as error:
            raise _unwritable(path, error) from error


@contextlib.contextmanager
def _beside(path: Path, content: bytes, mode: int) -> Iterator[Path]:
    """A file beside another one, whole and on the disk; gone afterwards, if it was not moved."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_SUFFIX, dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    beside = Path(name)
    try:
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.chmod(mode)
        except OSError as error:
            raise _unwritable(path, error) from error
        yield beside
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _unwritable(path: Path, error: OSError) -> CitedeckError:
    return CitedeckError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}")


def now() -> int:
    """The time in whole seconds since 1970, or SOURCE_DATE_EPOCH where it is set (reproducible-builds.org)."""
    fixed = os.environ.get(_EPOCH)
    if fixed is None:
        return int(time.time())
    if not re.fullmatch("[0-9]{1,10}", fixed) or int(fixed) > LAST_SECOND:
        raise CitedeckError(f"{_EPOCH} is “{fixed}”, not a number of seconds since 1970", "Unset it, or mend it.")
    return int(fixed)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
