"""The families of English words: well formed, read late, and of no say in what a command means."""

from importlib.resources import files

import pytest

from game.core.names import words
from game.pack.world import World
from game.tour.answering import speech, word_families
from game.tour.answering.word_families import load_families, read_families
from game.tour.parser import read_line
from game.tour.scope import Scope
from game.tour.session import Session
from tests.answer_checks import make_session

LINES = [
    line
    for line in files("game.tour.answering").joinpath("word_families.txt").read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def list_members(line: str) -> list[str]:
    return [part.strip() for part in line.removeprefix("-").removeprefix("v:").replace(">", ",").split(",")]


@pytest.mark.parametrize("line", LINES)
def test_each_family_has_several_words_and_each_once(line: str) -> None:
    members = list_members(line)
    assert all(words(member) for member in members)
    assert len(members) == len(set(members))
    assert len(members) > 1


def test_there_are_some_hundred_words() -> None:
    assert len({member for line in LINES for member in list_members(line)}) > 1000


def test_no_word_of_a_family_changes_what_a_line_means(tour: World, monkeypatch: pytest.MonkeyPatch) -> None:
    session = make_session(tour, is_full=True)
    scope = Scope(session.lexicon, session.state)
    lines = sorted({member for line in LINES for member in list_members(line)})
    lines += [f"x {line}" for line in lines] + [f"take {line}" for line in lines]
    before = [read_line(line, scope)[:3] for line in lines]
    empty = read_families("")
    for module in (word_families, *find_modules()):
        monkeypatch.setattr(module, "load_families", lambda: empty)
    assert [read_line(line, scope)[:3] for line in lines] == before


def find_modules() -> list[object]:
    from game.tour.answering import fact_frame, name_finder, name_reading

    return [fact_frame, name_finder, name_reading]


def test_a_tour_begins_without_the_families(tour: World) -> None:
    load_families.cache_clear()
    session = Session(tour)
    session.open()
    session.perform("look")
    assert load_families.cache_info().currsize == 0
    session.perform("what is the telly")
    assert load_families.cache_info().currsize == 1


def test_words_of_a_directed_line_are_not_asked_for_one_another() -> None:
    families = read_families("booze, liquor > wine, vodka")
    assert families.relatives == {"booz": ("win", "vodka"), "liquor": ("win", "vodka")}
    assert families.naming == {}


def test_a_line_of_verbs_names_nothing() -> None:
    assert read_families("v: meet, summit").naming == {}
    assert read_families("telly, tv").naming == {"telli": ("tv",), "tv": ("telli",)}


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("whats that", "what is that"),
        ("who's kim's dad", "who is kim's dad"),
        ("what was he for a man?", "who was he?"),
        ("didn't he fly", "did he fly"),
        ("did it miss the carpet lol", "did it miss the carpet"),
        ("list the wines", "the wines"),
        ("can he fly a plane himself", "can he pilot a plane"),
        ("is he afraid of flying like his dad", "is he afraid of flying"),
        ("is he like his dad", "is he like his dad"),
        ("name", "name"),
        ("lol", "lol"),
    ],
)
def test_speech_is_read_as_it_is_written(typed: str, asked: str) -> None:
    assert speech.normalise_speech(typed).strip() == asked


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("my dad is afraid of dogs", True),
        ("you look like putin", True),
        ("my dad is afraid of dogs?", False),
        ("i wonder how fast it is", False),
        ("i know what he eats", False),
        ("tell me about my train", False),
        ("the train is slow", False),
    ],
)
def test_a_statement_is_of_one_self_and_asks_nothing(line: str, *, is_one: bool) -> None:
    assert speech.is_statement(words(line), line) is is_one
