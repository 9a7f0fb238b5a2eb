"""Findings about keys and the facts that should prove them, in words for their author."""

from collections.abc import Mapping

from game.prose.finding_words import FindingWords
from game.quiz.lint.finding_codes import KeyCode
from game.quiz.lint.findings import KeyFinding

# {0}, {1} and so on are the values of the finding; {rest} is all but the first, {last} all from the third on.
_FAULTS: Mapping[KeyCode, str] = {
    "not borne out": "hardly anything of the key “{0}” stands in {rest}",
    "wrong is nearer": "the cited facts say more of “{0}” than of the key “{1}”",
    "wrong as near": "the cited facts say as much of “{0}” as of the key “{1}”",
    "second right answer": "the fact {1} says “{0}”, which is keyed wrong",
    "other source says": "by the fact {1} another article says “{0}”, and the stem names no article",
    "stem not told": "hardly anything of the stem stands in {all}",
    "told elsewhere": "it is keyed to one article, and the fact {0} of another one says the stem, too",
    "other proof": "the fact {1} proves the key as well as {0}",
    "borne out": "it is keyed false, but nothing in it contradicts {all}",
    "article not cited": "it is keyed true and speaks of article {0}, which none of its facts cites",
    "own figure": "it is keyed true, and {0} is in none of its facts",
    "own name": "it is keyed true, and none of its facts names {0}",
    "surer than fact": "it is keyed true and says that the article is sure; the fact {0} is {1}",
    "fact leaves open": "it is keyed true, and it and the fact {0} disagree on whether something is told",
    "opposite of fact": "it is keyed true, and “{0}” is the opposite of “{1}” in the fact {2}",
    "number differs": "it is keyed true, and one of it and the fact {0} speaks of one, the other of several",
    "denial differs": "it is keyed true, and it and the fact {0} do not deny the same",
    "hardly told": "the fact {0} says little of the statement, so that it proves neither true nor false",
    "step not told": "no cited fact says what the step “{0}” says",
    "undated step": "the fact {1} of the step “{0}” has no date",
    "against the dates": "by the dates of their facts “{1}” comes before “{0}”",
    "order not known": "the dates of their facts leave open which came first, “{0}” or “{1}”",
    "generations": "“{0}” is not older than “{1}” by what the facts say of relatives",
    "pair not told": "no cited fact says both “{0}” and “{1}”",
    "pairs exchanged": "the facts tie “{0}” to “{1}”, and the pairs do not",
    "pairs alike": "the facts tie “{0}” to “{1}” as well as to its own side",
    "other fact asked": "it is keyed by the fact {0}, and its stem tells the fact {1}",
    "strength not said": "the feedback does not say that the key is {0}",
    "nothing restated": "the feedback shares no word with {all}",
    "report as hedge": "“reportedly” is called a hedge here, and passing on a report elsewhere",
    "form tells key": "every stem that begins with “{0}” has the key “{1}”: this one, and {last}",
}
"""Code -> what is wrong."""

_RECITE = "Correct the key or the wording, or cite the fact that says it."
_RANK = "Correct the key, word it as the facts do, or make the wrong answer wrong by them."
_ORDER = "Put the steps in the order of time."
_SPAN = "Take steps that do not overlap in time, or cite facts with exacter dates."
_PAIR = "Exchange the sides, or word them so that one fact tells both of a pair."
_RESTATE = "Say in the feedback what the article says, and how."
_FIXES: Mapping[KeyCode, str] = {
    "wrong is nearer": _RANK,
    "wrong as near": _RANK,
    "second right answer": "Take another wrong answer, or let the stem leave this one out.",
    "other source says": "Name the article, or the speaker, in the stem.",
    "told elsewhere": "Key it to both, or ask for what only one article says.",
    "other proof": "Prove the key by another fact, or take another one that does not.",
    "borne out": "Key it true, or let it say what a cited fact denies.",
    "against the dates": _ORDER,
    "generations": _ORDER,
    "order not known": _SPAN,
    "undated step": _SPAN,
    "pairs exchanged": _PAIR,
    "pairs alike": _PAIR,
    "strength not said": _RESTATE,
    "nothing restated": _RESTATE,
    "report as hedge": "Say that it passes on a report; keep “hedge” for likely, seems, may.",
    "form tells key": "Begin some of them otherwise, or ask so where the key is another.",
}
"""Code -> how to fix it, where that is more than to correct the key."""


def describe_key_finding(finding: KeyFinding) -> FindingWords:
    """What is wrong, and how to fix it."""
    values = [str(value) for value in finding.values]
    rest, last, every = (", ".join(values[first:]) for first in (1, 2, 0))
    text = _FAULTS[finding.code].format(*values, rest=rest or "its facts", last=last, all=every)
    return FindingWords(text, _FIXES.get(finding.code, _RECITE))
