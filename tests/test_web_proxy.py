"""A server behind a proxy: it answers nobody else, and believes nobody else who it is that asks."""

from ipaddress import ip_network
from pathlib import Path

import pytest
from aiohttp.test_utils import make_mocked_request

from game.commandline.main import main
from game.pack.world import World
from game.prose import serve_messages as messages
from game.web.serving.gate import Gate
from game.web.serving.own_address import Network, OwnAddress
from tests.browsing import running

PUBLIC = "https://class.example.org"
TWO = (ip_network("192.0.2.7"), ip_network("2001:db8::/64"))


@pytest.mark.parametrize(
    ("number", "is_proxy"),
    [
        ("192.0.2.7", True),
        ("192.0.2.8", False),
        ("::ffff:192.0.2.7", True),
        ("::ffff:192.0.2.8", False),
        ("2001:db8::1", True),
        ("2001:db8:0:1::1", False),
        ("fe80::1%eth0", False),
        ("127.0.0.1", False),
        ("unknown", False),
        ("", False),
    ],
)
def test_a_proxy_is_known_by_its_number(number: str, is_proxy: bool) -> None:
    assert OwnAddress(1, is_lan=True, public=PUBLIC, proxies=TWO).is_from_proxy(number) is is_proxy


def test_without_a_number_the_proxy_is_on_this_machine() -> None:
    address = OwnAddress(1, public=PUBLIC)
    assert all(address.is_from_proxy(number) for number in ("127.0.0.1", "127.8.0.1", "::1"))
    assert not address.is_from_proxy("192.0.2.7")


def test_servers_behind_one_proxy_have_one_cookie() -> None:
    for public, name in (
        ("http://class.example.org", "carriages-80"),
        ("http://class.example.org:8080", "carriages-8080"),
        (PUBLIC, "__Host-carriages"),
    ):
        assert {OwnAddress(port, public=public).cookie for port in (8021, 8022)} == {name}
    assert OwnAddress(8021).cookie != OwnAddress(8022).cookie


@pytest.mark.parametrize(
    ("forwarded", "sender"),
    [
        (["203.0.113.9"], "203.0.113.9"),
        (["6.6.6.6, 203.0.113.9"], "203.0.113.9"),
        (["203.0.113.9, 127.0.0.1"], "203.0.113.9"),
        (["6.6.6.6", "203.0.113.9"], "203.0.113.9"),
        (["127.0.0.1"], "127.0.0.1"),
        ([""], "127.0.0.1"),
        ([], "127.0.0.1"),
    ],
)
def test_the_sender_is_whom_the_last_proxy_was_asked_by(forwarded: list[str], sender: str) -> None:
    headers = [("X-Forwarded-For", each) for each in forwarded]
    for public, wanted in ((PUBLIC, sender), ("", "127.0.0.1")):
        gate = Gate(OwnAddress(1, public=public), "tour", lambda _: None, lambda: 0.0)
        request = make_mocked_request("GET", "/", headers=headers).clone(remote="127.0.0.1")
        assert gate.find_sender(request) == wanted
    far = Gate(OwnAddress(1, public=PUBLIC, proxies=TWO), "tour", lambda _: None, lambda: 0.0)
    assert far.find_sender(request) == "127.0.0.1"


@pytest.mark.parametrize(("proxies", "status"), [(OwnAddress(1).proxies, 200), (TWO, 421)])
async def test_who_goes_past_the_proxy_is_not_answered(
    tiny: World, tmp_path: Path, proxies: tuple[Network, ...], status: int
) -> None:
    address = OwnAddress(0, public=PUBLIC)._replace(proxies=proxies)
    async with running(tiny, tmp_path, address=address) as server, server.open_browser() as browser:
        browser.base = f"http://127.0.0.1:{server.address.port}"
        assert (await browser.get("/", Host="class.example.org")).status == status
        assert (await browser.get("/", Host="127.0.0.1")).status == 421
        assert (await browser.get("/ok", Host="127.0.0.1")).status == 200, "a proxy may look whether it runs"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (["--lan", "--behind-proxy", PUBLIC], messages.PROXY_ON_THIS_MACHINE),
        (["--proxy", "192.0.2.7"], messages.PROXY_WITHOUT_ADDRESS),
        (["--proxy", "192.0.2.7/24", "--behind-proxy", PUBLIC], messages.describe_bad_network("192.0.2.7/24")),
        (["--proxy", "caddy", "--behind-proxy", PUBLIC], messages.describe_bad_network("caddy")),
    ],
)
def test_a_proxy_that_cannot_be_known_is_told(typed: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", *typed]) == 2
    assert why in " ".join(capsys.readouterr().err.split())
