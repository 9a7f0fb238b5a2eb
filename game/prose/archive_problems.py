"""Why a package of another program is not read, in words."""


def describe_no_zip(why: str) -> str:
    """Bytes that are no zip."""
    return f"this is no zip file that can be read ({why})"


def describe_many_files(limit: int) -> str:
    """A zip with too many files."""
    return f"it holds more than {limit:,} files"


def describe_outside(name: str) -> str:
    """A file whose name leads out of the package."""
    return f"it holds a file named {name!r}, which leads out of the package; nothing of it is read"


def describe_missing_file(name: str) -> str:
    """A file that is named and not there."""
    return f"the package holds no file {name!r}"


def describe_password(name: str) -> str:
    """A file that needs a password."""
    return f"{name!r} is locked by a password"


def describe_damaged_file(name: str, why: str) -> str:
    """A file whose bytes make no sense."""
    return f"{name!r} is damaged ({why})"


def describe_large_file(name: str, limit: int) -> str:
    """A file that is larger than what is read."""
    return f"{name!r} has more than {limit:,} bytes when it is unpacked, and is not read"


def describe_large_package(limit: int) -> str:
    """A package that is larger than what is read."""
    return f"it has more than {limit:,} bytes when it is unpacked, and is not read"
