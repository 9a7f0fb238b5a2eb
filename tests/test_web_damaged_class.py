"""A class whose files are damaged is not opened as another class, and its files stay as they are."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.commandline.main import main
from game.pack.world import World
from game.prose import serve_messages
from game.store.exam_files import TeachersExam, dump_exam
from game.web.classes.class_house import ClassHouse
from game.web.classes.class_pack import ClassPack
from game.web.stores.class_store import FolderStore
from game.web.teaching.class_service import open_class, set_exam
from tests.class_process import ClassProcess
from tests.class_rooms import make_exam_of_each_kind, open_room, open_shipped
from tests.conftest import environ_without_coverage

DAMAGE = (b"", b"{", b"[]", b"null", b"\0" * 100, b"[" * 200_000, b"\xff\xfe")
OTHERS = {
    "class.json": (b'{"code": 5, "board": "x"}', b'{"code": "x", "board": ["x"]}'),
    "joins.json": (b'{"a": 5}', b'{"a": {"name": 5}}'),
    "plan.json": (b'{"plan": 5}', b'{"plan": {"mode": "feast"}}'),
}
"""Values that are none of a file's own."""


@pytest.fixture(scope="module")
def teachers(tour: World) -> TeachersExam:
    return make_exam_of_each_kind(tour)


async def make_class(exam: TeachersExam, folder: Path) -> None:
    async with open_room(exam, folder) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")


def open_again(exam: TeachersExam, folder: Path) -> ClassHouse:
    """Open a class as the command does."""
    store = FolderStore(folder)
    set_exam(store, exam)
    return open_class(store, ClassPack(open_shipped), folder)[0]


@pytest.mark.parametrize("name", ["class.json", "joins.json", "plan.json"])
async def test_a_damaged_file_is_not_written_over(name: str, teachers: TeachersExam, tmp_path: Path) -> None:
    await make_class(teachers, tmp_path)
    whole = (tmp_path / name).read_bytes()
    for damage in (*DAMAGE, *OTHERS[name]):
        (tmp_path / name).write_bytes(damage)
        with pytest.raises(OSError, match=r"."):
            open_again(teachers, tmp_path)
        assert (tmp_path / name).read_bytes() == damage
    (tmp_path / name).write_bytes(whole)
    house = open_again(teachers, tmp_path)
    assert [pupil.name for pupil in house.pupils] == ["Signal-63"]


async def test_the_command_says_what_cannot_be_opened(
    teachers: TeachersExam, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exam, folder = tmp_path / "class.exam", tmp_path / "class"
    exam.write_bytes(dump_exam(teachers))
    await make_class(teachers, folder)
    command = ["class", str(exam), "--class", str(folder), "--port", "0"]
    for name in ("class.json", "joins.json", "plan.json"):
        whole = (folder / name).read_bytes()
        (folder / name).write_bytes(b"{")
        assert main(command) == 2
        assert str(folder) in capsys.readouterr().err
        (folder / name).write_bytes(whole)
    (tmp_path / "file").write_text("in the way")
    assert main([*command[:3], str(tmp_path / "file"), "--port", "0"]) == 2
    assert str(tmp_path / "file") in capsys.readouterr().err


@pytest.mark.slow
def test_two_servers_do_not_share_a_class(teachers: TeachersExam, tmp_path: Path) -> None:
    exam, folder = tmp_path / "class.exam", tmp_path / "class"
    exam.write_bytes(dump_exam(teachers))
    process = ClassProcess(tmp_path, exam, folder)
    process.start()
    try:
        command = [sys.executable, "-m", "game", "class", str(exam), "--class", str(folder), "--port", "0"]
        environ = environ_without_coverage() | {"CARRIAGES_HOME": str(tmp_path)}
        other = subprocess.run(command, capture_output=True, text=True, env=environ, timeout=60, check=False)
        assert other.returncode == 2
        assert serve_messages.describe_other_server(folder) in other.stderr
    finally:
        process.end(signal.SIGTERM)
