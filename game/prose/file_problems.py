"""What can be wrong with a file of a pack as a file, in words for its author."""


def describe_unreadable_file(why: str | None) -> str:
    """A file that the system does not give."""
    return f"cannot be read: {why}"


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


def describe_empty_file() -> str:
    """A file that holds nothing."""
    return "expected keys and values, found an empty file"


def describe_alias() -> str:
    """A YAML alias, or values nested too deep."""
    return "expected plain values; aliases and deep nesting are not allowed here"


def describe_repeated_key() -> str:
    """A key that stands twice in one mapping."""
    return "this key stands here twice; the second would silently win"


def describe_id_taken(kind: str, found: str, where: str) -> str:
    """An id that another file declares."""
    return f"another {kind} is already called {found!r}, in {where}; ids are unique"
