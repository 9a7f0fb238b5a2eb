"""What can be broken: every place in a module where one operator applies, and the module as it is then."""

import ast
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}
GUARDS = (ast.Return, ast.Raise, ast.Continue, ast.Break)
"""What ends a guard: an ``if`` with nothing but one of these, and no ``else``."""


class Mutant(NamedTuple):
    """One way to break one module."""

    path: str
    """From the root of the tree."""
    line: int
    """From 1."""
    end: int
    """The last line of what is broken."""
    where: str
    """Name of the function or class around it; empty at module level."""
    before: str
    after: str
    number: int
    """Which of the module's mutants it is; negative for one that changes nothing."""

    @property
    def key(self) -> str:
        """What names the mutant whatever the line: for the list of survivors."""
        return f"{self.path} | {self.where} | {self.before} -> {self.after}"


class Place(NamedTuple):
    """Where a node stands in the tree, so that another can take its place."""

    parent: ast.AST
    field: str
    at: int | None
    """Index in the field, where it is a list."""

    def put(self, node: ast.AST) -> None:
        """Put another node there."""
        if self.at is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.at] = node


def mutants_of(path: str, source: str) -> Iterator[Mutant]:
    """Every mutant of a module, outer nodes before inner ones."""
    for number, (_, node, where, (before, after)) in enumerate(_all_changes(ast.parse(source))):
        yield Mutant(path, node.lineno, node.end_lineno or node.lineno, where, _short(before), _short(after), number)


def break_module(source: str, mutant: Mutant) -> str:
    """The source of a module, broken."""
    tree = ast.parse(source)
    if mutant.number < 0:
        return ast.unparse(tree)
    place, _, _, (_, after) = next(islice(_all_changes(tree), mutant.number, None))
    place.put(after)
    return ast.unparse(ast.fix_missing_locations(tree))


def _all_changes(tree: ast.AST) -> Iterator[tuple[Place, ast.expr | ast.stmt, str, tuple[ast.AST, ast.AST]]]:
    for place, node, where in _walk(tree, ""):
        for change in _changes(node):
            yield place, node, where, change


def _walk(parent: ast.AST, where: str) -> Iterator[tuple[Place, ast.expr | ast.stmt, str]]:
    """Every node that can be broken, with its place and the name of what it stands in."""
    for field, value in ast.iter_fields(parent):
        # Annotations decide nothing at run time; what they say of packs is proved by the published schemas.
        if field in ("annotation", "returns", "type_params"):
            continue
        # What a class is declared with, such as frozen=True, is held for all records by one test of its own.
        if isinstance(parent, ast.ClassDef) and field == "keywords":
            continue
        for index, node in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(node, ast.AST) or _is_spared(node):
                continue
            inner = where
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                inner = f"{where}.{node.name}".lstrip(".")
            if isinstance(node, ast.expr | ast.stmt):
                yield Place(parent, field, index if isinstance(value, list) else None), node, inner
            yield from _walk(node, inner)


def _is_spared(node: ast.AST) -> bool:
    """Whether nothing in a node is worth breaking: what is there for type checkers and for the shell."""
    match node:
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.Call(func=ast.Name(id="TypeVar" | "assert_never" | "cast")):
            return True
        case ast.Subscript(value=ast.Name(id="Literal" | "Annotated")):
            return True
        case ast.Raise() | ast.JoinedStr():
            return True
    return False


def _changes(node: ast.expr | ast.stmt) -> Iterator[tuple[ast.AST, ast.AST]]:
    """What a node can become: pairs of what is shown as before and what takes the node's place."""
    yield from _conditions(node)
    yield from _values(node)
    yield from _orders(node)


def _conditions(node: ast.expr | ast.stmt) -> Iterator[tuple[ast.AST, ast.AST]]:
    match node:
        case ast.Compare(ops=[op], left=left, comparators=[right]):
            yield node, ast.Compare(left, [COMPARISONS[type(op)]()], [right])
        case ast.Compare(ops=[first, *others], left=left, comparators=comparators):
            yield node, ast.Compare(left, [COMPARISONS[type(first)](), *others], comparators)
            last = COMPARISONS[type(others[-1])]()
            yield node, ast.Compare(left, [first, *others[:-1], last], comparators)
        case ast.BoolOp(op=op, values=values):
            yield node, ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield node, operand
        case ast.If(test=test, body=[only], orelse=[]) if isinstance(only, GUARDS):
            yield ast.If(test, [only], []), ast.Pass()
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield node, ast.IfExp(test, orelse, body)


def _values(node: ast.expr | ast.stmt) -> Iterator[tuple[ast.AST, ast.AST]]:
    match node:
        case ast.Constant(value=bool(value)):
            yield node, ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield node, ast.Constant(value + 1)
            yield node, ast.Constant(value - 1)
        case ast.BinOp(op=op, left=left, right=right) if type(op) in ARITHMETIC and not _is_text(left, right):
            yield node, ast.BinOp(left, ARITHMETIC[type(op)](), right)
        case ast.AugAssign(op=ast.Add() | ast.Sub() as op, target=target, value=value) if not _is_text(value):
            yield node, ast.AugAssign(target, ARITHMETIC[type(op)](), value)


def _orders(node: ast.expr | ast.stmt) -> Iterator[tuple[ast.AST, ast.AST]]:
    match node:
        case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords) if name in CALLS:
            yield node, ast.Call(ast.Name(CALLS[name]), args, keywords)
        case ast.Call(func=ast.Name(id="sorted"), args=args, keywords=keywords):
            yield node, ast.Call(node.func, args, _turned(keywords))
        case ast.Slice(lower=lower, upper=upper, step=step) if lower is not None or upper is not None:
            yield node, ast.Slice(None, upper, step) if lower is not None else ast.Slice(lower, None, step)


def _is_text(*nodes: ast.expr) -> bool:
    """Whether one of some operands is plainly no number: then another operator only raises, which proves nothing."""
    return any(
        isinstance(node, ast.JoinedStr | ast.List | ast.Tuple | ast.ListComp)
        or (isinstance(node, ast.Constant) and isinstance(node.value, str | bytes))
        for node in nodes
    )


def _turned(keywords: list[ast.keyword]) -> list[ast.keyword]:
    """The keywords of a sort in the opposite order."""
    others = [keyword for keyword in keywords if keyword.arg != "reverse"]
    return others if len(others) < len(keywords) else [*others, ast.keyword("reverse", ast.Constant(True))]


def _short(node: ast.AST) -> str:
    """A node on one line."""
    return " ".join(ast.unparse(node).split())
