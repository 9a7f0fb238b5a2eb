"""``carriages settings``: show the settings, or change one of them before anything is drawn."""

import sys
from argparse import ArgumentParser, Namespace

from game.app.typed_settings import change_setting, find_setting, render_settings
from game.commandline.exit_status import OK, USAGE
from game.commandline.output import print_lines
from game.core.paths import data_folder
from game.prose import setting_notices as messages
from game.store.settings import CHOICES


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument("name", nargs="?", metavar="NAME", help=f"one of: {', '.join(CHOICES)}")
    command.add_argument("value", nargs="?", metavar="VALUE", help="its new value (default: show the settings)")


def run(options: Namespace) -> int:
    """Show the settings, or change one."""
    if options.name is None:
        print_lines(render_settings(data_folder()), options)
        return OK
    found = find_setting(f"{options.name} {options.value}")
    if found is None:
        print(messages.describe_unknown(options.name, options.value, CHOICES), file=sys.stderr)
        return USAGE
    print_lines(change_setting(data_folder(), *found), options)
    return OK
