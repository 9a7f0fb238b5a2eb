"""``carriages write``: what an author sees at each save, with and without a terminal."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.commandline.main import main
from game.commandline.writing_desk import WritingDesk
from tests.conftest import TINY, environ_without_coverage
from tests.test_drafts import DRAFT, add_fact, edit


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The tiny pack, to be edited."""
    folder = tmp_path / "pack"
    shutil.copytree(TINY, folder)
    return folder


def save(path: Path, text: str) -> None:
    """Save a file later than anything that was saved before."""
    path.write_text(text, encoding="utf-8")
    latest = max(other.stat().st_mtime_ns for other in path.parent.rglob("*"))
    os.utime(path, ns=(latest + 1_000_000, latest + 1_000_000))


def look(desk: WritingDesk) -> str:
    return "\n".join(desk.look())


def test_once_shows_problems_the_list_and_the_room(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_fact(pack, DRAFT)
    (pack / "articles").mkdir()
    (pack / "articles" / "A.txt").write_text("The lamp is 41 metres tall.\n\nThe second.\n")
    assert main(["write", str(pack), "--once", "--room", "salon"]) == 0
    told = capsys.readouterr().out
    assert "1 draft left" in told
    assert "1 confirm  1 draft of facts, first a1-tall" in told
    assert "next draft a1-tall, A¶1, reported" in told
    assert "A¶1: The lamp is 41 metres tall." in told
    assert "c accept" not in told
    assert "── Green salon, as played ──" in told
    assert "Under it lies a rug." in told
    assert "\x1b" not in told


def test_once_says_by_its_status_what_must_be_mended(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(pack / "01-salon.yaml", "alt: A salon", "alt: A: salon")
    assert main(["write", str(pack), "--once"]) == 2
    told = capsys.readouterr().out
    assert "01-salon.yaml:7:7: a text with" in told
    assert "No room can be shown" in told
    assert "that no text tells" not in told
    assert main(["write", str(pack / "nowhere"), "--once"]) == 2
    assert "is no folder" in capsys.readouterr().err


def test_the_room_that_was_saved_last_is_shown(pack: Path) -> None:
    desk = WritingDesk(pack)
    assert "── Platform, as played" in look(desk)
    save(pack / "01-salon.yaml", (pack / "01-salon.yaml").read_text(encoding="utf-8"))
    assert desk.notice_changes()
    assert "── Green salon, as played" in look(desk)
    assert not desk.notice_changes()


def test_while_a_file_is_broken_the_last_good_room_stays(pack: Path) -> None:
    desk = WritingDesk(pack, "salon")
    assert "Under it lies a rug." in look(desk)
    good = (pack / "01-salon.yaml").read_text(encoding="utf-8")
    save(pack / "01-salon.yaml", good.replace("Under it lies a rug.", 'Under "it" lies a rug.'))
    assert desk.notice_changes()
    broken = look(desk)
    assert desk.is_broken
    assert 'write \\" inside of it' in broken
    assert "Under it lies a rug." in broken
    save(pack / "01-salon.yaml", good.replace("a rug.", "a big rug."))
    assert "Under it lies a big rug." in look(desk)
    assert not desk.is_broken


def test_the_walk_is_played_first_and_typed_lines_in_the_room(pack: Path) -> None:
    (pack / "walk.txt").write_text("# to the salon\ntake leaflet\nx moon\nforward\n")
    desk = WritingDesk(pack, "salon")
    desk.type_line("x lamp")
    shown = look(desk)
    assert "✗ your walk: x moon" in shown
    assert "It is green, says one article." in shown
    assert "(your walk: take leaflet, x moon, forward, x lamp)" in shown
    desk.type_line("-")
    assert "It is green, says one article." not in look(desk)


def test_a_walk_that_is_saved_is_a_change(pack: Path) -> None:
    desk = WritingDesk(pack)
    look(desk)
    save(pack / "walk.txt", "x bench\n")
    assert desk.notice_changes()
    assert "Hard, as benches are." in look(desk)
    (pack / "walk.txt").unlink()
    assert desk.notice_changes()


def test_many_problems_leave_room_for_the_room(pack: Path) -> None:
    for number in range(20):
        (pack / f"bad-{number}.yml").write_text("id: x\n")
    shown = look(WritingDesk(pack))
    assert shown.count("✗ ") == 12
    assert "and 8 more" in shown


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a signal cannot be sent to a child there")
def test_it_watches_until_it_is_interrupted(pack: Path) -> None:
    command = [sys.executable, "-m", "game", "write", str(pack)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environ_without_coverage()
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None

        def read_until(wanted: str) -> None:
            assert running.stdout is not None
            for line in running.stdout:
                if wanted in line:
                    return
            pytest.fail(f"never shown: {wanted}")

        read_until("Ctrl+C ends this")
        save(
            pack / "00-platform.yaml", (pack / "00-platform.yaml").read_text(encoding="utf-8").replace("waits", "left")
        )
        read_until("The train left.")
        read_until("Ctrl+C ends this")
        running.stdin.write("x bench\n")
        running.stdin.flush()
        read_until("Hard, as benches are.")
        read_until("Ctrl+C ends this")
        running.send_signal(signal.SIGINT)
        read_until("Nothing is watched any more.")
        assert running.wait() == 0
