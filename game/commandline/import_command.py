"""``carriages import``: turn questions of other programs into a pack's items file, and report on each of them."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from game.commandline.exit_status import DIFFERS, OK, USAGE
from game.commandline.loss_report import add_losses_option, shorten_list, write_losses
from game.commandline.output import write_output
from game.commandline.question_choice import load_bank
from game.commandline.shared_options import add_output_options, add_pack_option
from game.commandline.usage_error import fail
from game.content.item_writing import render_items_file
from game.content.trial import try_file
from game.core.disk import Unusable, is_folder, is_there, read_file
from game.core.paths import shipped
from game.exchange.drafts import Trouble
from game.exchange.importing import Made, make_items
from game.exchange.opening import ENDINGS, open_questions
from game.exchange.table_head import MAPPABLE
from game.prose import exchange_messages as messages
from game.prose.command_messages import (
    describe_folder_named,
    describe_unknown_value,
    describe_unreadable,
    describe_wrong_ending,
)
from game.prose.import_problems import describe_bad_mapping
from game.prose.suggestions import suggest


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="the questions: GIFT or Aiken (.gift, .txt), Moodle's XML (.xml), QTI 2 or 3 (.zip, .xml), a deck of "
        "Anki (.apkg), a table (.csv, .tsv), a spreadsheet (.xlsx)",
    )
    add_pack_option(command, help="the pack that gets the questions (default: the built-in pack)")
    command.add_argument("--room", default="", metavar="ID", help="id of the room for questions that name no room")
    command.add_argument(
        "--fact",
        action="append",
        default=[],
        metavar="ID",
        help="id of a fact for questions that name no fact; may be repeated",
    )
    command.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="COLUMN=NAME",
        help="what a column of a table is called, and our name for it, as question=stem; may be repeated",
    )
    command.add_argument(
        "--skip", action="store_true", help="write the questions that can be taken, and leave out those set aside"
    )
    command.add_argument("--preview", action="store_true", help="tell what would be taken, and write nothing")
    add_losses_option(command)
    add_output_options(command, help="file to write (default: the name of FILE, with .yaml)")


def run(options: Namespace) -> int:
    """Write the items file: all questions, or with --skip those that fit."""
    path = options.file
    if path.suffix.casefold() not in ENDINGS and not is_folder(path):
        fail("import", describe_wrong_ending(ENDINGS, path.name))
    opened = open_questions(_load(path), path, _read_mapping(options.map))
    if opened.guessed:
        print(messages.describe_guessed(path, opened.guessed), file=sys.stderr)
    bank = load_bank(options)
    out = options.out or Path(f"{path.name.partition('.')[0]}.yaml")
    # Where the output file is replaced, the pack holds its former questions: they get their ids again.
    taken = () if is_there(out) else tuple(bank.items)
    made = make_items(opened.drafts, path, bank.world, options.room, options.fact, taken)
    set_aside = sorted((*opened.troubles, *made.troubles))
    if not made.items and not set_aside:
        fail("import", messages.describe_no_questions_in(path))
    _report(options, made, set_aside)
    if not made.items:
        return USAGE
    if set_aside and not options.skip and not options.preview:
        print(messages.describe_refused_import(len(made.items)), file=sys.stderr)
    elif not options.preview:
        _write_items(options, out, made)
    return DIFFERS if set_aside else OK


def _report(options: Namespace, made: Made, set_aside: Sequence[Trouble]) -> None:
    """Tell what is set aside and what is changed, and then how many questions that are."""
    told = sorted((*set_aside, *made.changes))
    write_losses(options, "import", map(str, told))
    for line in shorten_list([(each.text, str(each)) for each in told], has_file=options.losses is not None):
        print(line, file=sys.stderr)
    changed = len({each[:3] for each in made.changes})
    if set_aside or changed or options.preview:
        print(messages.render_outcome(len(made.items), changed, len(set_aside)), file=sys.stderr)


def _write_items(options: Namespace, out: Path, made: Made) -> None:
    written = render_items_file(made.rooms)
    # Tried first: a file that spoils its pack would be found only when the pack is played next.
    if problems := try_file(options.pack or shipped("rooms"), f"items/{out.name}", written):
        fail("import", messages.describe_unfit(tuple(map(str, problems))))
    write_output(out, written.encode(), "import", is_forced=options.force)
    print(messages.render_imported(out, len(made.items)))


def _read_mapping(typed: list[str]) -> dict[str, str]:
    """What columns of a table are called, in small letters -> our names for them."""
    mapped = {}
    for each in typed:
        called, sign, name = each.rpartition("=")
        if not sign or not called.strip():
            fail("import", describe_bad_mapping(each))
        mapped[called.strip().casefold()] = name.strip()
    if unknown := next((name for name in mapped.values() if name not in MAPPABLE), ""):
        fail("import", describe_unknown_value("--map", unknown, suggest(unknown, MAPPABLE)))
    return mapped


def _load(path: Path) -> bytes:
    """The bytes of a file."""
    if is_folder(path):
        fail("import", describe_folder_named(path))
    data = read_file(path)
    if isinstance(data, Unusable):
        fail("import", describe_unreadable(path, data.detail or data.why))
    return data
