"""The table of commands, what is imported for each of them, and the limits of the figures they take."""

import shlex
import subprocess
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import game.commandline
from game.commandline import option_types
from game.commandline.arguments import build_parser
from game.commandline.command_table import COMMANDS, PACKS_ACTIONS, RESULTS_ACTIONS, CommandRow
from game.commandline.lazy_parser import add_commands, load_command

FOLDER = Path(game.commandline.__file__).parent
EVERY_ROW = {
    **COMMANDS,
    **{f"results {name}": row for name, row in RESULTS_ACTIONS.items()},
    **{f"packs {name}": row for name, row in PACKS_ACTIONS.items()},
}


def command_modules_after(statement: str, home: Path) -> set[str]:
    """The modules of the command line that a fresh process has imported after a statement."""
    program = (
        f"import os, sys, io\nos.environ['CARRIAGES_HOME'] = {str(home)!r}\n"
        "sys.stdin = io.StringIO('quit\\n'); out, sys.stdout = sys.stdout, io.StringIO()\n"
        f"from game.commandline.main import main\ntry:\n    {statement}\nexcept SystemExit:\n    pass\n"
        "print(*(name for name in sys.modules if name.startswith('game.commandline.')), file=out)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return {name.removeprefix("game.commandline.") for name in done.stdout.split()}


@pytest.mark.parametrize("row", EVERY_ROW.values(), ids=EVERY_ROW)
def test_every_row_of_the_table_names_a_module_that_answers(row: CommandRow) -> None:
    module = load_command(row)
    module.add_options(ArgumentParser())
    assert callable(module.run)
    assert row.help
    assert row.description.endswith(".")


@pytest.mark.parametrize("row", EVERY_ROW.values(), ids=EVERY_ROW)
def test_every_example_of_the_help_can_be_typed(row: CommandRow) -> None:
    program, *arguments = shlex.split(row.example)
    assert program == "carriages"
    options = build_parser().parse_args(arguments)
    has_action = options.command in ("results", "packs") and options.action
    typed = [options.command, options.action] if has_action else [options.command]
    assert EVERY_ROW[" ".join(typed)] is row


@pytest.mark.parametrize("name", EVERY_ROW)
def test_every_option_of_every_command_is_explained(name: str) -> None:
    command = ArgumentParser()
    load_command(EVERY_ROW[name]).add_options(command)
    unexplained = [action.dest for action in command._actions if not action.help and not action.choices]
    assert not unexplained


@pytest.mark.parametrize(
    ("rows", "pattern"),
    [(COMMANDS, "*_command.py"), (RESULTS_ACTIONS, "results/*_action.py"), (PACKS_ACTIONS, "packs/*_action.py")],
)
def test_every_module_of_a_command_is_in_the_table(rows: Mapping[str, CommandRow], pattern: str) -> None:
    files = {".".join(path.relative_to(FOLDER).with_suffix("").parts) for path in FOLDER.glob(pattern)}
    assert files - {"play_command"} == {row.module for row in rows.values()}


@pytest.mark.parametrize("arguments", [[], ["--plain"]], ids=["bare", "plain"])
def test_playing_imports_no_other_command(arguments: list[str], tmp_path: Path) -> None:
    imported = command_modules_after(f"main({arguments!r})", tmp_path)
    playing = {"main", "exit_status", "play_command", "guard", "streams", "usage_error"}
    assert imported - playing <= {"arguments", "command_table", "lazy_parser", "line_choice"}


def test_help_imports_no_command_and_a_command_only_its_own(tmp_path: Path) -> None:
    modules = {row.module for row in EVERY_ROW.values()}
    assert command_modules_after("main(['--help'])", tmp_path).isdisjoint(modules)
    assert command_modules_after("main(['schema', 'room'])", tmp_path) & modules == {"schema_command"}
    collecting = command_modules_after("main(['results', 'collect', '--help'])", tmp_path)
    assert collecting & modules == {"results_command", "results.collect_action"}


def test_a_command_is_loaded_once_however_often_it_is_parsed() -> None:
    parser = ArgumentParser()
    add_commands(parser, {"schema": COMMANDS["schema"]}, "command", help="commands")
    first, second = parser.parse_args(["schema", "room"]), parser.parse_args(["schema"])
    assert (first.kind, second.kind) == ("room", "")
    assert first.run_command is second.run_command


@pytest.mark.parametrize(
    ("parse", "accepted", "refused"),
    [
        (option_types.parse_item_count, ("1", "255"), ("0", "256", "-1", "2.0", "many", "")),
        (option_types.parse_seed, ("0", "4294967295"), ("-1", "4294967296", "x")),
        (option_types.parse_minutes, ("0.01", "1440"), ("0", "0.009", "1440.1", "nan", "inf", "x")),
        (option_types.parse_time_factor, ("1", "10"), ("0.99", "10.1", "nan")),
    ],
    ids=["items", "seed", "minutes", "factor"],
)
def test_figures_have_limits_on_both_sides(
    parse: Callable[[str], float], accepted: tuple[str, ...], refused: tuple[str, ...]
) -> None:
    assert [parse(text) for text in accepted] == [float(text) for text in accepted]
    for text in refused:
        with pytest.raises(ArgumentTypeError, match="expected a"):
            parse(text)
