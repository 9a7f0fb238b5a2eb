"""The lines of an attempt file: what each kind of line says.

Only the shape of the lines is here. `attempt_file` seals and writes them, `attempts` derives responses, marks and times
from them. Each line is a fact that happened and is never changed, so a crash can lose the last line at most.
"""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, field

from game.core.clock import moment_of
from game.core.records import Record
from game.pack.kinds import Item, Response

FORMAT = 3
"""Version of the file format. A reader knows its own version and all earlier ones.

Format 2 added the boot clock, beats and resumed sessions, and attempts at a paper without its key: there, an item is
named by its number on the paper, and a response is the line that gives it, in the letters that the candidate was
shown. Format 3 added the lines of the teacher of a class, and with them lines after the end.
"""

MAX_SECONDS = 1e10
"""Three centuries. No clock differs by more, and every sum of such figures can still be written as a time."""

MIN_LIMIT_SECONDS = 1.0
"""A limit that is no longer than this is up at once. It is not 0, which means that there is none."""

MAX_TEXT_CHARACTERS = 1000
"""Of every text that names something. A longer one is an attack: no table and no page has room for it."""

MAX_EXTRA_MINUTES = 1440.0
"""By how much a teacher moves an end at once: a day."""

MAX_PAPER_ITEMS = 5000
"""Items of one attempt: above every bank that a paper could be drawn from."""

# The patterns end in (?!\n), for "$" alone also matches before a line break at the end.
AttemptId = Annotated[
    str,
    Meta(
        pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?!\n)$",
        # It becomes the name of a file, so only a UUID may pass: for JSON, "../../x" would be a valid id.
        description="UUID of the attempt.",
    ),
]
Seconds = Annotated[
    float, Meta(ge=0, le=MAX_SECONDS, description="Seconds of the exam gone by, by a clock that is never set.")
]
Moment = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?"
        r"(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)(?!\n)$",
        description="Date and time of day with its offset, as RFC 3339 has it.",
    ),
]
Worth = Annotated[float, Meta(ge=0, le=1)]
BootSeconds = Annotated[
    Annotated[float, Meta(ge=0, le=MAX_SECONDS)] | None,
    Meta(description="Clock since the machine was started, sleep included; null: it has none."),
]
Name = Annotated[str, Meta(max_length=MAX_TEXT_CHARACTERS)]
Candidate = Annotated[
    str,
    Meta(
        max_length=MAX_TEXT_CHARACTERS, description="Name or code of whoever answers; empty for the player of a tour."
    ),
]


GapWhy = Literal[
    "interrupted",
    "left",
    "suspended",
    "clock set back",
    "ended",
    "away",
    "away, unknown",
    "clock changed",
]
"""Why there is a gap. The first four are of format 1."""


class Rules(Record, frozen=True, kw_only=True):
    """The rules of an exam."""

    minutes: Annotated[float, Meta(ge=0, le=1e6, description="0 for no limit.")] = 0
    factor: Annotated[float, Meta(gt=0, le=1000, description="By how much the candidate's time is extended: 1.25.")] = 1
    open_book: bool = False
    pausable: bool = False
    hides_marks: Annotated[bool, Meta(description="Whether the candidate's sheet leaves the marks out.")] = False
    end: Annotated[str, Meta(max_length=40, description="When it ends for everybody; empty for no common end.")] = ""
    late: Annotated[float, Meta(ge=0, le=1e6, description="Minutes after the common beginning to begin in.")] = 0
    outage: Annotated[float, Meta(ge=0, le=1e6, description="Minutes that a machine may be away without cost.")] = 0

    @property
    def seconds(self) -> float:
        """How long the exam takes; 0 for no limit."""
        return self.minutes * 60 * self.factor

    def find_limit(self, began: datetime) -> float:
        """Seconds that an exam has which begins at some moment: up to its limit or its common end; 0 for no limit."""
        if not self.end:
            return self.seconds
        # More time for one candidate is also a later end, else it would be worth nothing to whoever begins late.
        extra = self.minutes * 60 * (self.factor - 1)
        to_end = max(MIN_LIMIT_SECONDS, (moment_of(self.end) - began).total_seconds() + extra)
        return min(self.seconds, to_end) if self.minutes else to_end


class AttemptLine(Record, frozen=True, kw_only=True, tag_field="type"):
    """Base of all lines after the first."""

    elapsed: Seconds
    at: Moment
    boot: BootSeconds = None


class Begun(Record, frozen=True, kw_only=True, tag_field="type", tag="begun"):
    """The first line: who takes which paper under which rules. It holds the items whole."""

    # Whole, not by id: a later edition of the pack must not change an exam that has begun, nor the marks of an old one.

    format: Annotated[int, Meta(ge=1, description="Of the file; without a default, so that it always stands there.")]
    attempt: AttemptId
    mode: Annotated[Literal["exam", "practice", "checkpoint"], Meta(description="Where the items were asked.")] = "exam"
    candidate: Candidate
    tour: Name
    bank: Annotated[Name, Meta(description="Digest of the bank the paper was drawn from.")]
    code: Annotated[Name, Meta(description="Code of the paper; empty when it has none.")]
    seed: Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
    is_shuffled: bool = True
    rules: Rules
    items: Annotated[tuple[Item, ...], Meta(max_length=MAX_PAPER_ITEMS)]
    visited: Annotated[
        tuple[Name, ...],
        Meta(max_length=MAX_PAPER_ITEMS, description="Ids of the rooms the candidate had been in."),
    ] = ()
    program: Annotated[Name, Meta(description="Version of the game.")]
    at: Moment
    boot: BootSeconds = None
    boot_id: Annotated[Name, Meta(description="Names this start of the machine, for this attempt alone.")] = ""
    paper: Annotated[
        Name, Meta(description="Hash of the paper without its key; empty where the items stand here whole.")
    ] = ""
    questions: Annotated[int, Meta(ge=0, le=MAX_PAPER_ITEMS, description="Questions of a paper without its key.")] = 0

    @property
    def is_keyless(self) -> bool:
        """Whether it is an attempt at a paper without its key, which only the teacher's exam file can mark."""
        return bool(self.paper)


class Seen(AttemptLine, frozen=True, kw_only=True, tag="seen"):
    """An item was shown."""

    item: Name


class ItemRecorded(AttemptLine, frozen=True, kw_only=True, tag="asked"):
    """A question that was added after the attempt began: practice and the doors choose questions one by one."""

    item: Item


class Responded(AttemptLine, frozen=True, kw_only=True, tag="responded"):
    """A response; an empty one takes an earlier response back."""

    item: Name
    response: Annotated[Response, Meta(max_length=1000)]
    mark: Annotated[Worth | None, Meta(description="0..1, where it was marked at once; null in an exam.")] = None
    raw: Annotated[Name, Meta(description="What was typed, where it is not the response itself.")] = ""


class Flagged(AttemptLine, frozen=True, kw_only=True, tag="flagged"):
    """The candidate marked an item to look at it again, or took the mark away."""

    item: Name
    is_on: bool


class Paused(AttemptLine, frozen=True, kw_only=True, tag="paused"):
    """The candidate stopped the clock; the rules allow it."""


class WentOn(AttemptLine, frozen=True, kw_only=True, tag="went-on"):
    """The clock runs again after a pause or an interruption."""


class Left(AttemptLine, frozen=True, kw_only=True, tag="left"):
    """The candidate closed the exam without handing in. The clock keeps running unless the rules allow a pause."""


class Beat(AttemptLine, frozen=True, kw_only=True, tag="beat"):
    """The program ran at this moment."""


class Resumed(AttemptLine, frozen=True, kw_only=True, tag="resumed"):
    """The exam was opened again."""

    program: Name = ""
    boot_id: Name = ""


class Gap(AttemptLine, frozen=True, kw_only=True, tag="gap"):
    """Time during which the exam was not open, or a difference between the clocks."""

    seconds: Annotated[
        float,
        Meta(
            ge=-MAX_SECONDS,
            le=MAX_SECONDS,
            description="By how much the wall's went further; negative when it was set back.",
        ),
    ]
    why: GapWhy


class HandedIn(AttemptLine, frozen=True, kw_only=True, tag="handed-in"):
    """The end of the attempt. Only a teacher's `Renamed` or `Reopened` may follow."""

    why: Literal["candidate", "time", "teacher"]
    marks: Annotated[
        dict[Name, Worth],
        Meta(max_length=MAX_PAPER_ITEMS, description="Item id -> its mark, 0..1; none for a paper without its key."),
    ] = field(default_factory=dict)


class TeacherLine(AttemptLine, frozen=True, kw_only=True):
    """Base of what a teacher does to an attempt from the board of a class.

    Only what the teacher's own machine has kept is believed: see ``game.classroom.evidence``.
    """


class Extended(TeacherLine, frozen=True, kw_only=True, tag="extended"):
    """More time; a negative number takes back what was given before."""

    minutes: Annotated[float, Meta(ge=-MAX_EXTRA_MINUTES, le=MAX_EXTRA_MINUTES)]
    gives_back: Annotated[bool, Meta(description="Whether it makes up for a time in which the class was not open.")] = (
        False
    )


class Held(TeacherLine, frozen=True, kw_only=True, tag="held"):
    """The clock stands, and nothing can be answered, whether or not the rules allow a pause."""


class Released(TeacherLine, frozen=True, kw_only=True, tag="released"):
    """The clock runs again after `Held`."""


class Renamed(TeacherLine, frozen=True, kw_only=True, tag="renamed"):
    """Whose attempt it is in truth. The order of the options stays that of the first name, and so do the rules."""

    candidate: Candidate


class Reopened(TeacherLine, frozen=True, kw_only=True, tag="reopened"):
    """The candidate had handed in by mistake and goes on. The clock has stood since then."""


Event = (
    Beat
    | Resumed
    | Seen
    | ItemRecorded
    | Responded
    | Flagged
    | Paused
    | WentOn
    | Left
    | Gap
    | HandedIn
    | Extended
    | Held
    | Released
    | Renamed
    | Reopened
)
AnyLine = Begun | Event
