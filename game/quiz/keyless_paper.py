"""A paper without its keys, as a candidate's machine has it: shown, answered in letters, and never marked."""

from collections.abc import Sequence
from functools import cached_property

import msgspec

from game.core.digests import blake2b
from game.core.identity import pseudonym_key
from game.pack.kinds import Item, Response, Shown, read_response, write_response
from game.pack.kinds.keyless import KeylessQuestion, list_row_ids, make_stand_in, show_question
from game.pack.ledger import Fact
from game.pack.world import Passage, Tour, World
from game.quiz.bank import Bank
from game.quiz.papers import Paper, Selection


def compute_paper_hash(questions: Sequence[KeylessQuestion]) -> str:
    """32 hex digits that name a paper by all that candidates are shown."""
    return blake2b(msgspec.json.encode(list(questions)), digest_size=16).hexdigest()


class KeylessPaper(Paper):
    """The questions of a paper, asked by stand-ins. It needs no pack."""

    def __init__(self, questions: Sequence[KeylessQuestion], title: str, tour: str) -> None:
        self.hash = compute_paper_hash(questions)
        self.questions = tuple(questions)
        bank = Bank(_build_world(questions, title, tour))
        super().__init__(bank, 0, Selection(), items=tuple(map(make_stand_in, questions)))

    @cached_property
    def _by_id(self) -> dict[str, KeylessQuestion]:
        return {question.id: question for question in self.questions}

    def show(self, item: Item, who: str = "") -> Shown:
        """One question as one candidate sees it."""
        question = self._by_id[item.id]
        return show_question(question, item, pseudonym_key(who), self.hash, list_row_ids(question))

    def keep_response(self, shown: Shown, response: Response) -> Response:
        """The line that gives the response, in the letters that are shown."""
        return (write_response(shown, response),) if response else ()

    def find_response(self, shown: Shown, kept: Response) -> Response:
        """The response that a kept line gives; empty for a line that gives none."""
        return read_response(shown, kept[0]) or () if kept else ()


def _build_world(questions: Sequence[KeylessQuestion], title: str, tour: str) -> World:
    """A world that holds nothing but the facts that stand as rows in the questions."""
    nothing = Passage(text=title, staged=True)
    facts = {
        row_id: Fact(id=row_id, claim=text, cites=(), strength="stated", kind="event")
        for question in questions
        for row_id, text in zip(list_row_ids(question), question.rows, strict=False)
    }
    return World(
        tour=Tour(id=tour, title=title, tagline=title, start="", finish="", opening=(nothing,), about=(nothing,)),
        sources={},
        facts=facts,
        entities={},
        differences={},
        rooms={},
        differing={},
        carriages=0,
    )
