"""The tutorials of CONTRIBUTING.md, read and followed: each block of code is typed into a copy of the checkout.

The paragraph above a block says what is done with it: ``Create `path`:``, ``Append to `path`:``, ``In `path`, after
`line`, add:`` or ``In `path`, replace `line` with:``. A paragraph that begins with ``Run `command`.`` runs it; a block
marked ``text`` below it shows what it must print. Other blocks marked ``text`` are not typed. Any other block is an
error, so that no step is left out in silence.
"""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.conftest import environ_without_coverage

ROOT = Path(__file__).parent.parent

NOT_COPIED = shutil.ignore_patterns(
    *(".git", ".venv", "*_cache", ".hypothesis", "__pycache__", "node_modules", "build", "dist"),
)


class Step(NamedTuple):
    """One thing that a tutorial says to do."""

    act: str
    """create, append, after, replace or run."""
    target: str
    """The file; of a command, its line."""
    anchor: str = ""
    """The line that is looked for in the file, without its indentation; ``…`` at its end stands for the rest."""
    is_first: bool = False
    """True when that line stands there several times and the first is meant."""
    block: str = ""


class Tutorial(NamedTuple):
    """One tutorial: what is to be done, and which files that touches by its own list."""

    title: str
    steps: tuple[Step, ...]
    files: tuple[str, ...]


_ACTS = {
    "create": r"Create `(?P<target>[^`]+)`:",
    "append": r"Append to `(?P<target>[^`]+)`:",
    "after": r"In `(?P<target>[^`]+)`, after (?P<first>the first )?`(?P<anchor>[^`]+)`, add:",
    "replace": r"In `(?P<target>[^`]+)`, replace (?P<first>the first )?`(?P<anchor>[^`]+)` with(?: \([^)]*\))?:",
}
_BLOCK = re.compile(
    r"^(?P<said>(?:[^\n]+\n)+)\n(?P<indent> *)```(?P<language>\w*)\n(?P<code>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
_RUN = re.compile(r"^ *(?:\d+\. )?(?:[^\n]*\. )?Run\s+`(?P<target>[^`]+)`", re.MULTILINE)


def read_tutorials() -> Iterator[Tutorial]:
    """The tutorials of CONTRIBUTING.md, in their order."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title, _, body = part.partition("\n")
        if title.startswith("Tutorial"):
            files = re.search(r"^Touched files:\n\n((?:- `[^`]+`\n?)+)", body, re.MULTILINE)
            assert files, f"{title}: no list of touched files"
            yield Tutorial(title, tuple(read_steps(body)), tuple(re.findall(r"`([^`]+)`", files[1])))


def read_steps(body: str) -> Iterator[Step]:
    """The steps of a tutorial, in their order."""
    blocks = list(_BLOCK.finditer(body))
    assert body.count("```") == 2 * len(blocks), "a block that cannot be read"
    found = [(block.start(), _read_block(block)) for block in blocks if block["language"] != "text"]
    for place in _RUN.finditer(body):
        # What it must print stands right below it, or nothing does.
        shown = next((block for block in blocks if block.start("said") == place.start()), None)
        is_shown = shown is not None and shown["language"] == "text"
        found.append(
            (place.start(), Step("run", place["target"], block=_read_code(shown) if shown and is_shown else ""))
        )
    yield from (step for _, step in sorted(found, key=lambda pair: pair[0]))


def _read_block(block: re.Match[str]) -> Step:
    paragraph = " ".join(block["said"].split())
    for act, pattern in _ACTS.items():
        if said := re.search(pattern + "$", paragraph):
            parts = said.groupdict()
            is_first = bool(parts.get("first"))
            return Step(act, parts["target"], parts.get("anchor", ""), is_first, _read_code(block))
    raise AssertionError(f"the paragraph above a block does not say what to do with it: {paragraph}")


def _read_code(block: re.Match[str]) -> str:
    """The text of a block; the indentation of its fence belongs to the list around it, and no more than that."""
    indent = len(block["indent"])
    return "".join(f"{line[indent:]}\n" for line in block["code"].splitlines())


def copy_checkout(folder: Path) -> Path:
    """A copy of the checkout in which a tutorial can be followed."""
    shutil.copytree(ROOT, folder, ignore=NOT_COPIED)
    return folder


def follow(step: Step, folder: Path) -> None:
    """Do one step in a copy of the checkout."""
    path = folder / step.target
    match step.act:
        case "run":
            printed = "".join(run(line, folder, is_to_pass=not step.block) for line in find_recipe(step.target, folder))
            for expected in step.block.splitlines():
                pattern = ".*".join(map(re.escape, expected.split("…")))
                assert re.search(pattern, printed), f"{step.target} does not print {expected!r}:\n{printed}"
        case "create":
            assert not path.exists(), f"{step.target} is there already"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.block, encoding="utf-8")
        case "append":
            path.write_text(path.read_text(encoding="utf-8") + step.block, encoding="utf-8")
        case "after" | "replace":
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            places = [place for place, line in enumerate(lines) if _is_meant(step.anchor, line)]
            assert len(places) == 1 or (places and step.is_first), f"{step.target} has {len(places)} × {step.anchor!r}"
            start = places[0] + (step.act == "after")
            lines[start : places[0] + 1] = [step.block]
            path.write_text("".join(lines), encoding="utf-8")


def _is_meant(anchor: str, line: str) -> bool:
    """Whether a line is the one that a step names; a step that ends with ``…`` names its beginning."""
    return line.strip().startswith(anchor[:-1]) if anchor.endswith("…") else line.strip() == anchor


def find_recipe(command: str, folder: Path) -> list[str]:
    """What a target of the Makefile runs; any other command is its own recipe."""
    if not command.startswith("make "):
        return [command]
    makefile = (folder / "Makefile").read_text(encoding="utf-8")
    recipe = re.search(rf"^{command.removeprefix('make ')}:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert recipe, command
    return [line.strip().removeprefix("$(BIN)/") for line in recipe[1].splitlines()]


def run(line: str, folder: Path, *, is_to_pass: bool = True) -> str:
    """Run a command in a copy, with this Python and the code of the copy; what it printed."""
    python = shlex.quote(sys.executable)
    line = re.sub(r"^(?:\.venv/bin/)?(?:(carriages)|python)\b", lambda f: f"{python} -m game" if f[1] else python, line)
    done = subprocess.run(
        shlex.split(line),
        cwd=folder,
        env=dict(
            environ_without_coverage(), PYTHONPATH=str(folder), CARRIAGES_HOME=str(folder.parent / "home"), NO_COLOR="1"
        ),
        input="",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not is_to_pass or done.returncode == 0, f"{line}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
    return done.stdout


def find_changed(folder: Path) -> set[str]:
    """The files of a copy that differ from the checkout, and those that only the copy has."""
    copied = {path for path in folder.rglob("*") if path.is_file() and not _is_made(path.relative_to(folder))}
    return {
        str(path.relative_to(folder))
        for path in copied
        if not (kept := ROOT / path.relative_to(folder)).exists() or kept.read_bytes() != path.read_bytes()
    }


def _is_made(path: Path) -> bool:
    return any(part in ("__pycache__", ".hypothesis") or part.endswith("_cache") for part in path.parts)
