"""Rules for drafts: no question rests on one, and what is confirmed is complete."""

from collections.abc import Iterator

from game.content.documents import ValuePath
from game.content.file_kinds import FactsFile
from game.content.item_rules import list_items
from game.content.known import Known, list_passages
from game.content.pack_documents import PackDocuments
from game.pack.kinds import Item
from game.pack.kinds.two_tier import Reason
from game.prose import draft_texts as problems


def check_confirmed_facts(pack: PackDocuments) -> None:
    """A fact that is no draft has a claim and nothing to do."""
    for name, file in pack.of(FactsFile).items():
        for index, fact in enumerate(file.facts):
            if fact.draft:
                continue
            if not fact.claim:
                pack.documents[name].add(("facts", index), problems.describe_missing_claim())
            if fact.todo:
                pack.documents[name].add(("facts", index, "todo"), problems.describe_left_todo(), is_fatal=False)


def check_questions_on_drafts(pack: PackDocuments, known: Known) -> None:
    """No question rests on a draft."""
    for document, path, item in list_items(pack):
        for field, fact_id in _list_told(item):
            if fact_id in known.fact_records and known.fact_records[fact_id].draft:
                document.add((*path, *field), problems.describe_question_on_draft(fact_id))


def _list_told(item: Item) -> Iterator[tuple[ValuePath, str]]:
    """The facts that a question tells: those that prove its key, and those offered as a wrong proof."""
    yield from ((("facts", place), fact_id) for place, fact_id in enumerate(item.facts))
    # Not by its kind: any kind may offer facts as proofs.
    reasons: tuple[Reason, ...] = getattr(item, "reasons", ())
    yield from ((("reasons", place, "fact"), reason.fact) for place, reason in enumerate(reasons))


def check_texts(pack: PackDocuments) -> None:
    """A passage without a text has facts whose claims it tells."""
    for document, path, passage in list_passages(pack):
        if not passage.text and not passage.facts:
            document.add(path, problems.describe_missing_text())
