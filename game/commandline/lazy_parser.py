"""A parser of one command that imports the command's module only when the command was typed."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Protocol, cast

from game.commandline.command_table import CommandRow


class CommandModule(Protocol):
    """What the module of a command must have."""

    def add_options(self, command: ArgumentParser) -> None:
        """Add what can be typed after the command's name."""

    def run(self, options: Namespace) -> int:
        """Run the command, and return the exit status."""


def load_command(row: CommandRow) -> CommandModule:
    """Import the module of a command."""
    return cast("CommandModule", import_module(f"game.commandline.{row.module}"))


class LazyParser(ArgumentParser):
    """The parser of one command. It has no options until something is parsed."""

    def __init__(self, *, row: CommandRow, run_name: str, **settings: Any) -> None:
        """Make the parser of one command.

        Args:
            row: Of the command.
            run_name: The option that will hold the command's ``run``.
            settings: What argparse itself passes to a parser.
        """
        super().__init__(**settings)
        self._row = row
        self._run_name = run_name
        self._is_filled = False

    # argparse calls this only for the command that was typed. There is no public method that it calls earlier.
    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Import the command's module for its options, then parse."""
        if not self._is_filled:
            self._is_filled = True
            module = load_command(self._row)
            module.add_options(self)
            self.set_defaults(**{self._run_name: module.run})
        return super().parse_known_args(args, namespace)


def add_commands(parser: ArgumentParser, rows: Mapping[str, CommandRow], dest: str, *, help: str) -> None:
    """Add the commands of a table to a parser.

    Args:
        parser: To which they are added.
        rows: Name -> its row.
        dest: The option that gets the typed name. ``run_`` plus this gets the function to run.
        help: The line above the list in ``--help``.
    """
    commands = parser.add_subparsers(dest=dest, title=help, metavar="", parser_class=LazyParser)
    for name, row in rows.items():
        commands.add_parser(
            name,
            help=row.help,
            description=row.description,
            epilog=f"example: {row.example}",
            row=row,
            run_name=f"run_{dest}",
        )
