"""Short forms of differences, agreements and mix-ups: ``the height: height-41 / height-38``, and what claims tell."""

from collections.abc import Mapping
from typing import Any

from game.content.documents import Document, ValuePath
from game.content.drafting.sentence_drafts import find_figure_texts
from game.content.shorthand.headed import Plain, list_of, make_id, open_heading, split_ids
from game.pack.claims.timespans import find_dates
from game.pack.ledger import Difference
from game.prose.short_form_texts import render_sides

COMPARISONS = ("differences", "agreements", "mix_ups")
"""Lists of the file, all of entries with a topic and its sides."""

_FIELDS = Difference.__struct_fields__


def write_out_differences(document: Document, facts: Mapping[str, Plain]) -> None:
    """Give the file of differences its long form.

    Args:
        document: The file.
        facts: Id -> fact, in the long form.
    """
    if not isinstance(document.value, dict):
        return
    for field in COMPARISONS:
        listed = list_of(document.value.get(field))
        for place, entry in enumerate(listed):
            if isinstance(entry, dict):
                listed[place] = _write_out(document, (field, place), entry, facts)


def _write_out(document: Document, path: ValuePath, entry: Plain, facts: Mapping[str, Plain]) -> Plain:
    if "topic" not in entry and (opened := open_heading(document, path, entry, _FIELDS, "sides")):
        topic, fields = opened
        entry = {"id": make_id(topic), "topic": topic, **fields}
    entry["sides"] = sides = _write_out_sides(document, path, entry.get("sides"))
    if _are_readable(sides):
        _say_what_differs(entry, facts, is_difference=path[0] == "differences")
        parts = [(str(side.get("says", "")), _find_letter(side, facts)) for side in sides]
        if all(says and letter for says, letter in parts) and len({letter for _, letter in parts}) == len(parts):
            entry.setdefault("wording", render_sides(parts))
    return entry


def _write_out_sides(document: Document, path: ValuePath, sides: Any) -> Any:
    """Sides that are written as ids with a slash between, or as ids with what they say."""
    if isinstance(sides, str):
        listed = [split_ids(side) for side in sides.split("/")]
        for place in range(len(listed)):
            document.move((*path, "sides", place), (*path, "sides"))
        return [{"facts": ids} for ids in listed]
    if isinstance(sides, dict):
        for place, ids in enumerate(sides):
            document.move((*path, "sides", place), (*path, "sides", ids))
        return [{"facts": split_ids(ids), "says": says} for ids, says in sides.items()]
    return sides


def _are_readable(sides: Any) -> bool:
    """Whether sides have the shape of the long form as far as their facts."""
    if not isinstance(sides, list) or not all(isinstance(side, dict) for side in sides):
        return False
    listed = [side.get("facts") for side in sides]
    return all(isinstance(ids, list) and all(isinstance(fact_id, str) for fact_id in ids) for ids in listed)


def _say_what_differs(entry: Plain, facts: Mapping[str, Plain], *, is_difference: bool) -> None:
    """Put in what each side says: the figure or date that the other one has not, else its claim."""
    claims = [_join_claims(side, facts) for side in entry["sides"]]
    if not claims or not all(claims):
        return
    # Only of two sides can each be told by what the other has not.
    values = [_find_own_value(*claims), _find_own_value(*reversed(claims))] if len(claims) == 2 else []
    are_values = bool(values) and all(values)
    if is_difference and are_values:
        entry.setdefault("kind", "figures")
    for side, says in zip(entry["sides"], values if are_values else claims, strict=True):
        side.setdefault("says", says.rstrip("."))


def _join_claims(side: Plain, facts: Mapping[str, Plain]) -> str:
    """The claims of a side; empty where one of its facts has none."""
    claims = [facts.get(fact_id, {}).get("claim") for fact_id in side["facts"]]
    return " ".join(map(str, claims)) if all(claims) else ""


def _find_own_value(claim: str, other: str) -> str:
    """The first figure, or date, that a claim has and another has not, as it stands there; empty where it has none."""
    dates = [claim[date.start : date.end] for date in find_dates(claim)]
    return next((value for value in (*find_figure_texts(claim), *dates) if value not in other), "")


def _find_letter(side: Plain, facts: Mapping[str, Plain]) -> str:
    """The id of the source of a side; empty where it has several, or none that can be read."""
    cites = [facts.get(fact_id, {}).get("cites") for fact_id in side["facts"]]
    letters = {str(cite)[:1] for listed in cites for cite in list_of(listed)}
    return letters.pop() if len(letters) == 1 else ""
