"""A plugin of pytest (``-p tests.moved_clock``): the house's clock begins at the moment in ``CARRIAGES_TEST_MOMENT``.

It is loaded before any module takes the clock's function, so each of them takes the moved one. Without a moment in the
environment it changes nothing.
"""

import os
import time
from datetime import UTC, datetime, timedelta

from game.core import clock

MOMENT = os.environ.get("CARRIAGES_TEST_MOMENT", "")
START = datetime.fromisoformat(MOMENT).astimezone(UTC) if MOMENT else datetime.now(UTC)
_BEGAN = time.monotonic()


def now() -> datetime:
    """The moment, in UTC; it goes on as the real one does."""
    return START + timedelta(seconds=time.monotonic() - _BEGAN)


if MOMENT:
    clock.now = now
