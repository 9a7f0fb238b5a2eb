"""The numbers that options take, each with its limits. argparse prints the message if a number is outside them."""

from argparse import ArgumentTypeError

from game.prose.command_messages import describe_figure, describe_whole_number
from game.quiz.codes import MAX_SEED
from game.quiz.papers import MAX_ITEMS_PER_PAPER

MAX_MINUTES = 1440
"""The longest time limit of an exam: a day."""

MAX_TIME_FACTOR = 10

MAX_EDITS = 100_000
"""The largest number of false edits in one run, which takes some hours."""


def parse_item_count(text: str) -> int:
    """How many items a paper has."""
    return parse_whole(text, 1, MAX_ITEMS_PER_PAPER)


def parse_edit_count(text: str) -> int:
    """How many false edits are made in a copy of a pack."""
    return parse_whole(text, 1, MAX_EDITS)


def parse_seed(text: str) -> int:
    """A seed that fits into the code of a paper."""
    return parse_whole(text, 0, MAX_SEED)


def parse_minutes(text: str) -> float:
    """The limit of an exam."""
    return parse_figure(text, 0.01, MAX_MINUTES)


def parse_time_factor(text: str) -> float:
    """By how much a candidate's time is extended."""
    return parse_figure(text, 1, MAX_TIME_FACTOR)


def parse_figure(text: str, least: float, most: float) -> float:
    """A figure from least to most, both included."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    # Not `value < least or value > most`: with that test, NaN would be accepted.
    if not least <= value <= most:
        raise ArgumentTypeError(describe_figure(least, most, text))
    return value


def parse_whole(text: str, least: int, most: int) -> int:
    """A whole number from least to most, both included."""
    if not text.isdecimal() or not least <= int(text) <= most:
        raise ArgumentTypeError(describe_whole_number(least, most, text))
    return int(text)
