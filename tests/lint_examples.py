"""A bad and a good example of each rule of lint: the tests lint them, and docs/lint.md shows them."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from game.pack.kinds import (
    Agreement,
    Choice,
    Distractor,
    HowSure,
    Item,
    Multiple,
    Number,
    Short,
    TrueFalse,
    WhichSource,
    Wrong,
)
from game.quiz.lint.findings import Rule

GREEN, RUG = ("lamp-is-green",), ("rug-is-old",)
BOTH = ("lamp-is-green", "lamp-is-blue")
STEM = "Which colour does article A give the lamp?"


def choice(key: str = "green", wrong: Sequence[str] = ("blue", "red"), stem: str = STEM, **fields: Any) -> Choice:
    """A question that is in order but for what is changed."""
    distractors = tuple(Distractor(text=text, because="Nobody says so.") for text in wrong)
    given = {"id": "one", "facts": GREEN, "feedback": "A says green.", **fields}
    return Choice(stem=stem, key=key, distractors=distractors, **given)


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


def multiple(stem: str) -> Multiple:
    """A question with three right options."""
    distractors = (Distractor(text="blue", because="No."), Distractor(text="red", because="No."))
    return Multiple(
        id="m", stem=stem, keys=("green", "old", "shut"), distractors=distractors, feedback="So.", facts=GREEN
    )


def number(wrong: str) -> Number:
    """A question for the figure 7, of which 5 and 9 are near enough, with a wrong figure."""
    return replace(NUMBER, tolerance="2", wrong=(Wrong(value=wrong, because="No."),))


STORY = "The rug is soft. It is said to lie on the floor there."

CASES: list[tuple[Rule, Item, Item]] = [
    ("E01", short("porter", "the porter"), short("porter", "Jane Roe")),
    ("E02", replace(SOURCE, key="Z"), SOURCE),
    ("E03", choice(wrong=("blue", "Blue.")), GOOD),
    ("E04", choice(wrong=("blue", " ")), GOOD),
    ("E05", choice(id="9-lives"), choice(id="nine-lives")),
    ("E06", choice(facts=("lamp-is-lost",)), GOOD),
    ("E07", choice(key="green, says Joan"), choice(key="green, says Jane", facts=("lamp-is-blue", "lamp-is-green"))),
    ("E07", short("Camp Maker", "Joan"), short("Lamp Maker", "Joan")),
    (
        "E08",
        replace(NUMBER, tolerance="2", wrong=(Wrong(value="8", because="No."),)),
        replace(NUMBER, tolerance="2", wrong=(Wrong(value="12", because="No."),)),
    ),
    ("E09", choice(feedback="Green\x07 it is."), GOOD),
    ("E11", choice(stem="Which colour does the lamp have?"), GOOD),
    ("E13", choice(stem="Which colour has it?", wrong=("blue according to a porter", "red")), GOOD),
    ("E14", replace(SOURCE, key="B"), SOURCE),
    (
        "E15",
        Agreement(id="a", stem="Do they agree on the lamp?", key="agree", feedback="No.", facts=BOTH),
        Agreement(id="a", stem="Do they agree on the lamp?", key="differ", feedback="No.", facts=BOTH),
    ),
    (
        "E15",
        Agreement(id="a", stem="Do they agree on the lamp?", key="agree", feedback="No.", facts=GREEN),
        Agreement(id="a", stem="Do they agree on the lamp?", key="A", feedback="No.", facts=GREEN),
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
    ("W36", multiple("Which two colours does article A give?"), multiple("Which three colours does article A give?")),
    (
        "W40",
        choice(stem="Which colour does article A not give the lamp?"),
        choice(stem="Which colour does article A NOT give the lamp?"),
    ),
    ("W41", choice(stem="Article A’s lamp"), GOOD),
    ("W42", choice(stem="____ is the lamp of article A."), choice(stem="Article A has a ____ lamp.")),
    ("W40", choice(stem="Which is not ours by article A?"), choice(stem="Article A has never ____ the lamp.")),
    ("W45", choice(stem="Which colour do you think article A gives the lamp?"), GOOD),
    (
        "W45",
        choice(stem="Would you call article A’s lamp green?"),
        choice(stem="Would you hold article A’s ____ lamp?"),
    ),
    ("W31", choice(key="few old rugs", wrong=("few rugs old", "red")), choice(key="few", wrong=("a few", "red"))),
    ("W43", choice(stem=f"{STORY} Which colour does article A give the lamp?"), GOOD),
    (
        "W43",
        choice(stem=f"{STORY} Which colour does article A give?"),
        HowSure(id="h", stem=f"{STORY} How sure is article A?", feedback="It states it.", facts=GREEN),
    ),
    ("W43", choice(stem=f"{'Which colour does article A give the lamp, ' * 10}then?"), GOOD),
    ("W44", choice(stem=f"Which colour does article A, {'on the table in there, ' * 6}give?"), GOOD),
    ("W52", choice(stem="Which colour has the lamp of the previous question, in article A?"), GOOD),
    ("W57", choice(feedback="Green."), GOOD),
]
"""Rule, an item in which it finds something, one in which it does not; the page shows the first of each rule."""

BANKS: list[tuple[Rule, list[Any], list[Any]]] = [
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
"""Rule, items among which it finds something, items among which it does not."""

OTHERS: dict[Rule, tuple[str, str]] = {
    "E10": (
        "A fault of the program: an answer is marked as wrong though it is the key. Please report it.",
        "Every key is marked as right.",
    ),
    "W22": (
        "On the papers of a pack, A is right in 30 of 40 questions.",
        "Each letter is right about equally often. The shuffle sees to it.",
    ),
    "W53": (
        "A room tells facts, and no question stands in it.",
        "Each room, each source and each skill has its questions.",
    ),
    "W59": ("`# lint: ignore=W20`", "`# lint: ignore=W20 a name cannot be shortened`"),
    "I54": ("None: this is information and needs no change.", "Questions of levels 1, 2 and 3."),
}
"""Rules that no item of a page can show -> a bad and a good state in words. Each has a test of its own."""
