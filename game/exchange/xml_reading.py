"""Reads XML of others with line and column: no document types, no endless nesting, and what comes before an error.

A document type is refused because its entities can make gigabytes of a few lines or name files of this machine. The
standard library's expat does the parsing.
"""

from typing import NamedTuple
from xml.parsers import expat

from game.prose import import_problems as problems

MAX_DEPTH = 100
"""Elements inside of each other."""
MAX_ELEMENTS = 1_000_000
"""Elements of a file: 10,000 questions have about 300,000."""


class XmlNode:
    """An element, and where it begins."""

    __slots__ = ("attributes", "column", "content", "is_whole", "line", "name")

    def __init__(self, name: str, attributes: dict[str, str], line: int, column: int) -> None:
        self.name = name
        """Without its namespace."""
        self.attributes = attributes
        self.content: list[XmlNode | str] = []
        """Elements and texts, in their order."""
        self.line, self.column = line, column
        self.is_whole = False
        """Whether the file holds its end."""

    @property
    def children(self) -> "list[XmlNode]":
        """The elements directly inside."""
        return [each for each in self.content if isinstance(each, XmlNode)]

    @property
    def text(self) -> str:
        """The texts directly inside."""
        return "".join([each for each in self.content if isinstance(each, str)])

    def find(self, name: str) -> "XmlNode | None":
        """The first child of a name."""
        return next((each for each in self.content if isinstance(each, XmlNode) and each.name == name), None)

    def find_all(self, name: str) -> "list[XmlNode]":
        """The children of a name."""
        return [each for each in self.content if isinstance(each, XmlNode) and each.name == name]

    def find_text(self, *names: str) -> str:
        """The text at the end of a path of children; empty where there is none."""
        node: XmlNode | None = self
        for name in names:
            node = node.find(name) if node is not None else None
        return node.text if node is not None else ""


class BadXml(NamedTuple):
    """Where a file ends to be XML that is read, and why."""

    line: int
    column: int
    text: str


class _RefusedError(Exception):
    """What is XML, and is not read."""


class ReadXml(NamedTuple):
    """What was read of a file."""

    root: XmlNode | None
    error: BadXml | None
    """None where the whole file was read."""


def read_xml(data: bytes) -> ReadXml:
    """The elements of a file. Never raises because of its content."""
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as bad:
        told = problems.describe_no_xml(expat.ErrorString(bad.code))
        return ReadXml(builder.root, BadXml(max(1, bad.lineno), bad.offset + 1, told))
    # ValueError and LookupError: an encoding that nobody knows.
    except (_RefusedError, ValueError, LookupError) as bad:
        told = str(bad) if isinstance(bad, _RefusedError) else problems.describe_no_xml(str(bad))
        return ReadXml(builder.root, BadXml(*builder.find_place(), told))
    return ReadXml(builder.root, None)


def find_refusal(data: bytes) -> str:
    """Why a part of a package is not handed to another reader: its document type, depth or size; empty for no reason.

    What is no XML at all is left to that reader to tell.
    """
    depth = count = 0
    parser = expat.ParserCreate()

    def begin(*_: object) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > MAX_DEPTH or count > MAX_ELEMENTS:
            raise _RefusedError(problems.DEEP_XML if depth > MAX_DEPTH else problems.MANY_ELEMENTS)

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_: object) -> None:
        raise _RefusedError(problems.DOCUMENT_TYPE)

    parser.StartElementHandler, parser.EndElementHandler, parser.StartDoctypeDeclHandler = begin, end, refuse
    try:
        parser.Parse(data, True)
    except _RefusedError as bad:
        return str(bad)
    except (expat.ExpatError, ValueError, LookupError):
        return ""
    return ""


class _Builder:
    """Builds the tree while expat reads."""

    def __init__(self) -> None:
        self.root: XmlNode | None = None
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._add_text
        self.parser.StartDoctypeDeclHandler = self._refuse_type
        self._open: list[XmlNode] = []
        self._count = 0

    def find_place(self) -> tuple[int, int]:
        """Line and column of what is read now, from 1."""
        return max(1, self.parser.CurrentLineNumber), self.parser.CurrentColumnNumber + 1

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise _RefusedError(problems.MANY_ELEMENTS)
        if len(self._open) >= MAX_DEPTH:
            raise _RefusedError(problems.DEEP_XML)
        parser = self.parser
        node = XmlNode(name.rpartition(":")[2], attributes, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        if self._open:
            self._open[-1].content.append(node)
        else:
            self.root = node
        self._open.append(node)

    def _end(self, name: str) -> None:
        self._open.pop().is_whole = True

    def _add_text(self, text: str) -> None:
        self._open[-1].content.append(text)

    def _refuse_type(self, *_: object) -> None:
        raise _RefusedError(problems.DOCUMENT_TYPE)
