"""How soon a newcomer has something to judge: words to the first pair and the first headline."""

from statistics import median

import pytest

from game.pack.world import World
from tests.newcomer import Newcomer

MAX_WORDS_TO_A_PAIR, MAX_WORDS_TO_A_HEADLINE = 700, 900
"""About five and six and a half minutes for who reads 140 words a minute."""

MAX_STEPS = 60


@pytest.mark.parametrize("looks", [99, 5, 3, 2])
def test_a_newcomer_compares_two_notes_early_and_closes_the_first_question(tour: World, looks: int) -> None:
    newcomer = Newcomer(tour, looks)
    for _ in range(MAX_STEPS):
        if newcomer.closed_at:
            break
        newcomer.take_step()
    assert 0 < newcomer.laid_at <= MAX_WORDS_TO_A_PAIR
    assert newcomer.laid_at < newcomer.closed_at <= MAX_WORDS_TO_A_HEADLINE
    assert newcomer.session.state.carriages <= 2


def test_the_replies_of_the_first_rooms_are_short(tour: World) -> None:
    newcomer = Newcomer(tour)
    while newcomer.session.state.room != "family":
        newcomer.take_step()
    assert median(newcomer.lengths[1:]) <= 50
    assert max(newcomer.arrivals[:3]) <= 90


def test_the_first_pair_is_offered_without_its_answer(tour: World) -> None:
    """The words that lead to the pair name no figure and no judgement."""
    from game.prose.event_lines import render_event
    from game.tour.events import PairNudged

    (line,) = render_event(PairNudged(numbers=(4, 7)), tour)
    assert "COMPARE 4 WITH 7" in line.text
    assert not any(word in line.text.casefold() for word in ("mph", "differ", "contradict", "agree", "surer"))
