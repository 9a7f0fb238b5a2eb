"""The codes of the papers that were drawn on this machine: here, a code gives the key, too."""

from pathlib import Path

import msgspec

from game.core.disk import Unusable, read_value, write_atomically

PAPERS_FILE = "papers.json"

MAX_CODES = 1000
"""Of the latest papers; older ones give questions without a key."""


def remember_paper(home: Path, code: str) -> None:
    """Keep the code of a paper that was drawn here.

    Raises:
        OSError: It could not be written.
    """
    known = list_papers(home)
    if code not in known:
        data = msgspec.json.format(msgspec.json.encode([*known, code][-MAX_CODES:]), indent=1) + b"\n"
        write_atomically(home / PAPERS_FILE, data, is_private=True)


def list_papers(home: Path) -> list[str]:
    """The codes of the papers drawn here, the latest last; none where the list cannot be read."""
    found = read_value(home / PAPERS_FILE, list[str])
    return [] if isinstance(found, Unusable) else found
