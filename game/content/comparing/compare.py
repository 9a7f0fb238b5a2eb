"""Compares every text of a pack with its facts, and makes a remark for each thing that they do not support."""

from collections.abc import Iterator
from typing import NamedTuple

from game.content.comparing.cases import Case
from game.content.comparing.fact_sides import Ledger
from game.content.comparing.place_rules import find_place_remarks
from game.content.comparing.sentences import locate, split_sentences
from game.content.comparing.sourced_rules import ALT_RULES, SOURCED_RULES
from game.content.comparing.staged_rules import STAGED_RULES
from game.content.comparing.texts import ComparedText, list_texts
from game.content.documents import Document, ValuePath
from game.content.pack_documents import PackDocuments
from game.prose.text_remarks import TEXT_RULE_TEXTS

TEXT_RULES = tuple(TEXT_RULE_TEXTS)
"""Ids of all rules for texts."""


class TextRemark(NamedTuple):
    """One thing that is in a text and not in its facts."""

    rule: str
    document: Document
    line: int
    column: int
    record: ValuePath
    """Path of the record in which a comment may ignore the rule."""
    owner: str
    text: str


def find_text_remarks(pack: PackDocuments) -> Iterator[TextRemark]:
    """The remarks of the rules on the texts of a pack; none if its sources have no source maps."""
    ledger = Ledger(pack)
    if not ledger.is_mapped:
        return
    for text in list_texts(pack):
        for rule, sentence, message in compare_text(ledger, text):
            line, column = locate(text.document, text.path, sentence)
            yield TextRemark(rule, text.document, line, column, text.record, text.owner, message)
    for found in find_place_remarks(pack, ledger):
        line, column = found.document.mark(found.path)
        yield TextRemark(found.rule, found.document, line, column, found.record, found.owner, found.text)


def compare_text(ledger: Ledger, text: ComparedText) -> Iterator[tuple[str, str, str]]:
    """Rule, sentence and remark for everything in one text that is not in its facts."""
    sentences = split_sentences(text.text)
    for place, sentence in enumerate(sentences):
        case = Case(ledger, text, sentences, place)
        rules = STAGED_RULES if text.role == "staged" else SOURCED_RULES
        for rule, find in rules.items():
            if text.role == "alt" and rule not in ALT_RULES:
                continue
            for message in find(case):
                # In a reason a lost hedge has its own rule id, because pupils take a reason as the final answer.
                yield "B-HEDGE" if case.is_reason and rule == "T-HEDGE" else rule, sentence.text, message
