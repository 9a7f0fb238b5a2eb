"""Drafts: shown as drafts, never asked, and confirmed in two strokes."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game.app.game import Game
from game.content.linting import lint_pack
from game.content.load import load
from tests.conftest import TINY, loaded
from tests.test_articles import pack as articles_pack  # noqa: F401 - a fixture


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The tiny pack, to be edited."""
    folder = tmp_path / "pack"
    shutil.copytree(TINY, folder)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add_fact(pack: Path, fact: str) -> None:
    facts = pack / "facts" / "all.yaml"
    facts.write_text(f"{facts.read_text(encoding='utf-8')}  - {fact}\n", encoding="utf-8")


DRAFT = (
    "{id: a1-tall, draft: true, cites: [A¶1], terms: [41 metres, 1871], "
    "strength: reported, kind: quantity, todo: [CLAIM, WHO]}"
)
SHOWN = "DRAFT, Article A, paragraph 1: 41 metres; 1871."


def show(pack: Path, passage: str) -> None:
    """Let the room read a passage."""
    edit(pack / "00-platform.yaml", "passages:\n", f"passages:\n  - {passage}\n")


def test_a_draft_without_a_claim_is_shown_as_a_draft(pack: Path) -> None:
    add_fact(pack, DRAFT)
    show(pack, "{facts: [a1-tall]}")
    world = loaded(pack)
    assert world.facts["a1-tall"].claim == SHOWN
    assert world.rooms["platform"].passages[0].text == SHOWN


def test_a_draft_with_a_claim_is_shown_as_a_draft_too(pack: Path) -> None:
    add_fact(pack, DRAFT.replace("draft: true", "draft: true, claim: The lamp is tall."))
    show(pack, "{facts: [a1-tall, lamp-is-green]}")
    world = loaded(pack)
    assert world.rooms["platform"].passages[0].text.startswith("DRAFT: The lamp is tall. ")
    assert world.facts["lamp-is-green"].claim in world.rooms["platform"].passages[0].text


def test_nothing_is_asked_of_a_draft_and_no_rule_of_facts_blames_it(pack: Path) -> None:
    before = lint_pack(pack)
    add_fact(pack, DRAFT)
    after = lint_pack(pack)
    assert (after.problems, after.remarks, after.errors) == (before.problems, before.remarks, before.errors)


def test_a_question_that_rests_on_a_draft_is_a_problem(pack: Path) -> None:
    add_fact(pack, DRAFT)
    edit(pack / "01-salon.yaml", "facts: [rug-is-old]\n    level", "facts: [rug-is-old, a1-tall]\n    level")
    (problem,) = (problem for problem in load(pack).problems if problem.is_fatal)
    assert "'a1-tall' is a draft; confirm it first" in problem.message
    edit(pack / "facts" / "all.yaml", "draft: true, cites", "claim: Jane said that the lamp is tall., cites")
    edit(pack / "facts" / "all.yaml", ", todo: [CLAIM, WHO]", ", said_by: Jane Roe")
    assert load(pack).world is not None


def test_a_confirmed_fact_needs_a_claim_and_has_nothing_to_do(pack: Path) -> None:
    add_fact(pack, DRAFT.replace("draft: true, ", "").replace("reported", "stated"))
    missing, left = (p for p in load(pack).problems if "a1-tall" not in p.message)
    assert "'claim' is missing" in missing.message
    assert missing.is_fatal
    assert "delete todo" in left.message
    assert not left.is_fatal


def test_a_passage_needs_a_text_or_facts(pack: Path) -> None:
    show(pack, "{staged: true}")
    (problem,) = (problem for problem in load(pack).problems if problem.is_fatal)
    assert "'text' is missing" in problem.message


def test_a_difference_is_shown_once_it_is_decided(pack: Path) -> None:
    assert list(loaded(pack).differences) == ["colour"]
    edit(pack / "differences.yaml", "kind: contradict", "kind: contradict\n    draft: true")
    assert list(loaded(pack).differences) == []


def test_an_entity_shows_its_gloss_as_a_draft_until_it_is_confirmed(pack: Path) -> None:
    edit(pack / "entities.yaml", "kind: person", "kind: person\n    draft: true")
    world = loaded(pack)
    assert world.entities["lamp-maker"].gloss == "DRAFT: Whoever made the green lamp."
    assert world.entities["jane-roe"].gloss == "A witness of the blue lamp."


@pytest.mark.parametrize(("licence", "copied"), [("", 1), ("own", 0), ("permission", 0)])
def test_a_licence_lets_sentences_stand(articles_pack: Path, licence: str, copied: int) -> None:  # noqa: F811
    text = "The famous lamp of the salon is green and always was, people say"
    edit(articles_pack / "00-platform.yaml", "A platform with a bench. The train waits.", text)
    if licence:
        edit(articles_pack / "sources.yaml", "- id: A\n", f"- id: A\n  licence: {licence}\n")
    problems = load(articles_pack, articles_pack.parent / "articles").problems
    assert sum("copied from an article" in problem.message for problem in problems) == copied


def test_about_says_what_a_licence_allows(pack: Path) -> None:
    def read_about() -> str:
        game = Game(loaded(pack))
        game.open()
        return " ".join(line.text for line in game.perform("about"))

    own = "Those who made this tour wrote it"
    assert own not in read_about()
    edit(pack / "sources.yaml", "  - id: A\n", "  - id: A\n    licence: own\n")
    assert read_about().count(own) == 1
    edit(pack / "sources.yaml", "licence: own", "licence: permission")
    assert own not in read_about()
    assert "with permission" in read_about()


def test_a_game_plays_on_drafts(pack: Path, new_game: Callable[[], Game]) -> None:
    add_fact(pack, DRAFT)
    show(pack, "{facts: [a1-tall]}")
    game = Game(loaded(pack))
    assert SHOWN in " ".join(line.text for line in game.open())
