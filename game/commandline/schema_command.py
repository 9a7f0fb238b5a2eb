"""``carriages schema``: print the JSON Schema of a kind of file."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.commandline.exit_status import OK, USAGE
from game.commandline.output import write_output
from game.content import schema
from game.prose.command_messages import render_unknown_schema


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument(
        "kind",
        nargs="?",
        default="",
        help="tour, sources, facts, entities, differences, room, paper or attempt (default: all)",
    )
    command.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar="DIR",
        help="write one file for each kind into this folder instead of printing",
    )


def run(options: Namespace) -> int:
    """Print the JSON Schemas, or write them into a folder."""
    if options.kind and options.kind not in schema.SCHEMA_KINDS:
        print(render_unknown_schema(options.kind, schema.SCHEMA_KINDS), file=sys.stderr)
        return USAGE
    kinds = [options.kind] if options.kind else list(schema.SCHEMA_KINDS)
    if options.out is None:
        print(schema.render_schema(*kinds))
        return OK
    for kind in kinds:
        path = options.out / f"{kind}.json"
        write_output(path, f"{schema.render_schema(kind)}\n".encode(), "schema", is_forced=True)
    return OK
