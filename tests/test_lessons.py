"""The teacher's guide and the lesson plans name what there is: buttons, printed lines, papers, questions, minutes."""

import json
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from docs.lesson_papers import FOLDER, LESSONS, draw_paper, load_tour, make_handouts
from game import prose
from game.app.game import Game
from game.commandline.main import main
from game.commandline.serving import DEFAULT_PORT
from game.pack.world import World
from game.prose import class_words
from game.prose.text import render_text
from game.quiz.codes import decode_paper
from game.store.saves import Saves
from game.web.serving.gate import MAX_BODY_BYTES
from tests.browsing import read_page
from tests.class_rooms import do, make_exam_of_each_kind, open_room

ROOT = Path(__file__).parent.parent
plan = pytest.mark.parametrize("name", LESSONS)


def read_plan(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def find_drawing(name: str) -> list[str]:
    """The command of a plan that draws its paper."""
    commands = re.findall(r"^ +(carriages (?:paper|exam new) .*)$", read_plan(name), flags=re.MULTILINE)
    (drawing,) = (command for command in commands if "--kind" in command)
    return shlex.split(drawing)[1:]


@plan
def test_the_command_draws_the_paper_of_the_plan(name: str, tmp_path: Path) -> None:
    typed = find_drawing(name)
    wanted = [item.id for item in draw_paper(name).items]
    out = tmp_path / ("x.json" if typed[0] == "paper" else "x.exam")
    typed = [str(out) if re.search(r"\.(html|exam)$", part) else part for part in typed]
    assert main(typed) == 0
    drawn = json.loads(out.read_text(encoding="utf-8"))
    assert [item["id"] for item in drawn["items"]] == wanted


@plan
def test_the_code_on_the_page_draws_the_same_paper(name: str) -> None:
    (code,) = re.findall(r"Code of the paper: `([0-9A-Z-]+)`", read_plan(name))
    paper = draw_paper(name)
    assert decode_paper(code, paper.bank).items == paper.items


@plan
def test_a_question_named_in_a_plan_has_its_number(name: str) -> None:
    items = draw_paper(name).items
    named = re.findall(r"[Qq]uestion (\d+) \(\*(.+?)\*\)", " ".join(read_plan(name).split()))
    assert named, "a plan speaks of its questions"
    assert {number: items[int(number) - 1].stem for number, _ in named} == dict(named)


def test_the_sentences_without_a_hedge_are_those_that_are_stated() -> None:
    facts = [load_tour().facts[item.facts[0]] for item in draw_paper("how-sure").items]
    told = re.search(r"Sentences (\d+) and (\d+) have no such word", read_plan("how-sure"))
    assert told
    stated = [str(number) for number, fact in enumerate(facts, start=1) if fact.strength == "stated"]
    assert list(told.groups()) == stated


@plan
def test_a_plan_takes_45_minutes(name: str) -> None:
    spans = [(int(a), int(b)) for a, b in re.findall(r"^\| (\d+)–(\d+) \|", read_plan(name), flags=re.MULTILINE)]
    assert (spans[0][0], spans[-1][1]) == (0, 45)
    assert [b for _, b in spans[:-1]] == [a for a, _ in spans[1:]]


@plan
def test_a_plan_has_all_its_parts(name: str) -> None:
    heads = re.findall(r"^## (.*)", read_plan(name), flags=re.MULTILINE)
    assert {"Minute by minute", "The paper", "What pupils usually get wrong", "Homework"} <= set(heads)
    assert f"({name}-handout.html)" in read_plan(name)


@pytest.mark.parametrize("path", make_handouts(), ids=lambda path: path.name)
def test_a_handout_is_up_to_date_and_a_whole_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == make_handouts()[path], "run `make docs`"
    page = read_page(text.replace("<!doctype html>", "").replace('<meta charset="utf-8">', ""))
    assert page.by_tag("h1")
    assert not re.search(r"\b(?:src|href)=|url\(|@import", text), "a handout loads nothing"


def test_the_way_through_the_tour_ends_with_a_page(tmp_path: Path) -> None:
    rows = re.findall(r"^\| [a-z ]*\| (`.*?) \| ", read_plan("front-page"), flags=re.MULTILINE)
    lines = [line for row in rows for line in re.findall(r"`([^`]+)`", row)]
    assert lines[4:8] == ["compare 4 with 5", "close", "21", "dispatch"]
    # What the plan says in words: judge, and choose the sentence that one can defend.
    between = {"compare 4 with 5": r"(\d) They differ", "close": r"(\d)\. About 31 mph"}
    game = Game(load_tour(), Saves(tmp_path), 1)
    said = render_text(game.open(lessons=0), None)
    for line in lines:
        reply = render_text(game.perform(line), None)
        if line in between:
            chosen = re.search(between[line], reply)
            assert chosen, reply
            reply += render_text(game.perform(chosen[1]), None)
        said += reply
    for wanted in ("1 right first time", "Question closed", "FRONT PAGE", "TWO SPEEDS, ONE TRAIN"):
        assert wanted in said


TAUGHT = [ROOT / "docs" / "teaching.md", *(FOLDER / f"{name}.md" for name in LESSONS)]


def list_texts(value: object) -> Iterator[str]:
    """All texts in a value of a module of words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from list_texts([*value.keys(), *value.values()])
    elif isinstance(value, Sequence):
        for each in value:
            yield from list_texts(each)


def test_every_button_that_is_named_is_on_a_page() -> None:
    """Words in italics that begin with a capital and are no sentence stand on a page, in a report, on a handout."""
    names = [each.name for each in iter_modules(prose.__path__) if each.name.endswith(("_words", "_labels"))]
    modules = [import_module(f"{prose.__name__}.{name}") for name in names]
    labels = {text for module in modules for text in list_texts(vars(module))}
    sheets = "".join(make_handouts().values())
    named = [
        (path.name, label)
        for path in TAUGHT
        for label in re.findall(r"(?<!\*)\*([A-Z][^*.?]+?)\*(?!\*)", " ".join(path.read_text(encoding="utf-8").split()))
    ]
    assert len(named) > 20
    assert [pair for pair in named if pair[1] not in labels and f">{pair[1]}<" not in sheets] == []


def test_what_the_command_prints_stands_in_the_guide() -> None:
    here, away = "http://127.0.0.1:8021/", "http://192.168.1.20:8021/"
    printed = class_words.render_class_ready(away, "K7QMPX", f"{here}board?key=SECRET", f"{away}wall?key=SECRET")
    indented = "".join(f"    {line}\n" for line in printed.splitlines())
    assert indented in (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")


async def test_every_file_of_a_class_stands_on_the_page_about_what_is_kept(tour: World, tmp_path: Path) -> None:
    text = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    async with open_room(make_exam_of_each_kind(tour), tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-84")
        await do(browser, "hand in")
        await do(browser, "yes")
        kept = {path.name for path in tmp_path.iterdir()}
    assert {"joins.json", "attempts", "exams"} <= kept
    assert {name for name in kept if f"`{name}`" not in text} == set()


def test_the_figures_of_the_network_page_are_those_of_the_server() -> None:
    text = " ".join((ROOT / "docs" / "network.md").read_text(encoding="utf-8").split())
    ports = set(re.findall(r"\b(?:port|TCP|:|listen)\s?`?(\d{4})\b", text)) | set(re.findall(r":(\d{4})/", text))
    assert ports == {str(DEFAULT_PORT)}
    assert f"bodies over {MAX_BODY_BYTES >> 10} kB" in text
