"""Small PNGs: of one colour; and a screenshot with a palette, a third of its size, for pictures of text have few."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what asks old engines has no Playwright
    from playwright.sync_api import Page

_TRUE_COLOUR, _PALETTED = 2, 3

# The 256 most frequent colours of a picture, and for every pixel the nearest of them.
_PALETTE = """async png => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const pixels = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const colours = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b);
  const palette = colours.slice(0, 256);
  const channels = colour => [0, 8, 16, 24].map(shift => colour >>> shift & 255);
  const distance = (a, b) => channels(a).reduce((sum, value, i) => sum + (value - channels(b)[i]) ** 2, 0);
  const nearest = colour => palette.reduce((best, one, i) =>
    distance(one, colour) < distance(palette[best], colour) ? i : best, 0);
  const index = new Map(colours.map((colour, i) => [colour, i < 256 ? i : nearest(colour)]));
  let indices = "";
  for (const pixel of pixels) indices += String.fromCharCode(index.get(pixel));
  return { width, height, palette: palette.map(channels), indices: btoa(indices) };
}"""


def with_palette(png: bytes, page: Page) -> bytes:
    """The same picture in at most 256 colours. `page` is any page of a browser, which reads the pixels."""
    picture = page.evaluate(_PALETTE, base64.b64encode(png).decode())
    width, height = picture["width"], picture["height"]
    indices = base64.b64decode(picture["indices"])
    rows = b"".join(b"\0" + indices[start : start + width] for start in range(0, width * height, width))
    return _png(
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _PALETTED, 0, 0, 0)),
        (b"PLTE", bytes(value for colour in picture["palette"] for value in colour[:3])),
        (b"tRNS", bytes(colour[3] for colour in picture["palette"])),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )


def of_colour(red: int, green: int, blue: int, width: int = 8, height: int = 8) -> bytes:
    """A picture of one colour."""
    row = b"\0" + bytes((red, green, blue)) * width
    return _png(
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _TRUE_COLOUR, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * height, 9)),
        (b"IEND", b""),
    )


def _png(*chunks: tuple[bytes, bytes]) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )
