"""Lines as plain text, for line mode and for transcripts.

The prompt is exactly a line break and ``>``; no line of output starts with ``>``, none holds an escape byte.
"""

import textwrap
from collections.abc import Iterable

from game.core.characters import strip_controls
from game.prose.lines import Line, Role

PROMPT = "\n>"

ROLE_MARKS: dict[Role, str] = {"claim": "* ", "option": "  ", "echo": "› "}
"""What a line of some role begins with, where the screen would show it by colour."""


def render_text(lines: Iterable[Line], width: int | None) -> str:
    """Lines as text: a blank line between paragraphs, none before a tight one.

    Args:
        lines: The lines.
        width: Columns to wrap at; None leaves each paragraph on one line.
    """
    parts: list[str] = []
    for line in lines:
        gap = "" if line.is_tight or not parts else "\n"
        parts.append(f"{gap}{_wrap(line, width)}\n")
    return "".join(parts)


def _wrap(line: Line, width: int | None) -> str:
    mark = ROLE_MARKS.get(line.role, "")
    text = mark + strip_controls(line.text)
    if text.startswith(">"):
        text = " " + text
    if width is None:
        return text
    indent = " " * len(mark)
    rows = textwrap.wrap(text, width, subsequent_indent=indent, break_on_hyphens=False) or [text]
    return "\n".join(f" {row}" if row.startswith(">") else row for row in rows)
