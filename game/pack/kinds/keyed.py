"""Functions that kinds with a key and wrong options share. There is no base class: no kind is a subtype of another."""

from collections.abc import Iterable, Iterator

from game.core.names import key
from game.pack.kinds.base import Distractor
from game.pack.kinds.neutral import Option
from game.pack.kinds.parts import Fault, Field, ItemText, Rival, Rivals


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


def find_keyed_faults(keys: Iterable[str], distractors: tuple[Distractor, ...]) -> Iterator[Fault]:
    """Report wrong options that equal a key or occur twice."""
    right = {_identify(text) for text in keys}
    taken = set(right)
    for place, distractor in enumerate(distractors):
        identity = _identify(distractor.text)
        if identity in taken:
            yield Fault("wrong is key" if identity in right else "twice among wrong", ("distractors", place, "text"))
        taken.add(identity)


def _identify(text: str) -> tuple[tuple[str, ...], str]:
    """What two options must not share: their words, without articles and plurals, and their signs: C++ is not C."""
    import re

    from game.pack.marking.folding import fold

    # A hyphen is a sign before a figure only; marks of punctuation are none.
    signs = re.findall(r"(?<!\w)-(?=\d)|[^\w\s.,;:!?'\"()\[\]-]", fold(text, ("width", "quote", "dash")))
    return key(text), "".join(signs)


def find_twice(texts: Iterable[tuple[Field, str]]) -> Iterator[Fault]:
    """Report texts that occur twice: then more than one order or pairing would be right."""
    taken: set[tuple[tuple[str, ...], str]] = set()
    for field, text in texts:
        if _identify(text) in taken:
            yield Fault("twice", field)
        taken.add(_identify(text))


def find_because(distractors: tuple[Distractor, ...], text: str) -> str:
    """What is said of a wrong option; empty for any other text."""
    return next((each.because for each in distractors if each.text == text), "")


def make_options(
    shown: Iterable[str], keys: tuple[str, ...], distractors: tuple[Distractor, ...] = ()
) -> tuple[Option, ...]:
    """Options as shown, for other programs."""
    return tuple(Option(text, text in keys, "" if text in keys else find_because(distractors, text)) for text in shown)
