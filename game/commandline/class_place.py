"""Where ``carriages class`` keeps a class: in a folder, or in a database that several servers share."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from game.commandline.exit_status import OK
from game.commandline.usage_error import fail
from game.core.disk import write_atomically
from game.core.paths import data_folder, file_stem
from game.prose import class_words as words
from game.prose import store_words

if TYPE_CHECKING:
    from game.web.stores.class_store import ClassStore

SCHEMES = ("postgresql", "postgres")


class ClassPlace(NamedTuple):
    """Where a class is kept."""

    folder: Path | None
    """None for a database."""
    address: str
    """Of the database; it may hold a password."""
    name: str
    """Of the class in the database."""

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.folder) if self.folder is not None else store_words.describe_class(self.name)

    @property
    def home(self) -> Path:
        """The folder on this machine for what belongs to it: exams that are marked, and tours of pupils."""
        return self.folder or data_folder() / "classes" / (file_stem(self.name) or "class")

    def open(self) -> "ClassStore":
        """Open it.

        Raises:
            OSError: It cannot be used.
        """
        if self.folder is not None:
            from game.web.stores.class_store import FolderStore

            return FolderStore(self.folder)
        from game.web.stores.postgres_store import PostgresStore

        return PostgresStore(self.address, self.name)

    def describe_kept(self, exam: Path) -> str:
        """Where the answers are, and how they are marked."""
        if self.folder is not None:
            return words.render_class_kept(self.folder / "attempts", exam)
        return store_words.render_class_stored(self.name, exam)


def add_store_options(command: ArgumentParser) -> None:
    """Add where a class is kept, and how it is taken out of there."""
    command.add_argument(
        "--store",
        type=parse_store,
        metavar="URL",
        help="keep the class in a database, postgresql://user@host/database, so that several servers can serve it",
    )
    command.add_argument(
        "--export",
        type=Path,
        metavar="DIR",
        help="write the attempts of a class into a folder, from which results are collected, and end",
    )


def check_store(options: Namespace) -> None:
    """Fail where a database is asked for and its driver is missing.

    Raises:
        UsageError: It is.
    """
    if options.store is not None and find_spec("asyncpg") is None:
        fail("class", store_words.NOT_INSTALLED)


def find_place(options: Namespace, exam: str) -> ClassPlace:
    """Where the class is kept that was asked for.

    Args:
        options: As typed.
        exam: The hash of its exam; empty where it has none yet.
    """
    default = exam[:12] or "class"
    if options.store is not None:
        return ClassPlace(None, options.store, str(options.folder or default))
    return ClassPlace(options.folder or data_folder() / "classes" / default, "", "")


def export_attempts(place: ClassPlace, folder: Path) -> int:
    """Write the attempts of a class into a folder.

    Raises:
        UsageError: They cannot be read, or not be written.
    """
    count = 0
    try:
        store = place.open()
        try:
            for name, data in store.shelf.read_files():
                write_atomically(folder / name, data)
                count += 1
        finally:
            store.close()
    except OSError as bad:
        where = f"{bad.filename}: " if bad.filename else ""
        fail("class", f"{where}{bad.strerror or bad}")
    print(store_words.describe_exported(count, folder))
    return OK


def parse_store(typed: str) -> str:
    """The address of a database. A message never repeats it, for it may hold a password."""
    try:
        found = urlsplit(typed)
        is_database = found.scheme in SCHEMES and (found.port is None or found.port > 0)
    except ValueError:
        is_database = False
    if not is_database:
        raise ArgumentTypeError(store_words.BAD_ADDRESS)
    return typed
