"""Every sentence of the game stands in game/prose or in a pack, so that a second language is possible.

The test reads the syntax trees of all modules. A string of four or more words is a sentence, except where it is
documentation (docstrings, help of the command line, descriptions of a schema), a regular expression, a query of the
database, or one of the tables below.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import game

PACKAGE = Path(game.__file__).parent

MIN_WORDS_OF_A_SENTENCE = 4

TABLES: dict[str, tuple[str, ...]] = {
    "art/headline.py": ("_FONT",),  # the pixels of letters
    "art/palette.py": ("_RAMPS",),  # names of colours and their values
    "quiz/command_words.py": ("COMMAND_WORDS",),  # words that are read, not written
    "tour/answering/question.py": ("_OPENINGS", "_TYPE_NOUNS"),  # words that are read, not written
    "tour/answering/tour_questions.py": ("_MARKERS", "_PATTERNS"),  # words that are read, not written
    "tour/answering/word_forms.py": ("FUNCTION_WORDS", "LIGHT_WORDS", "_IRREGULAR"),  # words that are read, not written
    "tour/verbs/comparing.py": ("JUDGEMENT_WORDS",),  # words that are read, not written
    "content/mutating/edit_words.py": (
        "TURNED",
        "WIDENED",
        "HEDGES_CUT",
        "SURER",
        "DETAILS",
        "INVENTIONS",
        "STAGED_CLAIMS",
    ),  # words put into a copy of a pack, which no reader sees
    "pack/claims/word_classes.py": (
        "COLOURS",
        "KIN",
        "WHOLE",
        "SURE",
        "_PAIRS",
        "MEASURES",
        "PRIVATE_LIFE",
        "RULER",
        "SOURCE_TALK",
        "_FORMS",
    ),  # words that are read, not written
    "tour/glossary.py": ("GAME_WORDS",),  # words that are read, not written
    "tour/parser/wrapping.py": ("OPENINGS",),  # words that are read, not written
    "tour/verbs/deeds.py": ("WORDS",),  # words that are read, not written
    "tour/verbs/acts.py": ("TRIED", "SAID"),  # words that are read, not written
    "classroom/index.py": ("_TABLES", "files"),  # the language of the database
    "classroom/index_rows.py": ("files",),  # the language of the database
    "pack/kinds/agreement.py": ("ONLY_ONE",),  # an option, which attempts keep as a response
    "pack/kinds/how_sure.py": ("STRENGTHS",),  # the same
    "exchange/anki.py": ("BACK_TEMPLATE", "CARD_STYLE"),  # a template and a style sheet
    "exchange/sheets.py": ("KAHOOT_LABELS",),  # the heads of another program's template, word for word
    "exports/answer_sheet.py": ("SHEET_STYLE",),  # a style sheet
    "exports/certificate.py": ("_STYLE",),  # a style sheet
    "exports/front_page/page_html.py": ("STYLE",),  # a style sheet
    "exports/front_page/page_svg.py": ("FONT",),  # names of fonts
    "exports/printed_paper.py": ("_STYLE",),  # a style sheet
    "exports/report_style.py": ("REPORT_STYLE",),  # a style sheet
    "exports/site/pictures.py": ("MEDIA",),  # queries of a style sheet
    "exports/site/style.py": ("SITE_STYLE",),  # a style sheet
    "web/serving/gate.py": ("HEADERS",),  # rules for browsers
    "web/stores/postgres_queries.py": (
        "CREATE",
        "IS_CREATED",
        "APPEND",
        "IS_APPENDED",
        "FIND",
        "COUNT",
        "LIST",
        "READ",
        "GET",
        "GET_ONE",
        "TELL",
        "ADD",
        "REPLACE",
        "IS_PUT",
    ),  # the language of the database
    "web/stores/postgres_schema.py": ("MIGRATIONS", "BEGINNING", "IS_THERE", "NUMBER"),  # the language of the database
}
"""Module -> names of its constants that hold words and no sentence."""

NOT_YET = {
    "core/disk.py": "the detail of a fault stands beside its type; nothing shows it to players yet",
    "store/turn_reading.py": "the detail of a fault stands beside its type; nothing shows it to players yet",
    "store/turn_log.py": "the detail of a fault stands beside its type; nothing shows it to players yet",
    "store/turn_records.py": "the detail of a fault stands beside its type; nothing shows it to players yet",
}
"""Module or package -> why its sentences have not moved to prose. The list may only become shorter."""

DOCUMENTATION = ("help", "description", "epilog", "example")
"""Keywords whose text documents the command line or a schema."""

SPLITTERS = ("split", "split_words")
"""Functions that make words of a text: words that are read, not written."""

BUGS = ("AssertionError", "RuntimeError", "TypeError")
"""Exceptions that only a programmer meets."""

QUERIES = ("execute", "executemany", "executescript")
"""Methods that take the language of the database."""


def modules() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if path.relative_to(PACKAGE).parts[0] != "prose"]


def count_words(text: str) -> int:
    """The words of a text between spaces, without markup: a word is letters, perhaps with a mark at its ends.

    >>> count_words("<p>no way leads</p> north."), count_words("escape,q,enter,f10 http://a.b/c")
    (4, 0)
    """
    tokens = re.sub(r"<style>.*?</style>|<[^<>]*>", " ", text, flags=re.DOTALL).split()
    return sum(
        bool(re.fullmatch(r"[^\w$#@<>=/\\]*[A-Za-z]+(?:[-'’][A-Za-z]+)*[^\w$#@<>=/\\]*", token)) for token in tokens
    )


class Sentences(ast.NodeVisitor):
    """The strings of one module that are sentences."""

    def __init__(self, tables: frozenset[str]) -> None:
        self.tables = tables
        self.found: list[tuple[int, str]] = []

    def visit_Expr(self, node: ast.Expr) -> None:
        """A string that is a statement is a docstring."""
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        """A table is named; so is a constant that documents."""
        if not any(isinstance(target, ast.Name) and target.id in self.tables for target in node.targets):
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """The annotation may be a string; the value counts."""
        is_table = isinstance(node.target, ast.Name) and node.target.id in self.tables
        if node.value is not None and not is_table:
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Annotations may be strings; defaults, decorators and the body count."""
        for child in (*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults), *node.body):
            self.visit(child)

    def visit_Call(self, node: ast.Call) -> None:
        """Regular expressions, queries and lists of words are no sentences; keywords may document."""
        match node.func:
            case ast.Attribute(value=ast.Name(id="re")):
                pass
            case ast.Attribute(value=ast.Constant(), attr=name) if name in SPLITTERS:
                pass
            case ast.Attribute(attr=name) if name in QUERIES:
                pass
            case ast.Name(id=name) if name in (*SPLITTERS, *BUGS):
                pass
            case _:
                for child in (*node.args, node.func):
                    self.visit(child)
        for keyword in node.keywords:
            if keyword.arg not in (*DOCUMENTATION, "pattern"):
                self.visit(keyword.value)

    def visit_Dict(self, node: ast.Dict) -> None:
        """A schema in the making describes its fields."""
        for key, value in zip(node.keys, node.values, strict=True):
            if not (isinstance(key, ast.Constant) and key.value in DOCUMENTATION):
                self.visit(value)
            if key is not None:
                self.visit(key)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """The constant parts of an f-string are one text; what it formats may hold other strings."""
        self._add(node, " ".join(str(part.value) for part in node.values if isinstance(part, ast.Constant)))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        """A plain string."""
        if isinstance(node.value, str):
            self._add(node, node.value)

    def _add(self, node: ast.expr, text: str) -> None:
        if count_words(text) >= MIN_WORDS_OF_A_SENTENCE:
            self.found.append((node.lineno, text))


def documenting(tree: ast.Module) -> Iterator[str]:
    """The names of constants that are passed as documentation."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in DOCUMENTATION and isinstance(node.value, ast.Name):
            yield node.value.id


def sentences(source: str, tables: frozenset[str] = frozenset()) -> list[tuple[int, str]]:
    tree = ast.parse(source)
    visitor = Sentences(tables | frozenset(documenting(tree)))
    visitor.visit(tree)
    return visitor.found


def sentences_in(path: Path) -> list[tuple[int, str]]:
    name = path.relative_to(PACKAGE).as_posix()
    return sentences(path.read_text(encoding="utf-8"), frozenset(TABLES.get(name, ())))


def is_in(path: Path, name: str) -> bool:
    """Whether a module is the one named, or in the package named."""
    return path.relative_to(PACKAGE).is_relative_to(name)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_sentence_is_in_prose(path: Path) -> None:
    if not any(is_in(path, name) for name in NOT_YET):
        assert not sentences_in(path)


@pytest.mark.parametrize("name", NOT_YET)
def test_what_is_on_the_list_has_sentences_still(name: str) -> None:
    assert any(sentences_in(path) for path in modules() if is_in(path, name)), "take it off the list"


def test_the_tables_are_there() -> None:
    for name, constants in TABLES.items():
        source = (PACKAGE / name).read_text(encoding="utf-8")
        assert len(sentences(source)) > len(sentences(source, frozenset(constants))), name


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ('x = "no way leads north"', True),
        ('x = f"no way {1} leads {2} north"', True),
        ('x = "no " "way " "leads " "north"', True),
        ("x = f\"{'no way leads north'}\"", True),
        ('x = "<p>no way leads north</p>"', True),
        ('def f(x="no way leads north"): ...', True),
        ('f(text="no way leads north")', True),
        ('x = "no way leads"', False),
        ('"""No way leads north."""', False),
        ('x = 1\n"""No way leads north."""', False),
        ('f(help="no way leads north")', False),
        ('A = "no way leads north"\nf(help=A)', False),
        ('x = {"description": "no way leads north"}', False),
        ('x = {"other": "no way leads north"}', True),
        ('x = {"no way leads north": 1}', True),
        ('re.compile("no way leads north")', False),
        ('db.execute("select all from where")', False),
        ('x: "a b c d" = 1', False),
        ('def f() -> "a b c d": ...', False),
        ('x = "no way leads north".split()', False),
        ('x = split_words("no, way, leads, north")', False),
        ('x.split("no way leads north")', True),
        ('raise TypeError("no way leads north")', False),
        ('raise ValueError("no way leads north")', True),
        ('x = "<a b c d></a>"', False),
    ],
)
def test_a_sentence_is_told_from_code(source: str, *, is_found: bool) -> None:
    assert bool(sentences(source)) == is_found
