"""What others call the columns of a table of questions, the kinds of question, true and false."""

from game.pack.kinds.neutral import Shape

COLUMN_NAMES: dict[str, tuple[str, ...]] = {
    "stem": (
        "question",
        "question text",
        "questions",
        "prompt",
        "text",
        "frage",
        "fragetext",
        "pregunta",
        "enunciado",
        "front",
        "vorderseite",
    ),
    "key": (
        *("answer", "correct answer", "correct answers", "correct answer s", "correct", "right answer", "solution"),
        *("correct index", "answer index", "correct answer index", "correctindex", "correctanswer", "correctoption"),
        *(
            "correct option",
            "antwort",
            "richtige antwort",
            "lösung",
            "loesung",
            "respuesta",
            "respuesta correcta",
            "réponse",
        ),
        *("back", "rückseite"),
    ),
    "kind": ("type", "question type", "fragetyp", "tipo"),
    "feedback": ("explanation", "rationale", "answer explanation", "general feedback", "comment", "erklärung"),
    "topics": ("tags", "topic", "category", "subject", "thema", "kategorie"),
    "options": ("choices", "answers", "answer options", "antworten", "optionen"),
    "id": ("qid", "question id", "nr", "no", "number", "#"),
    "level": ("difficulty",),
    "unit": ("units", "einheit"),
}
"""Our name of a column -> what others call it."""

_KIND_NAMES: dict[str, Shape] = {
    "multiplechoice": "choice",
    "mc": "choice",
    "mcq": "choice",
    "singlechoice": "choice",
    "quiz": "choice",
    "checkbox": "multiple",
    "multipleresponse": "multiple",
    "multipleselect": "multiple",
    "trueorfalse": "true-false",
    "truefalse": "true-false",
    "tf": "true-false",
    "wahrfalsch": "true-false",
    "shortanswer": "short",
    "fillintheblank": "short",
    "numeric": "number",
    "numerical": "number",
    "matching": "match",
    "ordering": "order",
    "reorder": "order",
    "multichoice": "choice",
    "multipleanswer": "multiple",
    "multipleanswers": "multiple",
    "checkboxes": "multiple",
    "multipleselection": "multiple",
}
"""What others call a kind of question, its letters only -> its shape."""

TRUE_WORDS = frozenset("true t yes y 1 x right correct wahr ja richtig w vrai oui verdadero sí si v cierto".split())
FALSE_WORDS = frozenset("false f no n 0 wrong incorrect falsch nein faux non falso".split())
"""What stands for true and for false in a cell."""


def find_kind(told: str) -> Shape | None:
    """The shape of what others call a kind of question; None for a kind that nobody knows.

    >>> find_kind("Multiple-Choice"), find_kind("essay")
    ('choice', None)
    """
    return _KIND_NAMES.get("".join(sign for sign in told.casefold() if sign.isalpha()))
