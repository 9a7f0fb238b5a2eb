"""What ``carriages serve`` prints: where the tour is, what that means, and why it could not begin."""

NOT_INSTALLED = (
    "pages for browsers need a part that is not installed. In the folder of this program, install it again with that "
    'part: pipx install --force ".[class]" (or uv tool install --force ".[class]")'
)
PROXY_ON_THIS_MACHINE = (
    "--lan and --behind-proxy need --proxy as well: a proxy on this machine reaches the server without --lan, and of "
    "one on another machine the number must be known, such as --proxy 192.0.2.7"
)
PROXY_WITHOUT_ADDRESS = "--proxy needs --behind-proxy: the address under which browsers know the proxy"


def render_ready(url: str, folder: object, kept: int) -> str:
    """Where the tour is, and where tours are kept."""
    return (
        f"The tour is at {url}\nTours are kept in {folder} ({kept} so far). Ctrl-C ends the server; tours go on later."
    )


def render_for_this_machine() -> str:
    """Who can open it without --lan."""
    return "Only this machine can open it. With --lan, others in the same network can."


def render_for_network(*, is_in_network: bool) -> str:
    """What --lan means."""
    if not is_in_network:
        return "This machine is in no network now: others cannot open it. Join one, then begin again."
    return (
        "Everybody in the same network can open it, and can read along what is sent: nothing is encrypted. If the "
        "firewall of this machine asks, let it pass."
    )


def describe_bad_network(typed: str) -> str:
    """A number of a machine or a network that is none."""
    return f"{typed} is no number of a machine or a network, such as 192.0.2.7 or 172.18.0.0/16"


def render_for_proxy(url: str, port: int, *, is_lan: bool) -> str:
    """What --behind-proxy means."""
    where = f"port {port} of this machine" if is_lan else f"http://127.0.0.1:{port}/"
    return (
        f"The proxy that serves {url} must pass requests on to {where} with their Host header, and "
        "add the sender to X-Forwarded-For."
    )


def render_ended() -> str:
    """The last words."""
    return "The server has ended. All tours are kept."


def render_class_closed() -> str:
    """The last words of a class."""
    return "The class is closed. All answers are kept; clocks that run go on running."


def describe_taken_port(port: int) -> str:
    """A port that another program has."""
    return f"port {port} is taken by another program; choose another one with --port, or 0 for any free one"


def describe_unusable_port(port: int, why: str) -> str:
    """A port that cannot be used."""
    return f"port {port} cannot be used: {why}"


def describe_bad_proxy(typed: str) -> str:
    """An address of a proxy that is none."""
    return f"{typed} is no address of a site, such as https://tour.example.org"


def describe_bad_port(typed: str) -> str:
    """A port that is none."""
    return f"{typed} is no port; a port is a number from 0 to 65535"


def describe_other_server(folder: object) -> str:
    """Another server that keeps its tours in the same place."""
    return f"another server keeps its tours in {folder}; end it first, or set CARRIAGES_HOME to another folder"
