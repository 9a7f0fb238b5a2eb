"""What a player judges in the tour, as questions: for the attempts that a teacher reads.

A judgement of two notes, the sentence that closes a question, and how a line is printed are kept like answers. So each
is put as a question with one right option, and each wrong option says what was mixed up.
"""

from collections.abc import Iterator

from game.pack.kinds import Choice
from game.pack.kinds.base import Distractor
from game.pack.leads import Lead
from game.pack.ledger import AnyComparison, Fact, Judgement
from game.prose.compare_lines import JUDGEMENTS
from game.prose.dispatch_lines import PRINT_WORDS
from game.prose.lines import capitalise, quote_sentence
from game.tour.dispatch import PRINTS, REMARK_BY_STRENGTH, Print, Remark

MIXED_UP: dict[tuple[Judgement, Judgement], str] = {
    ("contradict", "differ"): "Lets both sides stand where one of them must be wrong.",
    ("contradict", "surer"): "Takes a contradiction for a matter of how sure a source is.",
    ("contradict", "agree"): "Sees agreement where one of two sides must be wrong.",
    ("contradict", "none"): "Does not see that two sides exclude each other.",
    ("differ", "contradict"): "Takes two sides that may both stand for a contradiction.",
    ("differ", "surer"): "Takes two different things for one matter that one source is surer of.",
    ("differ", "agree"): "Does not see that two things are not the same.",
    ("differ", "none"): "Does not see that two sides are not alike.",
    ("surer", "contradict"): "Takes the surer source for the true one: less sure is not wrong.",
    ("surer", "differ"): "Does not see that it is one matter, told with more and with less certainty.",
    ("surer", "agree"): "Does not see that one source is surer than the other.",
    ("surer", "none"): "Does not see that two notes are about the same matter.",
    ("agree", "contradict"): "Sees a contradiction where the sources say the same.",
    ("agree", "differ"): "Sees a difference where the sources say the same.",
    ("agree", "surer"): "Sees a difference in certainty where the sources say the same.",
    ("agree", "none"): "Does not see that two notes say the same.",
    ("none", "contradict"): "Takes two eras, persons or things for a contradiction.",
    ("none", "differ"): "Takes two eras, persons or things for two sides of one matter.",
    ("none", "surer"): "Takes two eras, persons or things for one matter.",
    ("none", "agree"): "Sees agreement where neither note speaks of the other.",
}
"""What is between two notes, and what was judged -> what was mixed up."""

BADLY_PRINTED: dict[Remark, str] = {
    "needless hedge": "Puts a hedge where the source is sure.",
    "no picture": "Speaks of a picture where there is none.",
    "who says so": "Leaves out who says so.",
    "rumour as fact": "Prints a rumour as a fact.",
    "rumour, no hedge": "Prints a rumour without a hedge.",
    "hedge dropped": "Prints what is only likely as if it were sure.",
    "picture untold": "Does not say that it is what a picture shows.",
}
"""What an editor finds in a line -> what was mixed up."""


def make_comparison_item(comparison: AnyComparison) -> Choice:
    """What is between two notes, as a question."""
    right = comparison.judgement
    sides = "; ".join(side.says.rstrip(".") for side in comparison.sides)
    return Choice(
        id=f"compare-{comparison.id}",
        stem=f"What is between these notes on {comparison.topic}: {sides}?",
        key=JUDGEMENTS[right],
        distractors=tuple(
            Distractor(text=text, because=MIXED_UP[right, judged])
            for judged, text in JUDGEMENTS.items()
            if judged != right
        ),
        feedback=f"{comparison.wording} {comparison.caution}".strip(),
        facts=tuple(fact_id for side in comparison.sides for fact_id in side.facts),
    )


def make_closing_item(lead: Lead) -> Choice:
    """Which sentence closes a question of the tour, as a question."""
    return Choice(
        id=f"close-{lead.id}",
        stem=lead.asks,
        key=lead.honest,
        distractors=tuple(Distractor(text=wrong.says, because=wrong.because) for wrong in lead.overreaches),
        feedback=lead.honest,
        facts=tuple(dict.fromkeys(slot.facts[0] for slot in lead.slots)),
    )


def make_printing_item(fact: Fact) -> Choice:
    """How a fact is to be printed, as a question."""
    return Choice(
        id=f"print-{fact.id}",
        stem=f"How is this to be printed: {quote_sentence(fact.claim)}?",
        key=name_right_ways(fact),
        distractors=tuple(
            Distractor(text=capitalise(PRINT_WORDS[way]), because=BADLY_PRINTED[find_remark(fact, way)])
            for way in PRINTS
            if way not in set(_list_right_ways(fact))
        ),
        feedback=capitalise(f"{name_right_ways(fact).lower()}."),
        facts=(fact.id,),
    )


def name_way(fact: Fact, way: Print) -> str:
    """How a line was printed, as an option of that question."""
    return name_right_ways(fact) if way in set(_list_right_ways(fact)) else capitalise(PRINT_WORDS[way])


def name_right_ways(fact: Fact) -> str:
    """All ways in which a fact may be printed, as one option."""
    return capitalise(" or ".join(PRINT_WORDS[way] for way in _list_right_ways(fact)))


def _list_right_ways(fact: Fact) -> Iterator[Print]:
    return (way for way in PRINTS if find_remark(fact, way) == "stands")


def find_remark(fact: Fact, way: Print) -> Remark:
    """What an editor finds in a fact printed so."""
    return REMARK_BY_STRENGTH["rumour" if fact.rumour else fact.strength][way]
