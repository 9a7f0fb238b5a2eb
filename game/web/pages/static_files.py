"""The style sheet, the script and the icon of the pages; addresses hold digests, so that browsers may keep them."""

from importlib.resources import files
from typing import NamedTuple

from game.core.digests import blake2b
from game.exports.report_style import label_columns
from game.prose.report_labels import ITEM_HEAD

FOLDER = "/static/"


class StaticFile(NamedTuple):
    """A file that is the same for everybody."""

    path: str
    kind: str
    data: bytes


def load_static(name: str, kind: str, more: str = "") -> StaticFile:
    """A file of this package.

    Args:
        name: Of the file.
        kind: What it is, for the browser.
        more: What is added at its end.
    """
    data = (files("game.web.pages") / "static" / name).read_bytes() + more.encode()
    stem, _, ending = name.partition(".")
    return StaticFile(f"{FOLDER}{stem}-{blake2b(data, digest_size=8).hexdigest()}.{ending}", kind, data)


SHEET = load_static("tour.css", "text/css")
MARKS_SHEET = load_static("marks.css", "text/css", label_columns(ITEM_HEAD, "var(--muted)"))
SCRIPT = load_static("tour.js", "text/javascript")
ICON = load_static("icon.png", "image/png")
STATIC_FILES = {each.path: each for each in (SHEET, MARKS_SHEET, SCRIPT, ICON)}
