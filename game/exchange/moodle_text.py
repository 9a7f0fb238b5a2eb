"""Reads the texts of Moodle's XML in the four forms that they may have."""

from game.exchange.drafts import Draft
from game.exchange.html_text import make_plain, shows_file
from game.exchange.xml_reading import XmlNode
from game.prose import import_problems as problems

MAX_TEXT_LENGTH = 20_000
"""Signs of a text that is read: reading HTML of many megabytes would take minutes."""


class BadQuestionError(ValueError):
    """Why a question cannot be read."""

    def __init__(self, text: str, node: XmlNode | None = None) -> None:
        super().__init__(text)
        self.node = node
        """Where; None for the question itself."""


def read_html(node: XmlNode | None, parent: XmlNode) -> str:
    """A text without which the question cannot be answered.

    Args:
        node: The element that holds the element ``text``; None where the file has none.
        parent: What says in which form the text is, where the node does not.

    Raises:
        BadQuestionError: It shows a picture or a file, or is too long.
    """
    if node is None:
        return ""
    raw = node.find_text("text") or node.text
    if len(raw) > MAX_TEXT_LENGTH:
        raise BadQuestionError(problems.LONG_TEXT, node)
    if node.find("file") is not None or shows_file(raw):
        raise BadQuestionError(problems.SHOWS_A_FILE, node)
    return _make_text(raw, node.attributes.get("format") or parent.attributes.get("format", ""))


def read_feedback(node: XmlNode | None, draft: Draft) -> str:
    """A text that is told after the answer: its pictures and files are left out, and the question says so."""
    if node is None:
        return ""
    raw = node.find_text("text")[:MAX_TEXT_LENGTH]
    if (node.find("file") is not None or shows_file(raw)) and problems.FEEDBACK_PICTURE_LEFT_OUT not in draft.changes:
        draft.changes.append(problems.FEEDBACK_PICTURE_LEFT_OUT)
    return _make_text(raw, node.attributes.get("format", ""))


def _make_text(raw: str, form: str) -> str:
    if form in ("plain_text", "markdown"):
        return raw.strip()
    # Moodle's own form keeps the lines of the text; it may hold tags all the same.
    return make_plain(raw if form == "html" else raw.strip().replace("\n", "<br>"))
