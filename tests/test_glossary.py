"""What a player is told who asks what a word means: everywhere, and also while a choice waits."""

import pytest

from game.pack.world import World
from game.prose.event_lines import render_event
from game.prose.glossary_lines import MEANINGS
from game.tour import events as e
from game.tour.glossary import GAME_WORDS
from game.tour.session import Session
from tests.test_open_choices import JUDGING

MAX_WORDS = 40
"""Words of an explanation: a player asked what one word means."""


def begin(world: World, *lines: str) -> Session:
    session = Session(world)
    session.open()
    for line in lines:
        session.perform(line)
    return session


def explain(session: Session, line: str) -> str:
    """What is explained in answer to a line; empty where nothing is."""
    explained = [event for event in session.perform(line) if isinstance(event, e.WordExplained)]
    return explained[0].word if explained else ""


def test_every_word_of_the_game_has_a_sentence_and_a_form_of_its_own() -> None:
    assert {word.id for word in GAME_WORDS} == set(MEANINGS.texts)
    forms = [form for word in GAME_WORDS for form in word.names]
    assert len(set(forms)) == len(forms)


def test_explanations_are_short(tour: World) -> None:
    for word in GAME_WORDS:
        (line,) = render_event(e.WordExplained(word=word.id, is_packs=False), tour)
        assert len(line.text.split()) <= MAX_WORDS, line.text
        assert "{" not in line.text


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("what is a hedge?", "hedge"),
        ("What does “overshot” mean?", "overshoot"),
        ("what is a telex", "telex"),
        ("what's the meaning of bulletproof", "bulletproof"),
        ("what does defend mean here", "defend"),
        ("define headline", "headline"),
        ("what is the front page", "front page"),
        ("what is a wire", "wire"),
        ("wire", "wire"),
        ("what does a clipping mean", "clipping"),
        ("what is a note", "note"),
        ("what is a lead", "lead"),
        ("judgement", "judgement"),
        ("surer", "surer"),
        ("what is trust", "trust"),
        ("so what is a report then", "report"),
        ("what do you mean by hedge", "hedge"),
        ("explain the word differ", "differ"),
    ],
)
def test_a_word_is_explained(tour: World, line: str, word: str) -> None:
    assert explain(begin(tour), line) == word


@pytest.mark.parametrize(
    "line", ["what is kcna", "who is kim jong un", "what is a timetable card", "trust", "notebook", "what is article a"]
)
def test_things_people_and_commands_are_meant_first(tour: World, line: str) -> None:
    assert not explain(begin(tour), line)


def test_a_thing_in_sight_is_meant_before_the_word(tour: World) -> None:
    named = [(room.id, thing) for room in tour.rooms.values() for thing in room.things if "telegram" in thing.all_names]
    for room_id, thing in named:
        session = begin(tour, f"go to {tour.rooms[room_id].name}")
        assert session.state.room == room_id
        assert not explain(session, "what is the telegram"), thing.id


@pytest.mark.parametrize("line", ["what is a hedge", "what does contradict mean", "what is a note", "telex"])
def test_a_choice_waits_while_a_word_is_explained(tour: World, line: str) -> None:
    session = begin(tour, *JUDGING)
    explained, still = session.perform(line)
    assert isinstance(explained, e.WordExplained)
    assert still == e.ChoiceOpen(numbers=(1, 2, 3, 4, 5))
    assert isinstance(session.perform("2")[0], e.PairJudged)


def test_a_pack_without_a_newsroom_has_no_wires(tiny: World) -> None:
    assert not explain(begin(tiny), "what is a wire")
    assert explain(begin(tiny), "what is a hedge") == "hedge"


def test_a_word_of_the_pack_hides_no_word_of_the_game(tour: World) -> None:
    """A pack's own meaning counts before the game's, so ours must not explain a word of the newsroom away."""
    ours = {name for word in GAME_WORDS for name in word.names}
    taken = {name.casefold() for gloss in tour.tour.glossary for name in gloss.all_names} & ours
    assert taken == set()
