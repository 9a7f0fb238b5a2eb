"""The kind ``multiple``: several right options among several, all of which are to be chosen.

Marks follow Moodle's rule for multiple-choice questions with more than one answer (Moodle documentation, "Multiple
Choice question type", and ``qtype_multichoice_multi_question::grade_response``): each right option chosen is worth one
over the number of right options; each wrong one costs one over the number of wrong options, the weight that Moodle
suggests so that choosing everything is worth nothing; the sum is cut at 0. All or nothing was the other rule at hand:
it calls someone who missed one of five as wrong as someone who guessed, and Moodle could not be told it.
"""

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from game.core.names import words
from game.core.records import Text
from game.pack.kinds import keyed, picking, returned
from game.pack.kinds.base import BaseItem, Distractor, Ledger, Response
from game.pack.kinds.interaction import Interaction, name_components, write_choice
from game.pack.kinds.mixing import Mixer
from game.pack.kinds.neutral import NeutralQuestion, Provenance
from game.pack.kinds.parts import (
    Fault,
    Field,
    Form,
    ItemLayout,
    ItemText,
    KnownIds,
    MarkingRule,
    Nothing,
    Picked,
    Remark,
    Rivals,
    Spoken,
)

MAX_OPTIONS = 8
"""Right and wrong together: as many as there are letters, and as columns in a table."""

_BETWEEN = re.compile(r"\s*(?:[,;&+]|\band\b)\s*", re.IGNORECASE)


class Multiple(BaseItem, frozen=True, kw_only=True, tag_field="kind", tag="multiple"):
    """A question with several right options, all of which are to be chosen."""

    keys: Annotated[tuple[Text, ...], Meta(min_length=2, max_length=7, description="All options that are right.")]
    distractors: Annotated[tuple[Distractor, ...], Meta(min_length=1, max_length=6)]

    def show(self, ledger: Ledger, mixer: Mixer) -> ItemLayout:
        """Its options in the order that the seed decides."""
        return ItemLayout(mixer.mix_keyed(keyed.list_options(self.keys, self.distractors)))

    def describe_form(self) -> Form:
        """It is answered by all letters that apply; on paper they are ticked."""
        return Form(instruction="all-letters", answer_by="letters", is_ticked=True, rule=MarkingRule(parts="options"))

    def read_response(self, layout: ItemLayout, line: str) -> Response | None:
        """The options chosen: ``A C``, ``ac``, ``1, 3``, ``A and C``, or the beginnings of their texts with commas."""
        # A text typed in full comes first: "cab" could be three letters, and is an option where one is called so.
        exact = [text for text in layout.options if words(text) == words(line)]
        options = exact or _read_letters(layout, line) or _read_texts(layout, line)
        return order_chosen(options) if options else None

    def write_response(self, layout: ItemLayout, response: Response) -> str:
        """The options' letters in the order of the alphabet."""
        return " ".join(sorted(picking.write_letters(layout, response)))

    def find_key(self, ledger: Ledger) -> Response:
        """All right options."""
        return order_chosen(self.keys)

    def mark(self, response: Response, ledger: Ledger) -> float:
        """Moodle's rule: a share for each right option, less a share for each wrong one, never below 0."""
        chosen = set(response)
        hits = sum(text in chosen for text in self.keys)
        misses = sum(distractor.text in chosen for distractor in self.distractors)
        return max(0.0, hits / len(self.keys) - misses / len(self.distractors))

    def find_misconception(self, response: Response) -> str:
        """What the author says of each wrong option that was chosen."""
        return " ".join(each.because for each in self.distractors if each.text in response)

    def describe_response(self, response: Response) -> Spoken:
        """The options chosen."""
        return Picked(response) if response else Nothing()

    def make_questions(self, layout: ItemLayout, ledger: Ledger, provenance: Provenance) -> Iterator[NeutralQuestion]:
        """A choice of several elsewhere too."""
        options = keyed.make_options(layout.options, self.keys, self.distractors)
        yield provenance.make_question("multiple", options=options)

    @staticmethod
    def read_question(question: returned.ReturnedQuestion, ledger: Ledger) -> returned.Fields | None:
        """A choice with several right options."""
        if question.kind != "multiple":
            return None
        return {"keys": returned.list_right(question), "distractors": returned.read_wrong(question)}

    def describe_interaction(self, ledger: Ledger) -> Interaction:
        """A choice whose right response is several options."""
        right = self.write_interaction_response(self.keys, ledger)
        return Interaction(
            type="choice", choices=name_components("c", keyed.list_options(self.keys, self.distractors)), right=(right,)
        )

    def write_interaction_response(self, response: Response, ledger: Ledger) -> str:
        """The ids of the options chosen."""
        return write_choice(response, keyed.list_options(self.keys, self.distractors))

    def list_texts(self) -> Iterator[ItemText]:
        """The options, and what is said of the wrong ones."""
        return keyed.list_keyed_texts(_list_keys(self.keys), self.distractors)

    def list_rivals(self) -> Rivals:
        """The options."""
        return keyed.list_keyed_rivals(_list_keys(self.keys), self.distractors, are_shown=True)

    def find_faults(self, known: KnownIds) -> Iterator[Fault]:
        """Report options that occur twice, and more options than there are letters."""
        yield from keyed.find_twice(_list_keys(self.keys))
        yield from keyed.find_keyed_faults(self.keys, self.distractors)
        if len(keyed.list_options(self.keys, self.distractors)) > MAX_OPTIONS:
            yield Fault(
                "too many options",
                ("distractors",),
                str(len(keyed.list_options(self.keys, self.distractors))),
                (str(MAX_OPTIONS),),
            )

    def find_remarks(self, ledger: Ledger) -> Iterator[Remark]:
        """None: its key is not about the ledger."""
        return iter(())


def _list_keys(keys: tuple[str, ...]) -> list[tuple[Field, str]]:
    return [(("keys", place), text) for place, text in enumerate(keys)]


def _read_letters(layout: ItemLayout, line: str) -> list[str]:
    """The options at the letters or numbers of a line; none if the line contains anything else."""
    places = picking.read_places(" ".join(_BETWEEN.split(line.strip(" .!"))))
    is_known = all(0 <= place < len(layout.options) for place in places)
    # A letter typed twice is a slip, but a harmless one: the option is chosen all the same.
    return [layout.options[place] for place in places] if is_known else []


def _read_texts(layout: ItemLayout, line: str) -> list[str]:
    """The options that the parts of a line name; none unless each part names one."""
    whole = picking.find_option(line, layout.options)
    parts = [picking.find_option(part, layout.options) for part in _BETWEEN.split(line) if part]
    return [whole] if whole else [part for part in parts if part] if all(parts) else []


def order_chosen(texts: tuple[str, ...] | list[str]) -> Response:
    """Picked options as a response: each once, sorted by text, so that one response has one form.

    The authors' order would do for that too, but it has the right options first, and an exam shows a response before
    it is marked.
    """
    return tuple(sorted(set(texts)))
