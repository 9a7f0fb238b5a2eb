"""What ``carriages export`` and ``carriages import`` say of their files."""

from collections.abc import Sequence

from game.prose.lines import count_noun

SITE_ABOUT = "the whole tour as pages of HTML: rooms, sources, glossary, differences, time line, questions"


def describe_unknown_format(name: str, suggestion: str) -> str:
    """A format that does not exist."""
    return f"no format is called {name!r}. {suggestion}"


def render_strict_export() -> str:
    """A strict export whose format cannot carry everything."""
    return "carriages export: nothing was written, because --strict allows no losses."


def describe_empty_export(name: str) -> str:
    """A format that can carry none of the questions."""
    return f"{name} can hold none of these questions"


def describe_export_ending(endings: Sequence[str], found: str) -> str:
    """A file name without an ending of the format."""
    return f"expected a file that ends in {' or '.join(endings)}, found {found!r}"


def render_exported(path: object, questions: int, proofs: int) -> str:
    """What was written; proofs are the second halves of questions that other programs ask as two."""
    more = f", {proofs} of them the proof of another" if proofs else ""
    return f"{path}: {count_noun(questions, 'question')}{more}."


# Grouped by sentence: a bank has hundreds of questions, and few kinds of loss.
def render_loss(name: str, text: str, ids: Sequence[str]) -> str:
    """What a format cannot carry, with the questions it concerns; of all of them where none is named."""
    concerned = f" ({len(ids)}): {', '.join(ids)}" if any(ids) else ""
    return f"{name}: {text}{concerned}"


def describe_refused_import(problems: int) -> str:
    """A file of which nothing is taken until all of it can be."""
    return f"nothing was written: {count_noun(problems, 'problem has', 'problems have')} to be corrected first"


def describe_no_questions_in(path: object) -> str:
    """A file without questions."""
    return f"{path} has no questions"


def render_imported(path: object, questions: int) -> str:
    """What was written, and where it belongs."""
    return f"{path}: {count_noun(questions, 'question')}. Put the file into the folder items/ of a pack."


def render_taken_ids(path: object, ids: Sequence[str]) -> str:
    """Questions with the names of others that the pack has."""
    return f"{path}: the pack already has questions with these ids: {', '.join(ids)}."


def describe_bytes(path: object, offset: int) -> str:
    """A file that is no text."""
    return f"{path}: expected UTF-8 text (in a spreadsheet: CSV UTF-8); the byte at {offset} is not"
