"""Every command of ``carriages``: its name, the module that answers, and its line in ``--help``.

This table imports nothing. A command's module is imported only when its name is typed, so that playing, which types no
name at all, pays for none of them. The price is that a text names the module; a test proves that each module exists and
has ``add_options`` and ``run``.
"""

from typing import NamedTuple


class CommandRow(NamedTuple):
    """One command."""

    module: str
    """Inside ``game.commandline``."""
    help: str
    """Its line in the list of commands."""


COMMANDS = {
    "quiz": CommandRow("quiz_command", help="practise: questions with feedback; missed facts come back"),
    "exam": CommandRow("exam_command", help="sit a paper: no feedback until it is handed in, every answer kept"),
    "paper": CommandRow("paper_command", help="print a paper with its key; or the one a code names"),
    "export": CommandRow("export_command", help="write questions for Moodle, Anki, Kahoot and others"),
    "import": CommandRow("import_command", help="turn questions in GIFT or CSV into a pack's items file"),
    "results": CommandRow("results_command", help="a class: collect, look at, report, send"),
    "check": CommandRow("check_command", help="check a pack and print all its problems"),
    "lint": CommandRow("lint_command", help="find questions that are false, arguable or guessable"),
    "ledger": CommandRow(
        "ledger_command", help="print what a machine reads out of a fact: figures, dates, names, hedges"
    ),
    "sources": CommandRow("sources_command", help="scan an article into a source map, without its sentences"),
    "print": CommandRow("print_command", help="print the whole tour as linear text, every fact with its source"),
    "replay": CommandRow(
        "replay_command", help="play the lines of a transcript or a record again and print what comes"
    ),
    "art": CommandRow("art_command", help="print the picture of a room; for whoever draws"),
    "schema": CommandRow("schema_command", help="print the JSON Schema of a kind of file"),
}
"""What is typed after ``carriages`` -> its row, in the order of ``--help``."""

RESULTS_ACTIONS = {
    "collect": CommandRow("results.collect_action", help="bring attempts from other folders; as often as you like"),
    "report": CommandRow("results.report_action", help="write a page, or a table"),
    "xapi": CommandRow("results.xapi_action", help="responses as xAPI statements"),
    "certificate": CommandRow("results.certificate_action", help="a page for one who handed in"),
    "roster": CommandRow("results.roster_action", help="give pseudonyms to names, or list them"),
    "forget": CommandRow("results.forget_action", help="delete somebody's attempts and the link to the name"),
}
"""What is typed after ``carriages results`` -> its row."""
