"""Lint: each rule finds the bad item, not the good one; comments ignore with a reason; the shipped bank is clean."""

import json
import re
from importlib import import_module
from pathlib import Path
from shutil import copytree

import msgspec
import pytest
from msgspec.structs import replace

from game.commandline.main import main
from game.content.linting import lint_pack
from game.core.paths import shipped
from game.pack.kinds import Choice, Item
from game.pack.world import World
from game.prose.lint_findings import describe_finding
from game.prose.lint_rules import RULE_TEXTS
from game.quiz.bank import Bank
from game.quiz.lint import RULES, lint_bank
from game.quiz.lint.chance import chi_square_tail, poisson_binomial_tail
from tests.conftest import TINY
from tests.items import ONE_OF_EACH
from tests.lint_examples import BANKS, CASES, GOOD, OTHERS, choice, many, multiple
from tests.lint_page import map_examples


def found(world: World, *items: Item) -> set[str]:
    """The rules that find something when those are the only items, but for those that want a whole bank covered."""
    rooms = {name: replace(room, items=items if name == "salon" else ()) for name, room in world.rooms.items()}
    return {str(finding.rule) for finding in lint_bank(Bank(msgspec.structs.replace(world, rooms=rooms)))} - {
        "W53",
        "I54",
    }


@pytest.mark.parametrize(("rule", "bad", "good"), CASES, ids=[f"{case[0]}-{n}" for n, case in enumerate(CASES)])
def test_a_rule_finds_the_bad_item_and_not_the_good_one(tiny: World, rule: str, bad: Item, good: Item) -> None:
    assert rule in found(tiny, bad)
    assert rule not in found(tiny, good)


@pytest.mark.parametrize(("rule", "bad", "good"), BANKS, ids=[case[0] for case in BANKS])
def test_a_rule_finds_the_bad_bank_and_not_the_good_one(
    tiny: World, rule: str, bad: list[Item], good: list[Item]
) -> None:
    assert rule in found(tiny, *bad)
    assert rule not in found(tiny, *good)


def test_a_fine_question_has_no_findings(tiny: World) -> None:
    assert found(tiny, GOOD) == set()


@pytest.mark.parametrize(
    ("stem", "is_found"),
    [
        ("Which 2 colours has it?", True),
        ("Which 3 colours has it?", False),
        ("Which four has it?", True),
        ("Which one of these has it?", True),
        ("The hill from which one sees it has which colours?", False),
        ("Which colours has it? Choose the two.", True),
        ("Which colours has it? Select two.", True),
        ("Which colours has it? Choose any three.", False),
        ("Which colours has it? Choose one or more.", False),
        ("Which colours has it? Pick two to four.", False),
        ("Which colours has it? Tick all that apply.", False),
        ("Which two-storey houses has it?", False),
        ("Which 25 colours has it?", False),
        ("Which colours have the two lamps?", False),
    ],
)
def test_a_stem_asks_for_as_many_answers_as_are_right(tiny: World, stem: str, is_found: bool) -> None:
    assert ("W36" in found(tiny, multiple(stem))) is is_found


def test_one_right_option_may_name_two_things(tiny: World) -> None:
    assert "W36" not in found(tiny, choice(stem="Which two colours does article A give?", key="green and old"))


def test_every_rule_has_its_sentence() -> None:
    assert tuple(RULE_TEXTS) == RULES


def test_every_rule_has_a_bad_item() -> None:
    tried = {case[0] for case in (*CASES, *BANKS)}
    # Each of the others has a test of its own below. Rules for keys need facts with dates: see test_key_rules.
    assert {rule for rule in RULES if not rule.startswith("Q")} - tried == set(OTHERS)


def test_the_page_shows_two_different_examples_of_every_rule() -> None:
    examples = map_examples()
    assert set(examples) == set(RULES)
    assert [rule for rule, (bad, good) in examples.items() if bad == good] == []


def test_an_item_that_does_not_take_its_own_key_is_found(tiny: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("game.quiz.lint.truth_rules"), "mark", lambda item, response, world: 0.0)
    assert "E10" in found(tiny, GOOD)


def test_what_is_unasked_is_told(tiny: World) -> None:
    texts = {describe_finding(finding).text for finding in lint_bank(Bank(tiny)) if finding.rule == "W53"}
    assert any("no item exercises the skill" in text for text in texts)


def test_a_shuffle_that_favours_a_place_is_found(tiny: World, monkeypatch: pytest.MonkeyPatch) -> None:
    class Unshuffled:
        def __init__(self, item: Choice) -> None:
            self.options = (item.key, *(distractor.text for distractor in item.distractors))

    assert "W22" not in found(tiny, *many(40))
    monkeypatch.setattr(
        import_module("game.quiz.lint.pattern_rules"), "show", lambda item, world, seed: Unshuffled(item)
    )
    assert "W22" in found(tiny, *many(40))


def test_the_tails_are_those_of_the_tables() -> None:
    assert poisson_binomial_tail([0.25] * 4, 4) == pytest.approx(0.25**4)
    assert poisson_binomial_tail([0.2, 0.5], 1) == pytest.approx(1 - 0.8 * 0.5)
    # Critical values as printed in the usual tables of the chi-square distribution.
    assert chi_square_tail(5.991, 2) == pytest.approx(0.05, abs=1e-4)
    assert chi_square_tail(13.277, 4) == pytest.approx(0.01, abs=1e-4)


def test_the_kinds_in_the_tests_of_marking_break_no_rule_of_truth(tiny: World) -> None:
    for item in ONE_OF_EACH:
        assert not {rule for rule in found(tiny, item) if rule in ("E01", "E02", "E03", "E06", "E14", "E15")}


@pytest.mark.slow
def test_the_shipped_bank_is_clean() -> None:
    told = lint_pack(shipped("rooms"))
    assert [str(placed) for placed in told.found if not placed.finding.is_note] == []


@pytest.mark.slow
def test_a_paper_of_the_shipped_bank_has_no_favourite_place(tour: World) -> None:
    assert not [finding for finding in lint_bank(Bank(tour)) if finding.rule == "W22"]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the tiny pack that may be spoilt."""
    return Path(copytree(TINY, tmp_path / "pack"))


def spoil(pack: Path, old: str, new: str) -> None:
    """Replace a text in the salon."""
    (path,) = pack.glob("*salon.yaml")
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


RED = "      - {text: red, because: Nobody says so.}\n"


def test_a_finding_stands_where_the_text_stands(pack: Path) -> None:
    spoil(pack, RED, RED.replace("red", "none of these"))
    (placed,) = [placed for placed in lint_pack(pack).found if placed.finding.rule == "W23"]
    lines = Path(placed.path).read_text("utf-8").splitlines()
    assert lines[placed.line - 1][placed.column - 1 :].startswith("none of these")


def test_a_comment_with_a_reason_lets_a_finding_stand(pack: Path) -> None:
    before = [placed.finding.rule for placed in lint_pack(pack).found]
    spoil(pack, RED, RED.replace("red", "none of these"))
    spoil(pack, "    key: green\n", "    key: green  # lint: ignore=W23 for the test\n")
    told = lint_pack(pack)
    assert [placed.finding.rule for placed in told.found] == before
    assert told.ignored == 1


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        ("# lint: ignore=E03", "without a reason"),
        ("# lint: ignore=E03 it is fine", "no E03 here to ignore"),
        ("# lint: ignore=E99 it is fine", "no rule E99"),
    ],
)
def test_a_comment_that_says_nothing_is_found(pack: Path, comment: str, says: str) -> None:
    spoil(pack, "    key: green\n", f"    key: green  {comment}\n")
    (placed,) = [placed for placed in lint_pack(pack).found if placed.finding.rule == "W59"]
    assert says in describe_finding(placed.finding).text
    assert placed.line > 1


def test_a_comment_in_one_question_ignores_nothing_in_the_next(pack: Path) -> None:
    spoil(pack, "    feedback: It only looks old.\n", "    feedback: Old.  # lint: ignore=W23 for the test\n")
    spoil(pack, RED, RED.replace("red", "none of these"))
    rules = [placed.finding.rule for placed in lint_pack(pack).found]
    assert {"W23", "W57", "W59"} <= set(rules)


def test_the_command_fails_on_an_error_and_takes_a_baseline(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lint", str(pack)]) == 0
    assert main(["lint", str(pack), "--strict"]) == 1
    spoil(pack, "key: green\n", "key: green, 99\n")
    capsys.readouterr()
    assert main(["lint", str(pack)]) == 1
    assert re.search(r"salon\.yaml:\d+:\d+: E07 salon-colour: the figure 99 .*\.", capsys.readouterr().out)
    assert main(["lint", str(pack), "--format", "json"]) == 1
    known = tmp_path / "known.json"
    known.write_text(capsys.readouterr().out, "utf-8")
    assert {entry["rule"] for entry in json.loads(known.read_text("utf-8"))} >= {"E07"}
    assert main(["lint", str(pack), "--strict", "--baseline", str(known)]) == 0
    assert main(["check", str(pack)]) == 1


@pytest.mark.parametrize("text", ["", "[1]", "{}x", '[{"rule": "E01"}]'])
def test_a_baseline_that_is_none_is_refused(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "known.json"
    bad.write_text(text, "utf-8")
    assert main(["lint", "--baseline", str(bad)]) == 2
    assert "not a list of findings" in capsys.readouterr().err


@pytest.mark.slow
def test_the_card_tells_what_there_is(capsys: pytest.CaptureFixture[str], tour: World) -> None:
    assert main(["lint", "--card"]) == 0
    card = capsys.readouterr().out
    assert f"Quality card: {len(Bank(tour).items)} items" in card
    asked = {fact_id for item in Bank(tour).items.values() for fact_id in item.facts}
    assert f"Facts     {len(asked)} of {sum(not fact.rumour for fact in tour.facts.values())} asked" in card
    assert max(map(len, card.splitlines())) <= 79
