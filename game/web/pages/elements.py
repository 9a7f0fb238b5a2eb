"""Elements of HTML, made of texts that are escaped unless they are elements already: there is no way to forget it."""

from collections.abc import Iterable
from typing import TypeAlias, Union

from game.exports.report_markup import RawMarkup, escape_html

Part: TypeAlias = Union[str, Iterable["Part"], None]  # noqa: UP007 - a type that names itself must be a text
"""What an element holds: texts, elements, or several of them. None holds nothing."""

VOID = frozenset({"br", "img", "input", "link", "meta", "source"})
"""Elements that hold nothing and are not closed."""

NOTHING = RawMarkup("")


def make(tag: str, *parts: Part, **attributes: str | bool | None) -> RawMarkup:
    """An element.

    Args:
        tag: Its name.
        parts: What it holds.
        attributes: True writes the name alone, False and None write nothing. ``kind`` is the class, an underscore is a
            hyphen, and one at the end is left out, as in ``for_``.

    >>> make("p", "a < b", kind="note")
    '<p class="note">a &lt; b</p>'
    >>> make("a", make("b", "on"), href="/?a=1&b=2", hidden=False)
    '<a href="/?a=1&amp;b=2"><b>on</b></a>'
    """
    head = f"<{tag}{''.join(_write_attribute(name, value) for name, value in attributes.items())}>"
    return RawMarkup(head if tag in VOID else f"{head}{join(parts)}</{tag}>")


def join(parts: Part) -> RawMarkup:
    """Parts one after the other."""
    if parts is None:
        return NOTHING
    if isinstance(parts, RawMarkup):
        return parts
    if isinstance(parts, str):
        return RawMarkup(escape_html(parts))
    return RawMarkup("".join(map(join, parts)))


def _write_attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    written = "class" if name == "kind" else name.rstrip("_").replace("_", "-")
    return f" {written}" if value is True else f' {written}="{escape_html(value)}"'
