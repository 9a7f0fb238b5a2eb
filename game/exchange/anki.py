"""An Anki deck package. A question keeps its note: when it is edited and imported again, Anki updates it in place.

The ids below are constants: another model, or another list of fields, would make every note a conflict.
"""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import assert_never

from game.core.digests import blake2b
from game.exchange.anki_times import NoteTimes
from game.exchange.exported import Exported
from game.pack.kinds.neutral import NeutralQuestion
from game.prose import format_losses as words

MODEL_ID, DECK_ID = 1_421_097_321, 1_421_097_322
"""Numbers of 31 bits."""

NOTE_FIELDS = ("QID", "Stem", "Options", "Answer", "Feedback", "Source")
"""The id is first, because Anki sorts and finds duplicates by the first field. Add new fields before the source."""

FRONT_TEMPLATE = '<div class="stem">{{Stem}}</div>{{#Options}}<div class="options">{{Options}}</div>{{/Options}}'
BACK_TEMPLATE = (
    '{{FrontSide}}<hr id="answer"><div class="answer">{{Answer}}</div><div>{{Feedback}}</div>'
    '<div class="source">{{Source}}</div>'
)
CARD_STYLE = """
.card { font-family: Georgia, serif; font-size: 20px; text-align: left; max-width: 34em; margin: 1em auto; }
.options { margin-top: .8em; } .answer { font-weight: bold; margin: .6em 0; } .source { font-size: .8em; opacity: .75; }
"""


TOLERANCE, ALSO = "± ", "also: "
"""What the lines below an answer begin with: its tolerance, and other accepted forms."""


def write(exported: Exported) -> bytes:
    """A package that Anki opens, each note changed on the day on which the pack was."""
    return _write_deck(exported, {})


def write_kept(exported: Exported, times: NoteTimes, now: int) -> bytes:
    """A package in which each note has the time at which it last changed.

    Args:
        exported: The questions.
        times: Of earlier exports; they are renewed, and not yet saved.
        now: Seconds since 1970.
    """
    first = int(find_change_time(exported))
    changed = {}
    for question in exported.questions:
        guid = make_guid(exported.tour, question.id)
        changed[question.id] = times.find_time(guid, (*_write_fields(question), *question.tags), first, now)
    return _write_deck(exported, changed)


def _write_deck(exported: Exported, changed: Mapping[str, int]) -> bytes:
    import genanki

    class TimedNote(genanki.Note):  # type: ignore[misc]  # genanki brings no types
        """A note with a time of its own."""

        changed = 0

        def write_to_db(self, cursor: object, timestamp: float, *more: object) -> None:
            super().write_to_db(cursor, self.changed or timestamp, *more)

    # Written to a file and read again: genanki cannot write into memory.
    model = genanki.Model(
        MODEL_ID,
        "21 Carriages",
        fields=[{"name": name} for name in NOTE_FIELDS],
        templates=[{"name": "Question", "qfmt": FRONT_TEMPLATE, "afmt": BACK_TEMPLATE}],
        css=CARD_STYLE,
        sort_field_index=0,
    )
    deck = genanki.Deck(DECK_ID, exported.title)
    for question in exported.questions:
        note = TimedNote(
            model=model,
            fields=list(_write_fields(question)),
            guid=make_guid(exported.tour, question.id),
            # genanki refuses a tag with a space: Anki separates tags by spaces.
            tags=[tag.replace(" ", "-") for tag in question.tags],
        )
        note.changed = changed.get(question.id, 0)
        deck.add_note(note)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        genanki.Package(deck).write_to_file(str(path), timestamp=find_change_time(exported))
        return path.read_bytes()


def make_guid(tour: str, item_id: str) -> str:
    """The id by which Anki knows a note: made from the ids of tour and question, not from their text."""
    # genanki hashes all fields by default: then an edited question would come back as a second note.
    return blake2b(f"{tour}:{item_id}".encode(), digest_size=8).hexdigest()


def find_change_time(exported: Exported) -> float:
    """When the questions last changed, in seconds since 1970. Anki replaces a note only by a newer one."""
    # genanki stamps the time of the export. With the time of the content, an export of old questions replaces nothing
    # newer.
    day = exported.revised or "2023-09-12"
    return datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()


def list_losses(question: NeutralQuestion) -> Iterator[str]:
    """What Anki cannot carry of a question."""
    if question.kind in ("number", "short") and not all(option.is_right for option in question.options):
        yield words.LIKELY_WRONG_LEFT_OUT
    elif any(option.because for option in question.options):
        yield words.WITHOUT_FEEDBACK_ON_WRONG
    if question.kind == "multiple":
        yield words.LEARNER_JUDGES


def _write_fields(question: NeutralQuestion) -> Iterator[str]:
    yield question.id
    yield _escape_html(question.asked)
    yield _write_options(question)
    yield "<br>".join(map(_escape_html, _list_answers(question)))
    yield _escape_html(question.feedback)
    yield _escape_html(question.source)


def _list_answers(question: NeutralQuestion) -> Iterator[str]:
    """The right answer, then what else is right: the learner judges by it."""
    yield question.right
    if question.kind == "number" and float(question.tolerance):
        yield f"{TOLERANCE}{question.tolerance}"
    if question.kind == "short":
        yield from (f"{ALSO}{option.text}" for option in question.options[1:] if option.is_right)


def _write_options(question: NeutralQuestion) -> str:
    match question.kind:
        case "true-false":
            return "True or false?"
        case "choice" | "multiple":
            lettered = zip("ABCDEFGH", question.options, strict=False)
            return "<br>".join(f"{letter}) {_escape_html(option.text)}" for letter, option in lettered)
        case "order":
            # Sorted, because the order of the steps in the item is the answer.
            return "<br>".join(f"– {_escape_html(step)}" for step in sorted(question.steps))
        case "match":
            rights = write_rights([right for _, right in question.pairs])
            return "<br>".join([*(f"– {_escape_html(left)}" for left, _ in question.pairs), rights])
        case "number" | "short":
            return ""
        case _:
            assert_never(question.kind)


def write_rights(rights: Iterable[str]) -> str:
    """The right sides of pairs, each once, in an order that tells nothing."""
    return " / ".join(sorted({_escape_html(right) for right in rights}))


def _escape_html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
