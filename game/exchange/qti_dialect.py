"""The names of elements and attributes in QTI 2.1 and 3.0.

The 3.0 names are the 2.1 names, written with hyphens, after ``qti-``.

Two writers would have to be changed together by hand. One writer with two dialects cannot get out of step. Source:
1EdTech, Question and Test Interoperability, Assessment, Section and Item Information Model, 2.1 and 3.0.
"""

import re
from functools import cache
from xml.etree import ElementTree as ET

Element = ET.Element


class Dialect:
    """The names that differ between the two versions."""

    def __init__(self, version: str, space: str, package: str, kind: str, location: str, rules: str) -> None:
        self.is_new = version.startswith("3")
        self.schema_version = version
        self.space = space
        """Namespace of items and tests."""
        self.package = package
        """Namespace of the manifest."""
        self.kind = kind
        """The end of the type of a resource."""
        self.location = location
        """Where the schema of items is published."""
        self.rules = rules
        """Address of the templates of response processing."""

    def element(self, parent: Element | None, name: str, text: str = "", **attributes: str) -> Element:
        """An element under its name in this version."""
        named = name if name in _HTML else f"qti-{_hyphenate(name)}" if self.is_new else name
        given = {_hyphenate(key): value for key, value in attributes.items()} if self.is_new else attributes
        made = ET.Element(named, given) if parent is None else ET.SubElement(parent, named, given)
        if text:
            _write_lines(made, text)
        return made


def _write_lines(made: Element, text: str) -> None:
    """A text of several lines, with a break between them: without one they run together on the screen."""
    if "\n" not in text:
        made.text = text
        return
    made.text, *rest = text.split("\n")
    for line in rest:
        ET.SubElement(made, "br").tail = line


# Elements of HTML keep their names in 3.0, too.
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
def _hyphenate(name: str) -> str:
    """A name in words joined by hyphens.

    >>> _hyphenate("responseIdentifier"), _hyphenate("mapKey")
    ('response-identifier', 'map-key')
    """
    return re.sub(r"(?<!^)([A-Z])", r"-\1", name).lower()


def make_root(dialect: Dialect, name: str, **attributes: str) -> Element:
    """The root of a file, with its namespaces and where its schema is published."""
    root = dialect.element(None, name, **attributes)
    root.set("xmlns", dialect.space)
    root.set("xmlns:xsi", INSTANCE)
    root.set("xsi:schemaLocation", f"{dialect.space} {dialect.location}")
    return root
