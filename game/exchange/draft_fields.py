"""Turns a draft into the fields of an item, as a pack writes them."""

from collections.abc import Mapping
from typing import Any, assert_never

from game.exchange.drafts import Draft
from game.pack.kinds.agreement import list_agreement_options
from game.pack.kinds.how_sure import STRENGTHS
from game.pack.kinds.which_source import list_source_options
from game.pack.world import World
from game.prose import import_problems as problems


def build_fields(draft: Draft, world: World, proof: Draft | None) -> dict[str, Any]:
    """What an item is made of, as a pack writes it.

    Args:
        draft: The question.
        world: The pack, by whose sources and facts some kinds are recognised.
        proof: The question for the fact that proves its answer; None where the file has none.

    Raises:
        ValueError: It cannot be an item; the message says why.
    """
    known = world.rooms[draft.room].topics if draft.room in world.rooms else ()
    fields: dict[str, Any] = {
        "id": draft.id,
        "kind": draft.kind,
        "stem": draft.stem,
        "feedback": draft.feedback or problems.NO_REASON,
        "facts": draft.facts,
        "level": _read_level(draft.level),
        "skill": draft.skill,
        # The export adds the topics of the room to the item's own; taken over, they would be in the pack twice.
        "tags": [topic for topic in draft.topics if topic not in known],
    }
    if draft.origin in ("which-source", "agreement", "how-sure") and (special := _recognise(draft, world)) is not None:
        return {**fields, **special}
    if draft.origin == "two-tier" and proof is not None:
        return {**fields, **_split_options(draft), "kind": "two-tier", **_find_reasons(draft, proof, world)}
    return {**fields, **_build_by_shape(draft)}


def _read_level(text: str) -> int:
    if text not in ("1", "2", "3"):
        raise ValueError(problems.describe_level(text))
    return int(text)


def _build_by_shape(draft: Draft) -> dict[str, Any]:  # noqa: C901, PLR0911 - one case a shape, nothing else
    match draft.kind:
        case "true-false":
            return {"key": draft.is_true}
        case "number":
            wrong = [
                {"value": o.text, "because": o.because or problems.NO_REASON} for o in draft.options if not o.is_right
            ]
            key = next((o.text for o in draft.options if o.is_right), "")
            return {"key": key, "tolerance": draft.tolerance, "unit": draft.unit, "wrong": wrong}
        case "short":
            return {**_split_options(draft), "accepted": _list_right(draft)[1:]}
        case "order":
            return {"steps": draft.steps}
        case "match":
            return {"pairs": [{"left": left, "right": right} for left, right in draft.pairs]}
        case "multiple":
            return {"keys": _list_right(draft), "distractors": _split_options(draft)["distractors"]}
        case "choice":
            if number := len(_list_right(draft)) - 1:
                raise ValueError(problems.describe_right_options(are_several=number > 0))
            return _split_options(draft)
        case _:
            assert_never(draft.kind)


def _list_right(draft: Draft) -> list[str]:
    return [option.text for option in draft.options if option.is_right]


def _split_options(draft: Draft) -> dict[str, Any]:
    wrong = [{"text": o.text, "because": o.because or problems.NO_REASON} for o in draft.options if not o.is_right]
    return {"key": next(iter(_list_right(draft)), ""), "distractors": wrong}


def _recognise(draft: Draft, world: World) -> dict[str, Any] | None:
    """The fields of a kind whose options the ledger gives; None where other options make it a plain choice."""
    # The options of these kinds come from the ledger: with other options it is another question.
    key = next((option.text for option in draft.options if option.is_right), "")
    texts = {option.text for option in draft.options}
    if draft.origin == "how-sure":
        fact = world.facts.get(draft.facts[0]) if draft.facts else None
        fits = fact is not None and STRENGTHS[fact.strength] == key and texts == set(STRENGTHS.values())
        return {"kind": draft.origin} if fits else None
    list_options = list_source_options if draft.origin == "which-source" else list_agreement_options
    options: Mapping[str, str] = list_options(world)
    keyed = next((name for name, text in options.items() if text == key), None)
    return {"kind": draft.origin, "key": keyed} if keyed and texts == set(options.values()) else None


def _find_reasons(draft: Draft, proof: Draft, world: World) -> dict[str, Any]:
    """The facts that do not prove an answer, found by their claims."""
    # Files show the claim of a fact to readers; none of them has a place for the id.
    by_claim = {fact.claim: fact.id for fact in world.facts.values()}
    wrong = [
        {"fact": by_claim.get(option.text, option.text), "because": option.because or problems.NO_REASON}
        for option in proof.options
        if not option.is_right
    ]
    right = next((by_claim.get(option.text, "") for option in proof.options if option.is_right), "")
    if right and draft.facts and right != draft.facts[0]:
        raise ValueError(problems.describe_other_proof(right, draft.facts[0]))
    return {"reasons": wrong}
