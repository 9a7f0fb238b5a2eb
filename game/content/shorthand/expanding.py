"""Gives the files of a pack their long form, in the order in which one needs another: facts, differences, all else."""

from collections.abc import Iterator, Mapping

from game.content.documents import Document
from game.content.file_kinds import find_file_kind
from game.content.shorthand.difference_forms import COMPARISONS, write_out_differences
from game.content.shorthand.fact_forms import write_out_facts
from game.content.shorthand.headed import Plain, list_of
from game.content.shorthand.item_forms import write_out_items_file, write_out_room_items
from game.content.shorthand.room_forms import write_out_entities, write_out_room, write_out_tour


def write_out_pack(documents: Mapping[str, Document]) -> None:
    """Give every file of a pack its long form. What has no short form stays as it is, faults included."""
    of_kind: dict[str, list[Document]] = {}
    for name, document in documents.items():
        of_kind.setdefault(find_file_kind(name), []).append(document)
    for document in of_kind.get("facts", ()):
        write_out_facts(document)
    facts = {fact["id"]: fact for document in of_kind.get("facts", ()) for fact in _list_entries(document, "facts")}
    for document in of_kind.get("differences", ()):
        write_out_differences(document, facts)
    differences = {
        entry["id"]: entry
        for document in of_kind.get("differences", ())
        for field in COMPARISONS
        for entry in _list_entries(document, field)
    }
    for document in of_kind.get("entities", ()):
        write_out_entities(document)
    for document in of_kind.get("tour", ()):
        write_out_tour(document, differences)
    for document in of_kind.get("room", ()):
        write_out_room(document, differences)
        write_out_room_items(document, facts)
    for document in of_kind.get("items", ()):
        write_out_items_file(document, facts)


def _list_entries(document: Document, field: str) -> Iterator[Plain]:
    """The entries of a list in a file that have an id."""
    for entry in list_of(document.value.get(field)) if isinstance(document.value, dict) else ():
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield entry
