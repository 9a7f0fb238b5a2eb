"""Changes entries of a file as a careful author would: what is changed changes, all other text stays to the letter.

Writing the whole file anew would lose comments, quotes and line breaks. So the changes are made in the text, at the
marks of its nodes. Afterwards the new text is read and compared with what was wanted: where it differs, nothing is
written, and the author edits the file by hand.
"""

import copy
import re
from collections.abc import Iterable
from typing import Any, NamedTuple, assert_never

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from game.content.documents import Document, ValuePath


class KeySet(NamedTuple):
    """A key gets a value; a new key stands after another one."""

    path: ValuePath
    """Of the entry."""
    key: str
    value: Any
    after: str = "id"


class KeyDropped(NamedTuple):
    """A key goes, with its value. One that is not there is no mistake."""

    path: ValuePath
    key: str


class EntryDropped(NamedTuple):
    """An entry of a list goes."""

    path: ValuePath


class EntryAdded(NamedTuple):
    """An entry stands after another one of its list."""

    path: ValuePath
    """Of the entry before it."""
    value: Any


Change = KeySet | KeyDropped | EntryDropped | EntryAdded


class _Splice(NamedTuple):
    """Text from one place to another, and what stands there afterwards."""

    first: int
    last: int
    text: str


class EntryEditError(Exception):
    """A file is written in a way that cannot be changed here."""


def edit_entries(document: Document, changes: Iterable[Change]) -> str:
    """The text of a document with some changes made.

    Raises:
        EntryEditError: The text could not be changed so that exactly these changes are read from it.
    """
    # Where a short form stands for an entry, its path leads to that.
    wanted = tuple(change._replace(path=document.find_written(change.path)) for change in changes)
    text = document.text
    # Read again, because rules add to the values of a document what follows from its text.
    before = Document(document.path, document.shown, text.encode())
    splices = [splice for change in wanted for splice in _splice(before, change)]
    # From the end, so that the places of the others stay true. Two at one place keep the order of the changes.
    for _, splice in sorted(enumerate(splices), key=lambda pair: (-pair[1].first, -pair[0])):
        text = text[: splice.first] + splice.text + text[splice.last :]
    after = Document(document.path, document.shown, text.encode())
    if after.problems or after.value != _apply(before.value, wanted):
        raise EntryEditError
    return text


def _apply(value: Any, changes: Iterable[Change]) -> Any:
    """What is to be read after the changes: entries are counted as before them."""
    value = copy.deepcopy(value)
    entries = sorted((c for c in changes if isinstance(c, EntryDropped | EntryAdded)), key=lambda c: c.path)
    for change in changes:
        if isinstance(change, KeySet):
            _find(value, change.path)[change.key] = _read_back(change.value)
        elif isinstance(change, KeyDropped):
            _find(value, change.path).pop(change.key, None)
    for change in reversed(entries):
        listed, place = _find(value, change.path[:-1]), int(change.path[-1])
        if isinstance(change, EntryDropped):
            del listed[place]
        else:
            listed.insert(place + 1, _read_back(change.value))
    return value


def _find(value: Any, path: ValuePath) -> Any:
    for step in path:
        value = value[step]
    return value


def _read_back(value: Any) -> Any:
    return yaml.load(yaml.safe_dump(value, allow_unicode=True), Loader=yaml.BaseLoader)


def render_flow(value: Any) -> str:
    """A value as it stands on one line."""
    dumped = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=float("inf"))
    return dumped.removesuffix("...\n").strip()


def _render_pair(key: str, value: Any) -> str:
    return render_flow({key: value})[1:-1]


def _splice(document: Document, change: Change) -> Iterable[_Splice]:
    entry = document.find_node(change.path)
    if entry is None:
        raise EntryEditError
    match change:
        case KeySet():
            return [_set_key(document.text, entry, change)]
        case KeyDropped():
            return _drop_key(document.text, entry, change.key)
        case EntryDropped() | EntryAdded():
            listed = document.find_node(change.path[:-1])
            if not isinstance(listed, SequenceNode):
                raise EntryEditError
            place = int(change.path[-1])
            if isinstance(change, EntryAdded):
                return [_add_entry(document.text, listed, place, change.value)]
            return [_drop_entry(document.text, listed, place)]
        case _:
            assert_never(change)


def _end(node: Node) -> int:
    """Where the text of a node ends. The mark of a block is where the next one begins, beyond comments."""
    if isinstance(node, MappingNode) and not node.flow_style:
        return _end(node.value[-1][1])
    if isinstance(node, SequenceNode) and not node.flow_style:
        return _end(node.value[-1])
    return int(node.end_mark.index)


def _set_key(text: str, entry: Node, change: KeySet) -> _Splice:
    if not isinstance(entry, MappingNode):
        raise EntryEditError
    pairs = {key.value: (key, value) for key, value in entry.value}
    if change.key in pairs:
        value = pairs[change.key][1]
        first, last = value.start_mark.index, _end(value)
        # The mark of a block of lines is on the line after it.
        last = first + len(text[first:last].rstrip())
        # As in a list: outside of brackets a comma needs no quotes.
        return _Splice(first, last, render_flow([change.value])[1:-1])
    key, value = pairs.get(change.after, entry.value[0])
    made = _render_pair(change.key, change.value)
    place = _end(value)
    if entry.flow_style:
        return _Splice(place, place, f", {made}")
    place = _end_line(text, place)
    return _Splice(place, place, f"{_newline(text)}{' ' * key.start_mark.column}{made}")


def _drop_key(text: str, entry: Node, key: str) -> list[_Splice]:
    if not isinstance(entry, MappingNode):
        raise EntryEditError
    pairs = entry.value
    place = next((n for n, pair in enumerate(pairs) if pair[0].value == key), None)
    if place is None:
        return []
    first, last = pairs[place][0].start_mark.index, _end(pairs[place][1])
    if entry.flow_style:
        return [_drop_part(text, first, last, _end(pairs[place - 1][1]) if place else None)]
    return [_drop_lines(text, first, last, is_first=place == 0)]


def _drop_part(text: str, first: int, last: int, before: int | None) -> _Splice:
    """Drop a part in brackets with one of its commas; a comment beside it stays."""
    if before is not None and "#" not in text[before:first]:
        return _Splice(before, last, "")
    after = re.compile(r"\s*,[ ]*").match(text, last)
    return _Splice(first, after.end() if after else last, "")


def _drop_lines(text: str, first: int, last: int, *, is_first: bool) -> _Splice:
    """Drop a key with its line. A comment after it stays, and so does the hyphen before the first key."""
    last = first + len(text[first:last].rstrip())
    if comment := text[last : _end_line(text, last)].strip():
        return _Splice(first, text.index(comment, last), "")
    if is_first:
        following = re.compile(r"\s*").match(text, last)
        return _Splice(first, following.end() if following else last, "")
    start = text.rfind("\n", 0, first) + 1
    return _Splice(start, _next_line(text, last), "")


def _drop_entry(text: str, listed: SequenceNode, place: int) -> _Splice:
    entry = listed.value[place]
    first, last = entry.start_mark.index, _end(entry)
    if listed.flow_style:
        return _drop_part(text, first, last, _end(listed.value[place - 1]) if place else None)
    last = first + len(text[first:last].rstrip())
    hyphen = _find_hyphen(text, listed, place)
    start = text.rfind("\n", 0, hyphen) + 1
    if text[start:hyphen].strip():
        raise EntryEditError
    if len(listed.value) == 1:
        # A list needs its brackets when nothing is in it.
        return _Splice(start, _end_line(text, last), f"{text[start:hyphen] or '  '}[]")
    return _Splice(start, _next_line(text, last), "")


def _find_hyphen(text: str, listed: SequenceNode, place: int) -> int:
    """Where the hyphen of an entry stands; a comment may hold one, too."""
    if place == 0:
        return int(listed.start_mark.index)
    before = _end(listed.value[place - 1])
    found = re.compile(r"^[ ]*(-)(?=\s)", re.MULTILINE).search(text, _next_line(text, before))
    if found is None:
        raise EntryEditError
    return found.start(1)


def _add_entry(text: str, listed: SequenceNode, place: int, value: Any) -> _Splice:
    last = _end(listed.value[place])
    if listed.flow_style:
        return _Splice(last, last, f", {render_flow(value)}")
    hyphen = _find_hyphen(text, listed, place)
    column = hyphen - text.rfind("\n", 0, hyphen) - 1
    last = listed.value[place].start_mark.index + len(text[listed.value[place].start_mark.index : last].rstrip())
    end = _end_line(text, last)
    return _Splice(end, end, f"{_newline(text)}{' ' * column}- {render_flow(value)}")


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _end_line(text: str, place: int) -> int:
    """The end of the line on which a place is, before its break."""
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return end - 1 if end and text[end - 1 : end + 1] == "\r\n" else end


def _next_line(text: str, place: int) -> int:
    """The beginning of the line after the one on which a place is."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end + 1
