"""The messages of the actions of ``carriages results`` that are about an exam that is a file."""


def describe_no_exam(folder: object) -> str:
    """A class without an exam."""
    return f"{folder} has no exam; collect one first: carriages results collect DIR --exam class.exam"


def describe_other_exam(folder: object) -> str:
    """A second exam for a folder that has one."""
    return f"{folder} holds another exam already; use another folder: --folder DIR"


def describe_bad_decisions(path: object, detail: str) -> str:
    """The decisions cannot be read."""
    return f"{path} cannot be read: {detail}"


def describe_no_such_candidate(name: str, known: str) -> str:
    """A name that nobody in the exam has."""
    return f"nobody in this exam is called {name!r}; there are {known}"


def describe_no_receipt(path: object) -> str:
    """A list of receipts without any."""
    return f"{path} holds no receipt: expected lines such as Stoker-07 K7QF-2MPX-9D"


def describe_unreadable_list(path: object, detail: str) -> str:
    """A list of receipts that cannot be read."""
    return f"{path}: {detail}"


def render_gathered(folder: object, new: int, known: int, receipts: int) -> str:
    """What came of collecting."""
    return f"{folder}: {new} new files, {known} already known, {receipts} receipts."


def render_assigned(old: str, new: str) -> str:
    """A name was joined to another."""
    return f"{old} is {new} from now on."


def describe_change_form(text: str) -> str:
    """A change of a key that is none."""
    return f"expected the number of a question and an answer, as q07=B or q07=12; found {text!r}"


def describe_no_such_question(number: str, total: int) -> str:
    """A question that the paper does not have."""
    return f"there is no question {number}; this paper has q01 to q{total:02}"


def describe_no_answer(number: str, text: str) -> str:
    """A key that is no answer to its question."""
    return f"{text!r} is no answer to {number}; type it as a candidate would, with the words of an option"


def describe_no_changes() -> str:
    """Nothing to regrade."""
    return "regrade needs --key q07=ANSWER (in place of the key), --also q07=ANSWER (right too) or --void q07"


def render_released_sheets(folder: object, number: int) -> str:
    """The sheets were written."""
    return f"{folder}: {number} sheets with the right answers, one for each candidate who counts."
