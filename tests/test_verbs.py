"""The registry of verbs: every row whole, every object of the type its verb takes, every verb with its help."""

import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns
from types import ModuleType
from typing import Any, get_args

import pytest
from hypothesis import given, settings

from game.pack.world import World
from game.prose.help_lines import render_help, render_verbs
from game.prose.verb_help import VERB_HELP
from game.tour.commands import (
    Act,
    Answer,
    Bare,
    Go,
    GoTo,
    OnAll,
    OnLead,
    OnMention,
    OnThings,
    Question,
    Text,
    WorkOn,
)
from game.tour.events import HelpShown
from game.tour.parser import parse
from game.tour.session import Session
from game.tour.verbs import counting, registry
from game.tour.verbs.registry import VERBS
from game.tour.verbs.verb import Command, Kind
from tests.conftest import TINY, environ_without_coverage, loaded
from tests.strategies import lines

WORLD = loaded(TINY)

OBJECTS: dict[Kind, tuple[type, ...]] = {
    "nothing": (Bare,),
    "nouns": (Bare, OnThings, OnAll, OnMention),
    "topic": (OnThings, OnMention),
    "place": (Bare, Go, GoTo),
    "text": (Text,),
    "response": (Answer,),
    "verb": (Text,),
    "act": (Act,),
    "question": (Question,),
    "work": (WorkOn,),
    "lead": (OnLead,),
}
"""What the parser may make of what stands after a verb of each kind: the types that the rows were checked against."""


def test_every_verb_has_its_help_and_every_help_its_verb() -> None:
    assert set(VERB_HELP) == {verb.id for verb in VERBS}


def test_each_verb_is_shown_by_its_usage_and_its_sentence(tiny: World) -> None:
    (line,) = render_help(HelpShown(verb="skip"), tiny)
    assert line.text.startswith("SKIP: Put the question aside; nothing is lost.")
    assert any(line.text.startswith("X THING: ") for line in render_verbs(tiny))


def test_every_kind_of_object_is_taken_by_some_verb() -> None:
    assert {verb.takes.kind for verb in VERBS} == set(get_args(Kind)) == set(OBJECTS)


@settings(max_examples=300, deadline=None)
@given(lines)
def test_a_command_holds_the_object_that_its_verb_takes(line: str) -> None:
    command = parse(line, Session(WORLD).scope)
    if isinstance(command, Command):
        assert isinstance(command.object, OBJECTS[command.verb.takes.kind])


@pytest.mark.parametrize("verb", VERBS, ids=[verb.id for verb in VERBS])
def test_every_phrase_of_a_verb_alone_does_something(tiny: World, verb: Any) -> None:
    for phrase in verb.words if verb.id != "act" else verb.words[:5]:
        assert Session(tiny).perform(phrase), phrase


def test_a_verb_about_the_conversation_is_no_turn_and_is_not_repeated(session: Session) -> None:
    session.perform("x bench")
    turn = session.state.turn
    for line in ("hint", "source", "continue", "restart"):
        session.perform(line)
    assert session.state.turn == turn
    (event, *_) = session.perform("again")
    assert type(event).__name__ == "ThingExamined"


def families() -> list[ModuleType]:
    """The modules whose tables make up the registry."""
    modules = [value for value in vars(registry).values() if isinstance(value, ModuleType) and hasattr(value, "VERBS")]
    assert sum(len(module.VERBS) for module in modules) == len(VERBS)
    return modules


def test_no_family_annotates_its_table() -> None:
    """Under an annotation with ``Any`` in it mypy does not compare what a row takes with what performs it."""
    assert [module.__name__ for module in families() if "VERBS" in getattr(module, "__annotations__", {})] == []


@pytest.mark.slow
@pytest.mark.parametrize("is_broken", [False, True])
def test_a_row_whose_function_takes_another_object_fails_the_type_checker(
    tmp_path: Path, mypy_cache: Path, *, is_broken: bool
) -> None:
    package = Path(counting.__file__).parents[2]
    copytree(package, tmp_path / "game", ignore=ignore_patterns("__pycache__", "_data"))
    module = tmp_path / "game" / "tour" / "verbs" / "counting.py"
    text = module.read_text(encoding="utf-8")
    assert text.count("count_score(scope: Scope, _: Bare)") == text.count("import Bare\n") == 1
    if is_broken:
        text = text.replace("count_score(scope: Scope, _: Bare)", "count_score(scope: Scope, _: OnThings)")
        module.write_text(text.replace("import Bare\n", "import Bare, OnThings\n"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(mypy_cache), "-m", "game.tour.verbs.counting"],
        cwd=tmp_path,
        env={**environ_without_coverage(), "MYPYPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    errors = [line for line in done.stdout.splitlines() if ": error:" in line]
    assert [("counting.py" in line, '"perform"' in line) for line in errors] == [(True, True)] * is_broken, done.stdout
