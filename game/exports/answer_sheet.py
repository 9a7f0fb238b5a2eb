"""The answer sheet of a printed paper: a page with a place for each answer, so that the questions can be used again.

What is ticked has its letters to tick; an order, pairs, a figure or words have a line. Whoever marks lays the key
beside one column instead of turning pages.
"""

from collections.abc import Iterator, Sequence
from html import escape

from game.pack.kinds import Shown, describe_form
from game.prose import paper_labels as labels
from game.prose.questions import OPTION_LETTERS

LINE = "____________________"

SHEET_STYLE = """
.sheet { columns: 2; column-gap: 2.5em; } .sheet p { break-inside: avoid; margin: 0; min-height: 2em; }
.sheet b { display: inline-block; min-width: 2.2em; } .sheet i { font-style: normal; margin-right: .55em; }
.sheet u { display: inline-block; width: 1.15em; text-align: center; text-decoration: none; }
.sheet u { border: 1px solid #000; border-radius: 50%; margin-right: .35em; }
.sheet span, .evidence span { display: inline-block; width: 9em; border-bottom: 1px solid #000; }
.evidence { font-size: .9em; margin-top: .5em; } .evidence span { width: 55%; }
"""


def list_choices(shown: Shown) -> str:
    """The letters of which one or some are ticked; empty where a line is written."""
    form = describe_form(shown.item)
    is_letters = form.is_one_key or form.instruction == "all-letters"
    return OPTION_LETTERS[: len(shown.options)].upper() if is_letters else ""


def write_markdown_sheet(shown: Sequence[Shown]) -> Iterator[str]:
    """The places for all answers of a version."""
    for place, each in enumerate(shown, start=1):
        letters, unit = list_choices(each), describe_form(each.item).unit
        boxes = "  ".join(f"( ) {letter}" for letter in letters)
        yield f"{place}. {boxes or f'{LINE} {unit}'.rstrip()}"


def write_html_sheet(shown: Sequence[Shown]) -> Iterator[str]:
    """The places for all answers of a version, in two columns."""
    yield '<div class="sheet">\n'
    for place, each in enumerate(shown, start=1):
        letters, unit = list_choices(each), describe_form(each.item).unit
        boxes = "".join(f"<u>{letter}</u>" for letter in letters)
        yield f"<p><b>{place}.</b>{boxes or f'<span></span> {escape(unit)}'}</p>\n"
    yield "</div>\n"


def write_html_evidence() -> str:
    """The line on which a candidate names the place that proves the answer."""
    return f'<p class="evidence">{labels.EVIDENCE} <span></span></p>'


def write_markdown_evidence() -> tuple[str, str]:
    """The same, in Markdown."""
    return (f"{labels.EVIDENCE} {LINE}{LINE}", "")
