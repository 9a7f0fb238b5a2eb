"""The bank and the questions that a command line chooses, with a clear error if this is not possible."""

from argparse import Namespace
from collections.abc import Iterable

from game.commandline.usage_error import UsageError, fail
from game.content import open_pack
from game.core.paths import cache_folder, shipped
from game.pack.kinds import KINDS
from game.prose.command_messages import (
    describe_no_questions,
    describe_too_many_included,
    describe_unknown_value,
    describe_with_and_without,
)
from game.prose.suggestions import suggest
from game.quiz.bank import Bank
from game.quiz.papers import Selection


def load_bank(options: Namespace) -> Bank:
    """Load the bank of the pack that was chosen.

    Raises:
        UsageError: The pack cannot be used, or has no questions.
    """
    world, problems = open_pack(options.pack or shipped("rooms"), cache_folder())
    if world is None:
        raise UsageError("\n".join(map(str, problems)))
    bank = Bank(world)
    if not bank.items:
        fail(options.command, describe_no_questions())
    return bank


def choose_selection(options: Namespace, bank: Bank) -> Selection:
    """Which questions are chosen.

    Raises:
        UsageError: A tag, a kind or a question is named that does not exist.
    """
    without = tuple(getattr(options, "without", ()))  # practice has no such option
    _refuse_unknown(options.command, "--only", options.only, bank.tags)
    _refuse_unknown(options.command, "--kind", options.kind, KINDS)
    include = tuple(dict.fromkeys(getattr(options, "include", ())))
    _refuse_unknown(options.command, "--without", without, bank.items)
    _refuse_unknown(options.command, "--with", include, bank.items)
    if both := sorted({*without} & {*include}):
        fail(options.command, describe_with_and_without(both[0]))
    if len(include) > options.items > 0:
        fail(options.command, describe_too_many_included(len(include), options.items))
    return Selection(
        items=options.items,
        levels=tuple(sorted(set(options.level))),
        kinds=tuple(options.kind),
        only=tuple(options.only),
        without=without,
        include=include,
    )


def _refuse_unknown(command: str, option: str, given: Iterable[str], known: Iterable[str]) -> None:
    names = list(known)
    for value in given:
        if value not in names:
            fail(command, describe_unknown_value(option, value, suggest(value, names)))
