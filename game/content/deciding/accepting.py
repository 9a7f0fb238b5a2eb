"""Accepting what waits: what its author is asked, question by question, and what the answers change.

Each dialogue is a generator: it gives a question, gets the typed line, and returns the decision, or None for none. So
the same questions are asked at a terminal, through a pipe, and in a test.
"""

from collections.abc import Generator, Iterator
from typing import Any, get_args

from msgspec.structs import replace

from game.content.deciding.claim_asking import ask_fact, ask_one_of
from game.content.deciding.decisions import Decision, find_remarks
from game.content.deciding.waiting import Waiting, find_signature
from game.content.entry_editing import Change, EntryAdded, KeyDropped, KeySet
from game.content.file_kinds import EntitiesFile, FactsFile
from game.content.known import list_passages
from game.content.pack_documents import PackDocuments
from game.pack.claims.wording import find_hedges
from game.pack.ledger import NO_SPEAKER, Difference, DifferenceKind, Entity, EntityKind, Fact, Side
from game.prose import deciding_lines as words

Dialogue = Generator[str, str, Decision | None]


def accept(pack: PackDocuments, waiting: Waiting, *, is_rewritten: bool) -> Dialogue:
    """Ask what is missing of an entry, and accept it.

    Args:
        pack: The pack as it stands.
        waiting: The entry.
        is_rewritten: Whether its text is asked for although there is one.
    """
    record = waiting.record
    if isinstance(record, Entity):
        return (yield from _describe(pack, waiting, record))
    if isinstance(record, Difference):
        return (yield from _decide(pack, waiting, record, is_rewritten=is_rewritten))
    if waiting.step == "read":
        change = KeySet(waiting.path, "read", find_signature(pack, record), after="strength")
        return Decision({waiting.name: (change,)}, words.render_signed(record.id))
    return (yield from _confirm(pack, waiting, record, is_rewritten=is_rewritten))


def _confirm(pack: PackDocuments, waiting: Waiting, draft: Fact, *, is_rewritten: bool) -> Dialogue:
    claim = "" if is_rewritten else draft.claim
    fact = yield from ask_fact(pack, draft, claim, words.ask_claim(draft))
    if fact is None:
        return None
    more: list[Fact] = []
    while "SPLIT" in draft.todo:
        another = yield from ask_fact(pack, replace(fact, todo=draft.todo), "", words.ask_another_claim())
        if another is None:
            break
        more.append(another)
    changes: dict[str, tuple[Change, ...]] = {waiting.name: tuple(_list_changes(waiting, draft, fact))}
    added = [_make_entry(each, name) for each, name in zip(more, _list_free_ids(pack, draft.id), strict=False)]
    changes[waiting.name] += tuple(EntryAdded(waiting.path, entry) for entry in added)
    if added:
        ids = [entry["id"] for entry in added]
        for name, change in (*_show_beside(pack, draft.id, ids), *_list_at_names(pack, draft.id, ids)):
            changes[name] = (*changes.get(name, ()), change)
    return Decision(changes, words.render_accepted(draft.id, len(added)))


def _list_changes(waiting: Waiting, draft: Fact, fact: Fact) -> Iterator[Change]:
    yield KeySet(waiting.path, "claim", fact.claim)
    yield KeyDropped(waiting.path, "draft")
    yield KeyDropped(waiting.path, "todo")
    if fact.cites != draft.cites:
        yield KeySet(waiting.path, "cites", list(fact.cites))
    if fact.strength != draft.strength:
        yield KeySet(waiting.path, "strength", fact.strength)
    if fact.said_by != draft.said_by:
        is_said = fact.said_by != NO_SPEAKER
        yield (
            KeySet(waiting.path, "said_by", fact.said_by, after="strength")
            if is_said
            else KeyDropped(waiting.path, "said_by")
        )


def _list_free_ids(pack: PackDocuments, fact_id: str) -> Iterator[str]:
    taken = {fact.id for file in pack.of(FactsFile).values() for fact in file.facts}
    names = (f"{fact_id}-{number}" for number in range(2, 100))
    return (name for name in names if name not in taken)


def _make_entry(fact: Fact, name: str) -> dict[str, Any]:
    return {
        "id": name,
        "claim": fact.claim,
        "cites": list(fact.cites),
        "strength": fact.strength,
        **({"said_by": fact.said_by} if fact.said_by != NO_SPEAKER else {}),
        "kind": fact.kind,
        **({"about": {"who": list(fact.about.who)}} if fact.about.who else {}),
    }


def _show_beside(pack: PackDocuments, fact_id: str, added: list[str]) -> Iterator[tuple[str, Change]]:
    """More facts told wherever the notes of a room tell one."""
    names = {id(document): name for name, document in pack.documents.items()}
    for document, path, passage in list_passages(pack):
        if not passage.text and fact_id in passage.facts:
            place = passage.facts.index(fact_id) + 1
            told = [*passage.facts[:place], *added, *passage.facts[place:]]
            yield names[id(document)], KeySet(path, "facts", told)


def _list_at_names(pack: PackDocuments, fact_id: str, added: list[str]) -> Iterator[tuple[str, Change]]:
    """More facts listed under each name that lists one, as long as nobody has decided on the name."""
    for name, file in pack.of(EntitiesFile).items():
        for index, entity in enumerate(file.entities):
            if entity.draft and fact_id in entity.facts:
                yield name, KeySet(("entities", index), "facts", [*entity.facts, *added])


def _describe(pack: PackDocuments, waiting: Waiting, entity: Entity) -> Dialogue:
    gloss = (yield words.ask_gloss(entity)).strip()
    if not gloss:
        return None
    kinds = get_args(EntityKind)
    kind = yield from ask_one_of(words.ask_kind(entity.kind, kinds), entity.kind, kinds)
    while True:
        changes: tuple[Change, ...] = (
            KeySet(waiting.path, "gloss", gloss),
            KeySet(waiting.path, "kind", kind),
            KeyDropped(waiting.path, "draft"),
        )
        decision = Decision({waiting.name: changes}, words.render_accepted(entity.id))
        again = yield from _ask_again(pack, decision, entity.id)
        if not again:
            return decision
        gloss = again


def _ask_again(pack: PackDocuments, decision: Decision, owner: str) -> Generator[str, str, str]:
    """Another text, where the one that was decided on says what its facts do not; empty when it is to stand."""
    remarks = find_remarks(pack, decision, owner)
    return (yield words.ask_again(remarks)).strip() if remarks else ""


def _decide(pack: PackDocuments, waiting: Waiting, difference: Difference, *, is_rewritten: bool) -> Dialogue:
    facts = {fact.id: fact for file in pack.of(FactsFile).values() for fact in file.facts}
    topic, wording = difference.topic, difference.wording
    says = [_keep_hedge(side, [facts[name] for name in side.facts if name in facts]) for side in difference.sides]
    if is_rewritten:
        topic = (yield words.ask_key("topic", topic)).strip() or topic
        for place, shown in enumerate(says):
            says[place] = (yield words.ask_key(f"side {place + 1} says", shown)).strip() or shown
        wording = (yield words.ask_key("wording", wording)).strip() or wording
    kinds = get_args(DifferenceKind)
    kind = yield from ask_one_of(words.ask_kind(difference.kind, kinds), difference.kind, kinds)
    while True:
        told = {"topic": topic, "kind": kind, "wording": wording}
        changes: list[Change] = [KeyDropped(waiting.path, "draft")]
        changes += [KeySet(waiting.path, key, text) for key, text in told.items()]
        changes += [KeySet((*waiting.path, "sides", n), "says", text) for n, text in enumerate(says)]
        decision = Decision({waiting.name: tuple(changes)}, words.render_accepted(difference.id))
        again = yield from _ask_again(pack, decision, difference.id)
        if not again:
            return decision
        wording = again


def _keep_hedge(side: Side, facts: list[Fact]) -> str:
    """What a side says, as sure as its facts are: a figure that was passed on is nobody's but the speaker's."""
    if not facts or find_hedges(side.says) or any(fact.strength == "stated" for fact in facts):
        return side.says
    return words.hedge_side(side.says, facts[0])
