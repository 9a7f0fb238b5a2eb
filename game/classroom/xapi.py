"""Responses as statements of xAPI 1.0.3; `lrs` sends them.

The id of a statement is the id of its response, so sending it twice is harmless.
Source: Experience API 1.0.3, Part Two: Experience Data.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote

from game.classroom.index_rows import ResponseRow
from game.classroom.response_ids import make_response_id
from game.pack.items import Choice, HowSure, Item, Match, Number, Order, Short, TrueFalse, TwoTier
from game.pack.world import World
from game.quiz import key_of, show
from game.quiz.marking import FULL

HOME = "https://21carriages.invalid"
"""In which our names are ours; no such place is ever asked for anything."""

ANSWERED, COMPLETED = "http://adlnet.gov/expapi/verbs/answered", "http://adlnet.gov/expapi/verbs/completed"
INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment"

Statement = dict[str, Any]


def build_statements(rows: Sequence[ResponseRow], world: World) -> Iterator[Statement]:
    """A statement for each response, and one for each attempt that is complete."""
    by_attempt: dict[str, list[ResponseRow]] = {}
    for row in rows:
        by_attempt.setdefault(row.attempt, []).append(row)
        yield _answered(row, world)
    for several in by_attempt.values():
        if several[0].mode == "exam":
            yield _completed(several)


def _answered(row: ResponseRow, world: World) -> Statement:
    item = row.item
    return {
        "id": row.id,
        "timestamp": _moment(row.at),
        "actor": _actor(row.candidate),
        "verb": {"id": ANSWERED, "display": {"en": "answered"}},
        "object": {
            "objectType": "Activity",
            "id": f"{HOME}/tours/{world.tour.id}/items/{quote(item.id)}",
            "definition": {
                "type": INTERACTION,
                "name": {"en": item.id},
                "description": {"en": item.stem},
                **_interaction(item, world),
            },
        },
        "result": {
            "score": {"scaled": round(row.mark, 6)},
            "success": row.mark >= FULL,
            "response": _response(item, row.response, world),
            "duration": f"PT{row.seconds:.1f}S",
            "extensions": {
                f"{HOME}/extensions/facts": list(item.facts),
                f"{HOME}/extensions/cites": [c for f in item.facts if f in world.facts for c in world.facts[f].cites],
                f"{HOME}/extensions/visited": sorted(row.visited),
            },
        },
        "context": _context(row, world),
    }


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
    """A pseudonym in an account of ours: never a name or an address."""
    return {"objectType": "Agent", "account": {"homePage": HOME, "name": candidate or "player"}}


def _moment(text: str) -> str:
    """A time with its offset, as RFC 3339 has it."""
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.astimezone()).isoformat(timespec="milliseconds")


def _interaction(item: Item, world: World) -> Statement:
    """The kind of interaction, its components, and the response that is right."""
    right = [_response(item, key_of(item, world), world)]
    match item:
        case TrueFalse():
            return {"interactionType": "true-false", "correctResponsesPattern": right}
        case Number():
            low, high = (float(item.key) + sign * float(item.tolerance) for sign in (-1, 1))
            return {"interactionType": "numeric", "correctResponsesPattern": [f"{low:g}[:]{high:g}"]}
        case Short():
            forms = [f"{{case_matters=false}}{form}" for form in (item.key, *item.accepted)]
            return {"interactionType": "fill-in", "correctResponsesPattern": forms}
        case Order():
            return {
                "interactionType": "sequencing",
                "choices": _components("s", item.steps),
                "correctResponsesPattern": right,
            }
        case Match():
            return {
                "interactionType": "matching",
                "source": _components("l", [pair.left for pair in item.pairs]),
                "target": _components("r", _rights(item)),
                "correctResponsesPattern": right,
            }
    return {
        "interactionType": "choice",
        "choices": _components("c", _options(item, world)),
        "correctResponsesPattern": right,
    }


def _components(letter: str, texts: Iterable[str]) -> list[Statement]:
    return [{"id": f"{letter}{place}", "description": {"en": text}} for place, text in enumerate(texts, start=1)]


def _options(item: Item, world: World) -> tuple[str, ...]:
    return show(item, world, 0, is_shuffled=False).options


def _rights(item: Match) -> list[str]:
    return list(dict.fromkeys(pair.right for pair in item.pairs))


def _response(item: Item, response: Sequence[str], world: World) -> str:
    """A response as the kind of interaction writes it; empty for none."""
    if not response:
        return ""
    match item:
        case TrueFalse():
            return response[0].casefold()
        case Order():
            return "[,]".join(f"s{item.steps.index(step) + 1}" for step in response if step in item.steps)
        case Match():
            rights = _rights(item)
            pairs = [
                f"l{n}[.]r{rights.index(right) + 1}" for n, right in enumerate(response, start=1) if right in rights
            ]
            return "[,]".join(pairs)
        case Choice() | TwoTier() | HowSure():
            pass
        case Number() | Short():
            return response[0]
    options = _options(item, world)
    return f"c{options.index(response[0]) + 1}" if response[0] in options else response[0]
