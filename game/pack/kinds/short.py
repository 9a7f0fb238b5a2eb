"""The kind ``short``: a word or two of one's own, compared by the spelling that the question asks for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

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
    MarkingRule,
    Nothing,
    Remark,
    Rivals,
    SingleAnswer,
    Spoken,
)
from game.pack.marking.modes import Mode

if TYPE_CHECKING:
    from game.pack.marking.text_marking import TextMark

MAX_RESPONSE_LENGTH = 120
"""Characters kept of a response in words of one's own."""


class Short(BaseItem, frozen=True, kw_only=True, tag_field="kind", tag="short"):
    """A question answered in a word or two of one's own."""

    key: Annotated[Text, Meta(description="The right answer, a word or two.")]
    accepted: Annotated[tuple[Text, ...], Meta(description="Other forms of the key.")] = ()
    distractors: Annotated[tuple[Distractor, ...], Meta(description="Wrong answers that are likely.")] = ()
    spelling: Annotated[
        Mode | None,
        Meta(
            description="How an answer is compared. exact: as it is written. folded: without case, spaces and quotes. "
            "forgiving: slips of typing too. Left out, forgiving for names of five letters or more, else folded."
        ),
    ] = None

    @property
    def mode(self) -> Mode:
        """How an answer is compared."""
        from game.pack.marking.folding import choose_mode

        return self.spelling or choose_mode(self.forms)

    @property
    def forms(self) -> tuple[str, ...]:
        """The key, and what else is accepted."""
        return (self.key, *self.accepted)

    def show(self, ledger: Ledger, mixer: Mixer) -> ItemLayout:
        """Nothing but the stem."""
        return ItemLayout()

    def describe_form(self) -> Form:
        """It is answered in words of one's own."""
        return Form(
            instruction="words", answer_by="words", rule=MarkingRule(accepted=self.accepted, spelling=self.mode)
        )

    def read_response(self, layout: ItemLayout, line: str) -> Response | None:
        """The words as typed; None when there are none."""
        from game.pack.marking.folding import fold_width

        typed = line.strip()[:MAX_RESPONSE_LENGTH]
        # Where the key is words, signs alone are a slip of the hand and no answer that costs the mark.
        is_answer = any(map(str.isalnum, typed)) if self.mode == "forgiving" else bool(fold_width(typed).strip())
        return (typed,) if is_answer else None

    def write_response(self, layout: ItemLayout, response: Response) -> str:
        """The words."""
        return "".join(response)

    def find_key(self, ledger: Ledger) -> Response:
        """The best form of the right answer."""
        return (self.key,)

    def mark(self, response: Response, ledger: Ledger) -> float:
        """All or nothing."""
        return float(bool(response) and self._mark_text(response[0], ledger).is_right)

    def _mark_text(self, given: str, ledger: Ledger) -> "TextMark":
        from game.pack.marking.text_marking import mark_text
        from game.pack.marking.vocabulary import is_word_of, list_names

        wrong = [each.text for each in self.distractors]
        # In a small pack too, a slip into another name of it is that name and no slip.
        return mark_text(self.mode, self.forms, given, wrong, list_names(ledger), is_word_of(ledger))

    def find_misconception(self, response: Response) -> str:
        """What the author says of those words, however they are spelt."""
        from game.pack.marking.folding import STEPS_BY_MODE, fold

        steps = STEPS_BY_MODE[self.mode]
        given = fold(response[0], steps)
        return next((each.because for each in self.distractors if fold(each.text, steps) == given), "")

    def describe_response(self, response: Response) -> Spoken:
        """The words."""
        return SingleAnswer(response[0]) if response else Nothing()

    def make_questions(self, layout: ItemLayout, ledger: Ledger, provenance: Provenance) -> Iterator[NeutralQuestion]:
        """A short answer elsewhere too: the forms accepted, then the likely wrong ones."""
        accepted = (Option(text, is_right=True) for text in dict.fromkeys(self.forms))
        wrong = (Option(each.text, is_right=False, because=each.because) for each in self.distractors)
        yield provenance.make_question("short", options=(*accepted, *wrong), spelling=self.mode)

    @staticmethod
    def read_question(question: returned.ReturnedQuestion, ledger: Ledger) -> returned.Fields | None:
        """A short answer: the first form is the key, the others are accepted too."""
        if question.kind != "short":
            return None
        from game.pack.marking.folding import choose_mode
        from game.pack.marking.written_forms import drop_respelled

        forms = returned.list_right(question) or [""]
        # Other spellings of a form were written out for programs that fold only case.
        key, *accepted = drop_respelled(question.spelling or choose_mode(forms), forms)
        told = {"spelling": question.spelling} if question.spelling else {}
        return {"key": key, "accepted": accepted, "distractors": returned.read_wrong(question), **told}

    def describe_interaction(self, ledger: Ledger) -> Interaction:
        """A text; each form that is accepted is right, in either case."""
        matters = "true" if self.mode == "exact" else "false"
        return Interaction(type="fill-in", right=tuple(f"{{case_matters={matters}}}{form}" for form in self.forms))

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
        from game.pack.marking.folding import STEPS_BY_MODE

        # Not all steps of forgiving: without its accents another word may be the wrong answer.
        steps = STEPS_BY_MODE["exact" if self.mode == "exact" else "folded"]
        return keyed.find_keyed_faults([self.key], self.distractors, steps)

    def find_remarks(self, ledger: Ledger) -> Iterator[Remark]:
        """None: its key is not about the ledger."""
        return iter(())
