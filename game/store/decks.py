"""A learner's deck on file: a card for each fact asked so far, and the days on which there was practice."""

import os
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta, Struct

from game.core.digests import blake2b
from game.core.disk import Unusable, decode, is_there
from game.core.identity import pseudonym_key
from game.core.paths import file_stem, is_reserved
from game.quiz.review import Card
from game.store.shared_file import Outcome, change_file, is_damaged, read_decoded, set_aside

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


class _CardShape(Struct):
    """What a card must hold so that fsrs can schedule it. A deck with any other card counts as damaged.

    No field has a default: fsrs writes all of them and reads all of them.
    """

    card_id: int
    state: Literal[1, 2, 3]
    due: Annotated[datetime, Meta(tz=True)]
    step: Annotated[int, Meta(ge=0, le=1_000)] | None
    stability: Annotated[float, Meta(gt=0, le=1e6)] | None
    difficulty: Annotated[float, Meta(ge=0, le=100)] | None
    last_review: Annotated[datetime, Meta(tz=True)] | None

    @property
    def is_whole(self) -> bool:
        """Whether the fields that its state needs are there."""
        is_known = self.stability is not None and self.difficulty is not None and self.last_review is not None
        return (self.state == 2 or self.step is not None) and (self.state == 1 or is_known)


class LoadedDeck(NamedTuple):
    """What reading a deck gave."""

    deck: Deck
    """A new one where there is none, or none that can be used."""
    aside: str = ""
    """The new name of an unusable file that was set aside."""
    trouble: Unusable | None = None
    """Why an existing file cannot be read; then nothing may be written there."""


def path_of(folder: Path, tour: str, learner: str = "") -> Path:
    """The file of a learner's deck for a tour; the one without a name is the player's own.

    Two spellings of a name are one learner. A deck that an earlier version kept under one spelling stays where it is,
    and every spelling finds it.
    """
    decks = folder / "practice"
    start = f"{tour}_" if is_reserved(tour) else tour
    if not learner.strip():
        return decks / f"{start}.own.json"
    former, new = (decks / f"{start}.{stem}.json" for stem in (file_stem(learner), _stem(learner)))
    if file_stem(learner) not in ("", "own") and is_there(former):
        return former
    return new if is_there(new) else _find_spelling(decks, start, pseudonym_key(learner)) or new


def _stem(learner: str) -> str:
    """The learner's part of the file name: the key of the name, with a digest if a file name cannot hold the key."""
    key = pseudonym_key(learner)
    stem = file_stem(key)
    if stem == key and stem != "own":
        return stem
    return f"{stem[:20]}_{blake2b(key.encode(errors='surrogatepass'), digest_size=6).hexdigest()}"


def _find_spelling(folder: Path, start: str, key: str) -> Path | None:
    """The deck that an earlier version has kept under another spelling of a name."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - it raises here and not at the first name
    except OSError:
        return None
    for name in names:
        stem = name.removeprefix(f"{start}.").removesuffix(".json")
        if name == f"{start}.{stem}.json" and stem != "own" and pseudonym_key(stem) == key:
            return folder / name
    return None


def load_deck(path: Path, tour: str) -> LoadedDeck:
    """The deck in a file. A damaged file is set aside; one that cannot be read is left as it is. Never raises."""
    found = read_decoded(path, partial(_decode, tour))
    if not isinstance(found, Unusable):
        return LoadedDeck(found)
    new = Deck(tour=tour)
    if not found.is_there:
        return LoadedDeck(new)
    if is_damaged(found) and (aside := set_aside(path)):
        return LoadedDeck(new, aside=aside)
    return LoadedDeck(new, trouble=found)


def keep_deck(path: Path, deck: Deck) -> Outcome:
    """Keep a deck, merged with what another window has kept in the meantime. Never raises.

    The deck in memory also gets the cards that were found.
    """

    def unite(found: Deck | None) -> Deck:
        if found is not None:
            deck.cards = unite_cards(deck.cards, found.cards)
            deck.days = sorted({*deck.days, *found.days})[-KEPT_DAYS:]
        return deck

    return change_file(path, partial(_decode, deck.tour), unite, msgspec.json.encode)


def unite_cards(mine: dict[str, Card], others: dict[str, Card]) -> dict[str, Card]:
    """The cards of both decks. If both have a card for a fact, the one with the later review."""
    united = others | mine
    for fact_id in mine.keys() & others.keys():
        if _reviewed(others[fact_id]) > _reviewed(mine[fact_id]):
            united[fact_id] = others[fact_id]
    return united


def _reviewed(card: Card) -> datetime:
    return datetime.fromisoformat(card.get("last_review") or card["due"])


def _decode(tour: str, data: bytes) -> Deck | Unusable:
    deck = decode(data, Deck)
    if isinstance(deck, Unusable):
        return deck
    if deck.tour != tour or deck.version > VERSION:
        return Unusable("damaged")
    try:
        are_whole = all(card.is_whole for card in msgspec.convert(deck.cards, dict[str, _CardShape]).values())
    except (msgspec.ValidationError, OverflowError) as bad:
        return Unusable("damaged", str(bad))
    return deck if are_whole else Unusable("damaged")
