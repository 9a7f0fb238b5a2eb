"""How drafts are shown: what nobody has confirmed says so wherever it stands."""

from collections.abc import Mapping

from game.pack.ledger import Entity, Fact, Source
from game.prose.lines import count_noun

MARK = "DRAFT"
"""The first word of everything that nobody has confirmed."""


def render_draft_claim(fact: Fact, sources: Mapping[str, Source]) -> str:
    """A draft of a fact: its claim where it has one, else what its paragraph holds."""
    if fact.claim:
        return f"{MARK}: {fact.claim}"
    letter, _, number = fact.cites[0].partition("¶")
    title = sources[letter].title if letter in sources else letter
    held = "; ".join(fact.terms) or "no figure, date or name"
    return f"{MARK}, {title}, paragraph {number}: {held}."


def render_draft_gloss(entity: Entity) -> str:
    """A draft of an entity."""
    return f"{MARK}: {entity.gloss}"


def describe_waiting_drafts(number: int) -> str:
    """A pack of which a part is not confirmed, where its text is to leave the game."""
    return f"nothing was written: {count_noun(number, 'draft waits', 'drafts wait')} to be confirmed first"


def describe_missing_claim() -> str:
    """A fact that is no draft and says nothing."""
    return "the key 'claim' is missing; say in one sentence of your own what the paragraph tells"


def describe_left_todo() -> str:
    """A fact that is no draft any more and still lists what is to be done."""
    return "this fact is confirmed; delete todo, too, or write draft: true again"


def describe_question_on_draft(fact_id: str) -> str:
    """A question that rests on a draft."""
    return f"{fact_id!r} is a draft; confirm it first: write its claim and delete draft: true"


def describe_missing_text() -> str:
    """A passage without a text and without facts to tell."""
    return "the key 'text' is missing; only a passage with facts may leave its text to their claims"
