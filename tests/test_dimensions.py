"""How large a picture is, as its header says it and as Chromium finds it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from citedeck.dimensions import dimensions, suffix
from tests.small_png import of_colour
from tests.test_cards_in_browser import chromium  # noqa: F401  # a fixture

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

GIF = (
    b"GIF89a\x03\x00\x05\x01\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
EXIF = bytes.fromhex("ffe1 0012") + b"Exif\0\0\xff\xc0\x00\x11\x08\x00\x07\x00\x07\x03"
"""A segment of a JPEG that holds what looks like the header of a frame, as the preview within a photo does."""

_PAINT = """([format, width, height]) => {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  context.fillStyle = "rgba(200, 0, 0, 0.5)";
  context.fillRect(0, 0, width / 2, height);
  return canvas.toDataURL(...format).split(",")[1];
}"""
_MEASURE = """async picture => {
  const image = new Image();
  image.src = "data:;base64," + picture;
  await image.decode();
  return [image.naturalWidth, image.naturalHeight];
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:  # noqa: F811
    page = chromium.new_page()
    yield page
    page.close()


def measured(page: Page, picture: bytes) -> tuple[int, int]:
    width, height = page.evaluate(_MEASURE, base64.b64encode(picture).decode())
    return width, height


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (300, 2), (1025, 770)])
@pytest.mark.parametrize(
    ("format_", "ends"),
    [
        (["image/png"], "png"),
        (["image/jpeg"], "jpg"),
        (["image/webp", 0.5], "webp"),
        (["image/webp", 1], "webp"),
    ],
)
def test_a_picture_that_chromium_made(page: Page, format_: list[object], ends: str, size: tuple[int, int]) -> None:
    found = base64.b64decode(page.evaluate(_PAINT, [format_, *size]))
    assert suffix(found) == ends
    assert dimensions(found) == measured(page, found) == size


@pytest.mark.parametrize("filled", [b"", b"\xff", b"\xff\xff\xff"])
def test_other_segments_of_a_jpeg_are_passed_over(page: Page, filled: bytes) -> None:
    found = base64.b64decode(page.evaluate(_PAINT, [["image/jpeg"], 30, 20]))
    found = found[:2] + filled + EXIF + found[2:]
    assert dimensions(found) == measured(page, found) == (30, 20)


def test_a_gif(page: Page) -> None:
    assert dimensions(GIF) == measured(page, GIF) == (3, 261)


@pytest.mark.parametrize(
    ("header", "size"),
    [
        (b"VP8 \0\0\0\0" + bytes.fromhex("500100 9d012a 5842 0240"), (600, 2)),
        (b"VP8L\0\0\0\0" + bytes.fromhex("2f 57c2c200"), (600, 780)),
        (b"VP8X\0\0\0\0" + bytes.fromhex("10000000 570200 0b0301"), (600, 66316)),
        (b"VP8 \0\0\0\0" + bytes.fromhex("500100 9d012b 5842 0240"), None),
        (b"VP8L\0\0\0\0" + bytes.fromhex("2e 57c2c200"), None),
        (b"ALPH\0\0\0\0" + bytes.fromhex("10000000 570200 0b0301"), None),
    ],
)
def test_each_kind_of_webp(header: bytes, size: tuple[int, int] | None) -> None:
    assert dimensions(b"RIFF\0\0\0\0WEBP" + header) == size


@pytest.mark.parametrize("mark", [0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC9, 0xCF])
@pytest.mark.parametrize("before", ["", "ff01", "ffc4 0006 08 0009 00", "ffd0", "ffcc 0007 08 0009 0009"])
def test_every_kind_of_frame_in_a_jpeg(mark: int, before: str) -> None:
    start = bytes.fromhex("ffd8 ffe0 0004 0000" + before)
    assert dimensions(start + bytes((0xFF, mark)) + bytes.fromhex("0011 08 0002 0003")) == (3, 2)


def cut_off() -> Iterator[bytes]:
    frame = bytes.fromhex("ffd8 ffe0 0004 0000 ffc0 0011 08 0002 0003")
    for whole in (of_colour(0, 0, 0)[:24], GIF[:13], frame, b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0" + bytes(10)):
        assert dimensions(whole)
        yield from (whole[:length] for length in range(len(whole)))


@pytest.mark.parametrize("found", list(cut_off()))
def test_a_header_that_is_cut_off_anywhere_says_nothing(found: bytes) -> None:
    assert dimensions(found) is None


@pytest.mark.parametrize(
    "found",
    [
        b"",
        b"a cod",
        of_colour(0, 0, 0).replace(b"IHDR", b"CgBI"),
        of_colour(0, 0, 0, width=0),
        GIF[:6] + b"\0\0" + GIF[8:],
        bytes.fromhex("ffd8 ffe0 0002 00ff c0000b 08 0006 0004"),
        bytes.fromhex("ffd8 ffda 0002 ffc0 000b 08 0006 0004 00"),
        bytes.fromhex("ffd8 ffe0 0000") * 2,
    ],
)
def test_a_broken_header_says_nothing(found: bytes) -> None:
    assert dimensions(found) is None


def test_a_jpeg_of_nothing_but_empty_segments_ends() -> None:
    assert dimensions(b"\xff\xd8" + b"\xff\xe0\x00\x00" * 1_000_000) is None
    assert dimensions(b"\xff\xd8" + b"\xff" * 4_999_998) is None
