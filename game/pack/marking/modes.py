"""The modes by which typed answers are compared. They stand apart because every start loads the kinds of question."""

from typing import Literal, get_args

Mode = Literal["exact", "folded", "forgiving"]
"""How an answer is compared. exact: as it is written. folded: without case, spaces, quotes and width of letters.
forgiving: folded, and slips of typing are forgiven where they cannot make another word."""

MODES: tuple[Mode, ...] = get_args(Mode)

Step = Literal[
    "width", "quote", "dash", "space", "end", "case", "point", "hyphen", "article", "and", "numeral", "accent"
]
"""One way in which two spellings may differ; ``folding`` has what each step does."""
