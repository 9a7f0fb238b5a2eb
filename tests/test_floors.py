"""What is loaded when: proved in fresh processes, since an import once made stays made."""

import subprocess
import sys
from pathlib import Path
from shutil import rmtree

import pytest

from tests.conftest import environ_without_coverage

HEAVY = ("textual", "rich", "yaml", "argparse", "asyncio", "fsrs", "genanki", "openpyxl", "sqlite3")


def modules_loaded_by(statement: str) -> set[str]:
    """Full names of all modules after a statement."""
    program = f"import sys\n{statement}\nprint(*sorted(sys.modules))"
    # Coverage would load modules of its own.
    environ = environ_without_coverage()
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environ)
    return set(done.stdout.split())


def loaded_by(statement: str) -> set[str]:
    return {name.split(".")[0] for name in modules_loaded_by(statement)}


@pytest.mark.parametrize(
    "statement",
    [
        "import game.tour.session",
        "import game.app.game, game.plain.line_mode",
        "import game.commandline.main",
        "import game.content",
    ],
)
def test_the_core_and_line_mode_load_nothing_heavy(statement: str) -> None:
    assert loaded_by(statement).isdisjoint(HEAVY)


def test_a_warm_start_in_line_mode_reads_no_yaml(tmp_path: str) -> None:
    start = (
        f"import os; os.environ['CARRIAGES_HOME'] = {str(tmp_path)!r}\n"
        "import io; sys.stdin = io.StringIO('quit\\n'); sys.stdout, out = io.StringIO(), sys.stdout\n"
        "import game.commandline.main as c; c.main([]); sys.stdout = out\n"
    )
    loaded_by(start)
    assert loaded_by(start).isdisjoint(HEAVY)


AT_THE_FIRST_PROMPT = """
import io, os
os.environ["CARRIAGES_HOME"] = {home!r}
seen = set()
class Keyboard(io.StringIO):
    def readline(self, *_):
        seen.update(sys.modules)
        return ""
sys.stdin = Keyboard()
sys.stdout, out = io.StringIO(), sys.stdout
import game.commandline.main as c
c.main({typed!r})
sys.stdout = out
for name in [name for name in sys.modules if name not in seen]:
    del sys.modules[name]
"""
"""Begins a tour and forgets the modules that were loaded after the prompt."""

NOT_BEFORE_THE_PROMPT = {
    "game.app.boards",
    "game.app.practice_plan",
    "game.app.view",
    "game.app.wishes",
    "game.pack.claims.gist",
    "game.pack.claims.wording",
    "game.tour.answering",
    "game.tour.finding",
    "game.tour.parser",
    "game.tour.verbs.registry",
    "inspect",
    "typing_extensions",
}
"""What only an answer, a screen, an author or another program's types use."""


@pytest.mark.parametrize("typed", [[], ["--plain"]])
@pytest.mark.parametrize("is_kept", [False, True])
def test_the_first_prompt_of_line_mode_waits_for_no_parser(tmp_path: Path, typed: list[str], *, is_kept: bool) -> None:
    start = AT_THE_FIRST_PROMPT.format(home=str(tmp_path), typed=typed)
    # A checked pack is kept at the first start; and the second goes on with the tour of the first, or begins another.
    loaded_by(start)
    if not is_kept:
        rmtree(tmp_path / "tours")
    loaded = modules_loaded_by(start)
    assert "game.app.game" in loaded
    assert loaded & NOT_BEFORE_THE_PROMPT == set()
    assert {name.split(".")[0] for name in loaded}.isdisjoint(HEAVY)


def test_what_is_left_out_of_an_import_can_be_imported_later() -> None:
    left_out = "import game.core; assert 'msgspec' in sys.modules; assert 'typing_extensions' not in sys.modules"
    assert "typing_extensions" in modules_loaded_by(f"{left_out}; import typing_extensions")


def test_nothing_that_is_in_use_is_left_out() -> None:
    modules_loaded_by("import typing_extensions as used, game.core, typing_extensions as now; assert used is now")


def test_the_first_frame_loads_nothing_of_the_game() -> None:
    assert {"game.tour.session", "game.pack.world", "game.prose"}.isdisjoint(
        modules_loaded_by("import game.tui.tour_app")
    )


def test_the_play_screen_loads_no_client_for_the_web_and_no_board() -> None:
    loaded = modules_loaded_by(
        "import game.app.game, game.tui.openings, game.tui.tour_app, game.tui.screens.title_screen"
    )
    assert "game.tui.screens.play_screen" in loaded
    assert loaded.isdisjoint({"urllib.request", "email", "http.client", "xml", "json", "game.app.boards"})
