"""``carriages import``: turn questions in GIFT or CSV into a pack's items file; all of them or none."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.commandline.exit_status import OK
from game.commandline.output import write_output
from game.commandline.question_choice import load_bank
from game.commandline.shared_options import add_output_options, add_pack_option
from game.commandline.usage_error import fail
from game.content.item_writing import render_items_file
from game.core.disk import Unusable, is_folder, is_there, read_file
from game.exchange import csv_reading, gift_reading
from game.exchange.importing import make_items
from game.prose import exchange_messages as messages
from game.prose.command_messages import describe_folder_named, describe_unreadable, describe_wrong_ending

MAX_NAMES_IN_WARNING = 8

READERS = {".gift": gift_reading.read, ".txt": gift_reading.read, ".csv": csv_reading.read}
"""End of a file's name -> what reads it."""


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument("file", type=Path, metavar="FILE", help="the questions: a .gift, .txt or .csv file")
    add_pack_option(command, help="the pack that gets the questions (default: the built-in pack)")
    command.add_argument("--room", default="", metavar="ID", help="id of the room for questions that name no room")
    command.add_argument(
        "--fact",
        action="append",
        default=[],
        metavar="ID",
        help="id of a fact for questions that name no fact; may be repeated",
    )
    add_output_options(command, help="file to write (default: the name of FILE, with .yaml)")


def run(options: Namespace) -> int:
    """Write the items file."""
    path = options.file
    if path.suffix.casefold() not in READERS and not is_folder(path):
        fail("import", describe_wrong_ending(tuple(READERS), path.name))
    text = _load_text(path)
    bank = load_bank(options)
    drafts, troubles = READERS[path.suffix.casefold()](text, path)
    made = make_items(drafts, path, bank.world, options.room, options.fact)
    if problems := [*troubles, *made.troubles]:
        print(*problems, sep="\n", file=sys.stderr)
        fail("import", messages.describe_refused_import(len(problems)))
    ids = [item.id for several in made.rooms.values() for item in several]
    if not ids:
        fail("import", messages.describe_no_questions_in(path))
    out = options.out or Path(f"{path.name.partition('.')[0]}.yaml")
    is_overwritten = is_there(out)
    write_output(out, render_items_file(made.rooms).encode(), "import", is_forced=options.force)
    print(messages.render_imported(out, len(ids)))
    # If the output file is replaced, the pack holds its earlier questions: no warning about those.
    if not is_overwritten and (taken := [item_id for item_id in ids if item_id in bank.items]):
        print(messages.render_taken_ids(out, taken[:MAX_NAMES_IN_WARNING]), file=sys.stderr)
    return OK


def _load_text(path: Path) -> str:
    """The text of a file."""
    if is_folder(path):
        fail("import", describe_folder_named(path))
    data = read_file(path)
    if isinstance(data, Unusable):
        fail("import", describe_unreadable(path, data.detail or data.why))
    try:
        # utf-8-sig: spreadsheets begin a file with a byte order mark.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        fail("import", messages.describe_bytes(path, bad.start))
