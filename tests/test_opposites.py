"""An opposite is never an answer: the inside where the outside is asked for, the first where the last is."""

import pytest

from game.pack.world import World
from game.tour import events as e
from game.tour.answering.opposites import tells_opposite
from tests.answer_checks import make_session


@pytest.mark.parametrize(
    ("asked", "told", "is_opposite"),
    [
        ("pictures of the outside", "a rare look inside the train", True),
        ("pictures of the inside", "a rare look inside the train", False),
        ("pictures of the train", "a rare look inside the train", False),
        ("the last trip", "the first trip", True),
        ("the last trip", "the first and the last trip", False),
        ("the first or the last trip", "the first trip", False),
        ("when did it arrive", "it leaves the station", True),
        ("when did it leave", "it leaves the station", False),
    ],
)
def test_an_opposite_is_told_where_only_the_other_side_is_held(asked: str, told: str, *, is_opposite: bool) -> None:
    assert tells_opposite(asked, told) == is_opposite


@pytest.mark.parametrize(
    ("line", "fact_id"),
    [
        ("what does the outside of the train look like", "rare-look-inside"),
        ("which brand of cigarettes does he smoke", "vietnam-smoke-breaks"),
        ("what is he doing in the departure picture", "train-behind-picture"),
        ("what did kim fly in 2014", "flew-several-times"),
        ("who is the first lady", "kim-il-sung-grandfather"),
    ],
)
def test_what_is_asked_for_must_be_in_the_answer(tour: World, line: str, fact_id: str) -> None:
    reply = make_session(tour, is_full=True).perform(line)
    assert not [event for event in reply if isinstance(event, e.Recalled) and fact_id in {f.id for f in event.facts}]


def test_what_is_near_comes_from_the_nearest_fact(tour: World) -> None:
    reply = make_session(tour, is_full=True).perform(
        "Why did they switch off the electricity on the neighbouring tracks?"
    )
    near = next(event for event in reply if isinstance(event, e.NearTold))
    assert (near.entity.id, near.facts[0].id) == ("kim-jong-il", "power-cut-why")
