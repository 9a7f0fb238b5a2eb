"""The turn loop: a line goes in, events come out. The only thing in the game that changes.

It holds the state, every state before it for undo, and what the last words referred to. It does no input or output:
saving, printing and painting are asked for by events.
"""

from collections.abc import Callable

from msgspec.structs import replace

from game.pack.ledger import Entity
from game.pack.world import Passage, Room, Thing, World
from game.quiz import show
from game.quiz.picking import nearly
from game.tour.commands import Command, Noun
from game.tour.events import (
    AlreadyCarried,
    AlreadyThere,
    Ambiguous,
    Corrected,
    Event,
    LessonGiven,
    NoSuchChoice,
    NothingToCorrect,
    NothingToRepeat,
    NothingToUndo,
    NotRun,
    NotUnderstood,
    NounMissing,
    Opened,
    Oriented,
    Refused,
    RestartAsked,
    RestartDeclined,
    RestartOffered,
    Taught,
    Undone,
    UnknownPlace,
    UnknownTopic,
    Unsure,
)
from game.tour.finding import find_elsewhere, find_exact, find_topic
from game.tour.lexicon import Lexicon
from game.tour.parser import Choices, Mistake, Slip, correct, parse, responded, split
from game.tour.parser.grammar import VERB_BY_ID
from game.tour.scope import Scope
from game.tour.state import LESSONS, State, begin
from game.tour.verbs import PERFORM, Outcome, asking, hinting, looking, walking
from game.tour.verbs.outcome import exits, facts_of, noted

MISTAKES = (NotUnderstood, Refused, Ambiguous, Unsure)
"""Events that say a command came to nothing."""

LONGEST = 500
"""Characters of a line that are read; a longer line is cut there."""

REMARK = "*"
"""What a line begins with that is a remark for the transcript and no command."""


class Session:
    """One player's tour of one world."""

    def __init__(self, world: World, seed: int = 0, state: State | None = None) -> None:
        self.lexicon = Lexicon(world)
        self.state = state or begin(world, seed)
        self._before: list[tuple[State, str]] = []
        self._read: tuple[Passage, ...] = ()
        self._line = ""
        self._choices: Choices | None = None
        self._is_restart_offered = False
        self._referents: dict[str, tuple[Noun, ...]] = {}
        self._unknown = ("", "")
        self._hinted = ("", 0)
        self._taught: set[str] = set()
        self._was_empty = False
        self._remembered: dict[str, Callable[[Command, Scope], tuple[Event, ...]]] = {
            "undo": lambda *_: self._undo(),
            "source": self._source,
            "again": lambda *_: self._again(),
            "oops": lambda command, _: self._oops(command.text),
            "hint": lambda _, scope: self._hint(scope),
            "continue": lambda *_: (self._orient(),),
            "restart": lambda *_: self._offer_restart(),
        }

    @property
    def world(self) -> World:
        """The pack that is played."""
        return self.lexicon.world

    @property
    def scope(self) -> Scope:
        """What can be named now."""
        item = asking.waiting(Scope(self.lexicon, self.state))
        shown = show(item, self.world, self.state.seed) if item else None
        return Scope(self.lexicon, self.state, shown, self._referents)

    def open(self, lessons: int = 0) -> tuple[Event, ...]:
        """What a new tour begins with: the opening words, the first room, and the first lesson if there are to be any.

        Args:
            lessons: How many lessons the player is to have, 0 to LESSONS.
        """
        tour = self.world.tour
        self.state = replace(self.state, lessons=lessons)
        self.state, news = noted(self.scope, self.state, facts_of(self.world, tour.opening))
        outcome = walking.show(self.scope, is_first=True, is_brief=False)
        self._keep(outcome)
        opened = Opened(title=tour.title, tagline=tour.tagline, passages=tour.opening)
        return (opened, *news, *outcome.events, *self._lesson())

    def resume(self) -> tuple[Event, ...]:
        """What is told when a kept tour goes on: the room one stands in."""
        outcome = walking.show(self.scope, is_first=False, is_brief=False)
        self._keep(outcome)
        return outcome.events

    def jump(self, state: State, line: str) -> tuple[Event, ...]:
        """Go on from another state, as a turn that can be undone; ``line`` is what asked for it."""
        self._before.append((self.state, line))
        self.state = replace(state, units=self.state.units)
        return self.resume()

    def perform(self, line: str) -> tuple[Event, ...]:
        """What happens when a line is typed: all its commands in order, up to the first that fails."""
        if line.lstrip().startswith(REMARK):
            return PERFORM["remark"](self.scope, Command(verb="remark")).events
        line, cut = line[:LONGEST], line[LONGEST:].strip()
        if (order := self._order(line)) is not None:
            return order
        parts = (line,) if responded(line, self.scope) else split(line)
        if not parts:
            return self._empty()
        self._was_empty = False
        events: list[Event] = []
        for place, part in enumerate(parts, start=1):
            happened = self._perform_one(part)
            events.extend(happened)
            if place < len(parts) and any(map(_is_failure, happened)):
                events.append(NotRun(lines=parts[place:]))
                break
        if cut:
            events.append(NotRun(lines=(cut,)))
        return tuple(events)

    def _order(self, line: str) -> tuple[Event, ...] | None:
        """What comes of telling someone to do something: CONDUCTOR, GO FORWARD. None when nobody is spoken to."""
        name, mark, rest = line.partition(",") if "," in line else line.partition(":")
        spoken_to = find_exact(self.scope, name) if mark and rest.strip() else ()
        if not any(isinstance(noun, Thing) and noun.person for noun in spoken_to):
            return None
        command = parse(rest, self.scope)
        if isinstance(command, Command) and command.verb in ("act", "ask", "wonder", "help", "hint"):
            return self._perform_one(rest)
        return self._command(Command(verb="act", act="command", word="command", nouns=spoken_to[:1]), line, self.scope)

    def _perform_one(self, line: str) -> tuple[Event, ...]:
        scope = self.scope
        if (agreed := self._agreed(line)) is not None:
            return agreed
        choices, self._choices = self._choices, None
        chosen = choices.choose(line) if choices else None
        if choices and chosen is None and line.strip().isdecimal():
            self._choices = choices
            return (NoSuchChoice(typed=line.strip(), choices=choices.names),)
        if isinstance(chosen, str):
            line, chosen = chosen, None
        elif chosen:
            line = f"{VERB_BY_ID[chosen.verb].words[0]} {' and '.join(noun.name for noun in chosen.nouns)}"
        command = chosen or parse(line, scope)
        if isinstance(command, Command):
            return (*self._teach(command), *self._command(command, line, scope))
        return self._mistaken(line, command, scope)

    def _mistaken(self, line: str, mistake: Mistake, scope: Scope) -> tuple[Event, ...]:
        """A line that was not understood, with its slip corrected where it can have meant only one thing."""
        match mistake:
            case Ambiguous():
                named = [
                    ((noun.name, *noun.names), Command(verb=mistake.verb, nouns=(noun,))) for noun in mistake.nouns
                ]
                is_several = mistake.verb in ("examine", "take", "drop")
                both = Command(verb=mistake.verb, nouns=mistake.nouns) if is_several else None
                self._choices = Choices(named, both)
            case UnknownTopic(near=(near,)):
                asked = Command(verb="ask", nouns=find_topic(scope, near)[:1])
                return (Corrected(typed=mistake.topic, taken=near), *self._command(asked, f"what is {near}", scope))
            case UnknownPlace():
                return self._lost(line, mistake, scope)
            case NotUnderstood():
                return self._guessed(line, mistake, scope)
        return (mistake,)

    def _lost(self, line: str, mistake: UnknownPlace, scope: Scope) -> tuple[Event, ...]:
        """A place that is not on this train, unless a slip of typing explains it."""
        slips = [slip for word in mistake.name.split() for slip in correct(line, word, scope)]
        meant = [(slip, meaning) for slip in slips if isinstance(meaning := parse(slip.line, scope), Command)]
        if len(meant) == 1:
            return self._slipped(*meant[0], scope)
        return (replace(mistake, exits=exits(scope)),)

    def _guessed(self, line: str, mistake: NotUnderstood, scope: Scope) -> tuple[Event, ...]:
        if scope.options and (near := nearly(line, scope.options)):
            command = Command(verb="answer", text=near)
            return (Corrected(typed=line.strip(), taken=near), *self._command(command, line, scope))
        slips = correct(line, mistake.word, scope)
        read = [(slip, parse(slip.line, scope)) for slip in slips]
        meant = [(slip, meaning) for slip, meaning in read if isinstance(meaning, Command | Ambiguous)]
        if len(meant) == 1:
            return self._slipped(*meant[0], scope)
        self._unknown = (line, mistake.word)
        if meant:
            self._choices = Choices([((slip.taken,), slip.line) for slip, _ in meant])
            return (Unsure(word=mistake.word, near=tuple(slip.taken for slip, _ in meant)),)
        return (self._missing(line, mistake, scope),)

    def _missing(self, line: str, mistake: NotUnderstood, scope: Scope) -> NotUnderstood:
        """What was not understood, with what there is instead, and where else on the train it is."""
        room = find_elsewhere(scope, mistake.phrase or mistake.word) if mistake.is_noun else None
        places = self.lexicon.places
        return replace(
            mistake,
            typed=mistake.typed or line,
            room=scope.room,
            things=(scope.unseen or scope.things)[:3],
            example=scope.example,
            elsewhere=room,
            is_forward=room is not None and places[room.id] > places[scope.room.id],
            is_known=room is not None and room.id in self.state.visited,
        )

    def _slipped(self, slip: Slip, meaning: Command | Ambiguous, scope: Scope) -> tuple[Event, ...]:
        corrected = Corrected(typed=slip.typed, taken=slip.taken)
        if isinstance(meaning, Ambiguous):
            return (corrected, *self._mistaken(slip.line, meaning, scope))
        return (corrected, *self._command(meaning, slip.line, scope))

    def _command(self, command: Command, line: str, scope: Scope) -> tuple[Event, ...]:
        """What a command does: here what needs the session's memory, in the table of verbs all else."""
        if command.verb in self._remembered:
            return self._remembered[command.verb](command, scope)
        before = self.state
        self._refer(command.nouns)
        outcome = PERFORM[command.verb](scope, command)
        self._keep(outcome)
        verb = VERB_BY_ID[command.verb]
        if verb.group != "game":
            self._line = line
        is_changed = _is_changed(before, self.state)
        if is_changed:
            self._before.append((before, line))
        if is_changed or (verb.is_turn and not any(isinstance(event, MISTAKES) for event in outcome.events)):
            self.state = replace(self.state, turn=before.turn + 1)
            return (*outcome.events, *self._lesson())
        return outcome.events

    def _keep(self, outcome: Outcome) -> None:
        self.state = outcome.state
        self._read = outcome.read or self._read

    def _refer(self, nouns: tuple[Noun, ...]) -> None:
        """Remember what IT, HIM and THERE stand for from now on."""
        things = tuple(noun for noun in nouns if not isinstance(noun, Room))
        if things:
            self._referents |= {"it": things[-1:], "them": things}
        for noun in nouns:
            if isinstance(noun, Room):
                self._referents["there"] = (noun,)
            elif noun.kind == "person" if isinstance(noun, Entity) else noun.person:
                self._referents["him"] = (noun,)

    def _teach(self, command: Command) -> tuple[Event, ...]:
        """The short form of a wordy line, once for each verb."""
        if not command.short or command.verb in self._taught:
            return ()
        self._taught.add(command.verb)
        return (Taught(short=command.short),)

    def _lesson(self) -> tuple[Event, ...]:
        if not self.state.lessons:
            return ()
        number = LESSONS - self.state.lessons + 1
        self.state = replace(self.state, lessons=self.state.lessons - 1)
        scope = self.scope
        thing = (scope.unseen or scope.things)[0]
        on = next((way for way in exits(scope) if not way.is_visited), exits(scope)[0])
        return (LessonGiven(number=number, thing=thing.name, exit=on),)

    def _source(self, command: Command, scope: Scope) -> tuple[Event, ...]:
        if command.nouns:
            return tuple(event for noun in command.nouns for event in looking.sources_of(scope, noun))
        return looking.sources(scope, self._read)

    def _undo(self) -> tuple[Event, ...]:
        if not self._before:
            return (NothingToUndo(),)
        now = self.state
        before, line = self._before.pop()
        self.state = replace(before, units=now.units, lessons=now.lessons)
        undone = Undone(line=line, room=self.world.rooms[before.room])
        return (undone, *(self.resume() if now.room != before.room else ()))

    def _again(self) -> tuple[Event, ...]:
        return self._perform_one(self._line) if self._line else (NothingToRepeat(),)

    def _oops(self, word: str) -> tuple[Event, ...]:
        """The line that was not understood once more, with its unknown word replaced."""
        line, unknown = self._unknown
        if not line:
            return (NothingToCorrect(),)
        if not word.strip():
            return (NounMissing(verb="oops"),)
        self._unknown = ("", "")
        place = line.casefold().find(unknown.casefold())
        return self._perform_one(f"{line[:place]}{word}{line[place + len(unknown) :]}" if place >= 0 else word)

    def _hint(self, scope: Scope) -> tuple[Event, ...]:
        about = hinting.subject(scope)
        last, level = self._hinted
        self._hinted = (about, level + 1 if about == last else 1)
        return (hinting.hint(scope, self._hinted[1]),)

    def _offer_restart(self) -> tuple[Event, ...]:
        self._is_restart_offered = True
        return (RestartOffered(noted=len(self.state.noted)),)

    def _agreed(self, line: str) -> tuple[Event, ...] | None:
        """What a line means while it has been asked whether to begin anew; None when it is about something else."""
        was_offered, self._is_restart_offered = self._is_restart_offered, False
        answer = line.strip(" .!").casefold()
        if was_offered and answer in ("yes", "y", "yes please", "ok", "sure", "new", "restart", "start over"):
            return (RestartAsked(),)
        return (RestartDeclined(),) if was_offered and answer in ("no", "n", "nope", "no thanks", "cancel") else None

    def _empty(self) -> tuple[Event, ...]:
        """An empty line: where one is; the second in a row offers help."""
        event = replace(self._orient(), is_second=self._was_empty)
        self._was_empty = True
        return (event,)

    def _orient(self) -> Oriented:
        scope = self.scope
        return Oriented(room=scope.room, exits=exits(scope), things=scope.unseen or scope.things)


def _is_failure(event: Event) -> bool:
    """Whether what follows on the line is not to be done; a wish that is fulfilled already is no failure."""
    return isinstance(event, MISTAKES) and not isinstance(event, AlreadyCarried | AlreadyThere)


def _is_changed(before: State, after: State) -> bool:
    """Whether something happened that can be undone; how the player wants to be told things is no such thing."""
    return (
        after is not before and replace(after, units=before.units, lessons=before.lessons, turn=before.turn) != before
    )
