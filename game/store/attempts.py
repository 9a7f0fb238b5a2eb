"""An attempt on file: JSON lines, only ever added to, each sealed with the line before it.

The first line says who sits which paper by what rules, the others what happened and when. Whatever ends the process, at
most the line being written is lost. A seal is the BLAKE2b of the seal before it and of the line, so a line that is
changed, taken out or put in breaks the chain: a change shows, though nobody is kept from making all seals anew; for
that the last one stands on the result sheet.
"""

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import msgspec
from msgspec import Meta

from game.core.digests import blake2b
from game.core.paths import file_stem
from game.core.records import Record
from game.pack.items import Item
from game.quiz import Response

FORMAT = 1
"""Of attempt files. A reader knows its own format and those before it."""

SUFFIX = ".attempt.jsonl"

Seconds = Annotated[float, Meta(ge=0, description="Seconds of the exam gone by, by a clock that is never set.")]
Moment = Annotated[str, Meta(description="Date and time of day with its offset, as RFC 3339 has it.")]


class Rules(Record, frozen=True, kw_only=True):
    """The rules an exam is sat by."""

    minutes: Annotated[float, Meta(ge=0, description="0 for no limit.")] = 0
    factor: Annotated[float, Meta(gt=0, description="By how much this candidate's time is extended: 1.25.")] = 1
    open_book: bool = False
    pausable: bool = False
    hides_marks: Annotated[bool, Meta(description="Whether the candidate's sheet leaves the marks out.")] = False

    @property
    def seconds(self) -> float:
        """How long the exam takes; 0 for no limit."""
        return self.minutes * 60 * self.factor


class AttemptLine(Record, frozen=True, kw_only=True, tag_field="type"):
    """Base of the lines after the first."""

    elapsed: Seconds
    at: Moment


class Begun(Record, frozen=True, kw_only=True, tag_field="type", tag="begun"):
    """Who sits which paper, by what rules. The items stand here whole, so that no later pack changes the exam."""

    format: Annotated[int, Meta(ge=1, description="Of the file; without a default, so that it always stands there.")]
    attempt: Annotated[str, Meta(description="UUID of the attempt.")]
    mode: Annotated[Literal["exam", "practice", "checkpoint"], Meta(description="Where the items were asked.")] = "exam"
    candidate: Annotated[str, Meta(description="Name or code of whoever answers; empty for the player of a tour.")]
    tour: str
    bank: Annotated[str, Meta(description="Digest of the bank the paper was drawn from.")]
    code: Annotated[str, Meta(description="Code of the paper; empty when it has none.")]
    seed: int
    is_shuffled: bool = True
    rules: Rules
    items: tuple[Item, ...]
    visited: Annotated[tuple[str, ...], Meta(description="Ids of the rooms the candidate had been in.")] = ()
    program: Annotated[str, Meta(description="Version of the game.")]
    at: Moment


class Seen(AttemptLine, frozen=True, kw_only=True, tag="seen"):
    """An item was shown."""

    item: str


class ItemRecorded(AttemptLine, frozen=True, kw_only=True, tag="asked"):
    """A question that was not known when the attempt began: practice and the doors ask as they go."""

    item: Item


class Responded(AttemptLine, frozen=True, kw_only=True, tag="responded"):
    """A response, or an empty one where an earlier one was taken back."""

    item: str
    response: Response
    mark: Annotated[float | None, Meta(description="0..1, where it was marked at once; null in an exam.")] = None


class Paused(AttemptLine, frozen=True, kw_only=True, tag="paused"):
    """The clock was stopped, as the rules allow."""


class WentOn(AttemptLine, frozen=True, kw_only=True, tag="went-on"):
    """The clock runs again: after a pause, or after the exam was interrupted."""


class Left(AttemptLine, frozen=True, kw_only=True, tag="left"):
    """The candidate went without handing in; unless the clock may be stopped, it goes on meanwhile."""


class Gap(AttemptLine, frozen=True, kw_only=True, tag="gap"):
    """Time that the exam's clock and the one on the wall do not agree on."""

    seconds: Annotated[float, Meta(description="By how much the wall's went further; negative when it was set back.")]
    why: Literal["interrupted", "left", "suspended", "clock set back"]


class HandedIn(AttemptLine, frozen=True, kw_only=True, tag="handed-in"):
    """The end: nothing can be added."""

    why: Literal["candidate", "time"]
    marks: Annotated[dict[str, float], Meta(description="Item id -> its mark, 0..1.")]


Event = Seen | ItemRecorded | Responded | Paused | WentOn | Left | Gap | HandedIn
AnyLine = Begun | Event


class DamagedError(ValueError):
    """A file that cannot be used as an attempt; its message says where and why."""


class ElsewhereError(OSError):
    """The file has grown since it was read: the same exam goes on in another window."""


class Attempt:
    """One candidate's exam as it stands on file."""

    def __init__(self, begun: Begun, path: Path) -> None:
        self.begun = begun
        self.path = path
        self.events: list[Event] = []
        self.seal = ""
        """Of the last line."""
        self.cut = 0
        """Bytes of a last line that was not written whole; they are dropped when the exam goes on."""
        self.size = 0
        """Bytes of its file, as far as this attempt knows."""
        self._unwritten: list[AnyLine] = []

    @property
    def responses(self) -> dict[str, Response]:
        """Item id -> the last response given; those taken back are not there."""
        found: dict[str, Response] = {}
        for event in self.events:
            if isinstance(event, Responded):
                found[event.item] = event.response
        return {item_id: response for item_id, response in found.items() if response}

    @property
    def items(self) -> dict[str, Item]:
        """Item id -> item: all that was on the paper, or was asked."""
        asked = (event.item for event in self.events if isinstance(event, ItemRecorded))
        return {item.id: item for item in (*self.begun.items, *asked)}

    @property
    def marks(self) -> dict[str, float]:
        """Item id -> its mark: of an exam that was handed in; else of the first response to it."""
        if end := self.handed_in:
            return end.marks
        found: dict[str, float] = {}
        for event in self.events:
            if isinstance(event, Responded) and event.mark is not None:
                found.setdefault(event.item, event.mark)
        return found

    @property
    def elapsed(self) -> float:
        """Seconds of the exam gone by."""
        return self.events[-1].elapsed if self.events else 0.0

    @property
    def handed_in(self) -> HandedIn | None:
        """How it ended; None while it has not."""
        last = self.events[-1] if self.events else None
        return last if isinstance(last, HandedIn) else None

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Where the clocks did not agree."""
        return tuple(event for event in self.events if isinstance(event, Gap))

    @property
    def seconds(self) -> dict[str, float]:
        """Item id -> for how long it was in sight, in all."""
        spent: dict[str, float] = {}
        here, since = "", 0.0
        for event in self.events:
            was_away = isinstance(event, Gap) and event.why == "left"
            if here and not was_away:
                spent[here] = spent.get(here, 0.0) + event.elapsed - since
            here, since = event.item if isinstance(event, Seen) else here, event.elapsed
        return spent

    @property
    def last_seen(self) -> str:
        """Id of the item that was in sight last; empty when none was."""
        return next((event.item for event in reversed(self.events) if isinstance(event, Seen)), "")

    def add(self, line: AnyLine) -> None:
        """Write a line and have the disk confirm it.

        Raises:
            ElsewhereError: Somebody else has written to the file; nothing more is.
            OSError: It could not be written; it counts all the same, and is written before the next one is.
        """
        if not isinstance(line, Begun):
            self.events.append(line)
        self._unwritten.append(line)
        while self._unwritten:
            data, seal = sealed(self._unwritten[0], self.seal)
            self._write(data + b"\n")
            self.seal = seal
            del self._unwritten[0]

    def _write(self, data: bytes) -> None:
        """Add bytes to the file, all of them or none."""
        with self.path.open("r+b", buffering=0) as file:
            end = file.seek(0, os.SEEK_END)
            if end != self.size:
                raise ElsewhereError(f"{self.path} goes on in another window")
            end -= self.cut
            file.truncate(end)
            self.cut = 0
            file.seek(end)
            try:
                if file.write(data) != len(data):
                    raise OSError("the disk is full")
                os.fsync(file.fileno())
            except OSError:
                file.truncate(end)
                self.size = end
                raise
            self.size = end + len(data)


def _stem(candidate: str) -> str:
    """What the name of a candidate's files begins with."""
    return file_stem(candidate) or "candidate"


def create(folder: Path, begun: Begun) -> Attempt:
    """A new attempt on file. Its name holds the candidate, the time and the start of its id, so no two are one.

    Raises:
        OSError: It could not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.fromisoformat(begun.at).strftime("%Y%m%d-%H%M%S")
    name = f"{_stem(begun.candidate)}-{stamp}-{begun.attempt[:8]}{SUFFIX}"
    attempt = Attempt(begun, folder / name)
    attempt.path.touch(exist_ok=False)
    attempt.add(begun)
    return attempt


def read(path: Path) -> Attempt:
    """An attempt from its file.

    Raises:
        DamagedError: What is in it is no attempt, or has been changed.
        OSError: It cannot be read.
    """
    data = path.read_bytes()
    whole, _, cut = data.rpartition(b"\n")
    attempt: Attempt | None = None
    seal = ""
    for number, raw in enumerate(whole.split(b"\n") if whole else (), start=1):
        line = _line(path, number, raw)
        expected = sealed(line, seal, raw)[1]
        found = raw[-18:-2].decode("ascii", "replace")
        if found != expected:
            changed = f"this line or one before it was changed: its seal is {found}, not {expected}"
            raise DamagedError(f"{path}:{number}: {changed}")
        seal = expected
        attempt = _joined(attempt, line, path, number)
    if attempt is None:
        raise DamagedError(f"{path}:1: this is no attempt: its first line is missing or not whole")
    attempt.seal, attempt.cut, attempt.size = seal, len(cut), len(data)
    return attempt


def _joined(attempt: Attempt | None, line: AnyLine, path: Path, number: int) -> Attempt:
    """The attempt with one more of its lines."""
    if isinstance(line, Begun):
        if attempt is not None:
            raise DamagedError(f"{path}:{number}: a second beginning; a file holds one attempt")
        return Attempt(line, path)
    if attempt is None:
        raise DamagedError(f"{path}:{number}: expected the beginning of an attempt, found what comes later")
    if attempt.handed_in:
        raise DamagedError(f"{path}:{number}: there is more after the exam was handed in")
    attempt.events.append(line)
    return attempt


def _line(path: Path, number: int, raw: bytes) -> AnyLine:
    try:
        head: Any = msgspec.json.decode(raw)
        if isinstance(head, dict) and isinstance(head.get("format"), int) and head["format"] > FORMAT:
            raise DamagedError(
                f"{path}:{number}: written by a later version (format {head['format']}; this knows {FORMAT})"
            )
        if not isinstance(head, dict) or not isinstance(head.pop("seal", None), str):
            raise DamagedError(f"{path}:{number}: expected a sealed line of an attempt")
        line: AnyLine = msgspec.convert(head, AnyLine)
    except (msgspec.MsgspecError, UnicodeDecodeError) as bad:
        raise DamagedError(f"{path}:{number}: this line cannot be read: {bad}") from None
    return line


def sealed(line: AnyLine, before: str, raw: bytes = b"") -> tuple[bytes, str]:
    """A line with its seal, as bytes, and the seal: 16 hex digits of the BLAKE2b of the seal before and the line.

    Args:
        line: What the line says.
        before: The seal of the line before; empty for the first.
        raw: The line as it stands in a file, to be sealed as it is there; empty to write it.
    """
    body = raw[: raw.rindex(b',"seal":"')] if raw and b',"seal":"' in raw else msgspec.json.encode(line)[:-1]
    seal = blake2b(before.encode() + body, digest_size=8).hexdigest()
    return body + b',"seal":"' + seal.encode() + b'"}', seal


class Waiting(NamedTuple):
    """What a folder holds of a candidate's attempts at a paper."""

    unfinished: tuple[Attempt, ...]
    """Not handed in, the latest first."""
    handed_in: tuple[Attempt, ...]
    damaged: tuple[str, ...]
    """Of the candidate's files that cannot be used: where and why."""


def waiting(folder: Path, candidate: str, code: str) -> Waiting:
    """The attempts of a candidate at a paper that can go on, and the candidate's files that cannot be read."""
    try:
        paths = sorted(folder.glob(f"*{SUFFIX}"), reverse=True)
    except OSError:
        paths = []
    found: list[Attempt] = []
    done: list[Attempt] = []
    damaged: list[str] = []
    for path in paths:
        try:
            attempt = read(path)
        except (DamagedError, OSError) as bad:
            if path.name.startswith(f"{_stem(candidate)}-"):
                damaged.append(str(bad))
            continue
        if attempt.begun.candidate == candidate and attempt.begun.code == code:
            (done if attempt.handed_in else found).append(attempt)
    return Waiting(tuple(found), tuple(done), tuple(damaged))
