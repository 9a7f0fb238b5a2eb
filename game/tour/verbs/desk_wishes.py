"""Sentences at the desk that wish for something: to see the page, to lead with a note, to have something in. Pure."""

import re
from collections.abc import Sequence

_LOOKS = re.compile(
    r"(?:(?:let me |please )?(?:show|see|view|check|preview|read|display|look at|look over|go over|inspect|print out)"
    r"(?: me| us| again| back| through| over)*) "
    r"(?:(?:the|my|this|that|our|whole|full|how|what|current|finished|all|of|as|front) )*"
    r"(?:page|pages|report|draft|article|story|text|newspaper|sheet|lines?|column|piece)\b(?! \d)(.*)"
    r"|(?:how|what) (?:does|do|will|would) (?:my |the )?(?:page|report|draft|story|article|lines?)\b"
    r" (?:looks?|reads?|stands?|says?)\b(.*)"
)
"""A wish to see the report: SHOW ME THE PAGE AS IT STANDS BEFORE I FILE."""

_ABOUT_MORE = re.compile(r".*\b(?:about|that says|which says)\b.*")

_LEADS = ("lead with", "lead off with", "start with", "begin with", "open with", "start off with")
_PUTS = frozenset({"put", "place", "move", "print", "set", "bring", "get", "take"})
_FIRSTS = ("to the top", "at the top", "on top", "first", "to the front", "in front")

_WANTING = re.compile(
    r"(?:i (?:want|need|would like|d like|wanna have)(?: to (?:have|see|get|put|print))?|put|get|give me|print|use|take"
    r"|let me have|have|let us have)\b (.+?) (?:in|into|on|onto|inside)"
    r"(?: (?:the|my|our|this|there|it|front|page|report|paper|newspaper|story|article|dispatch))*"
)
"""A wish to have something in the report: I WANT MY LINE ABOUT THE CHAIRS IN."""

_LINE_OF = re.compile(r"(?:my|the|a|that|this)?\s*(.+?)\s*(?:lines?|notes?|facts?|sentences?|part|bit)?")


def is_look(typed: Sequence[str]) -> bool:
    """Whether a line wishes to see the report as it stands.

    >>> is_look("show me the page as it stands before i file".split()), is_look("show me the lamp".split())
    (True, False)
    """
    found = _LOOKS.fullmatch(" ".join(typed))
    return found is not None and not _ABOUT_MORE.fullmatch(found[1] or found[2] or "")


def read_lead(typed: Sequence[str]) -> str:
    """What a line wishes to have first in the report; empty for any other line.

    >>> read_lead("lead with 4 then 5".split()), read_lead("put 65 first".split()), read_lead("put 65".split())
    ('4 then 5', '65', '')
    """
    line = " ".join(typed)
    for begun in _LEADS:
        if line.startswith(f"{begun} "):
            return line.removeprefix(begun).strip()
    end = next((each for each in _FIRSTS if line.endswith(f" {each}")), "")
    return line.removesuffix(end).partition(" ")[2].strip() if end and typed[0] in _PUTS else ""


def read_wish(typed: Sequence[str]) -> str:
    """What a line wishes to have in the report; empty for any other line.

    >>> read_wish("i want my poop line in".split()), read_wish("put 4 and 5 on the page".split())
    ('poop', '4 and 5')
    """
    found = _WANTING.fullmatch(" ".join(typed))
    named = _LINE_OF.fullmatch(found[1]) if found else None
    return named[1] if named else ""
