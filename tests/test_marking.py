"""Marks: each kind by hand, and what holds for all of them whatever is answered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.pack.kinds import (
    KINDS,
    Item,
    Response,
    Short,
    find_key,
    find_misconception,
    mark,
    name_kind,
    read_response,
    show,
    write_response,
)
from game.pack.world import World
from tests.items import AGREEMENT, CHOICE, MATCH, NUMBER, ONE_OF_EACH, ORDER, PROOF, SHORT, SOURCE, STATEMENT, SURE

EACH = pytest.mark.parametrize("item", ONE_OF_EACH, ids=name_kind)


def marked(item: Item, line: str, world: World, seed: int = 0) -> float | None:
    """What a typed line is worth; None when it is no answer."""
    response = read_response(show(item, world, seed), line)
    return None if response is None else mark(item, response, world)


def test_every_kind_is_tried() -> None:
    assert {name_kind(item) for item in ONE_OF_EACH} == set(KINDS)


@pytest.mark.parametrize(
    ("item", "line", "worth"),
    [
        (CHOICE, "green", 1),
        (CHOICE, "blue", 0),
        (CHOICE, "purple", None),
        (STATEMENT, "no", 1),
        (STATEMENT, "t", 0),
        (STATEMENT, "perhaps", None),
        (NUMBER, "37", 1),
        (NUMBER, "37.5 mph", 1),
        (NUMBER, "36,5", 1),
        (NUMBER, "37.51", 0),
        (NUMBER, "thirty-seven", 1),
        (NUMBER, "about 37", 1),
        (NUMBER, "-37", 0),
        (NUMBER, "37 km/h", None),
        (NUMBER, "fast", None),
        (SHORT, "konstantin pulikovsky", 1),
        (SHORT, "The Pulikovsky!", 1),
        (SHORT, "Konstantin Pulikovski", 1),
        (SHORT, "Pulikvsky", 1),
        (SHORT, "Georgy Toloraya", 0),
        (SHORT, "Konstantin", 0),
        (SHORT, "?!", None),
        (SOURCE, "article a", 1),
        (SOURCE, "both", 0),
        (SOURCE, "neither", 0),
        (AGREEMENT, "they differ", 1),
        (AGREEMENT, "they agree", 0),
        (SURE, "a", 1),
        (SURE, "b", 0),
    ],
)
def test_a_line_is_worth(tiny: World, item: Item, line: str, worth: float | None) -> None:
    assert marked(item, line, tiny) == worth


@pytest.mark.parametrize(
    ("given_", "worth"),
    [
        (("one", "two", "three", "four"), 1),
        (("two", "one", "three", "four"), 2 / 4),
        (("one", "three", "four", "two"), 1 / 4),
        (("four", "one", "two", "three"), 0),  # all in their order, and none in its place
        (("four", "three", "two", "one"), 0),
        (("one", "two", "three"), 0),
    ],
)
def test_an_order_is_worth_the_steps_in_their_place(tiny: World, given_: Response, worth: float) -> None:
    assert mark(ORDER, given_, tiny) == worth


def test_pairs_are_worth_their_share(tiny: World) -> None:
    assert mark(MATCH, ("green", "old", "shut"), tiny) == 1
    assert mark(MATCH, ("old", "green", "shut"), tiny) == pytest.approx(1 / 3)
    assert mark(MATCH, ("old", "shut", "green"), tiny) == 0


def test_a_right_answer_for_the_wrong_reason_is_worth_half(tiny: World) -> None:
    assert mark(PROOF, ("green", "lamp-is-green"), tiny) == 1
    assert mark(PROOF, ("green", "rug-is-old"), tiny) == 0.5
    assert mark(PROOF, ("blue", "lamp-is-green"), tiny) == 0
    assert find_misconception(PROOF, ("green", "rug-is-old")) == "That is the rug."
    assert find_misconception(PROOF, ("blue", "rug-is-old")) == "That is what the porter says in B."


def test_a_slip_is_never_forgiven_into_another_name(tiny: World) -> None:
    """Jane is an entity of the pack; a slip as near to her as to the key is no answer to count as right."""
    item = Short(id="s", stem="Who?", key="Jade Smith", feedback=".", facts=("lamp-is-green",))
    assert mark(item, ("jade smitth",), tiny) == 1
    names = {name for entity in tiny.entities.values() for name in (entity.name, *entity.names)}
    for name in names:
        near = Short(id="s", stem="Who?", key=f"{name}x", feedback=".", facts=("lamp-is-green",))
        assert mark(near, (name,), tiny) == 0, name


def test_figures_are_never_forgiven(tiny: World) -> None:
    item = Short(id="s", stem="Which?", key="Chammae-1", feedback=".", facts=("lamp-is-green",))
    assert mark(item, ("chammae 1",), tiny) == 1
    assert mark(item, ("chammae 2",), tiny) == 0


@EACH
def test_the_key_is_worth_all_and_nothing_is_worth_nothing(tiny: World, item: Item) -> None:
    assert mark(item, find_key(item, tiny), tiny) == 1
    assert mark(item, (), tiny) == 0


@EACH
def test_what_a_key_prints_is_read_as_the_key_however_the_options_stand(tiny: World, item: Item) -> None:
    for seed in range(20):
        shown = show(item, tiny, seed, "Stoker-07")
        line = write_response(shown, find_key(item, tiny))
        assert line
        assert read_response(shown, line) == find_key(item, tiny)


@EACH
def test_every_option_is_worth_the_same_however_it_is_shuffled(tiny: World, item: Item) -> None:
    worth: dict[str, set[float]] = {}
    for seed in range(12):
        for text in show(item, tiny, seed).options:
            worth.setdefault(text, set()).add(mark(item, (text,), tiny))
    assert all(len(marks) == 1 for marks in worth.values())


TEXTS = st.text(max_size=40) | st.sampled_from(["37", "1B 2A 3C", "b2", "c a b d", "green", "nan", "inf", "1e5", "-"])


@given(item=st.sampled_from(ONE_OF_EACH), line=TEXTS, seed=st.integers(0, 2**32 - 1))
def test_whatever_is_typed_a_mark_lies_from_0_to_1(item: Item, line: str, seed: int) -> None:
    world = WORLD
    response = read_response(show(item, world, seed), line)
    if response is not None:
        assert 0.0 <= mark(item, response, world) <= 1.0
        assert isinstance(find_misconception(item, response), str)


@given(item=st.sampled_from(ONE_OF_EACH), response=st.lists(st.text(max_size=20), max_size=5).map(tuple))
def test_a_response_of_another_pack_version_is_worth_something_from_0_to_1(item: Item, response: Response) -> None:
    assert 0.0 <= mark(item, response, WORLD) <= 1.0


def _world() -> World:
    from tests.conftest import TINY, loaded

    return loaded(TINY)


WORLD = _world()
"""Hypothesis tests take no fixtures of a narrower scope; this one is read once."""
