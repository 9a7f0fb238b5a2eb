"""Lint: each rule finds the bad item, not the good one; comments ignore with a reason; the shipped bank is clean."""

import json
import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from shutil import copytree
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from game.commandline.main import main
from game.content.linting import lint_pack
from game.core.paths import shipped
from game.pack.kinds import Agreement, Choice, Distractor, HowSure, Item, Number, Short, TrueFalse, WhichSource, Wrong
from game.pack.world import World
from game.prose.lint_findings import describe_finding
from game.prose.lint_rules import RULE_TEXTS
from game.quiz.bank import Bank
from game.quiz.lint import RULES, lint_bank
from game.quiz.lint.chance import chi_square_tail, poisson_binomial_tail
from tests.conftest import TINY
from tests.items import ONE_OF_EACH

GREEN, RUG = ("lamp-is-green",), ("rug-is-old",)
STEM = "Which colour does article A give the lamp?"


def choice(key: str = "green", wrong: Sequence[str] = ("blue", "red"), stem: str = STEM, **fields: Any) -> Choice:
    """A question that is in order but for what is changed."""
    distractors = tuple(Distractor(text=text, because="Nobody says so.") for text in wrong)
    given = {"id": "one", "facts": GREEN, "feedback": "A says green.", **fields}
    return Choice(stem=stem, key=key, distractors=distractors, **given)


def found(world: World, *items: Item) -> set[str]:
    """The rules that find something when those are the only items, but for those that want a whole bank covered."""
    rooms = {name: replace(room, items=items if name == "salon" else ()) for name, room in world.rooms.items()}
    return {str(finding.rule) for finding in lint_bank(Bank(msgspec.structs.replace(world, rooms=rooms)))} - {
        "W53",
        "I54",
    }


def many(number: int, **fields: Any) -> list[Choice]:
    """Questions about unlike things."""
    return [choice(**{"stem": f"Which colour has lamp{n} there?", "id": f"n{n}", **fields}) for n in range(number)]


def short(key: str, wrong: str) -> Short:
    """A question to be answered in a word or two."""
    distractors = (Distractor(text=wrong, because="No."),)
    return Short(id="s", stem="Who says blue?", key=key, distractors=distractors, feedback="He did.", facts=GREEN)


GOOD = choice()
SOURCE = WhichSource(id="w", stem="Which article calls it green?", key="A", feedback="It is A.", facts=GREEN)
NUMBER = Number(id="n", stem="How old is article A's lamp?", key="7", feedback="It is.", facts=GREEN)

STORY = "The rug is soft. It is said to lie on the floor there."

CASES: list[tuple[str, Item, Item]] = [
    ("E01", short("porter", "the porter"), short("porter", "Jane Roe")),
    ("E02", replace(SOURCE, key="Z"), SOURCE),
    ("E03", choice(wrong=("blue", "Blue.")), GOOD),
    ("E04", choice(wrong=("blue", " ")), GOOD),
    ("E05", choice(id="9-lives"), choice(id="nine-lives")),
    ("E06", choice(facts=("lamp-is-lost",)), GOOD),
    ("E07", choice(key="green, says Joan"), choice(key="green, says Jane", facts=("lamp-is-blue", "lamp-is-green"))),
    ("E07", short("Camp Maker", "Joan"), short("Lamp Maker", "Joan")),
    ("E08", replace(NUMBER, tolerance="2", wrong=(Wrong(value="8", because="No."),)), NUMBER),
    ("E09", choice(feedback="Green\x07 it is."), GOOD),
    ("E11", choice(stem="Which colour does the lamp have?"), GOOD),
    ("E13", choice(stem="Which colour has it?", wrong=("blue according to a porter", "red")), GOOD),
    ("E14", replace(SOURCE, key="B"), SOURCE),
    (
        "E15",
        Agreement(id="a", stem="Do they agree on the lamp?", key="agree", feedback="They don’t.", facts=GREEN),
        Agreement(
            id="a", stem="Do they agree on it?", key="differ", feedback="No.", facts=("lamp-is-green", "lamp-is-blue")
        ),
    ),
    ("W20", choice(key="green as grass in the morning", wrong=("blue", "red")), choice(key="greenish")),
    ("W23", choice(wrong=("blue", "none of these")), GOOD),
    ("W24", choice(key="always green"), choice(key="always green", wrong=("always blue", "red"))),
    ("W25", choice(key="usually green"), choice(key="usually green", wrong=("often blue", "red"))),
    (
        "W26",
        choice(stem="What does article A call the emerald lamp?", key="emerald"),
        choice(stem="What does article A call the emerald lamp?", key="emerald", wrong=("dark emerald", "red")),
    ),
    (
        "W27",
        choice(
            key="green lamp, old rug",
            wrong=("green lamp, wet rug", "red lamp, old rug", "green lamp, old shoe"),
        ),
        choice(key="green lamp, old rug", wrong=("red hat, tall tree", "blue door", "white wall")),
    ),
    ("W28", choice(key="12", facts=GREEN), choice(key="green", wrong=("red", "blue"))),
    ("W28", choice(key="green (pale)"), choice(key="green (pale)", wrong=("blue (dark)", "red"))),
    ("W30", choice(key="pale green", wrong=("pale green glass", "red")), GOOD),
    ("W31", choice(key="lamp of glass", wrong=("glass lamp", "red")), GOOD),
    (
        "W32",
        choice(stem="Article A gives the lamp the colour of an", key="emerald", wrong=("ruby", "sapphire")),
        choice(stem="Article A gives the lamp the colour of a(n)", key="emerald", wrong=("ruby", "sapphire")),
    ),
    ("W33", choice(key="Green"), GOOD),
    ("W34", choice(wrong=("blue", "as in Timbuktu")), choice(wrong=("blue", "as in article A"))),
    ("W35", choice(key="it had been green", wrong=("it had been red", "it had been blue")), GOOD),
    (
        "W40",
        choice(stem="Which colour does article A not give the lamp?"),
        choice(stem="Which colour does article A NOT give the lamp?"),
    ),
    ("W41", choice(stem="Article A’s lamp"), GOOD),
    ("W42", choice(stem="____ is the lamp of article A."), choice(stem="Article A has a ____ lamp.")),
    ("W40", choice(stem="Which is not ours by article A?"), choice(stem="Article A has never ____ the lamp.")),
    (
        "W45",
        choice(stem="Would you call article A’s lamp green?"),
        choice(stem="Would you hold article A’s ____ lamp?"),
    ),
    ("W31", choice(key="few old rugs", wrong=("few rugs old", "red")), choice(key="few", wrong=("a few", "red"))),
    (
        "W43",
        choice(stem=f"{STORY} Which colour does article A give?"),
        HowSure(id="h", stem=f"{STORY} How sure is article A?", feedback="It states it.", facts=GREEN),
    ),
    ("W43", choice(stem=f"{'Which colour does article A give the lamp, ' * 10}then?"), GOOD),
    ("W44", choice(stem=f"Which colour does article A, {'on the table in there, ' * 6}give?"), GOOD),
    ("W45", choice(stem="Which colour do you think article A gives the lamp?"), GOOD),
    ("W52", choice(stem="Which colour has the lamp of the previous question, in article A?"), GOOD),
    ("W57", choice(feedback="Green."), GOOD),
]


@pytest.mark.parametrize(("rule", "bad", "good"), CASES, ids=[f"{case[0]}-{n}" for n, case in enumerate(CASES)])
def test_a_rule_finds_the_bad_item_and_not_the_good_one(tiny: World, rule: str, bad: Item, good: Item) -> None:
    assert rule in found(tiny, bad)
    assert rule not in found(tiny, good)


BANKS: list[tuple[str, list[Any], list[Any]]] = [
    ("W21", many(20, key="greenest"), many(20, wrong=("white", "brown"))),
    (
        "W47",
        [TrueFalse(id=f"t{n}", stem=f"Lamp{n} is it.", key=True, feedback="Yes, it is.", facts=RUG) for n in range(12)],
        many(12),
    ),
    ("W50", [choice(id="a"), choice(id="b", stem="Which colour does article A give to the lamp?")], many(2)),
    (
        "W51",
        [choice(id="a", key="grass green"), choice(id="b", stem=f"{STEM[:-1]}, grass green?", facts=RUG)],
        [choice(id="a", key="grass green"), choice(id="b", stem=f"{STEM[:-1]}, grass green?", facts=GREEN)],
    ),
    ("W55", many(4), many(3)),
    ("W56", [choice(id="a"), choice(id="b", key="blue", wrong=("red", "pink"))], [choice(id="a")]),
    ("W34", many(7), many(6)),
]


@pytest.mark.parametrize(("rule", "bad", "good"), BANKS, ids=[case[0] for case in BANKS])
def test_a_rule_finds_the_bad_bank_and_not_the_good_one(
    tiny: World, rule: str, bad: list[Item], good: list[Item]
) -> None:
    assert rule in found(tiny, *bad)
    assert rule not in found(tiny, *good)


def test_a_fine_question_has_no_findings(tiny: World) -> None:
    assert found(tiny, GOOD) == set()


def test_every_rule_has_its_sentence() -> None:
    assert tuple(RULE_TEXTS) == RULES


def test_every_rule_has_a_bad_item() -> None:
    tried = {case[0] for case in (*CASES, *BANKS)}
    # E10 can only come of a mistake in marking; W22 judges the shuffle; W53 and I54 are about the whole tour; W59 is
    # about comments. Each has a test of its own below. Rules for keys need facts with dates: see test_key_rules.
    assert {rule for rule in RULES if not rule.startswith("Q")} - tried == {"E10", "W22", "W53", "I54", "W59"}


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
