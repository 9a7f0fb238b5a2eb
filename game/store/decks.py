"""A learner's deck on file: a card for each fact asked so far, and the days on which there was practice."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
from msgspec import Struct

from game.core.disk import write_atomically
from game.core.paths import file_stem
from game.quiz.review import Card

VERSION = 1
"""Of the file. A reader knows its own version and those before it."""

KEPT_DAYS = 400
"""How many days of practice are remembered."""


class Deck(Struct, kw_only=True):
    """What a learner has been asked. The only record here that changes."""

    version: int = VERSION
    tour: str
    cards: dict[str, Card] = {}
    """Fact id -> its card."""
    days: list[str] = []
    """Days with practice, as 2026-11-21, oldest first."""

    def practised(self, today: date) -> None:
        """Remember that there was practice on a day."""
        if today.isoformat() not in self.days:
            self.days = sorted({*self.days, today.isoformat()})[-KEPT_DAYS:]

    def streak(self, today: date) -> int:
        """Days in a row with practice, up to today, or up to yesterday while there was none today."""
        days = set(self.days)
        day = today if today.isoformat() in days else today - timedelta(days=1)
        count = 0
        while day.isoformat() in days:
            count, day = count + 1, day - timedelta(days=1)
        return count

    def day(self, today: date) -> int:
        """Which day of practice in a row this one is, once there is practice."""
        return self.streak(today) + (today.isoformat() not in self.days)


def path_of(folder: Path, tour: str, learner: str = "") -> Path:
    """The file of a learner's deck for a tour; the one without a name is the player's own."""
    return folder / "practice" / f"{tour}.{file_stem(learner) or 'own'}.json"


def read(path: Path, tour: str) -> tuple[Deck, str]:
    """The deck in a file, and the name that an unusable file was set aside under; a new deck where there is none."""
    try:
        deck = msgspec.json.decode(path.read_bytes(), type=Deck)
        if deck.tour == tour and deck.version <= VERSION:
            return deck, ""
    except FileNotFoundError:
        return Deck(tour=tour), ""
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        pass
    # Never overwritten: what we cannot read, a later version or a person may.
    aside = path.with_suffix(".aside")
    number = 1
    while aside.exists():
        aside, number = path.with_suffix(f".{number}.aside"), number + 1
    try:
        path.rename(aside)
    except OSError:
        return Deck(tour=tour), path.name
    return Deck(tour=tour), aside.name


def write(path: Path, deck: Deck) -> None:
    """Keep a deck.

    Raises:
        OSError: It could not be written; what was there before is untouched.
    """
    write_atomically(path, msgspec.json.encode(deck))
