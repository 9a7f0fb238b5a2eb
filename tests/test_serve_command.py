"""``carriages serve`` as a program: it starts, says where it is, ends when told to, and says why it cannot start."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

import pytest

from game.commandline.main import main
from game.prose import serve_messages as messages
from game.web.serving.own_address import WAYS_OUT, find_network_address
from tests.conftest import environ_without_coverage

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to end a program with")


@contextmanager
def started(
    home: Path, *typed: str, command: tuple[str, ...] = ("serve",), lines: int = 3
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program, and what it says when it is ready."""
    whole = [sys.executable, "-m", "game", *command, "--port", "0", *typed]
    environ = environ_without_coverage() | {"CARRIAGES_HOME": str(home)}
    with subprocess.Popen(whole, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ) as program:
        assert program.stdout is not None
        said = "".join(program.stdout.readline() for _ in range(lines))
        try:
            yield program, said
        finally:
            program.kill()


@posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_says_where_it_is_and_ends_when_it_is_told_to(tmp_path: Path, number: signal.Signals) -> None:
    with started(tmp_path) as (program, said):
        found = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert found, said
        with urlopen(found[0], timeout=10) as page:
            assert b"<h1" in page.read()
        program.send_signal(number)
        out, err = program.communicate(timeout=20)
        assert (program.returncode, out, err) == (0, f"{messages.render_ended()}\n", "")


@posix
def test_a_class_says_its_code_and_is_closed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exam = tmp_path / "class.exam"
    assert main(["exam", "new", str(exam), "--items", "3"]) == 0
    capsys.readouterr()
    with started(tmp_path, command=("class", str(exam)), lines=5) as (program, said):
        found = re.search(r"(http://127\.0\.0\.1:\d+/) and type the code ([A-Z2-9]{6})\n.*board\?key=(\S+)", said)
        assert found, said
        with urlopen(found[1], timeout=10) as page:
            assert b"Class code" in page.read()
        program.send_signal(signal.SIGTERM)
        out, err = program.communicate(timeout=20)
        assert (program.returncode, out, err) == (0, f"{messages.render_class_closed()}\n", "")


@posix
def test_open_streams_do_not_hold_up_the_end_of_a_class(tmp_path: Path) -> None:
    with started(tmp_path, command=("class",), lines=5) as (program, said):
        found = re.search(r"http://\S+/wall\?key=\S+", said)
        assert found, said
        opener = build_opener(HTTPCookieProcessor())
        opener.open(found[0], timeout=10).close()
        with opener.open(f"{found[0].partition('?')[0]}/news", timeout=10) as stream:
            assert stream.readline() == b"retry: 1000\n"
            began = monotonic()
            program.send_signal(signal.SIGTERM)
            out, err = program.communicate(timeout=20)
            assert monotonic() - began < 3
            assert (program.returncode, err) == (0, "")
            assert out == f"{messages.render_class_closed()}\n"


@posix
def test_two_servers_do_not_share_a_folder(tmp_path: Path) -> None:
    with started(tmp_path):
        environ = environ_without_coverage() | {"CARRIAGES_HOME": str(tmp_path)}
        command = [sys.executable, "-m", "game", "serve", "--port", "0"]
        other = subprocess.run(command, capture_output=True, text=True, env=environ, timeout=30, check=False)
        assert other.returncode == 2
        assert messages.describe_other_server(tmp_path / "served") in other.stderr


@posix
def test_with_lan_it_says_what_that_means(tmp_path: Path) -> None:
    number = find_network_address()
    with started(tmp_path, "--lan") as (_, said):
        assert messages.render_for_network(is_in_network=bool(number)) in said
        assert f"at http://{number or '127.0.0.1'}:" in said, "what stands first is what others open"


def test_a_machine_without_a_way_out_is_found_by_another_way() -> None:
    # No program may send to all at once without asking first, so that way fails as one to no network does.
    nowhere = "255.255.255.255"
    assert find_network_address([nowhere]) == ""
    assert find_network_address([nowhere, "127.0.0.1"]) == "", "others do not reach a loopback"
    assert find_network_address([nowhere, *WAYS_OUT]) == find_network_address()


def test_a_port_that_is_taken_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
    assert messages.describe_taken_port(port) in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (["--port", "65536"], messages.describe_bad_port("65536")),
        (["--port", "x"], messages.describe_bad_port("x")),
        (["--port", "-1"], "--port"),
        (["--behind-proxy", "tour.example.org"], messages.describe_bad_proxy("tour.example.org")),
        (["--behind-proxy", "https://a.example:x"], messages.describe_bad_proxy("https://a.example:x")),
        (["--behind-proxy", "https://a.example/tour"], messages.describe_bad_proxy("https://a.example/tour")),
        (["--behind-proxy", "https://me@a.example"], messages.describe_bad_proxy("https://me@a.example")),
        (["--lan", "--behind-proxy", "https://a.example"], messages.PROXY_ON_THIS_MACHINE),
        (["--pack", "/nowhere"], "/nowhere"),
    ],
)
def test_what_cannot_be_served_is_told(typed: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", *typed]) == 2
    assert why in capsys.readouterr().err


def test_without_its_part_it_says_how_to_install_it(tmp_path: Path) -> None:
    # A finder that knows no aiohttp is what an installation without it is.
    program = (
        "import sys\n"
        "import game.commandline.main as c\n"
        "from importlib.machinery import PathFinder\n"
        "real = PathFinder.find_spec\n"
        "PathFinder.find_spec = lambda name, *rest: None if name == 'aiohttp' else real(name, *rest)\n"
        "sys.exit(c.main(['serve']))"
    )
    environ = {**os.environ, "CARRIAGES_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environ, check=False)
    assert done.returncode == 2
    assert messages.NOT_INSTALLED in done.stderr


@posix
def test_nobody_else_on_the_machine_looks_into_the_folder(tmp_path: Path) -> None:
    with started(tmp_path):
        assert (tmp_path / "served").stat().st_mode & 0o077 == 0
