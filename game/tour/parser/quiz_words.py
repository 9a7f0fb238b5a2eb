"""The words of practice and exams, typed at a question of the tour.

Most of them are verbs of the tour too and mean there what they always mean. The others are refused with the reason:
without it, CLEAR would be taken for a slip of another verb, and LIST for a name that nothing has.
"""

from typing import assert_never

from game.core.names import words
from game.quiz.command_words import read_command
from game.tour.commands import Bare
from game.tour.events import QuizCommandRefused
from game.tour.finding import find_exact, find_nouns
from game.tour.parser.directions import read_way
from game.tour.parser.phrases import QUESTION_WORDS, find_phrases
from game.tour.scope import Scope
from game.tour.verbs.registry import VERB_BY_ID
from game.tour.verbs.verb import AnyCommand, Command


def read_quiz_word(text: str, scope: Scope) -> AnyCommand | QuizCommandRefused | None:
    """What a word of practice or of an exam means while a question waits; None where the tour's grammar decides."""
    asked = read_command(text) if scope.shown is not None and words(text) else None
    if asked is None or (asked.argument and asked.command != "go to"):
        return None
    match asked.command:
        # One question waits at a time, so QUESTION 2 can only mean the one that waits.
        case "go to" if words(text)[0] == "question":
            return Command(verb=VERB_BY_ID["question"], object=Bare())
        # Only at a question: anywhere else I DON'T KNOW is something said, and has its reply.
        case "skip":
            return Command(verb=VERB_BY_ID["skip"], object=Bare())
        case "list" | "clear" | "flag" | "pause" | "hand in" | "source last" | "read" | "read last" | "back":
            return None if _is_tour_word(text, scope) else QuizCommandRefused(command=asked.command)
        case "next" | "go to" | "repeat" | "hint" | "source" | "notes" | "time" | "score" | "leave" | "help":
            return None
        case _:
            assert_never(asked.command)


def _is_tour_word(text: str, scope: Scope) -> bool:
    """Whether the tour knows a line: as a verb, a way to go, or the name of something in sight.

    Words that can only be tried, such as PAUSE, are not counted: their reply says nothing about the question.
    """
    typed = words(text)
    world = scope.lexicon.world
    offered = [(phrase, verb) for phrase, verb in find_phrases(typed[0]) if verb.is_offered(world)]
    is_verb = any(phrase == typed and verb.id != "act" for phrase, verb in offered)
    is_about_it = typed == ("read", "it") and bool(find_nouns(scope, "it"))
    is_question = typed[0] in QUESTION_WORDS
    return is_verb or is_question or is_about_it or read_way(typed, scope) is not None or bool(find_exact(scope, text))
