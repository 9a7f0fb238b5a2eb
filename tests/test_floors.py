"""What is loaded when: proved in fresh processes, since an import once made stays made."""

import os
import subprocess
import sys

import pytest

HEAVY = ("textual", "rich", "yaml", "argparse", "asyncio", "fsrs", "genanki", "openpyxl", "sqlite3")


def modules_loaded_by(statement: str) -> set[str]:
    """Full names of all modules after a statement."""
    program = f"import sys\n{statement}\nprint(*sorted(sys.modules))"
    # Without coverage, which loads modules of its own into every process it measures.
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=clean)
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


def test_the_first_frame_loads_nothing_of_the_game() -> None:
    assert {"game.tour.session", "game.pack.world", "game.prose"}.isdisjoint(
        modules_loaded_by("import game.tui.tour_app")
    )
