"""The page of one pupil on the teacher's board: how it stands with the pupil, and what can be done."""

from collections.abc import Iterator
from typing import NamedTuple

from game.exports.report_markup import RawMarkup
from game.prose import board_words as words
from game.prose import class_words
from game.prose.exam import format_span
from game.web.classes.news_hub import BOARD_NEWS_PATH
from game.web.classes.teacher_places import TEACHER_PLACES, find_pupil_path
from game.web.pages.elements import Part, make
from game.web.pages.page_frame import Framed, Heading, render_frame
from game.web.serving.gate import TEACHERS_PATH
from game.web.teaching.class_board import Told, render_act, render_do, render_hidden, render_minutes, render_told
from game.web.teaching.pupil_record import ExamRecord, PupilRecord, format_extra


class PupilView(NamedTuple):
    """What the page shows."""

    title: str
    pupil: PupilRecord
    token: str
    told: Told = Told()


def render_pupil_page(view: PupilView) -> str:
    """The page."""
    pupil = view.pupil
    body = (
        render_told(view.told),
        make("div", _render_facts(pupil), id="record", data_live=True, data_news=BOARD_NEWS_PATH),
        make("div", _render_acts(view), id="acts", data_live=True),
        make("p", make("a", words.BACK, href=TEACHERS_PATH, kind="button")),
    )
    prefix = class_words.ERROR_TITLE if view.told.is_refused else ""
    path = find_pupil_path(pupil.key)
    return render_frame(Framed(view.title, Heading(pupil.name, "CLASS"), body, TEACHER_PLACES, path, "board", prefix))


def _render_facts(pupil: PupilRecord) -> RawMarkup:
    return make("dl", ((make("dt", name), make("dd", value)) for name, value in _list_facts(pupil)), kind="facts")


def _list_facts(pupil: PupilRecord) -> Iterator[tuple[str, Part]]:
    standing = pupil.standing
    yield words.STATE, class_words.STATES[standing.state]
    if standing.progress:
        yield words.DONE, standing.progress
    if standing.seconds_left is not None:
        yield words.LEFT, format_span(standing.seconds_left)
    yield words.SEEN, pupil.seen
    yield words.NUMBER, make("b", pupil.number)
    if pupil.earlier:
        yield words.EARLIER, ", ".join(pupil.earlier)
    if pupil.exam is not None:
        yield from _list_exam_facts(pupil.exam)


def _list_exam_facts(exam: ExamRecord) -> Iterator[tuple[str, Part]]:
    if exam.extra:
        yield words.EXTRA, format_extra(exam.extra)
    yield words.GAPS, "; ".join(exam.gaps) or words.NO_GAPS
    if exam.lost:
        yield words.LOST, format_span(exam.lost)
    if exam.ended:
        yield words.ENDED, exam.ended
    if exam.receipt:
        yield words.RECEIPT, make("b", exam.receipt)


def _render_acts(view: PupilView) -> Part:
    pupil = view.pupil
    hidden = render_hidden(view.token, stamp=pupil.stamp, pupil=pupil.key)
    return (
        make("h2", words.FOR_ONE),
        _render_exam_acts(pupil.exam, hidden) if pupil.exam is not None else None,
        render_do(
            hidden,
            make("label", words.NEW_NAME, for_="name"),
            make(
                "input",
                type="text",
                id="name",
                name="name",
                maxlength="40",
                autocomplete="off",
                autocapitalize="none",
                spellcheck="false",
                aria_describedby="name-hint",
            ),
            render_act("rename", words.RENAME),
            make("span", words.RENAME_HINT, kind="source", id="name-hint"),
        ),
        render_do(
            hidden,
            make("button", words.SIGN_OUT, name="do", value="sign out", aria_describedby="out-hint"),
            make("span", words.SIGN_OUT_HINT, kind="source", id="out-hint"),
        ),
    )


def _render_exam_acts(exam: ExamRecord, hidden: Part) -> Part:
    if exam.is_over:
        minutes = "5" if exam.is_by_time else ""
        return render_do(
            hidden, render_minutes("minutes", minutes, words.LET_IN_HINT), render_act("let in", words.LET_IN)
        )
    extend = render_do(
        hidden,
        render_minutes("minutes", "5"),
        render_act("extend", words.GIVE),
        render_act("take back", words.TAKE_BACK) if exam.extra else None,
    )
    hold = render_act("release", words.RELEASE, is_main=True) if exam.is_held else render_act("hold", words.HOLD)
    return extend if exam.is_limited else None, render_do(hidden, hold, render_act("hand in", words.HAND_IN))
