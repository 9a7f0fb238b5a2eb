"""The codes of what lint finds: closed sets, so that the type checker names a code without its sentence in prose."""

from typing import Literal

StemCode = Literal[
    "opinion",
    "chained",
    "bare feedback",
    "negation",
    "no question",
    "gap first",
    "long",
    "detached sentence",
    "hard to read",
    "other number",
]

OptionCode = Literal[
    "long key",
    "speaks of options",
    "absolute key",
    "absolute wrong options",
    "vague key",
    "convergence",
    "other type",
    "mark in key",
    "alike",
    "nested",
    "case of key",
    "stop of key",
    "same beginning",
    "cue",
    "article",
]

TruthCode = Literal[
    "bad id",
    "unknown fact",
    "empty text",
    "control character",
    "option twice",
    "key not shown",
    "key not taken",
    "within tolerance",
    "wrong is right",
    "figure not cited",
    "name not cited",
    "no source named",
    "right elsewhere",
]

BankCode = Literal[
    "unasked room",
    "rare source",
    "unasked skill",
    "levels",
    "worn key",
    "worn wrong option",
    "foreign name",
    "same stem",
    "leak",
    "contradiction",
]

KeyCode = Literal[
    "not borne out",
    "wrong is nearer",
    "wrong as near",
    "second right answer",
    "other source says",
    "other proof",
    "stem not told",
    "told elsewhere",
    "borne out",
    "article not cited",
    "own figure",
    "own name",
    "surer than fact",
    "fact leaves open",
    "opposite of fact",
    "number differs",
    "denial differs",
    "hardly told",
    "step not told",
    "undated step",
    "against the dates",
    "order not known",
    "generations",
    "pair not told",
    "pairs exchanged",
    "pairs alike",
    "other fact asked",
    "strength not said",
    "nothing restated",
    "report as hedge",
    "form tells key",
]

CommentCode = Literal["no reason", "no such rule", "nothing to ignore"]

PatternCode = Literal[
    "longest is key", "shortest is key", "favourite place", "many statements", "uneven statements",
]  # fmt: skip
