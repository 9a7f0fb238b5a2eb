"""What practice keeps about a learner: the deck, which schedules the facts, and the answers for results."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from game.app.practice_plan import PracticePlan
from game.core.clock import local_day
from game.pack.kinds import FULL_MARK_THRESHOLD, Item, Response
from game.prose import quiz
from game.prose.lines import Line
from game.quiz.bank import Bank
from game.quiz.review import Card, find_due_facts, review_card
from game.store import decks
from game.store.answer_journal import Journal
from game.store.attempt_folder import find_creator
from game.store.shared_file import NotKept


class LearnerRecord:
    """One learner's deck and journal during one session of practice."""

    def __init__(self, bank: Bank, plan: PracticePlan, journal: Journal | None = None) -> None:
        """Make it; nothing is read before ``load``.

        Args:
            bank: Of the questions.
            plan: The session.
            journal: Where answers are kept; None for the folder of the plan.
        """
        self._plan = plan
        self._tour_id = bank.world.tour.id
        self._deck = decks.Deck(tour=self._tour_id)
        self._is_closed = False
        """Whether the deck exists and could not be read; then nothing is written to it."""
        self._journal = journal or Journal(find_creator(plan.attempts), bank, "practice", plan.learner)

    @property
    def cards(self) -> Mapping[str, Card]:
        """Fact id -> its card."""
        return self._deck.cards

    def load(self) -> tuple[Line, ...]:
        """Read the deck; returns one line if it could not be read and was renamed."""
        if self._plan.deck is None:
            return ()
        found = decks.load_deck(self._plan.deck, self._tour_id)
        self._deck = found.deck
        if found.trouble:
            # Not later in this session either: cards without their history would replace the deck.
            self._is_closed = True
            return (quiz.render_deck_closed(found.trouble.detail or found.trouble.why),)
        return (quiz.render_deck_set_aside(found.aside),) if found.aside else ()

    def find_due(self, moment: datetime) -> tuple[str, ...]:
        """Ids of the facts that are due by a moment; none if the deck does not decide."""
        return find_due_facts(self._deck.cards, moment) if self._plan.by_deck else ()

    def count_day(self, moment: datetime) -> int:
        """Which day of practice in a row a session at that moment is; 0 if the deck does not decide."""
        return self._deck.day(local_day(moment)) if self._plan.by_deck else 0

    def count_streak(self, moment: datetime) -> int:
        """Days of practice in a row, including the day of that moment; 0 if the deck does not decide."""
        return self._deck.streak(local_day(moment)) if self._plan.by_deck else 0

    def count_due_tomorrow(self, moment: datetime) -> int:
        """How many facts are due within a day."""
        return len(self.find_due(moment + timedelta(days=1)))

    def keep(self, item: Item, response: Response, mark: float, moment: datetime, *, is_first: bool) -> list[Line]:
        """Keep an answer and schedule its facts; returns one line if it could not be written.

        Args:
            item: What was asked.
            response: What was answered; empty if the question was skipped.
            mark: 0..1.
            moment: With its time zone.
            is_first: Whether the item was asked for the first time in this session.
        """
        for fact_id in item.facts:
            # A fact missed twice within minutes counts as missed once. The second time, only a right answer counts.
            if is_first or fact_id not in self._deck.cards or mark >= FULL_MARK_THRESHOLD:
                self._deck.cards[fact_id] = review_card(self._deck.cards.get(fact_id), mark, moment)
        self._deck.practised(local_day(moment))
        try:
            # Statistics of items use only first responses; at a second try the learner knows the feedback.
            if is_first:
                self._journal.responded(item, response, mark, self._plan.visited, moment)
        except OSError as bad:
            self._keep_deck()  # tried anyway; its message was already shown
            return [quiz.render_not_kept(bad.strerror or str(bad))]
        return self._keep_deck()

    def _keep_deck(self) -> list[Line]:
        """Write the deck; returns one line if this failed, or if a damaged file was renamed first."""
        if self._plan.deck is None or self._is_closed:
            return []
        outcome = decks.keep_deck(self._plan.deck, self._deck)
        if isinstance(outcome, NotKept):
            return [quiz.render_not_kept(outcome.why)]
        return [quiz.render_deck_set_aside(outcome.aside)] if outcome.aside else []
