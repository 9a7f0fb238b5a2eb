"""Reads a line and corrects its slips: gives a command, and what must be reported before it is performed.

parse() only says what a line means or why it means nothing. Here a mistake gets a second look: one slip of typing is
corrected and said so, several possible ones are asked about, and what stays a mistake is described with a way on.
"""

from typing import NamedTuple, assert_never

from msgspec.structs import replace

from game.core.english import is_english
from game.pack.kinds.picking import find_misspelt
from game.tour.choices import Choices
from game.tour.commands import Answer, Chosen
from game.tour.events import (
    Ambiguous,
    Corrected,
    Event,
    NoQuestionWaits,
    NotAnOption,
    NotUnderstood,
    NounMissing,
    NowhereMeant,
    QuizCommandRefused,
    UnknownPlace,
    UnknownTopic,
    Unsure,
)
from game.tour.finding import find_elsewhere, find_topic
from game.tour.parser.objects import Mistake, build_command
from game.tour.parser.parse import parse
from game.tour.parser.spelling import Slip, correct_slips
from game.tour.scope import Scope
from game.tour.verbs.outcome import find_exits
from game.tour.verbs.registry import VERB_BY_ID
from game.tour.verbs.verb import AnyCommand, Command

MAX_THINGS_OFFERED = 3
"""Things here that are named in place of one that is not here."""


class Reading(NamedTuple):
    """What became of one line."""

    line: str
    """The line as it was read: with its slips corrected."""
    command: AnyCommand | None
    """What is to be performed; None when the line came to nothing."""
    said: tuple[Event, ...] = ()
    """What is reported first: a correction, or the mistake."""
    choices: Choices | None = None
    """What the next line may choose from, where the line meant several things."""
    unknown: str = ""
    """The word to blame, for OOPS; empty when OOPS has nothing to do."""


def read_line(line: str, scope: Scope) -> Reading:
    """What one command of a line means here, its slips corrected."""
    result = parse(line, scope)
    return Reading(line, result) if isinstance(result, Command) else _read_mistake(line, result, scope)


def read_choice(chosen: Chosen) -> Reading:
    """The command that was chosen, and the line that would have meant it."""
    verb = VERB_BY_ID[chosen.verb]
    line = f"{verb.words[0]} {' and '.join(noun.name for noun in chosen.nouns)}"
    return Reading(line, build_command(verb, chosen.nouns))


def _read_mistake(line: str, mistake: Mistake, scope: Scope) -> Reading:
    match mistake:
        case Ambiguous():
            return Reading(line, None, (mistake,), _offer_choices(mistake))
        case UnknownTopic(near=(near,)):
            asked = build_command(VERB_BY_ID["ask"], find_topic(scope, near)[:1])
            return Reading(f"what is {near}", asked, (Corrected(typed=mistake.topic, taken=near),))
        case UnknownPlace():
            return _read_unknown_place(line, mistake, scope)
        case NotUnderstood():
            return _read_not_understood(line, mistake, scope)
        case UnknownTopic() | NounMissing() | NowhereMeant() | NotAnOption() | NoQuestionWaits() | QuizCommandRefused():
            return Reading(line, None, (mistake,))
        case _ as never:
            assert_never(never)


def _offer_choices(mistake: Ambiguous) -> Choices:
    verb = VERB_BY_ID[mistake.verb]
    named = [((noun.name, *noun.names), Chosen(verb=verb.id, nouns=(noun,))) for noun in mistake.nouns]
    return Choices(named, Chosen(verb=verb.id, nouns=mistake.nouns) if verb.takes.is_many else None)


def _read_unknown_place(line: str, mistake: UnknownPlace, scope: Scope) -> Reading:
    """A place that is not on this tour, unless a slip of typing explains it."""
    slips = [slip for word in mistake.name.split() for slip in correct_slips(line, word, scope)]
    match [(slip, meaning) for slip in slips if isinstance(meaning := parse(slip.line, scope), Command)]:
        case [(slip, meaning)]:
            return _read_slip(slip, meaning)
    return Reading(line, None, (replace(mistake, exits=find_exits(scope)),))


def _read_not_understood(line: str, mistake: NotUnderstood, scope: Scope) -> Reading:
    # While a question waits, a word near one of its options is an answer before it is anything else. An English word is
    # none: whoever types HOUSE does not mean the option HORSE.
    if scope.options and not is_english(line.strip().casefold()) and (near := find_misspelt(line, scope.options)):
        answer = Command(verb=VERB_BY_ID["answer"], object=Answer(text=near))
        return Reading(line, answer, (Corrected(typed=line.strip(), taken=near),))
    # Only slips that make sense here count: CHAIRS may become CHARIS in spelling, but no room has one.
    read = [(slip, parse(slip.line, scope)) for slip in correct_slips(line, mistake.word, scope)]
    meant = [(slip, meaning) for slip, meaning in read if isinstance(meaning, Command | Ambiguous)]
    match meant:
        case []:
            return Reading(line, None, (_describe_missing(line, mistake, scope),), unknown=mistake.word)
        case [(slip, meaning)]:
            return _read_slip(slip, meaning)
        case _:
            choices = Choices([((slip.taken,), slip.line) for slip, _ in meant])
            unsure = Unsure(word=mistake.word, near=tuple(slip.taken for slip, _ in meant))
            return Reading(line, None, (unsure,), choices, mistake.word)


def _describe_missing(line: str, mistake: NotUnderstood, scope: Scope) -> NotUnderstood:
    """What was not understood, with what there is instead, and where else it is."""
    room = find_elsewhere(scope, mistake.phrase) if mistake.is_noun else None
    places = scope.lexicon.places
    return replace(
        mistake,
        typed=mistake.typed or line,
        room=scope.room,
        things=(scope.unseen or scope.things)[:MAX_THINGS_OFFERED],
        example=scope.example,
        elsewhere=room,
        is_forward=room is not None and places[room.id] > places[scope.room.id],
        is_known=room is not None and room.id in scope.state.visited,
    )


def _read_slip(slip: Slip, meaning: AnyCommand | Ambiguous) -> Reading:
    corrected = Corrected(typed=slip.typed, taken=slip.taken)
    if isinstance(meaning, Ambiguous):
        return Reading(slip.line, None, (corrected, meaning), _offer_choices(meaning))
    # The short form is not taught with a correction: two lessons about one line are one too many.
    return Reading(slip.line, replace(meaning, short=""), (corrected,))
