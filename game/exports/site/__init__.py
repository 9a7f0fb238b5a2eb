"""The whole tour as a site: pages of HTML, one sheet, pictures; without script, and asking nothing of any other place.

A room, the sources, the glossary, the differences, the time line and the questions each have a page. The functions are
pure: a world in, names of files and their bytes out. The same pack gives the same bytes.
"""

from collections.abc import Iterator

from game.art.art_files import ArtFolder
from game.exports.site.difference_page import render_difference_page
from game.exports.site.frame import SHEET, Page, name_room_page, render_page
from game.exports.site.glossary_page import render_glossary_page
from game.exports.site.pictures import paint_site_pictures
from game.exports.site.question_page import render_question_page
from game.exports.site.room_page import render_room_page
from game.exports.site.source_page import render_source_page
from game.exports.site.start_pages import render_at_hand_page, render_index_page
from game.exports.site.style import SITE_STYLE
from game.exports.site.timeline_page import render_timeline_page
from game.pack.world import World

__all__ = ["render_site"]


def render_site(world: World, art: ArtFolder) -> dict[str, bytes]:
    """Every file of the site: its path, with slashes, and its bytes.

    Args:
        world: The pack.
        art: The pictures of its rooms.
    """
    pictures = paint_site_pictures(world, art)
    files = {page.name: render_page(page, world).encode() for page in _make_pages(world, frozenset(pictures))}
    return {SHEET: SITE_STYLE.encode(), **files, **pictures}


def _make_pages(world: World, pictures: frozenset[str]) -> Iterator[Page]:
    yield render_index_page(world)
    if world.tour.carried or world.tour.everywhere:
        yield render_at_hand_page(world)
    for room in world.rooms.values():
        yield Page(name_room_page(room), room.name, render_room_page(room, world, pictures), room)
    yield render_source_page(world)
    yield render_glossary_page(world)
    yield render_difference_page(world)
    yield render_timeline_page(world)
    yield render_question_page(world)
