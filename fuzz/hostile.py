"""Values that nobody means, for fields, names and lines."""

from random import Random
from typing import Any

TEXTS = (
    "", " ", "\0", "\n", "\x1b[31mred\x1b[0m", "\x1b]52;c;ZXZpbA==\x07", "\x9b2J", "\u202egnp.exe", "\u2066", "\ufeff",
    "../../../X", "..", ".", "a/b", "a\\b", "con", "nul.txt", "-", "--", "-x", "%s%n", "{0}", "${HOME}", "=1+1", "@SUM(1)",
    "+cmd|' /C calc'!A0", "'; drop table attempts; --", "<script>alert(1)</script>", "&amp;", "]]>", "[b]x[/b]", "[link='x']",
    "\N{COMBINING ACUTE ACCENT}", "Zoe\N{COMBINING ACUTE ACCENT}", "ﷺ", "👩‍👩‍👧‍👦", "𠀀" * 80, "İ", "ß", "null", "true", "NaN",
    "1e999", "9" * 400, "-1", "٣", "2026-02-30", "2026-11-27T10:00:00", "0001-01-01T00:00:00+00:00",
    "9999-12-31T23:59:59+00:00", "x" * 5_000, "a b " * 2_000, "\t", "~", "~{}", "#", "}", "::", "//",
)  # fmt: skip
"""Texts that have done harm somewhere."""

VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, -(2**63) - 1, 10**30, 1e308, -0.0, 0.1, [], {}, [[]], [None], {"": {}},
    {"a": {"b": [1]}}, [1] * 500, ["x"] * 500, {"seal": "0" * 16}, *TEXTS,
)  # fmt: skip


def spoil_value(value: Any, chance: Random) -> Any:
    """Some JSON value with one part of it replaced, doubled or taken out."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        return _spoil_object(value, chance)
    if isinstance(value, list) and value and chance.random() < 0.8:
        place = chance.randrange(len(value))
        middle = chance.choice(([], [value[place]] * 2, *[[spoil_value(value[place], chance)]] * 6))
        return [*value[:place], *middle, *value[place + 1 :]]
    return chance.choice(VALUES)


def _spoil_object(value: dict[str, Any], chance: Random) -> dict[str, Any]:
    key = chance.choice(sorted(value))
    kind = chance.randrange(8)
    if kind == 0:
        return {name: each for name, each in value.items() if name != key}
    return value | {chance.choice(TEXTS) if kind == 1 else key: spoil_value(value[key], chance)}
