"""The paper that a command line chooses: by a file, by a code, or by a selection to draw from."""

import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from game.commandline.exams.exam_choice import load_teachers_exam
from game.commandline.question_choice import choose_selection
from game.commandline.usage_error import fail
from game.core.disk import is_there
from game.prose import exam_messages as messages
from game.prose.command_messages import describe_unknown_value
from game.prose.paper_errors import describe_code_fault, describe_paper_fault
from game.prose.suggestions import suggest
from game.quiz.bank import Bank
from game.quiz.codes import BadCodeError, encode_paper, normalise_code
from game.quiz.codes import decode_paper as paper_named
from game.quiz.papers import Paper, Selection, find_replacement
from game.store.exam_files import TeachersExam, find_exam_kind
from game.store.paper_files import BadPaperError, FoundPaper, read


class ChosenPaper(NamedTuple):
    """A paper with its code and its bank."""

    paper: Paper
    code: str
    """Empty for a set of questions that no code can draw."""
    bank: str
    """Digest of the bank its questions are from."""


def choose_paper(options: Namespace, bank: Bank) -> ChosenPaper:
    """Return the paper asked for.

    Raises:
        UsageError: There is no such paper, or it is not clear which one is meant.
    """
    return _replace_items(options, _choose(options, bank))


def _choose(options: Namespace, bank: Bank) -> ChosenPaper:
    if not options.paper:
        return _draw_paper(options, bank)
    chosen = options.only or options.level or options.kind or options.without or options.include
    if chosen or options.seed is not None:
        fail(options.command, messages.describe_chosen_already(options.paper))
    if names_file(options.paper):
        return _load_paper(options, bank)
    try:
        return ChosenPaper(paper_named(options.paper, bank), normalise_code(options.paper), bank.digest)
    except BadCodeError as bad:
        fail(options.command, messages.describe_bad_code(describe_code_fault(bad.fault)))


def _draw_paper(options: Namespace, bank: Bank) -> ChosenPaper:
    drawn = Paper(bank, options.seed or 0, choose_selection(options, bank), is_shuffled=options.shuffle != "off")
    if options.items and len(drawn.items) < options.items:
        print(messages.render_short_paper(len(drawn.items), options.items), file=sys.stderr)
    return ChosenPaper(drawn, encode_paper(drawn), bank.digest)


def _replace_items(options: Namespace, chosen: ChosenPaper) -> ChosenPaper:
    """Put other questions in the places of those that the educator does not want.

    Raises:
        UsageError: One is not on the paper or is already, or nothing else can be asked.
    """
    for wish in options.replace:
        old, _, new = wish.partition("=")
        paper = chosen.paper
        on_paper = {item.id for item in paper.items}
        if old not in on_paper or old not in paper.bank.items:
            fail(options.command, messages.describe_not_on_paper(old, suggest(old, on_paper)))
        if new and new not in paper.bank.items:
            fail(options.command, describe_unknown_value("--replace", new, suggest(new, paper.bank.items)))
        if new in on_paper:
            fail(options.command, messages.describe_on_paper_already(new))
        found = new or find_replacement(paper, old)
        if found is None:
            fail(options.command, messages.describe_nothing_else(old))
        print(messages.render_replaced(old, found, paper.bank.items[found].stem), file=sys.stderr)
        other = paper.replace(old, found)
        # A paper of questions that no code draws has none now, either.
        chosen = ChosenPaper(other, encode_paper(other) if chosen.code else "", chosen.bank)
    return chosen


def names_file(paper: str) -> bool:
    """Whether a paper is named by a file, not by a code."""
    # A code has no dot. A file that is missing is still meant as a file, and must be reported as missing.
    return bool(Path(paper).suffix) or is_there(Path(paper))


def _load_paper(options: Namespace, bank: Bank) -> ChosenPaper:
    """The paper in a file. If the pack has changed since, the educator must say which version is meant."""
    path = Path(options.paper)
    if find_exam_kind(path) == "exam":
        exam = load_teachers_exam(path, options.command)
        return ChosenPaper(_find_exam_paper(exam, bank), exam.code, exam.bank)
    try:
        found = read(path, bank)
    except BadPaperError as bad:
        fail(options.command, describe_paper_fault(bad.fault))
    _report_changes(options, path, found)
    if not options.as_now:
        return ChosenPaper(found.drawn, found.code, found.bank)
    drawn = Paper(bank, found.now.seed, found.now.selection, is_shuffled=found.now.is_shuffled)
    # With today's questions, the old code may draw other questions; then no code names this paper.
    is_same = drawn.items == found.now.items
    return ChosenPaper(found.now, encode_paper(drawn) if is_same else "", bank.digest)


def _find_exam_paper(exam: TeachersExam, bank: Bank) -> Paper:
    """The paper of an exam. Its code draws it, if the pack still draws the same; then this code is printed."""
    if exam.code:
        with suppress(BadCodeError):
            drawn = paper_named(exam.code, bank)
            if drawn.items == exam.items:
                return drawn
    return Paper(bank, 0, Selection(), items=exam.items)


def _report_changes(options: Namespace, path: Path, found: FoundPaper) -> None:
    """Print how the pack has changed since a paper was drawn; fail where the educator has to decide."""
    if found.unresolved and not options.as_now:
        fail(options.command, messages.describe_foreign_facts(path, (item.id for item in found.unresolved)))
    for item in found.removed if options.as_now else ():
        print(messages.render_removed_item(path, item.id, item.stem), file=sys.stderr)
    if found.changed and not options.as_drawn and not options.as_now:
        for item in found.changed:
            print(messages.render_changed_item(path, item.id, item.stem), file=sys.stderr)
        fail(options.command, messages.describe_two_versions())
