"""What words of an answer may mean in a pack: its names, and the words of its claims."""

import re
from collections.abc import Callable, Iterator

from game.pack.kinds.base import Ledger


def list_names(ledger: Ledger) -> Iterator[str]:
    """Every name that the pack knows."""
    for entity in ledger.entities.values():
        yield from (entity.name, *entity.names)


def is_word_of(ledger: Ledger) -> Callable[[str], bool]:
    """A test whether a folded word stands in a claim of the pack, so that it is a word and no slip of typing."""

    def is_word(word: str) -> bool:
        # Claims are searched and not indexed: only an answer with a slip asks, and an index would cost every start.
        pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
        return any(pattern.search(fact.claim) for fact in ledger.facts.values())

    return is_word
