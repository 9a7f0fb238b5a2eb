"""Draws false edits by kind, makes each in memory, and checks whether a rule makes a new remark."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec

from game.content.claim_rules import ClaimComparer
from game.content.comparing.compare import compare_text
from game.content.comparing.fact_sides import Ledger
from game.content.comparing.texts import ComparedText, list_texts
from game.content.file_kinds import FactsFile
from game.content.load import read_and_check
from game.content.mutating import record_edits
from game.content.mutating.text_edits import TEXT_EDITS, Names
from game.content.pack_documents import PackDocuments
from game.pack.kinds import Item
from game.pack.ledger import Fact
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.lint import lint_bank

SOURCED = frozenset({"passage", "gloss", "side", "wording", "feedback", "because"})
"""Roles of texts that can be made false. A staged text can only get a false claim."""

RECORD_KINDS = ("source", "key")
"""Kinds of edit that concern no text."""

KINDS = (*TEXT_EDITS, *RECORD_KINDS)
"""All kinds of edit."""


class Mutation(NamedTuple):
    """One false edit, and whether a rule noticed it."""

    kind: str
    owner: str
    before: str
    after: str
    rules: tuple[str, ...]
    """Rules with a remark that the clean pack does not have; none if the edit was not noticed."""


class _Edited(NamedTuple):
    """An edit that was drawn and not yet checked."""

    owner: str
    before: str
    after: str
    find_rules: Callable[[], Iterable[str]]


class MutationRun:
    """False edits of one pack."""

    def __init__(self, pack: PackDocuments, world: World) -> None:
        self._ledger = Ledger(pack)
        self._comparer = ClaimComparer(pack)
        self._world = world
        self._texts = tuple(list_texts(pack))
        self._facts = tuple(fact for file in pack.of(FactsFile).values() for fact in file.facts)
        entities = tuple(self._ledger.entities.values())
        self._names = Names(
            persons=[each.name for each in entities if each.kind == "person" and each.name[0].isupper()],
            houses=[each.name for each in entities if each.kind == "press" and not each.name.startswith("article")],
            places=[each.name for each in entities if each.kind == "place" and each.name[0].isupper()],
        )

    def run(self, count: int, seed: int) -> Iterator[Mutation]:
        """This many edits, equally many of each kind; fewer if a kind finds nothing to edit."""
        random = Random(seed)
        for place in range(count):
            kind = KINDS[place % len(KINDS)]
            if edited := self._draw(kind, random):
                yield Mutation(kind, edited.owner, edited.before, edited.after, tuple(sorted(set(edited.find_rules()))))

    def _draw(self, kind: str, random: Random) -> _Edited | None:
        if kind == "key":
            return self._draw_key(random)
        if kind == "source" or (kind in ("strength", "attribution") and random.random() < 0.3):
            return self._draw_record(kind, random)
        is_claim = kind not in ("staged claim", "sides") and random.random() < 0.3
        return (self._draw_claim if is_claim else self._draw_text)(kind, random)

    def _draw_text(self, kind: str, random: Random) -> _Edited | None:
        roles = {"staged"} if kind == "staged claim" else {"side", "wording"} if kind == "sides" else SOURCED
        found = [text for text in self._texts if text.role in roles or (kind == "sides" and text.role == "passage")]
        for text in random.sample(found, len(found)):
            new = TEXT_EDITS[kind](text.text, random, self._names)
            if new and new != text.text:
                return _Edited(text.owner, text.text, new, partial(self._compare, self._ledger, text, new))
        return None

    def _draw_claim(self, kind: str, random: Random) -> _Edited | None:
        for fact in random.sample(self._facts, len(self._facts)):
            new = TEXT_EDITS[kind](fact.claim, random, self._names)
            if new and new != fact.claim:
                return self._edit_fact(fact, msgspec.structs.replace(fact, claim=new), fact.claim, new)
        return None

    def _draw_record(self, kind: str, random: Random) -> _Edited | None:
        fact = random.choice(self._facts)
        if kind == "strength":
            new = record_edits.change_strength(fact, random)
            return self._edit_fact(fact, new, fact.strength, new.strength)
        if kind == "attribution":
            new = record_edits.change_speaker(fact, random, sorted({each.said_by for each in self._facts}))
            return self._edit_fact(fact, new, fact.said_by, new.said_by)
        new = record_edits.move_cite(fact, random, sorted(self._ledger.cited))
        return self._edit_fact(fact, new, " ".join(fact.cites), " ".join(new.cites))

    def _edit_fact(self, fact: Fact, new: Fact, before: str, after: str) -> _Edited:
        return _Edited(fact.id, before, after, partial(self._compare_fact, fact, new))

    def _draw_key(self, random: Random) -> _Edited | None:
        places = [(room_id, item) for room_id, room in self._world.rooms.items() for item in room.items]
        for room_id, item in random.sample(places, len(places)):
            if new := record_edits.flip_key(item, random):
                return _Edited(item.id, item.stem, _show_key(new), partial(self._lint, room_id, item, new))
        return None

    def _compare(self, ledger: Ledger, text: ComparedText, new: str) -> Iterator[str]:
        known = {(rule, message) for rule, _, message in compare_text(self._ledger, text)}
        for rule, _, message in compare_text(ledger, text._replace(text=new)):
            if (rule, message) not in known:
                yield rule

    def _compare_fact(self, fact: Fact, new: Fact) -> Iterator[str]:
        known = set(self._comparer.compare(fact))
        yield from (rule for rule, message in self._comparer.compare(new) if (rule, message) not in known)
        ledger = self._ledger.with_fact(new)
        for text in self._texts:
            if fact.id in text.facts:
                yield from self._compare(ledger, text, text.text)

    def _lint(self, room_id: str, item: Item, new: Item) -> Iterator[str]:
        known = {(f.rule, f.item_id, f.code) for f in lint_bank(Bank(self._world))}
        room = self._world.rooms[room_id]
        items = tuple(new if each.id == item.id else each for each in room.items)
        rooms = {**self._world.rooms, room_id: msgspec.structs.replace(room, items=items)}
        world = msgspec.structs.replace(self._world, rooms=rooms)
        yield from (f.rule for f in lint_bank(Bank(world)) if (f.rule, f.item_id, f.code) not in known)


def _show_key(item: Item) -> str:
    return f"{item.stem} → {getattr(item, 'key', '') or getattr(item, 'steps', '') or getattr(item, 'pairs', '')}"


class KindShare(NamedTuple):
    """How many edits of a kind were made, and how many were noticed."""

    made: int
    found: int


def count_shares(mutations: Iterable[Mutation]) -> Mapping[str, KindShare]:
    """Kind -> its share, in the order of the kinds."""
    made = dict.fromkeys(KINDS, KindShare(0, 0))
    for each in mutations:
        share = made[each.kind]
        made[each.kind] = KindShare(share.made + 1, share.found + bool(each.rules))
    return {kind: share for kind, share in made.items() if share.made}


def run_mutations(folder: Path, count: int, seed: int) -> tuple[Mutation, ...]:
    """Checked false edits of the pack in a folder; none if the pack cannot be played."""
    pack, loaded = read_and_check(folder)
    if pack is None or loaded.world is None:
        return ()
    return tuple(MutationRun(pack, loaded.world).run(count, seed))
