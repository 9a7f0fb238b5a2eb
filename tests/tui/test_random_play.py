"""Whatever is pressed, clicked and typed: the transcript holds every turn, and replays byte for byte."""

from pathlib import Path
from random import Random
from typing import cast

import pytest
from textual.pilot import Pilot

from game.app.game import Game
from game.commandline.main import main
from game.content import open_pack
from game.pack.world import World
from game.store.saves import Saves
from game.tui.screens.play_screen import PlayScreen
from game.tui.tour_app import TourApp
from game.tui.widgets.prompt import Prompt
from tests.conftest import TINY

WORLD = cast(World, open_pack(TINY, None)[0])
"""Opened as the command does it, with its digest, which stands in the head of a transcript."""

STEPS = 45
"""Keys, clicks and lines of one play; about three seconds where nothing else runs."""

SIZE = (110, 36)
"""Wide enough for every panel, so that a click can hit each of them."""

KEYS = (
    *(f"f{number}" for number in range(1, 13)),
    *("enter", "escape", "up", "down", "left", "right", "pageup", "pagedown", "tab", "shift+tab", "ctrl+r", "home"),
    *("a", "b", "t", "f", "p", "n", "y", "1", "3", "minus", "plus", "space", "question_mark"),
)
# No REPLAY: its words depend on a file that a transcript does not hold.
LINES = (
    *("look", "f", "b", "x all", "x door", "take all", "again", "g", "undo", "oops lamp", "source", "it", "hint", ""),
    *("timeline", "differences", "journeys", "notebook", "progress", "help", "help take", "score", "honours", "ticket"),
    *("dispatch", "write report", "dispatch add 1", "dispatch add 2 3", "dispatch 1 hedged", "dispatch file", "f, f"),
    *("quiz", "b", "true", "skip", "save here", "restore here", "units both", "tutorial", "* a remark", "frobnicate"),
    *("notebook export notes.md", "transcript on mine.txt", "transcript off", "record on mine.rec", "record off"),
    *("ticket save card.svg", "new", "yes", "what is lamp", "\x1b[31m[b]red[/b]"),
)


async def play_at_random(pilot: Pilot[None], app: TourApp, chance: Random) -> None:
    """Press, click and type; one practice at most, for a deck on file decides what a second one asks."""
    practice_at = chance.randrange(STEPS)
    for step in range(STEPS):
        if app.game.is_over:
            return
        kind = chance.choice(("key", "key", "click", "line", "line", "line", "look"))
        if isinstance(app.screen, PlayScreen) and (kind == "line" or step == practice_at):
            app.play.query_one(Prompt).fill("practice 2" if step == practice_at else chance.choice(LINES))
            await pilot.press("enter")
        elif isinstance(app.screen, PlayScreen) and kind == "look":
            # What only looks must not be what AGAIN repeats: the fault that this test was written for.
            await pilot.press(chance.choice(("f1", "f2", "f3", "f10", "f11", "f12")), "escape", *"again", "enter")
        elif kind == "line":
            await pilot.press("escape")  # else most of a play is spent on boards, where few keys say a line
        elif kind == "click":
            await pilot.click(offset=(chance.randrange(SIZE[0]), chance.randrange(SIZE[1])))
        else:
            await pilot.press(chance.choice(KEYS))


@pytest.mark.parametrize("seed", range(3))
async def test_the_transcript_of_a_random_play_is_replayed_byte_for_byte(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CARRIAGES_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    app = TourApp(lambda: Game(WORLD, Saves(tmp_path / "home"), seed))
    async with app.run_test(size=SIZE) as pilot:
        await app.signal.wait_until_ready()
        app.animation_level = "none"
        await play_at_random(pilot, app, Random(seed))
        await pilot.pause()
        transcript = app.game.transcript
    path = tmp_path / "played.txt"
    path.write_text(transcript, encoding="utf-8", newline="\n")
    assert transcript.count("\n>") > STEPS // 6
    status = main(["--pack", str(TINY), "replay", str(path)])
    assert (status, *capsys.readouterr()) == (0, transcript, "")
