"""Sentences about the file of the settings."""


def describe_unreadable(why: str) -> str:
    """The settings cannot be read."""
    return f"Your settings cannot be read: {why}. The game looks as it does at first; the file is left as it is."


def describe_not_kept(why: str) -> str:
    """A change could not be written."""
    return f"This setting holds until you leave; it could not be kept: {why}."


def describe_set_aside(name: str) -> str:
    """A damaged file was set aside."""
    return f"Your earlier settings could not be read. They are kept aside as {name}; new ones begin."
