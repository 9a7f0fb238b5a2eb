"""Good files of every kind, made by the game itself, that cases start from."""

import os
import shutil
from pathlib import Path

from fuzz.sandbox import Sandbox
from game.store.settings import Settings, keep_settings

TINY = Path(__file__).parent.parent / "tests" / "tiny"

PACK = ("--pack", "tiny")
"""The small pack, as it lies in the folder where commands are run."""

LINES = (
    "look", "x bench", "take lamp", "f", "x lamp", "quiz", "b", "a", "save here", "undo", "units both", "score", "honours",
    "restore here", "practice all 2", "a", "b", "a", "leave", "dispatch", "dispatch add 1", "note", "notebook", "* remark",
    "notebook export notes", "ticket save card.svg", "transcript on mine", "f", "transcript off", "record on typed", "b",
    "record off", "source", "tours", "new", "yes", "f", "again", "redo", "x", "inventory", "help", "ticket", "progress",
)  # fmt: skip
"""Lines of a tour that leave a file of each kind behind."""

GIFT = """$CATEGORY: tiny

::lamp:: Which lamp stands on the table? {=the green one#So it is. ~the blue one#That is the other source. ~a red one#No.}

::lamps:: The lamp is green. {T}

::count:: How many lamps are there? {#2:0}

::pair:: Match. {=green -> lamp =red -> rug =blue -> sky}
"""

CSV = """id,kind,stem,key,wrong 1,wrong 2,feedback,facts,room
one,choice,Which lamp stands there?,the green one,the blue one,the red one,So it is said.,lamp-is-green,salon
two,true-false,The lamp is green.,true,,,So it is said.,lamp-is-green,salon
"""

PEOPLE = "name;email\nAnna Example;anna@example.org\nBen Example;ben@example.org\n"

ARTICLE = "On Monday Ann Lee paid $1.8m for 21 lamps.\n\nIn May 2018 she left the salon.\n"


def build_template(sandbox: Sandbox, template: Path) -> None:
    """Play, practise, take an exam and collect a class in a case, and keep its folder as the template of all others.

    Raises:
        CaseFailedError: A command that should work does not.
    """
    with sandbox.fresh(None):
        work = sandbox.work
        shutil.copytree(TINY, work / "tiny")
        (work / "folder").mkdir()
        for name, text in {
            "bank.gift": GIFT, "questions.csv": CSV, "class.csv": PEOPLE, "article.txt": ARTICLE, "empty": "",
            "brackets.json": "[" * 50_000, "lines.rec": "look\nf\nx lamp\n", "names.txt": "Anna\nBen\n",
        }.items():  # fmt: skip
            (work / name).write_text(text, encoding="utf-8")
        (work / "bytes.bin").write_bytes(bytes(range(256)))
        os.mkfifo(work / "pipe")
        (work / "loop").symlink_to("loop")
        keep_settings(sandbox.home, Settings(theme="day"), Settings())
        typed = "".join(f"{line}\n" for line in LINES)
        sandbox.run([*PACK, "--plain"], typed)
        sandbox.run([*PACK, "quiz", "--plain", "--items", "3"], "a\nb\na\na\na\nleave\n")
        sandbox.run([*PACK, "paper", "--items", "4", "-o", "paper.json"])
        for name in ("Stoker-01", "Stoker-02", "Zoé 3"):
            answers = "".join(f"{letter}\n" for letter in "abab") + "hand in\nyes\nyes\n"
            sandbox.run(
                [*PACK, "exam", "--plain", "--paper", "paper.json", "--name", name, "--folder", "desks"], answers
            )
        sandbox.run([*PACK, "exam", "--plain", "--paper", "paper.json", "--name", "Half", "--folder", "desks"], "a\n")
        sandbox.run([*PACK, "results", "--folder", "class", "roster", "Anna", "Ben"])
        sandbox.run([*PACK, "results", "--folder", "class", "collect", "desks"])
        sandbox.run([*PACK, "export", "gift", "-o", "made.gift"])
        sandbox.run([*PACK, "export", "csv", "-o", "made.csv"])
        baseline = sandbox.run(["lint", "tiny", "--format", "json"]).out
        (work / "known.json").write_text(baseline, encoding="utf-8")
        shutil.copytree(sandbox.case, template, symlinks=True, ignore=_leave_pipes)


def _leave_pipes(folder: str, names: list[str]) -> list[str]:
    # copytree would wait for ever at a pipe; each case that wants one makes it.
    return [name for name in names if (Path(folder) / name).is_fifo()]
