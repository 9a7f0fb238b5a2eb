"""Write the generated parts of the documentation: tree, floors, words, keys of a pack's files, rules of lint, papers.

A part stands between two marker comments; everything else in a file is written by hand. ``make docs`` writes the parts,
and a test compares them, so no table can name a module that does not exist or keep an old meaning. The text of the tree
is the first sentence of each module docstring: whoever changes a module changes the map of the house in the same file.
"""

import ast
import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from textwrap import wrap
from typing import Any

from docs.lesson_papers import LESSONS, describe_paper, write_handouts
from tests.lint_page import describe_rules

ROOT = Path(__file__).parent.parent
WIDTH = 120
"""Columns of the generated text."""
NAME_COLUMNS = 28
"""Columns that a module's indented name takes in the tree."""


def generated_parts(text: str) -> Iterator[tuple[str, str]]:
    """The generated parts of a file: name and text."""
    for found in re.finditer(r"<!-- generated: ([a-z-]+) -->\n(.*?)<!-- end -->", text, flags=re.DOTALL):
        yield found[1], found[2]


def renew(text: str) -> str:
    """A file's text with its generated parts made anew."""
    return re.sub(
        r"(<!-- generated: ([a-z-]+) -->\n).*?(<!-- end -->)",
        lambda found: found[1] + PARTS[found[2]]() + found[3],
        text,
        flags=re.DOTALL,
    )


def modules() -> list[Path]:
    """Every module of the game, packages before what they hold."""
    return sorted((ROOT / "game").rglob("*.py"), key=lambda path: (path.parent.parts, path.name != "__init__.py", path))


def docstring_of(path: Path) -> str:
    """The docstring of a module; empty when it has none."""
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""


def first_sentence(path: Path) -> str:
    """What a module says of itself first."""
    paragraph = " ".join(docstring_of(path).partition("\n\n")[0].split())
    return re.split(r"(?<=[.!?])\s", paragraph, maxsplit=1)[0]


def floor_names() -> list[str]:
    """The packages from the highest floor to the lowest, as the import contract of pyproject.toml has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(settings["tool"]["importlinter"]["contracts"][0]["layers"])


def make_tree() -> str:
    """Package by package from the lowest floor up, module by module, each with its first sentence."""
    order = [name for floor in reversed(floor_names()) for name in re.split(r"\s*[|:]\s*", floor)]
    lines = ["    game/"]
    for package in order:
        for path in modules():
            inside = path.relative_to(ROOT / "game")
            if inside.parts[0] != package:
                continue
            is_package = path.name == "__init__.py"
            depth = len(inside.parts) - is_package
            name = f"{inside.parent.name}/" if is_package else inside.name
            lines.extend(_entry("  " * depth + name, first_sentence(path)))
    return "\n".join(lines) + "\n"


def _entry(name: str, text: str) -> Iterator[str]:
    indent = 4 + NAME_COLUMNS
    first, *rest = wrap(text, WIDTH - indent) or [""]
    yield f"    {name:<{NAME_COLUMNS - 1}} {first}".rstrip()
    yield from (" " * indent + line for line in rest)


def make_floors() -> str:
    """The floors in one block, the highest first."""
    return "".join(f"    {line}\n" for line in wrap(" > ".join(floor_names()), WIDTH - 4))


def make_words() -> str:
    """The words of the project, from the ``Words:`` sections of docstrings, with the module that defines each."""
    rows = sorted(row for path in modules() for row in words_of(path))
    head = ["| word | means | defined in |", "|---|---|---|"]
    return "\n".join([*head, *(f"| {word} | {meaning} | `{where}` |" for word, meaning, where in rows)]) + "\n"


def words_of(path: Path) -> Iterator[tuple[str, str, str]]:
    """The words that a module's docstring defines: word, meaning, path of the module."""
    _, _, section = docstring_of(path).partition("\nWords:\n")
    for entry in re.split(r"\n(?=    \S)", section.split("\n\n")[0]):
        word, colon, meaning = entry.strip().partition(": ")
        if colon:
            yield word, " ".join(meaning.split()), str(path.relative_to(ROOT))


SCHEMAS = {
    "tour": "tour.yaml",
    "room": "00-NAME.yaml, one a room, in the order of their names",
    "sources": "sources.yaml",
    "facts": "facts/NAME.yaml",
    "differences": "differences.yaml",
    "newsroom": "newsroom.yaml: for tours that end with a front page; a pack can do without",
    "leads": "leads.yaml: a pack can do without",
    "entities": "entities.yaml",
    "items": "items/NAME.yaml: questions beside those in the files of the rooms",
}
"""Name of a schema in rooms/schema -> the files of a pack that it is of, in the order of the reference."""

Schema = dict[str, Any]


def make_reference() -> str:
    """Every key of every file of a pack: what it means, what it holds, and an example where the schema has one."""
    lines: list[str] = []
    shown: set[str] = set()
    for name, files in SCHEMAS.items():
        schema = json.loads((ROOT / "rooms" / "schema" / f"{name}.json").read_text(encoding="utf-8"))
        records = {title: record for title, record in schema["$defs"].items() if title not in shown}
        first = schema["$ref"].rpartition("/")[2]
        lines += [f"## {files}", ""]
        for title in (first, *sorted(records.keys() - {first})):
            lines += _describe_record(title, schema["$defs"], is_file=title == first)
        shown |= records.keys()
    return "\n".join(lines)


def _describe_record(title: str, schema: Schema, *, is_file: bool) -> Iterator[str]:
    record = schema[title]
    if not is_file:
        yield from (f"### {title}", "")
    yield from (_escape_cell(record.get("description", "")), "", "| key | what it means | value |", "|---|---|---|")
    needed = record.get("required", [])
    for key, value in record["properties"].items():
        told = _find(value, "description") or _describe_parts(value, schema)
        if examples := _find(value, "examples"):
            told += f" Example: `{json.dumps(examples[0], ensure_ascii=False)}`"
        name = f"**`{key}`**" if key in needed else f"`{key}`"
        yield f"| {name} | {_escape_cell(told)} | {_escape_cell(_name_value(value))}{_name_default(value)} |"
    yield ""


def _describe_parts(value: Schema, records: Schema) -> str:
    """What the records say of themselves that a key holds; of a word that never differs, that it is that word."""
    if len(value.get("enum", ())) == 1:
        return "Always this word: it says which kind this is."
    # The long form comes first among the forms that a key may have.
    long = next(iter(value.get("anyOf", ())), value)
    entry = long.get("items") or long
    title = next(iter(entry.get("anyOf", ())), entry).get("$ref", "").rpartition("/")[2]
    return str(records[title]["description"]) if title else ""


def _find(value: Schema, key: str) -> Any:
    """What is said of a value, or of what it may be instead of nothing."""
    return value.get(key) or next((part[key] for part in value.get("anyOf", ()) if key in part), "")


def _name_value(value: Schema) -> str:
    """What a key may hold, in words."""
    if "$ref" in value:
        title = value["$ref"].rpartition("/")[2]
        return f"[{title}](#{title.casefold()})"
    if "anyOf" in value:
        return " or ".join(dict.fromkeys(_name_value(part) for part in value["anyOf"] if part.get("type") != "null"))
    if "enum" in value:
        return " or ".join(f"`{one or chr(34) * 2}`" for one in value["enum"])
    match value.get("type"):
        case "array":
            inner: Schema = value.get("items") or next(iter(value.get("prefixItems", [])), {})
            return f"list of {_name_value(inner)}"
        case "object":
            held = f"names, each with {_name_value(value.get('additionalProperties') or {})}"
            return "an entry under its name" if "not" in value else held
        case kind:
            return {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}.get(
                str(kind), "any value"
            )


def _name_default(value: Schema) -> str:
    default = value.get("default")
    return "" if default in (None, "", [], {}, False) else f"; default `{json.dumps(default, ensure_ascii=False)}`"


def _escape_cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


PARTS: dict[str, Callable[[], str]] = {
    "tree": make_tree,
    "floors": make_floors,
    "words": make_words,
    "reference": make_reference,
    "lint-rules": describe_rules,
    **{f"paper-{name}": partial(describe_paper, name) for name in LESSONS},
}
"""Name of a generated part -> what makes it."""

FILES = (
    ROOT / "ARCHITECTURE.md",
    ROOT / "docs" / "pack-reference.md",
    ROOT / "docs" / "lint.md",
    *(ROOT / "docs" / "lessons" / f"{name}.md" for name in LESSONS),
)
"""The files that hold generated parts."""


def main() -> int:
    """Write every generated part, and the handouts of the lessons."""
    write_handouts()
    for path in FILES:
        path.write_text(renew(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
