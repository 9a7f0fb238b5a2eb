"""Writes XML as bytes."""

import re
from html import unescape
from xml.etree import ElementTree as ET

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


CDATA_BEGIN, CDATA_END = "\x02", "\x03"
"""Stand around a text that is written as CDATA. XML allows neither character, so that no text can hold one."""


def as_cdata(text: str) -> str:
    """A text that is written as CDATA: a reader then gets it in one piece.

    Moodle's reader gets a text in pieces, parted at each entity and before each letter beyond ASCII, and drops a piece
    that is a space alone: "Ada & Ö" would lose one.
    """
    return f"{CDATA_BEGIN}{text}{CDATA_END}" if "&" in text or "<" in text else text


def _write_cdata(found: re.Match[str]) -> str:
    # CDATA cannot hold its own end, so it is parted there.
    return f"<![CDATA[{unescape(found[1]).replace(']]>', ']]]]><![CDATA[>')}]]>"


def write_xml(root: ET.Element, *, is_indented: bool = True) -> bytes:
    """A tree as UTF-8 with its declaration. Written as text first, because writing bytes takes twice as long.

    Args:
        root: The tree.
        is_indented: Whether each element gets a line. False in packages of a thousand files, which nobody reads.
    """
    if is_indented:
        ET.indent(root, " ")
    written = ET.tostring(root, encoding="unicode")
    if CDATA_BEGIN in written:
        written = re.sub(f"{CDATA_BEGIN}(.*?){CDATA_END}", _write_cdata, written, flags=re.DOTALL)
    return f"{DECLARATION}{written}\n".encode()
