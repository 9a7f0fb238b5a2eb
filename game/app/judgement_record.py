"""Which judgements of the tour are kept as answers: of two notes, of a sentence that closes a question, of printing."""

from collections.abc import Iterator
from typing import NamedTuple

from game.pack.kinds import Choice
from game.prose.compare_lines import JUDGEMENTS
from game.prose.judgement_items import make_closing_item, make_comparison_item, make_printing_item, name_way
from game.tour import events as e
from game.tour.state import State


class KeptJudgement(NamedTuple):
    """A judgement as the answer to a question."""

    item: Choice
    response: str

    @property
    def mark(self) -> float:
        """1 where it is right, else 0."""
        return float(self.response == self.item.key)


def list_judgements(event: e.Event, state: State) -> Iterator[KeptJudgement]:  # noqa: C901 - one case an event
    """What was judged in an event, as answers; nothing for events in which nothing is judged."""
    match event:
        case e.PairJudged():
            yield KeptJudgement(make_comparison_item(event.comparison), JUDGEMENTS[event.judged])
        case e.LeadClosed():
            # Who overreached first has answered already; the first answer counts, as at a door.
            if event.lead.id not in state.overreached:
                yield KeptJudgement(make_closing_item(event.lead), event.lead.honest)
        case e.Overreached():
            yield KeptJudgement(make_closing_item(event.lead), event.overreach.says)
        case e.WireAnswered():
            if event.fact is not None:
                yield KeptJudgement(make_printing_item(event.fact), name_way(event.fact, event.printed))
        case e.DispatchFiled():
            for line in event.verdict.lines:
                yield KeptJudgement(make_printing_item(line.fact), name_way(line.fact, line.printed))
        case _:
            return
