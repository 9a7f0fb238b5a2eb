"""``carriages art``: print the picture of a room, or check all pictures."""

import sys
from argparse import ArgumentParser, Namespace
from typing import Literal

from game.art import Size, paint_picture, write_picture
from game.art.ansi import render_ansi
from game.art.art_files import DEFAULT_SHELL, ArtFolder, find_shells
from game.art.art_warnings import find_warnings
from game.art.scenes import Scene
from game.commandline.exit_status import OK, USAGE
from game.commandline.option_types import parse_whole
from game.commandline.shared_options import add_pack_option
from game.commandline.streams import write_trusted
from game.commandline.usage_error import fail
from game.content import open_pack
from game.content.pack_art import open_art
from game.core.paths import cache_folder, shipped
from game.prose import command_messages as messages
from game.prose.transliterate import transliterate


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument(
        "name", nargs="?", default="", metavar="NAME", help="name of the picture (default: all pictures)"
    )
    command.add_argument("--width", type=_parse_columns, default=82, metavar="N", help="width in columns (default 82)")
    command.add_argument(
        "--rows",
        type=_parse_rows,
        default=14,
        metavar="N",
        help="height in rows, at least 8 (default 14); from 20 rows on, pictures are drawn at twice the size",
    )
    command.add_argument("--colours", choices=["truecolor", "256", "ascii"], default="truecolor")
    command.add_argument("--hour", choices=["night", "dawn", "day", "dusk"], default="dusk")
    command.add_argument(
        "--check", action="store_true", help="check all sprites and scenes: print their faults, and what is doubtful"
    )
    add_pack_option(command, help="the pictures of the pack in this folder instead of those of the built-in one")


def _parse_columns(text: str) -> int:
    return parse_whole(text, 20, 400)


def _parse_rows(text: str) -> int:
    return parse_whole(text, 8, 28)


def run(options: Namespace) -> int:
    """Print a picture, or what is wrong with them all."""
    folder = options.pack or shipped("rooms")
    if not folder.exists():
        print(messages.render_no_pack_folder(folder), file=sys.stderr)
        return USAGE
    try:
        art = ArtFolder(open_art(folder))
    except OSError as bad:
        fail("art", messages.describe_unreadable(folder, bad.strerror))
    world, _ = open_pack(folder, cache_folder())
    if options.check:
        faults = art.find_faults() if world is None else art.find_pack_faults(world)
        doubts = [] if world is None or faults else find_warnings(art, world)
        print(*faults, *map(messages.render_art_warning, doubts), sep="\n", end="\n" if faults or doubts else "")
        print(messages.render_art_counts(len(art.sprites), len(art.names), len(faults)))
        return USAGE if faults else OK
    if options.name and options.name not in art.names:
        print(messages.render_unknown_scene(options.name, art.names), file=sys.stderr)
        return USAGE
    shells = find_shells(world) if world is not None else {}
    for name in [options.name] if options.name else art.names:
        _print_scene(art, art.scene(name, shells.get(name, DEFAULT_SHELL)), options)
    return OK


def _print_scene(art: ArtFolder, scene: Scene, options: Namespace) -> None:
    size = Size(options.width, options.rows)
    heading = f"{scene.name}: {scene.title}"
    if options.colours == "ascii":
        # All of it: packs write titles with curly apostrophes, and a terminal of ASCII shows each as three signs.
        print(*map(transliterate, (heading, *write_picture(scene, art.sprites, size))), sep="\n")
        return
    print(heading)
    depth: Literal["truecolour", "256"] = "256" if options.colours == "256" else "truecolour"
    picture = paint_picture(scene, art.sprites, size, options.hour, depth=depth)
    write_trusted(render_ansi(picture.pixels, is_256=depth == "256") + "\n")
