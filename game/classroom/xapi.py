"""Responses as statements of xAPI 1.0.3; `lrs` sends them.

The id of a statement is the id of its response, so sending it twice is harmless.
Source: Experience API 1.0.3, Part Two: Experience Data.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote

from game.classroom.index_rows import ResponseRow
from game.classroom.response_ids import make_response_id
from game.pack.kinds import (
    FULL_MARK_THRESHOLD,
    Item,
    describe_interaction,
    is_resolved,
    write_interaction_response,
)
from game.pack.world import World

HOME = "https://21carriages.invalid"
"""The home page of our account names. Nothing is ever requested from this address."""

SEPARATOR = "[,]"
"""The separator of the parts of a response, from the standard."""

SKIPPED = "http://id.tincanapi.com/verb/skipped"
"""For a question without an answer. As *answered* with an empty response, every report of a store would count it as an
answer; left out, nobody could tell a question that was skipped from one that was never asked."""

ANSWERED, COMPLETED = "http://adlnet.gov/expapi/verbs/answered", "http://adlnet.gov/expapi/verbs/completed"
INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment"

Statement = dict[str, Any]


def build_statements(rows: Sequence[ResponseRow], world: World) -> Iterator[Statement]:
    """A statement for each response, and one for each attempt that is complete."""
    by_attempt: dict[str, list[ResponseRow]] = {}
    for row in rows:
        if row.mode == "exam":
            by_attempt.setdefault(row.attempt, []).append(row)
        yield _answered(row, world)
    for several in by_attempt.values():
        yield _completed(several)


def _answered(row: ResponseRow, world: World) -> Statement:
    item = row.item
    return {
        "id": row.id,
        "timestamp": _moment(row.at),
        "actor": _actor(row.candidate),
        "verb": _name_verb(row),
        "object": {
            "objectType": "Activity",
            "id": f"{HOME}/tours/{world.tour.id}/items/{quote(item.id)}",
            "definition": {
                "type": INTERACTION,
                "name": {"en": item.id},
                "description": {"en": item.stem},
                **_describe_interaction(item, world),
            },
        },
        "result": {
            "score": {"scaled": round(row.mark, 6)},
            "success": row.mark >= FULL_MARK_THRESHOLD,
            **({"response": _write_response(row, world)} if row.response else {}),
            "duration": f"PT{row.seconds:.1f}S",
            "extensions": {
                f"{HOME}/extensions/facts": list(item.facts),
                f"{HOME}/extensions/cites": [c for f in item.facts if f in world.facts for c in world.facts[f].cites],
                f"{HOME}/extensions/visited": sorted(row.visited),
            },
        },
        "context": _context(row, world),
    }


def _name_verb(row: ResponseRow) -> Statement:
    verb, name = (ANSWERED, "answered") if row.response else (SKIPPED, "skipped")
    return {"id": verb, "display": {"en": name}}


def _completed(rows: Sequence[ResponseRow]) -> Statement:
    first, marks = rows[0], [row.mark for row in rows]
    return {
        "id": make_response_id(first.attempt, "", 0),
        "timestamp": _moment(first.at),
        "actor": _actor(first.candidate),
        "verb": {"id": COMPLETED, "display": {"en": "completed"}},
        "object": {
            "objectType": "Activity",
            "id": _paper(first),
            "definition": {"type": ASSESSMENT, "name": {"en": f"Paper {first.code}" if first.code else "Paper"}},
        },
        "result": {
            "completion": True,
            "score": {
                "scaled": round(sum(marks) / len(marks), 6),
                "raw": round(sum(marks), 6),
                "min": 0,
                "max": len(marks),
            },
            "duration": f"PT{sum(row.seconds for row in rows):.1f}S",
        },
        "context": {"registration": first.attempt},
    }


def _paper(row: ResponseRow) -> str:
    return f"{HOME}/papers/{quote(row.code or row.bank)}"


def _context(row: ResponseRow, world: World) -> Statement:
    tour = {"objectType": "Activity", "id": f"{HOME}/tours/{world.tour.id}"}
    parent = {"objectType": "Activity", "id": _paper(row)}
    activities = {"parent": [parent], "grouping": [tour]}
    return {"registration": row.attempt, "platform": "21 Carriages", "contextActivities": activities}


def _actor(candidate: str) -> Statement:
    """The actor of a statement: a pseudonym as an account name, never a real name or an e-mail address."""
    return {"objectType": "Agent", "account": {"homePage": HOME, "name": candidate or "player"}}


def _moment(text: str) -> str:
    """A time with its offset, in the form of RFC 3339."""
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.astimezone()).isoformat(timespec="milliseconds")


def _write_response(row: ResponseRow, world: World) -> str:
    if is_resolved(row.item, world):
        return write_interaction_response(row.item, row.response, world)
    return SEPARATOR.join(row.response)


def _describe_interaction(item: Item, world: World) -> Statement:
    """The kind of interaction, its components, and the responses that are right."""
    # An item of an old attempt may rest on sources that the pack no longer has. The response still counts.
    if not is_resolved(item, world):
        return {"interactionType": "other"}
    described = describe_interaction(item, world)
    components = {"choices": described.choices, "source": described.source, "target": described.target}
    listed = {
        name: [{"id": one, "description": {"en": text}} for one, text in parts]
        for name, parts in components.items()
        if parts
    }
    return {"interactionType": described.type, **listed, "correctResponsesPattern": list(described.right)}
