"""One attempt in memory: its events, and what follows from them.

Responses, marks and times are computed from the events each time, not stored beside them, so that they cannot disagree
with the file. An attempt has some hundred events, so this costs less than a frame.
"""

from collections.abc import Sequence
from pathlib import Path

from game.core.clock import moment_of
from game.pack.kinds import Item, Response
from game.store.attempt_events import (
    Begun,
    Event,
    Extended,
    Flagged,
    Gap,
    HandedIn,
    Held,
    ItemRecorded,
    Released,
    Renamed,
    Responded,
    Resumed,
    Seen,
)
from game.store.attempt_file import SealedLog
from game.store.receipts import compute_receipt
from game.store.time_limits import TimeLimit


def find_end(events: Sequence[Event]) -> HandedIn | None:
    """The event that ends an attempt; None while it goes on."""
    # Whose it is may turn out after the end; that ends nothing and opens nothing.
    last = next((event for event in reversed(events) if not isinstance(event, Renamed)), None)
    return last if isinstance(last, HandedIn) else None


class Attempt:
    """One candidate's exam, practice or tour, as its file has it."""

    def __init__(self, begun: Begun, file: SealedLog, events: list[Event] | None = None) -> None:
        self.begun = begun
        self.events: list[Event] = events or []
        self.file = file

    @property
    def path(self) -> Path:
        """Its file."""
        return self.file.path

    @property
    def seal(self) -> str:
        """Seal of the last line, for the result sheet."""
        return self.file.seal

    @property
    def receipt(self) -> str:
        """Ten letters that fit what was handed in; before that, the file as it is now."""
        # Not the seal of a later line: a new name must not make the receipt wrong that a candidate has written down.
        seal = self.file.end_seal if self.handed_in else self.seal
        return compute_receipt(self.begun.attempt, seal or self.seal, len(self.responses))

    @property
    def candidate(self) -> str:
        """Who answers: the last name that a teacher gave, else the one of the beginning."""
        names = (event.candidate for event in reversed(self.events) if isinstance(event, Renamed))
        return next(names, self.begun.candidate)

    @property
    def is_held(self) -> bool:
        """Whether a teacher has stopped the clock."""
        held = (isinstance(event, Held) for event in reversed(self.events) if isinstance(event, Held | Released))
        return next(held, False)

    @property
    def limit(self) -> TimeLimit:
        """How long it takes by its own rules, with what a teacher gave."""
        limit = self.own_limit
        for event in self.events:
            if isinstance(event, Extended):
                limit = limit.extend(event.minutes, event.elapsed)
        return limit

    @property
    def own_limit(self) -> TimeLimit:
        """How long it takes by its own rules alone."""
        return TimeLimit(self.begun.rules.find_limit(moment_of(self.begun.at)))

    @property
    def boot_id(self) -> str:
        """The name of the machine's start in which the last line was written."""
        resumed = (event.boot_id for event in reversed(self.events) if isinstance(event, Resumed))
        return next(resumed, self.begun.boot_id)

    @property
    def partial_bytes(self) -> int:
        """Bytes at the end of the file that are no whole line."""
        return self.file.partial_bytes

    @property
    def responses(self) -> dict[str, Response]:
        """Item id -> the last response to it. Responses that were taken back are left out."""
        found: dict[str, Response] = {}
        for event in self.events:
            if isinstance(event, Responded):
                found[event.item] = event.response
        return {item_id: response for item_id, response in found.items() if response}

    @property
    def flagged(self) -> frozenset[str]:
        """Ids of the items that the candidate has marked to look at them again."""
        found = {event.item: event.is_on for event in self.events if isinstance(event, Flagged)}
        return frozenset(item_id for item_id, is_on in found.items() if is_on)

    @property
    def items(self) -> dict[str, Item]:
        """Item id -> item, of all items on the paper and all that were asked later."""
        asked = (event.item for event in self.events if isinstance(event, ItemRecorded))
        return {item.id: item for item in (*self.begun.items, *asked)}

    @property
    def marks(self) -> dict[str, float]:
        """Item id -> its mark: as handed in for an exam, else the mark of the first response."""
        if end := self.handed_in:
            return end.marks
        found: dict[str, float] = {}
        for event in self.events:
            if isinstance(event, Responded) and event.mark is not None:
                # The first one counts: after it, the feedback has shown the answer.
                found.setdefault(event.item, event.mark)
        return found

    @property
    def elapsed(self) -> float:
        """Seconds on the exam's clock at the last event."""
        return self.events[-1].elapsed if self.events else 0.0

    @property
    def handed_in(self) -> HandedIn | None:
        """The event that ended the attempt; None while it is unfinished."""
        return find_end(self.events)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The differences between the exam's clock and the time of day."""
        return tuple(event for event in self.events if isinstance(event, Gap))

    @property
    def seconds(self) -> dict[str, float]:
        """Item id -> seconds it was on the screen, in all."""
        spent: dict[str, float] = {}
        here, since = "", 0.0
        for event in self.events:
            is_absence = isinstance(event, Resumed) or (isinstance(event, Gap) and event.why == "left")
            # After the candidate has left, the clock of the exam runs, but nobody looks at the item.
            if here and not is_absence:
                spent[here] = spent.get(here, 0.0) + event.elapsed - since
            here, since = event.item if isinstance(event, Seen) else here, event.elapsed
        return spent

    @property
    def last_seen(self) -> str:
        """Id of the item shown last; empty when none was."""
        return next((event.item for event in reversed(self.events) if isinstance(event, Seen)), "")

    def append(self, event: Event) -> None:
        """Add an event, and write it to the file.

        Raises:
            OpenElsewhereError: Another process has written to the file. Nothing is written.
            OSError: It could not be written. It counts all the same, and is written before the next one.
        """
        # Before the write, so that the answer stays on the screen if the disk is full for a moment.
        self.events.append(event)
        self.file.append(event)

    def append_or_drop(self, event: Event) -> None:
        """Add an event if it can be written.

        Raises:
            OpenElsewhereError: Another process has written to the file.
            OSError: It could not be written. It does not count, and is not written later.
        """
        try:
            self.append(event)
        except OSError:
            self.events.pop()
            self.file.drop_last()
            raise
