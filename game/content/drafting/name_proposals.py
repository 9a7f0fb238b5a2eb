"""Entities for the names in some drafts, with a guess at their kind by the words around them."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from game.content.drafting.article_text import PRESS
from game.content.drafting.sentence_drafts import SentenceDraft
from game.pack.ledger import EntityKind

MAX_ENTITIES = 30
"""Names that are proposed at most, those told most often first."""

_INSTITUTIONS = re.compile(
    r"\b(?:Trust|Council|Museum|University|School|Ministry|Company|Society|Office|Board|Association|Party|Union|Church|"
    r"Guard|Police|Army|Navy|Institute|Agency|Committee|Department|Bank|Club|Foundation)\b"
)
_PLACES = re.compile(
    r"\b(?:Street|Road|Lane|Avenue|Square|Market|Bridge|Quay|Harbour|Bay|River|Lake|Canal|Hill|Mount|Island|Isle|Park|"
    r"Garden|Gardens|Forest|Valley|Beach|Coast|Station|Airport)$"
)
_PERSON_VERB = r"(?:said|says|told|wrote|was born|died|lived|drew|rang|met|married|remembers|recalled)"
_PLACE_WORD = r"(?:in|at|near|from|to|off|outside|around)"


class ProposedEntity(Struct, frozen=True):
    """A name, what it may be, and where it is told."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: EntityKind
    facts: tuple[str, ...]
    cite: str


def propose_entities(
    drafts: Sequence[SentenceDraft], taken: frozenset[str] = frozenset()
) -> tuple[ProposedEntity, ...]:
    """The names of some drafts. A surname alone means the person whose full name is told."""
    counts = Counter(name for draft in drafts for name in draft.names)
    full = {name.split()[-1]: name for name in reversed(counts) if " " in name}
    merged: dict[str, list[SentenceDraft]] = {}
    for draft in drafts:
        for name in draft.names:
            merged.setdefault(full.get(name, name) if " " not in name else name, []).append(draft)
    # A single word that is told once is as often a word at the start of a sentence as a name.
    kept = [name for name in merged if " " in name or len(merged[name]) > 1]
    kept = sorted(kept, key=lambda name: -len(merged[name]))[:MAX_ENTITIES]
    text = " ".join(draft.text for draft in drafts)
    ids, surnames = set(taken), set(kept)
    return tuple(_propose(name, merged[name], text, ids, surnames) for name in merged if name in kept)


def _propose(
    name: str, drafts: Sequence[SentenceDraft], text: str, ids: set[str], surnames: set[str]
) -> ProposedEntity:
    kind = _guess_kind(name, text)
    found = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    found = found if found[:1].isalpha() else f"name-{found}".rstrip("-")
    while found in ids:
        found += "-2"
    ids.add(found)
    last = name.split()[-1]
    # A surname that two persons have means the first of them.
    surname = (last,) if kind == "person" and last not in surnames else ()
    surnames.add(last)
    return ProposedEntity(found, name, surname, kind, tuple(dict.fromkeys(d.id for d in drafts)), drafts[0].cite)


def _guess_kind(name: str, text: str) -> EntityKind:
    escaped = re.escape(name)
    if PRESS.search(name):
        return "press"
    if _INSTITUTIONS.search(name):
        return "institution"
    if _PLACES.search(name):
        return "place"
    said = rf"\b{escaped}(?:’s)? {_PERSON_VERB}\b|\b(?:said|told) {escaped}\b|\b{escaped}, (?:an? |the )?(?:\d\d|who)\b"
    titled = rf"\b(?:Mr|Mrs|Ms|Dr|Professor|President|engineer|keeper|captain|daughter|son|director|leader) {escaped}\b"
    if re.search(said, text) or re.search(titled, text):
        return "person"
    if re.search(rf"\b{_PLACE_WORD} {escaped}\b", text):
        return "place"
    # "Skarholm Light" is no person where "the light" is told, too.
    is_word = re.search(rf"\b{re.escape(name.split()[-1].casefold())}\b", text)
    is_named = len(name.split()) == 2 and not re.search(rf"\b[Tt]he {escaped}\b", text)
    return "person" if is_named and not is_word else "object"
