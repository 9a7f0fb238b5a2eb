"""What a sentence says and its facts do not, in words for its author: what is wrong, and what would be right."""

from collections.abc import Iterable, Mapping, Sequence

from game.pack.ledger import Fact
from game.prose.claim_remarks import WORD_CLASSES, WordClass
from game.prose.lines import name_means

TEXT_RULE_TEXTS: Mapping[str, str] = {
    "T-FIG": "A figure, a unit or a date of a text stands in no fact its sentence can be about.",
    "T-NAME": "A person, a house or a place of a text is named by no fact its sentence can be about.",
    "T-SUBJ": "A sentence tells of one person what its fact tells of another.",
    "T-ROLE": "A person stands in the place that a fact gives to another: whose it was, by whose account.",
    "T-ATTR": "A sentence lets somebody speak on whose word none of its facts rests.",
    "T-COL": "A colour of a text stands in none of its facts.",
    "T-KIN": "A relation of a text, such as sister, stands in none of its facts.",
    "T-OPP": "A sentence has a word whose opposite its facts have.",
    "T-QUANT": "A sentence says all, every or always where its facts do not.",
    "T-NEG": "A sentence denies what its facts do not, or affirms what they deny.",
    "T-HEDGE": "A sentence is surer, or less sure, than the fact it tells.",
    "T-UNKNOWN": "A name in a text stands neither in its facts nor in their paragraphs.",
    "T-OURS": "A sentence under a source says what no source bears out: it is ours, or an addition.",
    "T-WORD": "A sentence has several words that stand neither in its facts nor in their paragraphs.",
    "T-LINK": "A sentence tells a fact that its text does not list.",
    "T-PAIR": "Two values of a clause, such as a year and a place, stand together in no fact.",
    "S-FIG": "A staged sentence has a date or a measure.",
    "S-NAME": "A staged sentence tells of a real person or a house.",
    "S-PERSON": "A staged sentence speaks of health, war or crime, or of somebody in power.",
    "S-LINK": "A staged sentence tells a fact.",
    "D-SIDE": "A clause said to be one article’s is borne out only by another.",
    "B-HEDGE": "A reason or a feedback tells flatly what its fact hedges.",
    "J-WHEN": "The date of a journey is borne out by none of its facts.",
    "J-MEANS": "No fact of a journey says that one travelled so, or there.",
    "R-STANDING": "A room said to be attested has no fact, or its plaque names another standing.",
}
"""Rule -> what it is about, for ``carriages lint --rules``."""

MAX_SHOWN = 6
"""Values of the facts that a remark lists."""


def describe_figure(figure: str, told: Iterable[str]) -> str:
    """A figure that no fact has."""
    return f"“{figure}” stands in none of its facts; they have {_list(told)}. Correct it, or list its fact."


def describe_date(when: str, told: Iterable[str]) -> str:
    """A date that no fact bears out."""
    return f"“{when}” is borne out by none of its facts; they have {_list(told)}. Correct it, or list its fact."


def describe_name(name: str, fact_ids: Sequence[str]) -> str:
    """A name that no fact has."""
    return f"{name} is named by none of {_list(fact_ids)}. Correct the name, or list the fact that names it."


def describe_subject(name: str, fact: Fact) -> str:
    """Another person than the fact's."""
    of = fact.of.partition(".")[0] or "nobody of that name"
    return f"it tells of {name} what {fact.id} tells of {of}. Name the person of the fact."


def describe_role(name: str, link: str, other: str) -> str:
    """A person in another's place."""
    return f"{name} stands with “{link}…”, where its facts have {other}. Put each in the place that the fact gives."


def describe_speaker(name: str, facts: Sequence[Fact]) -> str:
    """A speaker of none of the facts."""
    told = _list(f"{fact.id} ({fact.said_by})" for fact in facts)
    return f"{name} speaks here, and on that word rests none of {told}. Name the one who speaks in the fact."


def describe_word(what: WordClass, found: str) -> str:
    """A word of a class that no fact has."""
    return f"“{found}…”, {WORD_CLASSES[what]}, stands in none of its facts. Take it out, or list the fact that has it."


def describe_opposite(found: str, against: str) -> str:
    """A word whose opposite the facts have."""
    return f"“{found}…” stands here, and “{against}…” in its facts. Say what the fact says."


def describe_own_denial(fact: Fact | None) -> str:
    """A denial that no fact has; None where no fact is near."""
    if fact is None:
        return "it denies something, and no fact near it does. Take it out, or list its fact."
    return f"it denies something, and {fact.id} does not: {_quote(fact)}. Take it out, or list its fact."


def describe_lost_denial(fact: Fact) -> str:
    """A denial of the fact that the sentence does not have."""
    return f"it affirms what {fact.id} denies: {_quote(fact)}. Put the denial back."


def describe_hollow(words: str) -> str:
    """A sentence by which something is told, and that does not tell it."""
    return f"“{words}” says that it is told, and does not tell it. Say that it is not told, or tell it."


def describe_lost_hedge(fact: Fact) -> str:
    """A hedged fact told flatly."""
    how = f"{fact.strength} ({fact.said_by})"
    return f"{fact.id} is {how}, and no word of the sentence says so: {_quote(fact)}. Keep the hedge."


def describe_own_doubt(fact: Fact) -> str:
    """A flat fact told with doubt."""
    return f"it doubts, and {fact.id} does not: {_quote(fact)}. Take the word of doubt out."


def describe_unknown(word: str) -> str:
    """A name that nothing bears out."""
    return f"“{word}” stands neither in its facts nor in their paragraphs. Take it out, or list the fact that has it."


def describe_nothing_shared() -> str:
    """A sentence under a source that shares nothing with its facts."""
    return "it shares no word with the facts listed. Put it into a staged passage, or list the fact it tells."


def describe_own_words(found: Sequence[str]) -> str:
    """Words that no source bears out."""
    return (
        f"{', '.join(f'“{word}…”' for word in found[:MAX_SHOWN])}: neither its facts nor their paragraphs have it. "
        "Take it out, list the fact that has it, or put the sentence into a staged passage."
    )


def describe_unlisted(fact: Fact) -> str:
    """A fact that is told and not listed."""
    return f"it tells {fact.id}: {_quote(fact)}. List that fact."


def describe_loose(value: str, other: str) -> str:
    """Two values that no fact has together."""
    return f"“{value}” and “{other}” stand together in no fact. Correct one, or tell them apart."


def describe_wrong_label(label: str, fact: Fact) -> str:
    """A clause under the wrong article."""
    return (
        f"it is said to be article {label}’s, and {fact.id} rests on {', '.join(fact.cites)}. Name the right article."
    )


def describe_staged_measure(figure: str) -> str:
    """A date or a measure in a staged sentence."""
    return f"“{figure}” is a date or a measure, and the sentence is staged. Take it out, or list the fact that has it."


def describe_staged_name(name: str) -> str:
    """A real name in a staged sentence."""
    return f"{name} is real, and the sentence is staged. Take the name out, or list the fact that is told."


def describe_staged_person(found: str) -> str:
    """A matter that is never staged."""
    return f"“{found}…” is nothing to make up of real people. Take it out, or list the fact that is told."


def describe_staged_fact(fact: Fact) -> str:
    """A fact told by a staged sentence."""
    return f"it tells {fact.id}, and is staged: {_quote(fact)}. List that fact instead of staged."


def describe_journey_date(when: str, told: Iterable[str]) -> str:
    """A journey's date that no fact of it has."""
    return f"“{when}” is borne out by none of its facts; they have {_list(told)}. Correct it, or list its fact."


def describe_journey_means(means: str) -> str:
    """A means of travel that no fact of the journey has."""
    return f"no fact of the journey says that one travelled {name_means(means)}. Correct it, or write: not told."


def describe_journey_stop(name: str) -> str:
    """A stop or a traveller that no fact of the journey has."""
    return f"{name} is named by no fact of the journey. Take it out, or list the fact that names it."


def describe_standing(standing: str) -> str:
    """A plaque that does not say the standing of its room."""
    return f"the room is {standing}, and its plaque does not begin with that word. Make the two agree."


def describe_no_facts(standing: str) -> str:
    """A room that is said to rest on facts, and lists none."""
    return (
        f"the room is {standing}, and its plaque lists no fact. List the facts that attest it, or make the room staged."
    )


def _quote(fact: Fact) -> str:
    return f"“{fact.claim.rstrip('.')}”"


def _list(told: Iterable[str]) -> str:
    shown = list(dict.fromkeys(told))
    if not shown:
        return "none"
    more = f" and {len(shown) - MAX_SHOWN} more" if len(shown) > MAX_SHOWN else ""
    return ", ".join(shown[:MAX_SHOWN]) + more
