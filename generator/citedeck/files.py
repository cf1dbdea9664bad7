"""Files as text: UTF-8, any line ends; what cannot be read is a problem with its place."""

from __future__ import annotations

from pathlib import Path

from citedeck.model import Place, Problem

BYTE_ORDER_MARK = "\ufeff"

_OTHER_ENCODINGS = (
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
)


def read_text(path: Path, shown: str) -> str | Problem:
    """The text of a file, its line ends as `\\n`. Problems name the file as `shown`."""
    content = read_content(path, shown)
    return content if isinstance(content, Problem) else text_of(content, shown)


def read_content(path: Path, shown: str) -> bytes | Problem:
    """The bytes of a file."""
    if path.exists() and not path.is_file():
        what = "a folder" if path.is_dir() else "a pipe or a device"
        return Problem(Place(shown, 1, 1), "not-a-file", f"this is {what}, not a file", "Rename or move it.")
    try:
        return path.read_bytes()
    except OSError as error:
        lost = path.is_symlink() and not path.exists()
        reason = "the link leads nowhere" if lost else (error.strerror or str(error)).lower()
        return Problem(
            Place(shown, 1, 1), "unreadable-file", f"the file cannot be read: {reason}", "Check its permissions."
        )


def text_of(content: bytes, shown: str) -> str | Problem:
    """The text that the bytes of a file are."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(content, error, shown)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_utf8(content: bytes, error: UnicodeDecodeError, shown: str) -> Problem:
    offset = error.start
    before = content[:offset].decode("utf-8").removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    column = len(before) - (before.rfind("\n") + 1) + 1
    looks = next((f" (it looks like {name})" for mark, name in _OTHER_ENCODINGS if content.startswith(mark)), "")
    return Problem(
        Place(shown, before.count("\n") + 1, column),
        "not-utf8",
        f"the byte 0x{content[offset]:02X} is not UTF-8{looks}",
        "Save the file as UTF-8 text.",
    )
