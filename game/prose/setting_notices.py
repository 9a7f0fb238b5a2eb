"""Sentences about the settings, and about their file."""

from collections.abc import Iterator, Mapping, Sequence


def describe_unreadable(why: str) -> str:
    """The settings cannot be read."""
    return f"Your settings cannot be read: {why}. The game uses the default settings; the file is not changed."


def describe_not_kept(why: str) -> str:
    """A change could not be written."""
    return f"This setting is valid until you leave; it could not be saved: {why}."


def describe_set_aside(name: str) -> str:
    """A damaged file was set aside."""
    return f"Your earlier settings could not be read. The file is now called {name}; new settings begin."


def describe_setting(name: str, value: str) -> str:
    """A setting was changed by a typed line.

    >>> describe_setting("theme", "day"), describe_setting("notices", "off")
    ('Theme is now day.', 'Notices are now off.')
    """
    told = f"{_name_with_verb(name)} now {value}."
    if name != "plain":
        return told
    if value == "on":
        return f"{told} From the next start on you play in lines of text. SETTINGS PLAIN OFF ends this."
    return f"{told} From the next start on you play on the whole screen."


def _name_with_verb(name: str) -> str:
    return f"{name.capitalize()} {'are' if name.endswith('s') else 'is'}"


def list_settings(choices: Mapping[str, Sequence[str]], chosen: Mapping[str, str]) -> Iterator[str]:
    """All settings for a front end without a screen, one a line.

    >>> list(list_settings({"motion": ("on", "off")}, {"motion": "on"}))[0]
    'Motion is on. Possible: on, off.'
    """
    for name, values in choices.items():
        yield f"{_name_with_verb(name)} {chosen[name]}. Possible: {', '.join(values)}."
    yield "Type SETTINGS, a name and a value, such as SETTINGS PLAIN OFF."


def describe_unknown(name: str, value: str | None, choices: Mapping[str, Sequence[str]]) -> str:
    """A setting or its value does not exist.

    >>> describe_unknown("motion", "fast", {"motion": ("on", "off")})
    'carriages settings: motion can be on or off.'
    """
    if name not in choices:
        return f"carriages settings: there is no setting of this name. There are: {', '.join(choices)}."
    *first, last = choices[name]
    return f"carriages settings: {name} can be {', '.join(first)} or {last}."
