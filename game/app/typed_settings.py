"""Settings that are typed: SETTINGS PLAIN ON, THEME DAY. They take no turn, and no transcript holds them."""

from dataclasses import replace
from pathlib import Path

from game.prose.lines import Line
from game.prose.setting_notices import describe_not_kept, describe_set_aside, describe_setting, list_settings
from game.store.settings import CHOICES, keep_settings, load_settings
from game.store.shared_file import NotKept

OTHER_NAMES = {"colours": "theme", "colors": "theme", "colour": "theme", "color": "theme"}
OTHER_VALUES = {"on": "auto"}
"""Words for the usual value, where a setting does not have them."""

LIST_WORD = "settings"


def find_setting(line: str) -> tuple[str, str] | None:
    """The setting that a typed line changes, and its value: THEME DAY, SETTINGS PICTURE OFF.

    >>> find_setting("theme day"), find_setting("Settings picture on"), find_setting("day theme")
    (('theme', 'day'), ('picture', 'auto'), None)
    """
    words = line.casefold().split()
    words = words[1:] if words[:1] == ["settings"] else words
    if len(words) != 2:
        return None
    name = OTHER_NAMES.get(words[0], words[0])
    choices = CHOICES.get(name, ())
    value = words[1] if words[1] in choices else OTHER_VALUES.get(words[1], "")
    return (name, value) if value in choices else None


def is_list_wanted(line: str) -> bool:
    """Whether a line asks for all settings, where there is no screen for them."""
    return line.strip().casefold() == LIST_WORD


def render_settings(home: Path) -> tuple[Line, ...]:
    """All settings, their values, and which are possible."""
    told = list_settings(CHOICES, vars(load_settings(home).settings))
    return tuple(Line(each, "note", is_tight=True) for each in told)


def change_setting(home: Path, name: str, value: str) -> tuple[Line, ...]:
    """Keep a setting, and say so; for front ends that have no screen on which it could be seen.

    Args:
        home: The folder that settings are kept in.
        name: One of ``CHOICES``.
        value: One of its values.
    """
    before = load_settings(home).settings
    outcome = keep_settings(home, replace(before, **{name: value}), before)
    if isinstance(outcome, NotKept):
        return (Line(describe_not_kept(outcome.why), "refused"),)
    aside = [Line(describe_set_aside(outcome.aside), "note")] if outcome.aside else []
    return (*aside, Line(describe_setting(name, value), "note"))
