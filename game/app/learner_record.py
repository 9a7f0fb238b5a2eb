"""What practice keeps of a learner: the deck, which decides when a fact is asked again, and the answers for results."""

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
from game.store.shared_file import NotKept


class LearnerRecord:
    """One learner's deck and journal during one session of practice."""

    def __init__(self, bank: Bank, plan: PracticePlan) -> None:
        self._plan = plan
        self._tour_id = bank.world.tour.id
        self._deck = decks.Deck(tour=self._tour_id)
        self._is_closed = False
        """Whether the deck is there and could not be read: then nothing is written there."""
        self._journal = Journal(plan.attempts, bank, "practice", plan.learner)

    @property
    def cards(self) -> Mapping[str, Card]:
        """Fact id -> its card."""
        return self._deck.cards

    def load(self) -> tuple[Line, ...]:
        """Read the deck; one line where it could not be read and was set aside."""
        if self._plan.deck is None:
            return ()
        found = decks.load_deck(self._plan.deck, self._tour_id)
        self._deck = found.deck
        if found.trouble:
            # Also not later in this session: cards that are reviewed without their past would replace it.
            self._is_closed = True
            return (quiz.render_deck_closed(found.trouble.detail or found.trouble.why),)
        return (quiz.render_deck_set_aside(found.aside),) if found.aside else ()

    def find_due(self, moment: datetime) -> tuple[str, ...]:
        """Ids of the facts that are due by a moment; none where the deck decides nothing."""
        return find_due_facts(self._deck.cards, moment) if self._plan.by_deck else ()

    def count_day(self, moment: datetime) -> int:
        """Which day of practice in a row a session at that moment makes; 0 where the deck decides nothing."""
        return self._deck.day(local_day(moment)) if self._plan.by_deck else 0

    def count_streak(self, moment: datetime) -> int:
        """Days of practice in a row, with the day of that moment; 0 where the deck decides nothing."""
        return self._deck.streak(local_day(moment)) if self._plan.by_deck else 0

    def count_due_tomorrow(self, moment: datetime) -> int:
        """How many facts are due within a day."""
        return len(self.find_due(moment + timedelta(days=1)))

    def keep(self, item: Item, response: Response, mark: float, moment: datetime, *, is_first: bool) -> list[Line]:
        """Keep an answer and schedule its facts; one line where it could not be written.

        Args:
            item: What was asked.
            response: What was answered; empty when it was passed.
            mark: 0..1.
            moment: With its time zone.
            is_first: Whether the item was asked for the first time in this session.
        """
        for fact_id in item.facts:
            # A fact that is missed twice within minutes was missed once: only a right answer counts the second time.
            if is_first or fact_id not in self._deck.cards or mark >= FULL_MARK_THRESHOLD:
                self._deck.cards[fact_id] = review_card(self._deck.cards.get(fact_id), mark, moment)
        self._deck.practised(local_day(moment))
        try:
            # Statistics of items rest on first responses; a second try knows the feedback.
            if is_first:
                self._journal.responded(item, response, mark, self._plan.visited, moment)
        except OSError as bad:
            self._keep_deck()  # tried all the same: what it would say is said already
            return [quiz.render_not_kept(bad.strerror or str(bad))]
        return self._keep_deck()

    def _keep_deck(self) -> list[Line]:
        """Write the deck; one line where that failed, or where a damaged file was set aside for it."""
        if self._plan.deck is None or self._is_closed:
            return []
        outcome = decks.keep_deck(self._plan.deck, self._deck)
        if isinstance(outcome, NotKept):
            return [quiz.render_not_kept(outcome.why)]
        return [quiz.render_deck_set_aside(outcome.aside)] if outcome.aside else []
