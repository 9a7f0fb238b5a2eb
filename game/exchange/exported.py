"""What is exported: the questions of a paper or a bank, and where they come from.

Each item makes its own questions. This module adds what an item does not know: its room and the sources of its facts.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from game.pack.kinds import Shown, make_questions, name_kind, show_by_words
from game.pack.kinds.neutral import NeutralQuestion, Provenance, clean
from game.prose import format_losses as words
from game.prose.lines import format_cite, number_room
from game.prose.questions import ask_for_proof
from game.quiz.bank import Bank, BankEntry
from game.quiz.papers import Paper


class Exported(Struct, frozen=True, kw_only=True):
    """What is exported: questions, and where they come from."""

    title: str
    bank: str
    """Digest of the bank."""
    code: str
    """Code of the paper; empty if there is none."""
    tour: str
    revised: str
    """The day on which the questions were last changed; empty when the pack does not say."""
    questions: tuple[NeutralQuestion, ...]


def collect_questions(bank: Bank, paper: Paper | None, entries: Sequence[BankEntry], code: str) -> Exported:
    """The questions of a paper in the paper's order; without a paper, the entries in the order of the tour."""
    tour = bank.world.tour
    if paper is None:
        order = {item_id: place for place, item_id in enumerate(bank.items)}
        items = [entry.item for entry in sorted(entries, key=lambda entry: order[entry.item.id])]
        shown = [show_by_words(item, bank.world) for item in items]
    else:
        shown = list(paper.shown())
    questions = tuple(question for one in shown for question in _make_questions(one, bank))
    return Exported(
        title=tour.title, bank=bank.digest, code=code, tour=tour.id, revised=tour.revised, questions=questions
    )


def spread(questions: Sequence[NeutralQuestion], limit: int) -> list[NeutralQuestion]:
    """So many questions, taken from all parts of a list in equal steps, for a file that has no room for more."""
    number = len(questions)
    return [questions[place * number // limit] for place in range(limit)] if number > limit else list(questions)


def _make_questions(shown: Shown, bank: Bank) -> Iterator[NeutralQuestion]:
    item, world = shown.item, bank.world
    # An old attempt or paper can hold an item that the pack has dropped since; it still can be exported.
    entry = bank.entries.get(item.id)
    facts = [world.facts[fact_id] for fact_id in item.facts if fact_id in world.facts]
    provenance = Provenance(
        id=item.id,
        origin=name_kind(item),
        stem=clean(item.stem),
        proof_stem=ask_for_proof(clean(item.stem)),
        feedback=clean(item.feedback),
        # Facts of one paragraph have the same source line; it is printed once.
        source=clean(" ".join(dict.fromkeys(format_cite(fact, world) for fact in facts))),
        facts=item.facts,
        level=item.level,
        skill=item.skill,
        room=entry.room.id if entry else "",
        category=number_room(entry.room) if entry else words.DROPPED_CATEGORY,
        topics=tuple(dict.fromkeys((*(entry.room.topics if entry else ()), *item.tags))),
    )
    return make_questions(shown, world, provenance)
