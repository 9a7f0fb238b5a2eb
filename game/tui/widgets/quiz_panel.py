"""A question on the screen: its options, the answer so far, and the feedback."""

from collections.abc import Iterator
from typing import NamedTuple, cast

from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

from game.app.answer_draft import AnswerDraft
from game.app.quiz_view import Lines, OptionSign, QuizView
from game.pack.kinds import Shown, describe_form
from game.prose.exam import format_span
from game.prose.questions import OPTION_LETTERS
from game.prose.screen_labels import CONFIRM_LABELS, GO_ON_LABEL, PROOF_HEADING
from game.tui.widgets.block import Block

MAX_QUESTION_COLUMNS = 104
"""Columns a question may have."""

MIN_ROWS_FOR_SPACING = 34
"""From this number of rows on, options have empty rows around them."""

CLOCK_CELLS = 8
"""Columns of the shrinking bar beside the time."""

CURSOR_SIGN, HELD_SIGN = "›", "✦"
"""Before the row that the arrows have reached, and before a step that they move."""

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
    "used": SignLook("$gold", "$gold"),
    "right": SignLook("$success", "$success", "on $success 12%", "  ✓ right"),
    "wrong": SignLook("$error", "$error", "on $error 12%", "  ✗ your answer"),
}


class QuestionCard(Block):
    """The question, its options, and the feedback."""

    view: QuizView | None = None
    notice: Lines = ()
    """Other messages of the last line."""
    draft: AnswerDraft | None = None
    """The answer that is being made; None where none can be."""
    _is_spaced = False
    """Whether options have empty rows around them."""

    def show(self, view: QuizView, notice: Lines, draft: AnswerDraft | None = None) -> None:
        """Show the question in sight."""
        self.view, self.notice, self.draft = view, notice, draft
        self.repaint()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All its lines at that width."""
        return max(1, len(self.make_strips(width, 0)))

    @property
    def _rows_in_sight(self) -> int:
        """How many rows of the card can be seen at once."""
        parent = cast(Widget, self.parent)
        others = [child for child in parent.children if child is not self and child.display]
        return parent.scrollable_content_region.height - sum(child.outer_size.height for child in others)

    def make_rows(self, width: int) -> list[Content]:
        """From the question to the feedback."""
        if self.view is None:
            return []
        width = min(width, MAX_QUESTION_COLUMNS)
        self._is_spaced = self.screen.size.height >= MIN_ROWS_FOR_SPACING
        if self.view.confirming:
            return list(self._render_confirmation(width))
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

    def _render_confirmation(self, width: int) -> Iterator[Content]:
        """What is asked, and its two answers to click. The question gives way, so that nobody overlooks it."""
        yield from self._render_lines(self.notice, width)
        yield Content("")
        words = CONFIRM_LABELS[cast(QuizView, self.view).confirming]
        for letter, text, line in (("Y", words, "yes"), ("N", GO_ON_LABEL, "no")):
            yield from self._render_row(letter, text, "plain", width, line=line)
            yield Content("")

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
        draft = self.draft
        for place, (text, sign) in enumerate(zip(shown.rows, view.row_signs, strict=True)):
            line, target = str(place + 1), place
            if draft is None:
                yield from self._render_row(line, text, sign, width)
                continue
            target += len(shown.options) if shown.reasons else 0
            given = draft.pairs.get(place)
            tail = "" if given is None else f"  → {OPTION_LETTERS[given].upper()}"
            sign = "picked" if draft.proof == place else sign
            yield from self._render_row(line, f"{text}{tail}", sign, width, line=line, lead=self._find_lead(target))
        if shown.rows and not shown.reasons:
            yield Content("")

    def _render_options(self, shown: Shown, view: QuizView, width: int) -> Iterator[Content]:
        for place, mark, sign, lead in self._list_options(shown, view):
            letter, text = OPTION_LETTERS[place], shown.options[place]
            row = self._render_row(mark, text, sign, width, line=letter.lower(), lead=lead)
            # If there is room, an option is a block of three rows: easier to click.
            if self._is_spaced:
                blank = _render_blank(sign, width)
                yield from (blank, *row, blank, Content(""))
            else:
                yield from row
        if shown.options and not self._is_spaced:
            yield Content("")

    def _list_options(self, shown: Shown, view: QuizView) -> Iterator[tuple[int, str, OptionSign, str]]:
        """Each option with its mark, its sign and what stands before it; steps in the order they have so far."""
        draft = self.draft
        if draft is None or view.form != "line":
            for place, sign in enumerate(view.option_signs):
                yield place, OPTION_LETTERS[place], sign, self._find_lead(place)
            return
        is_order, named, given = draft.instruction == "order", draft.named, set(draft.pairs.values())
        for at, place in enumerate(draft.arranged if is_order else range(len(shown.options))):
            letter = OPTION_LETTERS[place]
            mark = f"{at + 1 if place in named else '·'} {letter}" if is_order else letter
            is_picked = place in named and not is_order
            yield (
                place,
                mark,
                "picked" if is_picked else "used" if place in given or (is_order and place in named) else "plain",
                self._find_lead(at) if draft.instruction != "match" else "",
            )

    def _find_lead(self, target: int) -> str:
        """What stands before a row: the cursor, if it is there."""
        if self.draft is None or self.draft.cursor != target:
            return ""
        return HELD_SIGN if self.draft.is_held else CURSOR_SIGN

    @staticmethod
    def _render_row(
        mark: str, text: str, sign: OptionSign, width: int, *, line: str = "", lead: str = ""
    ) -> Iterator[Content]:
        """A row with a bar before it. A sign has a mark and words, and not only a colour.

        Args:
            mark: The letter or the number.
            text: The option, or the text of the row.
            sign: Its sign.
            width: Columns.
            line: The line that a click sends; empty if a click does nothing.
            lead: The cursor, if it stands here.
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
            bar = Content.styled(lead, "bold $gold") if lead and not place else Content.styled("▎", look.bar)
            yield bar + (padded.stylize_before(ground) if ground else padded)

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
