"""The page of a pupil in a live round: waiting, a question, the own answer, and what is right."""

from game.exports.report_markup import RawMarkup
from game.prose import live_words as words
from game.prose.class_words import LOOK_AGAIN
from game.web.classes.news_hub import NEWS_PATH
from game.web.modes.live_view import PublicTurn
from game.web.pages.answer_form import make_do, render_answer
from game.web.pages.answer_view import PublicAnswer
from game.web.pages.elements import Part, make
from game.web.pages.line_elements import render_lines
from game.web.pages.page_frame import Framed, Heading, render_frame

LIVE_PATH = "/live"


def render_live_page(title: str, turn: PublicTurn, token: str, notice: str = "") -> str:
    """The page.

    Args:
        title: Of the round.
        turn: What is shown.
        token: For the form.
        notice: What must be said before all else.
    """
    body = make(
        "section",
        make("p", notice, kind="notice", role="alert") if notice else None,
        _render_step(turn, token),
        id="said",
        tabindex="-1",
        kind="said",
    )
    # The stage: while it is the same, nothing that a pupil has chosen is put out by a look at what is new.
    live = make("div", body, id="round", data_live=True, data_news=NEWS_PATH, data_stage=str(turn.turn))
    return render_frame(Framed(title, _make_heading(turn), live, kind="exam"))


def _make_heading(turn: PublicTurn) -> Heading:
    match turn.step:
        case "ready":
            return Heading(words.GET_READY, words.LIVE_BADGE, right=turn.name)
        case "over":
            return Heading(words.OVER, words.LIVE_BADGE, right=turn.name)
        case "open" | "closed" | "told":
            question = words.name_question(turn.number, turn.total)
            return Heading(question, words.LIVE_BADGE, turn.number / turn.total, turn.name, question)


def _render_step(turn: PublicTurn, token: str) -> Part:
    match turn.step:
        case "ready":
            return make("p", words.WAIT_FOR_FIRST, kind="lead"), _render_look_again()
        case "over":
            receipt = make("p", f"{words.RECEIPT} ", make("b", turn.receipt), kind="source") if turn.receipt else None
            return make("p", words.OVER_NOTE, kind="lead"), receipt
        case "open" if turn.answer is not None:
            return make("h2", turn.stem, kind="stem"), _render_form(turn, turn.answer, token)
        case "open" | "closed":
            stem = make("h2", turn.stem, kind="stem")
            return stem, _render_given(turn), make("p", words.CLOSED, kind="source"), _render_look_again()
        case "told":
            stem = make("h2", turn.stem, kind="stem")
            return stem, _render_given(turn), render_lines(turn.told), _render_look_again()


def _render_form(turn: PublicTurn, answer: PublicAnswer, token: str) -> RawMarkup:
    return make(
        "form",
        make("input", type="hidden", name="token", value=token),
        make("input", type="hidden", name="stamp", value=str(turn.turn)),
        make("p", turn.help, kind="source", id="help"),
        render_answer(answer),
        # The first button is what Enter presses.
        make("p", make_do("answer", words.CHANGE_ANSWER if turn.is_answered else words.ANSWER, kind="act")),
        make("p", words.KEPT if turn.is_answered else words.NOT_ANSWERED, kind="source"),
        method="post",
        action=LIVE_PATH,
        data_swap=True,
        kind="pair",
    )


def _render_given(turn: PublicTurn) -> RawMarkup:
    if not turn.given:
        return make("p", words.NONE_GIVEN)
    return make("p", f"{words.YOUR_ANSWER}: ", make("b", turn.given))


def _render_look_again() -> RawMarkup:
    return make("p", make("a", LOOK_AGAIN, href=LIVE_PATH, kind="button"))
