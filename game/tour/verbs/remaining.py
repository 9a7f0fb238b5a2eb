"""Counts what is still to be answered and to be noted, for questions that ask how many."""

from game.tour.chase import find_pinned, list_met
from game.tour.events import NotesNeeded, QuestionsCounted
from game.tour.scope import Scope


def count_left(scope: Scope) -> QuestionsCounted:
    """The questions that are still to be answered, here and everywhere, and those to follow up."""
    answered = scope.state.answered
    here = sum(1 for item in scope.room.items if item.id not in answered)
    met = list_met(scope.lexicon, scope.state)
    left = len(scope.lexicon.items) - len(answered)
    return QuestionsCounted(here=here, left=left, open_leads=sum(1 for lead in met if not lead.is_closed))


def measure_notes(scope: Scope) -> NotesNeeded:
    """The notes that the question in hand needs."""
    return NotesNeeded(lead=find_pinned(scope.lexicon, scope.state))
