"""What is told of kept tours: one that cannot be used, one that is open in another window, those before it."""

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from game.core.characters import strip_controls
from game.core.clock import local_day, now
from game.pack.world import World
from game.prose.lines import MONTHS, Line, count_noun, number_room
from game.store.moved_rooms import RoomGone
from game.store.tour_folder import EarlierTour
from game.store.tour_opening import (
    NoPlaceLeft,
    NotReadable,
    NotWritable,
    OpenedTour,
    OpenElsewhere,
    TourNotice,
    WasDamaged,
)

TAKE_OVER = "TAKE OVER brings the tour into this window; NEW plays another one, kept beside it; QUIT leaves."


def format_moment(moment: datetime) -> str:
    """A moment in the time of the player's place: the hour alone where it is today."""
    local = moment.astimezone()
    hour = f"{local.hour:02}:{local.minute:02}"
    return hour if local_day(moment) == local_day(now()) else f"{local.day} {MONTHS[local.month - 1]}, {hour}"


def render_opened(opened: OpenedTour) -> tuple[Line, ...]:
    """What has to be told of the tour that a window got, before its first words."""
    lines = [_render_notice(notice) for notice in opened.notices]
    if opened.is_apart and opened.folder and any(isinstance(notice, NotReadable) for notice in opened.notices):
        lines.append(Line(f"Until then you play another tour, kept in {opened.folder.path}.", "note"))
    if opened.folder is None and opened.notices:
        lines.append(Line("This tour is kept nowhere: what you do now is lost when you leave.", "refused"))
    return tuple(lines)


def _render_notice(notice: TourNotice) -> Line:
    match notice:
        case OpenElsewhere(since=since):
            when = f" since {format_moment(since)}" if since else ""
            return Line(
                f"This tour is open in another window{when}. Here you can only look around. {TAKE_OVER}", "refused"
            )
        case NotReadable():
            return Line(f"{_describe(notice)} It was left as it is: {notice.path}. Nothing was deleted.", "refused")
        case WasDamaged():
            return Line(
                f"{_describe_damage(notice)} All of the file was first copied to {notice.copy}; nothing was deleted.",
                "refused",
            )
        case NoPlaceLeft():
            return Line(
                "Your kept tour stands in a room that this pack no longer has, so it cannot go on. A new tour "
                "begins. TOURS lists the old one, and it comes back when the pack has that room again.",
                "refused",
            )
        case RoomGone():
            return render_move(notice)
        case NotWritable(why=why):
            return render_not_kept(why)
        case _:
            assert_never(notice)


def render_move(notice: RoomGone) -> Line:
    """Where a tour goes on whose room is gone or has another name."""
    if notice.is_renamed:
        return Line(f"The place where you were is now called {notice.name}. Your tour goes on there.", "note")
    last = f"the last one you entered that is left: {notice.name}"
    return Line(f"The place where you were is no longer in this tour. It goes on in {last}.", "note")


def _describe_damage(notice: WasDamaged) -> str:
    """What is left of a damaged tour, with the number of its turns."""
    if not notice.goes_on:
        return "Your kept tour is damaged, as files are after a power cut, and cannot go on. A new tour begins."
    last = f"; the last one is {strip_controls(notice.last).upper()}" if notice.last else ""
    kept = f"{count_noun(notice.turns, 'turn')} kept{last}" if notice.turns else "Only its beginning is kept"
    lost = f"At least {count_noun(notice.unread, 'turn')} after that" if notice.unread else "What came after that"
    return (
        f"The end of your kept tour is damaged, as files are after a power cut. {kept}. {lost} cannot be read. The "
        "tour goes on from there."
    )


def _describe(notice: NotReadable) -> str:
    why = f" ({strip_controls(notice.detail)})" if notice.detail else ""
    match notice.why:
        case "unreadable":
            return f"Your kept tour cannot be read at the moment{why}."
        case "newer":
            return "Your kept tour was written by a newer version of this game; install that version to go on with it."
        case "foreign":
            return f"The file of your kept tour belongs to another tour{why}."
        case "damaged":
            return f"Your kept tour is damaged, and it could not be copied{why}."
        case _:
            assert_never(notice.why)


# Once and not with every turn: the tour goes on, and the player cannot change it from here.
def render_not_kept(why: str) -> Line:
    """Said once when a turn cannot be kept."""
    return Line(
        f"This tour cannot be kept: {strip_controls(why)}. What was kept before is not changed. You can play on; what "
        "you do now is lost when you leave, unless it can be kept again before.",
        "refused",
    )


def render_lost(since: datetime, *, has_line: bool = True) -> Line:
    """Said when another window has taken the tour over; with a line that came too late, or when it is noticed."""
    late = " Your line was not carried out." if has_line else ""
    return Line(
        f"This tour is open in another window now, since {format_moment(since)}.{late} All you did before is kept; "
        f"from now on this window can only look around and keeps nothing. {TAKE_OVER}",
        "refused",
    )


def render_reading_only() -> Line:
    """Said to a line that would change a tour which another window has."""
    return Line(f"Not here: the tour is open in another window, and this one only reads. {TAKE_OVER}", "refused")


def render_taken_over() -> Line:
    """The tour is in this window now."""
    return Line("The tour is in this window now; the other one can only read.", "note")


def render_not_taken_over() -> Line:
    """TAKE OVER where there is nothing to take over."""
    return Line("This window has the tour already.", "note")


def render_own_tour(opened: OpenedTour) -> Line:
    """A tour of its own for a window, while another window has the tour."""
    where = f" It is kept in {opened.folder.path}." if opened.folder else " It is not kept."
    return Line(
        f"Your tour is open in another window and goes on there. This is a new one.{where} Once it is left, TOURS "
        "lists it.",
        "note",
    )


def render_begun_anew(*, is_listed: bool) -> Line:
    """A new tour was asked for, and there was one before it."""
    listed = ", and TOURS lists it" if is_listed else ""
    return Line(f"A new tour. UNDO goes back to the one before{listed}.", "note")


def render_not_kept_earlier(why: str) -> Line:
    """A tour that could not be kept among the earlier ones."""
    return Line(
        f"The tour before could not be put among the earlier ones: {strip_controls(why)}. UNDO goes back to it.",
        "refused",
    )


def render_tours(tours: Sequence[EarlierTour], world: World) -> tuple[Line, ...]:
    """The tours before this one, each with the number that brings it back."""
    if not tours:
        return (Line("There is no earlier tour. A tour is kept here when you begin a NEW one.", "note"),)
    rows = [
        Line(f"{number}. {_render_tour(tour, world)}", "option", is_tight=number > 1)
        for number, tour in enumerate(tours, start=1)
    ]
    return (
        Line("Tours before this one, the newest first:", "heading"),
        *rows,
        Line("TOURS and a number brings one back; this one then stands in the list.", "note"),
    )


def _render_tour(tour: EarlierTour, world: World) -> str:
    room, noted = world.rooms.get(tour.turns.state.get("room", "")), tour.turns.state.get("noted", {})
    place = number_room(room) if room else "a room that is no more"
    damage = ", its end damaged" if tour.turns.damage else ""
    return f"{place}, {count_noun(len(noted), 'fact')} noted, left {format_moment(tour.at)}{damage}"


def render_no_such_tour(number: int) -> Line:
    """A number that no earlier tour has."""
    listed = "There is 1 earlier tour; TOURS lists it." if number == 1 else f"There are {number}; TOURS lists them."
    return Line(listed if number else "There is no earlier tour.", "refused")


def render_no_place_left() -> Line:
    """An earlier tour that this pack has no room for."""
    return Line(
        "That tour cannot be brought back: the room it stands in is not in this version of the pack. You stay in "
        "this one; nothing was deleted.",
        "refused",
    )


def render_tour_back(*, is_done: bool, why: str = "") -> Line:
    """An earlier tour brought back, or why not."""
    if not is_done:
        return Line(
            f"That tour cannot be brought back: {strip_controls(why) or 'it cannot be read'}. You stay in this one.",
            "refused",
        )
    return Line("The earlier tour goes on here. The one you were in is the first that TOURS lists.", "note")
