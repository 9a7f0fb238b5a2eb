"""Reads Moodle's XML: each question with its line and column, as Moodle reads it. Never raises because of a file.

Source: how Moodle 4.5 reads and writes the format, seen from its output, and the output of our own writer. A picture or
a file in a question sets it aside, because nobody can answer it without; in feedback it is left out.
"""

import re
from collections.abc import Callable
from pathlib import Path

from game.exchange.draft_ids import make_id
from game.exchange.drafts import Draft, Trouble, add_foreign_tag
from game.exchange.moodle_answers import TAKERS
from game.exchange.moodle_text import BadQuestionError, read_feedback, read_html
from game.exchange.own_marks import restore_own
from game.exchange.xml_reading import XmlNode, read_xml
from game.prose import import_problems as problems

_OWN_SOURCE = re.compile(r"<p><i>[^<>]*</i></p>\s*$")
"""The source of the answer, which our own writer adds to the feedback."""

UNREAD_TYPES = {
    "essay": problems.NO_ANSWERS,
    "description": problems.DESCRIPTION,
    "cloze": problems.CLOZE,
    "multianswer": problems.CLOZE,
    "calculated": problems.DRAWN_FIGURES,
    "calculatedsimple": problems.DRAWN_FIGURES,
    "calculatedmulti": problems.DRAWN_FIGURES,
    "random": problems.DRAWN_QUESTION,
    "randomsamatch": problems.DRAWN_QUESTION,
    "ddimageortext": problems.ON_A_PICTURE,
    "ddmarker": problems.ON_A_PICTURE,
}
"""Moodle's own types that have no like here -> why."""


def read(data: bytes, path: Path) -> tuple[list[Draft], list[Trouble]]:
    """The questions in a file, and what could not be read of it."""
    root, error = read_xml(data)
    drafts: list[Draft] = []
    troubles: list[Trouble] = []
    if root is not None and root.name != "quiz":
        return [], [Trouble(path, root.line, root.column, problems.describe_other_root(root.name))]
    for node in root.find_all("question") if root is not None else ():
        # The one that an error of the file cut off is told by that error.
        if not node.is_whole or node.attributes.get("type", "") == "category":
            continue
        try:
            drafts.append(_read_question(node))
        except BadQuestionError as bad:
            place = bad.node or node
            troubles.append(Trouble(path, place.line, place.column, str(bad)))
    if error is not None:
        troubles.append(Trouble(path, *error))
    return drafts, troubles


def _read_question(node: XmlNode) -> Draft:
    take = _find_taker(node.attributes.get("type", ""))
    # Where Moodle 1.9 wrote the picture of a question.
    if node.find_text("image").strip():
        raise BadQuestionError(problems.SHOWS_A_FILE)
    draft = Draft(line=node.line, column=node.column)
    draft.id = make_id(node.find_text("idnumber")) or make_id(node.find_text("name", "text"))
    tags = node.find("tags")
    for tag in tags.find_all("tag") if tags is not None else ():
        add_foreign_tag(draft, (tag.find_text("text") or tag.text).strip())
    draft.stem = read_html(node.find("questiontext"), node)
    draft.feedback = _read_general(node.find("generalfeedback"), draft)
    take(draft, node)
    if not draft.stem:
        raise BadQuestionError(problems.EMPTY_STEM)
    restore_own(draft)
    return draft


def _find_taker(name: str) -> Callable[[Draft, XmlNode], None]:
    if name in TAKERS:
        return TAKERS[name]
    raise BadQuestionError(UNREAD_TYPES.get(name) or problems.describe_moodle_type(name))


def _read_general(node: XmlNode | None, draft: Draft) -> str:
    """The feedback of the question, without the source that our own writer adds."""
    if node is not None and draft.origin:
        for part in node.find_all("text"):
            part.content = [_OWN_SOURCE.sub("", part.text)]
    return read_feedback(node, draft)
