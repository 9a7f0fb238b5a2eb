"""A newcomer who looks at what a room names and does what the game proposes; counts the words read."""

from collections import deque

from game.pack.world import World
from game.prose.event_lines import render_event
from game.tour import events as e
from game.tour.session import Session
from game.tour.state import LESSON_COUNT
from game.tour.verbs.chasing import list_sentences


class Newcomer:
    """One who has never played: reads all, does what is proposed, else looks at the next thing, else walks on."""

    def __init__(self, world: World, looks: int = 99) -> None:
        """Let a newcomer begin.

        Args:
            world: What is played.
            looks: How many things of a room are looked at before walking on.
        """
        self.session = Session(world)
        self.looks = looks
        self.lengths: list[int] = []
        """Words of each reply, the opening first."""
        self.arrivals: list[int] = []
        """Words of the replies in which a room was entered, the opening aside."""
        self.typed: list[str] = [""]
        self.laid_at = self.closed_at = 0
        """Words read when two notes first lay side by side, and when the first question was closed."""
        self._proposed: deque[str] = deque()
        self._left: list[str] = []
        self._hear(self.session.open(lessons=LESSON_COUNT))
        self._enter()

    def _hear(self, events: tuple[e.Event, ...]) -> None:
        text = [line.text for event in events for line in render_event(event, self.session.world)]
        self.lengths.append(sum(len(each.split()) for each in text))
        for event in events:
            self._note(event)

    def _note(self, event: e.Event) -> None:
        """Remember what a reply proposes, and how much was read when something was reached."""
        read = sum(self.lengths)
        match event:
            case e.PairLaid():
                self.laid_at = self.laid_at or read
                self._proposed.appendleft(event.comparison.judgement)
            case e.LeadClosed():
                self.closed_at = self.closed_at or read
            case e.PairNudged(numbers=(one, other)):
                self._proposed.append(f"compare {one} with {other}")
            case e.LeadMoved(step="ready"):
                self._proposed.append("close")
            case e.ClosingAsked():
                sentences = list_sentences(event.lead, self.session.state.seed)
                self._proposed.appendleft(str(sentences.index(event.lead.honest) + 1))
            case e.TipGiven(tip="look" | "note" | "work" | "take" | "sort"):
                self._proposed.append(event.example)

    def _enter(self) -> None:
        """List the things that the text of a room names, in the order of its words."""
        scope = self.session.scope
        text = " ".join(passage.text for passage in scope.room.passages).casefold()
        places = [(min(text.find(n.casefold()) % 9999 for n in (t.name, *t.names)), t.name) for t in scope.things]
        self._left = [f"x {name}" for place, name in sorted(places) if place < 9998][: self.looks]

    def take_step(self) -> None:
        """Type one line, and read what comes of it."""
        room = self.session.state.room
        line = self._proposed.popleft() if self._proposed else self._left.pop(0) if self._left else "forward"
        while line in self.typed and line.startswith("x "):
            line = self._left.pop(0) if self._left else "forward"
        self.typed.append(line)
        self._hear(self.session.perform(line))
        if self.session.state.room != room:
            self.arrivals.append(self.lengths[-1])
            self._enter()
