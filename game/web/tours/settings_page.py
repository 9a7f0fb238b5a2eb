"""The page on which a reader chooses how pages look. It works for whoever has not begun or joined, too."""

import re
from collections.abc import Awaitable, Callable, Iterator

from aiohttp import web

from game.app.game import Game
from game.exports.report_markup import RawMarkup
from game.prose import web_words as words
from game.web.pages.elements import Part, make
from game.web.pages.look import CHOICES, LOOK, Look, choose_look
from game.web.pages.page_frame import SETTINGS_PATH, Framed, Heading, render_frame
from game.web.serving.gate import FORM, Gate, make_token
from game.web.tours.tour_page import FormKeys, make_form, make_line_button

OWN_PATH = re.compile(r"/[a-z/-]{0,60}")
"""Where Back may lead: to a page of this server."""


FindMore = Callable[[web.Request], Awaitable[Part]]


class SettingsPage:
    """Its addresses and what answers them."""

    def __init__(self, gate: Gate, find_title: Callable[[], str], find_more: FindMore | None = None) -> None:
        """Make it.

        Args:
            gate: Of the server.
            find_title: Tells what stands above the pages.
            find_more: Gives what somebody can choose beside the look.
        """
        self._gate, self._find_title, self._find_more = gate, find_title, find_more

    def list_routes(self) -> tuple[web.AbstractRouteDef, ...]:
        """Its addresses."""
        return web.get(SETTINGS_PATH, self._show), web.post(SETTINGS_PATH, self._keep)

    async def _show(self, request: web.Request) -> web.Response:
        key = self._gate.get_key(request)
        back = find_back(request.query.get("back", ""))
        more = await self._find_more(request) if self._find_more is not None else None
        page = render_settings(self._find_title(), LOOK.get(), back, make_token(key) if key else "", more)
        return web.Response(text=page, content_type="text/html")

    async def _keep(self, request: web.Request) -> web.Response:
        form = request[FORM]
        back = find_back(form.get("back", ""))
        response = web.Response(status=303, headers={"Location": f"{SETTINGS_PATH}?back={back}"})
        self._gate.set_look(response, choose_look(form))
        return response


def find_back(asked: str) -> str:
    """The page to go back to; the first one where an address is none of ours.

    >>> find_back("/notebook"), find_back("//evil.example"), find_back("https://evil.example")
    ('/notebook', '/', '/')
    """
    return asked if OWN_PATH.fullmatch(asked) and not asked.startswith("//") else "/"


def render_settings(title: str, look: Look, back: str, token: str, more: Part = None) -> str:
    """The page.

    Args:
        title: Of the tour or the class.
        look: What is chosen now.
        back: The page that led here.
        token: For the form; empty for a browser without a cookie.
        more: What can be chosen beside the look.
    """
    form = make(
        "form",
        make("input", type="hidden", name="token", value=token) if token else None,
        make("input", type="hidden", name="back", value=back),
        (_render_setting(name, values, getattr(look, name)) for name, values in CHOICES.items()),
        make(
            "p",
            make("button", words.KEEP_SETTINGS, kind="act"),
            make("a", words.BACK, href=back, kind="button"),
            kind="chips",
        ),
        method="post",
        action=SETTINGS_PATH,
        kind="settings",
    )
    body = (form, more, make("p", words.SETTINGS_NOTE, kind="source"))
    return render_frame(Framed(title, Heading(words.SETTINGS), body, path=SETTINGS_PATH))


def render_units(game: Game, keys: FormKeys) -> Part:
    """The units of a tour. They belong to the tour and not to the browser, so a line chooses them, as if typed."""
    if game.is_over or game.practice is not None:
        return None
    buttons = (
        make_line_button(
            f"units {units}",
            label,
            make("small", f" ({words.CHOSEN})") if units == game.state.units else None,
        )
        for units, label in words.UNITS_WORDS.items()
    )
    return make("section", make("h2", words.UNITS), make_form(keys, buttons, kind="offers", goes_to=SETTINGS_PATH))


def _render_setting(name: str, values: tuple[str, ...], chosen: str) -> RawMarkup:
    setting = words.SETTING_WORDS[name]
    return make(
        "fieldset",
        make("legend", setting.label),
        _list_values(name, values, setting.values, chosen),
    )


def _list_values(name: str, values: tuple[str, ...], labels: tuple[str, ...], chosen: str) -> Iterator[Part]:
    for value, label in zip(values, labels, strict=True):
        place = f"{name}-{value}"
        field = make("input", type="radio", id=place, name=name, value=value, checked=value == chosen)
        yield make("label", field, make("span", label), for_=place, kind="option")
