"""Another key for an item whose key was wrong, found by the response that is right."""

from collections.abc import Sequence
from typing import Any

import msgspec

from game.pack.kinds import Item, mark
from game.pack.kinds.agreement import AGREE, DIFFER
from game.pack.kinds.base import BaseItem, Distractor, Ledger, Response
from game.pack.kinds.choice import Choice
from game.pack.kinds.keyless import NO_KEY
from game.pack.kinds.which_source import ALL, NONE

KEY_NAMES = (ALL, NONE, AGREE, DIFFER)
"""Names that keys have in the kinds whose options stand for something else."""


def make_choice(item: Item, response: Response, options: Sequence[str]) -> Item:
    """A choice in the place of an item whose kind has no key of its own to replace: how sure its source is, say."""
    base = {name: getattr(item, name) for name in BaseItem.__struct_fields__}
    wrong = tuple(Distractor(text=text, because=NO_KEY) for text in options if text != response[0])
    return Choice(**base, key=response[0], distractors=wrong)


def replace_key(item: Item, response: Response, ledger: Ledger) -> Item | None:
    """The item with another key; None where its key cannot be said by one text.

    The option that was the key takes the place of the one that is it now, so that the same options are shown.
    """
    fields = msgspec.to_builtins(item)
    old = fields.get("key")
    if old is None or len(response) != 1:
        return None
    # Other forms of the old key are as wrong as itself.
    fields |= {"accepted": []} if "accepted" in fields else {}
    for wrong in fields.get("distractors", ()):
        if wrong["text"] == response[0]:
            wrong["text"] = old
    # Some kinds are keyed by a name and not by the option that stands for it: the id of a source, how sure it is.
    names = (response[0] == "True",) if isinstance(old, bool) else (response[0], *ledger.sources, *KEY_NAMES)
    made = (_convert(fields | {"key": name}, response, ledger) for name in names)
    return next((item for item in made if item is not None), None)


def _convert(fields: dict[str, Any], response: Response, ledger: Ledger) -> Item | None:
    """The item of some fields; None where it is none, or the response is not its key."""
    try:
        made: Item = msgspec.convert(fields, Item)
        return made if mark(made, response, ledger) else None
    except (msgspec.ValidationError, KeyError):
        return None


def mark_as_key(item: Item, right: Response, response: Response, ledger: Ledger) -> float:
    """What a response is worth where ``right`` is the key: spelling and tolerance are those of the item."""
    made = replace_key(item, right, ledger)
    if not response:
        return 0.0
    return float(response == right) if made is None else mark(made, response, ledger)
