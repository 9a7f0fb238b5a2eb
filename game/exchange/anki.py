"""An Anki deck package. A question keeps its note: when it is edited and imported again, Anki updates it in place.

The ids below are constants: another model, or another list of fields, would make every note a conflict.
"""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import assert_never

from game.core.digests import blake2b
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


def write(exported: Exported) -> bytes:
    """A package that Anki opens."""
    import genanki

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
        deck.add_note(
            genanki.Note(
                model=model,
                fields=list(_write_fields(question)),
                guid=make_guid(exported.tour, question.id),
                # genanki refuses a tag with a space: Anki separates tags by spaces.
                tags=[tag.replace(" ", "-") for tag in question.tags],
            )
        )
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
    if any(option.because for option in question.options):
        yield words.WITHOUT_FEEDBACK_ON_WRONG
    if question.kind == "multiple":
        yield words.LEARNER_JUDGES


def _write_fields(question: NeutralQuestion) -> Iterator[str]:
    yield question.id
    yield _escape_html(question.asked)
    yield _write_options(question)
    yield _escape_html(question.right)
    yield _escape_html(question.feedback)
    yield _escape_html(question.source)


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
            rights = " / ".join(sorted({_escape_html(right) for _, right in question.pairs}))
            return "<br>".join([*(f"– {_escape_html(left)}" for left, _ in question.pairs), rights])
        case "number" | "short":
            return ""
        case _:
            assert_never(question.kind)


def _escape_html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
