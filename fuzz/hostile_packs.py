"""Section: packs that an author, a disk or somebody unkind has made."""

import os
import re
from pathlib import Path
from random import Random

from fuzz.corpus import PACK
from fuzz.hostile import TEXTS
from fuzz.mutations import mutate
from fuzz.sandbox import Sandbox

COMMANDS: tuple[list[str], ...] = (
    ["check", "tiny"], ["check", "tiny", "--articles", "folder"], ["lint", "tiny"], ["lint", "tiny", "--card"],
    [*PACK, "print"], [*PACK, "print", "--markdown"], [*PACK, "paper"], [*PACK, "export", "json", "-o", "out.json"],
    [*PACK, "export", "moodle-xml", "-o", "out.xml"], [*PACK, "--plain"], [*PACK, "quiz", "--plain"],
)  # fmt: skip


def run_case(sandbox: Sandbox, template: Path, chance: Random) -> None:
    """Spoil a pack in several places, and run what reads one.

    Raises:
        CaseFailedError: A command does not end as documented.
    """
    with sandbox.fresh(template):
        pack = sandbox.work / "tiny"
        for _ in range(chance.choice((1, 2, 4))):
            _spoil(pack, chance)
        for command in COMMANDS:
            sandbox.run(command, "look\nf\nx lamp\nquiz\na\n")


def _spoil(pack: Path, chance: Random) -> None:
    path = chance.choice(sorted(path for path in pack.rglob("*.yaml") if path.is_file() and not path.is_symlink()))
    kind = chance.randrange(9)
    if kind == 0:
        path.write_bytes(mutate(path.read_bytes(), chance)[0])
    elif kind == 1:
        name = chance.choice(("x.yml", "x.YAML", "deep/er/x.yaml", "items/x.yml", "facts/sub/x.yaml", "\udcff.yaml"))
        (pack / name).parent.mkdir(parents=True, exist_ok=True)
        (pack / name).write_bytes(path.read_bytes())
    elif kind == 2:
        _make_odd_file(pack, chance)
    else:
        text = path.read_text(encoding="utf-8", errors="replace")
        values = list(re.finditer(r"(?<=: )[^\n#\[{]+|(?<=- )[^\n:]+$|^ *[a-z_]+(?=:)", text, re.MULTILINE))
        if not values:
            return
        value = chance.choice(values)
        new = chance.choice(
            (*TEXTS, "&a [*a]", "*a", "!!python/object:os.system x", "|\n  x", "[]", "{}", "{a: b}", "? x")
        )
        quoted = '"' + new.replace("\\", "\\\\").replace('"', '\\"') + '"' if chance.random() < 0.6 else new
        path.write_bytes(f"{text[: value.start()]}{quoted}{text[value.end() :]}".encode("utf-8", "surrogatepass"))


def _make_odd_file(pack: Path, chance: Random) -> None:
    path = pack / f"{chance.randrange(10)}-odd.yaml"
    if os.path.lexists(path):
        return
    kind = chance.randrange(4)
    if kind == 0:
        os.mkfifo(path)
    elif kind == 1:
        path.mkdir()
    elif kind == 2:
        path.symlink_to(chance.choice(("/dev/zero", "nowhere", path.name, "tour.yaml", ".")))
    else:
        path.write_bytes(b"a: [" * 50_000)
