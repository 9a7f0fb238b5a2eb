"""The best and the worst dispatch, by a player who walks the whole train: in line mode and on the screen alike."""

from collections.abc import Iterator

import pytest

from game.app.game import Game
from game.pack.world import World
from game.prose.text import render_text
from game.tui.screens.desk_screen import Desk
from game.tui.screens.play_screen import PlayScreen
from game.tui.widgets.log import Log
from tests.tui.test_app import playing

RIGHT = {"stated": "plain", "reported": "attributed", "photo": "picture", "speculated": "hedged"}
"""As the notebook's strengths say it is to be printed."""


def best(game: Game) -> Iterator[str]:
    """What a player types who goes by the notebook: a fact of each strength, and both sides of a conflict."""
    world, noted = game.world, game.state.noted
    sides = next(
        [side.facts[0] for side in difference.sides]
        for difference in world.differences.values()
        if difference.is_dispute
        and all(side.facts[0] in noted and world.facts[side.facts[0]].strength == "stated" for side in difference.sides)
    )
    lines = [(fact_id, "attributed") for fact_id in sides]
    for strength in ("reported", "photo", "speculated"):
        fact_id = next(
            fact.id
            for fact in world.facts.values()
            if fact.strength == strength and fact.id in noted and not fact.rumour and not world.differing.get(fact.id)
        )
        lines.append((fact_id, RIGHT[strength]))
    for place, (fact_id, printed) in enumerate(lines, start=1):
        yield f"dispatch add {game.state.numbers[fact_id]}"
        yield f"dispatch {place} {printed}"
    yield "dispatch file"


def worst(game: Game) -> Iterator[str]:
    """What a player types who prints rumours and guesses as if they were known."""
    world, noted = game.world, game.state.noted
    weak = [f.id for f in world.facts.values() if f.rumour and f.id in noted]
    weak += [f.id for f in world.facts.values() if f.strength == "speculated" and not f.rumour and f.id in noted]
    for place, fact_id in enumerate(weak[:5], start=1):
        yield f"dispatch add {game.state.numbers[fact_id]}"
        yield f"dispatch {place} plain"
    yield "dispatch file"


READ = "x all, x all, x all, x all, x all"

WORKED = (f"{READ}, f", f"{READ}, pull lever, f", f"{READ}, put weight on scales, f")
"""The first rooms, where a report finds what a reporter says and what is only likely."""

WALK = (*WORKED, *[f"{READ}, f"] * 19, "x all", "dispatch")
ENDINGS = pytest.mark.parametrize(("lines", "ending"), [(best, "inside page"), (worst, "retraction")])
"""Without a closed question the best report has no headline of its own; tests/test_report.py reaches all endings."""


@ENDINGS
def test_in_lines(tour: World, lines: object, ending: str) -> None:
    game = Game(tour)
    game.open()
    for line in WALK:
        game.perform(line)
    told = ""
    for line in lines(game):  # type: ignore[operator]
        told = render_text(game.perform(line), None)
    assert game.state.filed == ending
    assert ending in told.casefold()


@ENDINGS
async def test_on_the_screen(tour: World, lines: object, ending: str) -> None:
    async with playing(tour, (80, 24)) as (app, pilot):
        for line in WALK:
            app.say(line)
        await pilot.pause()
        assert isinstance(app.screen, Desk)
        await pilot.press("escape", "escape")  # the desk, and the ticket of the journey's end beneath it
        assert isinstance(app.screen, PlayScreen)
        for line in lines(app.game):  # type: ignore[operator]
            app.say(line)
        await pilot.pause()
        assert app.game.state.filed == ending
        assert ending in app.play.query_one(Log).text.casefold()
