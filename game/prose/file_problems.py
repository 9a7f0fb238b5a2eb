"""What can be wrong with a file as a file, in words for an author or a teacher."""

from collections.abc import Sequence

from game.core.disk import Why


def describe_unreadable_file(why: str | None) -> str:
    """A file that the system does not give."""
    return f"cannot be read: {why}"


def describe_unread_file(name: str, folders: Sequence[str]) -> str:
    """A YAML file that is not part of the pack because of its name or its folder."""
    *above, file = name.split("/")
    stem, _, ending = file.rpartition(".")
    if ending != "yaml":
        return f"this file is not read: its name must end in .yaml; call it {stem}.yaml"
    known = " or ".join(f"{folder}/" for folder in folders)
    return f"this file is not read: a pack has files in its own folder and in {known}, and not in {'/'.join(above)}/"


def describe_missing_file() -> str:
    """A file that every pack has."""
    return "a pack needs this file, and it is not there"


def describe_deep_nesting() -> str:
    """A file nested so deep that reading it could exhaust the machine."""
    return "expected a few levels, found deep nesting"


def describe_encoding() -> str:
    """A file that is not UTF-8."""
    return "expected UTF-8 text; these bytes are not"


def describe_yaml_error(why: str | None) -> str:
    """A file that is not YAML."""
    return f"cannot be read as YAML: {why}"


def describe_unsafe_character(code: str, name: str) -> str:
    """A character that a terminal or a page would act on."""
    named = f" ({name.capitalize()})" if name else ""
    return f"expected text to be read, found the character {code}{named}, which a terminal or a page acts on"


def describe_cut_off_text(rest: str) -> str:
    """A text that YAML ends at a number sign."""
    return f"the text ends here, because YAML reads {rest!r} as a comment; put the whole text in quotes"


def describe_empty_file() -> str:
    """An empty file."""
    return "expected keys and values, found an empty file"


def describe_alias() -> str:
    """A YAML alias, or values nested too deep."""
    return "expected plain values; aliases and deep nesting are not allowed here"


def describe_repeated_key() -> str:
    """A key that occurs twice in one mapping."""
    return "this key stands here twice; the second would silently win"


def describe_id_taken(kind: str, found: str, where: str) -> str:
    """An id that another file declares."""
    return f"another {kind} is already called {found!r}, in {where}; ids are unique"


_UNUSABLE: dict[Why, str] = {
    "missing": "the file is not there",
    "not permitted": "you may not read this file; change its permissions, then run the command again",
    "not a file": "this is a folder or a device, and no file",
    "too large": "this file is too large",
    "damaged": "this file is damaged",
    "unreachable": "this file cannot be reached",
}


def describe_unusable_file(why: Why, detail: str) -> str:
    """A file that cannot be used, whatever it should hold."""
    return f"{_UNUSABLE[why]} ({detail})" if detail else _UNUSABLE[why]
