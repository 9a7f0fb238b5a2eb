"""The day on which questions last changed, kept beside their digest. ``python -m tests.revised`` writes both anew."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from game.content.load import load
from game.core.paths import shipped
from game.quiz.bank import Bank

KEPT = Path(__file__).parent / "kept" / "revised.txt"


def renew() -> str | None:
    """Write the digest of the shipped bank and the day in its tour; what is wrong, or None.

    The day must have moved when the questions have: otherwise a single command would silence the test that asks for it.
    """
    world = load(shipped("rooms")).world
    assert world is not None, "carriages check says what is wrong"
    digest, day = Bank(world).digest, world.tour.revised
    kept_digest, _, kept_day = KEPT.read_text("utf-8").strip().partition(" ")
    if digest != kept_digest and day == kept_day and day != datetime.now(UTC).date().isoformat():
        return "questions have changed: put today into revised of rooms/tour.yaml first"
    KEPT.write_text(f"{digest} {day}\n", "utf-8")
    return None


if __name__ == "__main__":
    sys.exit(renew())
