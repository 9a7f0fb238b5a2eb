"""What commands share that serve pages: options, the folder that one server has alone, and running until the end."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from contextlib import suppress
from errno import EADDRINUSE
from importlib.util import find_spec
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from game.commandline.guard import write_trace
from game.commandline.usage_error import fail
from game.core.disk import make_folder
from game.prose import serve_messages as messages
from game.prose.command_messages import describe_unwritable
from game.store.ownership import Ownership

if TYPE_CHECKING:
    from game.web.serving.own_address import OwnAddress
    from game.web.serving.server import Served

DEFAULT_PORT = 8021
MAX_PORT = 65535


def add_serving_options(command: ArgumentParser) -> None:
    """Add where a server answers, and whom."""
    command.add_argument(
        "--port",
        type=parse_port,
        default=DEFAULT_PORT,
        metavar="N",
        help=f"the port to answer at (default {DEFAULT_PORT}; 0 takes any free one)",
    )
    command.add_argument("--lan", action="store_true", help="let other machines of the same network in")
    command.add_argument(
        "--behind-proxy",
        type=parse_proxy,
        metavar="URL",
        help="the address under which a proxy serves it, such as https://tour.example.org",
    )
    command.add_argument(
        "--proxy",
        type=parse_network,
        action="append",
        metavar="ADDR",
        help="with --behind-proxy: the number of the machine, or of the network, from which the proxy asks "
        "(default: this machine); may be given again",
    )


def check_serving(options: Namespace, command: str) -> None:
    """Fail where pages cannot be served as typed.

    Raises:
        UsageError: The part for browsers is missing, or options contradict each other.
    """
    if find_spec("aiohttp") is None:
        fail(command, messages.NOT_INSTALLED)
    if options.proxy and not options.behind_proxy:
        fail(command, messages.PROXY_WITHOUT_ADDRESS)
    if options.lan and options.behind_proxy and not options.proxy:
        fail(command, messages.PROXY_ON_THIS_MACHINE)


def run_server(
    options: Namespace,
    command: str,
    folder: Path | None,
    open_served: "Callable[[], Served]",
    tell: "Callable[[OwnAddress], None]",
) -> None:
    """Serve until the process is told to end.

    Args:
        options: As typed.
        command: The name of the command, for messages.
        folder: Where all of it is kept, which one server has alone; None where it is kept in no folder.
        open_served: Opens what is served, once the folder is had.
        tell: Told the address once it answers.

    Raises:
        UsageError: The folder or the port cannot be had.
    """
    import asyncio

    from game.web.serving.own_address import THIS_MACHINE, OwnAddress
    from game.web.serving.server import WebServer, serve_until_told

    lock = Ownership(folder) if folder is not None else None
    try:
        if folder is not None:
            # It holds the answers of a class, or the tours of visitors.
            make_folder(folder, is_private=True)
        if lock is not None and lock.claim() is not None:
            fail(command, messages.describe_other_server(folder))
        served = open_served()
    except OSError as bad:
        why = bad.strerror or str(bad)
        fail(command, why if folder is None else describe_unwritable(folder, why))
    proxies = tuple(options.proxy or THIS_MACHINE)
    address = OwnAddress(options.port, options.lan, options.behind_proxy or "", proxies)

    async def serve() -> None:
        await serve_until_told(WebServer(served, address, write_trace), tell)

    try:
        with suppress(KeyboardInterrupt):
            asyncio.run(serve())
    except OSError as bad:
        taken, why = bad.errno == EADDRINUSE, bad.strerror or str(bad)
        port = options.port
        fail(command, messages.describe_taken_port(port) if taken else messages.describe_unusable_port(port, why))
    finally:
        if lock is not None:
            lock.release()


def find_shared_url(address: "OwnAddress") -> str:
    """What others open: the machine's number in its network where they may come from there; else what is open here."""
    from game.web.serving.own_address import find_join_address

    return find_join_address(address)


def describe_reach(address: "OwnAddress") -> str:
    """Who can open an address, and what that means."""
    if address.public:
        return messages.render_for_proxy(address.public, address.port, is_lan=address.is_lan)
    if not address.is_lan:
        return messages.render_for_this_machine()
    return messages.render_for_network(is_in_network=find_shared_url(address) != address.url)


def parse_port(typed: str) -> int:
    """A port; 0 for any free one."""
    if typed.isascii() and typed.isdecimal() and len(typed) <= 5 and int(typed) <= MAX_PORT:
        return int(typed)
    raise ArgumentTypeError(messages.describe_bad_port(typed))


def parse_proxy(typed: str) -> str:
    """The address of a site, without a path."""
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


def parse_network(typed: str) -> IPv4Network | IPv6Network:
    """The number of a machine or of a network, such as 192.0.2.7 or 172.18.0.0/16."""
    try:
        return ip_network(typed)
    except ValueError:
        raise ArgumentTypeError(messages.describe_bad_network(typed)) from None
