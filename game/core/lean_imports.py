"""Imports of other packages without those of their imports that we do not use.

msgspec takes three names from ``typing_extensions``, or from ``typing`` if that module is missing. On every Python that
we support ``typing`` has all three. ``typing_extensions`` also loads ``inspect`` and the tokenizer: a fifth of the time
to the first prompt of line mode. With a screen they are loaded anyway, later, by Textual.
"""

import sys
from importlib import import_module


def import_without(name: str, unused: str) -> None:
    """Import a module as if a second one were not installed. The first one must work without the second.

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
