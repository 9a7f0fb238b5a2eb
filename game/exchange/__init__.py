"""Formats of other programs: the name of each, the function that writes it, and what it cannot carry.

Each format is a module with a writer and a list of losses. Losses are found from the question and not from the written
file, so that a teacher can read them before anything is written. No format imports another: their limits change with
the programs that read them, one at a time.

Words:
    question, loss: an item as other programs know it; what a format cannot carry
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from game.exchange import anki, gift, h5p, moodle, qti, sheets, tables
from game.exchange.exported import Exported, collect_questions, spread
from game.pack.kinds.neutral import NeutralQuestion
from game.prose import format_losses as words

__all__ = ["FORMATS", "Exported", "Format", "Loss", "NeutralQuestion", "collect_questions", "list_losses"]


class Loss(NamedTuple):
    """What a format cannot carry of one question."""

    question_id: str
    """Empty if every question loses it."""
    text: str


class Format(NamedTuple):
    """A file format of another program."""

    suffix: str
    """Default ending of a file's name."""
    about: str
    write: Callable[[Exported], bytes]
    losses: Callable[[NeutralQuestion], Iterator[str]]
    general: str = ""
    """What it loses of every question; empty if nothing."""
    max_questions: int = 0
    """Questions a file may have; 0 for any number."""

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings that a file's name may have."""
        last = f".{self.suffix.rpartition('.')[2]}"
        return (last, ".gift") if self.suffix == ".gift.txt" else (last,)


FORMATS: dict[str, Format] = {
    "gift": Format(".gift.txt", words.FORMAT_TEXTS["gift"], gift.write, gift.list_losses),
    "moodle-xml": Format(".xml", words.FORMAT_TEXTS["moodle-xml"], moodle.write, moodle.list_losses),
    "qti21": Format(".zip", words.FORMAT_TEXTS["qti21"], qti.write_21, qti.list_losses),
    "qti30": Format(".zip", words.FORMAT_TEXTS["qti30"], qti.write_30, qti.list_losses),
    "anki": Format(".apkg", words.FORMAT_TEXTS["anki"], anki.write, anki.list_losses),
    "kahoot": Format(
        ".xlsx",
        words.FORMAT_TEXTS["kahoot"],
        sheets.write_kahoot,
        sheets.list_kahoot_losses,
        words.FEEDBACK_AND_SOURCE,
        sheets.MAX_KAHOOT_QUESTIONS,
    ),
    "wayground": Format(".xlsx", words.FORMAT_TEXTS["wayground"], sheets.write_wayground, sheets.list_wayground_losses),
    "h5p": Format(".h5p", words.FORMAT_TEXTS["h5p"], h5p.write, h5p.list_losses),
    "csv": Format(".csv", words.FORMAT_TEXTS["csv"], tables.write_csv, tables.list_csv_losses),
    "json": Format(".json", words.FORMAT_TEXTS["json"], tables.write_json, tables.list_no_losses),
    "markdown": Format(".md", words.FORMAT_TEXTS["markdown"], tables.write_markdown, tables.list_no_losses),
}
"""Name -> format."""


def list_losses(made: Exported, name: str) -> tuple[Loss, ...]:
    """What the format cannot carry, question by question."""
    chosen = FORMATS[name]
    found = [Loss("", words.render_general_loss(chosen.general))] if chosen.general else []
    found += [Loss(question.id, text) for question in made.questions for text in chosen.losses(question)]
    if chosen.max_questions:
        # Questions that are left out take no row, so they do not count for the limit of a file.
        out = {loss.question_id for loss in found if loss.text.startswith(words.LEFT_OUT)}
        fitting = [question for question in made.questions if question.id not in out]
        kept = {question.id for question in spread(fitting, chosen.max_questions)}
        full = words.render_left_out(words.describe_full_file(chosen.max_questions))
        found += [Loss(question.id, full) for question in fitting if question.id not in kept]
    return tuple(found)
