"""Every text of a pack that is compared: passages, replies, plaques, glosses, sides, alt texts, feedback, reasons."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from game.content.documents import Document, ValuePath
from game.content.file_kinds import DifferencesFile, EntitiesFile, FactsFile
from game.content.item_rules import list_items
from game.content.pack_documents import PackDocuments
from game.pack.ledger import Comparison
from game.pack.works import Sort, WorkState, list_sort_names, list_told, read_told
from game.pack.world import Passage, Room, Thing, Tour, facts_in

Role = Literal["passage", "staged", "gloss", "alt", "side", "wording", "feedback", "because"]


class ComparedText(NamedTuple):
    """A text, and what it is compared with."""

    document: Document
    path: ValuePath
    """Of the text itself."""
    record: ValuePath
    """Path of its record, in which a comment may ignore a rule."""
    role: Role
    owner: str
    """Id of the record, for remarks."""
    text: str
    facts: tuple[str, ...]
    near: str
    """Names of the things around it. Their words need no source."""
    about: str = ""
    """What it is about without naming it: the stem and option of a reason, or the word that a gloss explains."""


def list_texts(pack: PackDocuments) -> Iterator[ComparedText]:
    """Every text that a player, a pupil or a teacher can read, except stems, options and keys.

    Texts that rest on a draft are left out, because a draft is not confirmed yet.
    """
    drafts = {fact.id for file in pack.of(FactsFile).values() for fact in file.facts if fact.draft}
    for text in _list_all_texts(pack):
        if text.text and not drafts.intersection(text.facts):
            yield text


def _list_all_texts(pack: PackDocuments) -> Iterator[ComparedText]:
    yield from _list_tour_texts(pack)
    for name, room in pack.of(Room).items():
        yield from _list_room_texts(pack.documents[name], room)
    yield from _list_ledger_texts(pack)
    yield from _list_item_texts(pack)


def _list_tour_texts(pack: PackDocuments) -> Iterator[ComparedText]:
    for name, tour in pack.of(Tour).items():
        document = pack.documents[name]
        near = " / ".join((tour.title, tour.origin, tour.destination, *map(_name_thing, tour.everywhere)))
        yield from _list_passages(document, ("opening",), tour.opening, tour.id, near)
        yield from _list_passages(document, ("about",), tour.about, tour.id, near)
        for field, things in (("carried", tour.carried), ("everywhere", tour.everywhere)):
            for index, thing in enumerate(things):
                yield from _list_thing_texts(document, (field, index), thing, near)


def _list_room_texts(document: Document, room: Room) -> Iterator[ComparedText]:
    near = " / ".join((room.name, *room.names, *map(_name_thing, room.things)))
    yield _read(document, ("plaque",), room.plaque, room.id, near)
    yield from _list_passages(document, ("passages",), room.passages, room.id, near)
    yield from _list_replies(document, ("replies",), room.replies, room.id, near)
    for index, thing in enumerate(room.things):
        yield from _list_thing_texts(document, ("things", index), thing, near)
    yield ComparedText(document, ("alt",), ("alt",), "alt", room.id, room.alt, facts_in(room), near)


def _list_thing_texts(document: Document, path: ValuePath, thing: Thing, near: str) -> Iterator[ComparedText]:
    yield from _list_passages(document, (*path, "passages"), thing.passages, thing.id, near, thing.name)
    yield from _list_replies(document, (*path, "replies"), thing.replies, thing.id, near, thing.name)
    yield from _list_work_texts(document, (*path, "works"), thing, near)


def _list_work_texts(document: Document, path: ValuePath, thing: Thing, near: str) -> Iterator[ComparedText]:
    if thing.works is None:
        return
    for where, text in list_told(thing.works):
        at = (*path, *where)
        role: Role = "passage" if text.tells else "staged"
        field = "see" if isinstance(text, WorkState) else "text"
        yield ComparedText(document, (*at, field), at, role, thing.id, read_told(text), text.tells, near, thing.name)
    if isinstance(thing.works, Sort):
        for field in ("see", "misfit"):
            words = getattr(thing.works, field)
            yield ComparedText(document, (*path, field), path, "staged", thing.id, words, (), near, thing.name)
        own: list[tuple[ValuePath, str]]
        own = [(("cards", card_id, "reads"), card.reads) for card_id, card in thing.works.cards.items()]
        own += [(("stands", place_id), stands) for place_id, stands in thing.works.stands.items()]
        for at, words in own:
            yield ComparedText(document, (*path, *at), path, "staged", thing.id, words, (), near, thing.name)


def _list_passages(
    document: Document, path: ValuePath, passages: Iterable[Passage], owner: str, near: str, about: str = ""
) -> Iterator[ComparedText]:
    for index, passage in enumerate(passages):
        yield _read(document, (*path, index), passage, owner, near, about)


def _list_replies(
    document: Document, path: ValuePath, replies: dict[str, Passage], owner: str, near: str, about: str = ""
) -> Iterator[ComparedText]:
    for word, passage in replies.items():
        yield _read(document, (*path, word), passage, owner, near, about)


def _read(
    document: Document, path: ValuePath, passage: Passage, owner: str, near: str, about: str = ""
) -> ComparedText:
    role: Role = "staged" if passage.staged else "passage"
    return ComparedText(document, (*path, "text"), path, role, owner, passage.text, passage.facts, near, about)


def _list_ledger_texts(pack: PackDocuments) -> Iterator[ComparedText]:
    for name, file in pack.of(EntitiesFile).items():
        for index, entity in enumerate(file.entities):
            path: ValuePath = ("entities", index)
            near = " / ".join((entity.name, *entity.names))
            if entity.draft:
                continue
            yield ComparedText(
                pack.documents[name],
                (*path, "gloss"),
                path,
                "gloss",
                entity.id,
                entity.gloss,
                entity.facts,
                near,
                entity.name,
            )
    for name, listing in pack.of(DifferencesFile).items():
        for section, index, compared in listing.list_comparisons():
            if not compared.draft:
                yield from _list_sides(pack.documents[name], (section, index), compared)


def _list_sides(document: Document, path: ValuePath, compared: Comparison) -> Iterator[ComparedText]:
    near = compared.topic
    for place, side in enumerate(compared.sides):
        at = (*path, "sides", place)
        yield ComparedText(document, (*at, "says"), at, "side", compared.id, side.says, side.facts, near, near)
    facts = tuple(fact_id for side in compared.sides for fact_id in side.facts)
    yield ComparedText(document, (*path, "wording"), path, "wording", compared.id, compared.wording, facts, near)
    # Advice to a reporter is our own: it claims nothing of the world.
    yield ComparedText(document, (*path, "caution"), path, "staged", compared.id, compared.caution, (), near)


def _list_item_texts(pack: PackDocuments) -> Iterator[ComparedText]:
    for document, path, item in list_items(pack):
        at = (*path, "feedback")
        options = [text for field in ("key", "keys", "distractors") for text in _list_options(item, field)]
        near = " / ".join((item.stem, *options))
        key = " / ".join((item.stem, *_list_options(item, "key")))
        yield ComparedText(document, at, path, "feedback", item.id, item.feedback, item.facts, near, key)
        for field in ("distractors", "wrong", "reasons"):
            for place, wrong in enumerate(getattr(item, field, ())):
                if because := getattr(wrong, "because", ""):
                    at = (*path, field, place, "because")
                    option = str(getattr(wrong, "text", "") or getattr(wrong, "value", ""))
                    yield ComparedText(document, at, path, "because", item.id, because, (), near, option)


def _name_thing(thing: Thing) -> str:
    return " / ".join((*thing.all_names, *list_sort_names(thing.works)))


def _list_options(item: object, field: str) -> Iterator[str]:
    value = getattr(item, field, ())
    for option in (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ():
        yield option if isinstance(option, str) else str(getattr(option, "text", ""))
