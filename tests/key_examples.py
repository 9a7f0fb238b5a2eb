"""A bad and a good key for each finding about keys: the tests weigh them, and docs/lint.md shows one of each rule."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from game.pack.kinds import (
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
from game.quiz.lint.finding_codes import KeyCode
from game.quiz.lint.findings import Rule


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

CASES: list[tuple[Rule, KeyCode, Item, Item]] = [
    (
        "Q-KEY",
        "not borne out",
        choice(AVERAGE, "As fast as a horse", ["31 mph", "50 mph"], "average-37"),
        choice(AVERAGE, "37 mph", ["31 mph", "50 mph"], "average-37"),
    ),
    (
        "Q-LEAN",
        "wrong is nearer",
        choice(AVERAGE, "31 mph", ["37 mph", "50 mph"], "average-37", "speed-50-kmh"),
        choice(AVERAGE, "37 mph", ["31 mph", "50 mph"], "average-37", "speed-50-kmh"),
    ),
    (
        "Q-LEAN",
        "wrong as near",
        choice("Which colour has the train, by article A?", "Khaki", ["Yellow", "Red"], "colour-khaki", "yellow-line"),
        choice("Which colour has the train, by article A?", "Khaki", ["Black", "Red"], "colour-khaki", "yellow-line"),
    ),
    (
        # What is told of somebody else is a good answer to what is NOT told of him.
        "Q-LEAN",
        "wrong is nearer",
        choice(LIKES, "Cristal Champagne", ["Red Burgundy", "Hennessy cognac"], *DRINKS, "burgundy"),
        choice(LIKES, "Red Burgundy", ["Cristal Champagne", "Hennessy cognac"], *DRINKS, "burgundy"),
    ),
    (
        "Q-TWO",
        "second right answer",
        choice(WONSAN, "A private beach", ["A basketball court", "A golf course"], "wonsan-beach"),
        choice(WONSAN, "A private beach", ["A tennis court", "A golf course"], "wonsan-beach"),
    ),
    (
        "Q-TWO",
        "other source says",
        Number(key="37", unit="mph", wrong=(Wrong(value="31", because="No."),), **make("Which speed?", ["average-37"])),
        Number(key="37", unit="mph", wrong=(Wrong(value="31", because="No."),), **make(AVERAGE, ["average-37"])),
    ),
    (
        "Q-PROOF",
        "other proof",
        replace(
            PROOF,
            facts=("average-37",),
            reasons=(Reason(fact="slow-because-bulletproof", because="No."), PROOF.reasons[0]),
        ),
        PROOF,
    ),
    (
        "Q-ORDER",
        "step not told",
        order(BEIJING, BIRTHDAY, "A lobster sings", facts=JOURNEYS),
        order(BEIJING, BIRTHDAY, facts=JOURNEYS),
    ),
    (
        "Q-ORDER",
        "undated step",
        order(BEIJING, BIRTHDAY, "One carriage holds pink leather chairs", facts=JOURNEYS),
        order(BEIJING, BIRTHDAY, facts=JOURNEYS),
    ),
    (
        "Q-ORDER",
        "against the dates",
        order(BIRTHDAY, BEIJING, facts=JOURNEYS),
        order(BEIJING, BIRTHDAY, facts=JOURNEYS),
    ),
    (
        # Singapore was some time in 2018: before or after March nobody tells.
        "Q-ORDER",
        "order not known",
        order(BEIJING, "He flies to Singapore to meet Donald Trump", BIRTHDAY, facts=JOURNEYS),
        order("He flies to Singapore to meet Donald Trump", BIRTHDAY, facts=JOURNEYS),
    ),
    (
        "Q-ORDER",
        "generations",
        order("Kim Jong Il", "Kim Il Sung", "Kim Jong Un", facts=FAMILY),
        order("Kim Il Sung", "Kim Jong Il", "Kim Jong Un", facts=FAMILY),
    ),
    (
        "Q-PAIR",
        "pair not told",
        match([("Cristal", "Champagne"), ("Hennessy", "Beer"), ("Russian Standard", "Vodka")], *DRINKS),
        match([("Cristal", "Champagne"), ("Hennessy", "Cognac"), ("Russian Standard", "Vodka")], *DRINKS),
    ),
    (
        "Q-PAIR",
        "pairs exchanged",
        match([("Cristal", "Cognac"), ("Hennessy", "Champagne"), ("Russian Standard", "Vodka")], *DRINKS),
        match([("Cristal", "Champagne"), ("Hennessy", "Cognac"), ("Russian Standard", "Vodka")], *DRINKS),
    ),
    (
        "Q-PAIR",
        "pairs alike",
        match([("Kim Jong Un", "Cristal"), ("Kim Jong Un’s taste", "Hennessy"), ("Georgy Toloraya", "Vodka")], *DRINKS),
        match([("Champagne", "Cristal"), ("Cognac", "Hennessy"), ("Georgy Toloraya", "Vodka")], *DRINKS),
    ),
    (
        "Q-SURE",
        "other fact asked",
        sure("How does article A put it that every carriage is bulletproof?", "Likely.", "slow-because-bulletproof"),
        sure("How does article A put it that every carriage is bulletproof?", "Flatly.", "every-carriage-bulletproof"),
    ),
    (
        "Q-FEED",
        "nothing restated",
        replace(choice(AVERAGE, "37 mph", ["31 mph", "50 mph"], "average-37"), feedback="So it is indeed."),
        replace(choice(AVERAGE, "37 mph", ["31 mph", "50 mph"], "average-37"), feedback="It averages 37 mph."),
    ),
    (
        "Q-FEED",
        "strength not said",
        sure("How does article A put it that he enjoys Swiss cheese?", "He enjoys Swiss cheese.", "swiss-cheese"),
        sure("How does article A put it that he enjoys Swiss cheese?", "He reportedly does.", "swiss-cheese"),
    ),
    (
        "Q-HEDGE",
        "report as hedge",
        replace(choice("Which food?", "Swiss cheese", ["Soup", "Bread"], "swiss-cheese"), feedback="The hedge is A’s."),
        replace(choice("Which food?", "Swiss cheese", ["Soup", "Bread"], "swiss-cheese"), feedback="By reports."),
    ),
    (
        "Q-KEY",
        "stem not told",
        WhichSource(key="A", **make("Which article tells of live lobsters in the kitchen?", ["average-37"])),
        WhichSource(key="B", **make("Which article tells of live lobsters in the kitchen?", ["live-lobsters"])),
    ),
    (
        "Q-TWO",
        "told elsewhere",
        WhichSource(key="A", **make("Which article tells of a bulletproof train?", ["every-carriage-bulletproof"])),
        WhichSource(key="A", **make("Which article calls every carriage bulletproof?", ["every-carriage-bulletproof"])),
    ),
    (
        "E14",
        "is told",  # type: ignore[list-item] # a code of the kind itself
        WhichSource(key="none", **make("Which article tells of live lobsters?", ["live-lobsters"])),
        WhichSource(key="B", **make("Which article tells of live lobsters?", ["live-lobsters"])),
    ),
    (
        "E14",
        "not told",  # type: ignore[list-item] # the same
        WhichSource(key="B", **make("Which article names the lobsters’ origin?", ["lobsters-origin"])),
        WhichSource(key="none", **make("Which article names the lobsters’ origin?", ["lobsters-origin"])),
    ),
    (
        "Q-TF",
        "own figure",
        TrueFalse(key=True, **make("The Kim family’s train averages 47 mph, says article A.", ["average-37"])),
        TrueFalse(key=True, **make("The Kim family’s train averages 37 mph, says article A.", ["average-37"])),
    ),
]
"""Rule, code, an item in which it finds that, one in which it does not; the page shows the first of each rule."""


def ask(beginning: str, *facts: str) -> list[Item]:
    """Questions whose stems begin alike, one about each fact."""
    return [replace(sure(f"{beginning} {n}?", "So.", fact), id=f"{beginning}-{n}") for n, fact in enumerate(facts)]


PICTURES = ("wonsan-parked", "wonsan-2020", "picture-of-2011", "an-148")
"""Facts of one strength."""

# Three may be chance; and so may four where one of them has another key.
FORMS: tuple[list[Item], list[Item]] = (
    ask("On what does it rest", *PICTURES),
    ask("On what does it rest", *PICTURES, "average-37"),
)
"""Stems that tell their key by their beginning, and stems that do not."""
