"""How a reader wants pages to look: kept in a cookie of the browser, and known to every page that is made for it.

A page is made deep inside a mode, a room or a board, none of which has to do with colours. So the look is a variable of
the request (``LOOK``), which the gate fills, and not a parameter of every function between the gate and a page.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

MAX_COOKIE_CHARACTERS = 200

CHOICES: Mapping[str, tuple[str, ...]] = {
    "theme": ("device", "night", "day"),
    "text": ("normal", "large", "larger"),
    "motion": ("device", "less"),
    "pictures": ("shown", "told", "words"),
}
"""Setting -> its values, the default first."""


class Look(NamedTuple):
    """The choices of one reader."""

    theme: str = "device"
    text: str = "normal"
    motion: str = "device"
    pictures: str = "shown"
    """Shown alone, shown with the description below, or the description alone."""


DEFAULT_LOOK = Look()

LOOK: ContextVar[Look] = ContextVar("look", default=DEFAULT_LOOK)
"""Of the request that is answered."""


def choose_look(fields: Mapping[str, str]) -> Look:
    """The look that fields choose; whatever is no value of a setting is its default.

    >>> choose_look({"theme": "day", "text": "huge", "x": "1"})
    Look(theme='day', text='normal', motion='device', pictures='shown')
    """
    return Look(**{name: fields[name] for name, values in CHOICES.items() if fields.get(name) in values})


def read_look(cookie: str) -> Look:
    """The look that a cookie holds. Anybody may write anything into a cookie, so nothing in it is believed."""
    return choose_look(dict(parse_qsl(cookie[:MAX_COOKIE_CHARACTERS], errors="replace")))


def write_look(look: Look) -> str:
    """The look as a cookie holds it.

    >>> write_look(Look(theme="day", pictures="words"))
    'theme=day&pictures=words'
    """
    return urlencode({name: value for name, value in look._asdict().items() if value != CHOICES[name][0]})
