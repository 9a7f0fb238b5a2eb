"""What every reader of zip files of others looks at: how many files, where names lead, how much they unpack to.

A reader has its own limits and its own words for what it refuses.
"""

import re
import zlib
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

_ENTRY = b"PK\1\2"
"""What every entry of the list at the end of a zip begins with."""

_ENCRYPTED = 1
"""The flag of an entry that needs a password."""

ZIP_DAMAGE = (BadZipFile, LargeZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)
"""What reading a zip raises when its bytes make no sense."""


def count_entries(data: bytes) -> int:
    """The entries of a zip, counted in its bytes: to list a million of them would take seconds and half a gigabyte."""
    return data.count(_ENTRY)


def is_locked(entry: ZipInfo) -> bool:
    """Whether an entry needs a password."""
    return bool(entry.flag_bits & _ENCRYPTED)


def is_absolute(name: str) -> bool:
    r"""Whether a name begins at the root of a disk, on any system.

    >>> is_absolute("/etc"), is_absolute("C:x"), is_absolute("a/b")
    (True, True, False)
    """
    return name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name) is not None


def leads_up(name: str) -> bool:
    r"""Whether a name leads to a folder above.

    >>> leads_up("a/../../b"), leads_up("a\\..\\b"), leads_up("a..b")
    (True, True, False)
    """
    return ".." in re.split(r"[/\\]", name)


def read_entry(archive: ZipFile, entry: ZipInfo, limit: int) -> bytes:
    """The bytes of an entry; of one that is larger than the limit, one byte more than the limit.

    A size that the zip states wrongly is so seen, and costs no memory.
    """
    with archive.open(entry) as file:
        return file.read(limit + 1)
