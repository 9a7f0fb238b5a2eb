"""A pack's own words: they replace the game's by subject and name, and what cannot be filled is told."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from game.content.load import load
from game.pack.wording import Guide
from game.pack.world import World
from game.prose import help_lines
from game.prose.act_answers import ANSWERS
from game.prose.event_lines import render_event
from game.prose.help_lines import find_question_to_try, render_help
from game.prose.own_words import COMMON_SLOTS, fill_slots, find_slots, name_guide
from game.prose.replaceable import SUBJECTS
from game.tour.events import HelpShown, PairNudged
from game.tour.session import Session
from tests.conftest import TINY


def reword(world: World, **words: dict[str, str]) -> World:
    """A world with sentences of its own; an underscore stands for a hyphen."""
    return replace(world, tour=replace(world.tour, words={key.replace("_", "-"): own for key, own in words.items()}))


def say(world: World, *lines: str) -> str:
    """The last paragraph of the answer to the last line, without what is said of notes after it."""
    session = Session(world)
    session.open()
    told = ""
    for line in lines:
        events = (event for event in session.perform(line) if not isinstance(event, PairNudged))
        *_, told = (line.text for event in events for line in render_event(event, world))
    return told


def test_an_act_is_answered_in_the_words_of_the_pack_and_its_other_forms_in_ours(lighthouse: World) -> None:
    world = reword(lighthouse, listen={"here": "Gulls above {whole}; {guide} hums."})
    assert say(world, "listen") == "Gulls above lighthouse; the keeper hums."
    assert say(world, "listen to keeper") == say(lighthouse, "listen to keeper") == "The keeper listens back."
    assert say(lighthouse, "listen") == ANSWERS["listen"].here


def test_each_other_sentence_is_replaced_by_its_subject_and_name(lighthouse: World) -> None:
    world = reword(
        lighthouse, mistakes={"unknown": "{typed}? {Guide} shakes her head."}, rooms={"here": "{Place} {number}."}
    )
    assert say(world, "qqq") == "qqq? The keeper shakes her head."
    assert "means nothing here yet" in say(lighthouse, "qqq")


def test_the_last_room_and_a_missing_way_have_the_words_of_the_tour(lighthouse: World) -> None:
    walk = ("in", "up", "up", "out")
    assert say(lighthouse, *walk).startswith("You have come to the end: Gallery. You may walk about")
    world = replace(lighthouse, tour=replace(lighthouse.tour, ends="{Guide} opens the {room} of the {whole}."))
    assert say(world, *walk).startswith("The keeper opens the Gallery of the lighthouse. You may")


def test_a_brace_in_what_was_typed_is_no_slot(lighthouse: World) -> None:
    assert "“{whole} {0}”" in say(lighthouse, "{whole} {0}")


def test_a_pack_without_a_guide_speaks_with_the_voice_of_the_tour(one_room: World, tiny: World) -> None:
    assert name_guide(replace(one_room, tour=replace(one_room.tour, guide=None))) == "the voice of this tour"
    assert name_guide(replace(tiny, tour=replace(tiny.tour, guide=None))) == "the porter"


def test_a_tour_without_minutes_has_no_clock(lighthouse: World, tiny: World) -> None:
    assert render_event(Session(lighthouse).perform("score")[-1], lighthouse)[0].text == "How far you have come."
    assert render_event(Session(tiny).perform("score")[-1], tiny)[0].text.startswith("Journey: ")


@pytest.mark.parametrize("subject", SUBJECTS)
def test_all_braces_of_our_own_sentences_can_be_written_by_a_pack(subject: str) -> None:
    sentences = SUBJECTS[subject]
    assert sentences.texts
    for name, text in sentences.texts.items():
        assert set(find_slots(text)) <= sentences.list_slots(name)
    assert subject not in ANSWERS


WRONG = {
    "words: {lisen: {here: x}}": "words.lisen: no subject called 'lisen'. Did you mean 'listen'?",
    "words: {listen: {there: x}}": "words.listen.there: no sentence called 'there'. Did you mean 'here'?",
    "words: {listen: {here: '{hole}'}}": "words.listen.here: no slot called 'hole'. Did you mean 'whole'?",
    "words: {rooms: {here: '{places} {nomber}'}}": "words.rooms.here: no slot called 'nomber'. Did you mean 'number'?",
    "words: {hints: {on: 'up {'}}": "words.hints.on: expected a name between { and }, found a brace alone",
    "words: {hints: {on: '{whole.__class__}'}}": "words.hints.on: no slot called 'whole.__class__'.",
    "words: {hints: {on: '{whole:>999999999}'}}": "words.hints.on: no slot called 'whole:>999999999'.",
    "no_way: Not {were}.": "no_way: no slot called 'were'.",
    "ends: '{rooom}'": "ends: no slot called 'rooom'. Did you mean 'room'?",
    "ways: {up: {no_way: '{}'}}": "ways.up.no_way: no slot called ''.",
}


@pytest.mark.parametrize("written", WRONG)
def test_words_that_replace_nothing_and_slots_that_nothing_fills_are_told(written: str, tmp_path: Path) -> None:
    pack = shutil.copytree(TINY, tmp_path / "pack")
    kept = [
        line
        for line in (TINY / "tour.yaml").read_text(encoding="utf-8").split("\n")
        if not line.startswith(("ways:", "no_way:", "  ")) or line.startswith("  - ")
    ]
    (pack / "tour.yaml").write_text("\n".join([*kept, written]), encoding="utf-8")
    problems = [str(problem) for problem in load(pack).problems if problem.is_fatal]
    assert any(WRONG[written] in problem for problem in problems), problems


def test_common_slots_are_filled_in_every_sentence(lighthouse: World) -> None:
    every = " ".join(f"{{{slot}}}" for slot in sorted(COMMON_SLOTS))
    assert "{" not in say(reword(lighthouse, dig={"here": every}), "dig")


def test_a_question_to_try_is_made_of_the_first_fact_that_tells_of_something(lighthouse: World) -> None:
    tried = find_question_to_try(lighthouse)
    assert tried == "WHAT IS THE HEIGHT OF THE TOWER OF SKARHOLM LIGHT"
    assert "metres" in say(lighthouse, tried)
    named = replace(lighthouse, tour=replace(lighthouse.tour, question="WHO LIT IT"))
    assert find_question_to_try(named) == "WHO LIT IT"
    bare = replace(lighthouse, facts={name: replace(fact, of="") for name, fact in lighthouse.facts.items()})
    assert find_question_to_try(bare) == "WHO IS MATHILDA ORRE"


@pytest.mark.parametrize(("pronoun", "typed"), [("she", "her"), ("he", "him"), ("they", "them")])
def test_the_pronoun_of_the_guide_means_the_guide(pronoun: Any, typed: str, lighthouse: World) -> None:
    guide = Guide(name="keeper", pronoun=pronoun)
    world = replace(lighthouse, tour=replace(lighthouse.tour, guide=guide))
    keeper = "She keeps the rooms"
    assert keeper in say(world, f"x {typed}")
    others = {"her", "him", "them"} - {typed}
    assert not any(keeper in say(world, f"x {other}") for other in others)
    nobody = replace(lighthouse, tour=replace(lighthouse.tour, guide=None))
    assert keeper not in say(nobody, f"x {typed}")


def test_a_slot_that_is_a_function_is_worked_out_only_where_it_stands(lighthouse: World) -> None:
    asked: list[str] = []

    def answer() -> str:
        asked.append("x")
        return "WHO IS ADA"

    assert fill_slots("Ask in your own words, {place}.", lighthouse, {"try": answer}).startswith("Ask")
    assert asked == []
    assert fill_slots("Try {try}.", lighthouse, {"try": answer}) == "Try WHO IS ADA."
    assert asked == ["x"]


def test_help_searches_the_pack_once_for_a_question_to_try(lighthouse: World, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[World] = []

    def search(world: World) -> str:
        searched.append(world)
        return find_question_to_try(world)

    monkeypatch.setattr(help_lines, "find_question_to_try", search)
    lines = render_help(HelpShown(here=("X NAME",)), lighthouse)
    assert any("WHAT IS THE HEIGHT OF THE TOWER" in line.text for line in lines)
    assert len(searched) == 1
