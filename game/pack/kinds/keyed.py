"""Functions that kinds with a key and wrong options share. There is no base class: no kind is a subtype of another."""

from collections.abc import Collection, Iterable, Iterator

from game.pack.kinds.base import Distractor
from game.pack.kinds.neutral import Option
from game.pack.kinds.parts import Fault, Field, ItemText, Rival, Rivals
from game.pack.marking.modes import Step


def list_options(keys: tuple[str, ...], distractors: tuple[Distractor, ...]) -> tuple[str, ...]:
    """The options in the authors' order, the right ones first."""
    return (*keys, *(distractor.text for distractor in distractors))


def list_keyed_texts(keys: Iterable[tuple[Field, str]], distractors: tuple[Distractor, ...]) -> Iterator[ItemText]:
    """The texts of keys and of wrong options, with what is said of those."""
    yield from (ItemText(field, text, is_right=True) for field, text in keys)
    for place, distractor in enumerate(distractors):
        yield ItemText(("distractors", place, "text"), distractor.text)
        yield ItemText(("distractors", place, "because"), distractor.because)


def list_keyed_rivals(
    keys: Iterable[tuple[Field, str]], distractors: tuple[Distractor, ...], *, are_shown: bool
) -> Rivals:
    """Keys and wrong options as rivals."""
    wrong = tuple(Rival(("distractors", place, "text"), each.text) for place, each in enumerate(distractors))
    return Rivals(tuple(Rival(field, text) for field, text in keys), wrong, are_shown)


SHOWN: tuple[Step, ...] = ("width", "quote", "dash", "space", "end", "case")
"""What two options that are shown must not differ in alone. An article may part them: few is not a few."""


def find_keyed_faults(
    keys: Iterable[str], distractors: tuple[Distractor, ...], steps: Collection[Step] = SHOWN
) -> Iterator[Fault]:
    """Report wrong options that equal a key or occur twice, after some steps of folding."""
    from game.pack.marking.folding import fold

    right = {fold(text, steps) for text in keys}
    taken = set(right)
    for place, distractor in enumerate(distractors):
        folded = fold(distractor.text, steps)
        if folded in taken:
            yield Fault("wrong is key" if folded in right else "twice among wrong", ("distractors", place, "text"))
        taken.add(folded)


def find_twice(texts: Iterable[tuple[Field, str]]) -> Iterator[Fault]:
    """Report texts that occur twice: then more than one order or pairing would be right."""
    from game.pack.marking.folding import fold

    taken: set[str] = set()
    for field, text in texts:
        folded = fold(text, SHOWN)
        if folded in taken:
            yield Fault("twice", field)
        taken.add(folded)


def find_because(distractors: tuple[Distractor, ...], text: str) -> str:
    """What is said of a wrong option; empty for any other text."""
    return next((each.because for each in distractors if each.text == text), "")


def make_options(
    shown: Iterable[str], keys: tuple[str, ...], distractors: tuple[Distractor, ...] = ()
) -> tuple[Option, ...]:
    """Options as shown, for other programs."""
    return tuple(Option(text, text in keys, "" if text in keys else find_because(distractors, text)) for text in shown)
