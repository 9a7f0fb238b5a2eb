"""The examples of the rules of lint as a page of documentation: what a rule finds, what it does not."""

from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from msgspec import NODEFAULT, to_builtins
from msgspec.structs import fields

from game.pack.kinds import Item
from game.prose.lint_rules import RULE_TEXTS
from game.quiz.lint import RULES
from game.quiz.lint.findings import Rule
from tests import key_examples, lint_examples

HIDDEN = ("id", "feedback")
"""Fields that an example shows only where they make the difference."""

MAX_ITEMS_SHOWN = 5
"""Of more items than this, which are all alike, the first is shown."""

WIDTH = 110
"""Columns of an example."""


def describe_rules() -> str:
    """Every rule in its order, each with a bad and a good example."""
    examples = map_examples()
    return "\n".join(line for rule in RULES for line in _describe_rule(rule, *examples[rule])) + "\n"


def map_examples() -> dict[Rule, tuple[str, str]]:
    """Rule -> the bad and the good example as Markdown; of several examples, the first."""
    items: dict[Rule, tuple[Sequence[Item], Sequence[Item]]] = {}
    for rule, bad, good in lint_examples.CASES:
        items.setdefault(rule, ([bad], [good]))
    for rule, bads, goods in lint_examples.BANKS:
        items.setdefault(rule, (bads, goods))
    for rule, _, bad, good in key_examples.CASES:
        items.setdefault(rule, ([bad], [good]))
    items["Q-FORM"] = key_examples.FORMS
    return {rule: write_pair(*pair) for rule, pair in items.items()} | lint_examples.OTHERS


def _describe_rule(rule: Rule, bad: str, good: str) -> Iterator[str]:
    yield from (f"## {rule}", "", RULE_TEXTS[rule], "", "Bad:", "", bad, "", "Good:", "", good, "")


def write_pair(bad: Sequence[Item], good: Sequence[Item]) -> tuple[str, str]:
    """A bad and a good example, with the fields in which they differ and those that every example shows."""
    first, second = to_builtins(bad[0]), to_builtins(good[0])
    hidden = [name for name in HIDDEN if len(bad) > 1 or first[name] == second[name]]
    return _write_items(bad, hidden), _write_items(good, hidden)


def _write_items(items: Sequence[Item], hidden: Sequence[str]) -> str:
    shown = items if len(items) <= MAX_ITEMS_SHOWN else items[:1]
    records = [_make_record(item, hidden) for item in shown]
    text = yaml.safe_dump(records, default_flow_style=None, allow_unicode=True, sort_keys=False, width=WIDTH)
    more = f"# and {len(items) - len(shown)} more like this\n" if len(shown) < len(items) else ""
    return f"```yaml\n{text}{more}```"


def _make_record(item: Item, hidden: Sequence[str]) -> dict[str, Any]:
    """The fields of an item that an author would write for this example."""
    # A field with a default factory has no plain default: it is shown unless it is empty.
    defaults = {field.name: field.default for field in fields(item) if field.default is not NODEFAULT}
    written = {
        name: _omit_reasons(value)
        for name, value in to_builtins(item).items()
        if name not in hidden and (name not in defaults or getattr(item, name, None) != defaults[name])
    }
    return {"kind": written.pop("kind"), **written}


def _omit_reasons(value: Any) -> Any:
    """A value without what is said of wrong options."""
    if isinstance(value, dict):
        return {name: _omit_reasons(part) for name, part in value.items() if name != "because"}
    return [_omit_reasons(part) for part in value] if isinstance(value, list | tuple) else value
