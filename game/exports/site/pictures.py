"""The pictures of the rooms for the site: by night and by day, for a narrow window and a wide one."""

from collections.abc import Iterator, Mapping

from game.art import Hour, Size, paint_picture
from game.art.art_files import ArtFolder
from game.art.png import encode_png
from game.exports.report_markup import escape_html
from game.exports.site.frame import make_element, wrap_markup
from game.pack.world import Room, World
from game.prose import site_words as words

WIDTHS: Mapping[str, int] = {"narrow": 76, "wide": 104}
"""Window -> pixels of its pictures, before they are enlarged."""

HOURS: Mapping[str, Hour] = {"night": "night", "day": "day"}
"""Theme -> the hour of its pictures: a bright sky glares on a dark page."""

ENLARGED = 4
"""How often a pixel stands in a file: browsers enlarge without blurring, but not on the way to paper."""

ROWS = 14
"""Rows of the terminal that a picture would fill, two pixels each."""

MEDIA = (
    ("narrow", "night", "screen and (max-width: 40em) and (prefers-color-scheme: dark)"),
    ("narrow", "day", "screen and (max-width: 40em)"),
    ("wide", "night", "screen and (prefers-color-scheme: dark)"),
)
"""Window, theme, and the query by which a browser knows that it has them."""


def paint_site_pictures(world: World, art: ArtFolder) -> dict[str, bytes]:
    """Path -> file, for every room of which the pack has a picture."""
    painted = {}
    for room in world.rooms.values():
        scene = art.find_scene(world.tour, room)
        if scene is None:
            continue
        for window, width in WIDTHS.items():
            for theme, hour in HOURS.items():
                made = paint_picture(scene, art.sprites, Size(width, ROWS), hour, enters="")
                painted[_name_file(room, window, theme)] = encode_png(made.pixels, ENLARGED)
    return painted


def _name_file(room: Room, window: str, theme: str) -> str:
    return f"pictures/{room.id}-{window}-{theme}.png"


def render_picture(room: Room, pictures: frozenset[str]) -> str:
    """The picture with its text for those who do not see it; that text alone, in a frame, where there is none."""
    if _name_file(room, "wide", "day") not in pictures:
        parts = [make_element("p", words.render_picture_in_words(room.alt))]
        return wrap_markup("div", parts, "frame")
    wide = _name_file(room, "wide", "day")
    size = f'width="{ENLARGED * WIDTHS["wide"]}" height="{ENLARGED * 2 * ROWS}"'
    image = f'<img src="{wide}" alt="{escape_html(room.alt)}" {size}/>'
    caption = make_element("figcaption", words.PICTURE_CAPTION)
    return wrap_markup("figure", [wrap_markup("picture", [*_list_choices(room), image]), caption])


def _list_choices(room: Room) -> Iterator[str]:
    """The pictures from which a browser takes the first that fits; the wide one by day is what is left, and printed."""
    for window, theme, when in MEDIA:
        yield f'<source srcset="{_name_file(room, window, theme)}" media="{when}"/>'
