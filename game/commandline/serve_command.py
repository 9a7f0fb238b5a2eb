"""``carriages serve``: the tour in a browser, for this machine or for others in its network."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.commandline.exit_status import OK
from game.commandline.output import print_problems
from game.commandline.serving import add_serving_options, check_serving, describe_reach, find_shared_url, run_server
from game.commandline.shared_options import add_pack_option
from game.core.disk import is_folder
from game.core.paths import cache_folder, data_folder, shipped
from game.prose import serve_messages as messages

if TYPE_CHECKING:
    from game.web.serving.own_address import OwnAddress
    from game.web.serving.server import Served


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    add_serving_options(command)
    add_pack_option(command)


def run(options: Namespace) -> int:
    """Serve the tour until the process is told to end.

    Raises:
        UsageError: It cannot be served as typed, or on this machine.
    """
    check_serving(options, "serve")
    from game.content import open_pack
    from game.content.pack_art import open_art

    pack = options.pack or shipped("rooms")
    world, problems = open_pack(pack, cache_folder())
    if world is None:
        return print_problems(problems, sys.stderr)
    folder = data_folder() / "served"

    def open_served() -> "Served":
        from game.web.tours.tour_service import serve_tour

        return serve_tour(world, open_art(pack), folder / "tours")

    run_server(options, "serve", folder, open_served, lambda address: _tell_ready(address, folder))
    print(messages.render_ended())
    return OK


def _tell_ready(address: "OwnAddress", folder: Path) -> None:
    tours = folder / "tours"
    kept = sum(1 for _ in tours.iterdir()) if is_folder(tours) else 0
    print(messages.render_ready(find_shared_url(address), folder, kept))
    print(describe_reach(address), flush=True)
