"""What a live round looks like to all: on the wall, and on the page by which the teacher drives it."""

from collections.abc import Iterator

from game.exports.report_markup import RawMarkup
from game.prose import class_words, result_words, setup_words
from game.prose import live_words as words
from game.web.classes.news_hub import BOARD_NEWS_PATH
from game.web.classes.teacher_places import DRIVE_PATH, RESULTS_PATH, SETUP_PATH, TEACHER_PLACES, WALL_PATH
from game.web.modes.live_state import LiveRound
from game.web.modes.live_view import PublicRound, PublicRow
from game.web.pages.elements import Part, make
from game.web.pages.line_elements import render_lines
from game.web.pages.page_frame import Framed, Heading, render_frame


def make_round_heading(round_: PublicRound) -> Heading:
    """The line at the top of a wall or a board."""
    asked = words.count_asked(round_.asked, round_.total)
    if not round_.stem:
        title = words.OVER if round_.step == "over" else words.LIVE
        return Heading(title, words.LIVE_BADGE, round_.asked / round_.total, asked)
    title = words.name_question(round_.number, round_.total)
    return Heading(title, words.LIVE_BADGE, round_.asked / round_.total, label=title)


def render_round(round_: PublicRound) -> Part:
    """The question in sight, and how many have answered it or what they have answered."""
    number, what = words.count_answered(round_.answered, round_.pupils)
    return (
        make("h2", round_.stem, kind="stem"),
        make("p", make("b", number), " ", what, kind="count asking" if round_.step == "open" else "count"),
        make("ul", _render_rows(round_), kind="tally") if round_.rows else None,
        make("p", words.count_others(round_.others), kind="source") if round_.others else None,
        make("div", render_lines(round_.key), kind="said key-told") if round_.key else None,
    )


def _render_rows(round_: PublicRound) -> Iterator[RawMarkup]:
    most = str(max(1, round_.answered))
    group = ""
    for row in round_.rows:
        if row.group != group:
            group = row.group
            yield make("li", group, kind="source")
        yield _render_row(row, most, round_.pupils)


def _render_row(row: PublicRow, most: str, pupils: int) -> RawMarkup:
    sign = make("span", "✓ ", make("span", words.RIGHT, kind="unseen")) if row.is_right else None
    label = words.describe_answered(row.number, pupils)
    return make(
        "li",
        make("span", sign, row.text, kind="form"),
        make("progress", value=str(row.number), max=most, aria_label=label),
        make("b", str(row.number), aria_hidden="true"),
        kind="right" if row.is_right else None,
    )


def render_drive_page(title: str, round_: PublicRound, state: LiveRound, token: str, notice: str = "") -> str:
    """The page by which a teacher drives a round.

    Args:
        title: Of the round.
        round_: What all may see of it.
        state: Where it is.
        token: For the form.
        notice: What must be said before all else.
    """
    steering = _make_form(
        token,
        round_,
        make("p", _render_steps(round_, state), kind="chips steering"),
        make("p", words.WHAT_COMES[round_.step], " ", words.ENTER_NOTE if round_.step != "over" else "", kind="source"),
        _render_ways_on() if round_.step == "over" else None,
    )
    listed = _make_form(token, round_, make("ol", _list_questions(round_, state), kind="chosen"))
    stage = str(round_.turn)
    body = (
        make("p", notice, kind="notice", role="alert") if notice else None,
        make("div", steering, id="drive", data_live=True, data_stage=stage, data_news=BOARD_NEWS_PATH),
        make("div", render_round(round_) if round_.stem else None, id="seen", data_live=True),
        make("p", make("a", class_words.OPEN_WALL, href=WALL_PATH, kind="button")),
        make("section", make("h2", words.ALL_QUESTIONS), listed, id="listed", data_live=True, data_stage=stage),
    )
    return render_frame(Framed(title, make_round_heading(round_), body, TEACHER_PLACES, DRIVE_PATH, "driving"))


def _render_ways_on() -> RawMarkup:
    """Where a teacher goes when no question is to be asked."""
    results = make("a", result_words.RESULTS, href=RESULTS_PATH, kind="button")
    return make("p", make("a", setup_words.SET_UP, href=SETUP_PATH, kind="button"), results, kind="chips")


def _make_form(token: str, round_: PublicRound, *parts: Part) -> RawMarkup:
    return make(
        "form",
        make("input", type="hidden", name="token", value=token),
        make("input", type="hidden", name="stamp", value=str(round_.turn)),
        parts,
        method="post",
        action=DRIVE_PATH,
        data_swap=True,
    )


def _render_steps(round_: PublicRound, state: LiveRound) -> Part:
    """The big button for what comes next, and smaller ones beside it."""
    following = state.find_next(round_.total)
    first = words.OPEN_NEXT if round_.asked else words.OPEN_FIRST
    on = _press(f"open {following}", first, is_next=True) if following is not None else None
    match round_.step:
        case "open":
            return _press("close", words.CLOSE, is_next=True)
        case "closed":
            return _press("tell", words.TELL, is_next=True), _press(f"open {state.place}", words.OPEN_AGAIN)
        case "ready" | "told":
            end = _press("end", words.END_NOW) if round_.asked else None
            return (on, end) if on else _press("end", words.END, is_next=True)
        case "over":
            return None


def _press(act: str, text: str, *, is_next: bool = False) -> RawMarkup:
    # The button of the next step has the focus: Enter presses it.
    return make("button", text, name="do", value=act, kind="act" if is_next else None, autofocus=is_next)


def _list_questions(round_: PublicRound, state: LiveRound) -> Iterator[RawMarkup]:
    for place, stem in enumerate(round_.stems):
        is_here = place == state.place and round_.step in ("open", "closed", "told")
        said = words.TOLD if place in state.told else words.ASKED if place in state.asked else words.WAITS
        said = words.OPEN if is_here and round_.step == "open" else said
        may = state.may_open(place, round_.total)
        label = make("span", f": {words.name_row(place + 1, said)}", kind="unseen")
        yield make(
            "li",
            make("p", stem, " ", make("span", said, kind="source")),
            make("button", words.OPEN_THIS, label, name="do", value=f"open {place}") if may else None,
            aria_current="true" if is_here else None,
        )


def render_no_round(title: str) -> str:
    """The page where the class is in another mode."""
    body = (make("p", words.OTHER_MODE), _render_ways_on())
    return render_frame(Framed(title, Heading(words.LIVE, words.LIVE_BADGE), body, TEACHER_PLACES, DRIVE_PATH))
