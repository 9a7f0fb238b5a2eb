"""What a claim says and its paragraphs do not, in words for its author: what is wrong, and what would be right."""

from collections.abc import Mapping, Sequence
from typing import Literal

from game.pack.ledger import Strength

CLAIM_RULE_TEXTS: Mapping[str, str] = {
    "C-FIG": "A figure of a claim, or its unit, stands in no paragraph it cites.",
    "C-WHEN": "A date of a claim is borne out by no paragraph it cites, or not so exactly.",
    "C-NAME": "A person or a house of a claim is named in no paragraph it cites.",
    "C-HEDGE": "A claim that is reported, shown by a picture or speculated has no word that says so.",
    "C-STRENGTH": "A claim is said to be stated, and its own words or its sentence hedge it.",
    "C-NEG": "A claim denies what its paragraphs do not, or affirms what they deny.",
    "C-TERM": "A term of a fact has a word that stands in no paragraph it cites.",
    "C-READ": "A fact or a paragraph it cites has changed since a person compared the two.",
    "C-SUBJ": "A claim tells of another person than the one its fact is of.",
    "C-ATTR": "A claim lets another house speak than the one its fact rests on.",
    "C-SURE": "A claim has a word that makes it surer than the paragraphs it cites.",
    "C-COL": "A colour of a claim stands in no paragraph it cites.",
    "C-KIN": "A relation of a claim, such as sister, stands in no paragraph it cites.",
    "C-QUANT": "A claim says all, every or always where no paragraph it cites does.",
    "C-OPP": "A claim has a word whose opposite stands in the paragraphs it cites.",
    "C-UNKNOWN": "A name in a claim stands in no paragraph it cites.",
    "C-WORD": "A claim has several words that stand in no paragraph it cites: it says more than they do.",
}
"""Rule -> what it is about, for ``carriages lint --rules``."""

WordClass = Literal["colour", "kin", "whole", "sure"]

WORD_CLASSES: Mapping[WordClass, str] = {
    "colour": "a colour",
    "kin": "a relation",
    "whole": "a word that leaves nothing out",
    "sure": "a word that makes it surer",
}
"""Class of words -> what a remark calls one of them."""

MAX_SHOWN = 6
"""Figures or dates of the paragraphs that a remark lists."""


def describe_figure(figure: str, cites: Sequence[str], told: Sequence[str]) -> str:
    """A figure that no cited sentence has."""
    return (
        f"“{figure}” stands in none of {', '.join(cites)}; they have {_list(told)}. Correct it, or cite its paragraph."
    )


def describe_date(when: str, cites: Sequence[str], told: Sequence[str]) -> str:
    """A date that no cited sentence bears out, or not so exactly."""
    return (
        f"“{when}” is borne out by none of {', '.join(cites)}; they have {_list(told)}. "
        "Correct it, tell it less exactly, or cite its paragraph."
    )


def describe_name(name: str, cites: Sequence[str]) -> str:
    """A person or a house that no cited paragraph names."""
    return f"{name} is named in none of {', '.join(cites)}. Correct the name, or cite the paragraph that has it."


def describe_missing_hedge(strength: Strength, speaker: str) -> str:
    """A claim that is not told flatly by its source, and is told flatly here."""
    # A total table, so that a new strength cannot be forgotten here.
    wanted = {
        "stated": "",
        "reported": f"say whose word it is ({speaker}), or that it is reported",
        "photo": "say that a picture or footage shows it",
        "speculated": "keep the source’s word of doubt, such as likely, possibly, seems",
    }[strength]
    return f"it is {strength}, and no word of the claim says so: {wanted}."


def describe_speaker_of_stated(speaker: str) -> str:
    """A claim said to be stated by the article, with another speaker."""
    return f"it is stated, and its speaker is {speaker}: make it reported or photo, or take said_by out."


def describe_hedge_in_stated(word: str) -> str:
    """A claim said to be stated flatly, with a hedge."""
    return f"it is stated, and “{word}” hedges it: take the strength from the paragraph, or leave out the word."


def describe_hedge_of_sentence(hedges: Sequence[str], cites: Sequence[str]) -> str:
    """A claim said to be stated flatly whose sentence hedges it."""
    return (
        f"it is stated, and its sentence in {', '.join(cites)} has {_list(hedges)}: "
        "keep the hedge and give the strength that goes with it."
    )


def describe_own_denial(cites: Sequence[str]) -> str:
    """A claim that denies what no cited sentence denies."""
    return f"the claim denies something, and no sentence of {', '.join(cites)} does."


def describe_lost_absence() -> str:
    """A claim of the kind unknown that does not say that something is left open."""
    return "it is of kind unknown, and does not say that something is not told or not clear."


def describe_term(term: str, stem: str, cites: Sequence[str]) -> str:
    """A term whose words do not stand in what is cited."""
    return f"“{stem}…” of the term “{term}” stands in none of {', '.join(cites)}. Cite the paragraph that has it."


def describe_denied_word(stem: str, cites: Sequence[str]) -> str:
    """A word that is denied here and affirmed there."""
    return f"“{stem}…” is denied here, and not in {', '.join(cites)}."


def describe_lost_denial(stem: str, cites: Sequence[str]) -> str:
    """A word that is affirmed here and denied there."""
    return f"“{stem}…” is denied in {', '.join(cites)}, and not here."


def describe_subject(name: str, of: str) -> str:
    """A claim about another person than its subject."""
    return f"it is of {of}, and tells of {name}. Name the person it is of, or correct what it is of."


def describe_other_speaker(name: str, speaker: str) -> str:
    """A claim in which another house speaks."""
    return f"{name} speaks in it, and it is said by {speaker}. Name the one who speaks in the paragraph."


def describe_unnamed_speaker(speaker: str) -> str:
    """A claim that does not say on whose word it rests."""
    return f"it is said by {speaker}, and its claim does not name the speaker. Say on whose word it rests."


def describe_own_word(what: WordClass, found: str, cites: Sequence[str]) -> str:
    """A word of a class that no cited paragraph has."""
    where = ", ".join(cites)
    return (
        f"“{found}…”, {WORD_CLASSES[what]}, stands in none of {where}. Take it out, or cite the paragraph that has it."
    )


def describe_opposite(found: str, against: str, cites: Sequence[str]) -> str:
    """A word whose opposite is cited."""
    return f"“{found}…” stands here, and “{against}…” in {', '.join(cites)}. Say what the paragraph says."


def describe_unknown_name(word: str, cites: Sequence[str]) -> str:
    """A capitalised word that no cited paragraph has."""
    return f"“{word}” stands in none of {', '.join(cites)}. Take it out, or cite the paragraph that has it."


def describe_own_words(found: Sequence[str], cites: Sequence[str]) -> str:
    """Words of the claim's own."""
    return (
        f"{', '.join(f'“{word}…”' for word in found)}: none of {', '.join(cites)} has them. "
        "Say less, or cite the paragraph that has them."
    )


def _list(told: Sequence[str]) -> str:
    if not told:
        return "none"
    more = f" and {len(told) - MAX_SHOWN} more" if len(told) > MAX_SHOWN else ""
    return ", ".join(told[:MAX_SHOWN]) + more


def describe_old_signature(signature: str) -> str:
    """A fact that has changed since a person read it, or whose paragraphs have."""
    return (
        f"it or its paragraphs have changed since a person compared them. Compare them, then write read: {signature}."
    )
