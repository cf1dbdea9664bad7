"""SQLite files whose bytes tell their rows and their schema, and nothing of how these came to be.

A database that is written once, in the order of its rows, has its pages in the order in which VACUUM would put them.
What even that leaves to chance is put right here: counters and the version of SQLite in the header, where cells lie
within their page, and what stands where no cell is. The layout of pages and the names of its parts are those of
https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import sqlite3
import struct
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import lru_cache
from itertools import accumulate
from operator import sub
from pathlib import Path

_PAGE_SIZE = 4096
_HEADER_SIZE = 100  # of the database, before the header of page 1
_CELL_MIN = 4  # SQLite gives a smaller cell so much, since it may become a freeblock

_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE = 2, 5, 10, 13
_KINDS = frozenset((_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE))
_PAGE_HEADER = struct.Struct(">HHHB")  # first freeblock, number of cells, where they begin, bytes in fragments


def canonical_database(fill: Callable[[sqlite3.Connection], None]) -> bytes:
    """The bytes of a SQLite database that `fill` writes: its rows, rowids and schema alone decide them, if `fill` makes
    all of the tables, without indexes, then fills them one after the other in the order in which they were made, each
    in the order of its rowids; or if it runs VACUUM at last.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"pragma page_size = {_PAGE_SIZE}")
        database.execute("pragma auto_vacuum = none")
        database.execute("pragma journal_mode = off")  # nothing is rolled back: what fails is thrown away
        database.execute("begin")  # also for the schema
        fill(database)
        database.commit()
        content = _content(database)
    return canonical(content)


def _content(database: sqlite3.Connection) -> bytes:
    """What the file of a database would hold."""
    if sys.version_info >= (3, 11):
        return database.serialize()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy"
        with closing(sqlite3.connect(path)) as copy:
            database.backup(copy)
        return path.read_bytes()


def canonical(content: bytes) -> bytes:
    """What the file of a database holds, without what was left to chance. The text stays in its encoding, and space
    that is reserved at the end of pages stays reserved.
    """
    file = bytearray(content)
    _reset_header(file)
    usable = _PAGE_SIZE - file[20]
    pages = memoryview(file)
    for start in range(0, len(file), _PAGE_SIZE):
        header = 0 if start else _HEADER_SIZE
        for number, size in _tidied(pages[start : start + _PAGE_SIZE], header, usable):
            _zero_overflow_tail(pages, number, size, usable)
    return bytes(file)


def _reset_header(file: bytearray) -> None:
    """The header as if one transaction had written the file: “the database header”, section 1.3 of the format."""
    struct.pack_into(">I", file, 24, 1)  # file change counter
    struct.pack_into(">I", file, 40, 1)  # schema cookie
    struct.pack_into(">I", file, 92, 1)  # version-valid-for: the page count holds while this is the change counter
    struct.pack_into(">I", file, 96, 0)  # SQLite version number


def _tidied(page: memoryview, header: int, usable: int) -> Iterator[tuple[int, int]]:
    """Lay the cells of a b-tree page against its end in the order of their keys, zeros before them; the overflow pages
    of each that has some: the number of the first, and how many bytes they hold. Section 1.6, “b-tree pages”.

    Every other page is an overflow page: none is free, and the number of the next, with which it begins, is small.
    """
    kind = page[header]
    if kind not in _KINDS:
        return
    freeblock, count, _, fragments = _PAGE_HEADER.unpack_from(page, header + 1)
    pointers = _pointers(count)
    first_pointer = header + (12 if kind in (_INTERIOR_INDEX, _INTERIOR_TABLE) else 8)
    places = pointers.unpack_from(page, first_pointer)
    sizes = list(map(sub, (usable, *places), places))
    # Between cells there are freeblocks and fragments and nothing else. Without them, falling places are in order.
    if freeblock or fragments or min(sizes, default=usable) <= _CELL_MIN:
        cells = [_cell(page, at, kind, usable) for at in places]
        sizes = list(map(len, cells))
        places = tuple(usable - end for end in accumulate(sizes))
        pointers.pack_into(page, first_pointer, *places)
        page[usable - sum(sizes) : usable] = b"".join(reversed(cells))

    content = places[-1] if places else usable
    _PAGE_HEADER.pack_into(page, header + 1, 0, count, content, 0)
    free = first_pointer + pointers.size
    page[free:content] = bytes(content - free)
    page[usable:] = bytes(_PAGE_SIZE - usable)

    least = _least(usable) + 4
    if kind != _INTERIOR_TABLE and max(sizes, default=0) >= least:
        skipped = 4 if kind == _INTERIOR_INDEX else 0
        for at, size in zip(places, sizes, strict=True):
            if size >= least:
                payload, second = page[at + skipped], page[at + skipped + 1]
                if payload >= 0x80:
                    payload = (payload & 0x7F) << 7 | second if second < 0x80 else _varint(page, at + skipped)[0]
                if payload >= size:  # what overflows is hundreds of bytes longer than what stands in the cell
                    number = int.from_bytes(page[at + size - 4 : at + size], "big")
                    yield number, payload - _local(payload, kind, usable)


@lru_cache(maxsize=512)
def _pointers(count: int) -> struct.Struct:
    return struct.Struct(f">{count}H")


def _cell(page: memoryview, at: int, kind: int, usable: int) -> bytes:
    """The cell at this place of a page, with the zeros that fill it up."""
    if kind == _INTERIOR_TABLE:
        _, end = _varint(page, at + 4)
    else:
        start, local, payload = _measured(page, at, kind, usable)
        end = start + local + (4 if local < payload else 0)
    return bytes(page[at:end]).ljust(_CELL_MIN, b"\0")


def _measured(page: memoryview, at: int, kind: int, usable: int) -> tuple[int, int, int]:
    """Where the payload of a cell begins, how much of it stands in the cell itself, and how long it is."""
    payload, start = _varint(page, at + 4 if kind == _INTERIOR_INDEX else at)
    if kind == _LEAF_TABLE:
        _, start = _varint(page, start)
    return start, _local(payload, kind, usable), payload


def _varint(page: memoryview, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends. The ninth byte would count whole; no payload is so long."""
    value = page[at] & 0x7F
    for end in range(at + 1, at + 9):
        if page[end - 1] < 0x80:
            return value, end
        value = value << 7 | page[end] & 0x7F
    return value, at + 9


def _local(payload: int, kind: int, usable: int) -> int:
    """How many bytes of a payload stand in the cell itself: the rule of X, M and K in section 1.6."""
    most = usable - 35 if kind == _LEAF_TABLE else (usable - 12) * 64 // 255 - 23
    if payload <= most:
        return payload
    least = _least(usable)
    filling = least + (payload - least) % (usable - 4)
    return filling if filling <= most else least


def _least(usable: int) -> int:
    """How many bytes stand at least in a cell that overflows: M."""
    return (usable - 12) * 32 // 255 - 23


def _zero_overflow_tail(file: memoryview, number: int, size: int, usable: int) -> None:
    """Zero what the last of a chain of overflow pages holds after its payload: section 1.7. `size` is the chain's."""
    start = (number - 1) * _PAGE_SIZE
    while size > usable - 4:
        start = (int.from_bytes(file[start : start + 4], "big") - 1) * _PAGE_SIZE
        size -= usable - 4
    file[start + 4 + size : start + _PAGE_SIZE] = bytes(_PAGE_SIZE - 4 - size)
