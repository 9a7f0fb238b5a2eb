"""What drives line mode from outside may rely on: a prompt, no other line that begins like one, no escape, status 0."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PLAYS = (
    ("look", "x press board", "where am i", "nonsense words here", "", "", "quiz", "b", "quit"),
    ("x \x1b[31mred", "> look", ">", "help", "verbs", "f. f. f", "replay nowhere", "restart", "yes"),
    ("units both", "f, f, x dials", "who is kim", "2", "undo", "undo", "undo", "* a remark", "transcript off", "q"),
)


@pytest.mark.parametrize("lines", PLAYS, ids=("short", "hostile", "long"))
def test_line_mode_keeps_its_contract(lines: tuple[str, ...], tmp_path: Path) -> None:
    environment = {**os.environ, "CARRIAGES_HOME": str(tmp_path), "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "game", "--plain"],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    replies = done.stdout.split("\n>")
    is_quit = lines[-1] in ("q", "quit")
    assert len(replies) == len(lines) + (1 if is_quit else 2)
    assert all(reply.strip() for reply in replies[: len(lines) + 1])
    assert not re.search(r"(?m)^>", "".join(replies))
    assert len(list((tmp_path / "sessions").iterdir())) == 1
