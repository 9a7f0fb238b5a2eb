"""What a class has answered to one question: how many chose each option, or the answers that came most often."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from game.core.identity import name_key
from game.pack.kinds import Item, Response, describe_response
from game.pack.kinds.keyless import KeylessQuestion, list_row_ids
from game.pack.kinds.parts import Instruction, Nothing, Paired, Picked, Proved, SingleAnswer, Spoken, Steps, list_picked
from game.prose import live_words as words

PICKED: frozenset[Instruction] = frozenset({"letter", "truth", "all-letters", "proof"})
"""Questions whose options are counted; of the others, whole answers are."""
MAX_FORMS = 6
"""Typed answers that fit on a wall."""
MAX_FORM_CHARACTERS = 80
MIN_ON_WALL = 2
"""A typed answer is on the wall when so many gave it: what one pupil alone writes is not for all."""


class Given(NamedTuple):
    """What one pupil has answered."""

    candidate: str
    line: str
    """In the letters that this pupil was shown."""
    response: Response


class TallyRow(NamedTuple):
    """One option or answer."""

    text: str
    number: int
    sample: Given | None = None
    """One of the answers that it stands for; None for an option that is counted by itself."""
    group: str = ""
    """What it was put to, where a question asks several things; empty for the question itself."""


class Tally(NamedTuple):
    """All answers to a question."""

    rows: tuple[TallyRow, ...]
    answered: int
    others: int = 0
    """Answers that are no row."""


def count_answers(question: KeylessQuestion, item: Item, answers: Collection[Given]) -> Tally:
    """What a class has answered.

    Args:
        question: As it is on the paper.
        item: What stands in for it. It holds no key.
        answers: One of each pupil who answered.
    """
    spoken = [describe_response(item, given.response) for given in answers]
    if question.instruction in PICKED:
        rows = (*_count_options(question, spoken), *_count_facts(question, spoken))
        return Tally(rows, len(spoken))
    if question.instruction == "match":
        return Tally(tuple(_count_pairs(question, spoken)), len(spoken))
    forms = tuple(_count_forms(zip(answers, spoken, strict=True)))
    return Tally(forms, len(spoken), len(spoken) - sum(row.number for row in forms))


def _count_options(question: KeylessQuestion, spoken: list[Spoken]) -> Iterator[TallyRow]:
    picked = Counter(text for each in spoken for text in list_picked(each))
    for option in question.options:
        yield TallyRow(option, picked[option])


def _count_facts(question: KeylessQuestion, spoken: list[Spoken]) -> Iterator[TallyRow]:
    named = Counter(each.fact_id for each in spoken if isinstance(each, Proved))
    for row_id, text in zip(list_row_ids(question), question.rows, strict=False):
        yield TallyRow(text, named[row_id], group=words.FACT_CHOSEN)


def _count_pairs(question: KeylessQuestion, spoken: list[Spoken]) -> Iterator[TallyRow]:
    made = Counter(pair for each in spoken if isinstance(each, Paired) for pair in each.pairs)
    for left in question.rows:
        for right in question.options:
            yield TallyRow(right, made[left, right], group=left)


def _count_forms(answers: Iterable[tuple[Given, Spoken]]) -> Iterator[TallyRow]:
    """Whole answers, most often given first; those that differ in case or blanks are one."""
    forms: dict[str, list[tuple[Given, str]]] = {}
    for given, spoken in answers:
        text = _describe_form(spoken)
        forms.setdefault(name_key(text) or text, []).append((given, text))
    often = sorted(forms.values(), key=len, reverse=True)[:MAX_FORMS]
    for alike in often:
        if len(alike) >= MIN_ON_WALL:
            given, text = alike[0]
            yield TallyRow(text, len(alike), given)


def _describe_form(spoken: Spoken) -> str:
    match spoken:
        case SingleAnswer(text=text, unit=unit):
            return " ".join(f"{text} {unit}".split())[:MAX_FORM_CHARACTERS]
        case Steps(steps=steps):
            return words.join_steps(steps)
        case Paired(pairs=pairs):
            return words.join_pairs(pairs)
        case Picked(texts=texts):
            return words.join_picked(texts)
        case Proved(text=text):
            return text
        case Nothing():
            return ""
