"""A quiz session on the screen: its train, the question with its options, and what is said of the answer."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style

from game.app.quiz_view import ItemStatus, QuizView
from game.art.quiz_train import DAY, NIGHT, NIGHT_256, CarriageStatus, draw_quiz_train, pitch_of
from game.pack.kinds import describe_form, list_picked_options
from game.prose.exam import format_span
from game.prose.lines import Line
from game.prose.questions import LETTERS
from game.prose.screen_labels import PROOF_HEADING
from game.tui.widgets.block import Block
from game.tui.widgets.pixels import pack_pixels

if TYPE_CHECKING:
    from game.tui.base_app import StyledApp

MAX_QUESTION_COLUMNS = 104
"""Columns a question may have."""

MIN_ROWS_FOR_SPACING = 34
"""Rows of the screen from which options have empty rows around them."""

MIN_ROWS_FOR_PIXELS = 3
"""Rows below which the train is drawn in characters."""

COLUMNS_PER_CAR = 4
"""Of the train in characters: a car in its brackets, and the coupling."""

# A sign beside each colour: not everybody tells the colours apart, and some terminals have none.
SIGNS: dict[ItemStatus, str] = {"open": "·", "answered": "✓", "right": "✓", "part": "~", "wrong": "✗"}
BARS = {"right": "$success", "wrong": "$error", "note": "$fact"}


class QuizTrain(Block):
    """A train with one carriage for each question; in characters or as counts where there is little room."""

    view: QuizView | None = None

    def show(self, view: QuizView) -> None:
        """Show how the session goes."""
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
        if app.has_pixels and height >= MIN_ROWS_FOR_PIXELS and pitch_of(len(statuses), width):
            paint = {"day": DAY, "night-256": NIGHT_256}.get(app.theme, NIGHT)
            return pack_pixels(draw_quiz_train(statuses, width, height, paint).rows)
        is_short = len(statuses) * COLUMNS_PER_CAR <= width
        row = Content(self._format_cars() if is_short else self._format_counts()).truncate(width)
        return [Strip.blank(width), Strip(row.render_segments(self.visual_style)).adjust_cell_length(width)]

    def _format_cars(self) -> str:
        """The train in characters, the question in sight in angle brackets."""
        view = cast(QuizView, self.view)
        cars = [
            f"<{SIGNS[status]}>" if place == view.place else f"[{SIGNS[status]}]"
            for place, status in enumerate(view.statuses)
        ]
        return "-".join(cars)

    def _format_counts(self) -> str:
        counts = Counter(cast(QuizView, self.view).statuses)
        return ", ".join(f"{number} {status}" for status, number in counts.items())


class QuestionCard(Block):
    """The question, its options, and what is said of the answer."""

    view: QuizView | None = None
    notice: tuple[Line, ...] = ()
    """What the last line brought besides."""

    def show(self, view: QuizView, notice: tuple[Line, ...]) -> None:
        """Show the question in sight."""
        self.view, self.notice = view, notice
        self.repaint()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All its lines at that width."""
        return max(1, len(self.make_strips(width, 0)))

    @property
    def _is_spaced(self) -> bool:
        return self.screen.size.height >= MIN_ROWS_FOR_SPACING

    def make_rows(self, width: int) -> list[Content]:
        """From the question to the feedback."""
        if self.view is None:
            return []
        width = min(width, MAX_QUESTION_COLUMNS)
        rows = list(self._question(width)) if self.view.shown else []
        for said in (self.view.feedback, self.notice):
            rows += [Content(""), *self._said(said, width)] if said and rows else self._said(said, width)
        return rows

    def _question(self, width: int) -> Iterator[Content]:
        view = cast(QuizView, self.view)
        shown = view.shown
        if shown is None:
            return
        yield from Content.styled(shown.item.stem, "bold $foreground").wrap(width)
        yield Content("")
        if describe_form(shown.item).has_proof:
            yield from self._options(view, width)
            yield from Content.styled(PROOF_HEADING, "$muted").wrap(width)
            yield from self._numbered(view, width)
        else:
            yield from self._numbered(view, width)
            yield from self._options(view, width)
        if not view.feedback:
            yield from Content.styled(view.help, "$muted").wrap(width)

    def _numbered(self, view: QuizView, width: int) -> Iterator[Content]:
        shown = view.shown
        for number, text in enumerate(shown.rows if shown else (), start=1):
            sign = ""
            if view.key and shown and shown.reasons:
                sign = self._sign(shown.reasons[number - 1], view.response[1:2], view.key[1:2])
            yield from self._row(str(number), text, sign, width)
        if shown and shown.rows and not shown.reasons:
            yield Content("")

    def _options(self, view: QuizView, width: int) -> Iterator[Content]:
        shown = view.shown
        for letter, text in zip(LETTERS, shown.options if shown else (), strict=False):
            sign = ""
            if shown:
                picked, right = (list_picked_options(shown.item, given) for given in (view.response, view.key))
                sign = self._sign(text, picked, right)
            yield from self._row(letter, text, sign, width, is_line=True)
        if shown and shown.options and not self._is_spaced:
            yield Content("")

    @staticmethod
    def _sign(text: str, response: tuple[str, ...], key: tuple[str, ...]) -> str:
        """How an option stands: right, wrong, picked; empty while nothing is said of it."""
        if text in key:
            return "right"
        if text in response:
            return "wrong" if key else "picked"
        return ""

    def _row(self, mark: str, text: str, sign: str, width: int, *, is_line: bool = False) -> Iterator[Content]:
        """An option with a bar before it; what is said of it is said by a sign and by words, not by colour alone."""
        told = {"right": "  ✓ right", "wrong": "  ✗ your answer", "picked": "  ‹ your answer"}.get(sign, "")
        colour = {"right": "$success", "wrong": "$error", "picked": "$gold"}.get(sign, "$foreground")
        tint = {"right": " on $success 12%", "wrong": " on $error 12%", "picked": " on $selected"}
        ground = tint.get(sign, " on $surface" if is_line else "")
        bar = {"right": "$success", "wrong": "$error", "picked": "$gold"}.get(sign, "$hairline")
        body = Content.assemble((f" {mark}  ", f"bold {colour}"), (text, colour), (told, f"bold {colour}"))
        if is_line:
            body = body.stylize(Style.from_meta({"line": mark.lower()}))
        blank = Content.styled("▎", bar) + Content.styled(" " * (width - 1), ground.strip() or "$foreground")
        if is_line and self._is_spaced:
            yield blank
        for place, line in enumerate(body.wrap(width - 2)):
            indent = "" if not place else "    "
            padded = (Content(indent) + line).pad_right(max(0, width - 1 - len(indent) - line.cell_length))
            yield Content.styled("▎", bar) + (padded.stylize_before(ground.strip()) if ground else padded)
        if is_line and self._is_spaced:
            yield blank
            yield Content("")

    def _said(self, lines: tuple[Line, ...], width: int) -> Iterator[Content]:
        """Words with a bar before them."""
        for line in lines:
            colour = {"right": "$success", "wrong": "$error", "refused": "$khaki", "source": "$muted"}.get(
                line.role, ""
            )
            sign = {"right": "✓ ", "wrong": "✗ "}.get(line.role, "")
            style = f"bold {colour}" if line.role in ("right", "wrong", "heading", "title") else colour or "$foreground"
            for row in Content.styled(f"{sign}{line.text}", style.strip()).wrap(width - 3):
                yield Content.styled("▎ ", BARS.get(line.role, "$fact")) + row


def clock(view: QuizView) -> str:
    """The time, with a line that shrinks; empty where there is no limit."""
    if view.seconds_left is None:
        return ""
    cells = round(8 * max(0.0, view.seconds_left) / view.limit_seconds) if view.limit_seconds else 0
    return f"{format_span(view.seconds_left)} {'━' * cells}{'─' * (8 - cells)}"
