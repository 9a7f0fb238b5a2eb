"""Marks an answer in words of one's own, and tells which steps of folding the mark needed."""

from collections.abc import Callable, Collection, Iterable
from typing import Literal

from msgspec import Struct

from game.pack.marking.folding import STEPS_BY_MODE, fold, list_needed_steps
from game.pack.marking.modes import Mode, Step
from game.pack.marking.slips import count_slips, measure_distance

SLIP: Literal["slip"] = "slip"


class TextMark(Struct, frozen=True):
    """Whether an answer is right, and why it is although it is written otherwise than the form."""

    is_right: bool
    needed: frozenset[Step | Literal["slip"]] = frozenset()
    """The steps without which it would not be right; empty where it is written as an accepted form is."""


WRONG = TextMark(is_right=False)


def mark_text(
    mode: Mode,
    forms: Collection[str],
    given: str,
    wrong: Collection[str] = (),
    names: Iterable[str] = (),
    is_word: Callable[[str], bool] = lambda _: False,
) -> TextMark:
    """Mark an answer.

    Args:
        mode: Which differences do not count.
        forms: The key and what else is accepted.
        given: What was typed.
        wrong: Other answers that are known. One that is as near to what was typed as the forms are decides.
        names: What else the typed words may mean if they hold a slip. It is read only then.
        is_word: Whether a word is used elsewhere in the pack; a slip into such a word is not forgiven.
    """
    if not given.strip():
        return WRONG
    steps = STEPS_BY_MODE[mode]
    folded = fold(given, steps)
    right = _find_gentlest(forms, given, folded, steps)
    other = _find_gentlest(wrong, given, folded, steps)
    if right is not None:
        # Folding makes ß and ss alike, so letter by letter decides first: of Maße and Masse.
        is_form = any(form.lower() == given.strip().lower() for form in forms)
        is_known_wrong = other is not None and len(other) <= len(right) and not is_form
        return WRONG if is_known_wrong else TextMark(is_right=True, needed=right)
    if mode != "forgiving" or other is not None:
        return WRONG
    rights = [fold(form, steps) for form in forms]
    others = (fold(each, steps) for each in (*wrong, *names))
    return _mark_slips(rights, folded, others, is_word)


def _find_gentlest(texts: Collection[str], given: str, folded: str, steps: tuple[Step, ...]) -> frozenset[Step] | None:
    """The fewest steps by which one of these texts equals what was typed; None where none of them does."""
    equal = (list_needed_steps(text, given, steps) for text in texts if fold(text, steps) == folded)
    return min(equal, key=len, default=None)


def _mark_slips(forms: list[str], folded: str, others: Iterable[str], is_word: Callable[[str], bool]) -> TextMark:
    right_words = {word for form in forms for word in form.split()}
    counts = [count_slips(form, folded, lambda word: word not in right_words and is_word(word)) for form in forms]
    found = [count for count in counts if count is not None]
    # A known other answer that is as near may be what was meant, and then it is wrong.
    is_nearest = bool(found) and all(
        measure_distance(each, folded) > min(found) for each in others if each not in forms
    )
    return TextMark(is_right=True, needed=frozenset({SLIP})) if is_nearest else WRONG
