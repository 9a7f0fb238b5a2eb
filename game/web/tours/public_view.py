"""What a page shows of a tour: a record of words and lines, made field by field. It can hold no key and no question.

Pages are made of this record and of nothing else. An item with its key never comes near the code that writes HTML, so
no page can show one by mistake.
"""

from typing import NamedTuple

from msgspec import Struct

from game.app.game import Game
from game.app.offers import Offer
from game.app.view import View, choose_arrow, list_one_exit_a_room
from game.pack.kinds import Shown, describe_form
from game.prose.lines import Line, capitalise, format_journey, format_tag, number_room
from game.prose.questions import describe_fields
from game.web.pages.answer_view import PublicAnswer, make_public_answer
from game.web.pages.exam_answer import Moved
from game.web.tours.room_pictures import PictureNames, RoomPictures, Side


class PublicWay(NamedTuple):
    """A way out of a room."""

    arrow: str
    name: str
    line: str
    is_visited: bool


class PublicThing(NamedTuple):
    """A thing in sight."""

    name: str
    line: str
    is_examined: bool


class PublicNote(NamedTuple):
    """A fact that was noted lately."""

    text: str
    source: str
    is_disputed: bool


class PublicView(Struct, frozen=True, kw_only=True):
    """A tour as its page shows it."""

    tour: str
    room: str
    badge: str
    """The number of the room; empty where it has none."""
    done: float | None
    """How much of the journey has gone by, 0 to 1; None where no clock runs."""
    journey: str
    """The same in words; empty where no clock runs."""
    alt: str
    picture: PictureNames | None
    ways: tuple[PublicWay, ...]
    things: tuple[PublicThing, ...]
    offers: tuple[Offer, ...]
    """The answers that the next line may be."""
    answer: PublicAnswer | None
    """The question that waits for more than one letter; None where none waits."""
    stem: str
    """The question that waits, where the last reply does not hold it; empty otherwise."""
    help: str
    """How it is answered; empty where none waits."""
    job: str
    """The question that a reporter chases; empty where none is open."""
    notes: tuple[PublicNote, ...]
    noted: int
    echo: str
    """The line that was sent last; empty before the first."""
    reply: tuple[Line, ...]
    opens: str
    """What the reply would open on a screen; empty for nothing."""
    is_typed: bool
    """Whether the last line was typed; else a button sent it."""
    is_over: bool
    """Whether the player has left the tour."""
    has_desk: bool
    """Whether a report can be written in this tour."""
    has_page: bool
    """Whether a front page was printed."""


class Drafted(NamedTuple):
    """An answer that is being made by buttons and fields."""

    item: str = ""
    """The id of its question; it is forgotten when another one waits."""
    line: str = ""
    moved: Moved | None = None


class Said(NamedTuple):
    """The last line of a tour and its reply."""

    echo: str
    reply: tuple[Line, ...]
    opens: str = ""
    is_typed: bool = False


def make_public_view(game: Game, said: Said, drafted: Drafted, pictures: RoomPictures, enters: Side) -> PublicView:
    """What a page may show of a game now."""
    view = game.view
    room, total = view.room, view.tour.minutes
    progress = view.job.progress if view.job is not None else None
    asked = find_question(game)
    return PublicView(
        tour=view.tour.title,
        room=room.name,
        badge="" if room.number is None else f"{room.number:02}",
        done=view.minutes / total if total else None,
        journey=format_journey(view.minutes, total) if total else "",
        alt=room.alt,
        picture=pictures.name(view, enters),
        ways=_list_ways(view),
        things=tuple(PublicThing(each.name, f"x {each.name}", each.is_examined) for each in view.sights),
        offers=() if game.is_over else game.boards.read_offers(),
        answer=_make_answer(asked, drafted) if asked is not None and not describe_form(asked.item).is_one_key else None,
        stem=asked.item.stem if asked is not None and asked.item.stem not in {line.text for line in said.reply} else "",
        help=describe_fields(asked.item) if asked is not None else "",
        job=progress.lead.asks if progress is not None else "",
        notes=tuple(
            PublicNote(capitalise(fact.claim), format_tag(fact), fact.id in view.differing) for fact in view.recent
        ),
        noted=view.noted,
        echo=said.echo,
        reply=said.reply,
        opens=said.opens,
        is_typed=said.is_typed,
        is_over=game.is_over,
        has_desk=bool(view.tour.desks),
        has_page=game.state.printed is not None,
    )


def find_question(game: Game) -> Shown | None:
    """The question that the next line may answer, where one waits."""
    return None if game.is_over else game.boards.read_question()


def _make_answer(asked: Shown, drafted: Drafted) -> PublicAnswer:
    if drafted.item != asked.item.id:
        return make_public_answer(asked, "")
    return make_public_answer(asked, drafted.line, drafted.moved)


def _list_ways(view: View) -> tuple[PublicWay, ...]:
    ways = list_one_exit_a_room(view.exits)
    return tuple(PublicWay(choose_arrow(way), number_room(way.room), way.direction, way.is_visited) for way in ways)
