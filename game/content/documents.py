"""One YAML file: its text as plain values, and the place of each value in the file.

Scalars stay as written, so an unquoted ``no`` or ``12`` stays a word; the types decide what becomes a number.
"""

import re
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from game.content.problems import Problem
from game.content.yaml_traps import Trap, find_trap
from game.core.characters import LINE_BREAKS, find_unsafe
from game.prose import file_problems as problems

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # pragma: no cover - a PyYAML without libyaml: slower, otherwise the same
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

ValuePath = tuple[str | int, ...]
"""The path of a value: keys and indexes from the root."""


class KeyOf(str):
    """A step of a path to the key itself, and not to the value under it."""


MAX_NESTING_LEVELS = 16
"""Levels of nesting a pack may have; deeper files are refused."""

# 200 columns are far beyond MAX_NESTING_LEVELS of any indentation. This catches only files that would crash libyaml.
_DEEP_BLOCK = re.compile(r"(?m)^(?: |[-?:](?=\s)){200}")
_CUT_OFF = re.compile(r" +(#(?:\w| \d).{0,20})")
_BRACKET = re.compile(r"[\[{]|[\]}]")


def find_deep_nesting(text: str) -> int:
    """The line on which a text is nested far beyond any pack; 0 when none is. Asked before libyaml recurses.

    Block nesting needs one column for each level, so long indentation shows it. Flow nesting shows in open brackets.
    Brackets in quotes count, too, because no pack needs a hundred of them.
    """
    if block := _DEEP_BLOCK.search(text):
        return text.count("\n", 0, block.start()) + 1
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth = depth + 1 if bracket.group() in "[{" else max(0, depth - 1)
        if depth > 8 * MAX_NESTING_LEVELS:
            return text.count("\n", 0, bracket.start()) + 1
    return 0


class Document:
    """A file that was read, with the problems of reading it."""

    def __init__(self, path: Path, shown: str, raw: bytes) -> None:
        self.path = path
        self.shown = shown
        """The path as problems print it."""
        self.text = ""
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.value: Any = None
        self._moved: dict[ValuePath, ValuePath] = {}
        """Path in the long form of the file -> path where its author wrote it in a short form."""
        self._seen: set[int] = set()
        self._lines: list[str] = []
        self._read(raw)

    def _read(self, raw: bytes) -> None:
        try:
            text = raw.decode("utf-8")
            if line := find_deep_nesting(text):
                self.problems.append(Problem(self.shown, line, 1, "", problems.describe_deep_nesting()))
                return
            self.text = text
            self._lines = text.splitlines()
            # compose() gives nodes with marks; load() would give values only, and problems need line and column.
            self.root = yaml.compose(text, Loader)
        except UnicodeDecodeError as bad:
            line = raw[: bad.start].count(b"\n") + 1
            self.problems.append(Problem(self.shown, line, 1, "", problems.describe_encoding()))
            return
        except yaml.MarkedYAMLError as bad:
            mark = bad.problem_mark or bad.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            trap = find_trap(self.text, bad) or Trap(
                line, column, problems.describe_yaml_error(bad.problem or bad.context)
            )
            self.problems.append(Problem(self.shown, trap.line, trap.column, "", trap.message))
            return
        except (yaml.YAMLError, ValueError) as bad:
            self.problems.append(
                Problem(self.shown, 1, 1, "", problems.describe_yaml_error(" ".join(str(bad).split())))
            )
            return
        if self.root is None:
            self.problems.append(Problem(self.shown, 1, 1, "", problems.describe_empty_file()))
            return
        self.value = self._plain(self.root, ())

    def _plain(self, node: Node, path: ValuePath) -> Any:
        if isinstance(node, ScalarNode):
            self._check_scalar(node, path)
            return node.value
        # A node seen before is an alias: a few nested aliases expand to gigabytes.
        if id(node) in self._seen or len(path) > MAX_NESTING_LEVELS:
            self.add(path, problems.describe_alias())
            return [] if isinstance(node, SequenceNode) else {}
        self._seen.add(id(node))
        if isinstance(node, SequenceNode):
            return [self._plain(child, (*path, index)) for index, child in enumerate(node.value)]
        plain: dict[str, Any] = {}
        for key, child in node.value:
            name = key.value if isinstance(key, ScalarNode) else "?"
            if isinstance(key, ScalarNode):
                self._check_scalar(key, (*path, "?" if find_unsafe(name) else name))
            if name in plain:
                self._at(key, (*path, name), problems.describe_repeated_key())
            plain[name] = self._plain(child, (*path, name))
        return plain

    def _check_scalar(self, node: ScalarNode, path: ValuePath) -> None:
        """Find characters that a text must not hold, and a text that YAML has cut off at a number sign.

        Checked here for all fields, because every text of a pack can reach a terminal, a page or a file.
        """
        if unsafe := find_unsafe(node.value, LINE_BREAKS):
            self._at(node, path, problems.describe_unsafe_character(unsafe.code, unsafe.name))
        # Only a plain scalar can be cut off. "#1" and "# 5" are parts of a sentence; "# text" is an honest comment.
        end = node.end_mark
        rest = self._lines[end.line][end.column :] if not node.style and end.line < len(self._lines) else ""
        if cut := _CUT_OFF.match(rest):
            self._at(node, path, problems.describe_cut_off_text(cut[1]))

    def add(self, path: ValuePath, message: str, *, is_fatal: bool = True) -> None:
        """Add a problem at the value at a path; if there is none, at the nearest value above it."""
        self._at(self._node(path), path, message, is_fatal=is_fatal)

    def mark(self, path: ValuePath) -> tuple[int, int]:
        """Line and column, from 1, of the value at a path; if there is none, of the nearest value above it."""
        return _mark(self._node(path))

    def lines(self, path: ValuePath) -> range:
        """The lines of the value at a path, a comment at its end included."""
        node = self._node(path)
        if node is None:
            return range(1, 2)
        first, last = node.start_mark.line + 1, node.end_mark.line + 1
        # A block ends where the next one begins; a value in brackets or on one line ends on its own line.
        is_block = not isinstance(node, ScalarNode) and not getattr(node, "flow_style", False)
        return range(first, max(last if is_block else last + 1, first + 1))

    def move(self, path: ValuePath, written: ValuePath) -> None:
        """Say that a value of the long form stands at another path of the file, for instance in its parent."""
        self._moved[path] = self.find_written(written)

    def find_written(self, path: ValuePath) -> ValuePath:
        """Where the author wrote the value at a path of the long form."""
        if not self._moved:
            return path
        for length in range(len(path), 0, -1):
            if (written := self._moved.get(path[:length])) is not None:
                return (*written, *path[length:])
        return path

    def _at(self, node: Node | None, path: ValuePath, message: str, *, is_fatal: bool = True) -> None:
        line, column = _mark(node)
        key = ".".join(map(str, self.find_written(path)))
        self.problems.append(Problem(self.shown, line, column, key, message, is_fatal))

    def find_node(self, path: ValuePath) -> Node | None:
        """The node at a path; None when there is none."""
        node = self.root
        for step in path:
            node = _child(node, step) if node is not None else None
        return node

    def _node(self, path: ValuePath) -> Node | None:
        node = self.root
        for step in self.find_written(path):
            child = _child(node, step)
            if child is None:
                break
            node = child
        return node

    def key_mark(self, path: ValuePath, message: str) -> None:
        """Add a problem at the key, not at the value, of a path."""
        parent, name = self._node(path[:-1]), self.find_written(path)[-1]
        if isinstance(parent, MappingNode):
            for key, _ in parent.value:
                if key.value == name:
                    self._at(key, path, message)
                    return
        self.add(path, message)


def _mark(node: Node | None) -> tuple[int, int]:
    return (node.start_mark.line + 1, node.start_mark.column + 1) if node is not None else (1, 1)


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]  # type: ignore[no-any-return]
    if isinstance(node, MappingNode) and isinstance(step, KeyOf):
        return next((key for key, _ in node.value if key.value == step), None)
    if isinstance(node, MappingNode):
        return next((child for key, child in node.value if key.value == step), None)
    return None
