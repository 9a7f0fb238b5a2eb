"""What a file should hold and what it holds instead, in words for its author."""

from collections.abc import Iterable, Sequence

from game.prose.suggestions import suggest, suggest_nearest

KEYS_AND_VALUES = "keys and values"
LIST = "a list"
TRUE_OR_FALSE = "true or false"

MAX_QUOTED_CHARACTERS = 40
"""Characters of a found value that a message quotes."""

# By a part of the pattern: the types own the patterns, and a copy of a whole one here would go out of date.
_PATTERNS = {
    "¶": "a cite like A¶23",
    "[a-z][a-z0-9-]": "lower-case words joined by hyphens",
    "[a-z]{2,3}(": "a code of a language like en or pt-BR",
    "[0-9]{4}": "a date like 2019 or 2019-04-24",
    "[0-9]{1,12}": "a figure like 37 or 7.2",
}
"""Part of a regular expression of our types -> its meaning in words."""


def describe_mismatch(expected: str, found: str) -> str:
    """A value of another kind than expected."""
    return f"expected {expected}, found {found}"


def describe_wrong_choice(expected: str, value: object, allowed: Iterable[str]) -> str:
    """A value that is none of those allowed, with the nearest one."""
    return f"expected {expected}, found {describe_found(value)}. {suggest_nearest(str(value), allowed)}"


def describe_unknown_key(name: str, allowed: Sequence[str]) -> str:
    """A key that the record does not have."""
    return f"no key called {name!r} here. {suggest(name, allowed)}"


def describe_cut_text(rest: str) -> str:
    """The rest of a text that a comma has cut off, inside of brackets."""
    return f"in brackets a comma ends a text, and {rest!r} stands alone; put the whole text in double quotes"


def describe_missing_key(name: str, expected: str) -> str:
    """A key that the record needs."""
    return f"the key {name!r} is missing; expected {expected}"


def describe_entries(least: int, most: int | None, found: int) -> str:
    """A list of the wrong length."""
    span = f"{least} to {most}" if most is not None else f"at least {least}"
    return f"expected {span} entries, found {found}"


def describe_empty_mapping(least: int | None) -> str:
    """A mapping with too few entries."""
    return f"expected at least {least} entry, found none"


def describe_choice(values: Iterable[object]) -> str:
    """One of some values."""
    return f"one of {', '.join(map(str, values))}"


def describe_whole_number(low: int | None, high: int | None) -> str:
    """A whole number within its bounds."""
    span = f" from {low} to {high}" if high is not None else f" of at least {low}" if low is not None else ""
    return f"a whole number{span}"


def describe_text(most: int | None, pattern: str | None) -> str:
    """A text of some form or length."""
    if pattern:
        return next((words for mark, words in _PATTERNS.items() if mark in pattern), f"text of the form {pattern}")
    return f"text of at most {most} characters" if most is not None else "some text"


def describe_found(value: object) -> str:
    """The value that was found instead of the expected one."""
    match value:
        case dict():
            return KEYS_AND_VALUES
        case list():
            return LIST
        case "":
            return "nothing"
        case _:
            text = str(value)
            is_short = len(text) <= MAX_QUOTED_CHARACTERS
            return repr(text if is_short else text[: MAX_QUOTED_CHARACTERS - 3] + "...")
