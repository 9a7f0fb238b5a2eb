"""Which fact is asked when, and which items a practice session is made of; each limit on both sides."""

from datetime import UTC, datetime, timedelta

import pytest

from game.pack.kinds import FULL_MARK_THRESHOLD
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.papers import Selection
from game.quiz.review import Card, choose_items, find_due_facts, review_card
from tests.test_papers import fixed

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
BANK = fixed()


def due_after(mark: float) -> timedelta:
    """How long a fact that was known once waits after another answer."""
    known = review_card(None, 1.0, NOW)
    then = datetime.fromisoformat(known["due"])
    return datetime.fromisoformat(review_card(known, mark, then)["due"]) - then


def test_right_waits_longer_than_right_in_part_and_that_longer_than_wrong() -> None:
    assert due_after(1.0) > due_after(0.5) > due_after(0.0)


@pytest.mark.parametrize(
    ("mark", "like"),
    [(FULL_MARK_THRESHOLD, 1.0), (1.0 - 1e-10, 1.0), (1.0 - 1e-8, 0.5), (0.01, 0.5), (0.0, 0.0)],
    ids=str,
)
def test_a_mark_is_right_right_in_part_or_wrong(mark: float, like: float) -> None:
    assert due_after(mark) == due_after(like)


@pytest.mark.parametrize(
    ("due", "known", "first"),
    [
        ((), ("lamp-is-green",), "salon-rug"),
        ((), ("rug-is-old",), "salon-colour"),
        (("rug-is-old",), ("rug-is-old",), "salon-rug"),
        (("rug-is-old", "lamp-is-green"), ("rug-is-old", "lamp-is-green"), "salon-rug"),
        (("lamp-is-green", "rug-is-old"), ("rug-is-old", "lamp-is-green"), "salon-colour"),
        # A fact is asked by the items that ask for it first, not by those that it only supports.
        (("lamp-is-blue",), ("lamp-is-blue", "lamp-is-green"), "salon-rug"),
    ],
)
def test_what_is_due_goes_before_what_is_new_and_that_before_what_is_known(
    due: tuple[str, ...], known: tuple[str, ...], first: str, tiny: World
) -> None:
    for seed in "1234567":
        chosen = choose_items(Bank(tiny), Selection(items=1), due, known, seed)
        assert [item.id for item in chosen] == [first]


def make_card(minutes: int) -> Card:
    return {"due": (NOW + timedelta(minutes=minutes)).isoformat()}


def test_a_fact_is_due_at_its_very_moment_and_the_longest_overdue_is_first() -> None:
    cards = {"late": make_card(-5), "now": make_card(0), "later": make_card(1), "latest": make_card(-9)}
    assert find_due_facts(cards, NOW) == ("latest", "late", "now")
    assert find_due_facts({"b": make_card(0), "a": make_card(0)}, NOW) == ("a", "b")


def test_due_facts_come_first_then_those_never_asked_then_the_rest() -> None:
    facts = sorted({item.facts[0] for item in BANK.items.values()})
    assert facts == ["lamp-is-green"]  # so only the first item can ask for something new
    chosen = choose_items(BANK, Selection(items=5), facts, (), "7")
    assert len(chosen) == 5
    assert len({item.id for item in chosen}) == 5
    assert chosen == choose_items(BANK, Selection(items=5), ("no-such-fact", *facts), facts, "7")
    assert chosen != choose_items(BANK, Selection(items=5), facts, (), "8")


@pytest.mark.parametrize("items", [1, 2, len(BANK.items) - 1, len(BANK.items), len(BANK.items) + 1])
def test_a_session_has_as_many_items_as_wanted_or_as_there_are(items: int) -> None:
    chosen = choose_items(BANK, Selection(items=items), (), (), "7")
    assert len(chosen) == min(items, len(BANK.items))
    assert len({item.id for item in chosen}) == len(chosen)
