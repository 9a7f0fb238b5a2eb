"""The pages of a class before it does anything: joining, waiting, and the board for somebody else."""

from typing import NamedTuple

from game.exports.report_markup import RawMarkup
from game.prose import class_tour_words
from game.prose import class_words as words
from game.prose.class_words import JoinFault
from game.web.classes.news_hub import NEWS_PATH
from game.web.classes.pupils import Pupil
from game.web.pages.elements import Part, make
from game.web.pages.form_field import tie_field, wrap_field
from game.web.pages.page_frame import Framed, Heading, render_frame

JOIN_PATH, WAIT_PATH = "/join", "/wait"

FAULTY_FIELDS: dict[JoinFault, str] = {
    "code": "code",
    "often": "code",
    "name": "name",
    "taken": "number",
    "number": "number",
    "full": "code",
    "closed": "code",
    "unknown": "name",
    "not kept": "code",
}
"""Why somebody cannot join -> the field that it is told at."""


class Typed(NamedTuple):
    """What was typed to join."""

    code: str = ""
    name: str = ""


def render_join_page(title: str, typed: Typed, fault: JoinFault | None, token: str) -> str:
    """The page on which one joins.

    Args:
        title: Of the exam.
        typed: What was typed before.
        fault: Why it was refused; None for the first time.
        token: For the form; empty for a browser without a cookie.
    """
    wants_number = fault in ("taken", "number")
    form = make(
        "form",
        make("input", type="hidden", name="token", value=token) if token else None,
        _render_field("code", words.CODE, words.CODE_HINT, typed.code, fault, kind="code"),
        _render_field("name", words.NAME, words.NAME_HINT, typed.name, fault),
        _render_field("number", words.NUMBER, words.NUMBER_HINT, "", fault) if wants_number else None,
        make("button", words.ENTER, kind="act"),
        method="post",
        action=JOIN_PATH,
        kind="pair",
    )
    heading = Heading(words.JOIN, "CLASS")
    body = (form, make("p", words.JOIN_NOTE, kind="source"))
    return render_frame(Framed(title, heading, body, title_prefix=words.ERROR_TITLE if fault else ""))


def _render_field(
    name: str, label: str, hint: str, value: str, fault: JoinFault | None, kind: str | None = None
) -> RawMarkup:
    told = words.JOIN_FAULTS[fault] if fault is not None and FAULTY_FIELDS[fault] == name else ""
    field = make(
        "input",
        type="text",
        id=name,
        name=name,
        value=value,
        kind=kind,
        maxlength="60",
        autocomplete="off",
        autocapitalize="characters" if name == "code" else "none",
        spellcheck="false",
        inputmode="numeric" if name == "number" else None,
        autofocus=bool(told),
        **tie_field(name, hint, told),
    )
    return wrap_field(name, label, hint, told, field)


def render_look_again() -> Part:
    """What one can do who waits."""
    return make("p", words.WAITING), make("p", make("a", words.LOOK_AGAIN, href=WAIT_PATH, kind="button"))


def render_wait_page(title: str, pupil: Pupil) -> str:
    """The page of a pupil for whom there is nothing to do yet."""
    body = (render_who(pupil), render_look_again())
    return frame_waiting(title, Heading(title, "CLASS"), body)


def render_elsewhere_page(title: str) -> str:
    """The page of a pupil whose tour another server of the class keeps."""
    body = make("p", class_tour_words.ELSEWHERE), make("p", make("a", words.LOOK_AGAIN, href="/", kind="button"))
    return render_frame(Framed(title, Heading(title, "CLASS"), body))


def frame_waiting(title: str, heading: Heading, body: Part) -> str:
    """A page that looks by itself whether there is something to do."""
    return render_frame(Framed(title, heading, make("div", body, id="wait", data_live=True, data_news=NEWS_PATH)))


def render_who(pupil: Pupil) -> Part:
    """As whom somebody is in, and the number by which another device goes on."""
    return (
        make("section", make("p", words.YOU_ARE_IN, make("b", pupil.name), ".", kind="lead"), id="said", tabindex="-1"),
        make("p", words.NUMBER, ": ", make("b", pupil.number), kind="frame"),
        make("p", words.NUMBER_NOTE, kind="source"),
    )


def render_teacher_only(title: str) -> str:
    """The board for somebody who has not its address."""
    return render_frame(Framed(title, Heading(words.BOARD, "CLASS"), make("p", words.FOR_TEACHER)))
