"""A document in .docx as an article: its paragraphs and headings. It is a zip with one file of XML that holds the text.

The standard library reads both. A library for documents would bring a parser in C to read what is only paragraphs.
"""

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree

from game.content.drafting.article_text import Article, Block, make_article

MAX_XML_BYTES = 16 * 1024 * 1024
"""Bytes of the text of a document, unpacked: a small zip can hold a large nothing."""

_TEXT = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(data: bytes) -> Article | None:
    """The article in a document; None when it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_TEXT) as packed:
            xml = packed.read(MAX_XML_BYTES + 1)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return None
    # No word processor writes a document type, and entities are what makes XML dangerous.
    if len(xml) > MAX_XML_BYTES or b"<!DOCTYPE" in xml:
        return None
    try:
        root = ElementTree.fromstring(xml)
    except ElementTree.ParseError:
        return None
    return make_article(_make_block(paragraph) for paragraph in root.iter(f"{_W}p"))


def _make_block(paragraph: ElementTree.Element) -> Block:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    named = style.get(f"{_W}val", "") if style is not None else ""
    pieces = []
    for part in paragraph.iter():
        if part.tag == f"{_W}t":
            pieces.append(part.text or "")
        elif part.tag in (f"{_W}tab", f"{_W}br"):
            pieces.append(" ")
    return Block("".join(pieces), bool(re.match(r"(?:heading|title|berschrift|titre)", named, re.IGNORECASE)))
