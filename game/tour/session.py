"""The turn loop: a line goes in, events come out.

A session joins three things that change: the state, the history before it, and the memory of the conversation. It does
no input or output: saving, printing and painting are asked for by events.

The parser, and with it every verb, is imported by the methods that read a line. A tour is opened without them, and the
first prompt need not wait for what only its answer uses.
"""

from functools import partial
from typing import TYPE_CHECKING, assert_never

from msgspec.structs import replace

from game.pack.kinds import show
from game.pack.world import Thing, World
from game.tour.chase import follow_leads, pin_first
from game.tour.commands import (
    Act,
    Answer,
    Bare,
    Chosen,
    CommandObject,
    Go,
    GoTo,
    Noun,
    OnAll,
    OnCards,
    OnLead,
    OnMention,
    OnThings,
    Question,
    Text,
    WorkOn,
)
from game.tour.dialogue import Dialogue
from game.tour.events import (
    AlreadyCarried,
    AlreadyThere,
    Ambiguous,
    Challenged,
    ChoiceLeft,
    ChoiceOpen,
    ClippingFound,
    Event,
    FactsNoted,
    GuideWaits,
    LeadMoved,
    NoSuchChoice,
    NotRun,
    NotUnderstood,
    ObjectionHeard,
    Opened,
    Refused,
    Remarked,
    Taught,
    Unsure,
    WireArrived,
    WireReturned,
)
from game.tour.history import History
from game.tour.lexicon import Lexicon
from game.tour.nudging import nudge
from game.tour.scope import Scope
from game.tour.state import State, begin_tour
from game.tour.tips import teach
from game.tour.turn import Turn
from game.tour.verbs.asking import find_waiting_item
from game.tour.verbs.keeping import describe_place
from game.tour.verbs.outcome import Outcome, collect_facts, note_facts
from game.tour.verbs.verb import AnyCommand, Command
from game.tour.verbs.walking import show_room

if TYPE_CHECKING:
    from game.tour.choices import Choices
    from game.tour.parser import Reading

MISTAKES = (NotUnderstood, Refused, Ambiguous, Unsure)
"""Events that say a command came to nothing."""

POST = (Challenged, ClippingFound, WireArrived, WireReturned)
"""Events that are the last lines of an arrival: after one of them, what else could be told waits for a later turn."""

MAX_LINE_CHARACTERS = 500
"""Characters of a line that are read; a longer line is cut there."""

LOOKS = ("look", "examine")
"""Ids of the verbs that only look."""

REMARK = "*"
"""What a line begins with that is a remark for the transcript and no command."""

OBEYED = ("act", "ask", "wonder", "help", "hint")
"""Ids of the verbs that a player may give as an order to someone else: they only ask for words."""


class Session:
    """One player's tour of one world."""

    def __init__(
        self,
        known: World | Lexicon,
        seed: int = 0,
        state: State | None = None,
        history: History | None = None,
    ) -> None:
        """Begin a session.

        Args:
            known: The pack; or its names, where another session has indexed them already. They know no player, so any
                number of sessions can share them, and to index them takes longer than many turns.
            seed: Decides the order of options.
            state: Where the tour stands; None at its beginning.
            history: What UNDO can take back; None for nothing yet.
        """
        self.lexicon = known if isinstance(known, Lexicon) else Lexicon(known)
        self.state = pin_first(self.lexicon, state or begin_tour(self.world, seed))
        self.history = History() if history is None else history
        self._dialogue = Dialogue()

    @property
    def world(self) -> World:
        """The pack that is played."""
        return self.lexicon.world

    @property
    def scope(self) -> Turn:
        """What can be named now, and what is remembered."""
        item = find_waiting_item(Scope(self.lexicon, self.state))
        shown = show(item, self.world, self.state.seed) if item else None
        return Turn(self.lexicon, self.state, shown, self._dialogue, self.history)

    def open(self, lessons: int = 0) -> tuple[Event, ...]:
        """What a new tour begins with: the opening words, the first room, and the first lesson if there are to be any.

        Args:
            lessons: How many lessons the player is to have, 0 to LESSON_COUNT.
        """
        tour = self.world.tour
        self.state = replace(self.state, lessons=lessons)
        self.state, news = note_facts(self.scope, self.state, collect_facts(self.world, tour.opening), is_told=True)
        outcome = show_room(self.scope, is_first=True, is_brief=False)
        self._keep(outcome)
        opened = Opened(title=tour.title, tagline=tour.tagline, passages=tour.opening)
        events = (*news, *outcome.events)
        if self.world.leads:
            # The first screen has room for one thing to do; the first notes stand in the notebook all the same.
            events = tuple(event for event in events if not isinstance(event, FactsNoted))
        return (opened, *events, *self._give_lesson())

    def resume(self) -> tuple[Event, ...]:
        """What is reported when a kept tour goes on: the room the player stands in."""
        outcome = show_room(self.scope, is_first=False, is_brief=False)
        self._keep(outcome)
        return outcome.events

    def jump(self, state: State, line: str) -> tuple[Event, ...]:
        """Go on from another state, as a turn that can be undone; ``line`` is what asked for it."""
        # Units are how the player reads, not where the tour stands, so a restored point does not change them.
        self.history.record(self.state, line)
        self.state = pin_first(self.lexicon, replace(state, units=self.state.units))
        return self.resume()

    def perform(self, line: str) -> tuple[Event, ...]:
        """What happens when a line is typed: all its commands in order, up to the first that fails."""
        from game.tour.parser import find_response, is_listed, is_note_remark, split
        from game.tour.remarks import is_exclamation

        if line.lstrip().startswith(REMARK):
            return (Remarked(),)
        line, cut = line[:MAX_LINE_CHARACTERS], line[MAX_LINE_CHARACTERS:].strip()
        # Before the line is split, because the comma of an order would split it.
        if (obeyed := self._obey_order(line)) is not None:
            return obeyed
        scope = self.scope
        ways = self.lexicon.ways.words
        waiting = self._dialogue.choices
        is_chosen = waiting is not None and waiting.is_whole(line)
        is_whole = bool(find_response(line, scope)) or is_chosen or self._is_why(line) or is_note_remark(line, scope)
        parts = (line,) if is_whole else split(line, partial(is_listed, scope), ways)
        # Politeness asks for nothing.
        parts = tuple(part for part in parts if not is_exclamation(part)) or parts
        is_second = self._dialogue.note_line(is_empty=not parts)
        if not parts:
            if self._dialogue.is_guided:
                choices = self._dialogue.choices
                is_asked = choices is not None and not choices.is_menu
                return (GuideWaits(),) if is_asked else self._perform_part("guide")
            return (describe_place(self.scope, is_second=is_second),)
        events = list(self._perform_parts(parts))
        if cut:
            events.append(NotRun(lines=(cut,)))
        return tuple(events)

    def _perform_parts(self, parts: tuple[str, ...]) -> tuple[Event, ...]:
        from game.tour.remarks import drop_remarks

        performed: list[tuple[str, tuple[Event, ...]]] = []
        for place, part in enumerate(parts, start=1):
            happened = self._perform_part(part)
            performed.append((part, happened))
            # TAKE LAMP, OPEN DOOR, GO IN: what comes after a failure may only make sense if it had worked.
            if place < len(parts) and any(map(_is_failure, happened)):
                free = [each for each in parts[place:] if _is_free(each, self.scope)]
                left = tuple(each for each in parts[place:] if each not in free)
                performed += [(each, self._perform_part(each)) for each in free]
                return (*drop_remarks(performed), *((NotRun(lines=left),) if left else ()))
        return drop_remarks(performed)

    def _obey_order(self, line: str) -> tuple[Event, ...] | None:
        """What comes of telling someone to do something: KEEPER, GO UP. None when nobody is spoken to."""
        from game.tour.finding import find_exact
        from game.tour.parser import parse
        from game.tour.verbs.registry import VERB_BY_ID

        name, mark, rest = line.partition(",") if "," in line else line.partition(":")
        spoken_to = find_exact(self.scope, name) if mark and rest.strip() else ()
        if not any(isinstance(noun, Thing) and noun.person for noun in spoken_to):
            return None
        command = parse(rest, self.scope)
        if isinstance(command, Command) and command.verb.id in OBEYED:
            return self._perform_part(rest)
        refused = Act(act="command", word="command", nouns=spoken_to[:1])
        return self._perform_command(Command(verb=VERB_BY_ID["act"], object=refused), line, self.scope)

    def _perform_part(self, line: str) -> tuple[Event, ...]:
        """What one command of a line does; it may answer a question of ours that waits."""
        from game.tour.parser import read_choice, read_line

        turn = self.scope
        # Our own questions come first: YES and 2 mean something else when nothing was asked.
        if (settled := self._dialogue.settle_restart(line)) is not None:
            return (settled,)
        waiting = self._dialogue.choices
        match self._dialogue.choose(line):
            case NoSuchChoice() as refused:
                return (refused,)
            case Chosen() as chosen:
                return self._perform_reading(read_choice(chosen), turn, is_answer=True)
            case str() as other_line:
                return self._perform_reading(read_line(other_line, turn), turn, is_answer=True)
            case None:
                told = self._explain_choice(line)
                if waiting is not None and waiting.stays:
                    return self._perform_beside(line, turn, waiting, told)
                return told or self._perform_reading(read_line(line, turn), turn)
            case _ as never:
                assert_never(never)

    def _perform_beside(self, line: str, turn: Turn, waiting: "Choices", told: tuple[Event, ...]) -> tuple[Event, ...]:
        """What a line does that does not choose, while a choice waits. It stays open: a player may ask about it."""
        from game.tour.open_choice import ends_choice, read_beside, read_unread
        from game.tour.parser import read_line

        dialogue, before = self._dialogue, self.state
        if not told and not waiting.is_menu and (beside := read_beside(line, waiting)) is not None:
            dialogue.choices = None if isinstance(beside, ChoiceLeft) else waiting
            return (beside,)
        reading = read_line(line, turn)
        if not told and not waiting.is_menu and (unread := read_unread(reading, waiting)) is not None:
            dialogue.choices = waiting
            return (unread,)
        dialogue.beside = waiting
        happened = told or self._perform_reading(reading, turn)
        dialogue.beside = None
        if dialogue.choices is not None:
            return happened
        if waiting.is_menu:
            # A desk stays open as long as nobody leaves it, so that a number does not become a room after an UNDO.
            dialogue.choices = waiting.renew(self.scope) if before.room == self.state.room else None
            return happened
        if ends_choice(before, self.state):
            return happened
        dialogue.choices = waiting
        return (*happened, ChoiceOpen(numbers=waiting.numbers))

    def _explain_choice(self, line: str) -> tuple[Event, ...]:
        """Why what was chosen last is right or wrong, where a line asks for that."""
        from game.tour.verdicts import ABOUT_LAST, explain, is_objection, read_why

        verdict = self._dialogue.verdict
        if verdict is not None and is_objection(line):
            told = explain(verdict, ABOUT_LAST, self.state.seed)
            return (told, ObjectionHeard()) if told is not None else ()
        number = read_why(line) if verdict is not None else None
        # A question that was answered since has its own WHY.
        if verdict is None or number is None or (number == ABOUT_LAST and self._dialogue.asked is not None):
            return ()
        told = explain(verdict, number, self.state.seed)
        return (told,) if told is not None else ()

    def _is_why(self, line: str) -> bool:
        """Whether a line asks for the reason of a choice, and is no list of commands."""
        from game.tour.verdicts import is_objection, read_why

        if self._dialogue.verdict is not None and is_objection(line):
            return True
        is_choosing = self._dialogue.choices is not None and self._dialogue.choices.stays
        return (is_choosing or self._dialogue.verdict is not None) and read_why(line) is not None

    def _perform_reading(self, reading: "Reading", turn: Turn, *, is_answer: bool = False) -> tuple[Event, ...]:
        dialogue, command = self._dialogue, reading.command
        dialogue.choices = reading.choices
        if reading.unknown:
            dialogue.remember_unknown(reading.line, reading.unknown)
        if command is None:
            return reading.said
        is_taught = dialogue.is_lesson_due(command.verb.id, command.short)
        taught = (Taught(short=command.short),) if is_taught else ()
        return (*reading.said, *taught, *self._perform_command(command, reading.line, turn, is_answer=is_answer))

    def _perform_command(
        self, command: AnyCommand, line: str, turn: Turn, *, is_answer: bool = False
    ) -> tuple[Event, ...]:
        if command.verb.is_about_memory:
            outcome = command.perform(turn)
            self._keep(outcome)
            events = (*outcome.events, *(self._perform_part(outcome.next_line) if outcome.next_line else ()))
            if outcome.is_guided:
                self._count_stop(outcome)
            return events
        # Any other command leaves the guide; an answer to a question does not.
        self._dialogue.is_guided = self._dialogue.is_guided and is_answer
        before = self.state
        self._dialogue.refer(_list_nouns(command.object))
        outcome = command.perform(turn)
        self._keep(outcome)
        self._remember_verdict(outcome, is_moved=before.room != self.state.room)
        aside = self._follow_leads(before, outcome)
        # AGAIN after HELP repeats what was done before it; nobody wants the help twice.
        if command.verb.group != "game":
            self._dialogue.repeatable = line
        is_changed = _is_changed(before, self.state)
        if is_changed:
            self.history.record(before, line)
        # A second look at a thing takes a turn though it changes nothing: the count would else depend on what was read.
        if is_changed or (command.verb.is_turn and not any(isinstance(event, MISTAKES) for event in outcome.events)):
            self.state = replace(self.state, turn=before.turn + 1)
            is_full = any(isinstance(event, POST) for event in outcome.events)
            return (*outcome.events, *(_keep_pressing(aside) if is_full else self._add_last_line(before, aside)))
        return (*outcome.events, *aside)

    def _remember_verdict(self, outcome: Outcome, *, is_moved: bool) -> None:
        """Keep what was chosen and judged, for WHY; until the next choice, or until the player walks on."""
        from game.tour.verdicts import find_verdict

        if verdict := find_verdict(outcome.events, self._dialogue.verdict):
            self._dialogue.verdict, self._dialogue.asked = verdict, None
        elif is_moved or self._dialogue.choices is not None:
            self._dialogue.verdict = None

    def _count_stop(self, outcome: Outcome) -> None:
        """Count a stop of the guided tour as played, in the room where it began."""
        # After the stop and not before: UNDO goes back to the state before it, and the guide then plays it again.
        room = outcome.state.room
        played = outcome.state.guided.get(room, 0)
        if played < len(self.world.rooms[room].guided):
            self.state = replace(self.state, guided=self.state.guided.insert(room, played + 1))
        self._dialogue.is_guided = True

    def _add_last_line(self, before: State, aside: tuple[Event, ...]) -> tuple[Event, ...]:
        """The one line under a reply: the pair that shows how to compare, else a lead, a lesson, or another pair."""
        # While a choice waits in this room, nothing else is proposed.
        if self._dialogue.beside is not None and before.room == self.state.room:
            return aside
        lesson = self.lexicon.comparisons.lesson
        is_lesson_due = any(each == lesson for each, _ in self.state.unmade)
        named = self._nudge(before) if is_lesson_due else ()
        return named or aside or self._give_lesson() or self._nudge(before)

    def _follow_leads(self, before: State, outcome: Outcome) -> tuple[LeadMoved, ...]:
        """The step that a turn has brought a lead on, if any."""
        fresh = (fact for event in outcome.events if isinstance(event, FactsNoted) for fact in event.facts)
        self.state, steps = follow_leads(self.lexicon, before, self.state, fresh)
        return steps

    def _nudge(self, before: State) -> tuple[Event, ...]:
        """That two notes belong side by side, when it is time to say so."""
        # While the player is asked something, the last line is the question.
        if self.state.asking or self._dialogue.choices is not None:
            return ()
        # Told of the turn that ends, which has been counted already.
        ending = replace(self.state, turn=before.turn)
        after, said = nudge(self.lexicon, ending, has_moved=before.room != self.state.room)
        self.state = replace(self.state, unmade=after.unmade)
        return (said,) if said is not None else ()

    def _keep(self, outcome: Outcome) -> None:
        self.state = outcome.state
        self._dialogue.read = outcome.read or self._dialogue.read

    def _give_lesson(self) -> tuple[Event, ...]:
        self.state, given = teach(self.scope)
        return given


def _keep_pressing(aside: tuple[LeadMoved, ...]) -> tuple[LeadMoved, ...]:
    """Of the steps of leads, those that are told even below the post; JOB tells the others."""
    return tuple(each for each in aside if each.step != "uncompared")


def _list_nouns(asked: CommandObject) -> tuple[Noun, ...]:
    """What IT and its like may stand for after a command."""
    match asked:
        case OnThings() | Act():
            return asked.nouns
        case GoTo():
            return (asked.room,)
        case WorkOn() | OnCards():
            return (asked.thing,)
        case Bare() | OnAll() | OnMention() | Go() | Text() | Answer() | Question() | OnLead():
            return ()
        case _ as never:
            assert_never(never)


def _is_failure(event: Event) -> bool:
    """Whether an event stops the rest of the line; TAKE for a thing that is carried already does not."""
    return isinstance(event, MISTAKES) and not isinstance(event, AlreadyCarried | AlreadyThere)


def _is_free(part: str, scope: Turn) -> bool:
    """Whether a part of a line rests on nothing that was to be done before it: a question, or a look."""
    from game.tour.parser import parse
    from game.tour.remarks import is_question

    if is_question(part):
        return True
    command = parse(part, scope)
    return isinstance(command, Command) and command.verb.id in LOOKS


def _is_changed(before: State, after: State) -> bool:
    """Whether something changed that UNDO can take back; units and lessons do not count."""
    if after is before:
        return False
    kept = replace(after, units=before.units, lessons=before.lessons, taught=before.taught, turn=before.turn)
    return kept != before
