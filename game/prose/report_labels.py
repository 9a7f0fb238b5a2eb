"""The words of the report of a class: headings, heads of tables, and notes."""

from collections.abc import Sequence

from game.prose.lines import count_noun

SCORES = "Scores, in percent"
ITEMS = "Items"
BY_EVIDENCE = "By what the answers rest on"
READ_BEFORE = "Read before answering?"
ANSWERS = "Answers, item by item"
TIME_AWAY = "Time away"
INTEGRITY = "Integrity of the files"
INTEGRITY_HEAD = ("Candidate", "Mark", "Time", "Integrity")
MIXED_UP = "What was mixed up"
JUDGED = "Judged in the tour"
JUDGED_NOTE = (
    "Players judge what is between two notes, choose the sentence that closes a question, and say how a line is "
    "printed. The first judgement counts. A tour does not know its player, so these are counted by tour."
)
JUDGEMENT_NAMES = {"compare-": "Two notes compared", "close-": "Questions closed", "print-": "Lines printed"}
JUDGEMENT_HEAD = ("What was judged", "Judgements", "Right", "Tours")
TEACH_AGAIN = "To teach again"

NO_ANSWER = "no answer"

TIME_AWAY_NOTE = "Only time after leaving counts against the clock."
# Said and not left out: an empty table would look as if reading made no difference.
NO_VISITS_NOTE = "No attempt says which rooms its candidate had been in."
VISITS_NOTE = "An item that is answered as well without reading asks for what everybody knows."

GAP_HEAD = ("Candidate", "Why", "How long")
ITEM_HEAD = ("", "Item", "Facility", "", "SD", "Discr.", "Effic.", "Weight", "Time", "Look at")
GROUP_HEAD = ("Rests on", "Facility", "Responses")
VISIT_HEAD = ("Item", "Had been where it is told", "Had not", "Gain")
MISCONCEPTION_HEAD = ("Because", "Items", "Answers")
ANSWER_HEAD = ("", "Answer", "All", "Strong", "Weak")

FORMULA_SOURCES = {
    "facility, deviation, discrimination, efficiency, weight": "Moodle, Quiz statistics calculations",
    "guess": "Moodle, get_random_guess_score; none where several options are ticked",
    "facility_low, facility_high": "95 %, E. B. Wilson, 1927",
    "discrimination_low, discrimination_high": "95 %, R. A. Fisher, 1921",
    "difference": "first paper minus second; 95 %, R. G. Newcombe, 1998, method 10",
}
"""Figures of the analysis -> where their formula is from."""


def render_waiting(waiting: int, total: int) -> str:
    """How many files do not count."""
    return f"{total - waiting} of {total} count; a mark in brackets does not. The figures are of those that count."


def render_report_title(tour: str) -> str:
    """The title of the page."""
    return f"{tour}: class report"


def render_report_head(code: str, bank: str, candidates: int, items: int) -> str:
    """The paper, the bank, and how many answered how much."""
    paper = f"Paper {code}, bank" if code else "Bank"
    return f"{paper} {bank}. {count_noun(candidates, 'candidate')}, {items} items."


def render_small_group(handed_in: int, least: int) -> str:
    """So few have handed in that the report would reveal single persons."""
    return f"only {handed_in} handed in; a report of fewer than {least} tells of persons"


def render_thirds_note(least: int) -> str:
    """What strong and weak mean."""
    return f"Strong and weak are the thirds with the most and the fewest marks; not told below {least}."


def render_repeated(candidates: Sequence[str]) -> str:
    """Candidates with several attempts."""
    return f"More than one attempt, of which the first counts: {', '.join(candidates)}."


def render_reworded(items: Sequence[str]) -> str:
    """Items that were asked in several wordings."""
    return f"Asked in more than one wording, of which the most frequent counts: {', '.join(items)}."


def render_score_list(bins: Sequence[int]) -> str:
    """The histogram in words, for those who do not see it."""
    reached = (f"{place * 10} to {place * 10 + 10}%: {number}" for place, number in enumerate(bins) if number)
    return f"Scores: {', '.join(reached)}"


def render_mean(mean: float) -> str:
    """The mean alone, where there are no statistics."""
    return f"Mean {mean:.0%} of the marks."


def render_mean_and_median(mean: str, median: str, items: int) -> tuple[str, str]:
    """Mean and median, as a row of the table of figures."""
    return "Mean, median", f"{mean}, {median} of {items} marks"


STANDARD_DEVIATION = "Standard deviation"
SKEWNESS_AND_KURTOSIS = "Skewness, kurtosis"
CONSISTENCY = "Coefficient of internal consistency"
ERROR_RATIO = "Error ratio"
STANDARD_ERROR = "Standard error"


def render_wrong_reasons(items: Sequence[tuple[str, int, int]]) -> str:
    """Items that some answered right for the wrong reason: id, how many did, how many answered."""
    listed = "; ".join(f"{item_id} {wrong} of {number}" for item_id, wrong, number in items)
    return f"Right for the wrong reason: {listed}."


def render_mixed_up(reasons: Sequence[str]) -> str:
    """What those who were wrong have mixed up."""
    return f"Mixed up: {' '.join(reasons)}"


def render_few(least: int) -> str:
    """A group too small to be shown."""
    return f"fewer than {least}"
