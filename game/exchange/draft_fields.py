"""Turns a draft into the fields of an item, as a pack writes them."""

from typing import Any

from game.exchange.drafts import Draft
from game.pack.kinds import read_question
from game.pack.kinds.returned import ReturnedError
from game.pack.world import World
from game.prose import import_problems as problems


def build_fields(draft: Draft, world: World) -> dict[str, Any]:
    """The fields of an item, as a pack writes them.

    Args:
        draft: The question.
        world: The pack; its sources and facts show some kinds.

    Raises:
        ValueError: It cannot be an item; the message says why.
    """
    known = world.rooms[draft.room].topics if draft.room in world.rooms else ()
    try:
        fields = read_question(draft, draft.origin, world)
    except ReturnedError as bad:
        raise ValueError(problems.describe_returned_error(bad)) from bad
    return {
        "id": draft.id,
        "stem": draft.stem,
        "feedback": draft.feedback or problems.NO_REASON,
        "facts": draft.facts,
        "level": _read_level(draft.level),
        "skill": draft.skill,
        # The export adds the topics of the room to the item's own. If we kept them here, the pack would have them
        # twice.
        "tags": [topic for topic in draft.topics if topic not in known],
        **{name: _fill_reasons(value) for name, value in fields.items()},
    }


def _read_level(text: str) -> int:
    if text not in ("1", "2", "3"):
        raise ValueError(problems.describe_level(text))
    return int(text)


def _fill_reasons(value: Any) -> Any:
    """Give each wrong option a reason: files may leave it out, but a pack needs it."""
    if not isinstance(value, list):
        return value
    return [{**each, "because": each["because"] or problems.NO_REASON} if _has_reason(each) else each for each in value]


def _has_reason(value: Any) -> bool:
    return isinstance(value, dict) and "because" in value
