"""Section: keys, clicks, pastes and sizes on the screens of the tour and of quiz sessions."""

import asyncio
import io
from collections.abc import Callable
from contextlib import redirect_stderr
from pathlib import Path
from random import Random
from typing import cast

from textual import events
from textual.pilot import Pilot

from fuzz.corpus import LINES, TINY
from fuzz.hostile import TEXTS
from fuzz.outcome import CaseFailedError
from fuzz.sandbox import Sandbox
from game.app.exam_policy import ExamPolicy
from game.app.game import Game
from game.app.practice_plan import PracticePlan
from game.app.practice_policy import PracticePolicy
from game.app.quiz_session import QuizSession
from game.content import open_pack
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.papers import Selection
from game.store.decks import path_of
from game.store.saves import Saves
from game.tui.base_app import StyledApp
from game.tui.quiz_app import QuizApp
from game.tui.tour_app import TourApp

EVENTS_PER_CASE = 50

KEYS = (
    *(f"f{number}" for number in range(1, 13)),
    *(
        "enter",
        "enter",
        "enter",
        "escape",
        "escape",
        "up",
        "down",
        "left",
        "right",
        "pageup",
        "pagedown",
        "tab",
        "home",
        "end",
    ),
    *(
        "shift+tab",
        "ctrl+r",
        "ctrl+p",
        "ctrl+l",
        "ctrl+u",
        "ctrl+w",
        "ctrl+a",
        "ctrl+e",
        "ctrl+y",
        "ctrl+t",
        "backspace",
    ),
    *(
        "delete",
        "a",
        "b",
        "c",
        "d",
        "t",
        "f",
        "p",
        "n",
        "y",
        "m",
        "u",
        "x",
        "1",
        "2",
        "3",
        "9",
        "minus",
        "plus",
        "space",
        "question_mark",
    ),
    *("é", "ß", "﷽", "☃", "alt+x", "ctrl+f1", "shift+left"),
)

SIZES = ((80, 24), (120, 36), (132, 40), (40, 12), (20, 5), (200, 60), (10, 3), (1, 1))


def run_case(sandbox: Sandbox, template: Path, chance: Random) -> None:
    """Do fifty things on a screen.

    Raises:
        CaseFailedError: The app has ended with an error.
    """
    with sandbox.fresh(template):
        world = open_pack(TINY, sandbox.home / "cache")[0]
        make = chance.choice((_make_tour, _make_tour, _make_practice, _make_exam))
        with redirect_stderr(io.StringIO()):
            app = make(sandbox, cast(World, world), chance)
        done: list[str] = []
        try:
            asyncio.run(_drive(app, chance, done))
        except CaseFailedError:
            raise
        except Exception as bad:
            import traceback

            trace = "".join(traceback.format_exception(app.error or bad))[-2_500:]
            raise CaseFailedError(f"{app.error or bad!r} after {' '.join(done[-6:])}", trace) from bad
        if app.error is not None:
            raise CaseFailedError(f"{app.error!r} after {' '.join(done[-6:])}")


async def _drive(app: StyledApp, chance: Random, done: list[str]) -> None:
    async with app.run_test(size=chance.choice(SIZES[:3])) as pilot:
        await pilot.pause()
        app.animation_level = "none"
        for _ in range(EVENTS_PER_CASE):
            if not app.is_running or app.return_code is not None:
                return
            name, act = chance.choice(_ACTS)
            done.append(name)
            await act(app, pilot, chance, done)


async def _press(app: StyledApp, pilot: Pilot[None], chance: Random, done: list[str]) -> None:
    key = chance.choice(KEYS)
    done.append(key)
    await pilot.press(key)


async def _burst(app: StyledApp, pilot: Pilot[None], chance: Random, done: list[str]) -> None:
    """Keys as fast as a pasted line or a cat sends them: none waits for what the one before has caused."""
    keys = [chance.choice(KEYS) for _ in range(6)]
    done.extend(keys)
    for key in keys:
        app.simulate_key(key)
    await pilot.pause()


async def _type(app: StyledApp, pilot: Pilot[None], chance: Random, done: list[str]) -> None:
    line = chance.choice((*LINES, "practice 1", "quit", "leave", "skip", "a", "b", "hand in", "yes", *TEXTS[:30]))[:60]
    done.append(repr(line))
    app.screen.post_message(events.Paste(line))
    await pilot.press("enter")


async def _paste(app: StyledApp, pilot: Pilot[None], chance: Random, done: list[str]) -> None:
    text = chance.choice((*TEXTS, "look\nf\nb\n", "\n" * 50, "﷽" * 300))
    app.screen.post_message(events.Paste(text))
    await pilot.pause()


async def _click(app: StyledApp, pilot: Pilot[None], chance: Random, done: list[str]) -> None:
    width, height = app.size
    place = (chance.randrange(max(1, width)), chance.randrange(max(1, height)))
    done.append(str(place))
    await pilot.click(offset=place, times=chance.choice((1, 1, 2)))


async def _resize(app: StyledApp, pilot: Pilot[None], chance: Random, done: list[str]) -> None:
    size = chance.choice(SIZES)
    done.append(str(size))
    await pilot.resize_terminal(*size)


_ACTS = (
    ("press", _press), ("press", _press), ("press", _press), ("burst", _burst), ("type", _type), ("type", _type),
    ("paste", _paste), ("click", _click), ("click", _click), ("resize", _resize),
)  # fmt: skip


def _make_tour(sandbox: Sandbox, world: World, chance: Random) -> StyledApp:
    make: Callable[[], Game] = lambda: Game(world, Saves(sandbox.home), chance.randrange(9))  # noqa: E731
    return TourApp(make, home=sandbox.home, has_title=chance.random() < 0.3, fresh=chance.random() < 0.2)


def _make_practice(sandbox: Sandbox, world: World, chance: Random) -> StyledApp:
    plan = PracticePlan(
        selection=Selection(items=3),
        seed=str(chance.random()),
        deck=path_of(sandbox.home, world.tour.id),
        attempts=sandbox.home / "attempts",
    )
    return QuizApp(QuizSession(PracticePolicy(Bank(world), plan)), world.tour, home=sandbox.home)


def _make_exam(sandbox: Sandbox, world: World, chance: Random) -> StyledApp:
    from game.commandline.exam_attempt import begin_attempt, reopen_paper
    from game.commandline.main import parse_arguments

    options = parse_arguments(
        [
            "exam",
            "--items",
            "3",
            "--minutes",
            "5",
            *(["--pausable"] if chance.random() < 0.5 else []),
            "--folder",
            "desks",
        ]
    )
    bank = Bank(world)
    attempt = begin_attempt(options, bank, "Clara", ())
    return QuizApp(
        QuizSession(ExamPolicy(reopen_paper(attempt, bank), attempt, notebook=())), world.tour, home=sandbox.home
    )
