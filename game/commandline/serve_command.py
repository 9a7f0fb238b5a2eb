"""``carriages serve``: the tour in a browser, for this machine or for others in its network."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import suppress
from errno import EADDRINUSE
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from game.commandline.exit_status import OK
from game.commandline.guard import write_trace
from game.commandline.output import print_problems
from game.commandline.shared_options import add_pack_option
from game.commandline.usage_error import fail
from game.core.disk import is_folder
from game.core.paths import cache_folder, data_folder, shipped
from game.prose import serve_messages as messages
from game.prose.command_messages import describe_unwritable
from game.store.ownership import Ownership

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable  # a folder, or a place inside a zip

    from game.pack.world import World
    from game.web.own_address import OwnAddress

DEFAULT_PORT = 8021
MAX_PORT = 65535


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument(
        "--port",
        type=_parse_port,
        default=DEFAULT_PORT,
        metavar="N",
        help=f"the port to answer at (default {DEFAULT_PORT}; 0 takes any free one)",
    )
    command.add_argument("--lan", action="store_true", help="let other machines of the same network play, too")
    command.add_argument(
        "--behind-proxy",
        type=_parse_proxy,
        metavar="URL",
        help="the address under which a proxy on this machine serves the tour, such as https://tour.example.org",
    )
    add_pack_option(command)


def run(options: Namespace) -> int:
    """Serve the tour until the process is told to end.

    Raises:
        UsageError: It cannot be served as typed, or on this machine.
    """
    if find_spec("aiohttp") is None:
        fail("serve", messages.NOT_INSTALLED)
    if options.lan and options.behind_proxy:
        fail("serve", messages.PROXY_ON_THIS_MACHINE)
    from game.content import open_pack
    from game.content.pack_art import open_art

    pack = options.pack or shipped("rooms")
    world, problems = open_pack(pack, cache_folder())
    if world is None:
        return print_problems(problems, sys.stderr)
    return _serve(options, world, open_art(pack))


def _serve(options: Namespace, world: "World", art: "Traversable") -> int:
    import asyncio

    from game.web.own_address import OwnAddress
    from game.web.server import ServedTour, TourServer, serve_until_told

    folder = data_folder() / "served"
    lock = Ownership(folder)
    try:
        if lock.claim() is not None:
            fail("serve", messages.describe_other_server(folder))
    except OSError as bad:
        fail("serve", describe_unwritable(folder, bad.strerror or bad))
    address = OwnAddress(options.port, options.lan, options.behind_proxy or "")
    server = TourServer(ServedTour(world, art, folder / "tours"), address, write_trace)
    try:
        with suppress(KeyboardInterrupt):
            asyncio.run(serve_until_told(server, lambda found: _tell_ready(found, folder)))
    except OSError as bad:
        taken = bad.errno == EADDRINUSE
        why = bad.strerror or str(bad)
        fail(
            "serve",
            messages.describe_taken_port(options.port) if taken else messages.describe_unusable_port(options.port, why),
        )
    finally:
        lock.release()
    print(messages.render_ended())
    return OK


def _tell_ready(address: "OwnAddress", folder: Path) -> None:
    from game.web.own_address import find_network_address

    tours = folder / "tours"
    kept = sum(1 for _ in tours.iterdir()) if is_folder(tours) else 0
    print(messages.render_ready(address.url, folder, kept))
    if address.public:
        print(messages.render_for_proxy(address.public, address.port))
    elif address.is_lan:
        number = find_network_address()
        print(messages.render_for_network(f"http://{number}:{address.port}/" if number else ""))
    else:
        print(messages.render_for_this_machine())
    sys.stdout.flush()


def _parse_port(typed: str) -> int:
    if typed.isascii() and typed.isdecimal() and len(typed) <= 5 and int(typed) <= MAX_PORT:
        return int(typed)
    raise ArgumentTypeError(messages.describe_bad_port(typed))


def _parse_proxy(typed: str) -> str:
    try:
        found = urlsplit(typed)
        is_site = found.scheme in ("http", "https") and bool(found.hostname) and "@" not in found.netloc
        # The port is read only when it is asked for, and raises if it is none.
        is_site = is_site and (found.port is None or found.port > 0)
    except ValueError:
        is_site = False
    if not is_site or found.path not in ("", "/") or found.query or found.fragment:
        raise ArgumentTypeError(messages.describe_bad_proxy(typed))
    return f"{found.scheme}://{found.netloc.lower()}"
