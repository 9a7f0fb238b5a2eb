"""The words of the marks of a class in the browser: the teacher's pages, and the sheet of a pupil."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from game.prose.lines import count_noun, join_words

RESULTS, REPORT, TEACH_AGAIN = "Results", "Class report", "Teach again"
MARK, MARK_AGAIN, MARK_ALL_THE_SAME = "Mark now", "Mark again", "Mark all the same"
NOT_MARKED = "Nothing is marked yet. Marks are made when you ask for them."
MARKED_BEFORE = "These are the marks of when you last asked. Whoever has handed in since is not among them."
PROJECTOR = (
    "Before you mark, take this window off the projector: the page that comes shows the name and the mark of each "
    "pupil."
)
NOT_ON_TIME = "The exam is not over. What is marked now is not the end: mark again when all have handed in."
PAGES, DOWNLOADS = "To read", "To keep"
PUPILS = "Marks of each pupil"
PUPIL_HEADS = ("Pseudonym", "Mark", "Time", "Integrity")
SHEETS = "Sheets for pupils"
SHEET_RULE = (
    "A sheet shows a pupil the own answers and marks, the right answers, and where they are told. Sheets can be "
    "released when nobody is answering. From then on nobody can begin this exam. Pupils find their sheet by the page "
    "of their receipt, or at the address of the class with /sheet."
)
BY_RULE = "As you have set it up, they are released by themselves as soon as the exam is over for all."
NEVER = "You have set up that no sheet is shown in the browser."
ROUND_WAS_TOLD = "No sheets are released for a live round: all have seen the right answers."
KEPT = "All exams and live rounds of this class"
RELEASE_ALL, RELEASE_AGAIN, RELEASE_ONE = "Release all sheets", "Release all sheets again", "Release"
OTHER_KEYS = "After carriages results regrade has changed a key, release again: sheets that are out do not change."
ONE_SHEET = "The sheet of one pupil"
WITH_SMALL = "Show it all the same"
GRADEBOOK_NOTE = (
    "The gradebook is for the grade import of Moodle. It shows pseudonyms; to have names in it, make a list of names "
    "before the class joins, by carriages results roster --list class.csv --folder DIR/results (DIR is the folder of "
    "the class), and let each pupil join by the pseudonym that it prints."
)
OTHER_COLUMNS: Mapping[str, str] = {"email": "by e-mail address", "idnumber": "by ID number"}
BACK = "Back to the results"

FILE_NAMES: Mapping[str, str] = {
    "report.html": "The report as one file",
    "gradebook.csv": "Gradebook by user name",
    "marks.csv": "Marks, a row for each pupil",
    "answers.csv": "Answers, a row for each",
    "statistics.csv": "Statistics of the questions, for a spreadsheet",
    "statistics.json": "Statistics of the questions, for programs",
}

TROUBLES: Mapping[str, str] = {
    "no exam": "This class has had no exam and no live round that could be marked. Set one up first.",
    "unknown": "This class has kept no exam of this address. Choose one of those below, if there are any.",
    "goes on": "This live round goes on. End it on the page Live round: then all answers are handed in, and can be "
    "marked here.",
    "no keys": "There are no keys on this machine: the class was opened with the file that candidates get. Marks are "
    "made where your own file of the exam is. Take the folder of attempts there; its place was printed when "
    "the class was opened. Then type:",
    "no pack": "The exam is about another pack than this program was started with. Start it with --pack.",
    "not marked": NOT_MARKED,
    "nothing": "Nobody has handed in an exam that counts. Mark again when somebody has.",
    "small": "Fewer than five have handed in. Figures of so few tell nearly what each pupil has answered, so do not "
    "show them to the class or pass them on. The button shows them to you: you see the marks of each pupil anyway.",
    "not kept": "The results could not be read or written. Look whether the disk is full, and try again.",
    "unreadable": "What was decided about this exam earlier, or the list of names, cannot be read. Look at the folder "
    "of the results.",
}
COMMAND = "carriages results collect DIR/attempts --exam class.exam --from-class"

SHEET, YOUR_MARK, YOU_SAID, RIGHT_IS, ALSO_RIGHT = "Your sheet", "Your mark", "You said", "Right is", "Also right"
TOLD_IN = "Where it is told"
OTHER_SHEETS = "Your other sheets"
TO_SHEET, TO_CLASS = "See your sheet", "Back to the class"
SIGNS: Mapping[str, str] = {"✓": "right", "✗": "wrong", "~": "partly right"}

TEACH_NOTE = "The questions that were missed most, the hardest first. No pupil is named. Print it as it is."
NOTHING_MISSED = "Nobody has missed anything."
MIXED_UP = "Mixed up"


def describe_counted(counted: int, total: int, questions: int) -> str:
    """How many exams were marked."""
    left_out = total - counted
    rest = f" {count_noun(left_out, 'exam')} not counted; see the report." if left_out else ""
    return f"{count_noun(counted, 'exam')} of {count_noun(questions, 'question')} marked.{rest}"


def describe_round(counted: int, total: int, questions: int) -> str:
    """How many pupils of a live round were marked."""
    left_out = total - counted
    rest = f" {count_noun(left_out, 'pupil')} not counted; see the report." if left_out else ""
    return f"{count_noun(counted, 'pupil')} of a live round with {count_noun(questions, 'question')} marked.{rest}"


def describe_kept(moment: datetime | None, attempts: int, *, is_live: bool) -> str:
    """One of the exams and rounds of a class."""
    when = f"{moment.astimezone():%Y-%m-%d %H:%M}, " if moment else ""
    return f"{'live round' if is_live else 'exam'}, {when}{count_noun(attempts, 'attempt')}"


def describe_answering(names: Sequence[str]) -> str:
    """Who is still answering."""
    verb = "is" if len(names) == 1 else "are"
    return f"{join_words(names)} {verb} still answering. Wait, or hand in for them on the board."


def describe_folder(name: str) -> str:
    """Where the command line finds the same results; no page tells where on the machine that is."""
    return f"The command line goes on with the same results, in the folder of the class: --folder DIR/results/{name}"


def describe_released(number: int, total: int) -> str:
    """How many sheets are out."""
    return f"{number} of {count_noun(total, 'sheet')} released." if number else "No sheet is released."


def describe_mark(worth: float, total: int) -> str:
    """The marks of a pupil."""
    return f"{worth:.2f} of {total}"


def describe_missed(facility: float) -> str:
    """How many had it right."""
    return f"{facility:.0%} of the marks"
