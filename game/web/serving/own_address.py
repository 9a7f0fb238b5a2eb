"""Under which addresses a server may be asked, and from which pages a form may come."""

import socket
from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

Network = IPv4Network | IPv6Network

Reach = Literal["others", "here", "no network"]
"""Who can open a server: others; this machine alone; this machine alone, as it is in no network now."""

COOKIE = "carriages"
THIS_MACHINE: tuple[Network, ...] = (ip_network("127.0.0.0/8"), ip_network("::1"))
DEFAULT_PORTS = {"http": 80, "https": 443}


class OwnAddress(NamedTuple):
    """The address of a server, as browsers know it."""

    port: int
    is_lan: bool = False
    """Whether machines of the network may ask; otherwise this machine alone."""
    public: str = ""
    """The address of a proxy before it, as ``https://tour.example.org``; empty without one."""
    proxies: tuple[Network, ...] = THIS_MACHINE
    """From where the proxy asks. Nobody else is answered, and nobody else may say for whom a request is."""

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach it over TLS."""
        return self.public.startswith("https:")

    @property
    def cookie(self) -> str:
        """The name of its cookie. Browsers keep one jar for all ports of a machine, so the name holds the port."""
        if self.is_secure:
            return f"__Host-{COOKIE}"
        # That of the proxy, where there is one: the servers behind it are one for browsers.
        port = urlsplit(self.public).port or DEFAULT_PORTS["http"] if self.public else self.port
        return f"{COOKIE}-{port}"

    @property
    def teachers_cookie(self) -> str:
        """The name of the cookie of a teacher's board."""
        return f"{self.cookie}-board"

    @property
    def wall_cookie(self) -> str:
        """The name of the cookie of the wall of a class."""
        return f"{self.cookie}-wall"

    @property
    def url(self) -> str:
        """What to open on this machine."""
        return f"{self.public}/" if self.public else f"http://127.0.0.1:{self.port}/"

    def is_own_host(self, host: str) -> bool:
        """Whether a Host header names this server.

        A page of another site can give its own name the address of this machine, and then read what it answers (DNS
        rebinding). So only names are taken that nobody else can give: numbers, localhost, and the machine's own name.
        """
        scheme = "https" if self.is_secure else "http"
        try:
            asked = urlsplit(f"{scheme}://{host}")
            name, port = asked.hostname or "", asked.port or DEFAULT_PORTS[scheme]
        except ValueError:
            return False
        if asked.path or asked.query or asked.fragment or "@" in host:
            return False
        if self.public:
            own = urlsplit(self.public)
            return name == own.hostname and port == (own.port or DEFAULT_PORTS[scheme])
        return port == self.port and (_is_of_this_machine(name) or (self.is_lan and _is_of_network(name)))

    def is_from_proxy(self, number: str) -> bool:
        """Whether an address is one from which the proxy asks."""
        try:
            asking = ip_address(number.partition("%")[0])
        except ValueError:
            return False
        asking = getattr(asking, "ipv4_mapped", None) or asking
        return any(asking in network for network in self.proxies)

    def is_own_page(self, origin: str, host: str) -> bool:
        """Whether an Origin (or a Referer) is of a page of this server, asked under the same name."""
        scheme = "https" if self.is_secure else "http"
        try:
            came = urlsplit(origin)
        except ValueError:
            return False
        return came.scheme == scheme and came.netloc.casefold() == host.casefold() and self.is_own_host(host)


def _is_of_this_machine(name: str) -> bool:
    return name == "localhost" or (_is_number(name) and ip_address(name).is_loopback)


def _is_of_network(name: str) -> bool:
    own = socket.gethostname().casefold()
    return _is_number(name) or name in (own, f"{own.partition('.')[0]}.local")


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def find_join_address(address: OwnAddress, host: str = "localhost") -> str:
    """What others of the network open, with a slash at its end.

    Args:
        address: Of the server.
        host: The Host header of whoever asks. A name of the network that works for this one works for the others.
    """
    name = urlsplit(f"http://{host}").hostname or ""
    if address.public or not address.is_lan:
        return address.url
    if not _is_of_this_machine(name):
        return f"http://{host}/"
    number = find_network_address()
    return f"http://{number}:{address.port}/" if number else address.url


def find_reach(address: OwnAddress, host: str = "localhost") -> Reach:
    """Who can open a server.

    Args:
        address: Of the server.
        host: The Host header of whoever asks.
    """
    if address.public:
        return "others"
    if not address.is_lan:
        return "here"
    return "others" if find_join_address(address, host) != address.url else "no network"


WAYS_OUT = ("192.0.2.1", "10.42.0.2", "192.168.137.2", "192.168.2.2", "172.20.10.2")
"""Where a machine is asked for its way: anywhere (a number for documents, RFC 5737); then, where there is no way out,
into the networks that Linux, Windows, macOS and a phone make when they are a hotspot."""


def find_network_address(ways: Sequence[str] = WAYS_OUT) -> str:
    """This machine's number in its network, as other machines reach it; empty where there is no network."""
    found = (_find_own_number(way) for way in ways)
    return next((number for number in found if number and not ip_address(number).is_loopback), "")


def _find_own_number(way: str) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            # Nothing is sent: the system only chooses its way.
            asked.connect((way, 9))
            return str(asked.getsockname()[0])
        except OSError:
            return ""
