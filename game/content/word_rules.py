"""Rules for a pack's own sentences: each replaces one that there is, and its braces can be filled."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.content.documents import Document, ValuePath
from game.content.pack_documents import PackDocuments
from game.pack.world import Tour
from game.prose import room_problems as problems
from game.prose.act_answers import ANSWERS, ActAnswer
from game.prose.act_lines import ACT_SLOTS
from game.prose.own_words import COMMON_SLOTS, Sentences, find_slots
from game.prose.replaceable import SUBJECTS
from game.prose.suggestions import describe_unknown

NO_WAY_SLOTS = COMMON_SLOTS | {"way"}
END_SLOTS = COMMON_SLOTS | {"room"}


class _OwnSentence(NamedTuple):
    """A sentence of the pack, its place, and what its braces may hold."""

    text: str
    path: ValuePath
    slots: frozenset[str]


def check_words(pack: PackDocuments) -> None:
    """Report sentences in place of none, and braces that nothing fills."""
    for name, tour in pack.of(Tour).items():
        document = pack.documents[name]
        for subject, texts in tour.words.items():
            _check_subject(document, subject, texts)
        for text, path, slots in _list_sentences(tour):
            _check_slots(document, text, path, slots)


def _check_subject(document: Document, subject: str, texts: Iterable[str]) -> None:
    forms = _list_forms(subject)
    if not forms:
        document.key_mark(("words", subject), describe_unknown("subject", subject, (*SUBJECTS, *ANSWERS)))
        return
    for form in texts:
        if form not in forms:
            document.key_mark(("words", subject, form), describe_unknown("sentence", form, forms))


def _list_forms(subject: str) -> tuple[str, ...]:
    """The names of the sentences of a subject; empty for one that there is not."""
    if subject in SUBJECTS:
        return tuple(SUBJECTS[subject].texts)
    return ActAnswer._fields if subject in ANSWERS else ()


def _list_sentences(tour: Tour) -> Iterator[_OwnSentence]:
    """The sentences of a pack that may have braces."""
    for subject, texts in tour.words.items():
        for form, text in texts.items():
            if form in _list_forms(subject):
                yield _OwnSentence(text, ("words", subject, form), _find_allowed(SUBJECTS.get(subject), form))
    for way, one in tour.ways.items():
        yield _OwnSentence(one.no_way or "", ("ways", way, "no_way"), NO_WAY_SLOTS)
    yield _OwnSentence(tour.no_way or "", ("no_way",), NO_WAY_SLOTS)
    yield _OwnSentence(tour.ends or "", ("ends",), END_SLOTS)


def _find_allowed(sentences: Sentences | None, form: str) -> frozenset[str]:
    return COMMON_SLOTS | ACT_SLOTS if sentences is None else sentences.list_slots(form)


def _check_slots(document: Document, text: str, path: ValuePath, slots: frozenset[str]) -> None:
    try:
        found = tuple(find_slots(text))
    except ValueError:
        document.add(path, problems.describe_lone_brace())
        return
    for slot in found:
        if slot not in slots:
            document.add(path, describe_unknown("slot", slot, sorted(slots)))
