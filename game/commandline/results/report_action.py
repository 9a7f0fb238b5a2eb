"""``carriages results report``: write a page, or a table."""

import sys
from argparse import ArgumentParser, Namespace

from msgspec.structs import replace

from game.classroom.class_record import ClassRecord
from game.commandline.exams.class_exam import judge_if_exam
from game.commandline.exit_status import OK
from game.commandline.output import print_lines, require_ending, write_output
from game.commandline.question_choice import load_bank
from game.commandline.results.class_choice import ALL_MODES, add_class_options, load_handed_in, render_warnings
from game.commandline.shared_options import add_output_options
from game.commandline.usage_error import fail
from game.exports.class_files import ClassFiles, SeveralPapersError
from game.exports.report_page import SmallGroupError
from game.prose import class_lines
from game.prose import class_messages as messages
from game.quiz.bank import Bank


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument("--long", action="store_true", help="write a table with one row for each answer")
    command.add_argument(
        "--gradebook",
        choices=["username", "email", "idnumber"],
        help="write a table for the grade import of Moodle; the names of the roster are in the column you choose",
    )
    command.add_argument(
        "--small",
        action="store_true",
        help="also show figures for groups of fewer than five people; individuals may be recognised",
    )
    add_output_options(command, help="file to write (required): .html for a page, .csv for a table")
    add_class_options(command)


def run(options: Namespace) -> int:
    """Write the report of a class."""
    if options.out is None:
        fail("results", messages.describe_report_without_file())
    wanted = (".csv",) if options.long or options.gradebook else (".html", ".csv")
    kind = require_ending(options.out, wanted, "results")
    bank = load_bank(options)
    record = load_handed_in(options, bank, ALL_MODES if options.long else ("exam",))
    try:
        data = _make(options, record, bank, kind)
    except SeveralPapersError as bad:
        fail("results", messages.describe_several_papers(bad.codes))
    except SmallGroupError as bad:
        fail("results", messages.describe_small_group(bad))
    write_output(options.out, data, "results", is_forced=options.force)
    print(messages.render_written_report(options.out, len({row.candidate for row in record.rows})))
    return OK


def _make(options: Namespace, record: ClassRecord, bank: Bank, kind: str) -> bytes:
    """A page, a table, or a gradebook of what was handed in."""
    files = ClassFiles(folder=options.folder, bank=bank, record=record)
    if options.long:
        return files.make_long_table()
    files.require_one_paper()
    print_lines(render_warnings(record, bank.digest), options, sys.stderr)
    if options.gradebook:
        if not record.enrolled:
            print_lines([class_lines.render_no_roster(str(options.folder))], options, sys.stderr)
        return files.make_gradebook(options.gradebook)
    if kind == ".csv":
        return files.make_wide_table()
    return replace(files, judged=judge_if_exam(options)).make_report(with_small=options.small)
