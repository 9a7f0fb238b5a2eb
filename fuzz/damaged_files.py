"""Section: files that are damaged, and every command that reads them."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from fuzz.corpus import LINES, PACK
from fuzz.mutations import mutate
from fuzz.outcome import CaseFailedError
from fuzz.sandbox import Sandbox
from game.store.settings import Settings, keep_settings, load_settings

PLAY = (
    "",
    "look",
    "f",
    "x lamp",
    "practice all 2",
    "a",
    "honours",
    "restore here",
    "tours",
    "save again",
    "undo",
    "quit",
)


def run_case(sandbox: Sandbox, template: Path, chance: Random) -> None:
    """Damage one file of one kind, run what reads it, and see that nothing of it is lost.

    Raises:
        CaseFailedError: Something does not hold.
    """
    kind = chance.choice(tuple(_KINDS))
    pattern, use, may_change = _KINDS[kind]
    with sandbox.fresh(template):
        files = sorted(
            path
            for path in sandbox.case.glob(pattern)
            if path.is_file() and not _is_lock(path) and _is_of(path, kind, sandbox)
        )
        if not files:
            raise CaseFailedError(f"the template has no file of the kind {kind}")
        path = chance.choice(files)
        data, how = mutate(path.read_bytes(), chance)
        path.write_bytes(data)
        try:
            said = use(sandbox, path, chance)
            _check_kept(sandbox, path, data, said, may_change=may_change)
        except CaseFailedError as bad:
            raise CaseFailedError(f"{path.relative_to(sandbox.case)} ({how}): {bad.what}", bad.detail) from bad


def _is_lock(path: Path) -> bool:
    # Locks and owners are no one's content: they are made anew by whoever comes next.
    return "lock" in path.suffix or path.name.startswith("owner") or path.suffix == ".sqlite"


def _is_of(path: Path, kind: str, sandbox: Sandbox) -> bool:
    """Whether a file is of a kind: a tour is whatever lies at home and is nothing else, however tours are kept."""
    if kind != "tour":
        return True
    others = (
        "attempts",
        "cache",
        "crashes",
        "files",
        "honours",
        "honours.json",
        "packs",
        "practice",
        "sessions",
        "settings.json",
    )
    return path.relative_to(sandbox.home).parts[0] not in others


def _check_kept(sandbox: Sandbox, path: Path, data: bytes, said: str, *, may_change: bool) -> None:
    if path.exists() and path.read_bytes() == data:
        return
    if not may_change:
        raise CaseFailedError("a file that is only read was changed")
    if _is_somewhere(sandbox.case, data):
        return
    # What was read and understood may be gone on with; what was said to be unreadable, or is no JSON, must be there.
    is_unread = "cannot be read" in said or "could not be read" in said
    if is_unread and any(words in said for words in ("set aside", "kept aside", "left as it is", "left where it is")):
        raise CaseFailedError("what could not be read is not there any more", said[-600:])
    if path.suffix == ".json" and not _is_json(data):
        raise CaseFailedError("what is no JSON was written over", said[-600:])


def _is_somewhere(folder: Path, data: bytes) -> bool:
    return any(
        path.is_file() and not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data
        for path in folder.rglob("*")
    )


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _play(sandbox: Sandbox, path: Path, chance: Random) -> str:
    lines = [*chance.sample(PLAY, 6), *chance.sample(LINES, 3)]
    said = sandbox.run([*PACK, "--plain"], "".join(f"{line}\n" for line in lines)).said
    if chance.random() < 0.3:
        said += sandbox.run(
            [*PACK, "--plain", *(["--new"] if chance.random() < 0.3 else [])], "look\nundo\nquit\n"
        ).said
    return said


def _practise(sandbox: Sandbox, path: Path, chance: Random) -> str:
    return sandbox.run([*PACK, "quiz", "--plain", "--items", "2"], "a\nb\na\n").said


def _set(sandbox: Sandbox, path: Path, chance: Random) -> str:
    before = load_settings(sandbox.home).settings
    keep_settings(sandbox.home, before.next(chance.choice(("theme", "motion", "picture"))), before)
    if not isinstance(load_settings(sandbox.home).settings, Settings) or load_settings(sandbox.home).trouble:
        raise CaseFailedError("settings that were kept cannot be read")
    return ""


def _cached(sandbox: Sandbox, path: Path, chance: Random) -> str:
    said = sandbox.run([*PACK, "print"]).out
    shutil.rmtree(sandbox.home / "cache")
    if said != sandbox.run([*PACK, "print"]).out:
        raise CaseFailedError("a damaged cache gives another text")
    return ""


def _teach(sandbox: Sandbox, path: Path, chance: Random) -> str:
    actions: tuple[list[str], ...] = (
        ["collect", "desks"], ["report", "-o", "report.html"], ["report", "--long", "-o", "long.csv"], [], ["roster"],
        ["xapi", "-o", "statements.json"], ["certificate", "Stoker-01", "-o", "page.html"], ["forget", "Stoker-02"],
        ["roster", "Clara"],
    )  # fmt: skip
    chosen = chance.sample(actions, 3)
    is_forgetting = any(action[:1] == ["forget"] for action in chosen)
    said = "".join(sandbox.run([*PACK, "results", "--folder", "class", *action]).said for action in chosen)
    if is_forgetting and not path.exists():
        path.write_bytes(b"")  # forgotten as it was asked to be
    return said


def _teach_only_reading(sandbox: Sandbox, path: Path, chance: Random) -> str:
    said = sandbox.run([*PACK, "results", "--folder", "class", "collect", "desks"]).said
    return (
        said
        + sandbox.run(
            [*PACK, "exam", "--plain", "--paper", "paper.json", "--name", "Stoker-01", "--folder", "desks", "--fresh"],
            "",
        ).said
    )


def _resume_exam(sandbox: Sandbox, path: Path, chance: Random) -> str:
    return sandbox.run(
        [*PACK, "exam", "--plain", "--paper", "paper.json", "--name", "Half", "--folder", "desks"],
        "b\na\nhand in\nyes\n",
    ).said


def _take_paper(sandbox: Sandbox, path: Path, chance: Random) -> str:
    uses: tuple[tuple[list[str], str], ...] = (
        (["paper", path.name], ""),
        (["paper", path.name, "-o", "out.html", "--as-now"], ""),
        (["export", "gift", path.name, "-o", "out.gift"], ""),
        (["exam", "--plain", "--paper", path.name, "--name", "Clara", "--folder", "desks"], "a\nb\nhand in\nyes\n"),
    )
    return "".join(sandbox.run([*PACK, *use], typed).said for use, typed in chance.sample(uses, 2))


def _import(sandbox: Sandbox, path: Path, chance: Random) -> str:
    more = ["--room", "salon", "--fact", "lamp-is-green"] if chance.random() < 0.8 else []
    return sandbox.run([*PACK, "import", path.name, "-o", "items.yaml", *more]).said


def _read_pack(sandbox: Sandbox, path: Path, chance: Random) -> str:
    use = chance.choice((["check", "tiny"], ["lint", "tiny"], [*PACK, "print"], [*PACK, "paper"], [*PACK, "--plain"]))
    return sandbox.run(use, "look\nf\n").said


def _replay(sandbox: Sandbox, path: Path, chance: Random) -> str:
    said = sandbox.run([*PACK, "replay", str(path)]).said
    return said + sandbox.run([*PACK, "--plain"], f"replay {path}\nyes\nquit\n").said


def _scan(sandbox: Sandbox, path: Path, chance: Random) -> str:
    return sandbox.run(["sources", "scan", path.name]).said


def _lint(sandbox: Sandbox, path: Path, chance: Random) -> str:
    return sandbox.run(["lint", "tiny", "--baseline", path.name]).said


def _list_people(sandbox: Sandbox, path: Path, chance: Random) -> str:
    return sandbox.run([*PACK, "results", "--folder", "class", "roster", "--list", path.name]).said


Use = Callable[[Sandbox, Path, Random], str]

_KINDS: dict[str, tuple[str, Use, bool]] = {
    # Kind -> where its files are in the template, what reads them, whether the game itself writes them.
    "tour": ("home/**/*", _play, True),
    "honours": ("home/honours/tiny/honours.json", _play, True),
    "deck": ("home/practice/*.json", _practise, True),
    "settings": ("home/settings.json", _set, True),
    "transcript": ("home/sessions/*.txt", _replay, True),
    "record": ("a/b/work/lines.rec", _replay, False),
    "cache": ("home/cache/*.msgpack", _cached, True),
    "answers": ("home/attempts/*.jsonl", _play, True),
    "exam": ("a/b/work/desks/half*.jsonl", _resume_exam, True),
    "attempt": ("a/b/work/desks/*.jsonl", _teach_only_reading, False),
    "class": ("a/b/work/class/**/*.json*", _teach, True),
    "roster": ("a/b/work/class/roster.json", _teach, True),
    "paper": ("a/b/work/paper.json", _take_paper, False),
    "gift": ("a/b/work/*.gift", _import, False),
    "csv": ("a/b/work/*.csv", _import, False),
    "pack": ("a/b/work/tiny/**/*.yaml", _read_pack, False),
    "article": ("a/b/work/article.txt", _scan, False),
    "baseline": ("a/b/work/known.json", _lint, False),
    "people": ("a/b/work/class.csv", _list_people, False),
}
