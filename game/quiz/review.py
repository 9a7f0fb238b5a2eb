"""When a fact is asked again: the FSRS algorithm with one card for each fact.

A fact has a card and an item has none, because several items ask for one fact: a learner who knows it need not answer
all of them. The package fsrs schedules. This module says what a mark means for it, and chooses the items of a practice
session. Nothing here knows files or clocks; the caller passes the moment.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from game.pack.kinds import FULL_MARK_THRESHOLD, Item
from game.pack.kinds.mixing import shuffle
from game.quiz.bank import Bank
from game.quiz.papers import Selection, select_entries

Card = dict[str, Any]
"""The card of one fact, in the form that the package fsrs writes and reads."""


def review_card(card: Card | None, mark: float, now: datetime) -> Card:
    """Return the card after its fact was asked. Right is rated Good, right in part Hard, wrong Again.

    Args:
        card: None for a fact never asked before.
        mark: 0..1.
        now: With its time zone.
    """
    from fsrs import Rating

    scheduler, rating = (
        _make_scheduler(),
        Rating.Good if mark >= FULL_MARK_THRESHOLD else Rating.Hard if mark > 0 else Rating.Again,
    )
    return dict(scheduler.review_card(_read_card(card, now), rating, now)[0].to_dict())


def _make_scheduler() -> Any:
    from fsrs import Scheduler  # 19 ms that only practice needs

    # Without fuzzing: the same answers at the same times must give the same days, or nothing here could be tested.
    return Scheduler(enable_fuzzing=False)


def _read_card(card: Card | None, now: datetime) -> Any:
    from fsrs import Card as Fsrs

    return Fsrs.from_dict(card) if card else Fsrs(card_id=0, due=now)  # type: ignore[arg-type] # it wants its own TypedDict


def find_due_facts(cards: Mapping[str, Card], until: datetime) -> tuple[str, ...]:
    """Find the facts to be asked again by a moment: their ids, the longest overdue first."""
    found = sorted((datetime.fromisoformat(card["due"]), fact_id) for fact_id, card in cards.items())
    return tuple(fact_id for moment, fact_id in found if moment <= until)


def choose_items(
    bank: Bank, selection: Selection, due_facts: Iterable[str], known: Iterable[str], seed: str
) -> tuple[Item, ...]:
    """Choose the items of a practice session: one for each due fact, then facts never asked, then the rest.

    Args:
        bank: What to choose from.
        selection: Which items, and how many.
        due_facts: Ids of facts to be asked again, the most urgent first.
        known: Ids of facts asked before.
        seed: Decides which of several items asks a fact, and the order of the rest.
    """
    pool = {entry.item.id: entry.item for entry in select_entries(bank, selection)}
    mixed = shuffle(tuple(pool.values()), seed)
    by_fact: dict[str, list[Item]] = {}
    for item in mixed:
        by_fact.setdefault(item.facts[0], []).append(item)
    asked = frozenset(known)
    wanted = [by_fact[fact_id][0] for fact_id in due_facts if fact_id in by_fact]
    wanted += [item for item in mixed if item.facts[0] not in asked]
    return tuple(_separate_facts((*wanted, *mixed), selection.items))


def _separate_facts(items: Iterable[Item], number: int) -> Iterator[Item]:
    """The first of the given items, none twice. An item whose facts are already asked comes after all others."""
    ids: set[str] = set()
    facts: set[str] = set()
    later: list[Item] = []
    for item in items:
        if len(ids) == number:
            return
        if item.id in ids:
            continue
        if facts.isdisjoint(item.facts):
            ids.add(item.id)
            facts.update(item.facts)
            yield item
        else:
            later.append(item)
    for item in later:
        if len(ids) == number:
            return
        if item.id not in ids:
            ids.add(item.id)
            yield item
