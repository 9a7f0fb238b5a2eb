"""A wheel built from a checkout, installed alone in a clean environment outside it, starts and plays."""

import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from game.pack.world import World
from tests.conftest import environ_without_coverage

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = environ_without_coverage()
    clean = {name: value for name, value in inherited.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=clean | environment,
        timeout=300,
        check=False,
    )


def test_the_wheel_holds_rooms_and_assets_and_plays_outside_the_checkout(tmp_path: Path, tour: World) -> None:
    if not (ROOT / "pyproject.toml").is_file():
        pytest.skip("there is no checkout to build from")
    built = run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", tmp_path, ROOT, cwd=tmp_path)
    if built.returncode and "Could not find a version" in built.stderr:
        pytest.skip("the build backend cannot be fetched: no package index is reachable")
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as held:
        assert "game/py.typed" in held.namelist(), "type checkers must take our annotations"
    environment = tmp_path / "environment"
    # Without a pip of its own, and without compiling what is installed: both would take longer than all the rest.
    venv.create(environment, with_pip=False)
    binaries = environment / ("Scripts" if sys.platform == "win32" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", binaries / "python")
    installed = run(*pip, "install", "--quiet", "--no-compile", f"{wheel}[class]", cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    played = run(binaries / "carriages", cwd=tmp_path, typed="f\nquit\n", CARRIAGES_HOME=str(tmp_path / "home"))
    assert played.returncode == 0, played.stderr
    assert "Carriage 1 of 21: Boarding carriage" in played.stdout
    # The part for browsers is there: what is refused is the file, and not for want of a server.
    opened = run(binaries / "carriages", "class", "no.exam", cwd=tmp_path, CARRIAGES_HOME=str(tmp_path / "home"))
    assert (opened.returncode, "no.exam" in opened.stderr) == (2, True), opened.stderr
    checked = run(binaries / "carriages", "check", cwd=tmp_path)
    assert f"{len(tour.rooms)} rooms" in checked.stdout
    assert str(environment) in checked.stdout, "the rooms must come from inside the installed package"
    shutil.rmtree(environment)
