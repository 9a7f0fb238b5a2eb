"""The law of formats that are written and read: a question comes back as it was, except what the loss report names."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.exchange import FORMATS, Loss, list_losses
from game.exchange.importing import make_items
from game.exchange.opening import open_questions
from game.pack.kinds import (
    Choice,
    Distractor,
    Item,
    Match,
    Multiple,
    Number,
    Order,
    Pair,
    Short,
    TrueFalse,
    Wrong,
)
from game.pack.kinds.neutral import NeutralQuestion
from game.pack.marking.modes import MODES
from game.pack.world import World
from game.prose import format_losses as losses
from game.prose.import_problems import NO_REASON
from tests.test_formats import HOSTILE, bank_of, made, normal
from tests.test_imports import FILES

FIELDS_BY_LOSS = {
    losses.WITHOUT_FEEDBACK_ON_WRONG: {"because"},
    losses.WITHOUT_FEEDBACK_ON_LIKELY: {"because", "wrong"},
    losses.LIKELY_WRONG_LEFT_OUT: {"because", "wrong"},
    losses.ARROW_PARTED: {"right", "wrong", "because"},
    losses.CASE_LOST: set(),
    losses.ORDER_AS_MATCH: set(),
}
"""A loss -> the fields of a question that it may change on the way there and back."""


def texts(mark: str) -> st.SearchStrategy[str]:
    """Texts that no text with another mark equals, whatever is folded."""
    return HOSTILE.map(lambda text: f"{mark} {text}")


FIGURES = st.decimals(min_value=-10_000, max_value=10_000, places=2, allow_nan=False).map(lambda each: f"{each:f}")


@st.composite
def items(draw: st.DrawFn) -> tuple[Item, ...]:
    """An item of each shape."""
    common: dict[str, Any] = {
        "facts": ("lamp-is-green", "rug-is-old")[: draw(st.integers(1, 2))],
        "feedback": draw(HOSTILE),
        "level": draw(st.integers(1, 3)),
        "tags": draw(st.sampled_from([(), ("light",), ("light", "old-things")])),
    }
    wrong = tuple(Distractor(text=draw(texts(f"w{n}")), because=draw(HOSTILE)) for n in range(draw(st.integers(1, 4))))
    key, accepted = draw(texts("k")), tuple(draw(texts(f"a{n}")) for n in range(draw(st.integers(0, 3))))
    keys = tuple(draw(texts(f"k{n}")) for n in range(draw(st.integers(2, 4))))
    unit, tolerance = draw(st.sampled_from(["", "mph", "km/h"])), draw(st.sampled_from(["0", "0.5", "20"]))
    spelling = draw(st.sampled_from([None, *MODES]))
    steps = tuple(draw(texts(f"s{n}")) for n in range(draw(st.integers(3, 5))))
    return (
        Choice(id="choice", stem=draw(HOSTILE), key=key, distractors=wrong, **common),
        Multiple(id="multiple", stem=draw(HOSTILE), keys=keys, distractors=wrong, **common),
        TrueFalse(id="statement", stem=draw(HOSTILE), key=draw(st.booleans()), **common),
        Number(
            id="number",
            stem=draw(HOSTILE),
            key=draw(FIGURES),
            tolerance=tolerance,
            unit=unit,
            wrong=(Wrong(value="99999", because=draw(HOSTILE)),),
            **common,
        ),
        Short(
            id="short",
            stem=draw(HOSTILE),
            distractors=wrong[:1],
            spelling=spelling,
            key=key,
            accepted=accepted,
            **common,
        ),
        Order(id="order", stem=draw(HOSTILE), steps=steps, **common),
        Match(
            id="match",
            stem=draw(HOSTILE),
            pairs=tuple(Pair(left=step, right=draw(texts(f"r{n}"))) for n, step in enumerate(steps)),
            **common,
        ),
    )


def flatten(question: NeutralQuestion) -> dict[str, Any]:
    """What a question says, blanks folded: no format tells two blanks from one."""
    wrong = [option for option in question.options if not option.is_right]
    return {
        **{name: getattr(question, name) for name in ("id", "kind", "origin", "is_true", "level", "skill", "room")},
        **{name: getattr(question, name) for name in ("facts", "topics", "unit", "spelling")},
        "tolerance": float(question.tolerance),
        "stem": normal(question.stem),
        "feedback": normal(question.feedback),
        "right": sorted(normal(option.text) for option in question.options if option.is_right),
        "wrong": sorted(normal(option.text) for option in wrong),
        "because": sorted(normal(option.because) for option in wrong if option.because != NO_REASON),
        "steps": [normal(step) for step in question.steps],
        "pairs": [(normal(left), normal(right)) for left, right in question.pairs],
    }


def find_differences(name: str, world: World, *asked: Item) -> Iterator[tuple[str, str, object, object]]:
    """What is otherwise after an export and an import, and is named nowhere: question, field, before, after."""
    before = made(bank_of(world, *asked))
    path = Path(FILES[name])
    opened = open_questions(FORMATS[name].write(before), path)
    found = make_items(opened.drafts, path, world)
    assert [str(each) for each in (*opened.troubles, *found.troubles)] == []
    after = {question.id: question for question in made(bank_of(world, *found.items)).questions}
    named = list_losses(before, name)
    for question in before.questions:
        if question.id not in after:
            assert any(loss.question_id == question.id for loss in named), question.id
            continue
        excused = excuse(named, question.id)
        was, now = flatten(question), flatten(after[question.id])
        yield from (
            (question.id, key, was[key], now[key]) for key in was if was[key] != now[key] and key not in excused
        )


def excuse(named: tuple[Loss, ...], question_id: str) -> set[str]:
    return set().union(*(FIELDS_BY_LOSS.get(loss.text, set()) for loss in named if loss.question_id == question_id))


@pytest.mark.parametrize("name", FILES)
@given(asked=items())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_question_comes_back_as_it_was_or_the_loss_is_named(tiny: World, name: str, asked: tuple[Item, ...]) -> None:
    assert list(find_differences(name, tiny, *asked)) == []


def test_the_law_sees_what_no_loss_names(tiny: World, monkeypatch: pytest.MonkeyPatch) -> None:
    item = Choice(
        id="c", stem="So?", key="a", distractors=(Distractor(text="b", because="No."),), feedback="Yes.",
        facts=("lamp-is-green",),
    )  # fmt: skip
    assert list(find_differences("anki", tiny, item)) == []
    monkeypatch.setitem(FIELDS_BY_LOSS, losses.WITHOUT_FEEDBACK_ON_WRONG, set())
    assert list(find_differences("anki", tiny, item)) == [("c", "because", ["No."], [])]
