"""``carriages packs``: those installed. Its actions are in the folder ``packs``; without one, they are listed."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.commandline.command_table import PACKS_ACTIONS
from game.commandline.exit_status import DIFFERS, OK
from game.commandline.lazy_parser import add_commands
from game.content import open_pack
from game.content.tour_file import read_tour_file
from game.core.paths import cache_folder
from game.exchange.installed_packs import list_installed, name_installed
from game.prose import pack_messages as messages


def add_options(command: ArgumentParser) -> None:
    """Add the actions of the command."""
    add_commands(command, PACKS_ACTIONS, "action", help="actions (without one, the installed packs are listed)")


def run(options: Namespace) -> int:
    """Run the action that was typed, or list the packs."""
    if options.action is not None:
        return int(options.run_action(options))
    paths = list_installed()
    if not paths:
        print(messages.render_no_packs())
        return OK
    # A list, so that a pack that cannot be used does not keep the others from being listed.
    return max([_print_pack(path) for path in paths])


def _print_pack(path: Path) -> int:
    name = name_installed(path)
    world, problems = open_pack(path, cache_folder())
    if world is None:
        print(messages.render_unusable_pack(name, len(problems), str(problems[0])))
        return DIFFERS
    questions = sum(len(room.items) for room in world.rooms.values())
    languages = read_tour_file(path).head.languages
    print(messages.render_pack(name, world.tour.title, len(world.rooms), questions, languages))
    return OK
