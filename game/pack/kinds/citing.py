"""What kinds that ask about the sources themselves share: which source, agreement."""

from collections.abc import Iterator

from game.pack.kinds.base import Ledger
from game.pack.kinds.parts import Fault, KnownIds


def list_cited(fact_ids: tuple[str, ...], ledger: Ledger) -> tuple[str, ...]:
    """Ids of the sources that some facts cite, sorted."""
    return tuple(sorted({cite[0] for fact_id in fact_ids for cite in ledger.facts[fact_id].cites}))


def find_key_fault(key: str, known: KnownIds, special: tuple[str, ...]) -> Iterator[Fault]:
    """Report a key that is neither a source nor a special answer. Report nothing while no source can be read."""
    allowed = (*known.sources, *special)
    if known.sources and key not in allowed:
        yield Fault("no such key", ("key",), key, allowed)
