"""Lint of a pack: each finding with its file and line, without findings that the authors ignore for a reason.

A comment inside a question, ``# lint: ignore=W20 a name cannot be shortened``, ignores the findings of that rule; in
tour.yaml, those about the bank as a whole. A comment without a reason, or with nothing to ignore, is itself a finding.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from game.content.checklist import Step, list_steps
from game.content.claim_rules import RULES as CLAIM_RULES
from game.content.claim_rules import find_claim_remarks
from game.content.comparing.compare import TEXT_RULES, find_text_remarks
from game.content.documents import Document, ValuePath
from game.content.ignoring import IgnoreComment, find_ignore_comments, is_ignored
from game.content.item_rules import list_items
from game.content.load import read_and_check
from game.content.pack_documents import PackDocuments
from game.content.problems import Problem
from game.core.disk import Unusable, read_value
from game.pack.world import World
from game.prose.command_messages import describe_bad_entry
from game.prose.lint_findings import describe_finding
from game.quiz.bank import Bank
from game.quiz.lint import RULES, Finding, QualityCard, lint_bank, make_quality_card
from game.quiz.lint.findings import CommentFinding

_COMPARING_RULES = frozenset((*CLAIM_RULES, *TEXT_RULES))


class PlacedFinding(NamedTuple):
    """A finding with its place in a file."""

    path: str
    line: int
    """From 1."""
    column: int
    """From 1."""
    finding: Finding

    def __str__(self) -> str:
        found = self.finding
        name = f"{found.item_id}: " if found.item_id else ""
        words = describe_finding(found)
        return f"{self.path}:{self.line}:{self.column}: {found.rule} {name}{words.text}. {words.fix}"


class PlacedRemark(NamedTuple):
    """Something in a claim or a text that is not in its sources, with its place."""

    path: str
    line: int
    """From 1."""
    column: int
    """From 1."""
    rule: str
    owner: str
    """Id of the fact, or of the room, thing, entity or question that the text belongs to."""
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.rule} {self.owner}: {self.text}"


class LintedPack(NamedTuple):
    """The result of lint for a pack."""

    world: World | None
    """None when a problem is fatal: then nothing was linted."""
    problems: tuple[Problem, ...]
    """What a check finds."""
    found: tuple[PlacedFinding, ...] = ()
    """Findings in the order of the files, without those that are ignored for a reason."""
    ignored: int = 0
    """Findings that a comment ignores."""
    card: QualityCard | None = None
    remarks: tuple[PlacedRemark, ...] = ()
    """Remarks on claims that say more than their paragraphs, and on texts that say more than their facts."""
    silenced: int = 0
    """Remarks that a comment ignores for a reason."""
    steps: tuple[Step, ...] = ()
    """What its author has to do next."""
    pack: PackDocuments | None = None
    """The files that were linted; None when they could not be read."""

    @property
    def errors(self) -> int:
        """How many findings make a question unusable, plus claims that say more than their paragraphs."""
        return sum(placed.finding.is_error for placed in self.found) + len(self.remarks)

    @property
    def warnings(self) -> int:
        """How many findings an author should look at."""
        return sum(placed.finding.is_warning for placed in self.found)


def lint_pack(folder: Path, known: Iterable[tuple[str, str]] = (), articles_in: Path | None = None) -> LintedPack:
    """The results of check and lint for the pack in a folder. Never raises for an author's mistake.

    Args:
        folder: The pack.
        known: Rule and item of the old findings that are not reported again.
        articles_in: As for ``load``.
    """
    pack, loaded = read_and_check(folder, articles_in)
    if pack is None or loaded.world is None:
        fatal = sum(problem.is_fatal for problem in loaded.problems)
        return LintedPack(None, loaded.problems, steps=list_steps(pack, fatal) if pack is not None else (), pack=pack)
    bank = Bank(loaded.world)
    # A pack of drafts has no question yet, and its checklist says so: rules about all questions would say it again.
    is_begun = bool(bank.items) or not any(fact.draft for fact in loaded.world.facts.values())
    findings = lint_bank(bank) if is_begun else ()
    places = _locate_questions(pack)
    comments = list(find_ignore_comments(pack))
    skipped = frozenset(known)
    # Comments are checked before the baseline: otherwise a comment on a finding of the baseline would count as unused.
    found, ignored = [], 0
    for finding in findings:
        placed, last = _place_finding(finding, pack, places)
        if is_ignored(finding.rule, placed.path, last, comments):
            ignored += 1
        elif (finding.rule, finding.item_id) not in skipped:
            found.append(placed)
    remarks = (*_compare_claims(pack, comments, skipped), *_compare_texts(pack, comments, skipped))
    silenced = sum(len(comment.used.intersection(_COMPARING_RULES)) for comment in comments)
    found += _find_idle_comments(comments)
    linted = LintedPack(
        loaded.world,
        loaded.problems,
        tuple(sorted(found, key=_sort_key)),
        ignored + silenced,
        make_quality_card(bank, [placed.finding for placed in found]),
        remarks,
        silenced,
    )
    return linted._replace(steps=list_steps(pack, linted.errors), pack=pack)


def _compare_claims(
    pack: PackDocuments, comments: Sequence[IgnoreComment], skipped: frozenset[tuple[str, str]]
) -> Iterator[PlacedRemark]:
    """Remarks on claims, without those that are ignored or old."""
    for remark in find_claim_remarks(pack):
        document, path = remark.document, remark.path
        first, column = document.mark(path[:2])
        # A fact ends where the next one begins. The last fact of a file ends with the file.
        after = document.mark((path[0], int(path[1]) + 1))[0]
        lines = range(first, after if after > first else len(document.text.splitlines()) + 1)
        line, column = document.mark(path)
        is_known = (remark.rule, remark.fact_id) in skipped
        if not is_ignored(remark.rule, document.shown, lines, comments) and not is_known:
            yield PlacedRemark(document.shown, line, column, remark.rule, remark.fact_id, remark.text)


def _compare_texts(
    pack: PackDocuments, comments: Sequence[IgnoreComment], skipped: frozenset[tuple[str, str]]
) -> Iterator[PlacedRemark]:
    """Remarks on texts, without those that are ignored or old."""
    for found in find_text_remarks(pack):
        shown = found.document.shown
        is_known = (found.rule, found.owner) in skipped
        if not is_ignored(found.rule, shown, found.document.lines(found.record), comments) and not is_known:
            yield PlacedRemark(shown, found.line, found.column, found.rule, found.owner, found.text)


def _locate_questions(pack: PackDocuments) -> dict[str, tuple[Document, ValuePath, int]]:
    """Id of a question -> its file, its path there, and the line before which it ends."""
    found = {}
    standing = list(list_items(pack))
    for place, (document, path, item) in enumerate(standing):
        # The last question of a file ends with the file, so a comment after it belongs to it.
        end = len(document.text.splitlines()) + 1
        if place + 1 < len(standing) and standing[place + 1][0] is document:
            end = document.mark(standing[place + 1][1])[0]
        found[item.id] = (document, path, end)
    for made in pack.asked:
        # A question that is made of a fact has the lines of the fact.
        found[made.item.id] = (made.document, made.path, made.document.lines(made.path).stop)
    return found


def _place_finding(
    finding: Finding, pack: PackDocuments, places: dict[str, tuple[Document, ValuePath, int]]
) -> tuple[PlacedFinding, range]:
    """The place of a finding, and the lines in which a comment may ignore it."""
    if not finding.item_id:
        document = pack.documents["tour.yaml"]
        return PlacedFinding(document.shown, 1, 1, finding), range(1, len(document.text.splitlines()) + 1)
    document, path, end = places[finding.item_id]
    line, column = document.mark((*path, *finding.field))
    return PlacedFinding(document.shown, line, column, finding), range(document.mark(path)[0], end)


def _find_idle_comments(comments: Iterable[IgnoreComment]) -> Iterator[PlacedFinding]:
    """Comments that give no reason, or have nothing to ignore."""
    for comment in comments:
        where = (comment.document.shown, comment.line, comment.column)
        if not comment.reason:
            yield PlacedFinding(*where, CommentFinding("W59", "", (), "no reason"))
            continue
        for rule in comment.rules:
            if rule not in RULES and rule not in _COMPARING_RULES:
                yield PlacedFinding(*where, CommentFinding("W59", "", (), "no such rule", (rule,)))
            elif rule not in comment.used:
                yield PlacedFinding(*where, CommentFinding("W59", "", (), "nothing to ignore", (rule,)))


def _sort_key(placed: PlacedFinding) -> tuple[str, int, int, str, str, list[str], str]:
    """By place, then by rule and item, then by the sentence, so that the same pack always gives the same list."""
    found = placed.finding
    field = [str(part) for part in found.field]
    return placed.path, placed.line, placed.column, found.rule, found.item_id, field, describe_finding(found).text


class _KnownFinding(Struct):
    """The fields of a finding that are read. The other fields are for people."""

    rule: str
    item: str


def read_baseline(path: Path) -> frozenset[tuple[str, str]]:
    """Rule and item of each finding in a file that ``render_findings_json`` wrote.

    Raises:
        ValueError: It cannot be read, or holds something else.
    """
    found = read_value(path, list[_KnownFinding])
    if isinstance(found, Unusable):
        raise ValueError(describe_bad_entry(found.detail or found.why))
    return frozenset((entry.rule, entry.item) for entry in found)


def render_findings_json(linted_: LintedPack) -> str:
    """The findings as JSON: one object each, in a list."""
    return json.dumps(
        [
            {
                "rule": placed.finding.rule,
                "item": placed.finding.item_id,
                "field": ".".join(map(str, placed.finding.field)),
                "path": placed.path,
                "line": placed.line,
                "column": placed.column,
                "text": describe_finding(placed.finding).text,
                "fix": describe_finding(placed.finding).fix,
            }
            for placed in linted_.found
        ]
        + [
            {
                "rule": remark.rule,
                "item": remark.owner,
                "field": "claim" if remark.rule in CLAIM_RULES else "",
                "path": remark.path,
                "line": remark.line,
                "column": remark.column,
                "text": remark.text,
                "fix": "",
            }
            for remark in linted_.remarks
        ],
        indent=2,
        ensure_ascii=False,
    )
