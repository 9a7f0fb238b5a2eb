"""The kind ``short``: a word or two of one's own, with slips of typing forgiven where no other name is as near."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from game.core.names import key, words
from game.core.records import Text
from game.pack.kinds import keyed, returned
from game.pack.kinds.base import BaseItem, Distractor, Ledger, Response
from game.pack.kinds.interaction import Interaction
from game.pack.kinds.mixing import Mixer
from game.pack.kinds.neutral import NeutralQuestion, Option, Provenance
from game.pack.kinds.parts import (
    Fault,
    Form,
    ItemLayout,
    ItemText,
    KnownIds,
    Nothing,
    Remark,
    Rivals,
    SingleAnswer,
    Spoken,
)

MAX_RESPONSE_LENGTH = 120
"""Characters kept of a response in words of one's own."""

LETTERS_FOR_EACH_SLIP = 4
"""Letters of a response to one slip that is forgiven: a response of 4 letters may hold one, of 8 letters two."""

MAX_SLIPS = 2
"""Slips forgiven in a response of any length."""


class Short(BaseItem, frozen=True, kw_only=True, tag_field="kind", tag="short"):
    """A question answered in a word or two of one's own."""

    key: Annotated[Text, Meta(description="The right answer, a word or two.")]
    accepted: Annotated[tuple[Text, ...], Meta(description="Other forms of the key.")] = ()
    distractors: Annotated[tuple[Distractor, ...], Meta(description="Wrong answers that are likely.")] = ()

    def show(self, ledger: Ledger, mixer: Mixer) -> ItemLayout:
        """Nothing but the stem."""
        return ItemLayout()

    def describe_form(self) -> Form:
        """It is answered in words of one's own."""
        return Form(instruction="words", answer_by="words")

    def read_response(self, layout: ItemLayout, line: str) -> Response | None:
        """The words as typed; None when there are none."""
        return (" ".join(line.split())[:MAX_RESPONSE_LENGTH],) if words(line) else None

    def write_response(self, layout: ItemLayout, response: Response) -> str:
        """The words."""
        return "".join(response)

    def find_key(self, ledger: Ledger) -> Response:
        """The best form of the right answer."""
        return (self.key,)

    def mark(self, response: Response, ledger: Ledger) -> float:
        """All or nothing."""
        return float(_is_meant(self, response[0], ledger))

    def find_misconception(self, response: Response) -> str:
        """What the author says of those words, articles and plurals aside."""
        given = key(response[0])
        return next((each.because for each in self.distractors if key(each.text) == given), "")

    def describe_response(self, response: Response) -> Spoken:
        """The words."""
        return SingleAnswer(response[0]) if response else Nothing()

    def make_questions(self, layout: ItemLayout, ledger: Ledger, provenance: Provenance) -> Iterator[NeutralQuestion]:
        """A short answer elsewhere too: the forms accepted, then the likely wrong ones."""
        accepted = (Option(text, is_right=True) for text in dict.fromkeys((self.key, *self.accepted)))
        wrong = (Option(each.text, is_right=False, because=each.because) for each in self.distractors)
        yield provenance.make_question("short", options=(*accepted, *wrong))

    @staticmethod
    def read_question(question: returned.ReturnedQuestion, ledger: Ledger) -> returned.Fields | None:
        """A short answer: the first form is the key, the others are accepted too."""
        if question.kind != "short":
            return None
        key, *accepted = returned.list_right(question) or [""]
        return {"key": key, "accepted": accepted, "distractors": returned.read_wrong(question)}

    def describe_interaction(self, ledger: Ledger) -> Interaction:
        """A text; each form that is accepted is right, in either case."""
        forms = (self.key, *self.accepted)
        return Interaction(type="fill-in", right=tuple(f"{{case_matters=false}}{form}" for form in forms))

    def write_interaction_response(self, response: Response, ledger: Ledger) -> str:
        """The words."""
        return response[0]

    def list_texts(self) -> Iterator[ItemText]:
        """The key, the likely wrong answers, and what is said of those."""
        return keyed.list_keyed_texts([(("key",), self.key)], self.distractors)

    def list_rivals(self) -> Rivals:
        """The key and the likely wrong answers, which nobody is shown."""
        return keyed.list_keyed_rivals([(("key",), self.key)], self.distractors, are_shown=False)

    def find_faults(self, known: KnownIds) -> Iterator[Fault]:
        """Report a wrong answer that equals the key or another wrong answer."""
        return keyed.find_keyed_faults([self.key], self.distractors)

    def find_remarks(self, ledger: Ledger) -> Iterator[Remark]:
        """None: its key is not about the ledger."""
        return iter(())


def _is_meant(item: Short, given: str, ledger: Ledger) -> bool:
    """Whether words of a player's own are one of the accepted forms, typing slips forgiven.

    A slip is never forgiven into a figure, nor where the words are as near to another name that the pack knows.
    """
    typed = key(given)
    accepted = {key(form) for form in (item.key, *item.accepted)}
    if typed in accepted:
        return True
    joined = " ".join(typed)
    if any(character.isdecimal() for character in joined):
        return False
    from rapidfuzz.distance import OSA  # only a response with a slip needs it

    forgiven = min(MAX_SLIPS, len(joined) // LETTERS_FOR_EACH_SLIP)
    distance = min(OSA.distance(joined, " ".join(form)) for form in accepted)
    if distance > forgiven:
        return False
    # A name of the pack that is as near to what was typed may be what was meant, and then the answer is wrong.
    others = {key(name) for name in _list_other_names(item, ledger)} - accepted
    return all(OSA.distance(joined, " ".join(other)) > distance for other in others)


def _list_other_names(item: Short, ledger: Ledger) -> Iterator[str]:
    yield from (distractor.text for distractor in item.distractors)
    for entity in ledger.entities.values():
        yield from (entity.name, *entity.names)
