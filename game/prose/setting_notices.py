"""Sentences about the file of the settings."""


def describe_unreadable(why: str) -> str:
    """The settings cannot be read."""
    return f"Your settings cannot be read: {why}. The game uses the default settings; the file is not changed."


def describe_not_kept(why: str) -> str:
    """A change could not be written."""
    return f"This setting is valid until you leave; it could not be saved: {why}."


def describe_set_aside(name: str) -> str:
    """A damaged file was set aside."""
    return f"Your earlier settings could not be read. The file is now called {name}; new settings begin."
