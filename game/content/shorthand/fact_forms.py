"""Short forms of facts: under what they cite, and with what can be read out of their claim left out."""

import re
from typing import Any

from game.content.documents import Document, ValuePath
from game.content.drafting.sentence_drafts import find_figure_texts, find_kind, find_speaker, find_strength
from game.content.shorthand.headed import Plain, list_of, mark_key
from game.pack.claims.timespans import find_dates
from game.prose.shape_problems import KEYS_AND_VALUES, describe_found, describe_mismatch
from game.prose.short_form_texts import UNNAMED_SPEAKER

_HEADING = re.compile(r"(?P<id>[^ ()]+) +\((?P<of>[^()]+)\)")


def write_out_facts(document: Document) -> None:
    """Give a file of facts its long form."""
    if not isinstance(document.value, dict):
        return
    listed = document.value.get("facts")
    if isinstance(listed, dict):
        listed = document.value["facts"] = _list_under_cites(document, listed)
    for fact in list_of(listed):
        if isinstance(fact, dict):
            _read_claim(fact)
            _spell_out_asked(fact)


def _list_under_cites(document: Document, listed: Plain) -> list[Any]:
    """Facts under the paragraphs that they cite: by id, perhaps with what it tells of, the claim or all fields."""
    facts: list[Any] = []
    for cites, held in listed.items():
        if not isinstance(held, dict):
            document.add(("facts", cites), describe_mismatch(KEYS_AND_VALUES, describe_found(held)))
            continue
        for heading, told in held.items():
            path: ValuePath = ("facts", len(facts))
            document.move(path, ("facts", cites, heading))
            fact_id, of = _split_heading(heading)
            fields = dict(told) if isinstance(told, dict) else {"claim": told}
            own = fields.pop("cites", [])
            under = re.split(r"[ ,]+", cites.strip())
            for place in range(len(under)):
                mark_key(document, (*path, "cites", place), ("facts",), cites)
            for field in ("id", "of") if of else ("id",):
                mark_key(document, (*path, field), ("facts", cites), heading)
            facts.append({"id": fact_id, **of, **fields, "cites": [*under, *own] if isinstance(own, list) else own})
    return facts


def _split_heading(heading: str) -> tuple[str, Plain]:
    """The id of a fact, and what it tells of what, where that stands in brackets behind it."""
    found = _HEADING.fullmatch(heading)
    return (found["id"], {"of": found["of"]}) if found else (heading, {})


def _read_claim(fact: Plain) -> None:
    """Put in what a claim says of itself: who says so, how sure that is, what sort of claim it is."""
    claim, strength = fact.get("claim"), fact.get("strength")
    if not isinstance(claim, str):
        return
    if "said_by" not in fact and strength in (None, "reported"):
        speaker = find_speaker(claim)
        strength = strength or find_strength(claim, speaker)
        # Where an author writes that it is reported, and by whom cannot be found, only the author can say it.
        speaker = speaker or ("" if "strength" in fact else UNNAMED_SPEAKER)
        if strength == "reported" and speaker:
            fact["said_by"] = speaker
    fact.setdefault("strength", strength or find_strength(claim, str(fact.get("said_by") or "")))
    if "kind" not in fact:
        fact["kind"] = find_kind(claim, find_figure_texts(claim), bool(find_dates(claim)), fact["strength"])


def _spell_out_asked(fact: Plain) -> None:
    """Questions that are named, or named with what they ask about, as records."""
    asked = fact.get("ask")
    if isinstance(asked, dict):
        fact["ask"] = [{"what": name, "about": about} for name, about in asked.items()]
    elif isinstance(asked, list):
        fact["ask"] = [{"what": name} if isinstance(name, str) else name for name in asked]
