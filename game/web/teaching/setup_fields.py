"""The fields of a set-up, each with its label, its hint, and what is wrong with it."""

from typing import NamedTuple

from game.exports.report_markup import RawMarkup, escape_html
from game.quiz.bank import Bank
from game.web.pages.elements import make
from game.web.pages.form_field import tie_field, wrap_field
from game.web.stores.class_plan import ClassDraft
from game.web.teaching.draft_form import Faults


class SetupView(NamedTuple):
    """What the page shows."""

    title: str
    draft: ClassDraft
    bank: Bank | None
    """None where the pack cannot be used."""
    token: str
    faults: Faults
    notice: str = ""
    typed_number: str = ""
    """How many questions were asked for last, as typed."""
    is_asking: bool = False
    """Whether opening must be confirmed, for pupils are answering."""


def render_field(view: SetupView, name: str, label: str, hint: str, value: str, mode: str | None = None) -> RawMarkup:
    """A field of one line, with its label, its hint, and what is wrong with it."""
    field = make(
        "input",
        type="text",
        id=name,
        name=name,
        value=value,
        inputmode=mode,
        maxlength="100",
        autocomplete="off",
        **_tie(view, name, hint),
    )
    return wrap_field(name, label, hint, view.faults.get(name, ""), field)


def render_area(view: SetupView, name: str, label: str, hint: str, value: str) -> RawMarkup:
    """A field of several lines."""
    # Line by line: elsewhere a break of a line in a text is a sign that is shown.
    lines = RawMarkup("\n".join(map(escape_html, value.splitlines())))
    field = make("textarea", lines, id=name, name=name, rows="3", maxlength="8000", **_tie(view, name, hint))
    return wrap_field(name, label, hint, view.faults.get(name, ""), field)


def _tie(view: SetupView, name: str, hint: str) -> dict[str, str | bool | None]:
    """Attributes of a field; the first one that is wrong has the focus."""
    return {**tie_field(name, hint, view.faults.get(name, "")), "autofocus": name == next(iter(view.faults), "")}


def render_tick(name: str, text: str, *, is_on: bool) -> RawMarkup:
    """A box to tick."""
    field = make("input", type="checkbox", name=name, value="1", checked=is_on, id=name)
    return make("label", field, make("span", text), kind="option", for_=name)
