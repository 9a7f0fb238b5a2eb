"""The newsroom: a file that a pack can do without, and the rules of what it names."""

from game.content.load import load
from game.core.paths import shipped
from tests.conftest import TINY


def test_the_shipped_tour_has_a_newsroom_and_the_tiny_one_has_none() -> None:
    world = load(shipped("rooms")).world
    assert world is not None
    assert world.newsroom is not None
    assert [wire.at for wire in world.newsroom.wires] == ["lounge", "smoking"]
    assert load(TINY).world.newsroom is None  # type: ignore[union-attr]


def test_every_news_value_is_found_and_the_rest_is_usual() -> None:
    world = load(shipped("rooms")).world
    assert world is not None
    assert world.newsroom is not None
    values = world.newsroom.map_news()
    assert (values["speed-50-kmh"], values["burgundy"], values["yellow-line"]) == (3, 2, 0)
    assert "platform-press-board" not in values
