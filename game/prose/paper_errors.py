"""Why a file or a code names no paper, in words."""

from typing import assert_never

from game.prose.file_problems import describe_unsafe_character, describe_unusable_file
from game.quiz.code_faults import (
    CodeFault,
    CodeIncomplete,
    CodeMistyped,
    CodeOfOtherBank,
    LaterCodeFormat,
    LettersForeign,
    NamesUnknown,
    NoPaperCode,
    NumberMissing,
)
from game.store.paper_faults import (
    LaterPaperFormat,
    NotAPaper,
    PaperFault,
    PaperOfOtherTour,
    PaperTextActs,
    PaperUnusable,
)


def describe_paper_fault(fault: PaperFault) -> str:
    """Why a file holds no paper of this tour."""
    match fault:
        case PaperUnusable():
            return f"{fault.path}: {describe_unusable_file(fault.why, fault.detail)}"
        case PaperTextActs():
            return f"{fault.path}: {describe_unsafe_character(fault.code, fault.name)}"
        case LaterPaperFormat():
            later = f"written by a later version (format {fault.format}; this one knows {fault.known})"
            return f"{fault.path}: {later}"
        case NotAPaper():
            return f"{fault.path}: this is not a paper: {fault.detail}"
        case PaperOfOtherTour():
            return f"{fault.path}: a paper of the tour {fault.tour!r}; this is {fault.expected!r}"
        case _:
            assert_never(fault)


def describe_code_fault(fault: CodeFault) -> str:  # noqa: C901, PLR0911 - one case a fault
    """Why a code names no paper of this bank."""
    match fault:
        case LaterCodeFormat():
            return f"the code {fault.code} has a newer format than this version knows"
        case NamesUnknown():
            return f"{fault.code} names kinds, tags or items that this bank does not have"
        case CodeOfOtherBank():
            return f"the code {fault.code} was made from another bank ({fault.bank}); this one is {fault.expected}"
        case NoPaperCode():
            return f"{fault.code} is not the code of a paper"
        case LettersForeign():
            return f"{fault.code!r} is not the code of a paper: a code has only letters and digits, in groups of four"
        case CodeIncomplete():
            return f"{fault.code!r} is not the code of a paper: a part of it is missing"
        case NumberMissing():
            return "a part of the code is missing"
        case CodeMistyped():
            return f"{fault.code!r} is not the code of a paper: a letter is mistyped"
        case _:
            assert_never(fault)
