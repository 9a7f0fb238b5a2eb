"""``carriages paper``: print a paper with its key, or write it to a file."""

import sys
from argparse import ArgumentParser, Namespace
from contextlib import suppress

from game.commandline.exit_status import OK
from game.commandline.output import require_ending, write_output
from game.commandline.paper_choice import choose_paper, names_file
from game.commandline.question_choice import load_bank
from game.commandline.shared_options import add_drawing_options, add_output_options, add_pack_option
from game.commandline.usage_error import fail
from game.core.paths import data_folder
from game.exports.printed_paper import VERSIONS, Extras, write_paper_html, write_paper_markdown
from game.prose.command_messages import describe_no_match
from game.prose.exam_messages import (
    describe_keyless_file,
    describe_large_without_html,
    render_key_elsewhere,
    render_written_paper,
)
from game.quiz.codes import encode_paper, normalise_code
from game.quiz.papers import Paper
from game.store import paper_files
from game.store.drawn_papers import list_papers, remember_paper

KINDS_OF_FILE = (".md", ".html", ".json")


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument(
        "paper", nargs="?", metavar="PAPER", help="code or file of a paper that exists (default: draw a new paper)"
    )
    add_pack_option(command)
    add_drawing_options(command)
    add_output_options(command, help="file to write: .md or .html to print, .json to give to 'carriages exam --paper'")
    command.add_argument(
        "--versions",
        type=int,
        choices=[1, 2, 3, 4],
        default=1,
        help="number of versions with another order of questions and options: A, B, C, D (default 1)",
    )
    command.add_argument(
        "--no-key",
        action="store_true",
        help="leave out the answer key and the blueprint (the table of what the paper covers)",
    )
    command.add_argument("--large", action="store_true", help="large print: HTML in 18 point")
    command.add_argument(
        "--evidence", action="store_true", help="a line at each question for the article and paragraph that prove it"
    )
    command.add_argument("--answer-sheet", action="store_true", help="a page of its own with a place for each answer")


def run(options: Namespace) -> int:
    """Print a paper, or write it to a file."""
    drawn = choose_paper(options, load_bank(options)).paper
    if not drawn.items:
        fail("paper", describe_no_match())
    _decide_key(options, drawn)
    out = options.out
    if out is None:
        _refuse_large(options, "-o paper.html")
        print(write_paper_markdown(drawn, VERSIONS[: options.versions], _read_extras(options)), end="")
        return OK
    write_output(out, _render(drawn, options), "paper", is_forced=options.force)
    print(render_written_paper(out, encode_paper(drawn), len(drawn.items)))
    return OK


def _decide_key(options: Namespace, drawn: Paper) -> None:
    """Leave out the key of a paper that is named by its code alone, unless it was drawn on this machine."""
    if options.no_key:
        return
    code = encode_paper(drawn)
    is_own = not options.paper or names_file(options.paper) or _is_known(normalise_code(options.paper))
    if is_own and (not options.paper or options.replace):
        # A list that cannot be kept costs a key later, and no paper now.
        with suppress(OSError):
            remember_paper(data_folder(), code)
    if not is_own:
        options.no_key = True
        print(render_key_elsewhere(), file=sys.stderr)


def _is_known(code: str) -> bool:
    return code in list_papers(data_folder())


def _read_extras(options: Namespace) -> Extras:
    return Extras(
        has_key=not options.no_key,
        has_evidence=options.evidence,
        has_answer_sheet=options.answer_sheet,
        is_large=options.large,
    )


def _refuse_large(options: Namespace, instead: str) -> None:
    """Fail where large print is asked of a form that has no sizes.

    Raises:
        UsageError: It is.
    """
    if options.large:
        fail("paper", describe_large_without_html(instead))


def _render(drawn: Paper, options: Namespace) -> bytes:
    """The paper in the form that the name of the file asks for."""
    versions = VERSIONS[: options.versions]
    kind = require_ending(options.out, KINDS_OF_FILE, "paper")
    if kind == ".json":
        if options.no_key:
            fail("paper", describe_keyless_file(options.out))
        return paper_files.dump(drawn)
    if kind == ".html":
        return write_paper_html(drawn, versions, _read_extras(options)).encode()
    _refuse_large(options, options.out.with_suffix(".html").name)
    return write_paper_markdown(drawn, versions, _read_extras(options)).encode()
