"""The frame of every page of the site: head, ways to the other pages, foot; and the one place that writes its elements.

Pages are HTML that is also well-formed XML, so that a strict reader can check them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from game.exports.report_markup import escape_html
from game.pack.world import Room, World
from game.prose import site_words as words

SHEET = "site.css"
INDEX, AT_HAND, SOURCES, GLOSSARY = "index.html", "at-hand.html", "sources.html", "glossary.html"
DIFFERENCES, TIMELINE, QUESTIONS = "differences.html", "timeline.html", "questions.html"

LANGUAGE = "en"
"""Of the texts; packs are written in English."""


class Page(NamedTuple):
    """One page before it is framed."""

    name: str
    title: str
    body: str
    """Markup: what stands under the heading of the page."""
    room: Room | None = None
    """The room it shows, whose number stands above its heading."""


def name_room_page(room: Room) -> str:
    """The file of a room. The word before its id keeps apart a room called index, or con, which Windows forbids."""
    return f"room-{room.id}.html"


def render_page(page: Page, world: World) -> str:
    """A whole page."""
    tour = world.tour
    title = tour.title if page.name == INDEX else f"{page.title} · {tour.title}"
    head = (
        '<meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>'
        f'<meta name="color-scheme" content="light dark"/><title>{escape_html(title)}</title>'
        f'<link rel="stylesheet" href="{SHEET}"/>'
    )
    above = "" if page.room is None else make_element("p", words.count_room(page.room, world), "number")
    return (
        f'<!DOCTYPE html>\n<html lang="{LANGUAGE}"><head>{head}</head>\n<body>\n'
        f'<a class="skip" href="#main">{words.SKIP}</a>\n<header>{_render_navigation(page, world)}</header>\n'
        f'<main id="main">{above}{make_element("h1", page.title)}\n{page.body}</main>\n'
        f"<footer><p>{escape_html(words.FOOT)}</p></footer>\n</body></html>\n"
    )


def _render_navigation(page: Page, world: World) -> str:
    entries = [
        (INDEX, world.tour.title),
        *([(AT_HAND, words.AT_HAND)] if world.tour.carried or world.tour.everywhere else []),
        (SOURCES, words.SOURCES),
        (GLOSSARY, words.GLOSSARY),
        (DIFFERENCES, words.DIFFERENCES),
        (TIMELINE, words.TIMELINE),
        (QUESTIONS, words.QUESTIONS),
    ]
    links = "".join(f"<li>{make_link(name, text, is_current=name == page.name)}</li>" for name, text in entries)
    return f'<nav aria-label="{words.PAGES}"><ul>{links}</ul></nav>'


def make_element(tag: str, text: str, kind: str = "", id: str = "") -> str:
    """An element that holds one text, which is escaped.

    >>> make_element("p", "a < b", "note")
    '<p class="note">a &lt; b</p>'
    """
    return f"<{tag}{_write_attributes(kind, id)}>{escape_html(text)}</{tag}>"


def wrap_markup(tag: str, markup: Iterable[str], kind: str = "", id: str = "") -> str:
    """An element around markup of our own."""
    return f"<{tag}{_write_attributes(kind, id)}>{''.join(markup)}</{tag}>"


def _write_attributes(kind: str, id: str) -> str:
    named = f' id="{escape_html(id)}"' if id else ""
    return f'{named} class="{kind}"' if kind else named


def make_link(target: str, text: str, kind: str = "", *, is_current: bool = False) -> str:
    """A link inside the site."""
    here = ' aria-current="page"' if is_current else ""
    return f'<a href="{escape_html(target)}"{_write_attributes(kind, "")}{here}>{escape_html(text)}</a>'


def make_section(heading: str, markup: Iterable[str], id: str = "", kind: str = "") -> str:
    """A section with a heading of the second level; nothing when it holds nothing."""
    inner = "\n".join(markup)
    return f"{wrap_markup('section', [make_element('h2', heading), inner], kind, id)}\n" if inner else ""
