"""Every command of ``carriages``: its name, the module that answers, and its line in ``--help``.

This table imports nothing. A command's module is imported only when its name is typed, so that starting the game
imports none of them. Therefore the table names each module as a text; a test proves that the module exists and has
``add_options`` and ``run``.
"""

from typing import NamedTuple


class CommandRow(NamedTuple):
    """One command."""

    module: str
    """Inside ``game.commandline``."""
    help: str
    """Its line in the list of commands."""
    description: str
    """The text above its options in its own ``--help``."""
    example: str
    """A command line that works as written, or with the reader's own files."""


COMMANDS = {
    "quiz": CommandRow(
        "quiz_command",
        help="practise with feedback; facts you missed are asked again",
        description="Practise. Each answer gets feedback with its source. A fact you missed is asked again later.",
        example="carriages quiz --items 5 --level 1",
    ),
    "serve": CommandRow(
        "serve_command",
        help="the tour in a browser, for this machine or for others in its network",
        description="Serve the tour as pages for browsers; they work without a script. Each browser has a tour of its "
        "own, which is kept. Only this machine can open it, unless --lan is given. Needs the part [class].",
        example="carriages serve --lan",
    ),
    "class": CommandRow(
        "class_command",
        help="a class in browsers: it sits an exam, or what you set up on its board",
        description="Open a class in browsers: pupils join by a code, the clock is kept here, and no page of an exam "
        "holds a key. With FILE it sits that exam; else you set it up on its board. Needs the part [class].",
        example="carriages class class.exam --lan",
    ),
    "exam": CommandRow(
        "exam_command",
        help="take an exam: no feedback until you hand in; make one for a class",
        description="Take an exam: with FILE.exam by the rules in the file, else a practice exam by the options. Every "
        "answer is kept at once. Or do one of the actions.",
        example="carriages exam --items 10 --minutes 15 --name Stoker-07",
    ),
    "paper": CommandRow(
        "paper_command",
        help="print an exam paper with its answer key",
        description="Draw an exam paper and print it with its answer key. The code gives the same questions again; on "
        "another machine without the key.",
        example="carriages paper --items 12 --level 1 -o paper.html",
    ),
    "export": CommandRow(
        "export_command",
        help="write questions for Moodle, Anki, Kahoot and others, or the tour as a site",
        description="Write questions in the format of another program; what it cannot hold is listed. With site: write "
        "the whole tour as pages of HTML into a folder.",
        example="carriages export moodle-xml --level 1 -o questions.xml",
    ),
    "import": CommandRow(
        "import_command",
        help="turn questions in GIFT or CSV into questions of a pack",
        description="Turn questions in GIFT or CSV into an items file of a pack. Those that cannot be used are named.",
        example="carriages import questions.gift --room lounge",
    ),
    "results": CommandRow(
        "results_command",
        help="results of a class: collect, show, report, send",
        description="Show the results of a class, or do something with them.",
        example="carriages results --paper 8000-6V1Y-MPMD",
    ),
    "new": CommandRow(
        "new_command",
        help="draft a pack from articles",
        description="Draft a pack from articles: rooms, facts, names, differences. You confirm them; it plays at once.",
        example="carriages new my-tour article.txt",
    ),
    "write": CommandRow(
        "write_command",
        help="watch a pack while you write it: problems, drafts and the room at each save",
        description="Watch a pack while you write it. Each save shows what is wrong, what is left, how the room plays. "
        "Keys accept, edit and refuse drafts: c, e, r, each with Enter.",
        example="carriages write my-tour",
    ),
    "check": CommandRow(
        "check_command",
        help="check a pack and print all its problems",
        description="Check all files of a pack. Every problem is printed with its file, line and column.",
        example="carriages check",
    ),
    "lint": CommandRow(
        "lint_command",
        help="find questions that are false, unclear or easy to guess",
        description="Read all questions of a pack and print those that are false, unclear or easy to guess.",
        example="carriages lint --card",
    ),
    "ledger": CommandRow(
        "ledger_command",
        help="show the figures, dates, names and hedges that the program finds in a fact",
        description="Show what the program finds in a fact: its figures, dates, names, hedges and denials. With sign, "
        "print the line that a person adds to a fact after comparing it with its paragraphs.",
        example="carriages ledger show",
    ),
    "sources": CommandRow(
        "sources_command",
        help="make the source map of an article, without its sentences",
        description="Read an article and print its source map for a pack. The map holds no sentence of the article.",
        example="carriages sources scan article.txt --id C",
    ),
    "print": CommandRow(
        "print_command",
        help="print the whole tour as text, every fact with its source",
        description="Print the whole tour as text, room by room, every fact with its source.",
        example="carriages print --markdown",
    ),
    "replay": CommandRow(
        "replay_command",
        help="play the lines of a transcript again and print the replies",
        description="Play the lines of a transcript or a record again and print the replies. No tour is changed.",
        example="carriages replay transcript.txt",
    ),
    "art": CommandRow(
        "art_command",
        help="print the pictures of the rooms",
        description="Print the picture of a room, or all pictures. For authors who draw pictures for a pack.",
        example="carriages art lounge --hour dusk",
    ),
    "pack": CommandRow(
        "pack_command",
        help="make a pack one file that can be sent",
        description="Check a pack and write it as one file. Articles stay out of it; drafts and errors are refused.",
        example="carriages pack my-tour -o my-tour.tour",
    ),
    "packs": CommandRow(
        "packs_command",
        help="packs that are installed: list, add, remove",
        description="List the packs that are installed, or do something with them. --pack ID plays one.",
        example="carriages packs",
    ),
    "settings": CommandRow(
        "settings_command",
        help="show the settings, or change one, such as plain on",
        description="Show the settings of the screen, or change one. With plain on, every start is in line mode.",
        example="carriages settings plain on",
    ),
    "schema": CommandRow(
        "schema_command",
        help="print the JSON Schema of a kind of file",
        description="Print the JSON Schema of a kind of file. Editors use it to complete and check files.",
        example="carriages schema room",
    ),
}
"""What is typed after ``carriages`` -> its row, in the order of ``--help``."""

EXAM_ACTIONS = {
    "new": CommandRow(
        "exams.new_action",
        help="make the file of an exam: paper, keys, rules",
        description="Make the file of an exam. It holds the questions, the keys and the rules; keep it for yourself.",
        example="carriages exam new class.exam --items 12 --minutes 30 --factor Stoker-07=1.25",
    ),
    "hand-out": CommandRow(
        "exams.hand_out_action",
        help="write what the candidates get: questions and rules, no keys",
        description="Write the file that the candidates get. It holds questions and rules, and no key.",
        example="carriages exam hand-out class.exam -o pupil.exam",
    ),
}
"""What is typed after ``carriages exam`` -> its row. Anything else is the file of an exam."""

RESULTS_ACTIONS = {
    "collect": CommandRow(
        "results.collect_action",
        help="take attempts from other folders into the folder of the class",
        description="Copy attempts into the folder of the class. Doing it again adds only what is new.",
        example="carriages results collect handed-in/",
    ),
    "close": CommandRow(
        "results.close_action",
        help="count an exam that was not handed in as it is",
        description="Count an exam that was not handed in, because the machine broke or the window was closed.",
        example="carriages results close Guard-05",
    ),
    "assign": CommandRow(
        "results.assign_action",
        help="say whose attempt it is, where a name was mistyped",
        description="Say that what was handed in under one name belongs to another. The files are not changed.",
        example="carriages results assign Stocker-07 Stoker-07",
    ),
    "regrade": CommandRow(
        "results.regrade_action",
        help="mend a key and mark all again",
        description="Give a question another key, or a second right answer, and mark all attempts again. What has "
        "changed is printed.",
        example="carriages results regrade --also q07=Pyongyang",
    ),
    "release": CommandRow(
        "results.release_action",
        help="write the sheets with the right answers, one for each candidate",
        description="Write the sheets of an exam: for each candidate who counts, marks, answers and right answers.",
        example="carriages results release -o sheets",
    ),
    "report": CommandRow(
        "results.report_action",
        help="write the results as a page or a table",
        description="Write the results of a class as a page (.html) or a table (.csv).",
        example="carriages results report -o class.html",
    ),
    "analysis": CommandRow(
        "results.analysis_action",
        help="write the figures of each question as data",
        description="Write all figures of each question as a table (.csv) or for programs (.json): facility, guess "
        "score, discrimination with their 95 % intervals, and the difference between two papers.",
        example="carriages results analysis -o items.csv",
    ),
    "xapi": CommandRow(
        "results.xapi_action",
        help="write or send the answers as xAPI statements",
        description="Write the answers as xAPI statements, or send them to a learning record store.",
        example="carriages results xapi -o statements.json",
    ),
    "certificate": CommandRow(
        "results.certificate_action",
        help="write a certificate for one candidate",
        description="Write a certificate for one candidate who has handed in an exam.",
        example="carriages results certificate Stoker-07",
    ),
    "roster": CommandRow(
        "results.roster_action",
        help="give pseudonyms to names, or list them",
        description="Give a pseudonym to each name, so that attempts hold no name. Without NAME, list the roster.",
        example="carriages results roster --list class.xlsx --column Name",
    ),
    "forget": CommandRow(
        "results.forget_action",
        help="delete the attempts of one person and the link to the name",
        description="Delete all attempts of one person in the folder of the class, and the link to the name.",
        example="carriages results forget Stoker-07",
    ),
}
"""What is typed after ``carriages results`` -> its row."""

PACKS_ACTIONS = {
    "add": CommandRow(
        "packs.add_action",
        help="install a pack, so that its id is enough to play it",
        description="Install a pack. Where another one has its id, you are asked which to keep.",
        example="carriages packs add my-tour.tour",
    ),
    "remove": CommandRow(
        "packs.remove_action",
        help="remove an installed pack; its tours and results stay",
        description="Remove an installed pack. Tours, practice and results of it stay where they are.",
        example="carriages packs remove my-tour",
    ),
}
"""What is typed after ``carriages packs`` -> its row."""
