"""What a claim says and its paragraphs do not, in words for its author: what is wrong, and what would be right."""

from collections.abc import Mapping, Sequence

from game.pack.ledger import Strength

CLAIM_RULE_TEXTS: Mapping[str, str] = {
    "C-FIG": "A figure of a claim, or its unit, stands in no paragraph it cites.",
    "C-WHEN": "A date of a claim is borne out by no paragraph it cites, or not so exactly.",
    "C-NAME": "A person or a house of a claim is named in no paragraph it cites.",
    "C-HEDGE": "A claim that is reported, shown by a picture or speculated has no word that says so.",
    "C-STRENGTH": "A claim is said to be stated, and its own words or its sentence hedge it.",
    "C-NEG": "A claim denies what its paragraphs do not, or affirms what they deny.",
    "C-TERM": "A term of a fact has a word that stands in no paragraph it cites.",
}
"""Rule -> what it is about, for ``carriages lint --rules``."""

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


def _list(told: Sequence[str]) -> str:
    if not told:
        return "none"
    more = f" and {len(told) - MAX_SHOWN} more" if len(told) > MAX_SHOWN else ""
    return ", ".join(told[:MAX_SHOWN]) + more
