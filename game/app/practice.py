"""A round of practice: questions with feedback at once, missed ones again at the end, facts scheduled by FSRS."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from game.app.quiz_session import ItemStatus, QuizView
from game.core.clock import local_day, now
from game.core.names import words
from game.pack.items import Item, Short
from game.pack.ledger import Fact
from game.pack.world import Passage, Room, Thing
from game.prose import questions, quiz
from game.prose.lines import Line, echo
from game.quiz import Response, Shown, key_of, mark, read, show
from game.quiz.bank import Bank
from game.quiz.marking import FULL
from game.quiz.papers import MAX_ITEMS_PER_PAPER, Selection
from game.quiz.review import choose_items, find_due_facts, review_card
from game.store import decks
from game.store.answer_journal import Journal
from game.tour.lexicon import Lexicon
from game.tour.state import State

COMMANDS = {
    "hint": "where the answer is told",
    "source": "where the facts stand; SOURCE LAST, those of the question before",
    "read": "read it in context; READ LAST, the question before",
    "skip": "pass; it counts as wrong and comes again",
    "score": "how you are doing",
    "help": "this list",
    "leave": "end the round",
}
WORDS = {
    **{word: word for word in (*COMMANDS, "next", "source last", "read last")},
    **dict.fromkeys(("n", "", "go on", "continue", "repeat", "again"), "next"),
    **dict.fromkeys(("h", "?", "clue"), "hint"),
    **dict.fromkeys(("s", "sources", "show source"), "source"),
    **dict.fromkeys(("r", "context", "read it in context", "read it", "where"), "read"),
    **dict.fromkeys(("pass", "i don't know", "dunno", "no idea", "don't know"), "skip"),
    **dict.fromkeys(("quit", "q", "exit", "stop", "end", "bye"), "leave"),
    **dict.fromkeys(("commands", "verbs"), "help"),
}
"""What is typed -> the command it is. An answer goes before all of them, save one in words of the player's own."""

MANY = 4
"""Passages from which on only those are read in context that tell the fact."""

TRIES = 3
"""How often a round asks one question at most."""


class Plan(Struct, frozen=True, kw_only=True):
    """What a round is to be."""

    selection: Selection = Selection(items=10)
    seed: str = "0"
    """Decides what is asked, and the order of options."""
    only_due: bool = False
    """True to ask only what is due."""
    facts: frozenset[str] | None = None
    """Only items that rest on these alone are asked; None for all."""
    deck: Path | None = None
    """Where the learner's deck is; None keeps none."""
    attempts: Path | None = None
    """Where what was answered is kept for results; None keeps none."""
    learner: str = ""
    """Whose answers they are; empty for the player's own."""
    visited: tuple[str, ...] = ()
    """Ids of the rooms the learner has been in."""
    by_deck: bool = True
    """Whether the deck decides what is asked; else the seed alone does, and the deck only learns of it."""


class PracticeSession:
    """One round of practice."""

    def __init__(self, bank: Bank, plan: Plan, *, now: Callable[[], datetime] = now) -> None:
        """Make a round; nothing is read before ``open``.

        Args:
            bank: What to ask from.
            plan: What is asked.
            now: The clock on the wall.
        """
        self.is_over = False
        self.bank = bank
        self._plan, self._now = plan, now
        self._deck = decks.Deck(tour=bank.world.tour.id)
        self._journal = Journal(plan.attempts, bank, "practice", plan.learner)
        self._lexicon = Lexicon(bank.world)
        self._items: list[Item] = []
        self._first = 0
        """How many items the round began with; those after them are asked again."""
        self._standings: list[ItemStatus] = []
        self._place = 0
        self._before: QuizView | None = None
        """The question answered by the last line."""
        self._last: Item | None = None
        """The question answered before this one."""
        self._missed: dict[str, Fact] = {}

    @property
    def item(self) -> Item | None:
        """The question in sight; None when there is none."""
        return self._items[self._place] if self._place < len(self._items) else None

    @property
    def shown(self) -> Shown | None:
        """The question in sight as it is shown; asked again, its options stand in another order."""
        item = self.item
        again = f":again{self._place}" if self._place >= self._first else ""
        return show(item, self.bank.world, 0, f"{self._plan.seed}{again}") if item else None

    def open(self) -> tuple[Line, ...]:
        """What the round is, and its first question."""
        lines: list[Line] = []
        if self._plan.deck is not None:
            self._deck, aside = decks.read(self._plan.deck, self.bank.world.tour.id)
            lines += [quiz.deck_set_aside(aside)] if aside else []
        waiting = find_due_facts(self._deck.cards, self._now()) if self._plan.by_deck else ()
        self._items = list(self._chosen(waiting))
        self._first = len(self._items)
        self._standings = ["open"] * self._first
        if not self._items:
            self.is_over = True
            return (*lines, quiz.nothing_to_ask(is_due=self._plan.only_due))
        day = self._deck.day(self._now().date()) if self._plan.by_deck else 0
        return (*lines, quiz.begun(self._first, len(waiting), day), *self._question())

    def _chosen(self, waiting: tuple[str, ...]) -> Iterator[Item]:
        selection, known = self._plan.selection, self._deck.cards if self._plan.by_deck else ()
        every = Selection(
            items=len(self.bank.items), levels=selection.levels, kinds=selection.kinds, only=selection.only
        )
        left = selection.items
        for item in choose_items(self.bank, every, waiting, known, self._plan.seed):
            is_open = self._plan.facts is None or self._plan.facts.issuperset(item.facts)
            if left and is_open and (not self._plan.only_due or item.facts[0] in waiting):
                left -= 1
                yield item

    def perform(self, line: str) -> tuple[Line, ...]:
        """What comes of a line: an answer is marked, a command is done."""
        shown, typed = self.shown, " ".join(line.split())
        if shown is None:
            return ()
        command = WORDS.get(typed.casefold().strip(".!"), "")
        is_free = isinstance(shown.item, Short) and command
        self._before = None
        if not is_free and (response := read(shown, typed)) is not None:
            return self._answer(shown.item, response)
        if not command:
            return (quiz.unknown(echo(typed), questions.how(shown.item)),)
        return self._do(command, shown.item)

    def tick(self) -> tuple[Line, ...]:
        """Practice has no clock."""
        return ()

    def _do(self, command: str, item: Item) -> tuple[Line, ...]:  # noqa: PLR0911 - one case a command, nothing else
        match command:
            case "next":
                return tuple(self._question())
            case "skip":
                return self._answer(item, ())
            case "hint":
                return (quiz.hint(*told_in(self._lexicon, item)),)
            case "source" | "source last":
                asked = self._last or item if command == "source last" else item
                return tuple(questions.sources(self._facts_of(asked), self.bank.world))
            case "read" | "read last":
                return tuple(in_context(self._lexicon, self._last or item if command == "read last" else item))
            case "score":
                return (quiz.standing(self._right, sum(s != "open" for s in self._standings)),)
            case "help":
                return tuple(quiz.help_(COMMANDS.items()))
        self.is_over = True
        return tuple(self._summary())

    @property
    def _right(self) -> int:
        return self._standings[: self._first].count("right")

    def _answer(self, item: Item, response: Response) -> tuple[Line, ...]:
        world = self.bank.world
        worth = mark(item, response, world)
        self._standings[self._place] = "right" if worth >= FULL else "part" if worth else "wrong"
        facts = self._facts_of(item)
        lines = [*questions.verdict(item, response, worth, world), *questions.sources(facts, world)]
        lines += self._remember(item, response, worth)
        self._before = replace(
            self.view, response=response, key=key_of(item, world), feedback=tuple(lines), before=None
        )
        self._last = item
        if worth < FULL:
            self._missed |= {fact.id: fact for fact in facts}
            if self._items.count(another := self._another(item)) < TRIES:
                self._items.append(another)
                self._standings.append("open")
        return (*lines, *self._next())

    def _another(self, item: Item) -> Item:
        """What asks a missed fact again: an item not in this round yet where there is one, else the same."""
        ids = {each.id for each in self._items}
        asking = (other for fact_id in item.facts for other in self.bank.asking[fact_id] if other.id not in ids)
        allowed = (other for other in asking if self._plan.facts is None or self._plan.facts.issuperset(other.facts))
        return next(allowed, item)

    def _remember(self, item: Item, response: Response, worth: float) -> list[Line]:
        """Keep the answer, and schedule the facts an item asks for."""
        now = self._now()
        problems: list[Line] = []
        for fact_id in item.facts:
            if self._place < self._first or fact_id not in self._deck.cards or worth >= FULL:
                self._deck.cards[fact_id] = review_card(self._deck.cards.get(fact_id), worth, now)
        self._deck.practised(local_day(now))
        try:
            if self._place < self._first:
                self._journal.responded(item, response, worth, self._plan.visited, now)
            if self._plan.deck is not None:
                decks.write(self._plan.deck, self._deck)
        except OSError as bad:
            problems.append(quiz.not_kept(bad.strerror or str(bad)))
        return problems

    def _next(self) -> tuple[Line, ...]:
        self._place += 1
        if self.item is None:
            self.is_over = True
            return tuple(self._summary())
        return tuple(self._question())

    def _question(self) -> Iterator[Line]:
        if shown := self.shown:
            yield quiz.number_of(self._place + 1, len(self._items), is_again=self._place >= self._first)
            yield from questions.question(shown)
            yield Line(questions.how(shown.item), "note", is_tight=True)

    def _summary(self) -> Iterator[Line]:
        now = self._now()
        done = sum(standing != "open" for standing in self._standings[: self._first])
        tomorrow = len(find_due_facts(self._deck.cards, now + timedelta(days=1))) if self._plan.by_deck else 0
        streak = self._deck.streak(local_day(now)) if self._plan.by_deck else 0
        yield from quiz.finished(self._right, done, tuple(self._missed.values()), streak, tomorrow)

    def _facts_of(self, item: Item) -> tuple[Fact, ...]:
        return tuple(self.bank.world.facts[fact_id] for fact_id in item.facts)

    @property
    def view(self) -> QuizView:
        """What a screen shows now."""
        shown = self.shown
        return QuizView(
            badge="QUIZ",
            title=f"Question {self._place + 1} of {len(self._items)}",
            standings=tuple(self._standings),
            here=self._place,
            shown=shown,
            response=(),
            key=(),
            help=questions.how(shown.item) if shown else "",
            feedback=(),
            keys=tuple(COMMANDS.items()),
            before=self._before,
        )


def plan_of(wish: str, state: State, deck: Path | None, attempts: Path | None = None) -> Plan:
    """The round that a player asks for on the train: about what was noted, unless it is to be about all.

    Only what is due depends on the deck; else the same tour and line ask the same.
    """
    wanted = words(wish)
    number = next((int(word) for word in wanted if word.isdecimal()), 10)
    only_due = "due" in wanted
    return Plan(
        selection=Selection(items=min(max(number, 1), MAX_ITEMS_PER_PAPER)),
        seed=f"{state.seed}:{state.turn}:{len(state.noted)}",
        only_due=only_due,
        facts=None if only_due or "all" in wanted or "everything" in wanted else frozenset(state.noted),
        deck=deck,
        attempts=attempts,
        visited=tuple(state.visited),
        by_deck=only_due,
    )


def told_in(lexicon: Lexicon, item: Item) -> tuple[Room | None, Thing | None]:
    """Where the first fact of an item is told: in which room, and by which thing; no thing where one reads it entering.

    Of several the one that tells the fewest other facts, so that a board of all differences is the last resort.
    """
    fact_id = item.facts[0]
    rooms = [lexicon.world.rooms[room_id] for room_id in lexicon.facts.find_rooms(fact_id)]
    for room in rooms:
        if any(fact_id in passage.facts for passage in room.passages):
            return room, None
    told = [
        (len({fact for passage in thing.passages for fact in passage.facts}), place, room, thing)
        for place, (room, thing) in enumerate((room, thing) for room in rooms for thing in room.things)
        if any(fact_id in passage.facts for passage in thing.passages)
    ]
    if not told:
        return (rooms[0] if rooms else None), None
    _, _, room, thing = min(told, key=lambda found: found[:2])
    return room, thing


def in_context(lexicon: Lexicon, item: Item) -> Iterator[Line]:
    """What a player reads where the first fact of an item is told, and where it stands."""
    room, thing = told_in(lexicon, item)
    if room is None:
        yield quiz.hint(room, thing)
        return
    passages: tuple[Passage, ...] = thing.passages if thing else room.passages
    if len(passages) > MANY:
        passages = tuple(passage for passage in passages if item.facts[0] in passage.facts)
    yield from quiz.in_context(room, thing, passages)
    yield from questions.sources([lexicon.world.facts[item.facts[0]]], lexicon.world)
