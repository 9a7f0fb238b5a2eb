"""What a key of a pack is where its author leaves it out, in words for the reference and for editors."""

from collections.abc import Mapping

from game.pack.kinds import KINDS, Agreement, Choice, Multiple, Number, Short, TrueFalse, TwoTier

_ID = "its name"
_WORDING = {"wording": "what both sides say, each with its source"}
_FROM_CLAIM = "it is read out of the claim"

_ITEM = {"id": "that of its room and of its first fact", "feedback": "the claims of its facts"}
_PLAIN_KINDS = (Agreement, Choice, Multiple, Number, Short, TrueFalse, TwoTier)
"""Kinds that an item is by its other keys."""
_BY_KEYS = {
    "kind": "what its other keys fit: distractors, keys, reasons, a key that is true, agree, a figure or a word"
}

LEFT_OUT: Mapping[str, Mapping[str, str]] = {
    "Fact": {"strength": _FROM_CLAIM, "kind": _FROM_CLAIM},
    "Entity": {"id": _ID},
    "Difference": {
        "kind": "figures, where the sides differ in a figure or a date",
        **_WORDING,
    },
    **dict.fromkeys(("AgreedPoint", "MixUp"), _WORDING),
    "Side": {"says": "the figure or date that only this side has, else its claims"},
    "Room": {"id": _ID, "standing": "staged", "plaque": "of a staged room, that no source tells of it"},
    "Thing": {"id": _ID},
    **{kind.__name__: _ITEM for kind in KINDS.values()},
    **{kind.__name__: {**_BY_KEYS, **_ITEM} for kind in _PLAIN_KINDS},
    "HowSure": {"id": _ITEM["id"]},
}
"""Record -> field that may be left out -> what it is then."""
