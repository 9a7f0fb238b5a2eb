"""Writes out the spellings that a program must be told of because it folds nothing but case."""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import product
from math import prod

from game.pack.marking.folding import STEPS, STEPS_BY_MODE
from game.pack.marking.modes import Mode, Step
from game.pack.marking.text_marking import mark_text

MAX_WRITTEN_FORMS = 48
"""Spellings of one question that are written out; a step that would make more is named as a loss."""


def write_forms(mode: Mode, forms: Sequence[str], wrong: Collection[str] = ()) -> tuple[str, ...]:
    """The accepted forms, and those other spellings of them that are right here and would be wrong elsewhere.

    >>> write_forms("folded", ["the Amur"]), write_forms("exact", ["NaCl"])
    (('the Amur', 'Amur', 'the Amur.', 'Amur.'), ('NaCl',))
    """
    if mode == "exact":
        return tuple(forms)
    made = dict.fromkeys(forms)
    for step, respell in _RESPELL.items():
        if step in STEPS_BY_MODE[mode]:
            more = dict.fromkeys(each for form in made for each in respell(form))
            # A step is taken whole or not at all, so that its loss can be named.
            if len(made | more) <= MAX_WRITTEN_FORMS:
                made |= more
    return tuple(form for form in made if form in forms or mark_text(mode, forms, form, wrong).is_right)


def drop_respelled(mode: Mode, forms: Sequence[str]) -> tuple[str, ...]:
    """The forms without those that ``write_forms`` adds to the ones before them.

    >>> drop_respelled("folded", ["IL-62", "IL 62", "the IL-62"])
    ('IL-62', 'the IL-62')
    """
    kept: list[str] = []
    for form in forms:
        if form not in kept and form not in write_forms(mode, kept):
            kept.append(form)
    return tuple(kept)


def _respell_each(signs: str) -> Callable[[str], Iterator[str]]:
    """A text with each of these signs in place of each other."""

    def respell(text: str) -> Iterator[str]:
        choices = [signs if each in signs else each for each in text]
        is_few = prod(map(len, choices)) <= MAX_WRITTEN_FORMS
        return ("".join(chosen) for chosen in product(*choices)) if is_few else iter((text,))

    return respell


def _respell_end(text: str) -> Iterator[str]:
    bare = text.removesuffix(".").rstrip()
    yield from (text, bare, f"{bare}.")


def _respell_sharp_s(text: str) -> Iterator[str]:
    yield from (text, text.replace("ß", "ss"))


def _take(step: Step) -> Callable[[str], Iterator[str]]:
    """A text as it is, and after one step."""

    def respell(text: str) -> Iterator[str]:
        yield from (text, STEPS[step](text))

    return respell


_RESPELL: dict[Step, Callable[[str], Iterator[str]]] = {
    "quote": _respell_each("'’"),
    "dash": _respell_each("-–−‑"),
    "case": _respell_sharp_s,
    "point": _take("point"),
    "hyphen": _take("hyphen"),
    "article": _take("article"),
    "and": _take("and"),
    "accent": _take("accent"),
    "end": _respell_end,
}
"""Step -> the spellings that it makes equal, among those that people type."""
