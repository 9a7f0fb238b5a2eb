"""Why a file is no YAML, in an author's terms: the few slips that nearly all such files have.

The reader says where it gave up, in words about its own state, and often some lines after the slip. Here the lines are
looked at as a person would: is there a tab, a quote that is not closed, a sentence with a colon?
"""

import re
from typing import NamedTuple

from yaml import MarkedYAMLError

from game.prose import yaml_problems as problems

_TAB = re.compile(r"^ *\t", re.MULTILINE)
_QUOTED_AND_MORE = re.compile(
    r"""(?:^|[\s{,\[])(?:[\w-]+: +|- )(?:"(?:\\.|[^"\\])*(?P<double>")|'(?:''|[^'])*(?P<single>'))(?=[^\s,\]}#:])"""
)
_SENTENCE_WITH_COLON = re.compile(r"^\s*(?:- )*[\w-]+: +[^\s\"'{\[|>].*?(?P<colon>: )")
_NO_BEGINNING = re.compile(r"^\s*(?:- )*(?:[\w-]+: +)?(?P<sign>[%@`*&!])")


class Trap(NamedTuple):
    """A slip, and where it is."""

    line: int
    """From 1."""
    column: int
    """From 1."""
    message: str


def find_trap(text: str, bad: MarkedYAMLError) -> Trap | None:
    """The slip that makes a text no YAML; None when it is none of those known here."""
    if tab := _TAB.search(text):
        return Trap(text.count("\n", 0, tab.start()) + 1, 1, problems.describe_tab())
    lines = text.splitlines()
    mark = bad.problem_mark or bad.context_mark
    at = min(mark.line, len(lines) - 1) if mark and lines else 0
    opened = bad.context_mark
    if opened and "quoted scalar" in (bad.context or ""):
        return Trap(opened.line + 1, opened.column + 1, problems.describe_open_quote())
    # A slip is on the line that is blamed, or on the one before it, where the reader still went on.
    for place in (at, at - 1):
        if 0 <= place < len(lines) and (trap := _find_in_line(lines[place], place + 1)):
            return trap
    if opened and "flow" in (bad.context or ""):
        return Trap(opened.line + 1, opened.column + 1, problems.describe_open_bracket())
    # The libraries differ in their words; none of them speaks of a document here.
    if mark and re.search("did not find expected|mapping values|expected <block end>", bad.problem or ""):
        return Trap(at + 1, mark.column + 1, problems.describe_indentation())
    return None


def _find_in_line(line: str, number: int) -> Trap | None:
    if line.lstrip().startswith("#"):
        return None
    if found := _SENTENCE_WITH_COLON.match(line):
        return Trap(number, found.start("colon") + 1, problems.describe_colon())
    if found := _QUOTED_AND_MORE.search(line):
        return Trap(number, found.end() + 1, problems.describe_inner_quote(found["double"] or found["single"]))
    if found := _NO_BEGINNING.match(line):
        return Trap(number, found.start("sign") + 1, problems.describe_beginning(found["sign"]))
    return None
