"""The wall of a class, for a projector: how to join, how many are in, how far they are. Never a name."""

from game.exports.report_markup import RawMarkup
from game.prose import class_words, live_words
from game.prose import wall_words as words
from game.web.classes.news_hub import WALL_NEWS_PATH
from game.web.modes.live_board import make_round_heading, render_round
from game.web.modes.live_view import PublicRound
from game.web.pages.elements import Part, make
from game.web.pages.histogram import render_histogram
from game.web.pages.page_frame import Framed, Heading, render_frame
from game.web.walls.wall_view import HowToJoin, WallView, WorkSoFar

MAX_CARS = 60
"""Cars that stand in two rows. A larger class is told by its number alone."""


def render_wall_page(wall: WallView) -> str:
    """The page."""
    work = wall.work
    if work is None:
        return frame_wall(wall, Heading(words.JOIN, words.JOIN_BADGE), _render_join(wall))
    describe = class_words.describe_left if work.is_same_time else words.describe_left_for_most
    right = "" if work.seconds_left is None else describe(work.seconds_left)
    title = words.ALL_OVER if work.is_over else words.EXAM
    heading = Heading(title, words.EXAM_BADGE, work.answers / max(1, work.all_answers), right)
    return frame_wall(wall, heading, (_render_work(work, wall.pupils), render_strip(wall.join)), work.over)


def render_live_wall(wall: WallView, round_: PublicRound) -> str:
    """The wall of a live round."""
    heading = make_round_heading(round_)
    if round_.step == "ready":
        return frame_wall(wall, heading, _render_join(wall))
    body = render_round(round_) if round_.stem else make("p", live_words.OVER_NOTE, kind="count")
    # With the key there is much to read, and whoever comes late sees the next question in a moment; after the last
    # there is nothing to come in for.
    strip = render_strip(wall.join) if round_.step not in ("told", "over") else None
    return frame_wall(wall, heading, (body, strip), round_.answered)


def frame_wall(wall: WallView, heading: Heading, body: Part, done: int = 0) -> str:
    """A wall in its frame, with a seat for each who is in at its foot.

    Args:
        wall: What it shows.
        heading: The line at its top.
        body: What stands between.
        done: How many seats are golden.
    """
    live = make(
        "div",
        body,
        _render_seats(wall.pupils, done),
        id="wall",
        data_live=True,
        data_news=WALL_NEWS_PATH,
    )
    # A class without a title of its own is called a class, which says nothing.
    of = wall.title if wall.title != class_words.CLASS_TITLE else ""
    return render_frame(Framed(wall.title, heading._replace(of=of), live, kind="wall"))


def _render_join(wall: WallView) -> Part:
    join = wall.join
    number, what = words.count_in(wall.pupils)
    text = make(
        "div",
        _render_address(join),
        make(
            "p",
            make("span", words.split_code(join.code), aria_hidden="true"),
            make("span", words.spell_code(join.code), kind="unseen"),
            kind="bigcode",
        ),
        make("p", make("b", number, data_count=True), " ", what, kind="count"),
        None if join.is_open else make("p", class_words.JOIN_FAULTS["closed"], kind="notice"),
    )
    if not join.picture:
        return make("div", text, kind="boarding")
    picture = make("img", src=join.picture, alt=words.QR_CODE, width="37", height="37")
    return make("div", text, make("div", picture, kind="qr"), kind="boarding")


def _render_address(join: HowToJoin) -> Part:
    if join.reach == "others":
        return make("p", join.address, kind="address")
    # Large letters would be typed into phones, which cannot open it.
    here = make("p", f"{class_words.ON_THIS_MACHINE}: ", make("b", join.address), kind="source")
    return make("p", class_words.NO_REACH[join.reach], kind="notice"), here


def _render_work(work: WorkSoFar, pupils: int) -> Part:
    not_begun = [words.count_not_begun(work.not_begun)] if work.not_begun else []
    counts = (words.count_answers(work.answers, work.all_answers), *not_begun, words.count_over(work.over, pupils))
    return (
        make("div", (make("p", make("b", number), " ", what, kind="count") for number, what in counts), kind="counts"),
        make("p", words.PUPILS_BY_ANSWERS, kind="source"),
        render_histogram(work.bars),
    )


def render_strip(join: HowToJoin) -> RawMarkup | None:
    """How one who comes late joins, in one line; nothing where nobody is let in."""
    if not join.is_open:
        return None
    if join.reach != "others":
        return make("p", class_words.NO_REACH[join.reach], kind="strip")
    code = make("b", words.split_code(join.code))
    return make("p", words.JOIN_HERE, " ", make("b", join.address), " ", words.WITH_CODE, " ", code, kind="strip")


def _render_seats(pupils: int, over: int) -> RawMarkup | None:
    if not 0 < pupils <= MAX_CARS:
        return None
    cars = [make("i", kind="over" if place < over else "in") for place in range(pupils)]
    # The last one is nobody's seat: it shines with the last pupil.
    front = make("i", kind="front over" if over >= pupils else "front")
    return make("div", cars, front, kind="seats", aria_hidden="true")


def render_wall_refusal(title: str) -> str:
    """The wall for somebody who has not its address."""
    return render_frame(Framed(title, Heading(words.WALL, words.CLASS_BADGE), make("p", words.FOR_THE_WALL)))
