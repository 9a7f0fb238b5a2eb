"""The signature of a fact: a person has compared its claim with the paragraphs it cites.

Some false claims are made of the words of their own paragraphs, and no rule finds them. The signature holds for exactly
what was read: the claim, what is stated beside it, and the paragraphs. Any change to one of them asks for a new one.
"""

from collections.abc import Iterable

from game.core.digests import blake2b
from game.pack.ledger import Fact


def sign_fact(fact: Fact, paragraph_hashes: Iterable[str]) -> str:
    """The signature of a fact as it stands: eight hex digits.

    Args:
        fact: What was read.
        paragraph_hashes: The hashes of the paragraphs it cites, in the order of its cites.
    """
    parts = (fact.claim, *fact.cites, fact.of, fact.strength, fact.said_by, fact.about.when or "", *paragraph_hashes)
    return blake2b("\x1f".join(parts).encode(), digest_size=4).hexdigest()
