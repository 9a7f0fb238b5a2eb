"""Reads lines that lay two notes side by side in other words than COMPARE: 3 VS 11, DOES 37 MPH AGREE WITH 3."""

import re
from collections.abc import Iterator

from game.tour.notes import MAX_NOTES_FITTING, find_notes
from game.tour.scope import Scope

_RELATION = r"(?:agree|disagree|differ|conflict|clash|fit|match|tally|contradict)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<one>.+?)\s+(?:vs|versus|v)\b\.?\s+(?P<other>.+)",
        r"(?P<one>#?[0-9]+)\s+(?:beside|against|with)\s+(?P<other>#?[0-9]+)",
        r"(?P<one>#?[0-9]+)(?:\s*(?:and|&|,|\+)\s*|\s+)(?P<other>#?[0-9]+)",
        r"(?:lay|put|set|hold|place|check|test|match|compare)\s+(?P<one>.+?)\s+"
        r"(?:beside|next to|alongside|against|side by side with)\s+(?P<other>.+)",
        r"(?:lay|put|set|hold|place)\s+(?P<one>.+?)\s+(?:and|with)\s+(?P<other>.+?)\s+(?:side by side|together)",
        rf"(?:does|do|did)\s+(?P<one>.+?)\s+(?:and|with)\s+(?P<other>.+?)\s+{_RELATION}",
        rf"(?:does|do|did)\s+(?P<one>.+?)\s+{_RELATION}\s+(?:with\s+|from\s+)?(?P<other>.+)",
        r"(?:is|are)\s+(?P<one>.+?)\s+(?:the\s+same\s+as|like)\s+(?P<other>.+)",
        r"(?:is|are)\s+(?P<one>#?[0-9]+)\s+and\s+(?P<other>#?[0-9]+)\s+the\s+same",
        r"what\s+is\s+between\s+(?P<one>.+?)\s+and\s+(?P<other>.+)",
    )
)


def read_pair(line: str, scope: Scope) -> str:
    """The words after COMPARE that a line means; empty when it means no two notes.

    Only lines of which both halves are notes are meant so: PUT LAMP BESIDE BED and DO THE ARTICLES AGREE are not.
    """
    if not scope.state.noted:
        return ""
    halves = _list_halves(line.strip(" .!?"))
    return next((f"{one} with {other}" for one, other in halves if _are_notes(one, other, scope)), "")


def _list_halves(line: str) -> Iterator[tuple[str, str]]:
    for form in _FORMS:
        if read := form.fullmatch(line):
            yield read["one"], read["other"]


def _are_notes(one: str, other: str, scope: Scope) -> bool:
    found = ((half, len(find_notes(scope, half))) for half in (one, other))
    return all(0 < fitting <= MAX_NOTES_FITTING or half.strip(" #").isdecimal() for half, fitting in found)
