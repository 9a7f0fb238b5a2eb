"""The frame of every page: head, skip link, the line with the one heading, ways to the other pages, foot."""

from collections.abc import Sequence
from typing import NamedTuple

from game.exports.report_markup import RawMarkup
from game.prose import web_words as words
from game.web.pages.elements import Part, join, make
from game.web.pages.following import render_notice
from game.web.pages.look import LOOK
from game.web.pages.static_files import ICON, SCRIPT, SHEET, StaticFile

SETTINGS_PATH = "/settings"

SCHEMES = {"device": "dark light", "night": "dark", "day": "light"}
"""Theme -> the colours in which a browser draws its own parts, such as lists to choose from."""


class Place(NamedTuple):
    """A page that the others lead to."""

    path: str
    name: str


class Heading(NamedTuple):
    """What the line at the top of a page shows."""

    title: str
    badge: str = ""
    done: float | None = None
    """0 to 1, as the yellow line; None for a whole line."""
    right: str = ""
    label: str = ""
    """What the yellow line shows, for those who do not see it; empty where the words at the right say it."""
    of: str = ""
    """What stands before the title: what the page is about, where that is not in the title."""
    seconds_left: float | None = None
    """Of a clock that runs down; the script counts them on."""


class Framed(NamedTuple):
    """One page before it is framed."""

    tour: str
    """The title of the tour."""
    heading: Heading
    body: Part
    places: Sequence[Place] = ()
    path: str = ""
    """Its own address, which the ways to other pages mark."""
    kind: str = "page"
    title_prefix: str = ""
    """Stands first in the title of the window: that a form was refused."""
    sheets: Sequence[StaticFile] = ()
    """Style sheets beside the one that all pages have."""


def render_frame(page: Framed) -> str:
    """A whole page."""
    title = page.tour if page.heading.title == page.tour else f"{page.heading.title} · {page.tour}"
    title = f"{page.title_prefix}: {title}" if page.title_prefix else title
    look, content = LOOK.get(), join(page.body)
    head = make(
        "head",
        make("meta", charset="utf-8"),
        make("meta", name="viewport", content="width=device-width, initial-scale=1"),
        make("meta", name="color-scheme", content=SCHEMES[look.theme]),
        make("meta", name="robots", content="noindex"),
        make("title", title),
        (make("link", rel="stylesheet", href=sheet.path) for sheet in (SHEET, *page.sheets)),
        make("link", rel="icon", href=ICON.path),
        make("script", src=SCRIPT.path, defer=True),
    )
    body = make(
        "body",
        make("a", words.SKIP, href="#main", kind="skip"),
        _render_line(page.heading),
        _render_navigation(page),
        make("main", render_notice(content), content, id="main", kind=page.kind, tabindex="-1"),
        make("div", id="live", role="status", kind="unseen"),
        make("footer", _render_settings_link(page.path), make("p", words.FOOT)),
    )
    html = make(
        "html",
        head,
        body,
        lang="en",
        data_theme=None if look.theme == "device" else look.theme,
        data_text=None if look.text == "normal" else look.text,
        data_motion=None if look.motion == "device" else look.motion,
        data_not_sent=words.NOT_SENT,
    )
    return f"<!doctype html>\n{html}\n"


def _render_settings_link(path: str) -> RawMarkup:
    if path == SETTINGS_PATH:
        return join(None)
    return make("p", make("a", words.SETTINGS, href=f"{SETTINGS_PATH}?back={path}" if path else SETTINGS_PATH))


def _render_line(heading: Heading) -> RawMarkup:
    done = 1.0 if heading.done is None else heading.done
    left = None if heading.seconds_left is None else f"{heading.seconds_left:.0f}"
    label = (heading.label or heading.right or None) if heading.done is not None else None
    return make(
        "header",
        make("span", heading.badge, kind="badge") if heading.badge else None,
        make("span", heading.of, kind="of") if heading.of else None,
        make("h1", heading.title, tabindex="-1"),
        make("progress", value=f"{done:.3f}", max="1", aria_label=label, aria_hidden=None if label else "true"),
        make("span", heading.right, kind="right", data_left=left) if heading.right else None,
        kind="line",
    )


def _render_navigation(page: Framed) -> RawMarkup:
    links = (
        make("li", make("a", place.name, href=place.path, aria_current="page" if place.path == page.path else None))
        for place in page.places
    )
    return make("nav", make("ul", links), aria_label=words.PAGES, kind="pages") if page.places else join(None)
