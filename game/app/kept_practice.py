"""Restores a practice that was running when the player left, by performing its lines again.

Its answers are already in the learner's deck, so nothing is written while it is restored. A practice is rebuilt and not
saved, because its state is that of its policy, which changes from version to version; its lines and words do not.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from game.app.tour_files import TourFiles
from game.prose import save_notices
from game.prose.lines import Line
from game.store.turn_records import Entry
from game.tour.events import PracticeAsked
from game.tour.lexicon import Lexicon
from game.tour.session import Session
from game.tour.state import State

if TYPE_CHECKING:
    from game.app.practice_policy import PracticePolicy
    from game.app.quiz_session import QuizSession

Lines = tuple[Line, ...]


def find_practice(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The turns of a practice that was running at the end of a log, from its first turn on; empty if there is none."""
    place = len(entries) - 1
    while place >= 0 and entries[place].quiz == "on":
        place -= 1
    return entries[place:] if place >= 0 and entries[place].quiz == "begun" else ()


def resume_practice(
    files: TourFiles, lexicon: Lexicon, state: State, turns: Sequence[Entry]
) -> tuple["QuizSession[PracticePolicy] | None", Lines]:
    """The practice that these turns made, and its words; None if it can no longer be the same."""
    from game.app.learner_record import LearnerRecord
    from game.app.practice_plan import plan_practice
    from game.app.practice_policy import PracticePolicy
    from game.app.quiz_session import QuizSession
    from game.store.decks import path_of

    bank = lexicon.bank
    deck = path_of(files.home, bank.world.tour.id) if files.home else None
    # The line may hold other commands as well. Only its request for practice is needed, so a separate session reads it.
    events = Session(lexicon, state=state).perform(turns[0].line)
    wish = next((event.wish for event in events if isinstance(event, PracticeAsked)), None)
    if wish is None:
        return None, (save_notices.render_practice_lost(),)
    plan = replace(plan_practice(wish, state, deck, files.attempts), items=turns[0].items)
    if not all(item_id in bank.items for item_id in plan.items):
        return None, (save_notices.render_practice_lost(),)
    practice = QuizSession(PracticePolicy(bank, replace(plan, deck=None, attempts=None), lexicon=lexicon))
    practice.open()
    for turn in turns[1:]:
        # Another version of the pack may ask other questions; then an answer would be marked for the wrong question.
        if [line.text for line in practice.perform(turn.line)] != [text for _, text, _ in turn.told]:
            return None, (save_notices.render_practice_lost(),)
    if practice.is_over:
        return None, (save_notices.render_practice_lost(),)
    practice.policy.record = LearnerRecord(bank, plan, files.make_journal(bank, "practice"))
    practice.policy.record.load()
    return practice, (save_notices.render_practice_goes_on(), *practice.perform("repeat"))
