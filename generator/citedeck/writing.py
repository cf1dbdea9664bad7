"""Bytes -> file, whole or not at all; and the clock, so that a build can be repeated."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from citedeck.errors import CitedeckError
from citedeck.frozen import frozen
from citedeck.model import LAST_SECOND

_SUFFIX = ".tmp"
_EPOCH = "SOURCE_DATE_EPOCH"


def write(path: Path, content: bytes, lasting: bool = True) -> None:
    """Write a file beside its place and move it there, so that it is never seen half written; nor after the power has
    failed, if it is to be `lasting`. What is no file, but a pipe or a device, is written to.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        _write_through(path, content)
        return
    _put(path, content, 0o666 & ~_umask(), lasting)


def _write_through(path: Path, content: bytes) -> None:
    """Write to a pipe or a device; not to a pipe from which nobody reads, since that would take for ever."""
    try:
        handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "wb") as device:
            os.set_blocking(handle, True)
            device.write(content)
    except OSError as error:
        raise _unwritable(path, error) from error


@frozen
class Staged:
    """Files that belong together: each whole, beside its place, where it waits to be moved to."""

    files: tuple[tuple[Path, Path], ...] = ()

    def secure(self) -> None:
        """Wait until they are on the disk; this comes before `commit`."""
        for new, path in self.files:
            try:
                _secure(new)
            except OSError as error:
                raise _unwritable(path, error) from error

    def commit(self) -> None:
        """Move them to their places in their order; if one cannot be, those before it are put back. Should the power
        fail in between, the later ones are older than the first.
        """
        before = {path: path.read_bytes() if path.is_file() else None for _, path in self.files}
        for number, (new, path) in enumerate(self.files):
            try:
                new.replace(path)
            except BaseException as error:
                for _, done in self.files[:number]:
                    _put_back(done, before[done])
                if isinstance(error, OSError):
                    raise _unwritable(path, error) from error
                raise

    def discard(self) -> None:
        """Take away those that were not moved."""
        for new, _ in self.files:
            _remove(new)


def stage(files: Mapping[Path, bytes]) -> Staged:
    """Write files beside their places: all of them, or none."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, content in files.items():
            ready.append((_beside(path, content, 0o666 & ~_umask()), path))
    except BaseException:
        Staged(tuple(ready)).discard()
        raise
    return Staged(tuple(ready))


def sweep(folder: Path, suffixes: Collection[str]) -> None:
    """Take away what programs that were killed left in a folder beside files with these suffixes, which nobody else may
    write meanwhile.
    """
    left = re.compile(rf"\..+\.(?:{'|'.join(map(re.escape, suffixes))})\.[^.]+{re.escape(_SUFFIX)}")
    with contextlib.suppress(OSError):
        for path in [path for path in folder.iterdir() if left.fullmatch(path.name)]:
            _remove(path)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


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


def _put(path: Path, content: bytes, mode: int, lasting: bool = True) -> None:
    new = _beside(path, content, mode)
    try:
        if lasting:
            _secure(new)
        new.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        _remove(new)


def _beside(path: Path, content: bytes, mode: int) -> Path:
    """A new file beside another one, whole."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_SUFFIX, dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        beside.chmod(mode)
    except BaseException as error:
        _remove(beside)
        if isinstance(error, OSError):
            raise _unwritable(path, error) from error
        raise
    return beside


def _secure(path: Path) -> None:
    """Wait until a file is on the disk."""
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)  # Windows secures only what may be written
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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
