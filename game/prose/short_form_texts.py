"""What is written for an author who leaves it out: sides of a difference, plaques, and questions made from facts."""

from collections.abc import Sequence
from typing import Literal

from game.pack.ledger import Strength

UNNAMED_SPEAKER = "nobody named"
"""Who says so where a claim passes something on and names nobody."""

STAGED_PLAQUE = "Staged. No source tells of such a place."
"""The plaque of a staged room that has none of its own."""

_SURENESS: dict[Strength, str] = {
    "stated": "{source} states it flatly: {claim}",
    "reported": "{source} passes it on: {claim}",
    "photo": "{source} rests it on a picture: {claim}",
    "speculated": "{source} hedges: {claim}",
}


def render_sides(parts: Sequence[tuple[str, str]]) -> str:
    """What all sides of a difference say, each with the letter of its source.

    >>> render_sides([("187 steps", "A"), ("192 steps", "B")])
    '187 steps in A; 192 steps in B.'
    """
    told = "; ".join(f"{says} in {letter}" for says, letter in parts)
    return f"{told[:1].upper()}{told[1:]}."


def render_strength_stem(claim: str, source: str) -> str:
    """The question how sure a source is of a claim without its hedge.

    >>> render_strength_stem("Ivo Brandt was offered a medal.", "Article B")
    'Ivo Brandt was offered a medal: how sure is article B of it?'
    """
    return f"{claim.rstrip('.')}: how sure is {_lower(source)} of it?"


def render_strength_feedback(claim: str, source: str, strength: Strength) -> str:
    """Why the key of that question is right."""
    return _SURENESS[strength].format(source=source, claim=claim)


def render_source_stem(claim: str) -> str:
    """The question which of the sources makes a claim."""
    return f"{claim.rstrip('.')}: which of the sources says so?"


def render_source_feedback(claim: str, sources: Sequence[str]) -> str:
    """Why the key of that question is right."""
    said = "All of them say so" if len(sources) > 1 else f"{sources[0]} says so"
    return f"{said}: {claim}"


def render_agreement_stem(topic: str) -> str:
    """The question whether the sources agree on a point."""
    return f"Do the sources agree on {topic}?"


def describe_hedge_in_stem(word: str, strength: Strength) -> str:
    """A claim that cannot be asked about as it stands: its words are the answer."""
    return (
        f"{word!r} gives the answer away ({strength}); write what is asked about without it, as in "
        "ask: {strength: The claim without its hedge}"
    )


AskFault = Literal["no room", "left open", "some sources", "not two sources"]

_ASK_FAULTS: dict[AskFault, str] = {
    "no room": "no room tells it, so no room can ask for it; list it under a text, or take ask out",
    "left open": "it says that something is left open, and no source says that; write the question yourself",
    "some sources": "its paragraphs are of several sources, but not of all, so that no answer is right; write the "
    "question yourself",
    "not two sources": "the sides of this point do not stand in two sources, so that nothing is asked; take ask out",
}


def describe_ask_fault(fault: AskFault) -> str:
    """Why a question cannot be made of a fact or of a difference."""
    return _ASK_FAULTS[fault]


def _lower(title: str) -> str:
    """A title inside of a sentence: Article A, but The Bay Courier."""
    first, _, rest = title.partition(" ")
    return f"{first.lower()} {rest}" if first in ("Article", "The") else title
