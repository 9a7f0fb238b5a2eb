from collections import Counter
from typing import cast

import pytest

from game.pack.kinds import Choice, Distractor, TrueFalse, find_key, show
from game.pack.world import World

NOWHERE = cast(World, None)
"""These kinds ask nothing of the world."""


def choice(item_id: str = "one") -> Choice:
    wrong = tuple(Distractor(text=text, because="no") for text in "bcd")
    return Choice(id=item_id, stem="?", key="a", distractors=wrong, feedback=".", facts=("f",))


def options(item: Choice | TrueFalse, seed: int) -> tuple[str, ...]:
    return show(item, NOWHERE, seed).options


def test_options_hold_the_key_and_every_distractor() -> None:
    assert sorted(options(choice(), 3)) == ["a", "b", "c", "d"]


def test_the_order_depends_on_seed_and_item_alone() -> None:
    assert options(choice(), 3) == options(choice(), 3)
    assert len({options(choice(), seed) for seed in range(50)}) > 10
    assert len({options(choice(f"item-{n}"), 3) for n in range(50)}) > 10


@pytest.mark.parametrize(
    ("seed", "expected"),
    [(0, ("c", "a", "d", "b")), (1, ("a", "c", "b", "d")), (2023, ("b", "d", "a", "c"))],
)
def test_the_order_is_the_same_on_every_python(seed: int, expected: tuple[str, ...]) -> None:
    assert options(choice(), seed) == expected


def test_the_key_has_no_favourite_place() -> None:
    places = Counter(options(choice(), seed).index("a") for seed in range(2_000))
    assert all(400 < places[place] < 600 for place in range(4))


def test_a_statement_is_always_shown_true_before_false() -> None:
    item = TrueFalse(id="t", stem="?", key=False, feedback=".", facts=("f",))
    assert options(item, 5) == ("True", "False")
    assert find_key(item, NOWHERE) == ("False",)
