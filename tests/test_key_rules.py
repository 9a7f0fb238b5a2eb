"""Keys are proved: each rule finds the bad item and not the good one; nearly all faults made on purpose are found."""

import re
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from game.content.linting import lint_pack
from game.core.paths import shipped
from game.pack.kinds import (
    KINDS,
    Item,
    TrueFalse,
)
from game.pack.world import World
from game.prose.key_findings import describe_key_finding
from game.quiz.lint import RULES, check_item
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.finding_codes import KeyCode
from game.quiz.lint.findings import KeyFinding
from game.quiz.lint.sureness_rules import check_forms
from tests.conftest import copy_shipped_pack
from tests.key_examples import CASES, FORMS, PICTURES, ask, make
from tests.key_faults import KeyFault, count_found

MIN_SHARE_FOUND = 0.95
"""Of the faults made on purpose, in all and of each kind of item."""


@pytest.fixture(scope="module")
def gists(tour: World) -> FactGists:
    return FactGists(tour)


def pairs(gists: FactGists, item: Item) -> set[tuple[str, str]]:
    """What the rules find in an item: rule and code."""
    return {(str(finding.rule), str(getattr(finding, "code", ""))) for finding in check_item(item, gists)}


def codes(gists: FactGists, item: Item) -> set[str]:
    """What the rules find in an item."""
    return {code for _, code in pairs(gists, item)}


@pytest.mark.parametrize(("rule", "code", "bad", "good"), CASES, ids=[case[1] for case in CASES])
def test_a_rule_finds_the_bad_key_and_not_the_good_one(
    gists: FactGists, rule: str, code: str, bad: Item, good: Item
) -> None:
    assert (rule, code) in pairs(gists, bad)
    assert code not in codes(gists, good)


def test_every_rule_for_keys_has_a_bad_item() -> None:
    assert {rule for rule in RULES if rule.startswith("Q")} == {case[0] for case in CASES} - {"E14"} | {"Q-FORM"}


STATEMENTS: list[tuple[KeyCode | None, str, str]] = [
    (None, "The Kim family’s train averages 37 mph, says article A.", "average-37"),
    ("article not cited", "The Kim family’s train averages 37 mph, says article B.", "average-37"),
    ("own figure", "The Kim family’s train averages 47 mph, says article A.", "average-37"),
    ("own figure", "On his birthday in May 2019 Kim Jong Un went to China by train.", "china-2019-birthday"),
    (None, "On his birthday in 2019 Kim Jong Un went to China by train.", "china-2019-birthday"),
    ("own name", "Kim Jong Un has a sister, Ri Sol Ju.", "kim-yo-jong-sister"),
    (None, "Kim Jong Un has a sister, Kim Yo Jong.", "kim-yo-jong-sister"),
    ("surer than fact", "Article A says flatly that Kim Jong Un prefers MacBooks.", "prefers-macbooks"),
    (None, "Article A says flatly that every carriage is bulletproof.", "every-carriage-bulletproof"),
    ("fact leaves open", "Article B says where the live lobsters came from.", "lobsters-origin"),
    (None, "Article B does not say where the live lobsters came from.", "lobsters-origin"),
    ("opposite of fact", "Article A calls the train ride to Vietnam in 2019 short.", "vietnam-ride-lengthy"),
    ("number differs", "Where it tells of the tradition, article B writes of only one train.", "several-trains"),
    ("denial differs", "Kim Jong Un is afraid of flying.", "kim-jong-un-not-afraid"),
    (None, "Kim Jong Un is not afraid of flying.", "kim-jong-un-not-afraid"),
    ("denial differs", "Kim Jong Il was never afraid of aeroplanes.", "kim-jong-il-feared-flying"),
    ("hardly told", "Its driver is the best of the railway.", "average-37"),
]


@pytest.mark.parametrize(("code", "text", "fact"), STATEMENTS)
def test_a_statement_is_keyed_as_its_fact_has_it(gists: FactGists, code: str | None, text: str, fact: str) -> None:
    true = TrueFalse(key=True, **make(text, [fact]))
    assert codes(gists, true) & {*get_args(KeyCode)} - {"nothing restated"} == ({code} if code else set())
    assert ("borne out" in codes(gists, replace(true, key=False))) == (code is None)


def test_stems_of_one_form_with_one_key_are_found(tour: World) -> None:
    others = ask("How does it", "swiss-cheese", "average-37")
    bad, good = FORMS
    told = list(check_forms([*bad, *others], tour))
    assert [(finding.rule, finding.item_id) for finding in told] == [("Q-FORM", "On what does it rest-0")]
    assert not list(check_forms([*ask("On what does it rest", *PICTURES[:3]), *others], tour))
    assert not list(check_forms([*good, *others], tour))


def test_every_code_has_its_words() -> None:
    for code in get_args(KeyCode):
        words = describe_key_finding(KeyFinding("Q-KEY", "one", (), code, ("first", "second", "third")))
        assert words.fix
        assert "{" not in words.text


@pytest.fixture(scope="module")
def shares(tour: World) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]], list[KeyFault]]:
    return count_found(tour)


@pytest.mark.parametrize("kind", KINDS)
def test_of_each_kind_nearly_every_fault_is_found(shares: Any, kind: str) -> None:
    found, made, missed = shares
    mine = [pair for pair in made if pair[0] == kind]
    assert mine
    for pair in mine:
        assert found[pair] >= MIN_SHARE_FOUND * made[pair], [each.item.id for each in missed if each.kind == kind]


def test_in_all_nearly_every_fault_is_found(shares: Any) -> None:
    found, made, _ = shares
    assert made.total() > 800
    assert found.total() >= MIN_SHARE_FOUND * made.total()


def test_the_shipped_bank_has_no_remark_and_ignores_none() -> None:
    linted = lint_pack(shipped("rooms"))
    assert [str(placed) for placed in linted.found if placed.finding.rule.startswith("Q")] == []
    texts = [path.read_text("utf-8") for path in shipped("rooms").rglob("*.yaml")]
    assert sum(len(re.findall(r"lint:\s*ignore=\S*Q-", text)) for text in texts) == 0


def test_a_finding_has_its_file_line_and_column(tmp_path: Path) -> None:
    pack = tmp_path / "rooms"
    copy_shipped_pack(pack)
    room = pack / "02-armour.yaml"
    text = room.read_text("utf-8")
    changed = text.replace("    key: 37 mph", "    key: X mph").replace('text: "31 mph"', 'text: "37 mph"')
    room.write_text(changed.replace("    key: X mph", "    key: 31 mph"), "utf-8")
    line = next(number for number, each in enumerate(changed.splitlines(), start=1) if 'text: "37 mph"' in each)
    said = [str(placed) for placed in lint_pack(pack).found]
    assert any(re.search(rf"02-armour\.yaml:{line}:\d+: Q-LEAN armour-average: ", each) for each in said)
