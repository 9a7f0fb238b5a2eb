"""The style sheet, the script and the icon of the pages; addresses hold digests, so that browsers may keep them."""

from importlib.resources import files
from typing import NamedTuple

from game.core.digests import blake2b

FOLDER = "/static/"


class StaticFile(NamedTuple):
    """A file that is the same for everybody."""

    path: str
    kind: str
    data: bytes


def load_static(name: str, kind: str) -> StaticFile:
    """A file of this package."""
    data = (files("game.web") / "static" / name).read_bytes()
    stem, _, ending = name.partition(".")
    return StaticFile(f"{FOLDER}{stem}-{blake2b(data, digest_size=8).hexdigest()}.{ending}", kind, data)


SHEET = load_static("tour.css", "text/css")
SCRIPT = load_static("tour.js", "text/javascript")
ICON = load_static("icon.png", "image/png")
STATIC_FILES = {each.path: each for each in (SHEET, SCRIPT, ICON)}
