"""The parts that every kind of item must have.

It is a protocol and not an abstract base class. Msgspec's structs have a metaclass of their own, and a kind would
inherit an abstract method that it forgot, so that mypy would stay silent until someone made an instance. Here the base
class has no methods at all. A kind that lacks a part is no ``QuestionKind``, and every function of the package that
calls the part on an ``Item`` fails too, with the names of the kind and of the part.
"""

from collections.abc import Iterator
from typing import Protocol

from game.pack.kinds.base import Ledger, Response
from game.pack.kinds.interaction import Interaction
from game.pack.kinds.mixing import Mixer
from game.pack.kinds.neutral import NeutralQuestion, Provenance
from game.pack.kinds.parts import Fault, Form, ItemLayout, ItemText, KnownIds, Remark, Rivals, Spoken
from game.pack.kinds.returned import Fields, ReturnedQuestion


class QuestionKind(Protocol):
    """One kind of item. The functions of the package ``kinds`` are how the rest of the program calls these."""

    def show(self, ledger: Ledger, mixer: Mixer) -> ItemLayout:
        """Its lettered options and numbered rows, in the order a candidate sees."""

    def describe_form(self) -> Form:
        """How it is asked and answered."""

    def read_response(self, layout: ItemLayout, line: str) -> Response | None:
        """The response a typed line gives; None when it gives none. A line is never guessed at."""

    def write_response(self, layout: ItemLayout, response: Response) -> str:
        """The line that gives a response, as a key prints it; empty for one that cannot be given."""

    def find_key(self, ledger: Ledger) -> Response:
        """The response that is right."""

    def mark(self, response: Response, ledger: Ledger) -> float:
        """What a response is worth, 0 to 1. It is never called with an empty one."""

    def find_misconception(self, response: Response) -> str:
        """What someone who gave that response has mixed up, in the author's words; empty when they said nothing."""

    def describe_response(self, response: Response) -> Spoken:
        """A response in the shape in which prose describes it."""

    def make_questions(self, layout: ItemLayout, ledger: Ledger, provenance: Provenance) -> Iterator[NeutralQuestion]:
        """The question that it is for other programs; several where one item asks several things."""

    @staticmethod
    def read_question(question: ReturnedQuestion, ledger: Ledger) -> Fields | None:
        """The fields that only this kind has, of a question that came back; None where it is no such question."""

    def describe_interaction(self, ledger: Ledger) -> Interaction:
        """What it is as an interaction of xAPI, with the responses that are right."""

    def write_interaction_response(self, response: Response, ledger: Ledger) -> str:
        """A response as that interaction writes it."""

    def list_texts(self) -> Iterator[ItemText]:
        """The texts that only this kind has, for lint; stem and feedback are every kind's."""

    def list_rivals(self) -> Rivals:
        """Its right answers and the wrong ones set against them; empty where it has none of its own."""

    def find_faults(self, known: KnownIds) -> Iterator[Fault]:
        """What an author must change before the pack can be played."""

    def find_remarks(self, ledger: Ledger) -> Iterator[Remark]:
        """Report where the facts do not support the key; only for kinds whose key is about the ledger itself."""
