"""Comments with which authors ignore a finding: ``# lint: ignore=W20 a name cannot be shortened``."""

import re
from collections.abc import Iterator, Sequence

from game.content.documents import Document
from game.content.pack_documents import PackDocuments

_RULE = r"[A-Z](?:\d\d|-[A-Z]+)"
_IGNORE = re.compile(rf"#\s*lint:\s*ignore=({_RULE}(?:,{_RULE})*)[ \t]*(.*)$")


class IgnoreComment:
    """One comment that ignores findings."""

    def __init__(self, document: Document, line: int, match: re.Match[str]) -> None:
        self.document, self.line, self.column = document, line, match.start() + 1
        self.rules = match[1].split(",")
        self.reason = match[2].strip()
        self.used: set[str] = set()


def find_ignore_comments(pack: PackDocuments) -> Iterator[IgnoreComment]:
    """Every such comment of a pack."""
    for document in pack.documents.values():
        for number, line in enumerate(document.text.splitlines(), start=1):
            if match := _IGNORE.search(line):
                yield IgnoreComment(document, number, match)


def is_ignored(rule: str, shown: str, lines: range, comments: Sequence[IgnoreComment]) -> bool:
    """Whether a comment in those lines of a file ignores the rule and gives a reason.

    The comment then counts as used.
    """
    for comment in comments:
        if comment.document.shown == shown and comment.line in lines and comment.reason and rule in comment.rules:
            comment.used.add(rule)
            return True
    return False
