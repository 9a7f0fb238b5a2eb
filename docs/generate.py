"""Write the generated parts of the documentation: the tree, the floors, the words, and where each one is defined.

A part stands between two marker comments; everything else in a file is written by hand. ``make docs`` writes the parts,
and a test compares them, so no table can name a module that does not exist or keep an old meaning. The text of the tree
is the first sentence of each module docstring: whoever changes a module changes the map of the house in the same file.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import wrap

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


PARTS: dict[str, Callable[[], str]] = {"tree": make_tree, "floors": make_floors, "words": make_words}
"""Name of a generated part -> what makes it."""

FILES = (ROOT / "ARCHITECTURE.md",)
"""The files that hold generated parts."""


def main() -> int:
    """Write every generated part."""
    for path in FILES:
        path.write_text(renew(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
