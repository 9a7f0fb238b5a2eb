"""A folder that is nowhere on a disk: the files of a pack that was read from one file."""

import io
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any, BinaryIO


class MemoryFolder(Traversable):
    """A folder, or a file in it, by what all of its files are called."""

    def __init__(self, root: str, files: Mapping[str, bytes], inside: str = "") -> None:
        """Name a place.

        Args:
            root: What is printed before the path.
            files: Path inside the root -> bytes.
            inside: The path of this place; empty for the root.
        """
        self._root = root
        self._files = files
        self._inside = inside

    def __str__(self) -> str:
        return f"{self._root}/{self._inside}" if self._inside else self._root

    @property
    def name(self) -> str:
        """The last part of its path."""
        return str(self).rpartition("/")[2]

    def iterdir(self) -> Iterator["MemoryFolder"]:
        """What lies in the folder, in order."""
        start = f"{self._inside}/" if self._inside else ""
        inner = {name.removeprefix(start).partition("/")[0] for name in self._files if name.startswith(start)}
        return (self.joinpath(each) for each in sorted(inner))

    def joinpath(self, *descendants: str) -> "MemoryFolder":  # type: ignore[override]  # Traversable takes any path
        """The place of that path in this one."""
        return MemoryFolder(self._root, self._files, "/".join(filter(None, (self._inside, *descendants))))

    def is_file(self) -> bool:
        """Whether it is a file."""
        return self._inside in self._files

    def is_dir(self) -> bool:
        """Whether it is a folder with something in it, or the root."""
        return not self._inside or any(name.startswith(f"{self._inside}/") for name in self._files)

    def open(self, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        """The file, to be read.

        Raises:
            FileNotFoundError: It is none.
        """
        file: BinaryIO = io.BytesIO(self.read_bytes())
        return file if "b" in mode else io.TextIOWrapper(file, *args, **kwargs)

    def read_text(self, encoding: str | None = None, errors: str | None = None) -> str:
        """The text of the file.

        Raises:
            FileNotFoundError: It is none.
        """
        return self.read_bytes().decode(encoding or "utf-8", errors or "strict")

    def read_bytes(self) -> bytes:
        """The bytes of the file.

        Raises:
            FileNotFoundError: It is none.
        """
        if not self.is_file():
            raise FileNotFoundError(str(self))
        return self._files[self._inside]
