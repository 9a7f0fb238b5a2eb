"""The collector of unreachable objects, at rest while a great many objects are made at once.

Each of them would be looked at again and again, though none of them is unreachable: reading a file of 10,000 questions
takes twice as long with it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_collector() -> Iterator[None]:
    """No collection inside; afterwards it is as it was before."""
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()
