"""Reads GIFT: each question with its line, each trouble with line and column. Never raises because of a file's content.

Source: the GIFT format of Moodle's documentation, and the output of our own writer.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from game.exchange.draft_ids import make_id
from game.exchange.drafts import Draft, Trouble
from game.exchange.gift_answers import take_answers
from game.exchange.gift_text import FORMAT_PREFIX, BadGiftError, find_sign, read_text, remove_escapes
from game.exchange.own_marks import restore_own
from game.prose import import_problems as problems

_META = re.compile(r"\[(id|tag):([^\]]*)\]")
_CLOZE = re.compile(r"\{\d*:[A-Z_]+:")


class _Block:
    """The lines of one question without its comments, each with its number in the file."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, str]] = []
        self.meta: list[tuple[str, str]] = []

    @property
    def text(self) -> str:
        return "\n".join(row for _, row in self.rows)

    def find_place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a place in the text."""
        for line, row in self.rows:
            if offset <= len(row):
                return line, offset + 1
            offset -= len(row) + 1
        return self.rows[-1][0], len(self.rows[-1][1]) + 1


def read(text: str, path: Path) -> tuple[list[Draft], list[Trouble]]:
    """The questions in a text, and what could not be read of it."""
    drafts, troubles = [], []
    for block in _split_blocks(text.removeprefix("\ufeff")):
        try:
            drafts.append(_read_block(block))
        except BadGiftError as bad:
            troubles.append(Trouble(path, *block.find_place(bad.offset), str(bad)))
    return drafts, troubles


def _split_blocks(text: str) -> Iterator[_Block]:
    block = _Block()
    for number, row in enumerate(text.splitlines(), start=1):
        if row.lstrip().startswith("//"):
            block.meta += _META.findall(row)
        elif row.lstrip().startswith("$CATEGORY:"):
            continue
        elif row.strip():
            block.rows.append((number, row))
        elif block.rows:
            yield block
            block = _Block()
        # A blank line after comments only: they still belong to the question below.
    if block.rows:
        yield block


def _read_block(block: _Block) -> Draft:
    text = block.text
    line, column = block.find_place(len(text) - len(text.lstrip()))
    draft = Draft(line=line, column=column)
    start = _take_title(draft, text)
    is_html = False
    if found := FORMAT_PREFIX.match(text, start):
        is_html, start = found[1] == "html", found.end()
    opening = find_sign(text, "{", start)
    if opening < 0:
        raise BadGiftError(problems.NO_BRACES, start)
    closing = find_sign(text, "}", opening + 1)
    if closing < 0:
        raise BadGiftError(problems.BRACE_NOT_CLOSED, opening)
    # Text after the braces continues the stem: the answer is a gap in a sentence.
    rest = text[closing + 1 :].strip()
    if find_sign(rest, "{", 0) >= 0:
        is_cloze = _CLOZE.match(text, opening)
        raise BadGiftError(problems.CLOZE if is_cloze else problems.SECOND_BRACE, opening if is_cloze else closing + 1)
    after = f" ____ {read_text(rest, is_html=is_html)}" if rest else ""
    draft.stem = read_text(text[start:opening], is_html=is_html) + after
    take_answers(draft, text[opening + 1 : closing], opening + 1, is_html=is_html)
    for name, value in block.meta:
        if name == "id":
            draft.id = value.strip()
        else:
            draft.add_tag(value.strip())
    if "<img" in text:
        draft.changes.append(problems.PICTURE_LEFT_OUT)
    restore_own(draft)
    return draft


def _take_title(draft: Draft, text: str) -> int:
    """Take the title; returns where the stem begins."""
    if not text.lstrip().startswith("::"):
        return 0
    opening = text.index("::") + 2
    closing = find_sign(text, "::", opening)
    if closing < 0:
        raise BadGiftError(problems.TITLE_NOT_CLOSED, opening)
    draft.id = make_id(remove_escapes(text[opening:closing]))
    return closing + 2
