"""Questions that a fact or a difference asks for in one line: how sure is its source, which source, do they agree?

Each becomes an item like any other, in the first room that tells the fact: it is checked, linted, drawn and exported.
"""

import re
from collections.abc import Iterator, Mapping

from game.content.documents import ValuePath
from game.content.file_kinds import DifferencesFile, FactsFile, SourcesFile
from game.content.pack_documents import AskedItem, PackDocuments
from game.pack.claims.wording import find_hedges
from game.pack.kinds import Agreement, HowSure, WhichSource
from game.pack.kinds.agreement import DIFFER
from game.pack.kinds.which_source import ALL
from game.pack.ledger import Difference, Fact
from game.pack.world import Room, facts_in
from game.prose import short_form_texts as texts
from game.prose.short_form_texts import AskFault

_REMOVABLE = (
    re.compile(r",? according to [^,]+?(?=[.,]?$)", re.IGNORECASE),
    re.compile(r"^according to [^,]+, ", re.IGNORECASE),
    re.compile(r", (?:[\w’'-]+ ){1,5}(?:said|told|reported|recalled|stated|wrote)(?: [\w’'-]+)?(?=\.?$)"),
    re.compile(r"\b(?:reportedly|allegedly|possibly|probably|likely|perhaps|apparently),? ", re.IGNORECASE),
)
"""Hedges that a sentence can lose and still be a sentence."""


def add_asked_items(pack: PackDocuments) -> None:
    """Add to a pack the questions that its facts and differences ask for; what cannot be asked becomes a problem."""
    pack.asked = _Maker(pack).make()


class _Maker:
    def __init__(self, pack: PackDocuments) -> None:
        self._pack = pack
        self._titles = {source.id: source.title for file in pack.of(SourcesFile).values() for source in file.sources}
        self._rooms = {room.id: frozenset(facts_in(room)) for _, room in sorted(pack.of(Room).items())}
        self._facts = {fact.id: fact for file in pack.of(FactsFile).values() for fact in file.facts}

    def make(self) -> tuple[AskedItem, ...]:
        # Without the titles of the sources no stem can be made, and their file has a problem of its own.
        if not self._titles or not self._pack.is_whole("room"):
            return ()
        return (*self._ask_facts(), *self._ask_differences())

    def _ask_facts(self) -> Iterator[AskedItem]:
        for name, file in self._pack.of(FactsFile).items():
            document = self._pack.documents[name]
            for place, fact in enumerate(file.facts):
                for ask in fact.ask:
                    path: ValuePath = ("facts", place)
                    is_sure = ask.what == "strength"
                    made = self._ask_strength(fact, ask.about) if is_sure else self._ask_source(fact, ask.about)
                    room_id = self._find_room((fact.id,))
                    if isinstance(made, str):
                        document.add((*path, "ask"), made)
                    elif room_id is None:
                        document.add((*path, "ask"), texts.describe_ask_fault("no room"))
                    else:
                        yield AskedItem(room_id, document, path, made)

    def _ask_differences(self) -> Iterator[AskedItem]:
        for name, file in self._pack.of(DifferencesFile).items():
            document = self._pack.documents[name]
            for place, difference in enumerate(file.differences):
                if not difference.ask or difference.draft:
                    continue
                path: ValuePath = ("differences", place)
                fact_ids = tuple(fact_id for side in difference.sides for fact_id in side.facts)
                room_id = self._find_room(fact_ids)
                if fault := self._find_difference_fault(difference, room_id):
                    document.add((*path, "ask"), texts.describe_ask_fault(fault))
                elif room_id is not None:
                    yield AskedItem(room_id, document, path, _ask_agreement(difference, fact_ids))

    def _ask_strength(self, fact: Fact, text: str) -> HowSure | str:
        """A question how sure the source is; or why there is none."""
        stem = text or remove_hedges(fact.claim)
        if not text and fact.strength != "stated" and (left := find_hedges(stem)):
            return texts.describe_hedge_in_stem(left[0].word, fact.strength)
        source = self._titles.get(fact.cites[0][0], fact.cites[0][0])
        return HowSure(
            id=_name(fact.id, "strength"),
            stem=texts.render_strength_stem(stem, source),
            feedback=texts.render_strength_feedback(fact.claim, source, fact.strength),
            facts=(fact.id,),
            level=HowSure.usual_level,
            skill="judge",
        )

    def _ask_source(self, fact: Fact, text: str) -> WhichSource | str:
        """A question which source says it; or why there is none."""
        letters = sorted({cite[0] for cite in fact.cites})
        if fact.kind == "unknown":
            return texts.describe_ask_fault("left open")
        if len(letters) > 1 and len(letters) < len(self._titles):
            return texts.describe_ask_fault("some sources")
        return WhichSource(
            id=_name(fact.id, "source"),
            stem=texts.render_source_stem(text or fact.claim),
            key=letters[0] if len(letters) == 1 else ALL,
            feedback=texts.render_source_feedback(fact.claim, [self._titles.get(each, each) for each in letters]),
            facts=(fact.id,),
            level=WhichSource.usual_level,
            skill="compare",
        )

    def _find_difference_fault(self, difference: Difference, room_id: str | None) -> AskFault | None:
        known = [self._facts[fact_id] for side in difference.sides for fact_id in side.facts if fact_id in self._facts]
        if len({cite[0] for fact in known for cite in fact.cites}) < 2:
            return "not two sources"
        return "no room" if room_id is None else None

    def _find_room(self, fact_ids: tuple[str, ...]) -> str | None:
        """The first room that tells most of some facts; None where no room tells any."""
        counts: Mapping[str, int] = {room_id: len(told.intersection(fact_ids)) for room_id, told in self._rooms.items()}
        return max(counts, key=lambda room_id: counts[room_id]) if any(counts.values()) else None


def _ask_agreement(difference: Difference, fact_ids: tuple[str, ...]) -> Agreement:
    return Agreement(
        id=_name(difference.id, "agreement"),
        stem=texts.render_agreement_stem(difference.topic),
        key=DIFFER,
        feedback=difference.wording,
        facts=fact_ids,
        level=Agreement.usual_level,
        skill="compare",
    )


def remove_hedges(claim: str) -> str:
    """A claim without those hedges that a sentence can lose.

    >>> remove_hedges("Ivo Brandt was reportedly offered a medal.")
    'Ivo Brandt was offered a medal.'
    >>> remove_hedges("Skarholm Light is 38 metres high, according to the coast guard.")
    'Skarholm Light is 38 metres high.'
    """
    for pattern in _REMOVABLE:
        claim = pattern.sub("", claim)
    return f"{claim[:1].upper()}{claim[1:]}"


def _name(owner_id: str, asked: str) -> str:
    """The id of a question: that of its fact or difference, and what is asked of it."""
    return f"{owner_id[: 62 - len(asked)]}-{asked}"
