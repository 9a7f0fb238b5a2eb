"""The error of a command that cannot be executed as it was typed."""

from typing import NoReturn


class UsageError(Exception):
    """A command that cannot be executed as typed. The message says why, and what is possible."""


def fail(command: str, why: str) -> NoReturn:
    """End a command with a message.

    Raises:
        UsageError: Always.
    """
    raise UsageError(f"carriages {command}: {why if why.endswith(('?', '.')) else why + '.'}")
