"""An address as a square of light and dark, which the camera of a phone reads."""

import re
from functools import lru_cache
from typing import NamedTuple

from game.core.digests import blake2b
from game.web.pages.elements import make

FOLDER = "/wall/qr/"
QUIET_ZONE = 4
"""Light modules round the code; with fewer, cameras do not find it."""


class QrCode(NamedTuple):
    """A picture of an address."""

    path: str
    """Where the picture is had. It holds a digest, so that browsers may keep it."""
    data: bytes
    """SVG: it is as sharp on a projector as on a phone."""


@lru_cache(maxsize=8)
def draw_qr_code(text: str) -> QrCode:
    """The code of a text. A seventh of it may be hidden or dirty, and it can still be read."""
    import segno  # late: only the wall of a class needs it

    rows = [bytes(row) for row in segno.make_qr(text, error="m").matrix_iter(border=QUIET_ZONE)]
    size = len(rows)
    dark = "".join(
        f"M{found.start()} {y}h{len(found[0])}v1h-{len(found[0])}z"
        for y, row in enumerate(rows)
        for found in re.finditer(b"\x01+", row)
    )
    drawn = make(
        "svg",
        make("path", fill="#fff", d=f"M0 0h{size}v{size}h-{size}z"),
        make("path", d=dark),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {size} {size}",
        shape_rendering="crispEdges",
    )
    data = drawn.encode()
    return QrCode(f"{FOLDER}{blake2b(data, digest_size=8).hexdigest()}.svg", data)
