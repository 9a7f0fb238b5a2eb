"""What an author has refused, kept in a file of the pack, so that ``carriages new`` does not propose it again.

A fact is known by its sentence, which outlives the number of its paragraph; a name by itself; a difference by its
facts. The file travels with no pack: it is a note of the author, as the articles are.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from game.content.scan import digest_paragraph
from game.core.disk import Unusable, read_text
from game.prose.deciding_lines import REFUSALS_HEAD

REFUSALS_FILE = "refused.txt"


class Refusals(NamedTuple):
    """What was refused."""

    facts: frozenset[str] = frozenset()
    """Ids of those whose article was not at hand, and the digests of the sentences of all others."""
    names: frozenset[str] = frozenset()
    differences: frozenset[frozenset[str]] = frozenset()
    """Of each, the ids of the facts on its sides."""


def read_refusals(folder: Path) -> Refusals:
    """What was refused in a pack; lines that are none are passed over, for a person may write here."""
    text = read_text(folder / REFUSALS_FILE)
    if isinstance(text, Unusable):
        return Refusals()
    rows = [line.split() for line in text.splitlines() if not line.lstrip().startswith("#")]
    return Refusals(
        frozenset(row[-1] for row in rows if len(row) in (2, 3) and row[0] == "fact"),
        frozenset(" ".join(row[1:]) for row in rows if len(row) > 1 and row[0] == "name"),
        frozenset(frozenset(row[1:]) for row in rows if len(row) > 2 and row[0] == "difference"),
    )


def render_fact(fact_id: str, sentence: str) -> str:
    """The line for a fact, by its sentence where that is known."""
    return f"fact {fact_id} {digest_paragraph(sentence)}" if sentence else f"fact {fact_id}"


def render_name(name: str) -> str:
    """The line for a name."""
    return f"name {' '.join(name.split())}"


def render_difference(fact_ids: Iterable[str]) -> str:
    """The line for a difference."""
    return f"difference {' '.join(sorted(set(fact_ids)))}"


def add_refusal(text: str, line: str) -> str:
    """The file with one more line."""
    head = text or "".join(f"# {note}\n" for note in REFUSALS_HEAD)
    return f"{head}{'' if head.endswith(chr(10)) else chr(10)}{line}\n"
