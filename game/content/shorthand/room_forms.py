"""Short forms of rooms, things, texts and entities."""

from collections.abc import Mapping
from typing import Any

from game.content.documents import Document, ValuePath
from game.content.shorthand.headed import (
    Plain,
    list_of,
    make_id,
    open_heading,
    split_names,
    split_paragraphs,
    take_ids,
)
from game.pack.ledger import Entity
from game.pack.world import Thing
from game.prose.short_form_texts import STAGED_PLAQUE

STAGED_SIGN = "~"
"""A text that begins with it is staged."""

_THING_FIELDS = Thing.__struct_fields__
_ENTITY_FIELDS = ("in", *Entity.__struct_fields__)


def write_out_tour(document: Document, differences: Mapping[str, Plain]) -> None:
    """Give tour.yaml its long form."""
    if isinstance(tour := document.value, dict):
        for field in ("opening", "about"):
            _write_out_passages(document, (), tour, field, differences)
        for field in ("carried", "everywhere"):
            _write_out_things(document, tour, field, differences)
        attributes = tour.get("attributes")
        if isinstance(attributes, dict):
            tour["attributes"] = {name: _write_out_attribute(told) for name, told in attributes.items()}


def _write_out_attribute(attribute: Any) -> Any:
    """What answers, a slash, and the words people ask by."""
    if not isinstance(attribute, str) or "/" not in attribute:
        return attribute
    answer, _, listed = attribute.partition("/")
    return {"answer": answer.strip(), "words": [word.strip() for word in listed.split(",") if word.strip()]}


def write_out_room(document: Document, differences: Mapping[str, Plain]) -> None:
    """Give the file of a room its long form."""
    if not isinstance(room := document.value, dict):
        return
    if isinstance(room.get("name"), str):
        room.setdefault("id", make_id(room["name"]))
        room.setdefault("standing", "staged")
    if room.get("standing") == "staged":
        room.setdefault("plaque", {"text": STAGED_PLAQUE, "staged": "true"})
    if "plaque" in room:
        room["plaque"] = _write_out_passage(room["plaque"], differences)
    _write_out_passages(document, (), room, "passages", differences)
    _write_out_replies(room, differences)
    _write_out_things(document, room, "things", differences)


def write_out_entities(document: Document) -> None:
    """Give the file of entities its long form: a list, or names under what they are."""
    if not isinstance(document.value, dict):
        return
    listed = document.value.get("entities")
    if isinstance(listed, dict):
        listed = document.value["entities"] = _list_under_kinds(document, listed)
    for entity in list_of(listed):
        if isinstance(entity, dict):
            _name(entity)
            gloss = entity.get("gloss")
            if isinstance(gloss, str) and "facts" not in entity:
                entity["gloss"], entity["facts"] = take_ids(gloss)


def _list_under_kinds(document: Document, listed: Plain) -> list[Any]:
    entities: list[Any] = []
    for kind, held in listed.items():
        for heading in held if isinstance(held, dict) else ():
            path: ValuePath = ("entities", len(entities))
            document.move(path, ("entities", kind))
            _, fields = open_heading(document, path, {heading: held[heading]}, _ENTITY_FIELDS, "gloss") or ("", {})
            entities.append({**_split_heading(heading), "kind": kind, **fields})
    return entities


def _write_out_things(document: Document, holder: Plain, field: str, differences: Mapping[str, Plain]) -> None:
    things = list_of(holder.get(field))
    for place, thing in enumerate(things):
        if not isinstance(thing, dict):
            continue
        if "name" not in thing and (opened := open_heading(document, (field, place), thing, _THING_FIELDS, "passages")):
            heading, fields = opened
            thing = things[place] = {**_split_heading(heading), **fields}
        _name(thing)
        _write_out_passages(document, (field, place), thing, "passages", differences)
        _write_out_replies(thing, differences)


def _split_heading(heading: str) -> Plain:
    name, names = split_names(heading)
    return {"name": name, **({"names": names} if names else {})}


def _name(entry: Plain) -> None:
    """Make an id out of a name where there is none."""
    if isinstance(entry.get("name"), str):
        entry.setdefault("id", make_id(entry["name"]))


def _write_out_passages(
    document: Document, path: ValuePath, holder: Plain, field: str, differences: Mapping[str, Plain]
) -> None:
    """Texts as a list, or as one text whose paragraphs they are."""
    passages = holder.get(field)
    if isinstance(passages, str) and passages.strip():
        passages = split_paragraphs(passages)
        for place in range(len(passages)):
            document.move((*path, field, place), (*path, field))
    if isinstance(passages, list):
        holder[field] = [_write_out_passage(passage, differences) for passage in passages]


def _write_out_replies(holder: Plain, differences: Mapping[str, Plain]) -> None:
    replies = holder.get("replies")
    if isinstance(replies, dict):
        holder["replies"] = {word: _write_out_passage(reply, differences) for word, reply in replies.items()}


def _write_out_passage(passage: Any, differences: Mapping[str, Plain]) -> Any:
    """A text alone, or the name of a difference, as a passage."""
    if isinstance(passage, str) and passage.strip():
        text, fact_ids = take_ids(passage.strip())
        if text.startswith(STAGED_SIGN):
            return {"text": text.removeprefix(STAGED_SIGN).strip(), "staged": "true"}
        return {**({"text": text} if text else {}), **({"facts": fact_ids} if fact_ids else {})}
    if isinstance(passage, dict) and isinstance(passage.get("difference"), str):
        found = differences.get(passage["difference"])
        if found is not None:
            rest = {name: value for name, value in passage.items() if name != "difference"}
            return {"text": found.get("wording", ""), "facts": _list_facts(found.get("sides")), **rest}
    return passage


def _list_facts(sides: Any) -> list[str]:
    """The facts of all sides."""
    listed = [side.get("facts") for side in list_of(sides) if isinstance(side, dict)]
    return [str(fact_id) for facts in listed for fact_id in list_of(facts)]
