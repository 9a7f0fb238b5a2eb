"""A plugin of pytest (``-p tests.moved_clock``): the house's clock begins at the moment in ``CARRIAGES_TEST_MOMENT``.

It is loaded before any module takes the clock's function, so each of them takes the moved one.
"""

import os
import time
from datetime import UTC, datetime, timedelta

from game.core import clock

START = datetime.fromisoformat(os.environ["CARRIAGES_TEST_MOMENT"]).astimezone(UTC)
_BEGAN = time.monotonic()


def now() -> datetime:
    """The moment, in UTC; it goes on as the real one does."""
    return START + timedelta(seconds=time.monotonic() - _BEGAN)


clock.now = now
