"""Questions as they were read from a file of another program, before anyone asks whether they can be items."""

import re
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from game.exchange.draft_ids import make_id
from game.pack.kinds.neutral import Option, Shape
from game.pack.marking.modes import MODES, Mode


class Trouble(NamedTuple):
    """Something in a file that cannot be used."""

    path: Path
    line: int
    """From 1."""
    column: int
    """From 1."""
    text: str
    question_id: str = ""
    """Empty where it has none yet."""

    def __str__(self) -> str:
        named = f"{self.question_id}: " if self.question_id else ""
        return f"{self.path}:{self.line}:{self.column}: {named}{self.text}"


class Draft(Struct, kw_only=True):
    """A question as it was read. It is not frozen, because readers fill it field by field."""

    line: int
    column: int = 1
    path: Path | None = None
    """The file inside of a package; None for a file that holds its questions itself."""
    id: str = ""
    kind: Shape = "choice"
    origin: str = ""
    """The kind of item it was made from, where the file says so."""
    stem: str = ""
    options: list[Option] = []
    is_true: bool = False
    tolerance: str = "0"
    unit: str = ""
    spelling: Mode | None = None
    """How an answer in words is compared, where the file says so."""
    steps: list[str] = []
    pairs: list[tuple[str, str]] = []
    proofs: list[Option] = []
    """The options of the question for the fact that proves the answer."""
    feedback: str = ""
    facts: list[str] = []
    level: str = "1"
    skill: str = "recall"
    room: str = ""
    topics: list[str] = []
    changes: list[str] = []
    """What is otherwise here than in the file, in words."""

    def add_tag(self, tag: str) -> None:
        """Set the field that a tag names."""
        name, _, value = tag.partition("-")
        match name:
            case "kind":
                self.origin = value
            case "level":
                self.level = value
            case "skill":
                self.skill = value
            case "room":
                self.room = value
            case "fact":
                self.facts.append(value)
            case "spelling" if value in MODES:
                self.spelling = value
            case _:
                # Any other word is a topic: teachers choose their own tags.
                self.topics.append(value if name == "topic" else tag)


def add_foreign_tag(draft: Draft, tag: str) -> None:
    """Take a tag: one of ours as it is, another one in a form that a pack takes."""
    known = tag if re.fullmatch(r"[a-z][a-z0-9-]*", tag) else make_id(tag)
    if known:
        draft.add_tag(known)
