"""What docs/school-server.md and deploy/ tell is what the program takes, and what the tests run."""

import re
import shlex
from argparse import ArgumentParser
from ipaddress import ip_network
from typing import Any

import pytest
import yaml

from game.commandline.class_command import add_options
from game.web.stores.postgres_link import CONNECTIONS
from game.web.stores.postgres_store import PostgresStore
from tests.conftest import TESTS
from tests.own_nginx import CONFIGURATION
from tests.own_postgres import OwnPostgres
from tests.test_class_stores import EVENTS, PAPER, begin

ROOT = TESTS.parent
PAGE = (ROOT / "docs" / "school-server.md").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))


def list_statements(verb: str) -> list[str]:
    """The statements of the page that begin with a word."""
    blocks = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    return [each.strip() for block in blocks for each in block.split(";") if each.strip().startswith(verb)]


def parse(command: list[str]) -> Any:
    parser = ArgumentParser()
    add_options(parser)
    assert command[0] == "class"
    return parser.parse_args(command[1:])


def test_the_commands_of_the_page_are_taken() -> None:
    commands = [shlex.split(line.strip())[1:] for line in PAGE.splitlines() if line.startswith("    carriages class ")]
    assert len(commands) == 4
    assert all(parse(command).store for command in commands)


def test_the_servers_of_compose_are_behind_their_proxy_and_on_their_database() -> None:
    services = COMPOSE["services"]
    caddy = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    servers = re.findall(r"(\w+):8021", caddy)
    assert len(servers) == 2
    for server in servers:
        options = parse(
            [str(each).replace("${ADDRESS:?}", "class.example.org") for each in services[server]["command"]]
        )
        assert options.lan
        assert options.behind_proxy == "https://class.example.org"
        (network,) = COMPOSE["networks"]["inner"]["ipam"]["config"]
        assert options.proxy == [ip_network(network["subnet"])]
        assert re.fullmatch(r"postgresql://postgres@(\w+)/(\w+)", options.store)
        host, database = options.store.partition("@")[2].split("/")
        assert services[host]["environment"]["POSTGRES_DB"] == database
        assert services[server]["environment"]["PGPASSWORD"] == services[host]["environment"]["POSTGRES_PASSWORD"]
    assert services["one"]["command"] == services["two"]["command"]


def test_nginx_is_told_what_the_tests_try() -> None:
    told = set(re.findall(r"^ *(proxy_[a-z_]+ .*;)$", PAGE, re.M))
    tried = set(re.findall(r"^ *(proxy_(?!temp)[a-z_]+ .*;)$", CONFIGURATION, re.M))
    assert told == tried


def test_the_page_counts_connections_rightly() -> None:
    numbers = {"five": CONNECTIONS + 1, "nineteen": (100 - 3) // (CONNECTIONS + 1)}
    assert numbers == {"five": 5, "nineteen": 19}
    assert all(number in PAGE for number in numbers)


@pytest.mark.slow
def test_a_class_is_deleted_and_others_stay(postgres: OwnPostgres) -> None:
    stores = [PostgresStore(postgres.make_address(), name) for name in ("7b", "7c")]
    for store in stores:
        store.load_head()
        store.shelf.create(begin()).append(EVENTS[0])
    for statement in list_statements("DELETE"):
        postgres.ask(statement)
    gone, there = stores
    assert gone.get("class") == {}
    assert gone.shelf.find("Signal-63", PAPER) == ((), (), ())
    assert len(there.shelf.find("Signal-63", PAPER).unfinished) == 1
    assert there.get("class")
    for store in stores:
        store.close()


@pytest.mark.slow
def test_the_rights_of_the_page_are_enough(postgres: OwnPostgres) -> None:
    postgres.ask("CREATE DATABASE rights")
    PostgresStore(postgres.make_address("rights"), "7b").close()
    postgres.ask("CREATE ROLE node LOGIN")
    grants = list_statements("GRANT")
    assert len(grants) == 5
    for statement in grants:
        postgres.ask(statement, "rights")
    store = PostgresStore(postgres.make_address("rights", "node"), "7b")
    version = store.put("joins", "signal63", b"1", 0)
    store.drop("joins", "signal63", store.put("joins", "signal63", b"2", version))
    store.listen(lambda _: None)
    attempt = store.shelf.create(begin())
    attempt.append(EVENTS[0])
    assert store.shelf.count_lines(attempt) == 2
    store.close()
    # Not even the owner changes a line by mistake.
    with pytest.raises(AssertionError, match="never changed"):
        postgres.ask("UPDATE carriages.line SET body = ''", "rights")
