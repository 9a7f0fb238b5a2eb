"""The quality card of a bank as text, on one page."""

from collections import Counter
from collections.abc import Iterator
from textwrap import wrap

from game.quiz.lint import QualityCard

CARD_COLUMNS = 79


def render_card(shown: QualityCard) -> Iterator[str]:
    """The card as text, at most 79 columns wide."""
    yield f"Quality card: {shown.items} items"
    yield ""
    yield f"Kinds     {_format_counts(shown.kinds)}"
    yield f"Levels    {_format_counts(dict(sorted(shown.levels.items())))}"
    yield f"Skills    {_format_counts(dict(sorted(shown.skills.items())))}"
    yield f"Sources   {_format_counts(shown.cites)} cites"
    yield f"Facts     {shown.facts[0]} of {shown.facts[1]} asked"
    yield f"Differing {shown.differences[0]} of {shown.differences[1]} points asked by source"
    yield f"Longest   is the key in {shown.longest[0]} of {shown.longest[1]}; by chance {shown.longest[2]:.0f}"
    yield f"Shortest  is the key in {shown.shortest[0]} of {shown.shortest[1]}; by chance {shown.shortest[2]:.0f}"
    yield f"True      {shown.true[0]} of {shown.true[1]} statements"
    yield f"Places    {_format_counts(dict(sorted(shown.places.items())))}"
    yield ""
    widest = max(map(len, shown.rooms), default=0)
    most = max(shown.rooms.values(), default=1) or 1
    yield from (f"{name:<{widest}}  {number:>3} {'#' * (40 * number // most)}" for name, number in shown.rooms.items())
    yield ""
    yield f"Findings  {_format_counts(dict(sorted(shown.findings.items()))) or 'none'}"


def _format_counts(counts: dict[str, int] | dict[int, int] | Counter[str] | Counter[int]) -> str:
    # A name and its number stay on one line: the space between them is one that wrap does not break at.
    text = ", ".join(f"{name}\u00a0{number}".replace(" ", "\u00a0") for name, number in counts.items())
    return f"\n{'':10}".join(wrap(text, CARD_COLUMNS - 10, break_on_hyphens=False)).replace("\u00a0", " ")
