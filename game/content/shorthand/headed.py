"""Entries that are written under what they are called: ``fog bell (bell, rope): text`` for id, name and names."""

import re
from collections.abc import Collection
from typing import Any

from game.content.documents import Document, KeyOf, ValuePath
from game.core.names import ARTICLES

Plain = dict[str, Any]
"""An entry as YAML gives it: nothing is known of its shape yet."""

_NAMED = re.compile(r"(?P<name>[^()]+?) *(?:\((?P<names>[^()]+)\))?")
_IDS = re.compile(r"\s*\{(?P<ids>[a-z][a-z0-9-]*(?:[ ,]+[a-z][a-z0-9-]*)*)\}\s*$")
_PARAGRAPHS = re.compile(r"\n\s*\n")


def list_of(value: Any) -> list[Any]:
    """A value that is a list; an empty list for anything else."""
    return value if isinstance(value, list) else []


def find_heading(entry: Plain, fields: Collection[str]) -> str | None:
    """The key under which an entry is written; None where it has no key, or several, beside its fields."""
    headings = [name for name in entry if name not in fields]
    return headings[0] if len(headings) == 1 else None


def open_heading(
    document: Document, path: ValuePath, entry: Any, fields: Collection[str], body: str
) -> tuple[str, Plain] | None:
    """The heading of an entry, and its other fields; None where it has no heading.

    Args:
        document: Its file.
        path: Where it stands in the long form.
        entry: The entry as written.
        fields: The keys that it may have in the long form.
        body: The field that a value without keys is.
    """
    if not isinstance(entry, dict) or (heading := find_heading(entry, fields)) is None:
        return None
    held = entry[heading]
    rest = {name: value for name, value in entry.items() if name != heading}
    written = (*path, heading)
    if isinstance(held, dict) and set(held) <= set(fields):
        for name in held:
            document.move((*path, name), (*written, name))
        return heading, {**held, **rest}
    document.move((*path, body), written)
    return heading, {body: held, **rest}


def split_names(heading: str) -> tuple[str, list[str]]:
    """A name, and the other names that stand in brackets behind it.

    >>> split_names("fog bell (bell, rope)"), split_names("cat")
    (('fog bell', ['bell', 'rope']), ('cat', []))
    """
    found = _NAMED.fullmatch(heading.strip())
    if found is None:
        return heading, []
    return found["name"], [name.strip() for name in (found["names"] or "").split(",") if name.strip()]


def make_id(name: str) -> str:
    """An id out of a name: its words without an article, joined by hyphens.

    >>> make_id("The lamp room"), make_id("Ivo Brandt’s boat"), make_id("2 boats")
    ('lamp-room', 'ivo-brandts-boat', 'n-2-boats')
    """
    found = re.findall(r"[a-z0-9]+", re.sub(r"[’']", "", name.casefold()))
    kept = [word for place, word in enumerate(found) if place or word not in ARTICLES] or found
    joined = "-".join(kept)[:60].strip("-")
    return joined if joined[:1].isalpha() else f"n-{joined}".rstrip("-")


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, without the empty lines between them."""
    return [" ".join(part.split()) for part in _PARAGRAPHS.split(text) if part.strip()]


def take_ids(text: str) -> tuple[str, list[str]]:
    """A text, and the ids that stand in braces at its end.

    >>> take_ids("The tower is 41 metres tall. {height-41, tower}"), take_ids("Ways: {way}s")
    (('The tower is 41 metres tall.', ['height-41', 'tower']), ('Ways: {way}s', []))
    """
    found = _IDS.search(text)
    return (text[: found.start()], split_ids(found["ids"])) if found else (text, [])


def split_ids(listed: str) -> list[str]:
    """Ids of a list with commas or spaces."""
    return listed.replace(",", " ").split()


def mark_key(document: Document, path: ValuePath, parent: ValuePath, name: str) -> None:
    """Say that a value of the long form is the key of a mapping."""
    document.move(path, (*parent, KeyOf(name)))
