"""A quiz session on the screen: its train, the question with its options, and the feedback."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from game.app.quiz_view import ItemStatus, Lines, OptionSign, QuizView
from game.art.quiz_train import DAY, NIGHT, NIGHT_256, CarriageStatus, draw_quiz_boxes, draw_quiz_train, find_pitch
from game.pack.kinds import Shown, describe_form
from game.pack.looks import StripKind
from game.prose.exam import format_span
from game.prose.questions import OPTION_LETTERS
from game.prose.screen_labels import PROOF_HEADING
from game.tui.widgets.block import Block
from game.tui.widgets.pixels import pack_pixels

if TYPE_CHECKING:
    from game.tui.base_app import StyledApp

MAX_QUESTION_COLUMNS = 104
"""Columns a question may have."""

MIN_ROWS_FOR_SPACING = 34
"""From this number of rows on, options have empty rows around them."""

MIN_ROWS_FOR_PIXELS = 3
"""Rows below which the train is drawn in characters."""

COLUMNS_PER_CAR = 4
"""Columns of a car in characters: the car in brackets, and the coupling."""

CLOCK_CELLS = 8
"""Columns of the shrinking bar beside the time."""

# A sign in addition to each colour: some people cannot distinguish the colours, and some terminals have none.
STATUS_SIGNS: dict[ItemStatus, str] = {"open": "·", "answered": "✓", "right": "✓", "part": "~", "wrong": "✗"}
GROUP = 10
"""Signs of questions that stand together where boxes have no room: ten can be counted at a look."""

TEN_STYLES: dict[CarriageStatus, str] = {
    "open": "$muted",
    "answered": "$khaki",
    "right": "$success",
    "part": "$gold",
    "wrong": "$error",
    "here": "bold reverse $gold",
}
BAR_COLOURS = {"right": "$success", "wrong": "$error", "note": "$fact"}


class SignLook(NamedTuple):
    """How an option with some sign looks."""

    colour: str
    bar: str
    tint: str = ""
    words: str = ""


OPTION_LOOKS: dict[OptionSign, SignLook] = {
    "plain": SignLook("$foreground", "$hairline"),
    "picked": SignLook("$gold", "$gold", "on $selected", "  ‹ your answer"),
    "right": SignLook("$success", "$success", "on $success 12%", "  ✓ right"),
    "wrong": SignLook("$error", "$error", "on $error 12%", "  ✗ your answer"),
}


class QuizTrain(Block):
    """A box for each question, in a train a carriage; if there is little room, in characters or as counts."""

    view: QuizView | None = None

    def __init__(self, *, strip: StripKind, id: str | None = None) -> None:
        super().__init__(id=id)
        self._has_train = strip == "train"

    def show(self, view: QuizView) -> None:
        """Show the progress of the session."""
        self.view = view
        self.repaint()

    def make_strips(self, width: int, height: int) -> list[Strip]:
        """The picture."""
        if self.view is None or not self.view.statuses or not height:
            return []
        app = cast("StyledApp", self.app)
        statuses: list[CarriageStatus] = list(self.view.statuses)
        if self.view.place < len(statuses) and statuses[self.view.place] in ("open", "answered"):
            statuses[self.view.place] = "here"
        if (
            app.has_pixels
            and height >= MIN_ROWS_FOR_PIXELS
            and find_pitch(len(statuses), width, has_train=self._has_train)
        ):
            paint = {"day": DAY, "night-256": NIGHT_256}.get(app.theme, NIGHT)
            draw = draw_quiz_train if self._has_train else draw_quiz_boxes
            return pack_pixels(draw(statuses, width, height, paint).rows)
        is_short = len(statuses) * COLUMNS_PER_CAR <= width
        tens = self._format_tens(statuses, width) if not is_short else []
        if tens and len(tens) <= height:
            return [Strip(row.render_segments(self.visual_style)).adjust_cell_length(width) for row in tens]
        row = Content(self._format_cars() if is_short else self._format_counts()).truncate(width)
        return [Strip.blank(width), Strip(row.render_segments(self.visual_style)).adjust_cell_length(width)]

    def _format_cars(self) -> str:
        """The boxes in characters, the question in sight in angle brackets."""
        view = cast(QuizView, self.view)
        cars = [
            f"<{STATUS_SIGNS[status]}>" if place == view.place else f"[{STATUS_SIGNS[status]}]"
            for place, status in enumerate(view.statuses)
        ]
        return ("-" if self._has_train else " ").join(cars)

    def _format_tens(self, statuses: list[CarriageStatus], width: int) -> list[Content]:
        """A sign for each question in groups of ten, the question in sight reversed."""
        view = cast(QuizView, self.view)
        signs = [
            Content.styled(STATUS_SIGNS[kept], TEN_STYLES[shown])
            for kept, shown in zip(view.statuses, statuses, strict=True)
        ]
        groups = [Content("").join(signs[first : first + GROUP]) for first in range(0, len(signs), GROUP)]
        in_row = max(1, (width - 1) // (GROUP + 1))
        return [Content(" ") + Content(" ").join(groups[at : at + in_row]) for at in range(0, len(groups), in_row)]

    def _format_counts(self) -> str:
        counts = Counter(cast(QuizView, self.view).statuses)
        return ", ".join(f"{number} {status}" for status, number in counts.items())


class QuestionCard(Block):
    """The question, its options, and the feedback."""

    view: QuizView | None = None
    notice: Lines = ()
    """Other messages of the last line."""
    _is_spaced = False
    """Whether options have empty rows around them."""

    def show(self, view: QuizView, notice: Lines) -> None:
        """Show the question in sight."""
        self.view, self.notice = view, notice
        self.repaint()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All its lines at that width."""
        return max(1, len(self.make_strips(width, 0)))

    @property
    def _rows_in_sight(self) -> int:
        """How many rows of the card can be seen at once."""
        return cast(Widget, self.parent).scrollable_content_region.height

    def make_rows(self, width: int) -> list[Content]:
        """From the question to the feedback."""
        if self.view is None:
            return []
        width = min(width, MAX_QUESTION_COLUMNS)
        self._is_spaced = self.screen.size.height >= MIN_ROWS_FOR_SPACING
        rows = list(self._render_question(width)) if self.view.shown else []
        # Question, options and how to answer are seen together: the space around options gives way first.
        others = 1 if self.view.feedback else len(self.notice) + bool(self.notice)
        if self._is_spaced and len(rows) + others > self._rows_in_sight:
            self._is_spaced = False
            rows = list(self._render_question(width))
        for lines in (self.view.feedback, self.notice):
            rows += [Content("")] if lines and rows else []
            rows += self._render_lines(lines, width)
        return rows

    def _render_question(self, width: int) -> Iterator[Content]:
        view = cast(QuizView, self.view)
        shown = view.shown
        if shown is None:
            return
        yield from Content.styled(shown.item.stem, "bold $foreground").wrap(width)
        yield Content("")
        if describe_form(shown.item).has_proof:
            yield from self._render_options(shown, view, width)
            yield from Content.styled(PROOF_HEADING, "$muted").wrap(width)
            yield from self._render_numbered(shown, view, width)
        else:
            yield from self._render_numbered(shown, view, width)
            yield from self._render_options(shown, view, width)
        if not view.feedback:
            yield from Content.styled(view.help, "$muted").wrap(width)

    def _render_numbered(self, shown: Shown, view: QuizView, width: int) -> Iterator[Content]:
        for number, (text, sign) in enumerate(zip(shown.rows, view.row_signs, strict=True), start=1):
            yield from self._render_row(str(number), text, sign, width)
        if shown.rows and not shown.reasons:
            yield Content("")

    def _render_options(self, shown: Shown, view: QuizView, width: int) -> Iterator[Content]:
        for letter, text, sign in zip(OPTION_LETTERS, shown.options, view.option_signs, strict=False):
            row = self._render_row(letter, text, sign, width, line=letter.lower())
            # If there is room, an option is a block of three rows: easier to click.
            if self._is_spaced:
                blank = _render_blank(sign, width)
                yield from (blank, *row, blank, Content(""))
            else:
                yield from row
        if shown.options and not self._is_spaced:
            yield Content("")

    @staticmethod
    def _render_row(mark: str, text: str, sign: OptionSign, width: int, *, line: str = "") -> Iterator[Content]:
        """A row with a bar before it. A sign has a mark and words, and not only a colour.

        Args:
            mark: The letter or the number.
            text: The option, or the text of the row.
            sign: Its sign.
            width: Columns.
            line: The line that a click sends; empty if a click does nothing.
        """
        look = OPTION_LOOKS[sign]
        ground = look.tint or ("on $surface" if line else "")
        body = Content.assemble((f" {mark}  ", f"bold {look.colour}"), (text, look.colour))
        body += Content.styled(look.words, f"bold {look.colour}")
        if line:
            body = body.stylize(Style.from_meta({"line": line}))
        for place, part in enumerate(body.wrap(width - 2)):
            indent = "    " if place else ""
            padded = (Content(indent) + part).pad_right(max(0, width - 1 - len(indent) - part.cell_length))
            yield Content.styled("▎", look.bar) + (padded.stylize_before(ground) if ground else padded)

    def _render_lines(self, lines: Lines, width: int) -> Iterator[Content]:
        """Words with a bar before them."""
        for line in lines:
            colour = {"right": "$success", "wrong": "$error", "refused": "$khaki", "source": "$muted"}.get(
                line.role, ""
            )
            sign = {"right": "✓ ", "wrong": "✗ "}.get(line.role, "")
            style = f"bold {colour}" if line.role in ("right", "wrong", "heading", "title") else colour or "$foreground"
            for row in Content.styled(f"{sign}{line.text}", style.strip()).wrap(width - 3):
                yield Content.styled("▎ ", BAR_COLOURS.get(line.role, "$fact")) + row


def _render_blank(sign: OptionSign, width: int) -> Content:
    """An empty row of an option, in its colours."""
    look = OPTION_LOOKS[sign]
    return Content.styled("▎", look.bar) + Content.styled(" " * (width - 1), look.tint or "on $surface")


def format_clock(view: QuizView) -> str:
    """The time, with a shrinking bar; empty if there is no limit."""
    if view.seconds_left is None:
        return ""
    share = max(0.0, view.seconds_left) / view.limit_seconds if view.limit_seconds else 0.0
    cells = round(CLOCK_CELLS * share)
    return f"{format_span(view.seconds_left)} {'━' * cells}{'─' * (CLOCK_CELLS - cells)}"
