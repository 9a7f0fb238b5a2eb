"""``carriages results analysis``: the figures of each item as data."""

from argparse import ArgumentParser, Namespace

from game.classroom.analysis import analyse
from game.classroom.paper_comparison import compare_papers
from game.commandline.exit_status import OK
from game.commandline.output import require_ending, write_output
from game.commandline.question_choice import load_bank
from game.commandline.results.class_choice import add_class_options, load_handed_in
from game.commandline.shared_options import add_output_options
from game.commandline.usage_error import fail
from game.exports.item_tables import render_items_csv, render_items_json
from game.exports.report_page import MIN_GROUP_SIZE
from game.prose import class_messages as messages
from game.prose.report_labels import render_small_group

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
    analysis = analyse(record.rows, bank.world)
    if len(analysis.candidates) < MIN_GROUP_SIZE and not options.small:
        small = render_small_group(len(analysis.candidates), MIN_GROUP_SIZE)
        fail("results", messages.describe_small_group(small))
    least = 1 if options.small else MIN_GROUP_SIZE
    render, encoding = (render_items_csv, "utf-8-sig") if kind == ".csv" else (render_items_json, "utf-8")
    text = render(analysis, bank.world, compare_papers(record.rows), least)
    write_output(options.out, text.encode(encoding), "results", is_forced=options.force)
    print(messages.render_written_report(options.out, len(analysis.candidates)))
    return OK
