"""Keys are proved: each rule finds the bad item and not the good one; nearly all faults made on purpose are found."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from game.content.linting import lint_pack
from game.core.paths import shipped
from game.pack.kinds import (
    KINDS,
    Choice,
    Distractor,
    HowSure,
    Item,
    Match,
    Number,
    Order,
    Pair,
    Reason,
    TrueFalse,
    TwoTier,
    WhichSource,
    Wrong,
)
from game.pack.world import World
from game.prose.key_findings import describe_key_finding
from game.quiz.lint import check_item
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.finding_codes import KeyCode
from game.quiz.lint.findings import KeyFinding
from game.quiz.lint.sureness_rules import check_forms
from tests.conftest import copy_shipped_pack
from tests.key_faults import KeyFault, count_found

MIN_SHARE_FOUND = 0.95
"""Of the faults made on purpose, in all and of each kind of item."""


@pytest.fixture(scope="module")
def gists(tour: World) -> FactGists:
    return FactGists(tour)


def codes(gists: FactGists, item: Item) -> set[str]:
    """What the rules find in an item."""
    return {str(getattr(finding, "code", "")) for finding in check_item(item, gists)}


def make(stem: str, facts: Sequence[str], **fields: Any) -> dict[str, Any]:
    """The fields that every item has."""
    return {"id": "one", "stem": stem, "facts": tuple(facts), "feedback": "It says so of the train.", **fields}


def choice(stem: str, key: str, wrong: Sequence[str], *facts: str) -> Choice:
    distractors = tuple(Distractor(text=text, because="No.") for text in wrong)
    return Choice(key=key, distractors=distractors, **make(stem, facts))


def order(*steps: str, facts: Sequence[str]) -> Order:
    return Order(steps=steps, **make("Put these in the order of time.", facts))


def match(pairs: Sequence[tuple[str, str]], *facts: str) -> Match:
    return Match(pairs=tuple(Pair(left=left, right=right) for left, right in pairs), **make("What is whose?", facts))


def sure(stem: str, feedback: str, fact: str) -> HowSure:
    return HowSure(**make(stem, [fact], feedback=feedback))


AVERAGE = "Which speed does article A give as the train’s average?"
LIKES = "Which of these does article A NOT count among what Kim Jong Un reportedly enjoys?"
WONSAN = "What does Kim Jong Un’s compound in Wonsan include, according to Reuters?"
JOURNEYS = ("beijing-2018-picture", "china-2019-birthday", "singapore-first-trump", "pink-chairs")
BEIJING, BIRTHDAY = "The train pulls into Beijing", "He goes to China on his birthday"
FAMILY = ("kim-il-sung-grandfather", "kim-jong-il-father")
DRINKS = ("cristal-champagne", "hennessy-cognac", "vodka-fixture")
PROOF = TwoTier(
    key="As a likely one",
    distractors=(Distractor(text="As a certain one", because="No."), Distractor(text="As one of many", because="No.")),
    reasons=(
        Reason(fact="every-carriage-bulletproof", because="No."),
        Reason(fact="average-37", because="No."),
    ),
    **make("How does article A give the armour as the reason for the low average speed?", ["slow-because-bulletproof"]),
)

CASES: list[tuple[KeyCode, Item, Item]] = [
    (
        "not borne out",
        choice(AVERAGE, "As fast as a horse", ["31 mph", "50 mph"], "average-37"),
        choice(AVERAGE, "37 mph", ["31 mph", "50 mph"], "average-37"),
    ),
    (
        "wrong is nearer",
        choice(AVERAGE, "31 mph", ["37 mph", "50 mph"], "average-37", "speed-50-kmh"),
        choice(AVERAGE, "37 mph", ["31 mph", "50 mph"], "average-37", "speed-50-kmh"),
    ),
    (
        "wrong as near",
        choice("Which colour has the train, by article A?", "Khaki", ["Yellow", "Red"], "colour-khaki", "yellow-line"),
        choice("Which colour has the train, by article A?", "Khaki", ["Black", "Red"], "colour-khaki", "yellow-line"),
    ),
    (
        # What is told of somebody else is a good answer to what is NOT told of him.
        "wrong is nearer",
        choice(LIKES, "Cristal Champagne", ["Red Burgundy", "Hennessy cognac"], *DRINKS, "burgundy"),
        choice(LIKES, "Red Burgundy", ["Cristal Champagne", "Hennessy cognac"], *DRINKS, "burgundy"),
    ),
    (
        "second right answer",
        choice(WONSAN, "A private beach", ["A basketball court", "A golf course"], "wonsan-beach"),
        choice(WONSAN, "A private beach", ["A tennis court", "A golf course"], "wonsan-beach"),
    ),
    (
        "other source says",
        Number(key="37", unit="mph", wrong=(Wrong(value="31", because="No."),), **make("Which speed?", ["average-37"])),
        Number(key="37", unit="mph", wrong=(Wrong(value="31", because="No."),), **make(AVERAGE, ["average-37"])),
    ),
    (
        "other proof",
        replace(
            PROOF,
            facts=("average-37",),
            reasons=(Reason(fact="slow-because-bulletproof", because="No."), PROOF.reasons[0]),
        ),
        PROOF,
    ),
    (
        "step not told",
        order(BEIJING, BIRTHDAY, "A lobster sings", facts=JOURNEYS),
        order(BEIJING, BIRTHDAY, facts=JOURNEYS),
    ),
    (
        "undated step",
        order(BEIJING, BIRTHDAY, "One carriage holds pink leather chairs", facts=JOURNEYS),
        order(BEIJING, BIRTHDAY, facts=JOURNEYS),
    ),
    ("against the dates", order(BIRTHDAY, BEIJING, facts=JOURNEYS), order(BEIJING, BIRTHDAY, facts=JOURNEYS)),
    (
        # Singapore was some time in 2018: before or after March nobody tells.
        "order not known",
        order(BEIJING, "He flies to Singapore to meet Donald Trump", BIRTHDAY, facts=JOURNEYS),
        order("He flies to Singapore to meet Donald Trump", BIRTHDAY, facts=JOURNEYS),
    ),
    (
        "generations",
        order("Kim Jong Il", "Kim Il Sung", "Kim Jong Un", facts=FAMILY),
        order("Kim Il Sung", "Kim Jong Il", "Kim Jong Un", facts=FAMILY),
    ),
    (
        "pair not told",
        match([("Cristal", "Champagne"), ("Hennessy", "Beer"), ("Russian Standard", "Vodka")], *DRINKS),
        match([("Cristal", "Champagne"), ("Hennessy", "Cognac"), ("Russian Standard", "Vodka")], *DRINKS),
    ),
    (
        "pairs exchanged",
        match([("Cristal", "Cognac"), ("Hennessy", "Champagne"), ("Russian Standard", "Vodka")], *DRINKS),
        match([("Cristal", "Champagne"), ("Hennessy", "Cognac"), ("Russian Standard", "Vodka")], *DRINKS),
    ),
    (
        "pairs alike",
        match([("Kim Jong Un", "Cristal"), ("Kim Jong Un’s taste", "Hennessy"), ("Georgy Toloraya", "Vodka")], *DRINKS),
        match([("Champagne", "Cristal"), ("Cognac", "Hennessy"), ("Georgy Toloraya", "Vodka")], *DRINKS),
    ),
    (
        "other fact asked",
        sure("How does article A put it that every carriage is bulletproof?", "Likely.", "slow-because-bulletproof"),
        sure("How does article A put it that every carriage is bulletproof?", "Flatly.", "every-carriage-bulletproof"),
    ),
    (
        "strength not said",
        sure("How does article A put it that he enjoys Swiss cheese?", "He enjoys Swiss cheese.", "swiss-cheese"),
        sure("How does article A put it that he enjoys Swiss cheese?", "He reportedly does.", "swiss-cheese"),
    ),
    (
        "nothing restated",
        replace(choice(AVERAGE, "37 mph", ["31 mph", "50 mph"], "average-37"), feedback="So it is indeed."),
        replace(choice(AVERAGE, "37 mph", ["31 mph", "50 mph"], "average-37"), feedback="It averages 37 mph."),
    ),
    (
        "report as hedge",
        replace(choice("Which food?", "Swiss cheese", ["Soup", "Bread"], "swiss-cheese"), feedback="The hedge is A’s."),
        replace(choice("Which food?", "Swiss cheese", ["Soup", "Bread"], "swiss-cheese"), feedback="By reports."),
    ),
    (
        "stem not told",
        WhichSource(key="A", **make("Which article tells of live lobsters in the kitchen?", ["average-37"])),
        WhichSource(key="B", **make("Which article tells of live lobsters in the kitchen?", ["live-lobsters"])),
    ),
    (
        "told elsewhere",
        WhichSource(key="A", **make("Which article tells of a bulletproof train?", ["every-carriage-bulletproof"])),
        WhichSource(key="A", **make("Which article calls every carriage bulletproof?", ["every-carriage-bulletproof"])),
    ),
    (
        "is told",  # type: ignore[list-item] # a code of the kind itself
        WhichSource(key="none", **make("Which article tells of live lobsters?", ["live-lobsters"])),
        WhichSource(key="B", **make("Which article tells of live lobsters?", ["live-lobsters"])),
    ),
    (
        "not told",  # type: ignore[list-item] # the same
        WhichSource(key="B", **make("Which article names the lobsters’ origin?", ["lobsters-origin"])),
        WhichSource(key="none", **make("Which article names the lobsters’ origin?", ["lobsters-origin"])),
    ),
]


@pytest.mark.parametrize(("code", "bad", "good"), CASES, ids=[case[0] for case in CASES])
def test_a_rule_finds_the_bad_key_and_not_the_good_one(gists: FactGists, code: str, bad: Item, good: Item) -> None:
    assert code in codes(gists, bad)
    assert code not in codes(gists, good)


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
    def ask(beginning: str, *facts: str) -> list[Item]:
        return [replace(sure(f"{beginning} {n}?", "So.", fact), id=f"{beginning}-{n}") for n, fact in enumerate(facts)]

    pictures = ("wonsan-parked", "wonsan-2020", "picture-of-2011", "an-148")
    others = ask("How does it", "swiss-cheese", "average-37")
    told = list(check_forms([*ask("On what does it rest", *pictures), *others], tour))
    assert [(finding.rule, finding.item_id) for finding in told] == [("Q-FORM", "On what does it rest-0")]
    # Three may be chance; and so may four where one of them has another key.
    assert not list(check_forms([*ask("On what does it rest", *pictures[:3]), *others], tour))
    assert not list(check_forms([*ask("On what does it rest", *pictures, "average-37"), *others], tour))


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
