"""QTI 2.1 and 3.0: a package of one file an item, a test that lists them, and a manifest.

Both are written from one tree: the 3.0 names are the 2.1 ones in words joined by hyphens, elements after ``qti-``.
Source: 1EdTech, Question and Test Interoperability, Assessment, Section and Item Information Model, 2.1 and 3.0.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree as ET

from game.exchange.markup import written
from game.exchange.neutral import Exported, Question

Element = ET.Element

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time that every file of a package bears, so that the same questions give the same bytes."""


class Dialect:
    """What the two versions call things."""

    def __init__(self, version: str, space: str, package: str, kind: str, location: str, rules: str) -> None:
        self.is_new = version.startswith("3")
        self.schema_version = version
        self.space = space
        """Namespace of items and tests."""
        self.package = package
        """Namespace of the manifest."""
        self.kind = kind
        """What ends the type of a resource."""
        self.location = location
        """Where the schema of items is published."""
        self.rules = rules
        """Where the templates of response processing are."""

    def element(self, parent: Element | None, name: str, text: str = "", **attributes: str) -> Element:
        """An element under its name in this version."""
        named = name if name in _HTML else f"qti-{_kebab(name)}" if self.is_new else name
        given = {(_kebab(key) if self.is_new else key): value for key, value in attributes.items()}
        made = ET.Element(named, given) if parent is None else ET.SubElement(parent, named, given)
        if text:
            made.text = text
        return made


_HTML = frozenset({"p", "div"})

V21 = Dialect(
    "2.1",
    "http://www.imsglobal.org/xsd/imsqti_v2p1",
    "http://www.imsglobal.org/xsd/imscp_v1p1",
    "xmlv2p1",
    "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    "http://www.imsglobal.org/question/qti_v2p1/rptemplates/",
)
V30 = Dialect(
    "3.0",
    "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    "xmlv3p0",
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/",
)
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


@cache
def _kebab(name: str) -> str:
    """A name in words joined by hyphens.

    >>> _kebab("responseIdentifier"), _kebab("mapKey")
    ('response-identifier', 'map-key')
    """
    return re.sub(r"(?<!^)([A-Z])", r"-\1", name).lower()


def write_21(exported: Exported) -> bytes:
    """A QTI 2.1 package."""
    return _package(exported, V21)


def write_30(exported: Exported) -> bytes:
    """A QTI 3.0 package."""
    return _package(exported, V30)


def losses(question: Question) -> Iterator[str]:
    """What QTI cannot carry of a question."""
    if question.kind == "order":
        yield "marked all or nothing, not by the pairs in order"
    if question.kind in ("number", "short") and any(option.because for option in question.options):
        yield "without a feedback of its own on each likely wrong answer"
    if question.unit:
        yield "the unit stands in the stem"


def _package(exported: Exported, dialect: Dialect) -> bytes:
    files = {f"items/{question.id}.xml": _item(question, dialect) for question in exported.questions}
    files["test.xml"] = _test(exported, dialect)
    files = {"imsmanifest.xml": _manifest(exported, dialect), **files}
    return zipped({name: written(root, is_indented="/" not in name) for name, root in files.items()})


def zipped(files: dict[str, bytes]) -> bytes:
    """Files as a zip whose bytes depend on nothing else."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, EARLIEST)
            info.external_attr = 0o644 << 16
            archive.writestr(info, data, zipfile.ZIP_DEFLATED, compresslevel=1)
    return out.getvalue()


def _root(dialect: Dialect, name: str, **attributes: str) -> Element:
    root = dialect.element(None, name, **attributes)
    root.set("xmlns", dialect.space)
    root.set("xmlns:xsi", INSTANCE)
    root.set("xsi:schemaLocation", f"{dialect.space} {dialect.location}")
    return root


def _item(question: Question, dialect: Dialect) -> Element:
    title = " ".join(question.stem.split())
    root = _root(
        dialect, "assessmentItem", identifier=question.id, title=title, adaptive="false", timeDependent="false"
    )
    root.set("xml:lang", "en")
    _KIND[question.kind](root, question, dialect)
    return root


def _declared(root: Element, dialect: Dialect, cardinality: str, base: str, *right: str) -> Element:
    """The response, its correct value, and the outcomes that every item has."""
    response = dialect.element(
        root, "responseDeclaration", identifier="RESPONSE", cardinality=cardinality, baseType=base
    )
    correct = dialect.element(response, "correctResponse")
    for value in right:
        dialect.element(correct, "value", value)
    return response


def _outcomes(root: Element, dialect: Dialect, *, is_by_choice: bool) -> None:
    score = dialect.element(root, "outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float")
    dialect.element(dialect.element(score, "defaultValue"), "value", "0")
    feedback = dialect.element(
        root, "outcomeDeclaration", identifier="FEEDBACK", cardinality="single", baseType="identifier"
    )
    if not is_by_choice:
        dialect.element(dialect.element(feedback, "defaultValue"), "value", "WHY")


def _modal(root: Element, dialect: Dialect, identifier: str, *texts: str) -> None:
    modal = dialect.element(root, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier=identifier, showHide="show")
    body = dialect.element(modal, "contentBody") if dialect.is_new else modal
    for text in texts:
        if text:
            dialect.element(body, "p", text)


def _template(root: Element, dialect: Dialect, name: str) -> None:
    end = ".xml" if dialect.is_new else ""
    dialect.element(root, "responseProcessing", template=f"{dialect.rules}{name}{end}")


def _mapped(response: Element, dialect: Dialect, keys: dict[str, float], **attributes: str) -> None:
    mapping = dialect.element(response, "mapping", lowerBound="0", upperBound="1", defaultValue="0")
    for key, value in keys.items():
        dialect.element(mapping, "mapEntry", mapKey=key, mappedValue=f"{value:.6g}", **attributes)


def _choice(root: Element, question: Question, dialect: Dialect) -> None:
    ids = [f"C{place}" for place in range(1, len(question.options) + 1)]
    right = next(one for one, option in zip(ids, question.options, strict=True) if option.is_right)
    _declared(root, dialect, "single", "identifier", right)
    _outcomes(root, dialect, is_by_choice=True)
    shuffle = "false" if question.is_fixed else "true"
    body = dialect.element(root, "itemBody")
    interaction = dialect.element(
        body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle=shuffle, maxChoices="1"
    )
    dialect.element(interaction, "prompt", question.stem)
    for one, option in zip(ids, question.options, strict=True):
        dialect.element(interaction, "simpleChoice", option.text, identifier=one)
    processing = dialect.element(root, "responseProcessing")
    _scored(processing, dialect, "match")
    _set(processing, dialect, "FEEDBACK")
    for one, option in zip(ids, question.options, strict=True):
        _modal(root, dialect, one, option.because, question.feedback, question.source)


def _scored(processing: Element, dialect: Dialect, test: str, **attributes: str) -> None:
    """One mark where the response passes a test against the correct one."""
    condition = dialect.element(dialect.element(processing, "responseCondition"), "responseIf")
    tested = dialect.element(condition, test, **attributes)
    dialect.element(tested, "variable", identifier="RESPONSE")
    dialect.element(tested, "correct", identifier="RESPONSE")
    value = dialect.element(condition, "setOutcomeValue", identifier="SCORE")
    dialect.element(value, "baseValue", "1", baseType="float")


def _set(processing: Element, dialect: Dialect, outcome: str) -> None:
    """An outcome takes the response's value."""
    value = dialect.element(processing, "setOutcomeValue", identifier=outcome)
    dialect.element(value, "variable", identifier="RESPONSE")


def _true_false(root: Element, question: Question, dialect: Dialect) -> None:
    as_choice = question.as_choice()
    if as_choice is not None:
        _choice(root, as_choice, dialect)


def _entry(root: Element, question: Question, dialect: Dialect, length: int) -> None:
    body = dialect.element(root, "itemBody")
    dialect.element(body, "p", question.asked)
    line = dialect.element(body, "p")
    dialect.element(line, "textEntryInteraction", responseIdentifier="RESPONSE", expectedLength=str(length))


def _number(root: Element, question: Question, dialect: Dialect) -> None:
    _declared(root, dialect, "single", "float", question.options[0].text)
    _outcomes(root, dialect, is_by_choice=False)
    _entry(root, question, dialect, 12)
    processing = dialect.element(root, "responseProcessing")
    if float(question.tolerance):
        bounds = f"{question.tolerance} {question.tolerance}"
        _scored(processing, dialect, "equal", toleranceMode="absolute", tolerance=bounds)
    else:
        _scored(processing, dialect, "equal", toleranceMode="exact")
    _modal(root, dialect, "WHY", question.feedback, question.source)


def _short(root: Element, question: Question, dialect: Dialect) -> None:
    accepted = [" ".join(option.text.split()) for option in question.options if option.is_right]
    response = _declared(root, dialect, "single", "string", accepted[0])
    _mapped(response, dialect, dict.fromkeys(accepted, 1.0), caseSensitive="false")
    _outcomes(root, dialect, is_by_choice=False)
    _entry(root, question, dialect, 30)
    _template(root, dialect, "map_response")
    _modal(root, dialect, "WHY", question.feedback, question.source)


def _order(root: Element, question: Question, dialect: Dialect) -> None:
    ids = [f"S{place}" for place in range(1, len(question.steps) + 1)]
    _declared(root, dialect, "ordered", "identifier", *ids)
    _outcomes(root, dialect, is_by_choice=False)
    body = dialect.element(root, "itemBody")
    interaction = dialect.element(body, "orderInteraction", responseIdentifier="RESPONSE", shuffle="true")
    dialect.element(interaction, "prompt", question.stem)
    for one, step in zip(ids, question.steps, strict=True):
        dialect.element(interaction, "simpleChoice", step, identifier=one)
    _template(root, dialect, "match_correct")
    _modal(root, dialect, "WHY", question.feedback, question.source)


def _match(root: Element, question: Question, dialect: Dialect) -> None:
    rights = list(dict.fromkeys(right for _, right in question.pairs))
    pairs = [f"L{n} R{rights.index(right) + 1}" for n, (_, right) in enumerate(question.pairs, start=1)]
    response = _declared(root, dialect, "multiple", "directedPair", *pairs)
    _mapped(response, dialect, dict.fromkeys(pairs, 1 / len(pairs)))
    _outcomes(root, dialect, is_by_choice=False)
    body = dialect.element(root, "itemBody")
    interaction = dialect.element(
        body, "matchInteraction", responseIdentifier="RESPONSE", shuffle="true", maxAssociations=str(len(pairs))
    )
    dialect.element(interaction, "prompt", question.stem)
    sides = (("L", [left for left, _ in question.pairs], "1"), ("R", rights, str(len(pairs))))
    for letter, texts, most in sides:
        side = dialect.element(interaction, "simpleMatchSet")
        for place, text in enumerate(texts, start=1):
            dialect.element(side, "simpleAssociableChoice", text, identifier=f"{letter}{place}", matchMax=most)
    _template(root, dialect, "map_response")
    _modal(root, dialect, "WHY", question.feedback, question.source)


_KIND = {
    "choice": _choice,
    "true-false": _true_false,
    "number": _number,
    "short": _short,
    "order": _order,
    "match": _match,
}


def _test(exported: Exported, dialect: Dialect) -> Element:
    root = _root(dialect, "assessmentTest", identifier=exported.tour, title=exported.title)
    part = dialect.element(
        root, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="simultaneous"
    )
    section = dialect.element(part, "assessmentSection", identifier="section", title=exported.title, visible="true")
    for question in exported.questions:
        dialect.element(section, "assessmentItemRef", identifier=question.id, href=f"items/{question.id}.xml")
    return root


def _manifest(exported: Exported, dialect: Dialect) -> Element:
    root = ET.Element("manifest", identifier=f"{exported.tour}-{exported.bank}")
    root.set("xmlns", dialect.package)
    metadata = ET.SubElement(root, "metadata")
    ET.SubElement(metadata, "schema").text = "QTI Package" if dialect.is_new else "QTIv2.1 Package"
    ET.SubElement(metadata, "schemaversion").text = "3.0.0" if dialect.is_new else "1.0.0"
    ET.SubElement(root, "organizations")
    resources = ET.SubElement(root, "resources")
    names = {f"item-{question.id}": f"items/{question.id}.xml" for question in exported.questions}
    test = ET.SubElement(resources, "resource", identifier="test", type=f"imsqti_test_{dialect.kind}", href="test.xml")
    ET.SubElement(test, "file", href="test.xml")
    for identifier in names:
        ET.SubElement(test, "dependency", identifierref=identifier)
    for identifier, name in names.items():
        kind = f"imsqti_item_{dialect.kind}"
        resource = ET.SubElement(resources, "resource", identifier=identifier, type=kind, href=name)
        ET.SubElement(resource, "file", href=name)
    return root
