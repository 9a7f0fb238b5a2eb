"""What a page shows of an answer that is being made: the options, the rows, and what is chosen of them so far."""

from typing import NamedTuple

from msgspec import Struct

from game.app.answer_draft import AnswerDraft
from game.pack.kinds import Shown, describe_form
from game.pack.kinds.parts import Instruction
from game.pack.kinds.picking import OPTION_LETTERS
from game.web.pages.exam_answer import Moved


class PublicOption(NamedTuple):
    """An option with its letter."""

    letter: str
    text: str


class PublicAnswer(Struct, frozen=True, kw_only=True):
    """An answer, made field by field of a question. No key comes with it."""

    instruction: Instruction
    options: tuple[PublicOption, ...]
    rows: tuple[str, ...]
    unit: str
    line: str
    """The answer so far as a line; empty for none."""
    named: tuple[int, ...]
    """Indices of the options that are chosen, in the order of the answer."""
    arranged: tuple[int, ...]
    """Indices of all steps as they stand now."""
    pairs: dict[int, int]
    """Index of a row -> index of its option."""
    proof: int | None
    """Index of the row that is said to prove the answer."""
    moved: Moved | None = None
    """The step that was moved just now; its button has the focus."""


def make_public_answer(shown: Shown, line: str, moved: Moved | None = None) -> PublicAnswer:
    """What a page may show of the answer to a question.

    Args:
        shown: The question.
        line: The answer so far.
        moved: The step that was moved just now.
    """
    form, draft = describe_form(shown.item), AnswerDraft(shown, line)
    return PublicAnswer(
        instruction=form.instruction,
        options=tuple(map(PublicOption, (letter.upper() for letter in OPTION_LETTERS), shown.options)),
        rows=shown.rows,
        unit=form.unit,
        line=line,
        named=draft.named,
        arranged=draft.arranged,
        pairs=draft.pairs,
        proof=draft.proof,
        moved=moved,
    )
