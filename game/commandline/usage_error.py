"""The error of a command that cannot be done as it was typed."""

from typing import NoReturn


class UsageError(Exception):
    """What was typed after the command cannot be done. The message says why, and what can."""


def fail(command: str, why: str) -> NoReturn:
    """End a command, and say why.

    Raises:
        UsageError: Always.
    """
    raise UsageError(f"carriages {command}: {why if why.endswith(('?', '.')) else why + '.'}")
