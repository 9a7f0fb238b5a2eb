"""All that teachers and learners do with our tour, done with one that has nothing to do with it."""

from pathlib import Path

import pytest

from game.app.game import Game
from game.commandline import main
from game.exchange import FORMATS
from game.pack.world import World
from game.prose.text import render_text
from game.store.attempt_folder import load_attempt
from game.store.saves import Saves
from tests.conftest import LIGHTHOUSE
from tests.test_cli import carriages
from tests.test_walks import WALKS, read_walk

PACK = ("--pack", str(LIGHTHOUSE))


def test_it_is_played_to_the_end_and_kept(lighthouse: World, tmp_path: Path) -> None:
    (path,) = (path for path in WALKS if path.stem == "lighthouse")
    game = Game(lighthouse, Saves(tmp_path))
    game.open(lessons=0)
    for line in read_walk(path).lines:
        game.perform(line)
    assert set(game.state.visited) == set(lighthouse.rooms)
    assert set(game.state.noted) == set(lighthouse.facts)
    assert game.state.filed == "front page"
    ticket = render_text(game.perform("ticket"), None)
    assert "SKARHOLM LIGHT" in ticket
    assert "48 of 48" in ticket
    game.close()
    assert Game(lighthouse, Saves(tmp_path)).open()
    assert (tmp_path / "tours" / "skarholm-light" / "tour.jsonl").is_file()


def test_every_item_can_be_asked_and_answered_in_practice(tmp_path: Path) -> None:
    done = carriages("quiz", *PACK, "--items", "37", home=tmp_path, typed="read\nskip\n" * 37 + "leave\n")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Question 37 of" in done.stdout
    assert (tmp_path / "practice" / "skarholm-light.own.json").is_file()


def test_an_exam_is_sat_and_its_results_are_collected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given, taken = tmp_path / "given", tmp_path / "class"
    options = ("--only", "landing", "--kind", "true-false", "--items", "1", "--folder", str(given))
    done = carriages("exam", *PACK, *options, "--name", "Beacon-01", home=tmp_path, typed="\ntrue\nhand in\nyes\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1.00 of 1: 100%" in done.stdout
    (path,) = given.glob("*.jsonl")
    attempt = load_attempt(path)
    assert attempt.begun.tour == "skarholm-light"
    assert main.main(["results", *PACK, "--folder", str(taken), "collect", str(given)]) == 0
    assert main.main(["results", *PACK, "--plain", "--folder", str(taken)]) == 0
    assert "Beacon-01: 1 of 1, 100%" in capsys.readouterr().out
    # The class of another pack has nothing of it.
    main.main(["results", "--plain", "--folder", str(taken)])
    assert "Beacon-01" not in capsys.readouterr().out


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_exported_in_every_format(name: str, tmp_path: Path) -> None:
    out = tmp_path / f"out{FORMATS[name].suffix}"
    assert main.main(["export", name, *PACK, "-o", str(out)]) == 0
    assert out.stat().st_size > 1000


@pytest.mark.parametrize("ending", ["html", "md", "json"])
def test_it_is_printed_as_a_paper(ending: str, tmp_path: Path) -> None:
    out = tmp_path / f"paper.{ending}"
    assert main.main(["paper", *PACK, "--items", "12", "-o", str(out)]) == 0
    assert out.stat().st_size > 1000


def test_it_is_printed_as_text_with_every_fact(lighthouse: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main([*PACK, "print"]) == 0
    printed = capsys.readouterr().out
    assert all(room.name in printed for room in lighthouse.rooms.values())
    assert "Skarholm Light" in printed
