"""``carriages export``: write questions for Moodle, Anki, Kahoot and others, or the whole tour as a site."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from game.commandline.exit_status import DIFFERS, OK
from game.commandline.loss_report import MAX_EXAMPLES, add_losses_option, write_losses
from game.commandline.output import show_progress, write_output
from game.commandline.paper_choice import choose_paper
from game.commandline.question_choice import choose_selection, load_bank
from game.commandline.shared_options import add_drawing_options, add_output_options, add_pack_option
from game.commandline.usage_error import fail
from game.core.clock import now
from game.core.disk import is_folder
from game.core.memory import pause_collector
from game.core.paths import data_folder
from game.exchange import FORMATS, Exported, Format, Loss, collect_questions, list_losses
from game.pack.kinds.neutral import PROOF
from game.prose import exchange_messages as messages
from game.prose.command_messages import describe_no_match
from game.prose.format_losses import LEFT_OUT
from game.prose.suggestions import suggest
from game.quiz.bank import Bank
from game.quiz.papers import MAX_ITEMS_PER_PAPER, select_entries

MIN_QUESTIONS_FOR_PROGRESS_BAR = 2_000
"""An export of fewer questions takes less than a second."""

QUESTIONS_PER_PROGRESS_STEP = 500

SITE = "site"
"""Is typed in place of a format for the whole tour as pages, and not its questions alone."""


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument(
        "format",
        nargs="?",
        default="",
        metavar="FORMAT",
        help="the format, such as gift or moodle-xml, or site for the whole tour as pages; --list shows all formats",
    )
    command.add_argument(
        "paper",
        nargs="?",
        metavar="PAPER",
        help="code or file of a paper (default: the questions chosen below); with site: the pack",
    )
    add_pack_option(command)
    add_drawing_options(command, items=0)
    command.add_argument(
        "--strict", action="store_true", help="write nothing if the format would lose a part of any question"
    )
    add_losses_option(command)
    add_output_options(command, help="file to write, with site: folder (default: named after the tour)")
    command.add_argument("--list", action="store_true", help="list the formats, then stop")


def run(options: Namespace) -> int:
    """Write questions in the format of another program; first print what this format cannot carry."""
    if options.list:
        print(*(f"{name:12} {kind.suffix:10} {kind.about}" for name, kind in FORMATS.items()), sep="\n")
        print(f"{SITE:12} {'folder':10} {messages.SITE_ABOUT}")
        return OK
    if options.format == SITE:
        from game.commandline.site_export import write_site  # no format of questions needs the pictures

        return write_site(options)
    if options.format not in FORMATS:
        fail("export", messages.describe_unknown_format(options.format, suggest(options.format, (*FORMATS, SITE))))
    made = _choose_questions(options, load_bank(options))
    if not made.questions:
        fail("export", describe_no_match())
    losses = list_losses(made, options.format)
    write_losses(options, "export", [messages.render_whole_loss(options.format, *loss) for loss in losses])
    _print_losses(losses, options.format, has_file=options.losses is not None)
    if losses and options.strict:
        print(messages.render_strict_export(), file=sys.stderr)
        return DIFFERS
    out = _choose_file(options, made, FORMATS[options.format])
    left_out = {loss.question_id for loss in losses if loss.text.startswith(LEFT_OUT)}
    if len(left_out) == len(made.questions):
        fail("export", messages.describe_empty_export(options.format))
    with pause_collector():
        _write(options, out, made)
    _print_summary(out, [question.id for question in made.questions if question.id not in left_out])
    return OK


def _write(options: Namespace, out: Path, made: Exported) -> None:
    """Write the file; a deck keeps the times of its notes for the next one."""
    if options.format != "anki":
        write_output(out, FORMATS[options.format].write(_watch(made)), "export", is_forced=options.force)
        return
    from game.exchange.anki import write_kept
    from game.exchange.anki_times import NoteTimes

    times = NoteTimes.load(data_folder(), made.tour)
    deck = write_kept(_watch(made), times, int(now().timestamp()))
    write_output(out, deck, "export", is_forced=options.force)
    # Times that cannot be kept cost an update later, and no deck now.
    with suppress(OSError):
        times.save()


def _choose_questions(options: Namespace, bank: Bank) -> Exported:
    """The questions of a paper if one is named or drawn, else all that fit the selection."""
    if options.paper or options.items or options.seed is not None or options.replace:
        options.items = options.items or MAX_ITEMS_PER_PAPER
        chosen = choose_paper(options, bank)
        return collect_questions(bank, chosen.paper, (), chosen.code)
    options.items = MAX_ITEMS_PER_PAPER
    return collect_questions(bank, None, select_entries(bank, choose_selection(options, bank)), "")


def _choose_file(options: Namespace, made: Exported, kind: Format) -> Path:
    out: Path = options.out or Path(f"{made.tour}{kind.suffix}")
    if not is_folder(out) and out.suffix.casefold() not in kind.endings:
        fail("export", messages.describe_export_ending(kind.endings, out.name))
    return out


def _print_summary(out: Path, written: Sequence[str]) -> None:
    proofs = sum(question_id.endswith(PROOF) for question_id in written)
    print(messages.render_exported(out, len(written), proofs))


def _watch(made: Exported) -> Exported:
    """The same questions. With many questions and a terminal, they paint a progress bar while they are written."""
    if len(made.questions) < MIN_QUESTIONS_FOR_PROGRESS_BAR or not sys.stderr.isatty():
        return made
    return replace(made, questions=_WatchedQuestions(made.questions))


class _WatchedQuestions(tuple):  # type: ignore[type-arg] # of questions
    """Questions that paint a progress bar while a writer reads them.

    It is a tuple, so the writers of formats need not know the bar.
    """

    __slots__ = ()

    def __iter__(self) -> Iterator[object]:
        for number, question in enumerate(super().__iter__(), start=1):
            if number % QUESTIONS_PER_PROGRESS_STEP == 0 or number == len(self):
                show_progress(number, len(self))
            yield question


def _print_losses(losses: Sequence[Loss], name: str, *, has_file: bool) -> None:
    """Print each thing that the format cannot carry, with how many questions it concerns and the first of them."""
    causes: dict[str, list[str]] = {}
    for loss in losses:
        causes.setdefault(loss.text, []).append(loss.question_id)
    for text, ids in causes.items():
        print(messages.render_loss(name, text, ids, MAX_EXAMPLES), file=sys.stderr)
    if not has_file and any(len(ids) > MAX_EXAMPLES for ids in causes.values()):
        print(messages.WHOLE_LIST, file=sys.stderr)
