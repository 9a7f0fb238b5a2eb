"""``carriages export site``: write the whole tour as pages of HTML into a folder."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.art.art_files import ArtFolder
from game.commandline.draft_refusal import refuse_drafts
from game.commandline.exit_status import OK
from game.commandline.output import print_problems
from game.commandline.usage_error import fail
from game.content import open_pack
from game.content.pack_art import open_art
from game.core.disk import is_folder, is_there, write_atomically
from game.core.paths import cache_folder, find_pack, shipped
from game.exports.site import render_site
from game.prose import command_messages, site_words

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable  # a folder, or a place inside a zip


def write_site(options: Namespace) -> int:
    """Write the site of a pack; into a folder that holds files only when that is wanted.

    Raises:
        UsageError: The pack holds drafts, or the folder is a file, holds files, or cannot be written.
    """
    pack = find_pack(options.paper) if options.paper else options.pack or shipped("rooms")
    world, problems = open_pack(pack, cache_folder())
    if world is None:
        return print_problems(problems, sys.stderr)
    refuse_drafts(world, "export")
    folder: Path = options.out or Path(f"{world.tour.id}-site")
    _refuse_folder(folder, is_forced=options.force)
    files = render_site(world, ArtFolder(_open_art(pack)))
    for name, data in files.items():
        path = folder / name
        try:
            write_atomically(path, data)
        except OSError as bad:
            fail("export", command_messages.describe_unwritable(path, bad.strerror or bad))
    pages = sum(name.endswith(".html") for name in files)
    print(site_words.render_site_written(folder, pages, sum(name.endswith(".png") for name in files)))
    if left := _list_left(folder, files):
        print(site_words.render_left_files(left), file=sys.stderr)
    return OK


def _open_art(pack: Path) -> "Traversable":
    try:
        return open_art(pack)
    except OSError as bad:
        fail("export", command_messages.describe_unreadable(pack, bad.strerror))


def _refuse_folder(folder: Path, *, is_forced: bool) -> None:
    if is_there(folder) and not is_folder(folder):
        fail("export", site_words.describe_file_for_folder(folder))
    if is_folder(folder) and any(folder.iterdir()) and not is_forced:
        fail("export", site_words.describe_filled_folder(folder))


def _list_left(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Files in the folder that were not written now, as pages of rooms that are gone."""
    there = (path for path in folder.rglob("*") if path.is_file())
    return sorted({path.relative_to(folder).as_posix() for path in there} - set(files))
