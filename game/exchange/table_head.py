"""What the columns of a table are called, by us and by others, and what others write in their cells."""

import re
from collections.abc import Mapping, Sequence

from game.exchange.tables import COLUMNS
from game.pack.kinds.neutral import Shape

MAX_OPTIONS = 8
"""Columns of options that are read."""

_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "stem": ("question", "question text", "questions", "prompt", "text", "frage", "fragetext", "pregunta", "enunciado"),
    "key": (
        *("answer", "correct answer", "correct answers", "correct answer s", "correct", "right answer", "solution"),
        *("correct option", "antwort", "richtige antwort", "lösung", "respuesta", "respuesta correcta", "réponse"),
    ),
    "kind": ("type", "question type", "fragetyp", "tipo"),
    "feedback": ("explanation", "rationale", "answer explanation", "general feedback", "comment", "erklärung"),
    "topics": ("tags", "topic", "category", "subject", "thema", "kategorie"),
    "id": ("qid", "question id", "nr", "no", "number", "#"),
    "level": ("difficulty",),
    "unit": ("units", "einheit"),
}
"""Our name of a column -> what others call it."""

_OPTION = re.compile(r"(?:option|answer|choice|distractor|antwort|opción|opcion|réponse|answer option)? ?([a-h]|[1-8])")

KIND_NAMES: dict[str, Shape] = {
    "multiple choice": "choice",
    "multiplechoice": "choice",
    "mc": "choice",
    "mcq": "choice",
    "single choice": "choice",
    "quiz": "choice",
    "checkbox": "multiple",
    "multiple response": "multiple",
    "multiple select": "multiple",
    "true or false": "true-false",
    "true/false": "true-false",
    "truefalse": "true-false",
    "tf": "true-false",
    "t/f": "true-false",
    "wahr/falsch": "true-false",
    "short answer": "short",
    "shortanswer": "short",
    "fill-in-the-blank": "short",
    "fill in the blank": "short",
    "numeric": "number",
    "numerical": "number",
    "matching": "match",
    "ordering": "order",
    "reorder": "order",
}
"""What others call a kind of question -> its shape."""

TRUE_WORDS = frozenset("true t yes y 1 x right correct wahr ja richtig w vrai oui verdadero sí si v cierto".split())
FALSE_WORDS = frozenset("false f no n 0 wrong incorrect falsch nein faux non falso".split())
"""What stands for true and for false in a cell."""


def read_truth(cell: str) -> bool | None:
    """Whether a cell says true or false; None for neither."""
    word = cell.strip().casefold().rstrip(".")
    if word in TRUE_WORDS:
        return True
    return False if word in FALSE_WORDS else None


def name_columns(cells: Sequence[str], mapped: Mapping[str, str]) -> list[str]:
    """Our name for each column of a table; empty for one that is not read.

    Args:
        cells: The first row.
        mapped: What a column is called -> our name for it, as the user says.
    """
    named: list[str] = []
    for cell in cells:
        folded = " ".join(re.sub(r"[_()\s:?.-]+", " ", cell.casefold()).split()) or cell.strip()
        name = mapped.get(cell.strip().casefold(), "") or _name_column(cell.strip().casefold(), folded)
        # Of two columns of one name the first is read.
        named.append(name if name not in named else "")
    return named


def _name_column(exact: str, folded: str) -> str:
    if exact in COLUMNS:
        return exact
    ours = next((name for name, others in _OTHER_NAMES.items() if folded in others), "")
    if ours:
        return ours
    option = _OPTION.fullmatch(folded)
    if not option:
        return ""
    return f"option{option[1] if option[1].isdecimal() else ord(option[1]) - ord('a') + 1}"
