"""What can be typed after ``carriages``: every command with its options, and the figures they may have."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter, _SubParsersAction
from pathlib import Path

from game import __version__

DESCRIPTION = """\
A walk through the armoured 21-carriage train of two news articles of September 2023.
Every sentence knows its source. Without a command, the tour begins or goes on.
"""

EPILOG = """\
environment:
  CARRIAGES_HOME   folder for saves and the cache, instead of the system's own
  NO_COLOR         no colour; TERM=dumb, or no terminal, means line mode
  CARRIAGES_LRS_USER, CARRIAGES_LRS_PASSWORD
                   for results xapi --lrs
"""


def parser() -> ArgumentParser:
    """What can be typed after ``carriages``."""
    top = ArgumentParser(
        prog="carriages", description=DESCRIPTION, epilog=EPILOG, formatter_class=RawDescriptionHelpFormatter
    )
    top.add_argument("--version", action="version", version=f"carriages {__version__}")
    top.add_argument("--plain", action="store_true", help="line mode: lines in, lines out, no screen")
    top.add_argument("--ascii", action="store_true", help="write nothing but ASCII; pictures in characters")
    top.add_argument("--seed", type=int, metavar="N", help="decides the order of options (default 0)")
    top.add_argument("--new", action="store_true", help="begin a new tour even when one is kept")
    top.add_argument("--pack", type=Path, metavar="DIR", help="play the pack in this folder instead of our own")
    _add_commands(top)
    return top


def _add_commands(top: ArgumentParser) -> None:
    commands = top.add_subparsers(dest="command", title="commands", metavar="")
    _add_quizzes(commands)
    _add_teaching(commands)
    _add_import(commands)
    _add_results(commands)
    check = commands.add_parser("check", help="check a pack and print all its problems")
    check.add_argument("pack_folder", nargs="?", type=Path, metavar="DIR", help="the pack; our own when left out")
    check.add_argument("--articles", type=Path, metavar="DIR", help="check it against the articles in this folder too")
    check.add_argument("--coverage", action="store_true", help="print what rests on each paragraph of the sources")
    lint = commands.add_parser("lint", help="find questions that are false, arguable or guessable")
    lint.add_argument("pack_folder", nargs="?", type=Path, metavar="DIR", help="the pack; our own when left out")
    lint.add_argument("--format", choices=["text", "json"], default="text", help="how findings are printed")
    lint.add_argument("--card", action="store_true", help="print the quality card of the bank instead")
    lint.add_argument("--baseline", type=Path, metavar="FILE", help="leave out what this list of --format json has")
    lint.add_argument("--strict", action="store_true", help="fail on warnings, too")
    lint.add_argument("--rules", action="store_true", help="print what each rule is about, and go")
    sources = commands.add_parser("sources", help="scan an article into a source map, without its sentences")
    sources.add_argument("action", choices=["scan"])
    sources.add_argument("article", type=Path, metavar="ARTICLE", help="the article as a text file")
    sources.add_argument("--id", default="A", metavar="LETTER", help="the capital letter it is cited by (default A)")
    whole = commands.add_parser("print", help="print the whole tour as linear text, every fact with its source")
    whole.add_argument("--markdown", action="store_true", help="as Markdown")
    replay = commands.add_parser("replay", help="play the lines of a transcript or a record again and print what comes")
    replay.add_argument("file", type=Path, metavar="FILE", help="a transcript, or typed lines, one a line")
    replay.add_argument("--seed", type=int, metavar="N", default=None, help="another seed than the transcript's")
    _add_art(commands.add_parser("art", help="print the picture of a room; for whoever draws"))
    schema = commands.add_parser("schema", help="print the JSON Schema of a kind of file")
    schema.add_argument(
        "kind",
        nargs="?",
        default="",
        help="tour, sources, facts, entities, differences, room, paper or attempt; all if left out",
    )
    schema.add_argument("-o", "--out", type=Path, metavar="DIR", help="write one file a kind into this folder instead")


def _add_quizzes(commands: "_SubParsersAction[ArgumentParser]") -> None:
    quiz = commands.add_parser("quiz", help="practise: questions with feedback; missed facts come back")
    _add_front_end(quiz)
    _add_selection(quiz, items=10)
    quiz.add_argument("--seed", type=_seed, metavar="N", help="decides what is asked (default: another one each time)")
    quiz.add_argument("--due", action="store_true", help="only what is due to be asked again")
    quiz.add_argument("--learner", default="", metavar="NAME", help="whose deck it is, where several share a machine")
    quiz.add_argument("--tags", action="store_true", help="print what --only knows, and go")
    exam = commands.add_parser("exam", help="sit a paper: no feedback until it is handed in, every answer kept")
    _add_front_end(exam)
    exam.add_argument("--paper", metavar="PAPER", help="the paper's code, or its file")
    _add_drawing(exam)
    exam.add_argument("--name", default="", metavar="NAME", help="the candidate's name or code; asked for otherwise")
    exam.add_argument("--minutes", type=_minutes, default=0.0, metavar="N", help="the limit (default none)")
    exam.add_argument("--factor", type=_factor, default=1.0, metavar="X", help="extends this candidate's time: 1.25")
    exam.add_argument("--open-book", action="store_true", help="the notebook may be searched")
    exam.add_argument("--pausable", action="store_true", help="the candidate may stop the clock")
    exam.add_argument("--hide-marks", action="store_true", help="the sheet at the end leaves the marks out")
    exam.add_argument("--folder", type=Path, metavar="DIR", help="where attempts are kept")
    exam.add_argument("--fresh", action="store_true", help="begin another attempt even when there is one")
    paper = commands.add_parser("paper", help="print a paper with its key; or the one a code names")
    paper.add_argument("paper", nargs="?", metavar="PAPER", help="its code, or its file; drawn anew when left out")
    paper.add_argument("--pack", type=Path, metavar="DIR", default=SUPPRESS, help="another pack")
    _add_drawing(paper)
    paper.add_argument("-o", "--out", type=Path, metavar="FILE", help="write .md, .html, or .json to be sat with exam")
    paper.add_argument("--versions", type=int, choices=[1, 2, 3, 4], default=1, help="how many versions: A, B, C, D")
    paper.add_argument("--no-key", action="store_true", help="without blueprint and key")
    paper.add_argument("--large", action="store_true", help="in 18 point, as HTML")
    paper.add_argument("--force", action="store_true", help="write over a file that is there")


def _add_teaching(commands: "_SubParsersAction[ArgumentParser]") -> None:
    export = commands.add_parser("export", help="write questions for Moodle, Anki, Kahoot and others")
    export.add_argument("format", nargs="?", default="", metavar="FORMAT", help="gift, moodle-xml, ...; --list has all")
    export.add_argument("paper", nargs="?", metavar="PAPER", help="a paper's code, or its file; a selection otherwise")
    export.add_argument("--pack", type=Path, metavar="DIR", default=SUPPRESS, help="another pack")
    _add_drawing(export, items=0)
    export.add_argument("-o", "--out", type=Path, metavar="FILE", help="where to (default: the tour's name)")
    export.add_argument("--strict", action="store_true", help="write nothing when the format cannot carry all")
    export.add_argument("--force", action="store_true", help="write over a file that is there")
    export.add_argument("--list", action="store_true", help="print the formats, and go")


def _add_import(commands: "_SubParsersAction[ArgumentParser]") -> None:
    import_ = commands.add_parser("import", help="turn questions in GIFT or CSV into a pack's items file")
    import_.add_argument("file", type=Path, metavar="FILE", help=".gift, .txt or .csv")
    import_.add_argument("--pack", type=Path, metavar="DIR", default=SUPPRESS, help="the pack they are to join")
    import_.add_argument("--room", default="", metavar="ID", help="where questions are asked that name no room")
    import_.add_argument("--fact", action="append", default=[], metavar="ID", help="what those rest on that name none")
    import_.add_argument("-o", "--out", type=Path, metavar="FILE", help="where to (default: its name, ending in .yaml)")
    import_.add_argument("--force", action="store_true", help="write over a file that is there")


def _add_results(commands: "_SubParsersAction[ArgumentParser]") -> None:
    results = commands.add_parser("results", help="a class: collect, look at, report, send")
    _add_front_end(results)
    results.add_argument("--folder", type=Path, metavar="DIR", help="where results are kept")
    results.add_argument("--paper", metavar="CODE", help="of one paper only")
    actions = results.add_subparsers(dest="action", title="what to do (nothing: look at the class)", metavar="")
    collect = actions.add_parser("collect", help="bring attempts from other folders; as often as you like")
    collect.add_argument(
        "folders", nargs="*", type=Path, metavar="DIR", help="where attempts are (default: this player's)"
    )
    report = actions.add_parser("report", help="write a page, or a table")
    report.add_argument("--long", action="store_true", help="as a table with a row a response")
    report.add_argument(
        "--gradebook",
        choices=["username", "email", "idnumber"],
        help="as a table for Moodle's grade import; the roster's names go into that column",
    )
    report.add_argument("--small", action="store_true", help="tell of groups under five, too")
    xapi = actions.add_parser("xapi", help="responses as xAPI statements")
    xapi.add_argument(
        "--lrs",
        metavar="URL",
        help="send them to this store; CARRIAGES_LRS_USER and CARRIAGES_LRS_PASSWORD are its credentials",
    )
    certificate = actions.add_parser("certificate", help="a page for one who handed in")
    certificate.add_argument("candidate", metavar="CANDIDATE", help="as in the attempt: Stoker-07")
    certificate.add_argument("--name", default="", metavar="NAME", help="the name to print; it is kept nowhere")
    for writing in (report, xapi, certificate):
        writing.add_argument("-o", "--out", type=Path, metavar="FILE", help="where to")
        writing.add_argument("--force", action="store_true", help="write over a file that is there")
    roster = actions.add_parser("roster", help="give pseudonyms to names, or list them")
    roster.add_argument("names", nargs="*", metavar="NAME", help="whom to add, in quotes: a name, or an address")
    roster.add_argument("--list", type=Path, metavar="FILE", help="a file with a name a line")
    forget = actions.add_parser("forget", help="delete somebody's attempts and the link to the name")
    forget.add_argument("name", metavar="NAME", help="the name, or the pseudonym")
    for action in actions.choices.values():
        action.add_argument("--folder", type=Path, metavar="DIR", default=SUPPRESS, help="where results are kept")
        action.add_argument("--paper", metavar="CODE", default=SUPPRESS, help="of one paper only")


def _add_front_end(command: ArgumentParser) -> None:
    """What can be said before a command can be said after it."""
    command.add_argument("--plain", action="store_true", default=SUPPRESS, help="line mode")
    command.add_argument("--ascii", action="store_true", default=SUPPRESS, help="nothing but ASCII")
    command.add_argument("--pack", type=Path, metavar="DIR", default=SUPPRESS, help="another pack")


def _add_selection(command: ArgumentParser, items: int) -> None:
    told = f"how many (default {items or 'all'})"
    command.add_argument("--items", type=_items, default=items, metavar="N", help=told)
    command.add_argument("--level", type=int, choices=[1, 2, 3], action="append", default=[], help="may be repeated")
    command.add_argument(
        "--only", action="append", default=[], metavar="TAG", help="a carriage, a topic, a name; may be repeated"
    )
    command.add_argument("--kind", action="append", default=[], metavar="KIND", help="choice, number, order, ...")


def _add_drawing(command: ArgumentParser, items: int = 20) -> None:
    _add_selection(command, items=items)
    command.add_argument("--seed", type=_seed, metavar="N", help="which paper is drawn (default 0)")
    command.add_argument("--without", action="append", default=[], metavar="ID", help="leave a question out")
    command.add_argument(
        "--shuffle", choices=["on", "off"], default="on", help="off keeps the options in the authors' order"
    )
    command.add_argument("--as-drawn", action="store_true", help="of a paper's file: the questions as they were")
    command.add_argument("--as-now", action="store_true", help="of a paper's file: the questions as the pack has them")


def _add_art(art: ArgumentParser) -> None:
    art.add_argument("name", nargs="?", default="", metavar="NAME", help="the scene; all of them when left out")
    art.add_argument("--width", type=_columns, default=82, metavar="N", help="columns (default 82)")
    art.add_argument("--rows", type=_rows, default=14, metavar="N", help="rows, from 8; from 20 at twice the size")
    art.add_argument("--colours", choices=["truecolor", "256", "ascii"], default="truecolor")
    art.add_argument("--hour", choices=["night", "dawn", "day", "dusk"], default="dusk")
    art.add_argument("--check", action="store_true", help="find what is wrong with sprites and scenes")


def _items(text: str) -> int:
    return _between(text, 1, 255)


def _seed(text: str) -> int:
    return _between(text, 0, 2**32 - 1)


def _minutes(text: str) -> float:
    return _figure(text, 0.01, 1440)


def _factor(text: str) -> float:
    return _figure(text, 1, 10)


def _figure(text: str, least: float, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not least <= value <= most:
        raise ArgumentTypeError(f"expected a figure from {least:g} to {most:g}, found {text!r}")
    return value


def _columns(text: str) -> int:
    return _between(text, 20, 400)


def _rows(text: str) -> int:
    return _between(text, 8, 28)


def _between(text: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise ArgumentTypeError(f"expected a number from {least} to {most}, found {text!r}")
    return int(text)
