"""The first bytes of a picture -> its format, and how many pixels it has: read from its header, nothing is decoded."""

from __future__ import annotations

import struct
from collections.abc import Callable

_SIZED = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # of JPEG's marks those of a frame: T.81, table B.1
_BARE = frozenset((0x01, *range(0xD0, 0xD8)))  # its marks that no length follows
_SCAN, _END = 0xDA, 0xD9

Size = tuple[int, int]
"""Width and height, in pixels."""


def suffix(found: bytes) -> str:
    """The suffix of a picture by its first bytes; nothing if it is none that we ship."""
    if found.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if found.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if found.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if found.startswith(b"RIFF") and found[8:12] == b"WEBP" else ""


def dimensions(found: bytes) -> Size | None:
    """How large a picture says it is; None if its header is cut off or broken."""
    read = _READERS.get(suffix(found))
    try:
        size = read(found) if read else None
    except (struct.error, IndexError):  # there are too few bytes
        return None
    return size if size and all(size) else None


def _png(found: bytes) -> Size | None:
    kind, width, height = struct.unpack_from(">4sII", found, 12)
    return (width, height) if kind == b"IHDR" else None


def _gif(found: bytes) -> Size:
    width, height, _ = struct.unpack_from("<HH3s", found, 6)
    return width, height


def _jpeg(found: bytes) -> Size | None:
    at = 2
    while found[at] == 0xFF:
        mark = found[at + 1]
        if mark in (_SCAN, _END):
            return None
        if mark in _SIZED:
            _, height, width = struct.unpack_from(">BHH", found, at + 4)
            return width, height
        if mark == 0xFF:
            at += 1
        elif mark in _BARE:
            at += 2
        else:
            at += 2 + int(struct.unpack_from(">H", found, at + 2)[0])
    return None


def _webp(found: bytes) -> Size | None:
    """By the kind of its first chunk: RFC 9649, sections 2.5 to 2.7; RFC 6386, section 9.1."""
    kind = found[12:16]
    if kind == b"VP8X":
        width, wider, height, higher = struct.unpack_from("<HBHB", found, 24)
        return 1 + width + (wider << 16), 1 + height + (higher << 16)
    if kind == b"VP8L":
        mark, bits = struct.unpack_from("<BI", found, 20)
        return (1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)) if mark == 0x2F else None
    if kind == b"VP8 ":
        mark, width, height = struct.unpack_from("<3sHH", found, 23)
        return (width & 0x3FFF, height & 0x3FFF) if mark == b"\x9d\x01\x2a" else None
    return None


_READERS: dict[str, Callable[[bytes], Size | None]] = {"png": _png, "jpg": _jpeg, "gif": _gif, "webp": _webp}
