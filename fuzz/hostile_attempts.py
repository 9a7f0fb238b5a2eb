"""Section: attempts that somebody made to do harm, sealed as well as our own."""

import json
from pathlib import Path
from random import Random
from typing import Any

from fuzz.corpus import PACK
from fuzz.hostile import VALUES, spoil_value
from fuzz.sandbox import Sandbox
from game.store.attempt_file import compute_seal

ACTIONS: tuple[list[str], ...] = (
    ["collect", "desks"], [], ["report", "-o", "report.html"], ["report", "--long", "-o", "long.csv"],
    ["report", "-o", "table.csv"], ["xapi", "-o", "out.json"], ["certificate", "Stoker-01", "-o", "page.html"],
    ["roster", "Clara"], ["forget", "Stoker-01"],
)  # fmt: skip

NAMES = ("{}", "{}.txt", "{}.JSONL", "_{}", " {}", "x{}", "con.attempt.jsonl", "{}~")

AT = "2026-11-21T09:00:00+01:00"
TEACHERS: tuple[dict[str, Any], ...] = (
    {"type": "extended", "minutes": 30}, {"type": "extended", "minutes": -1440, "gives_back": True}, {"type": "held"},
    {"type": "released"}, {"type": "renamed", "candidate": "Stoker-01"}, {"type": "reopened"},
    {"type": "handed-in", "why": "teacher"},
)  # fmt: skip
"""What only a teacher's board writes."""


def run_case(sandbox: Sandbox, template: Path, chance: Random) -> None:
    """Spoil a few attempts, seal them anew, and run every action for a class.

    Raises:
        CaseFailedError: An action does not end as documented.
    """
    with sandbox.fresh(template):
        for path in sorted((sandbox.work / "desks").glob("*.jsonl")):
            lines = [json.loads(raw) for raw in path.read_bytes().splitlines()]
            for _ in range(chance.choice((1, 1, 2, 5))):
                _spoil(lines, chance)
            data = _seal(lines)
            path.write_bytes(data)
            other = path.with_name(chance.choice(NAMES).format(path.name))
            other.write_bytes(data)
        for action in ACTIONS:
            sandbox.run([*PACK, "results", "--folder", "class", *action])


def _spoil(lines: list[Any], chance: Random) -> None:
    place = chance.randrange(len(lines))
    kind = chance.randrange(11)
    if kind == 10:
        lines.insert(place, chance.choice(TEACHERS) | {"elapsed": chance.choice((0, 7, 1e9)), "at": AT})
    elif kind == 0:
        lines.insert(place, lines[chance.randrange(len(lines))])
    elif kind == 1 and len(lines) > 1:
        del lines[place]
    elif isinstance(lines[place], dict) and kind < 6:
        line = lines[place]
        key = chance.choice(sorted(line))
        lines[place] = line | {key: chance.choice(VALUES)}
    else:
        lines[place] = spoil_value(lines[place], chance)


def _seal(lines: list[Any]) -> bytes:
    data, seal = b"", ""
    for line in lines:
        if not isinstance(line, dict):
            data += json.dumps(line).encode("utf-8", "surrogatepass") + b"\n"
            continue
        line.pop("seal", None)
        body = json.dumps(line, separators=(",", ":")).encode()[:-1]
        seal = compute_seal(body, seal)
        data += body + f',"seal":"{seal}"}}\n'.encode()
    return data
