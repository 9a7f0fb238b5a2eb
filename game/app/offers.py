"""The answers that the next line may be, each with its line: options of a question, an open choice, yes or no.

A front end that has buttons shows one for each. None of them tells which is right: the options are those that line mode
prints, in the same order.
"""

from typing import TYPE_CHECKING, NamedTuple

from game.pack.kinds import Shown, describe_form
from game.prose.offer_words import NO, SKIP, YES
from game.tour.turn import Turn

if TYPE_CHECKING:
    from game.app.practice_policy import PracticePolicy
    from game.app.quiz_session import QuizSession

LETTERS = "ABCDEFGH"
"""The signs of options, in the order in which they are shown."""


class Offer(NamedTuple):
    """One answer."""

    sign: str
    """The letter or number before it; empty where it has none."""
    text: str
    line: str
    """What a player types to give it."""


def list_offers(scope: Turn, practice: "QuizSession[PracticePolicy] | None") -> tuple[Offer, ...]:
    """The answers that are waited for; none where nothing is asked, or the answer must be written."""
    if practice is not None:
        return _list_options(practice.view.shown)
    if scope.dialogue.is_restart_offered:
        return Offer("", YES, "yes"), Offer("", NO, "no")
    choices = scope.dialogue.choices
    if choices is not None and not choices.is_menu:
        # A name is printed after its number, which is what a button sends.
        numbered = zip(choices.numbers, choices.names, strict=True)
        return tuple(Offer(str(number), name.partition(". ")[2], str(number)) for number, name in numbered)
    if scope.shown is not None:
        return (*_list_options(scope.shown), Offer("", SKIP, "skip"))
    return ()


def find_question(scope: Turn, practice: "QuizSession[PracticePolicy] | None") -> Shown | None:
    """The question that the next line may answer; None where none waits, or something else is asked first."""
    if practice is not None:
        return practice.view.shown
    if scope.dialogue.is_restart_offered or (scope.dialogue.choices is not None and not scope.dialogue.choices.is_menu):
        return None
    return scope.shown


def _list_options(shown: Shown | None) -> tuple[Offer, ...]:
    """The options of which one is the whole answer; none where several letters, a figure or words are wanted."""
    if shown is None:
        return ()
    match describe_form(shown.item).answer_by:
        case "truth":
            return tuple(Offer("", option, option.casefold()) for option in shown.options)
        case "letter":
            pairs = zip(LETTERS, shown.options, strict=False)
            return tuple(Offer(letter, option, letter.casefold()) for letter, option in pairs)
        case _:
            return ()
