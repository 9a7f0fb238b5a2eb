"""Reads the texts of QTI: what a candidate sees of an element, and the names of both versions as those of 2.1."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from html import escape

from game.exchange.html_text import make_plain
from game.exchange.moodle_text import MAX_TEXT_LENGTH, BadQuestionError
from game.exchange.xml_reading import XmlNode
from game.prose import import_problems, qti_problems

_GAPS = frozenset({"textEntryInteraction", "inlineChoiceInteraction", "gap"})
_UNSEEN = frozenset(
    {
        *("feedbackInline", "feedbackBlock", "simpleChoice", "simpleMatchSet", "inlineChoice", "gapText", "stylesheet"),
        *("endAttemptInteraction", "catalogInfo", "companionMaterialsInfo", "script", "style"),
    }
)
"""What is no part of the stem."""
_FILES = frozenset({"img", "picture", "object", "audio", "video", "iframe", "svg", "include", "embed", "canvas"})
_DRAWN = frozenset({"printedVariable", "templateInline", "templateBlock"})
_GAP_ALONE = re.compile(r"\n____$")


@cache
def _name_as_21(name: str) -> str:
    """A name of 3.0 as in 2.1.

    >>> _name_as_21("qti-choice-interaction"), _name_as_21("max-choices"), _name_as_21("p")
    ('choiceInteraction', 'maxChoices', 'p')
    """
    return re.sub(r"-([a-z])", lambda found: found[1].upper(), name.removeprefix("qti-"))


def rename_as_21(root: XmlNode) -> None:
    """Give all elements and attributes of a tree their names in 2.1."""
    if not root.name.startswith("qti-"):
        return
    for node in (root, *walk(root)):
        node.name = _name_as_21(node.name)
        node.attributes = {_name_as_21(key): value for key, value in node.attributes.items()}


def walk(node: XmlNode) -> list[XmlNode]:
    """All elements inside of one, in their order."""
    found: list[XmlNode] = []
    _walk_on(node, found)
    return found


def _walk_on(node: XmlNode, found: list[XmlNode]) -> None:
    for each in node.content:
        if isinstance(each, XmlNode):
            found.append(each)
            _walk_on(each, found)


def check_seen(nodes: Iterable[XmlNode]) -> None:
    """Refuse what no text can show.

    Raises:
        BadQuestionError: It shows a picture, a formula or a drawn figure.
    """
    for each in nodes:
        if each.name in _FILES:
            raise BadQuestionError(qti_problems.SHOWS_A_FILE, each)
        if each.name == "math":
            raise BadQuestionError(qti_problems.FORMULA, each)
        if each.name in _DRAWN:
            raise BadQuestionError(import_problems.DRAWN_FIGURES, each)


def read_inside(node: XmlNode, unseen: Collection[str] = frozenset()) -> str:
    """What a candidate sees of an element, lines broken where it breaks them."""
    if all(isinstance(each, str) for each in node.content):
        return _shorten(" ".join(node.text.split()), node)
    return _shorten(make_plain("".join(_write_html(node, unseen))), node)


def read_stem(body: XmlNode) -> str:
    """What a candidate is asked: all texts of a body but those that are chosen from."""
    # The line on which an answer is written is no gap in a sentence.
    return _GAP_ALONE.sub("", read_inside(body, _UNSEEN))


def read_paragraphs(node: XmlNode) -> list[str]:
    """The texts of an element that holds paragraphs."""
    body = node.find("contentBody") or node
    paragraphs = [read_inside(each) for each in body.find_all("p")]
    return [each for each in paragraphs or [read_inside(body)] if each]


def _shorten(text: str, node: XmlNode) -> str:
    if len(text) > MAX_TEXT_LENGTH:
        raise BadQuestionError(import_problems.LONG_TEXT, node)
    return text


def _write_html(node: XmlNode, unseen: Collection[str]) -> Iterator[str]:
    for each in node.content:
        if isinstance(each, str):
            yield escape(each, quote=False)
        elif each.name in _GAPS:
            yield " ____ "
        elif each.name not in unseen and _is_for_candidate(each):
            # An interaction and its prompt stand apart from the text around them.
            name = "div" if each.name.endswith("Interaction") or each.name in ("prompt", "rubricBlock") else each.name
            yield f"<{name}>"
            yield from _write_html(each, unseen)
            yield f"</{name}>" if name != "br" else ""


def _is_for_candidate(node: XmlNode) -> bool:
    return node.name != "rubricBlock" or "candidate" in node.attributes.get("view", "candidate").split()
