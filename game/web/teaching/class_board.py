"""The teacher's board: who is in and how far, and what can be done to all. It shows no mark."""

from collections.abc import Sequence
from typing import NamedTuple

from game.exports.report_markup import RawMarkup
from game.prose import board_words as words
from game.prose import class_words, setup_words
from game.prose.exam import format_span
from game.web.classes.news_hub import BOARD_NEWS_PATH
from game.web.classes.teacher_places import BEGIN_PATH, DO_PATH, TEACHER_PLACES, WALL_PATH, find_pupil_path
from game.web.pages.elements import Part, join, make
from game.web.pages.page_frame import Framed, Heading, render_frame
from game.web.serving.gate import TEACHERS_PATH
from game.web.serving.own_address import Reach
from game.web.teaching.pupil_record import PupilRecord


class Told(NamedTuple):
    """What is said above a page: what was done, or why it was not."""

    text: str = ""
    is_refused: bool = False


class BoardView(NamedTuple):
    """What the board shows."""

    title: str
    code: str
    address: str
    """What pupils open, as they type it."""
    reach: Reach
    pupils: Sequence[PupilRecord]
    token: str
    stamp: str
    waits: bool
    """Whether pupils wait until the teacher lets them begin."""
    is_exam: bool
    is_held: bool
    takes_new: bool
    told: Told = Told()


def render_board_page(view: BoardView) -> str:
    """The page."""
    head = make("div", _render_class(view), id="class", data_live=True, data_news=BOARD_NEWS_PATH)
    acts = make("div", _render_acts(view), id="acts", data_live=True)
    board = make("div", _render_pupils(view), id="board", data_live=True)
    begin = make(
        "form",
        render_hidden(view.token),
        make("button", setup_words.BEGIN_NOW, kind="act"),
        method="post",
        action=BEGIN_PATH,
    )
    parts = (render_told(view.told), begin if view.waits else None, head, acts, board)
    heading = Heading(class_words.BOARD, "CLASS")
    prefix = class_words.ERROR_TITLE if view.told.is_refused else ""
    return render_frame(Framed(view.title, heading, parts, TEACHER_PLACES, TEACHERS_PATH, "board", prefix))


def render_told(told: Told) -> RawMarkup:
    """What was done, where the focus is."""
    if not told.text:
        return join(None)
    role = "alert" if told.is_refused else "status"
    return make("p", told.text, kind="notice", id="said", role=role, tabindex="-1", autofocus=True)


def render_hidden(token: str, **fields: str) -> Part:
    """The fields of a form that nobody sees."""
    return [make("input", type="hidden", name=name, value=value) for name, value in {"token": token, **fields}.items()]


def render_do(hidden: Part, *parts: Part) -> RawMarkup:
    """A form of the board."""
    return make("form", hidden, parts, method="post", action=DO_PATH, kind="deed")


def render_act(do: str, *label: Part, is_main: bool = False) -> RawMarkup:
    """A button of such a form."""
    return make("button", label, name="do", value=do, kind="act" if is_main else None)


def render_minutes(name: str, value: str, hint: str = "") -> Part:
    """The field for minutes."""
    field = make(
        "input",
        type="text",
        id=name,
        name="minutes",
        value=value,
        inputmode="decimal",
        maxlength="8",
        size="4",
        autocomplete="off",
        kind="short",
        aria_describedby=f"{name}-hint" if hint else None,
    )
    told = make("span", hint, kind="source", id=f"{name}-hint") if hint else None
    return make("label", words.MINUTES, for_=name), field, told


def _render_class(view: BoardView) -> Part:
    return (
        make("p", class_words.CODE, " ", make("b", view.code, kind="bigcode")),
        _render_address(view),
        make("p", words.HELD_NOTE, kind="notice") if view.is_held else None,
        make("p", words.CLOSED_NOTE, kind="notice") if not view.takes_new else None,
        make("p", class_words.count_in(len(view.pupils)), kind="lead"),
    )


def _render_address(view: BoardView) -> Part:
    is_for_pupils = view.reach == "others"
    name = class_words.ADDRESS if is_for_pupils else class_words.ON_THIS_MACHINE
    told = None if is_for_pupils else make("p", class_words.NO_REACH[view.reach], kind="notice")
    return make("p", f"{name}: ", make("b", view.address)), told


def _render_pupils(view: BoardView) -> Part:
    return (
        _render_rows(view.pupils) if view.pupils else make("p", class_words.NOBODY),
        make(
            "p",
            make("a", class_words.LOOK_AGAIN, href=TEACHERS_PATH, kind="button"),
            " ",
            make("a", class_words.OPEN_WALL, href=WALL_PATH),
        ),
    )


def _render_rows(pupils: Sequence[PupilRecord]) -> RawMarkup:
    heads = (class_words.PUPIL, class_words.STATE, class_words.PROGRESS, class_words.LEFT_HEAD, words.SEEN)
    head = make("thead", make("tr", (make("th", each, scope="col") for each in heads)))
    table = make("table", head, make("tbody", map(_render_row, pupils)))
    return make("div", table, kind="scroll", tabindex="0", role="region", aria_label=class_words.BOARD)


def _render_row(pupil: PupilRecord) -> RawMarkup:
    standing = pupil.standing
    return make(
        "tr",
        make("th", make("a", pupil.name, href=find_pupil_path(pupil.key)), scope="row"),
        make("td", class_words.STATES[standing.state], kind=standing.state),
        make("td", standing.progress),
        make("td", "" if standing.seconds_left is None else format_span(standing.seconds_left)),
        make("td", pupil.seen),
    )


def _render_acts(view: BoardView) -> Part:
    hidden = render_hidden(view.token, stamp=view.stamp)
    close = render_act("close", words.CLOSE) if view.takes_new else render_act("open", words.OPEN)
    hold = (
        render_act("release", words.RELEASE_ALL, is_main=True) if view.is_held else render_act("hold", words.HOLD_ALL)
    )
    exam = (
        _render_outage(view, hidden),
        render_do(hidden, render_minutes("all-minutes", "5"), render_act("extend", words.GIVE_ALL)),
    )
    return (
        make("h2", words.FOR_ALL),
        exam if view.is_exam else None,
        render_do(hidden, hold if view.is_exam else None, close, render_act("code", words.NEW_CODE)),
    )


def _render_outage(view: BoardView, hidden: Part) -> Part:
    lost = [pupil.exam.lost for pupil in view.pupils if pupil.exam is not None and pupil.exam.lost]
    if not lost:
        return None
    return (
        make("p", words.describe_outage(len(lost), max(lost)), kind="notice"),
        render_do(hidden, render_act("give back", words.GIVE_BACK, is_main=True)),
    )
