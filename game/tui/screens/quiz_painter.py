"""Paints the view of a quiz session on its screen: the ruler, the train, the card, the line to type in."""

from textual.containers import VerticalScroll
from textual.screen import Screen

from game.app.answer_draft import AnswerDraft
from game.app.quiz_view import Lines, QuizView
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.question_strip import QuizTrain
from game.tui.widgets.quiz_panel import QuestionCard, format_clock
from game.tui.widgets.ruler import Ruler


def paint_view(
    screen: Screen[None], view: QuizView, notice: Lines, keys: tuple[Key, ...], draft: AnswerDraft | None
) -> None:
    """Paint everything that a quiz screen shows.

    Args:
        screen: The screen, mounted.
        view: The view of the session, or of the question just answered while it stays in sight.
        notice: Other messages.
        keys: For the footer.
        draft: The answer that is being made.
    """
    paint_ruler(screen, view)
    screen.query_one(QuizTrain).show(view)
    card = screen.query_one(QuestionCard)
    card.show(view, notice, draft)
    card.refresh(layout=True)
    screen.query_one(KeyBar).set_keys(keys)
    scroll = screen.query_one("#quiz", VerticalScroll)
    # New text is at the end of the card, except a question, which is read from its beginning.
    if view.shown and (view.feedback or notice):
        screen.call_after_refresh(scroll.scroll_end, animate=False)
    else:
        scroll.scroll_home(animate=False)


def paint_ruler(screen: Screen[None], view: QuizView) -> None:
    """Paint only the top line, every second: the card must not scroll while the player reads it."""
    ends = [(format_clock(view), "$gold")] if view.seconds_left is not None else []
    ends.append((view.tally, "$success" if view.is_marked_at_once else "$muted"))
    screen.query_one("#ruler", Ruler).show(view.badge, view.title, view.share_done, tuple(ends))
