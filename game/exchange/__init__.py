"""Formats of other programs: what each is called, what writes it, and what it cannot carry."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from game.exchange import anki, gift, h5p, moodle, qti, sheets, tables
from game.exchange.exported import Exported, collect_questions
from game.pack.kinds.neutral import Question

__all__ = ["FORMATS", "Exported", "Format", "Loss", "Question", "collect_questions", "lost"]


class Loss(NamedTuple):
    """What becomes of one question that a format cannot carry whole."""

    question_id: str
    """Empty for what is lost of all."""
    text: str


class Format(NamedTuple):
    """A format."""

    suffix: str
    """What a file's name ends in, if nobody says."""
    about: str
    write: Callable[[Exported], bytes]
    losses: Callable[[Question], Iterator[str]]
    general: str = ""
    """What it carries of no question."""
    most: int = 0
    """Questions a file may have; 0 for any number."""

    @property
    def endings(self) -> tuple[str, ...]:
        """What a file's name may end in."""
        last = f".{self.suffix.rpartition('.')[2]}"
        return (last, ".gift") if self.suffix == ".gift.txt" else (last,)


FORMATS: dict[str, Format] = {
    "gift": Format(".gift.txt", "Moodle and others, as text", gift.write, gift.losses),
    "moodle-xml": Format(".xml", "Moodle's question bank", moodle.write, moodle.losses),
    "qti21": Format(".zip", "QTI 2.1 package", qti.write_21, qti.losses),
    "qti30": Format(".zip", "QTI 3.0 package", qti.write_30, qti.losses),
    "anki": Format(".apkg", "Anki deck", anki.write, anki.losses),
    "kahoot": Format(
        ".xlsx", "Kahoot spreadsheet", sheets.kahoot, sheets.kahoot_losses, "feedback and source", sheets.KAHOOT_ROWS
    ),
    "wayground": Format(".xlsx", "Wayground spreadsheet", sheets.wayground, sheets.wayground_losses),
    "h5p": Format(".h5p", "H5P Question Set", h5p.write, h5p.losses),
    "csv": Format(".csv", "a table", tables.write_csv, tables.csv_losses),
    "json": Format(".json", "all there is, for programs", tables.write_json, tables.no_losses),
    "markdown": Format(".md", "to be read", tables.write_markdown, tables.no_losses),
}
"""Name -> format."""


def lost(made: Exported, name: str) -> tuple[Loss, ...]:
    """What the format cannot carry, question by question."""
    chosen = FORMATS[name]
    found = [Loss("", f"no question keeps its {chosen.general}")] if chosen.general else []
    found += [Loss(question.id, text) for question in made.questions for text in chosen.losses(question)]
    if chosen.most:
        out = {loss.question_id for loss in found if loss.text.startswith("left out")}
        kept = [question for question in made.questions if question.id not in out]
        found += [Loss(q.id, f"left out: a file holds {chosen.most} questions") for q in kept[chosen.most :]]
    return tuple(found)
