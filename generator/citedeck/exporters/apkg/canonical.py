"""SQLite files whose bytes tell their rows and their schema, and nothing of how these came to be.

A database that is written once, in the order of its rows, has its pages in the order in which VACUUM would put them.
What even that leaves to chance is put right here: counters and the version of SQLite in the header, where cells lie
within their page, and what stands where no cell is. The layout of pages and the names of its parts are those of
https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from itertools import accumulate
from operator import sub
from pathlib import Path
from typing import BinaryIO

_PAGE_SIZE = 4096
_BLOCK = 16 * _PAGE_SIZE  # larger ones would be memory that is new every time
_HEADER_SIZE = 100  # of the database, before the header of page 1
_CELL_MIN = 4  # SQLite gives a smaller cell so much, since it may become a freeblock

_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE = 2, 5, 10, 13
_KINDS = frozenset((_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE))
_PAGE_HEADER = struct.Struct(">HHHB")  # first freeblock, number of cells, where they begin, bytes in fragments


@contextmanager
def canonical_database(path: Path) -> Iterator[sqlite3.Connection]:
    """A SQLite database to be written. When it is closed, its rows, rowids and schema alone say what the file holds, if
    whoever writes makes all of the tables, without indexes, then fills them one after the other in the order in which
    they were made, each in the order of its rowids; or if he runs VACUUM at last.

    Text stays in the encoding the database was made with, and so does space reserved at the end of pages. If anything
    fails, what the file holds is lost.
    """
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"pragma page_size = {_PAGE_SIZE}")
        database.execute("pragma auto_vacuum = none")
        database.execute("pragma journal_mode = off")  # nothing is rolled back: what fails is thrown away
        database.execute("pragma synchronous = off")  # a power cut costs no more than the run
        database.execute("pragma locking_mode = exclusive")
        database.execute("begin")  # also for the schema
        yield database
        database.commit()
    _tidy(path)


def _tidy(path: Path) -> None:
    """Rewrite what is left to chance."""
    with path.open("r+b") as file:
        usable = _PAGE_SIZE
        chains: list[tuple[int, int]] = []
        while found := file.read(_BLOCK):
            block, begin = bytearray(found), file.tell() - len(found)
            pages = memoryview(block)
            if begin == 0:
                _reset_header(block)
                usable = _PAGE_SIZE - block[20]
            for start in range(0, len(block), _PAGE_SIZE):
                end = start + _PAGE_SIZE
                chains += _tidied(pages[start:end], _HEADER_SIZE if begin == start == 0 else 0, usable)
                if block[start:end] != found[start:end]:  # few pages need it
                    file.seek(begin + start)
                    file.write(pages[start:end])
            file.seek(begin + len(block))
        for number, size in chains:
            _zero_overflow_tail(file, number, size, usable)


def _reset_header(block: bytearray) -> None:
    """The header as if one transaction had written the file: “the database header”, section 1.3 of the format."""
    struct.pack_into(">I", block, 24, 1)  # file change counter
    struct.pack_into(">I", block, 40, 1)  # schema cookie
    struct.pack_into(">I", block, 92, 1)  # version-valid-for: the page count holds while this is the change counter
    struct.pack_into(">I", block, 96, 0)  # SQLite version number


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


def _zero_overflow_tail(file: BinaryIO, number: int, size: int, usable: int) -> None:
    """Zero what the last of a chain of overflow pages holds after its payload: section 1.7. `size` is the chain's."""
    while size > usable - 4:
        file.seek((number - 1) * _PAGE_SIZE)
        number = int.from_bytes(file.read(4), "big")
        size -= usable - 4
    file.seek((number - 1) * _PAGE_SIZE + 4 + size)
    file.write(bytes(_PAGE_SIZE - 4 - size))
