"""Plans one session of practice, from the command line or from the tour."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from game.core.names import words
from game.pack.kinds import Item
from game.quiz.bank import Bank
from game.quiz.papers import MAX_ITEMS_PER_PAPER, Selection
from game.quiz.review import choose_items
from game.tour.state import State

DEFAULT_QUESTIONS = 10
"""Questions of a session when the player names no number."""


class PracticePlan(Struct, frozen=True, kw_only=True):
    """What a session of practice asks, and where its results go."""

    selection: Selection = Selection(items=DEFAULT_QUESTIONS)
    seed: str = "0"
    """Decides what is asked, and the order of options."""
    only_due: bool = False
    """True to ask only what is due."""
    facts: frozenset[str] | None = None
    """Only items that rest entirely on these facts are asked; None for all items."""
    deck: Path | None = None
    """The file of the learner's deck; None keeps no deck."""
    attempts: Path | None = None
    """The folder where answers are kept for results; None keeps none."""
    learner: str = ""
    """The learner's name; empty for the player."""
    visited: tuple[str, ...] = ()
    """Ids of the rooms that the learner has been in."""
    items: tuple[str, ...] = ()
    """Ids of the items to ask, if they were already chosen; then nothing else decides."""
    by_deck: bool = True
    """Whether the deck decides what is asked. If not, the seed alone decides, and the deck only learns from it."""


def is_by_deck(wish: str) -> bool:
    """Whether the learner's deck decides what a request for practice asks."""
    return "due" in words(wish)


def plan_practice(wish: str, state: State, deck: Path | None, attempts: Path | None = None) -> PracticePlan:
    """The session that a player requests in the tour: about noted facts, unless the line says DUE or ALL.

    Args:
        wish: What was typed after PRACTICE.
        state: The tour as it stands.
        deck: As in the plan.
        attempts: As in the plan.
    """
    wanted = words(wish)
    number = next((int(word) for word in wanted if word.isdecimal()), DEFAULT_QUESTIONS)
    only_due = is_by_deck(wish)
    return PracticePlan(
        selection=Selection(items=min(max(number, 1), MAX_ITEMS_PER_PAPER)),
        seed=f"{state.seed}:{state.turn}:{len(state.noted)}",
        only_due=only_due,
        facts=None if only_due or "all" in wanted or "everything" in wanted else frozenset(state.noted),
        deck=deck,
        attempts=attempts,
        visited=tuple(state.visited),
        # A transcript is replayed line by line. So without DUE, the same tour and line must ask the same questions on
        # every machine, whatever the deck holds.
        by_deck=only_due,
    )


def plan_items(bank: Bank, plan: PracticePlan, due_facts: tuple[str, ...], known: frozenset[str]) -> Iterator[Item]:
    """The items of a session: first those with due facts, then those with facts never asked, then the rest.

    Args:
        bank: What to choose from.
        plan: The plan.
        due_facts: Ids of the facts that are due, the most urgent first.
        known: Ids of the facts that were asked before.
    """
    wanted = plan.selection
    # All items are sorted before the number is applied, because the plan removes more items than the selection does.
    every = Selection(items=len(bank.items), levels=wanted.levels, kinds=wanted.kinds, only=wanted.only)
    left = wanted.items
    for item in choose_items(bank, every, due_facts, known, plan.seed):
        is_open = plan.facts is None or plan.facts.issuperset(item.facts)
        if left and is_open and (not plan.only_due or item.facts[0] in due_facts):
            left -= 1
            yield item


def find_follow_up(bank: Bank, plan: PracticePlan, item: Item, asked: list[Item]) -> Item:
    """The item that asks a missed fact again: one that was not asked yet if there is one, else the same item."""
    ids = {each.id for each in asked}
    asking = (other for fact_id in item.facts for other in bank.asking[fact_id] if other.id not in ids)
    allowed = (other for other in asking if plan.facts is None or plan.facts.issuperset(other.facts))
    return next(allowed, item)
