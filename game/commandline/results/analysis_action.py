"""``carriages results analysis``: the figures of each item as data."""

from argparse import ArgumentParser, Namespace

from game.commandline.exit_status import OK
from game.commandline.output import require_ending, write_output
from game.commandline.question_choice import load_bank
from game.commandline.results.class_choice import add_class_options, load_handed_in
from game.commandline.shared_options import add_output_options
from game.commandline.usage_error import fail
from game.exports.class_files import ClassFiles
from game.exports.report_page import SmallGroupError
from game.prose import class_messages as messages

ENDINGS = (".csv", ".json")


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument(
        "--small",
        action="store_true",
        help="also tell figures of groups of fewer than five people; individuals may be recognised",
    )
    add_output_options(command, help="file to write (required): .csv for a table, .json for programs")
    add_class_options(command)


def run(options: Namespace) -> int:
    """Write the figures of each item. Several papers are compared: versions of a paper have codes of their own."""
    if options.out is None:
        fail("results", messages.describe_analysis_without_file())
    kind = require_ending(options.out, ENDINGS, "results")
    bank = load_bank(options)
    record = load_handed_in(options, bank, ("exam",))
    files = ClassFiles(folder=options.folder, bank=bank, record=record)
    try:
        data = files.make_statistics(kind, with_small=options.small)
    except SmallGroupError as bad:
        fail("results", messages.describe_small_group(bad))
    write_output(options.out, data, "results", is_forced=options.force)
    print(messages.render_written_report(options.out, len({row.candidate for row in record.rows})))
    return OK
