"""Rules for sources, facts, entities and differences. Each adds its problems to the document at fault."""

from collections.abc import Iterator

from game.content.documents import Document, ValuePath
from game.content.file_kinds import DifferencesFile, EntitiesFile, FactsFile, SourcesFile
from game.content.item_rules import list_items
from game.content.known import Known, check_fact_ids, list_ids, list_told_facts
from game.content.pack_documents import PackDocuments
from game.pack.ledger import NO_SPEAKER, Difference, Fact, Side
from game.prose import ledger_problems as problems


def check_paragraph_numbers(pack: PackDocuments) -> None:
    """Check that paragraphs are numbered in order from 1."""
    for name, file in pack.of(SourcesFile).items():
        for index, source in enumerate(file.sources):
            for place, paragraph in enumerate(source.paragraphs):
                if paragraph.number != place + 1:
                    path = ("sources", index, "paragraphs", place, "number")
                    pack.documents[name].add(path, problems.describe_paragraph_order(place + 1))


def check_fact_references(pack: PackDocuments, known: Known) -> None:
    """Check that cites, entities and differences of a fact exist, and that a reported fact names its speaker."""
    for name, file in pack.of(FactsFile).items():
        for index, fact in enumerate(file.facts):
            _check_fact(pack.documents[name], ("facts", index), fact, known)
            # Who says so is what a draft may wait for.
            if fact.strength == "reported" and fact.said_by == NO_SPEAKER and not fact.draft:
                message = problems.describe_no_speaker()
                pack.documents[name].add(("facts", index, "strength"), message)


def _check_fact(document: Document, path: ValuePath, fact: Fact, known: Known) -> None:
    for place, cite in enumerate(fact.cites):
        # Without any source, one missing file would make every cite a problem.
        if known.cites and cite not in known.cites:
            document.add((*path, "cites", place), problems.describe_unknown_cite(cite))
    for place, entity_id in enumerate(fact.about.who):
        if message := known.entities.problem(entity_id):
            document.add((*path, "about", "who", place), message)
    for place, other in enumerate(fact.differs_from):
        if message := known.facts.problem(other):
            document.add((*path, "differs_from", place), message)
        elif other in known.fact_records and fact.id not in known.fact_records[other].differs_from:
            document.add((*path, "differs_from", place), problems.describe_one_sided_difference(other, fact.id))


def check_facts_exist(pack: PackDocuments, known: Known) -> None:
    """Check that entities and comparisons rest on existing facts, each comparison on sides that share none."""
    for name, file in pack.of(EntitiesFile).items():
        for index, entity in enumerate(file.entities):
            check_fact_ids(pack.documents[name], ("entities", index, "facts"), entity.facts, known)
            # As for passages: they may follow from the gloss.
            if not entity.facts and pack.is_whole("facts") and pack.is_whole("sources"):
                pack.documents[name].add(("entities", index, "gloss"), problems.describe_gloss_without_facts())
    for document, path, side in _list_sides(pack):
        check_fact_ids(document, (*path, "facts"), side.facts, known)
    _check_comparisons(pack)


def _check_comparisons(pack: PackDocuments) -> None:
    for name, file in pack.of(DifferencesFile).items():
        document = pack.documents[name]
        for section, index, record in file.list_comparisons():
            path = (section, index)
            if isinstance(record, Difference) and record.judge and record.kind != "one-source":
                document.add((*path, "judge"), problems.describe_needless_judgement(record.kind))
            seen: set[str] = set()
            for place, side in enumerate(record.sides):
                # Compared with itself it would be a discovery that takes one note.
                for fact_id in sorted(seen.intersection(side.facts)):
                    message = problems.describe_fact_on_two_sides(fact_id)
                    document.add((*path, "sides", place, "facts"), message)
                seen.update(side.facts)


def check_facts_are_shown(pack: PackDocuments) -> None:
    """Report facts that no passage rests on, because players cannot find them. Only if every room could be read."""
    if not (pack.is_whole("room") and pack.is_whole("tour")):
        return
    shown = list_told_facts(pack)
    for document, path, side in _list_sides(pack):
        if not shown.intersection(side.facts):
            document.add(path, problems.describe_hidden_side(), is_fatal=False)
    drafts = {fact.id for file in pack.of(FactsFile).values() for fact in file.facts if fact.draft}
    for fact_id, document, path in list_ids(pack, FactsFile, "facts"):
        if fact_id not in shown and fact_id not in drafts:
            document.add(path, problems.describe_hidden_fact(fact_id), is_fatal=False)


def _list_sides(pack: PackDocuments) -> Iterator[tuple[Document, ValuePath, Side]]:
    """The sides of all comparisons, each with its place."""
    for name, file in pack.of(DifferencesFile).items():
        for section, index, record in file.list_comparisons():
            for place, side in enumerate(record.sides):
                yield pack.documents[name], (section, index, "sides", place), side


def check_facts_are_asked(pack: PackDocuments) -> None:
    """Report facts that no question asks for, except rumours, which are not scored, and drafts."""
    if not pack.is_whole("room"):
        return
    asked = {fact_id for _, _, item in list_items(pack) for fact_id in item.facts}
    places = {
        fact.id: (pack.documents[name], ("facts", index, "id"))
        for name, file in pack.of(FactsFile).items()
        for index, fact in enumerate(file.facts)
        if not fact.rumour and not fact.draft
    }
    unasked = [fact_id for fact_id in places if fact_id not in asked]
    # A tour with a few questions is no tour with many mistakes: there they are counted, and not listed.
    if 2 * len(unasked) > len(places):
        document, path = places[unasked[0]]
        document.add(path, problems.describe_unasked_facts(len(unasked), len(places), unasked[0]), is_fatal=False)
        return
    for fact_id in unasked:
        document, path = places[fact_id]
        document.add(path, problems.describe_unasked_fact(fact_id), is_fatal=False)


def check_paragraphs_are_cited(pack: PackDocuments) -> None:
    """Check that a fact cites every paragraph of a source, or that the paragraph is unused for a reason."""
    # Only if every facts file was read: the missing cite may be in an unreadable one.
    if not pack.is_whole("facts"):
        return
    cited = {cite for file in pack.of(FactsFile).values() for fact in file.facts for cite in fact.cites}
    for name, file in pack.of(SourcesFile).items():
        for index, source in enumerate(file.sources):
            for place, paragraph in enumerate(source.paragraphs):
                path = ("sources", index, "paragraphs", place)
                if f"{source.id}¶{paragraph.number}" not in cited and not paragraph.unused:
                    message = problems.describe_uncited_paragraph(source.id, paragraph.number)
                    pack.documents[name].add(path, message, is_fatal=False)
