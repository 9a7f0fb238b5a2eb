"""What can be looked at without taking a turn: boards, sheets, the desk, the ticket.

A key that opens a board used to type a command into the session behind the player's back. Then AGAIN repeated that
command, and no transcript held the line. The functions here read the state and change nothing: they use the verb's
answer and discard its new state.
"""

from typing import TYPE_CHECKING, Literal, NamedTuple, assert_never

from game.app.desk_view import DeskView, build_desk
from game.app.notebook_view import NotebookView, PairView, build_notebook, build_pair
from game.app.people_view import KnownPerson, is_person, list_people
from game.pack.ledger import AnyComparison, Fact
from game.pack.world import Journey, Room, Tour, World, facts_in
from game.prose.compare_lines import HOW_TO_COMPARE, JUDGEMENTS, describe_unmade, name_found
from game.prose.event_lines import render_event
from game.prose.lines import Line, capitalise, format_date, format_tag
from game.prose.notebook_lines import name_band
from game.prose.units import convert_line
from game.tour.commands import Bare, Text
from game.tour.events import DatedFacts, DifferencesShown, JourneysShown, TimelineShown
from game.tour.turn import Turn
from game.tour.verbs.counting import count_progress
from game.tour.verbs.guiding import show_help
from game.tour.verbs.noting import show_differences, show_journeys, show_timeline
from game.tour.verbs.outcome import Outcome
from game.tour.verbs.sourcing import source

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable  # a folder, or a place inside a zip

    from game.app.offers import Offer
    from game.app.practice_policy import PracticePolicy
    from game.app.quiz_session import QuizSession
    from game.exports.front_page import FrontPage
    from game.exports.ticket_card import Ticket
    from game.pack.kinds import Shown

SheetCommand = Literal["help", "progress"]
"""The commands whose answer can be shown on a sheet."""


class DatedFact(NamedTuple):
    """A noted fact on the line of dates."""

    date: str
    """In words. Facts with the same date follow each other."""
    is_band: bool
    """Whether the date covers others, so that the fact stands beside the line and not on it."""
    text: str
    """The claim and its tag."""
    people: tuple[str, ...]
    """Ids of the persons it is about."""
    means: frozenset[str]
    """The means of travel of the journeys that it belongs to; empty if it belongs to none."""


class TimelineView(NamedTuple):
    """The dates of noted facts, and the filters for them."""

    facts: tuple[DatedFact, ...]
    people: tuple[tuple[str, str], ...]
    """Id and name of each person the facts are about."""
    means: tuple[str, ...]
    """The ways in which the tour's journeys were made."""

    def filter_facts(self, person: str, means: str) -> tuple[DatedFact, ...]:
        """The facts about a person and of journeys by one means of travel; an empty text means no filter."""
        return tuple(fact for fact in self.facts if person in ("", *fact.people) and (not means or means in fact.means))


class DifferenceSide(NamedTuple):
    """What one side of a difference says, and where it stands."""

    says: str
    cites: str


class DifferenceRow(NamedTuple):
    """What was found between notes, or two notes that wait to be compared."""

    heading: str
    sides: tuple[DifferenceSide, ...]
    """Empty for notes that wait."""
    wording: str
    """How the tour puts it."""


class JourneysView(NamedTuple):
    """The journeys of which something was noted."""

    tour: Tour
    journeys: tuple[Journey, ...]
    left: int
    """How many more journeys there are."""


class PlanPlace(NamedTuple):
    """A room on the plan."""

    room: Room
    is_here: bool
    is_visited: bool
    noted: int
    """How many of its facts are noted."""
    facts: int


class Boards:
    """Everything that a player can look at in the present state."""

    def __init__(self, scope: Turn, practice: "QuizSession[PracticePolicy] | None" = None) -> None:
        self._scope = scope
        self._practice = practice
        self._world = scope.lexicon.world

    def read_sheet(self, command: SheetCommand) -> tuple[Line, ...]:
        """The answer that a command would give, without a turn."""
        lines = (line for event in self._peek(command).events for line in render_event(event, self._world))
        return tuple(convert_line(line, self._scope.state.units) for line in lines)

    def read_source(self) -> tuple[Line, ...]:
        """Where the last text comes from, as SOURCE says it."""
        return tuple(line for event in source(self._scope, Bare()).events for line in render_event(event, self._world))

    def read_timeline(self) -> TimelineView:
        """The noted facts, in the order of their dates."""
        dated = next(
            (event.dated for event in show_timeline(self._scope, Bare()).events if isinstance(event, TimelineShown)), ()
        )
        world, journeys = self._world, self._world.tour.journeys
        named = dict.fromkeys(who for entry in dated for fact in entry.facts for who in fact.about.who)
        people = {who: world.entities[who].name for who in named if is_person(world, who)}
        return TimelineView(
            tuple(_describe_fact(entry, fact, journeys) for entry in dated for fact in entry.facts),
            tuple(people.items()),
            tuple(dict.fromkeys(journey.means for journey in journeys)),
        )

    def read_differences(self) -> tuple[DifferenceRow, ...]:
        """What was found between notes; then, for each pair that waits, where its notes were made."""
        rows: list[DifferenceRow] = []
        for event in show_differences(self._scope, Bare()).events:
            if isinstance(event, DifferencesShown):
                rows += (_describe_comparison(each, self._world) for each in event.made)
                rows += (DifferenceRow(describe_unmade(*rooms), (), HOW_TO_COMPARE) for rooms in event.unmade)
        return tuple(rows)

    def read_journeys(self) -> JourneysView:
        """The journeys of which something was noted."""
        shown = next(
            (event for event in show_journeys(self._scope, Bare()).events if isinstance(event, JourneysShown)), None
        )
        found = tuple(journey for journey, _ in shown.journeys) if shown else ()
        return JourneysView(self._world.tour, found, len(self._world.tour.journeys) - len(found))

    def read_people(self) -> tuple[KnownPerson, ...]:
        """The persons of whom something was noted."""
        return list_people(self._world, self._scope.state)

    def read_plan(self) -> tuple[PlanPlace, ...]:
        """The rooms in their order, with what is noted of each."""
        state = self._scope.state
        return tuple(
            PlanPlace(
                room=room,
                is_here=room.id == state.room,
                is_visited=room.id in state.visited,
                noted=sum(1 for fact_id in facts_in(room) if fact_id in state.noted),
                facts=len(facts_in(room)),
            )
            for room in self._world.rooms.values()
        )

    def read_notebook(self) -> NotebookView:
        """All notes, those of the question that is chased first."""
        return build_notebook(self._scope)

    def read_pair(self, one: int, other: int) -> PairView:
        """Two notes side by side, by their numbers."""
        return build_pair(self._scope, one, other)

    def read_desk(self) -> DeskView:
        """The dispatch that is being written, and the facts that can be added."""
        return build_desk(self._scope)

    def read_offers(self) -> "tuple[Offer, ...]":
        """The answers that the next line may be, where one is waited for."""
        from game.app.offers import list_offers  # a screen has them in its text

        return list_offers(self._scope, self._practice)

    def read_question(self) -> "Shown | None":
        """The question that the next line may answer, where one waits."""
        from game.app.offers import find_question  # a screen has its own fields

        return find_question(self._scope, self._practice)

    def read_ticket(self) -> tuple[str, ...]:
        """The ticket as it is now, row by row."""
        from game.exports.ticket_card import render_ticket_text  # needed only at the end of the journey

        return tuple(render_ticket_text(self.read_ticket_texts()).splitlines())

    def read_ticket_texts(self) -> "Ticket":
        """The texts of the ticket as it is now."""
        from game.exports.ticket_card import make_ticket  # needed only at the end of the journey

        return make_ticket(self._world, self._scope.state)

    def read_page(self, art: "Traversable | None") -> "FrontPage | None":
        """The front page of the report that was filed last; None before the first."""
        from game.exports.front_page import make_front_page  # needed only once a report is filed

        return make_front_page(self._world, self._scope.state, art)

    def _peek(self, command: SheetCommand) -> Outcome:
        match command:
            case "help":
                return show_help(self._scope, Text(text=""))
            case "progress":
                return count_progress(self._scope, Bare())
            case _ as never:
                assert_never(never)


def _describe_fact(entry: DatedFacts, fact: Fact, journeys: tuple[Journey, ...]) -> DatedFact:
    means = frozenset(journey.means for journey in journeys if fact.id in journey.facts)
    date = name_band(entry) if entry.date.is_band else entry.era or format_date(entry.date.when)
    return DatedFact(capitalise(date), entry.date.is_band, f"{fact.claim} [{format_tag(fact)}]", fact.about.who, means)


def _describe_comparison(comparison: AnyComparison, world: World) -> DifferenceRow:
    sides = []
    for side in comparison.sides:
        cites = dict.fromkeys(cite for fact_id in side.facts for cite in world.facts[fact_id].cites)
        sides.append(DifferenceSide(side.says, "+".join(cites)))
    heading = f"{name_found(comparison)}. {JUDGEMENTS[comparison.judgement]}"
    return DifferenceRow(heading, tuple(sides), f"{comparison.wording} {comparison.caution}".strip())
