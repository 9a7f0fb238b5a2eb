"""The page before an exam begins: its rules, and the button that starts the clock."""

from collections.abc import Sequence

from game.prose import class_words as words
from game.prose.lines import Line
from game.web.classes.class_pages import frame_waiting, render_look_again, render_who
from game.web.classes.pupils import Pupil
from game.web.modes.exam_page import EXAM_PATH
from game.web.pages.elements import Part, make
from game.web.pages.line_elements import render_lines
from game.web.pages.page_frame import Heading
from game.web.tours.tour_page import FormKeys


def render_exam_start(title: str, pupil: Pupil, rules: Sequence[Line], keys: FormKeys | None, notice: str = "") -> str:
    """The page before an exam begins: the rules, and the button that starts the clock.

    Args:
        title: Of the exam.
        pupil: Who waits.
        rules: What is told of the exam.
        keys: For the button; None while the teacher has not opened the exam.
        notice: What must be said before all else.
    """
    body = (
        make("p", notice, kind="notice", role="alert") if notice else None,
        render_who(pupil),
        make("section", make("h2", words.WHAT_COMES), render_lines(rules)),
        _render_begin(keys) if keys is not None else render_look_again(),
    )
    return frame_waiting(title, Heading(title, "EXAM"), body)


def _render_begin(keys: FormKeys) -> Part:
    return (
        make(
            "form",
            make("input", type="hidden", name="token", value=keys.token),
            make("input", type="hidden", name="stamp", value=keys.stamp),
            make("button", words.BEGIN_EXAM, name="do", value="begin", kind="act"),
            method="post",
            action=EXAM_PATH,
        ),
        make("p", words.BEGIN_NOTE, kind="source"),
    )
