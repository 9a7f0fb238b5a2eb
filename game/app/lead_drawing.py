"""The drawing that a closed question brings, as lines for the log of a screen. Line mode shows it on the page alone."""

from typing import TYPE_CHECKING

from game.pack.leads import Lead
from game.prose.file_notices import render_page

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable  # a folder, or a place inside a zip

    from game.prose.lines import Line


def draw_lead(lead: Lead, art: "Traversable | None") -> "tuple[Line, ...]":
    """The drawing in characters on a slip of paper; nothing for a lead or a pack without one."""
    if art is None or not lead.drawing:
        return ()
    from game.art.art_files import ArtFolder  # most lines close no question
    from game.art.engraving import write_engraving

    known = ArtFolder(art).sprites
    rows = write_engraving([known[name] for name in lead.drawing if name in known])
    wide = max(map(len, rows), default=0)
    return render_page([f"  {row:<{wide}}  " for row in rows])
