"""Reads QTI 2.1, 2.2 and 3.0: an item, or a package of items. Never raises because of a file's content.

Source: 1EdTech, Question and Test Interoperability, Assessment, Section and Item Information Model, 2.1, 2.2 and 3.0,
and the published examples of 1EdTech. Tags of a question stand in the manifest of its package, as keywords.
"""

import posixpath
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from game.exchange.draft_ids import make_id
from game.exchange.drafts import Draft, Trouble, add_foreign_tag
from game.exchange.moodle_text import BadQuestionError
from game.exchange.own_marks import restore_own
from game.exchange.qti_answers import TAKERS, Feedbacks, drop_source
from game.exchange.qti_marking import ResponseRule
from game.exchange.qti_text import check_seen, read_paragraphs, read_stem, rename_as_21, walk
from game.exchange.xml_reading import XmlNode, read_xml
from game.exchange.zip_reading import BadArchiveError, ForeignZip
from game.prose import import_problems, qti_problems

_ITEM = re.compile(rb"<(?:[\w-]+:)?(?:qti-assessment-item|assessmentItem|questestinterop)[\s/>]")
_INLINE = frozenset({"textEntryInteraction", "inlineChoiceInteraction"})
_MANIFEST = "imsmanifest.xml"
_RIGHT_WORDS = ("why", "correct", "right", "true")
"""What identifiers of a feedback for the right answer begin with."""


def is_item(data: bytes) -> bool:
    """Whether a file of XML holds an item of QTI.

    >>> is_item(b"<assessmentItem xmlns='x'>"), is_item(b"<quiz><question>")
    (True, False)
    """
    return bool(_ITEM.search(data[:5_000]))


def read_package(data: bytes, path: Path) -> tuple[list[Draft], list[Trouble]]:
    """The questions in a package, and what could not be read of it."""
    drafts: list[Draft] = []
    troubles: list[Trouble] = []
    try:
        package = ForeignZip(data)
        tags = _read_manifest(package, path, troubles)
    except BadArchiveError as bad:
        return [], [Trouble(path, 1, 1, str(bad))]
    # In the order of the manifest; a package without one has its questions all the same.
    for name in dict.fromkeys((*tags, *package.names)):
        if not name.casefold().endswith(".xml") or _is_manifest(name):
            continue
        try:
            inside = package.read(name)
        except BadArchiveError as bad:
            troubles.append(Trouble(path, 1, 1, str(bad)))
            continue
        if is_item(inside):
            found, unread = read_item(inside, path / name, tags.get(name, ()))
            drafts += found
            troubles += unread
    if not drafts and not troubles:
        troubles.append(Trouble(path, 1, 1, qti_problems.NO_QTI))
    return drafts, troubles


def _is_manifest(name: str) -> bool:
    return posixpath.basename(name) == _MANIFEST


def _read_manifest(package: ForeignZip, path: Path, troubles: list[Trouble]) -> dict[str, list[str]]:
    """Name of a file with a question -> its tags."""
    name = next(filter(_is_manifest, package.names), "")
    if not name:
        return {}
    root, error = read_xml(package.read(name))
    if error is not None:
        troubles.append(Trouble(path / name, *error))
    found: dict[str, list[str]] = {}
    for node in walk(root) if root is not None else ():
        if node.name == "resource" and node.attributes.get("type", "").startswith("imsqti_item"):
            href = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(node.attributes.get("href", ""))))
            keywords = [each for each in walk(node) if each.name == "keyword"]
            found[href] = ["".join([each.text, *(inner.text for inner in walk(each))]).strip() for each in keywords]
    return found


def read_item(data: bytes, path: Path, tags: Sequence[str] = ()) -> tuple[list[Draft], list[Trouble]]:
    """The question in a file, and what could not be read of it.

    Args:
        data: The file.
        path: Its path; inside of a package, after the path of the package.
        tags: What its package says of it.
    """
    root, error = read_xml(data)
    if error is not None or root is None:
        return [], [Trouble(path, *error)] if error is not None else []
    try:
        return [_read_item(root, path, tags)], []
    except BadQuestionError as bad:
        place = bad.node or root
        return [], [Trouble(path, place.line, place.column, str(bad))]


def _read_item(root: XmlNode, path: Path, tags: Sequence[str]) -> Draft:
    rename_as_21(root)
    if root.name != "assessmentItem":
        raise BadQuestionError(qti_problems.OLD_QTI)
    draft = Draft(line=root.line, column=root.column, path=path, id=make_id(root.attributes.get("identifier", "")))
    for tag in tags:
        add_foreign_tag(draft, tag)
    body = root.find("itemBody")
    if body is None:
        raise BadQuestionError(qti_problems.NO_INTERACTION)
    inner = walk(body)
    _refuse_unfit(root, inner)
    interaction = _find_interaction(draft, inner)
    rule = ResponseRule(root, interaction)
    draft.stem = read_stem(body)
    told = _read_feedbacks(draft, root, interaction)
    TAKERS[interaction.name](draft, rule, interaction, told)
    if rule.has_own_rules:
        draft.changes.append(qti_problems.OWN_PROCESSING)
    if not draft.stem:
        raise BadQuestionError(import_problems.EMPTY_STEM)
    restore_own(draft)
    return draft


def _refuse_unfit(root: XmlNode, inner: Sequence[XmlNode]) -> None:
    """Refuse what no question here can be.

    Raises:
        BadQuestionError: It is adaptive, drawn anew, or holds more than text.
    """
    if root.attributes.get("adaptive") == "true":
        raise BadQuestionError(qti_problems.ADAPTIVE)
    for name, why in _UNFIT_PARTS.items():
        if (part := root.find(name)) is not None:
            raise BadQuestionError(why, part)
    check_seen(inner)


_UNFIT_PARTS = {
    "templateDeclaration": import_problems.DRAWN_FIGURES,
    "assessmentStimulusRef": qti_problems.STIMULUS,
}
"""A part of an item -> why an item with it is set aside."""


def _find_interaction(draft: Draft, inner: Sequence[XmlNode]) -> XmlNode:
    found = [each for each in inner if each.name.endswith("Interaction")]
    asked = [each for each in found if each.name != "endAttemptInteraction"]
    if not asked:
        raise BadQuestionError(qti_problems.NO_INTERACTION)
    for each in asked:
        if each.name == "extendedTextInteraction":
            raise BadQuestionError(import_problems.NO_ANSWERS, each)
        if each.name not in TAKERS:
            raise BadQuestionError(qti_problems.describe_interaction(each.name), each)
    gaps = [each for each in inner if each.name == "gap"]
    if len(asked) > 1 or len(gaps) > 1:
        is_cloze = len(gaps) > 1 or all(each.name in _INLINE for each in asked)
        place = asked[1] if len(asked) > 1 else gaps[1]
        raise BadQuestionError(import_problems.CLOZE if is_cloze else qti_problems.SEVERAL_INTERACTIONS, place)
    if len(asked) < len(found):
        draft.changes.append(qti_problems.BUTTON_LEFT_OUT)
    return asked[0]


def _read_feedbacks(draft: Draft, root: XmlNode, interaction: XmlNode) -> Feedbacks:
    """What is told of each choice; what is told of the whole question goes into the draft."""
    told: Feedbacks = {}
    for each in root.find_all("modalFeedback"):
        told.setdefault(each.attributes.get("identifier", ""), read_paragraphs(each))
    choices = {each.attributes.get("identifier", "") for each in interaction.children}
    general = {name: texts for name, texts in told.items() if name not in choices and texts}
    if general:
        chosen = next((name for name in general if name.casefold().startswith(_RIGHT_WORDS)), next(iter(general)))
        draft.feedback = "\n".join(drop_source(general[chosen], draft))
        if len(general) > 1:
            draft.changes.append(qti_problems.FEEDBACK_LEFT_OUT)
    return told
