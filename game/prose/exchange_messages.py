"""What ``carriages export`` and ``carriages import`` say of their files."""

from collections.abc import Sequence

from game.prose.lines import count_noun

SITE_ABOUT = "the whole tour as pages of HTML: rooms, sources, glossary, differences, time line, questions"


NO_TEXT = "expected a text, in UTF-8 or windows-1252; this is another kind of file"


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


NOTHING_LOST = "Nothing is lost."
"""The whole list of what is lost, where that is nothing."""

WHOLE_LIST = "--losses FILE writes the whole list."


def render_cause(cause: str, number: int, shown: int) -> str:
    """How often something is lost of which only some examples are shown."""
    return f"{number} in all, {shown} shown: {cause}"


def render_loss(name: str, text: str, ids: Sequence[str], shown: int) -> str:
    """What a format cannot carry: of how many questions, and the first of them; of all where none is named.

    >>> render_loss("gift", "the unit is lost", ["a", "b", "c"], 2), render_loss("kahoot", "no source", [""], 2)
    ('gift: the unit is lost (3): a, b …', 'kahoot: no source')
    """
    concerned = f" ({len(ids)}): {', '.join(ids[:shown])}{' …' if len(ids) > shown else ''}" if any(ids) else ""
    return f"{name}: {text}{concerned}"


def render_whole_loss(name: str, question_id: str, text: str) -> str:
    """What a format cannot carry of one question, or of all, in the whole list."""
    return f"{name}: {f'{question_id}: ' if question_id else ''}{text}"


def render_outcome(taken: int, changed: int, set_aside: int) -> str:
    """What became of the questions of a file.

    >>> render_outcome(9, 2, 3), render_outcome(1, 0, 0)
    ('9 questions can be taken, 2 of them changed; 3 are set aside.', '1 question can be taken.')
    """
    more = f", {changed} of them changed" if changed else ""
    left = f"; {set_aside} {'is' if set_aside == 1 else 'are'} set aside" if set_aside else ""
    return f"{count_noun(taken, 'question')} can be taken{more}{left}."


def describe_refused_import(fit: int) -> str:
    """Questions are set aside, and nobody has said that the others are to be written."""
    return f"Nothing was written. --skip writes the {count_noun(fit, 'question')} that can be taken."


def describe_unfit(problems: Sequence[str]) -> str:
    """A file with which the pack could not be played."""
    return "\n".join(("nothing was written, because the pack could not be played with it:", *problems))


def describe_no_questions_in(path: object) -> str:
    """A file without questions."""
    return f"{path} has no questions"


def render_imported(path: object, questions: int) -> str:
    """What was written, and where it belongs."""
    return f"{path}: {count_noun(questions, 'question')}. Put the file into the folder items/ of a pack."


def describe_guessed(path: object, encoding: str) -> str:
    """A file that does not say what it is written in."""
    return f"{path}: this is no UTF-8; it is read as {encoding}. Look at letters with accents."
