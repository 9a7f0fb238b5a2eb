"""How imports and exports tell what is lost: each cause with its number and three examples, all of it in a file."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.commandline.output import write_output
from game.prose import exchange_messages as messages

MAX_EXAMPLES = 3
"""Of one cause, on the screen."""

_DETAIL = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\d+(?:[.,]\d+)*""")


def add_losses_option(command: ArgumentParser) -> None:
    """Add the option that names the file of the whole list."""
    command.add_argument(
        "--losses", type=Path, metavar="FILE", help="text file for the whole list; the screen has three of each cause"
    )


def write_losses(options: Namespace, command: str, lines: Iterable[str]) -> None:
    """Write the whole list, one line each, where the user wants it.

    Raises:
        UsageError: It cannot be written.
    """
    if options.losses is not None:
        text = "".join(f"{line}\n" for line in lines) or f"{messages.NOTHING_LOST}\n"
        write_output(options.losses, text.encode(errors="replace"), command, is_forced=options.force)


def shorten_list(told: Sequence[tuple[str, str]], *, has_file: bool) -> list[str]:
    """The lines to show: three of each cause, and then how many more there are.

    Args:
        told: What is told of a question, without the question; and the whole line.
        has_file: Whether the whole list is written to a file.
    """
    numbers: dict[str, int] = {}
    shown = []
    for text, line in told:
        cause = name_cause(text)
        numbers[cause] = numbers.get(cause, 0) + 1
        if numbers[cause] <= MAX_EXAMPLES:
            shown.append(line)
    many = {cause: number for cause, number in numbers.items() if number > MAX_EXAMPLES}
    shown += [messages.render_cause(cause, number, MAX_EXAMPLES) for cause, number in many.items()]
    return [*shown, messages.WHOLE_LIST] if many and not has_file else shown


def name_cause(text: str) -> str:
    """What a text says apart from the names and figures in it.

    >>> name_cause("'york' is worth 33.33% there and nothing here")
    '… is worth …% there and nothing here'
    """
    return _DETAIL.sub("…", text)
