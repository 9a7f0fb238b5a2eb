"""Rules for rooms, things and passages. Each adds its problems to the document at fault."""

import re
from collections.abc import Iterator

from game.content.file_kinds import EntitiesFile
from game.content.known import FoundText, Known, check_fact_ids, list_passages, list_replies, list_things
from game.content.pack_documents import PackDocuments
from game.core.names import key, singular, words
from game.pack.renaming import follow_renamed
from game.pack.world import Room, Tour
from game.prose import room_problems as problems
from game.prose.suggestions import describe_unknown
from game.tour.state import CARRIED
from game.tour.verbs.acts import ACT_OF, SAID, TRIED
from game.tour.verbs.registry import VERB_BY_ID

REPLY_KEYS = frozenset({*(act.id for act in (*TRIED, *SAID)), "take", *VERB_BY_ID["examine"].words})
"""The actions for which a thing or a room may have its own reply."""

MAX_ROOM_WORDS = 110
"""Words of the longest room text without a warning; the rest belongs in things."""


def check_numbers(pack: PackDocuments) -> None:
    """Check that no two rooms have the same number, and that none has the reserved name for carried things."""
    taken: dict[int, str] = {}
    for name, room in pack.of(Room).items():
        if room.number is None:
            continue
        if room.number in taken:
            pack.documents[name].add(("number",), problems.describe_number_taken(taken[room.number], room.number))
        taken.setdefault(room.number, room.id)
        if room.id == CARRIED:
            pack.documents[name].add(("id",), problems.describe_reserved_room(CARRIED))


def check_tour(pack: PackDocuments, known: Known) -> None:
    """Check that the rooms exist in which the tour starts and ends, and those with a desk or a question."""
    for name, tour in pack.of(Tour).items():
        for field in ("start", "finish"):
            if message := known.rooms.problem(getattr(tour, field)):
                pack.documents[name].add((field,), message)
        for field in ("desks", "doors"):
            for place, room_id in enumerate(getattr(tour, field)):
                if message := known.rooms.problem(room_id):
                    pack.documents[name].add((field, place), message)
    _check_renamed(pack, known)


def _check_renamed(pack: PackDocuments, known: Known) -> None:
    """Every room that was renamed leads to a room that is there, and is none itself."""
    rooms = set(pack.declared("room"))
    for name, tour in pack.of(Tour).items():
        for former in tour.renamed:
            today = follow_renamed(tour.renamed, former)
            if former in rooms:
                pack.documents[name].add(("renamed", former), problems.describe_renamed_room(former))
            elif today in tour.renamed:
                pack.documents[name].add(("renamed", former), problems.describe_renamed_cycle(former))
            elif message := known.rooms.problem(today):
                pack.documents[name].add(("renamed", former), message)


def check_glossary(pack: PackDocuments) -> None:
    """Check that each word is explained once, and that no explanation speaks of anybody of the articles."""
    named = {
        name for file in pack.of(EntitiesFile).values() for each in file.entities for name in (each.name, *each.names)
    }
    proper = [name for name in sorted(named) if name[:1].isupper()]
    for file_name, tour in pack.of(Tour).items():
        document, taken = pack.documents[file_name], dict[tuple[str, ...], str]()
        for place, gloss in enumerate(tour.glossary):
            for name in gloss.all_names:
                if (other := taken.setdefault(key(name), gloss.word)) != gloss.word:
                    document.add(("glossary", place), problems.describe_word_explained(name, other))
            if told := next((name for name in proper if re.search(rf"\b{re.escape(name)}\b", gloss.means)), ""):
                document.add(("glossary", place, "means"), problems.describe_gloss_claim(told))


def check_journeys(pack: PackDocuments, known: Known) -> None:
    """Check that journeys stop at places of the tour and rest on existing facts."""
    for name, tour in pack.of(Tour).items():
        places = {place.id for place in tour.places}
        for index, journey in enumerate(tour.journeys):
            check_fact_ids(pack.documents[name], ("journeys", index, "facts"), journey.facts, known)
            for stop, place_id in enumerate(journey.stops):
                if place_id not in places:
                    message = describe_unknown("place", place_id, sorted(places))
                    pack.documents[name].add(("journeys", index, "stops", stop), message)


def check_passages(pack: PackDocuments, known: Known) -> None:
    """Check that every passage is either sourced or staged, and that its facts exist."""
    # Facts may follow from the text: with one of these files unreadable nobody can say that none does.
    are_known = all(pack.is_whole(kind) for kind in ("facts", "entities", "sources"))
    for document, path, passage in list_passages(pack):
        check_fact_ids(document, (*path, "facts"), passage.facts, known)
        if passage.staged and passage.facts:
            document.add(path, problems.describe_sourced_and_staged())
        if not passage.staged and not passage.facts and are_known:
            document.add(path, problems.describe_neither_sourced_nor_staged())


def check_replies(pack: PackDocuments) -> None:
    """Report replies to an action that does not exist."""
    for document, path, told in list_replies(pack):
        for word in told:
            # One spelling for each action, so that two authors do not write two replies for the same one.
            if word in ACT_OF and ACT_OF[word] != word:
                document.add((*path, word), problems.describe_act_synonym(ACT_OF[word], word))
            elif word not in REPLY_KEYS:
                document.add((*path, word), describe_unknown("act", word, sorted(REPLY_KEYS)))


def check_synonyms(pack: PackDocuments, known: Known) -> None:
    """Report synonyms for a word that is in no claim: they would never find a fact."""
    told = {singular(word) for fact in known.fact_records.values() for word in words(f"{fact.claim} {fact.said_by}")}
    for name, tour in pack.of(Tour).items():
        for word, meant in tour.synonyms.items():
            if key(word) != (word,):
                pack.documents[name].add(("synonyms", word), problems.describe_synonym_form(word))
            for place, target in enumerate(meant):
                if known.facts.is_complete and target not in told:
                    pack.documents[name].add(("synonyms", word, place), problems.describe_synonym_unused(target))


def check_thing_names(pack: PackDocuments) -> None:
    """Check that a thing has a usable name, is not a room's plaque, and is portable if it is carried."""
    plaques = {f"{room_id}-plaque" for room_id in pack.declared("room")}
    for document, path, thing in list_things(pack):
        if thing.id in plaques:
            document.add((*path, "id"), problems.describe_plaque_id(thing.id))
        for name, where in (
            (thing.name, (*path, "name")),
            *((n, (*path, "names", i)) for i, n in enumerate(thing.names)),
        ):
            if not key(name):
                document.add(where, problems.describe_wordless_name(name))
        if path[0] == "carried" and not thing.portable:
            document.add(path, problems.describe_not_portable())


def check_names_differ(pack: PackDocuments) -> None:
    """Report two things of a room with the same full name: no typed line could distinguish them."""
    for name, room in pack.of(Room).items():
        taken: dict[tuple[str, ...], str] = {}
        for index, thing in enumerate(room.things):
            if (other := taken.setdefault(key(thing.name), thing.id)) != thing.id:
                pack.documents[name].add(("things", index, "name"), problems.describe_name_taken(other))


def check_lengths(pack: PackDocuments) -> None:
    """Report rooms whose text is too long; details belong to things."""
    for name, room in pack.of(Room).items():
        count = sum(len(passage.text.split()) for passage in room.passages)
        if count > MAX_ROOM_WORDS:
            message = problems.describe_long_room(count, MAX_ROOM_WORDS)
            pack.documents[name].add(("passages",), message, is_fatal=False)


def list_thing_ids(pack: PackDocuments) -> Iterator[FoundText]:
    """The ids of all things."""
    for document, path, thing in list_things(pack):
        yield FoundText(thing.id, document, (*path, "id"))
