"""What development and release rest on: pinned requirements, and one version."""

import re
import tomllib

import yaml

from game import __version__
from tests.conftest import TESTS

ROOT = TESTS.parent
PINNED = re.compile(
    r"^([a-z0-9-]+)==[^ ;]+(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def requirements() -> str:
    return (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")


def normal(requirement: str) -> str:
    """The name of a requirement, as indexes compare names."""
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name is not None
    return re.sub(r"[._-]+", "-", name.group()).lower()


def test_every_pinned_requirement_has_a_version_and_a_hash() -> None:
    held = "".join(line for line in requirements().splitlines(keepends=True) if not line.startswith("#"))
    assert PINNED.sub("", held) == ""
    assert len(PINNED.findall(held)) > 20


def test_the_pinned_requirements_name_no_address_and_no_folder() -> None:
    assert not re.search(r"://|--(?:index|extra|find|trusted)|^(?:\.|/|[A-Za-z]:)", requirements(), re.M)


def test_all_that_development_and_the_game_need_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = [each for extra in project["project"]["optional-dependencies"].values() for each in extra]
    assert set(map(normal, extras)) <= set(map(normal, project["dependency-groups"]["dev"]))
    wanted = {*map(normal, project["dependency-groups"]["dev"]), *map(normal, project["project"]["dependencies"])}
    pinned = {name for name, _ in PINNED.findall(requirements())}
    assert wanted <= pinned, "run `make requirements`"


def test_the_changelog_begins_with_this_version() -> None:
    heading = re.search(
        r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").replace("## Unreleased", ""), re.M
    )
    assert heading is not None
    assert heading.group(1) == __version__


def test_the_fast_tests_run_on_windows_and_macos_with_commands_that_work_there() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["fast"]
    assert job["strategy"]["matrix"]["system"] == ["windows-latest", "macos-latest"]
    assert job["runs-on"] == "${{ matrix.system }}"
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert len(commands) == 3
    for command in commands:
        # One program and its arguments mean the same in every shell; so nothing that a shell reads in its own way.
        assert re.fullmatch(r"python -m [a-z]+(?: (?:[\w./=-]+|\"[^\"$`%\\]+\"))+", command), command
    assert '-m "not slow"' in commands[-1], "single quotes are no quotes in cmd"
