"""The run of mutants: what it breaks, and what it leaves whole."""

import ast

import pytest

from benchmarks.mutants.operators import break_module, mutants_of


def changes(source: str) -> set[str]:
    return {f"{mutant.before} -> {mutant.after}" for mutant in mutants_of("game/any.py", source)}


@pytest.mark.parametrize(
    ("source", "change"),
    [
        ("a < b", "a < b -> a <= b"),
        ("a in b", "a in b -> a not in b"),
        ("a < b <= c", "a < b <= c -> a < b < c"),
        ("a and b", "a and b -> a or b"),
        ("not a", "not a -> a"),
        ("LIMIT = 10", "10 -> 9"),
        ("LIMIT = 10", "10 -> 11"),
        ("def f(*, is_on=True): ...", "True -> False"),
        ("min(a, b)", "min(a, b) -> max(a, b)"),
        ("sorted(a, key=k)", "sorted(a, key=k) -> sorted(a, key=k, reverse=True)"),
        ("sorted(a, reverse=True)", "sorted(a, reverse=True) -> sorted(a)"),
        ("a[1:]", "1: -> :"),
        ("a + b", "a + b -> a - b"),
        ("a += 1", "a += 1 -> a -= 1"),
        ("x = a if b else c", "a if b else c -> c if b else a"),
        ("def f():\n    if a:\n        return 1\n    return 2", "if a: return 1 -> pass"),
    ],
)
def test_each_operator_breaks_what_it_is_for(source: str, change: str) -> None:
    assert change in changes(source)


@pytest.mark.parametrize(
    "source",
    [
        "x: Annotated[int, Meta(ge=1)]",
        "if TYPE_CHECKING:\n    a = 1",
        "'text' + a",
        "f'{a:>5}'",
        "raise ValueError(1)",
        "Level = Literal[1, 2, 3]",
        "class Record(Struct, frozen=True): ...",
        "'a docstring of 3 words'",
    ],
)
def test_what_no_test_could_notice_is_left_whole(source: str) -> None:
    assert changes(source) == set()


def test_each_mutant_of_a_module_differs_from_it_and_from_all_others() -> None:
    source = "def f(a, b=2):\n    if a < 1 or not b:\n        return 3\n    return sorted(a)[1:b]\n"
    mutants = list(mutants_of("game/any.py", source))
    broken = {break_module(source, mutant) for mutant in mutants}
    assert len(broken) == len(mutants) > 8
    assert ast.unparse(ast.parse(source)) not in broken
    assert break_module(source, mutants[0]._replace(number=-1)) == ast.unparse(ast.parse(source))
