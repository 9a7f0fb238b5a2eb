"""The picture of the title of a tour, by night and by day, as the first page shows it."""

from typing import Literal

from game.art.art_files import ArtFolder
from game.art.cover import can_write, draw_cover
from game.art.palette import Colour
from game.art.title_land import DAY, NIGHT
from game.art.title_train import draw_title_train
from game.pack.world import Tour


def is_title_drawn(tour: Tour, width: int) -> bool:
    """Whether a tour has a picture of its title, and its letters have room in that width."""
    return can_write(tour.title, width) and (bool(tour.title_picture) or tour.strip == "train")


def paint_title(tour: Tour, art: ArtFolder, width: int, rows: int, hour: Literal["night", "day"]) -> list[list[Colour]]:
    """Its pixels.

    Args:
        tour: The tour.
        art: The pictures of its pack.
        width: Pixels.
        rows: Rows of the terminal that it would fill, two pixels each.
        hour: Decides the light.
    """
    if not tour.title_picture:
        return draw_title_train(width, rows, tour.title, DAY if hour == "day" else NIGHT).rows
    return draw_cover(art.scene(tour.title_picture), art.sprites, width, rows, tour.title, hour).rows
