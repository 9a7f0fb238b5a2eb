"""QTI 2.1 and 3.0: a package of one file an item, a test that lists them, and a manifest."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from game.exchange.archives import zip_files
from game.exchange.exported import Exported
from game.exchange.markup import write_xml
from game.exchange.qti_dialect import V21, V30, Dialect, Element, make_root
from game.exchange.qti_items import make_item
from game.pack.kinds.neutral import NeutralQuestion
from game.prose import format_losses as words

METADATA = "http://ltsc.ieee.org/xsd/LOM"
"""Namespace of what a manifest says of a file: IEEE 1484.12.3, Learning Object Metadata."""


def write_21(exported: Exported) -> bytes:
    """A QTI 2.1 package."""
    return _write_package(exported, V21)


def write_30(exported: Exported) -> bytes:
    """A QTI 3.0 package."""
    return _write_package(exported, V30)


def list_losses(question: NeutralQuestion) -> Iterator[str]:
    """What QTI cannot carry of a question."""
    if question.kind == "short":
        yield from words.list_stricter(question.spelling)
        yield words.BLANKS_COUNT
    if question.kind in ("number", "short") and any(option.because for option in question.options):
        yield words.WITHOUT_FEEDBACK_ON_LIKELY
    if question.unit:
        yield words.UNIT_IN_STEM


def _write_package(exported: Exported, dialect: Dialect) -> bytes:
    files = {f"items/{question.id}.xml": make_item(question, dialect) for question in exported.questions}
    files["test.xml"] = _make_test(exported, dialect)
    # The manifest is at the root, and lists every file: players refuse a package with one that it does not name.
    files = {"imsmanifest.xml": _make_manifest(exported, dialect), **files}
    return zip_files({name: write_xml(root, is_indented="/" not in name) for name, root in files.items()})


def _make_test(exported: Exported, dialect: Dialect) -> Element:
    root = make_root(dialect, "assessmentTest", identifier=exported.tour, title=exported.title)
    part = dialect.element(
        root, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="simultaneous"
    )
    section = dialect.element(part, "assessmentSection", identifier="section", title=exported.title, visible="true")
    for question in exported.questions:
        dialect.element(section, "assessmentItemRef", identifier=question.id, href=f"items/{question.id}.xml")
    return root


def _make_manifest(exported: Exported, dialect: Dialect) -> Element:
    root = ET.Element("manifest", identifier=f"{exported.tour}-{exported.bank}")
    root.set("xmlns", dialect.package)
    metadata = ET.SubElement(root, "metadata")
    ET.SubElement(metadata, "schema").text = "QTI Package" if dialect.is_new else "QTIv2.1 Package"
    ET.SubElement(metadata, "schemaversion").text = "3.0.0" if dialect.is_new else "1.0.0"
    ET.SubElement(root, "organizations")
    resources = ET.SubElement(root, "resources")
    names = [f"item-{question.id}" for question in exported.questions]
    test = ET.SubElement(resources, "resource", identifier="test", type=f"imsqti_test_{dialect.kind}", href="test.xml")
    ET.SubElement(test, "file", href="test.xml")
    for identifier in names:
        ET.SubElement(test, "dependency", identifierref=identifier)
    for question in exported.questions:
        href = f"items/{question.id}.xml"
        kind = f"imsqti_item_{dialect.kind}"
        resource = ET.SubElement(resources, "resource", identifier=f"item-{question.id}", type=kind, href=href)
        _add_tags(resource, question)
        ET.SubElement(resource, "file", href=href)
    return root


def _add_tags(resource: Element, question: NeutralQuestion) -> None:
    """Keywords: other programs find a question by them, and it comes back as the kind and to the room it was."""
    lom = ET.SubElement(ET.SubElement(resource, "metadata"), "lom", xmlns=METADATA)
    general = ET.SubElement(lom, "general")
    for tag in question.tags:
        ET.SubElement(ET.SubElement(general, "keyword"), "string", language="en").text = tag
