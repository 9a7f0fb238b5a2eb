"""Pictures as PNG files: with a palette where 256 colours are enough, as they are for nearly every scene."""

import struct
import zlib
from collections.abc import Sequence

from game.art.palette import Colour

MAX_PALETTE_COLOURS = 256
"""What one byte a pixel can name."""

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def encode_png(pixels: Sequence[Sequence[Colour]], scale: int = 1) -> bytes:
    """The pixels as a PNG file. Without a date and without the name of a program: the same pixels, the same bytes.

    Args:
        pixels: Rows of colours, all of one length.
        scale: How many pixels of the file one pixel takes, across and down.
    """
    pixels = [[colour for colour in row for _ in range(scale)] for row in pixels for _ in range(scale)]
    colours = sorted({colour for row in pixels for colour in row})
    if len(colours) <= MAX_PALETTE_COLOURS:
        places = {colour: place for place, colour in enumerate(colours)}
        rows = [bytes(map(places.__getitem__, row)) for row in pixels]
        palette = _make_chunk(b"PLTE", b"".join(map(_split, colours)))
    else:
        rows, palette = [b"".join(map(_split, row)) for row in pixels], b""
    head = struct.pack(">IIBBBBB", len(pixels[0]), len(pixels), 8, 3 if palette else 2, 0, 0, 0)
    # A zero before each row: no filter. Flat areas of a drawing compress best as they are.
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"".join(
        (SIGNATURE, _make_chunk(b"IHDR", head), palette, _make_chunk(b"IDAT", data), _make_chunk(b"IEND", b""))
    )


def _split(colour: Colour) -> bytes:
    return colour.to_bytes(3, "big")


def _make_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
