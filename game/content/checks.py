"""Rules that need several files: names exist, ids are unique, text is sourced or staged.

One function is one rule, and ``check_pack`` lists them all. Each rule adds its problems to the document at fault.
"""

from collections.abc import Iterable

from game.content import (
    draft_rules,
    exits,
    item_rules,
    lead_rules,
    ledger_rules,
    newsroom_rules,
    picture_rules,
    room_rules,
    subject_rules,
    word_rules,
    work_rules,
)
from game.content.documents import Document, ValuePath
from game.content.file_kinds import DifferencesFile, EntitiesFile, FactsFile, LeadsFile, SourcesFile
from game.content.known import FoundText, Known, collect_known, list_ids
from game.content.pack_documents import PackDocuments
from game.content.shorthand.asked_items import add_asked_items
from game.content.shorthand.proved_facts import add_proved_facts
from game.content.shorthand.read_subjects import add_read_subjects
from game.pack.world import Room
from game.prose.file_problems import describe_id_taken


def check_pack(pack: PackDocuments) -> None:
    """Add to the pack's documents every problem that concerns several files."""
    _add_derived(pack)
    known = collect_known(pack)
    # An explicit list, not a decorator that registers rules: the order of problems is part of what authors see.
    _check_ids_are_unique(pack)
    room_rules.check_numbers(pack)
    ledger_rules.check_paragraph_numbers(pack)
    room_rules.check_tour(pack, known)
    room_rules.check_journeys(pack, known)
    _check_pictures(pack)
    _check_exits(pack, known)
    ledger_rules.check_fact_references(pack, known)
    ledger_rules.check_facts_exist(pack, known)
    subject_rules.check_subjects(pack, known)
    subject_rules.check_journey_subjects(pack, known)
    subject_rules.check_places(pack, known)
    draft_rules.check_confirmed_facts(pack)
    room_rules.check_passages(pack, known)
    draft_rules.check_texts(pack)
    ledger_rules.check_facts_are_shown(pack)
    ledger_rules.check_facts_are_asked(pack)
    ledger_rules.check_paragraphs_are_cited(pack)
    room_rules.check_replies(pack)
    word_rules.check_words(pack)
    room_rules.check_glossary(pack)
    room_rules.check_synonyms(pack, known)
    newsroom_rules.check_newsroom(pack, known)
    item_rules.check_questions(pack, known)
    draft_rules.check_questions_on_drafts(pack, known)
    _check_things(pack, known)
    lead_rules.check_leads(pack, known)


def _check_things(pack: PackDocuments, known: Known) -> None:
    room_rules.check_thing_names(pack)
    room_rules.check_names_differ(pack)
    work_rules.check_works(pack, known)
    room_rules.check_lengths(pack)


def _check_pictures(pack: PackDocuments) -> None:
    picture_rules.check_pictures(pack)
    picture_rules.check_map(pack)


def _add_derived(pack: PackDocuments) -> None:
    """Add what authors need not write, where it takes several files to know it."""
    exits.add_ways_back(pack)
    add_read_subjects(pack)
    add_proved_facts(pack)
    add_asked_items(pack)


def _check_exits(pack: PackDocuments, known: Known) -> None:
    exits.check_ways(pack)
    exits.check_exits(pack, known)
    exits.check_exit_names(pack)
    exits.check_reachable(pack)


def _check_ids_are_unique(pack: PackDocuments) -> None:
    _check_unique("room", ((room.id, pack.documents[name], ("id",)) for name, room in pack.of(Room).items()))
    _check_unique("fact", list_ids(pack, FactsFile, "facts"))
    _check_unique("entity", list_ids(pack, EntitiesFile, "entities"))
    _check_unique("lead", list_ids(pack, LeadsFile, "leads"))
    # One namespace: a tour keeps what was compared by its id alone.
    compared = (
        (record.id, pack.documents[name], (section, place, "id"))
        for name, file in pack.of(DifferencesFile).items()
        for section, place, record in file.list_comparisons()
    )
    _check_unique("comparison", compared)
    _check_unique("thing", room_rules.list_thing_ids(pack))
    _check_unique("question", item_rules.list_item_ids(pack))
    _check_unique("source", list_ids(pack, SourcesFile, "sources"))


def _check_unique(kind: str, found: Iterable[tuple[str, Document, ValuePath]]) -> dict[str, FoundText]:
    declared: dict[str, FoundText] = {}
    for value, document, path in found:
        if value in declared:
            first = declared[value].document.shown
            document.add(path, describe_id_taken(kind, value, first))
        else:
            declared[value] = FoundText(value, document, path)
    return declared
