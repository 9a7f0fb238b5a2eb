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
        *("correct option", "antwort", "richtige antwort", "lösung", "respuesta", "respuesta correcta", "réponse"),
        *("back", "rückseite"),
    ),
    "kind": ("type", "question type", "fragetyp", "tipo"),
    "feedback": ("explanation", "rationale", "answer explanation", "general feedback", "comment", "erklärung"),
    "topics": ("tags", "topic", "category", "subject", "thema", "kategorie"),
    "id": ("qid", "question id", "nr", "no", "number", "#"),
    "level": ("difficulty",),
    "unit": ("units", "einheit"),
}
"""Our name of a column -> what others call it."""

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
