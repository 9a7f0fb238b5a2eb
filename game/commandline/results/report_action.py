"""``carriages results report``: write a page, or a table."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from game.classroom.analysis import Analysis, analyse
from game.classroom.class_record import ClassRecord, load_class
from game.classroom.index_rows import ResponseRow
from game.classroom.judgements import count_judgements
from game.commandline.exams.class_exam import judge_if_exam
from game.commandline.exit_status import OK
from game.commandline.output import print_lines, require_ending, write_output
from game.commandline.question_choice import load_bank
from game.commandline.results.class_choice import ALL_MODES, add_class_options, load_handed_in, render_warnings
from game.commandline.shared_options import add_output_options
from game.commandline.usage_error import fail
from game.exports.class_tables import render_gradebook, render_long_csv, render_wide_csv
from game.exports.report_page import SmallGroupError, render_report
from game.pack.world import World
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
    text = render_long_csv(record.rows, bank.world) if options.long else _render(options, record, bank, kind)
    # Without a byte order mark, spreadsheets do not recognise UTF-8.
    encoding = "utf-8" if kind == ".html" else "utf-8-sig"
    write_output(options.out, text.encode(encoding), "results", is_forced=options.force)
    print(messages.render_written_report(options.out, len({row.candidate for row in record.rows})))
    return OK


def _render(options: Namespace, record: ClassRecord, bank: Bank, kind: str) -> str:
    """A page, a table, or a gradebook of what was handed in."""
    world, analysis = bank.world, _analyse_one_paper(record.rows, bank.world)
    print_lines(render_warnings(record, bank.digest), options, sys.stderr)
    if options.gradebook:
        if not record.enrolled:
            print_lines([class_lines.render_no_roster(str(options.folder))], options, sys.stderr)
        return render_gradebook(
            analysis, f"{world.tour.title} {analysis.code}".strip(), record.enrolled, options.gradebook
        )
    if kind == ".csv":
        return render_wide_csv(analysis)
    try:
        gaps = {summary.candidate: summary.gaps for summary in record.counted if summary.gaps}
        tours = load_class(options.folder, world.tour.id, "", ("checkpoint",))
        judged = count_judgements(tours.rows)
        return render_report(
            analysis, world, gaps, judged=judged, files=judge_if_exam(options), with_small=options.small
        )
    except SmallGroupError as bad:
        fail("results", messages.describe_small_group(bad))


def _analyse_one_paper(rows: Sequence[ResponseRow], world: World) -> Analysis:
    codes = sorted({row.code for row in rows})
    if len(codes) > 1:
        fail("results", messages.describe_several_papers(codes))
    return analyse(rows, world)
