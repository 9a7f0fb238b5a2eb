"""Which questions a fact answers, by what its claim holds: a date answers when, a reason why."""

import re
from collections.abc import Mapping

from game.pack.ledger import Attribute, Entity, Fact, FactReading

_REASON = re.compile(
    r"\b(?:because|so that|since he|since she|in order to|to make sure|owed to|to meet|for his|for her)\b"
)

_ASKED_BY_KIND = {"person": "who", "place": "where", "press": "who says so"}


def list_question_words(
    fact: Fact, reading: FactReading, entities: Mapping[str, Entity], attributes: Mapping[str, Attribute]
) -> tuple[str, ...]:
    """The question words that a fact answers, those of its attribute first."""
    subject, _, attribute = fact.of.partition(".")
    found: dict[str, None] = {}
    if attribute in attributes:
        answers = {"number": "how much", "date": "when", "person": "who", "place": "where", "yes or no": "whether"}
        found[answers.get(attributes[attribute].answer, "what")] = None
    if reading.figures:
        found["how much"] = None
    if reading.dates or fact.about.when:
        found["when"] = None
    for name in reading.names:
        # The subject is known to who asks: only somebody else is an answer.
        if name != subject and (asked := _ASKED_BY_KIND.get(entities[name].kind)):
            found[asked] = None
    if _REASON.search(fact.claim):
        found["why"] = None
    if reading.polarity == "no":
        found["whether"] = None
    return tuple(found)
