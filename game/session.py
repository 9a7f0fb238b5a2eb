"""The turn loop: a line goes in, events come out. The only thing in the game that changes.

It holds the state, every state before it for undo, and what the last words referred to. It does no input or output:
saving, printing and painting are asked for by events.
"""

from msgspec.structs import replace

from game.commands import Command, Noun
from game.events import Ambiguous, Corrected, Event, NotRun, NotUnderstood, Opened, Oriented, Refused, Undone
from game.parser import Choices, Mistake, correct, parse, split
from game.parser.grammar import VERB_BY_ID
from game.quiz import options
from game.scope import Lexicon, Scope
from game.state import State, begin
from game.verbs import PERFORM, Outcome, asking, looking, walking
from game.verbs.outcome import exits, facts_of, noted
from game.world import Passage, World

MISTAKES = (NotUnderstood, Refused, Ambiguous)
"""Events that say a command came to nothing."""

LONGEST = 500
"""Characters of a line that are read; a longer line is cut there."""


class Session:
    """One player's tour of one world."""

    def __init__(self, world: World, seed: int = 0, state: State | None = None) -> None:
        self.lexicon = Lexicon(world)
        self.state = state or begin(world, seed)
        self._before: list[tuple[State, str]] = []
        self._read: tuple[Passage, ...] = ()
        self._line = ""
        self._choices: Choices | None = None
        self._it: tuple[Noun, ...] = ()

    @property
    def world(self) -> World:
        """The pack that is played."""
        return self.lexicon.world

    @property
    def scope(self) -> Scope:
        """What can be named now."""
        item = asking.waiting(Scope(self.lexicon, self.state))
        return Scope(self.lexicon, self.state, options(item, self.state.seed) if item else (), self._it)

    def open(self) -> tuple[Event, ...]:
        """What a new tour begins with: the opening words and the first room."""
        tour = self.world.tour
        self.state, _ = noted(self.scope, self.state, facts_of(self.world, tour.opening))
        outcome = walking.show(self.scope, is_first=True, is_brief=False)
        self._keep(outcome)
        return (Opened(title=tour.title, tagline=tour.tagline, passages=tour.opening), *outcome.events)

    def resume(self) -> tuple[Event, ...]:
        """What is told when a kept tour goes on: the room one stands in."""
        outcome = walking.show(self.scope, is_first=False, is_brief=False)
        self._keep(outcome)
        return outcome.events

    def jump(self, state: State, line: str) -> tuple[Event, ...]:
        """Go on from another state, as a turn that can be undone; ``line`` is what asked for it."""
        self._before.append((self.state, line))
        self.state = state
        return self.resume()

    def perform(self, line: str) -> tuple[Event, ...]:
        """What happens when a line is typed: all its commands in order, up to the first that fails."""
        parts = split(line[:LONGEST])
        if not parts:
            return (self._orient(),)
        events: list[Event] = []
        for place, part in enumerate(parts, start=1):
            happened = self._perform_one(part)
            events.extend(happened)
            if place < len(parts) and any(isinstance(event, MISTAKES) for event in happened):
                events.append(NotRun(lines=parts[place:]))
                break
        return tuple(events)

    def _perform_one(self, line: str) -> tuple[Event, ...]:
        scope = self.scope
        command = self._understood(line, scope)
        if isinstance(command, NotUnderstood):
            return self._guessed(line, command, scope)
        return self._command(command, line, scope) if isinstance(command, Command) else (command,)

    def _understood(self, line: str, scope: Scope) -> Command | Mistake:
        """What a line means: a choice among what the last name may have meant, or else a command of its own."""
        choices, self._choices = self._choices, None
        command = (choices and choices.choose(line)) or parse(line, scope)
        if isinstance(command, Ambiguous):
            self._choices = Choices(command)
        return command

    def _guessed(self, line: str, mistake: NotUnderstood, scope: Scope) -> tuple[Event, ...]:
        """A line not understood: performed with its slip corrected, where it can have meant only one thing."""
        slips = correct(line, mistake.word, scope)
        meant = [(slip, command) for slip in slips if isinstance(command := parse(slip.line, scope), Command)]
        if len(meant) == 1:
            slip, command = meant[0]
            return (Corrected(typed=slip.typed, taken=slip.taken), *self._command(command, slip.line, scope))
        near = tuple(slip.taken for slip, _ in meant)
        return (replace(mistake, near=near),)

    def _command(self, command: Command, line: str, scope: Scope) -> tuple[Event, ...]:
        """What a command does: here what needs the session's memory, in the table of verbs all else."""
        if command.verb == "undo":
            return self._undo()
        if command.verb == "source":
            return looking.sources(scope, self._read)
        if command.verb == "again":
            return self._perform_one(self._line) if self._line else (Refused(reason="nothing to repeat"),)
        before = self.state
        self._it = command.nouns or self._it
        outcome = PERFORM[command.verb](scope, command)
        self._keep(outcome)
        if VERB_BY_ID[command.verb].is_turn:
            self._line = line
            if not any(isinstance(event, MISTAKES) for event in outcome.events):
                self.state = replace(self.state, turn=before.turn + 1)
                self._before.append((before, line))
        return outcome.events

    def _keep(self, outcome: Outcome) -> None:
        self.state = outcome.state
        self._read = outcome.read or self._read

    def _undo(self) -> tuple[Event, ...]:
        if not self._before:
            return (Refused(reason="nothing to undo"),)
        moved_from = self.state.room
        self.state, line = self._before.pop()
        undone = Undone(line=line, room=self.world.rooms[self.state.room])
        return (undone, *(self.resume() if moved_from != self.state.room else ()))

    def _orient(self) -> Event:
        scope = self.scope
        return Oriented(room=scope.room, exits=exits(scope), things=scope.things)
