"""What kinds that ask about the sources themselves share: which source, agreement, how sure."""

from collections.abc import Iterable, Iterator

from game.pack.kinds import returned
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


def read_keyed_name(question: returned.ReturnedQuestion, options: Iterable[tuple[str, str]]) -> returned.Fields | None:
    """The name of the option that is right, where a question has exactly some options; with others it is another one.

    Args:
        question: What was read.
        options: What an item of the kind can be keyed to, each with the option as shown.
    """
    names = {text: name for name, text in options}
    if question.kind != "choice" or {option.text for option in question.options} != set(names):
        return None
    keyed = [name for text, name in names.items() if [text] == returned.list_right(question)]
    return {"key": keyed[0]} if keyed else None
