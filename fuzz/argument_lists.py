"""Section: argument lists that nobody means. Only relative names inside the scratch folder, and no store but loopback."""

import os
from pathlib import Path
from random import Random

from fuzz.corpus import PACK
from fuzz.hostile import TEXTS
from fuzz.sandbox import Sandbox
from game.commandline.command_table import COMMANDS, RESULTS_ACTIONS

FILES = (
    "paper.json", "bank.gift", "questions.csv", "class.csv", "article.txt", "empty", "brackets.json", "bytes.bin", "pipe",
    "loop", "folder", "tiny", "desks", "class", "lines.rec", "names.txt", "known.json", "nothing", "nothing/inside",
    "paper.json/inside", "..", ".", "out.md", "out.html", "out.json", "out.gift", "out.yaml", "out.csv", "out.xml",
    "new/folder/out.html", "tiny/00-platform.yaml", "\udcff.json", "a\nb.json", "x" * 300, "x" * 5_000, "con.json",
)  # fmt: skip

NUMBERS = (
    "0",
    "1",
    "2",
    "-1",
    "1e9",
    "nan",
    "inf",
    "-inf",
    "0.5",
    "1.25",
    "99999999999",
    "٣",
    "",
    "0x10",
    "9" * 400,
    "9" * 5_000,
)

OPTIONS = (
    "--plain", "--ascii", "--seed", "--new", "--pack", "--items", "--level", "--only", "--kind", "--due", "--learner",
    "--tags", "--paper", "--name", "--minutes", "--factor", "--open-book", "--pausable", "--hide-marks", "--folder",
    "--fresh", "--without", "--shuffle", "--as-drawn", "--as-now", "-o", "--out", "--force", "--versions", "--no-key",
    "--large", "--strict", "--list", "--room", "--fact", "--format", "--card", "--baseline", "--rules", "--id",
    "--markdown", "--width", "--rows", "--colours", "--hour", "--check", "--help", "--version", "--long", "--small",
    "--articles", "--coverage", "--graph", "--retry", "--what", "-h", "--", "-", "--no-such-option",
)  # fmt: skip

WORDS = (
    "gift", "csv", "moodle-xml", "anki", "kahoot", "h5p", "qti-2.1", "json", "markdown", "scan", "tour", "room", "attempt",
    "choice", "number", "match", "salon", "lamp-is-green", "on", "off", "text", "256", "truecolor", "night", "Stoker-01",
    "Zoé 3", "Half", "A", "C3-XXXX-XXXX",
)  # fmt: skip

TYPED = (
    "",
    "look\nf\nquit\n",
    "a\nb\nhand in\nyes\n",
    "\0\x1b[A\n",
    "quit",
    "y\ny\ny\n",
    "﷽" * 500 + "\n",
    "again\n" * 30,
)


SERVERS = ("class", "serve")
"""Commands that go on until they are stopped; the tests of the browser start them."""


def run_case(sandbox: Sandbox, template: Path, chance: Random) -> None:
    """Run one argument list.

    Raises:
        CaseFailedError: It does not end as documented.
    """
    with sandbox.fresh(template):
        os.mkfifo(sandbox.work / "pipe")
        sandbox.run(_make_list(chance), chance.choice(TYPED))


def _make_list(chance: Random) -> list[str]:
    # Our own pack takes a hundred times as long as the small one, and is read by the same code.
    made = list(PACK) if chance.random() < 0.93 else []
    if chance.random() < 0.95:
        made.append(chance.choice([command for command in COMMANDS if command not in SERVERS]))
        if made[-1] == "results" and chance.random() < 0.9:
            made += ["--folder", chance.choice(("class", "folder", "empty", "nothing", "class"))]
            made.append(chance.choice(tuple(RESULTS_ACTIONS)))
        if made[-1] == "export" and chance.random() < 0.8:
            made.append(chance.choice(WORDS[:7]))
    for _ in range(chance.randrange(6)):
        made += _make_option(chance)
    if chance.random() < 0.03:
        chance.shuffle(made)
    if chance.random() < 0.02:
        made += [
            "--lrs",
            chance.choice(("http://127.0.0.1:9/", "http://127.0.0.1:x", "http://[::1", "", "localhost", "file:a")),
        ]
    return made


def _make_option(chance: Random) -> list[str]:
    kind = chance.random()
    if kind < 0.25:
        return [_make_value(chance)]
    option = chance.choice(OPTIONS)
    if kind < 0.5:
        return [option]
    return [option, _make_value(chance)] if kind < 0.9 else [f"{option}={_make_value(chance)}"]


def _make_value(chance: Random) -> str:
    pool = chance.choice((FILES, FILES, NUMBERS, WORDS, TEXTS))
    # No NUL: a system lets no argument hold one. No "~" or "/": they would mean real places.
    return chance.choice(pool).replace("\0", "").lstrip("/~\\")
