"""What is wrong with a pack that travels as one file, in words for who opens it. Each follows "cannot be read:"."""


def describe_damaged_zip(why: str) -> str:
    """Bytes that are no zip, or no whole one."""
    return f"this is no pack, or a damaged one ({why}); a pack is a folder, or a file that carriages pack wrote"


def describe_too_many_files(found: int, most: int) -> str:
    """A zip with more files than a pack may have."""
    return f"it holds {found:,} files; a pack may have {most:,}"


def describe_too_many_bytes(most: int) -> str:
    """A zip that unpacks to more than a pack may have."""
    return f"unpacked it is larger than {most // 1_000_000} MB, which is the most a pack may be"


def describe_large_file(name: str, most: int) -> str:
    """One file that is larger than any file of a pack."""
    return f"{name!r} in it is larger than {most // (1024 * 1024)} MB, which is the most a file of a pack may be"


def describe_absolute_name(name: str) -> str:
    """A name that begins at the root of a disk."""
    return f"it holds {name!r}, a path that begins at the root of a disk; nothing of it was used"


def describe_name_upwards(name: str) -> str:
    """A name that leads out of the pack."""
    return f"it holds {name!r}, a path that leads out of the pack; nothing of it was used"


def describe_foreign_name(name: str) -> str:
    """A name that no file of a pack has."""
    return f"it holds {name!r}, which is no file of a pack; make the file with carriages pack"


def describe_doubled_name(name: str, other: str) -> str:
    """Two files whose names are one on some system."""
    return f"it holds {name!r} twice" if name == other else f"it holds {name!r} and {other!r}: on some systems one name"


def describe_special_file(name: str, *, is_link: bool) -> str:
    """An entry that is no plain file."""
    return f"{name!r} in it is {'a link' if is_link else 'no plain file'}; nothing of it was used"


def describe_encrypted_file(name: str) -> str:
    """A file that needs a password."""
    return f"{name!r} in it needs a password; a pack has none"


def describe_compression(name: str) -> str:
    """A file that was packed by a method that not every Python knows."""
    return f"{name!r} in it is packed by a method that packs do not use; make the file with carriages pack"


def describe_missing_head(name: str) -> str:
    """A zip that does not say what it is."""
    return f"it holds no {name}, so carriages pack did not write it"


def describe_bad_head(name: str, why: str) -> str:
    """A zip that says of itself what makes no sense."""
    return f"{name} in it does not say what the pack is: {why}"


def describe_later_format(found: int, known: int) -> str:
    """A file of a later version of the game."""
    return f"it is of format {found}, and this version of the game knows format {known}; a newer version reads it"


def describe_later_engine(engine: str, ours: str) -> str:
    """A file that cannot be used and was written by a later version of the game."""
    return (
        f"version {engine} of the game wrote this pack, and this is version {ours}. What is told below may be known to "
        "the newer version: get that one before you change anything."
    )


def describe_wrong_digest() -> str:
    """Files that are not those that were packed."""
    return "its files are not those that were packed: it was changed or damaged on its way"


def describe_other_id(head: str, tour: str) -> str:
    """A file that calls itself otherwise than its tour does."""
    return f"it calls itself {head!r}, and its tour {tour!r}; make the file with carriages pack"
