"""Reads zip files of others: only names inside of them, and never more bytes than the limits, whatever they say.

Nothing is unpacked to the disk. A file that is not asked for is never unpacked at all.
"""

import io
import zipfile

from game.core.zips import ZIP_DAMAGE, count_entries, is_absolute, is_locked, leads_up, read_entry
from game.exchange.xml_reading import find_refusal
from game.prose import archive_problems as problems

MAX_ENTRIES = 50_000
"""Files in a zip: a package of 10,000 questions has about as many."""
MAX_FILE_BYTES = 100_000_000
"""Of one file, unpacked."""
MAX_UNPACKED_BYTES = 300_000_000
"""Of all files that are read, unpacked."""

_DAMAGE = (*ZIP_DAMAGE, KeyError, OverflowError)


class BadArchiveError(Exception):
    """A zip, or a file in one, that is not read; the message says why."""


class ForeignZip:
    """A zip file of somebody else."""

    def __init__(self, data: bytes) -> None:
        """Look at the list of files.

        Raises:
            BadArchiveError: It is no zip, or one that is refused.
        """
        if count_entries(data) > MAX_ENTRIES:
            raise BadArchiveError(problems.describe_many_files(MAX_ENTRIES))
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as bad:
            raise BadArchiveError(problems.describe_no_zip(str(bad))) from bad
        self._entries = {entry.filename: entry for entry in self._archive.infolist() if not entry.is_dir()}
        self._left = MAX_UNPACKED_BYTES
        for entry in self._entries.values():
            if is_absolute(entry.orig_filename) or leads_up(entry.orig_filename):
                raise BadArchiveError(problems.describe_outside(entry.orig_filename))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, in its order."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of a file.

        Raises:
            BadArchiveError: It is not there, is damaged, needs a password, or is too large.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise BadArchiveError(problems.describe_missing_file(name))
        if is_locked(entry):
            raise BadArchiveError(problems.describe_password(name))
        limit = min(self._left, MAX_FILE_BYTES)
        try:
            unpacked = read_entry(self._archive, entry, limit)
        except _DAMAGE as bad:
            raise BadArchiveError(problems.describe_damaged_file(name, str(bad))) from bad
        if len(unpacked) > limit:
            raise BadArchiveError(problems.describe_large_file(name, limit))
        self._left -= len(unpacked)
        return unpacked

    def count_bytes(self) -> int:
        """The bytes of all files, unpacked, as the zip states them; no file gives more than it states."""
        return sum(entry.file_size for entry in self._entries.values())


def check_spreadsheet(data: bytes) -> None:
    """Look at the parts of a spreadsheet before another reader gets it, which unpacks whatever it finds.

    Raises:
        BadArchiveError: It is no zip, is too large unpacked, or holds XML that is refused.
    """
    package = ForeignZip(data)
    if package.count_bytes() > MAX_UNPACKED_BYTES:
        raise BadArchiveError(problems.describe_large_package(MAX_UNPACKED_BYTES))
    for name in package.names:
        if name.casefold().endswith((".xml", ".rels")) and (why := find_refusal(package.read(name))):
            raise BadArchiveError(f"{name}: {why}")
