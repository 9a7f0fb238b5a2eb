"""Rules for leads: every fact of a lead can be noted, where its slots say. Each adds its problems to the document."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from game.content.documents import Document, ValuePath
from game.content.file_kinds import DifferencesFile, LeadsFile
from game.content.known import Ids, Known, list_told_facts
from game.content.pack_documents import PackDocuments
from game.content.picture_rules import list_pictures
from game.pack.leads import Lead, Slot
from game.pack.ledger import Comparison
from game.pack.world import Room, facts_in
from game.prose import lead_problems as problems
from game.prose.suggestions import describe_unknown


def check_leads(pack: PackDocuments, known: Known) -> None:
    """Check that the facts, rooms, comparisons and drawings of leads exist, and that every slot can be filled."""
    if not pack.of(LeadsFile):
        return
    compared = {
        each.id: each
        for file in pack.of(DifferencesFile).values()
        for each in (*file.differences, *file.agreements, *file.mix_ups)
    }
    comparisons = Ids("comparison", frozenset(compared), pack.is_whole("differences"))
    for name, file in pack.of(LeadsFile).items():
        document = pack.documents[name]
        for index, lead in enumerate(file.leads):
            path: ValuePath = ("leads", index)
            if lead.comparison and (message := comparisons.problem(lead.comparison)):
                document.add((*path, "comparison"), message)
            elif lead.comparison in compared and not _can_be_made(compared[lead.comparison], lead):
                document.add((*path, "comparison"), problems.describe_comparison_out_of_reach())
            _check_sentences(document, path, lead)
            _check_drawing(pack, document, path, lead)
    _check_facts(pack, known)


def _can_be_made(comparison: Comparison, lead: Lead) -> bool:
    """Whether whoever has filled all slots has noted two sides of the comparison, whichever facts filled them."""
    side_of = {fact_id: place for place, side in enumerate(comparison.sides) for fact_id in side.facts}
    on_sides = [slot for slot in lead.slots if side_of.keys() >= set(slot.facts)]
    reached = [{side_of[fact_id] for fact_id in slot.facts} for slot in on_sides]
    return any(first.isdisjoint(second) for first, second in combinations(reached, 2))


def _check_sentences(document: Document, path: ValuePath, lead: Lead) -> None:
    """Check that the sentences among which a player chooses are all different."""
    said = {lead.honest}
    for place, overreach in enumerate(lead.overreaches):
        if overreach.says in said:
            document.add((*path, "overreaches", place, "says"), problems.describe_repeated_sentence())
        said.add(overreach.says)


def _check_drawing(pack: PackDocuments, document: Document, path: ValuePath, lead: Lead) -> None:
    if not lead.drawing:
        return
    sprites = list_pictures(pack, "sprites")
    for place, sprite in enumerate(lead.drawing):
        if sprite not in sprites:
            document.add((*path, "drawing", place), describe_unknown("sprite", sprite, sprites))


def _check_facts(pack: PackDocuments, known: Known) -> None:
    """Check that each fact of a lead exists and is told somewhere, and each slot can be filled in its room."""
    # Only if every room could be read: the missing text may be in an unreadable one.
    is_whole = pack.is_whole("room") and pack.is_whole("tour")
    told = list_told_facts(pack) if is_whole else None
    rooms = {room.id: frozenset(facts_in(room)) for room in pack.of(Room).values()}
    for name, file in pack.of(LeadsFile).items():
        for index, lead in enumerate(file.leads):
            document, path = pack.documents[name], ("leads", index)
            _check_noted(document, (*path, "opens"), lead.opens, known, told)
            for place, slot in enumerate(lead.slots):
                _check_noted(document, (*path, "slots", place, "facts"), slot.facts, known, told)
                _check_place(document, (*path, "slots", place, "at"), slot, known, rooms)
            for place, overreach in enumerate(lead.overreaches):
                _check_noted(document, (*path, "overreaches", place, "facts"), overreach.facts, known, told)


def _check_noted(
    document: Document, path: ValuePath, fact_ids: Iterable[str], known: Known, told: set[str] | None
) -> None:
    """Report facts that no file declares, or that no text tells."""
    for place, fact_id in enumerate(fact_ids):
        if message := known.facts.problem(fact_id):
            document.add((*path, place), message)
        elif told is not None and fact_id not in told:
            document.add((*path, place), problems.describe_untold_fact(fact_id))


def _check_place(
    document: Document, path: ValuePath, slot: Slot, known: Known, rooms: Mapping[str, frozenset[str]]
) -> None:
    if message := known.rooms.problem(slot.at):
        document.add(path, message)
    # A room that could not be read is not in ``rooms``: it tells nobody knows what.
    elif slot.at in rooms and rooms[slot.at].isdisjoint(slot.facts):
        document.add(path, problems.describe_slot_elsewhere(slot.at))
