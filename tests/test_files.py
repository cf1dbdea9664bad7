"""Files as text: UTF-8 with any line ends, or a problem that says where and why not."""

from pathlib import Path

import pytest

from citedeck.files import read_text
from citedeck.model import Problem


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        (b"a\nb", "a\nb"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"a\r\r\nb", "a\n\nb"),
        ("é 🜁\u2028".encode(), "é 🜁\u2028"),
        (b"\xef\xbb\xbfa", "\ufeffa"),
        (b"a\0b", "a\0b"),
    ],
)
def test_read(tmp_path: Path, content: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert read_text(path, "source/a.txt") == text


@pytest.mark.parametrize(
    ("content", "line", "column", "told"),
    [
        (b"caf\xe9", 1, 4, "0xE9"),
        (b"a\r\nb\r\xc3\xa9\xff", 3, 2, "0xFF"),
        ("é🜁".encode() + b"\x80", 1, 3, "0x80"),
        (b"\xef\xbb\xbfa\xff", 1, 2, "0xFF"),
        (b"a\xed\xa0\x80", 1, 2, "0xED"),
        (b"a\xf0\x9f", 1, 2, "0xF0"),
        ("deck".encode("utf-16"), 1, 1, "UTF-16"),
        (b"%PDF-1.7\n%\xe2\xe3", 2, 2, "a PDF"),
        (b"PK\x03\x04\xff", 1, 5, "a zip archive"),
    ],
)
def test_not_utf8(tmp_path: Path, content: bytes, line: int, column: int, told: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    problem = read_text(path, "source/a.txt")
    assert isinstance(problem, Problem)
    assert (problem.code, str(problem.place)) == ("not-utf8", f"source/a.txt:{line}:{column}")
    assert told in problem.message


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    problem = read_text(tmp_path, "source/a.txt")
    assert isinstance(problem, Problem)
    assert (problem.code, str(problem.place)) == ("not-a-file", "source/a.txt:1:1")


def test_what_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    problem = read_text(tmp_path / "a.txt", "source/a.txt")
    assert isinstance(problem, Problem)
    assert (problem.code, str(problem.place)) == ("unreadable-file", "source/a.txt:1:1")
    assert str(tmp_path) not in problem.message
