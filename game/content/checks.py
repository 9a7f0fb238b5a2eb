"""What no single file can know: that names lead somewhere, that ids are unique, that text is sourced or staged.

One function a rule, all of them listed in ``run``. Each adds its problems to the document to blame.
"""

from collections.abc import Iterable

from game.content import item_rules, ledger_rules, room_rules
from game.content.documents import Document, Path_
from game.content.file_kinds import DifferencesFile, EntitiesFile, FactsFile, SourcesFile
from game.content.known import FoundText, ids, known_in
from game.content.pack_documents import Pack
from game.pack.world import Room


def run(pack: Pack) -> None:
    """Add to the pack's documents every problem that shows only when its files are read together."""
    known = known_in(pack)
    _unique("room", ((room.id, pack.documents[name], ("id",)) for name, room in pack.of(Room).items()))
    _unique("fact", ids(pack, FactsFile, "facts"))
    _unique("entity", ids(pack, EntitiesFile, "entities"))
    _unique("difference", ids(pack, DifferencesFile, "differences"))
    _unique("thing", room_rules.things(pack))
    _unique("question", item_rules.items(pack))
    _unique("source", ids(pack, SourcesFile, "sources"))
    room_rules.numbers(pack)
    ledger_rules.paragraphs(pack)
    room_rules.tour(pack, known)
    room_rules.journeys(pack, known)
    room_rules.exits(pack, known)
    room_rules.reachable(pack)
    ledger_rules.facts(pack, known)
    ledger_rules.ledger(pack, known)
    room_rules.passages(pack, known)
    ledger_rules.shown(pack)
    ledger_rules.asked(pack)
    ledger_rules.covered(pack)
    room_rules.replies(pack)
    room_rules.synonyms(pack, known)
    item_rules.questions(pack, known)
    room_rules.called(pack)
    room_rules.names(pack)
    room_rules.lengths(pack)


def _unique(kind: str, found: Iterable[tuple[str, Document, Path_]]) -> dict[str, FoundText]:
    declared: dict[str, FoundText] = {}
    for value, document, path in found:
        if value in declared:
            first = declared[value].document.shown
            document.add(path, f"another {kind} is already called {value!r}, in {first}; ids are unique")
        else:
            declared[value] = FoundText(value, document, path)
    return declared
