"""SQLite files whose bytes tell their rows and their schema, and nothing of how these came to be.

VACUUM puts the pages into an order that follows from the rows. What it leaves to chance is put right here: counters and
the version of SQLite in the header, where cells lie within their page, and what stands where no cell is. The layout of
pages and the names of its parts are those of https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import mmap
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from itertools import accumulate
from pathlib import Path

_PAGE_SIZE = 4096
_HEADER_SIZE = 100  # of the database, before the header of page 1
_CELL_MIN = 4  # SQLite gives a smaller cell so much, since it may become a freeblock

_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE = 2, 5, 10, 13


def canonical_bytes(path: Path) -> bytes:
    """The content of a closed SQLite database, the same for the same rows, rowids and schema. The file becomes it, too.

    Text stays in the encoding the database was made with, and so does space reserved at the end of pages. Raises
    `sqlite3.Error` if SQLite cannot rewrite the file; the file is then as it was.
    """
    roots = _vacuum(path)
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as pages:
        _reset_header(pages)
        for root in roots:
            waiting = [root]
            while waiting:
                waiting.extend(_rewrite_page(pages, waiting.pop()))
        return pages[:]


def _vacuum(path: Path) -> list[int]:
    """The numbers of the root pages, once the file is rewritten in the order of its rows, without a free page."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("pragma journal_mode = delete")  # the size of pages cannot change in WAL mode
        database.execute("pragma synchronous = off")  # a power cut costs no more than the run
        database.execute(f"pragma page_size = {_PAGE_SIZE}")
        database.execute("pragma auto_vacuum = none")
        database.execute("vacuum")
        tables = database.execute("select rootpage from sqlite_master where rootpage > 0 order by rootpage")
        return [1, *(root for (root,) in tables)]


def _reset_header(pages: mmap.mmap) -> None:
    """The header as if one transaction had written the file: “the database header”, section 1.3 of the format."""
    struct.pack_into(">I", pages, 24, 1)  # file change counter
    struct.pack_into(">I", pages, 40, 1)  # schema cookie
    struct.pack_into(">I", pages, 92, 1)  # version-valid-for: the page count holds while this is the change counter
    struct.pack_into(">I", pages, 96, 0)  # SQLite version number


def _rewrite_page(pages: mmap.mmap, number: int) -> Iterator[int]:
    """Lay the cells of a b-tree page against its end in the order of their keys, zeros before them; the pages below it.

    Section 1.6, “b-tree pages”.
    """
    start = (number - 1) * _PAGE_SIZE
    page = pages[start : start + _PAGE_SIZE]
    header = _HEADER_SIZE if number == 1 else 0
    kind = page[header]
    interior = kind in {_INTERIOR_INDEX, _INTERIOR_TABLE}
    first_pointer = header + (12 if interior else 8)
    (count,) = struct.unpack_from(">H", page, header + 3)
    usable = _PAGE_SIZE - pages[20]

    cells = [_cell(pages, page, at, kind, usable) for at in struct.unpack_from(f">{count}H", page, first_pointer)]
    places = [usable - size for size in accumulate(map(len, cells))]
    content = places[-1] if places else usable

    rewritten = bytearray(_PAGE_SIZE)
    rewritten[:first_pointer] = page[:first_pointer]
    struct.pack_into(">HHHB", rewritten, header + 1, 0, count, content, 0)  # neither freeblocks nor fragments
    struct.pack_into(f">{count}H", rewritten, first_pointer, *places)
    rewritten[content:usable] = b"".join(reversed(cells))
    pages[start : start + _PAGE_SIZE] = bytes(rewritten)

    if interior:
        yield from (int.from_bytes(cell[:4], "big") for cell in cells)
        yield int.from_bytes(page[header + 8 : header + 12], "big")


def _cell(pages: mmap.mmap, page: bytes, at: int, kind: int, usable: int) -> bytes:
    """The cell at this place of a page, with the zeros that fill it up; its overflow pages are tidied."""
    if kind == _INTERIOR_TABLE:
        _, end = _varint(page, at + 4)
        return page[at:end]
    payload, end = _varint(page, at + 4 if kind == _INTERIOR_INDEX else at)
    if kind == _LEAF_TABLE:
        _, end = _varint(page, end)
    local = _local(payload, kind, usable)
    end += local
    if local < payload:
        end += 4
        _zero_overflow_tail(pages, int.from_bytes(page[end - 4 : end], "big"), payload - local, usable)
    return page[at:end].ljust(_CELL_MIN, b"\0")


def _varint(page: bytes, at: int) -> tuple[int, int]:
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
    least = (usable - 12) * 32 // 255 - 23
    filling = least + (payload - least) % (usable - 4)
    return filling if filling <= most else least


def _zero_overflow_tail(pages: mmap.mmap, number: int, size: int, usable: int) -> None:
    """Zero what the last of a chain of overflow pages holds after its payload: section 1.7. `size` is the chain's."""
    start = (number - 1) * _PAGE_SIZE
    while size > usable - 4:
        (number,) = struct.unpack_from(">I", pages, start)
        start = (number - 1) * _PAGE_SIZE
        size -= usable - 4
    end = start + 4 + size
    pages[end : start + _PAGE_SIZE] = bytes(start + _PAGE_SIZE - end)
