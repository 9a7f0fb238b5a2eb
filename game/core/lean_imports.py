"""Imports of what others wrote, without what we do not use of it.

msgspec asks ``typing_extensions`` for three names and is content with ``typing`` where it is missing. On every Python
that we support ``typing`` has all three. The extensions bring ``inspect`` and the tokenizer, together a fifth of the
time to the first prompt of line mode. With a screen they are loaded anyway, later, by Textual.
"""

import sys
from importlib import import_module


def import_without(name: str, unused: str) -> None:
    """Import a module as if another one were not installed, which it tries and can do without.

    Where either is loaded already nothing is done: a module that is in use must not be hidden from others.
    """
    if name in sys.modules or unused in sys.modules:
        return
    # None is Python's own mark for a module that cannot be imported.
    sys.modules[unused] = None  # type: ignore[assignment]
    try:
        import_module(name)
    finally:
        del sys.modules[unused]
