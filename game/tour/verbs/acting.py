"""The one verb for all acts: what players try and say that changes nothing."""

from collections.abc import Mapping

from msgspec.structs import replace

from game.pack.world import Passage, Thing
from game.tour.commands import Act
from game.tour.events import Acted, Mentioned
from game.tour.finding import find_elsewhere, find_mention
from game.tour.scope import Scope
from game.tour.verbs.acts import SAID, TRIED
from game.tour.verbs.asking import find_waiting_item, refuse_answer
from game.tour.verbs.looking import examine_one, give_reply
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.reading_back import is_lectern
from game.tour.verbs.verb import ACT, Verb


def act(scope: Scope, tried: Act) -> Outcome:
    """Try something that changes nothing: an answer, and a look at the thing it was tried on if it was not looked at.

    A reply of the pack's own, to a thing or to the room, goes before the usual answer.
    """
    if tried.act in ("yes", "no", "maybe") and (item := find_waiting_item(scope)):
        return report(scope, refuse_answer(scope, item))
    replies = _find_replies(scope, tried)
    if tried.act in replies and not tried.missing:
        return give_reply(scope, scope.state, replies[tried.act])
    # To stand at a lectern is to read at it.
    if tried.act == "stand" and tried.nouns and is_lectern(scope, tried.nouns[0]):
        return examine_one(scope, scope.state, tried.nouns[0])
    acted = _describe_act(scope, tried)
    if tried.missing and (passage := find_mention(scope, tried.missing)):
        mentioned = Mentioned(word=tried.missing, passage=passage)
        return Outcome(scope.state, (replace(acted, missing=""), mentioned), (passage,))
    noun = acted.noun
    if not isinstance(noun, Thing) or noun.person or noun.id in scope.state.examined:
        return report(scope, acted)
    # Newcomers open and push things before they look at them; the look gives them the facts that the act cannot.
    outcome = examine_one(scope, scope.state, noun)
    return Outcome(outcome.state, (acted, *outcome.events), outcome.read)


def _find_replies(scope: Scope, tried: Act) -> Mapping[str, Passage]:
    """The pack's own replies to acts: those of the thing it was tried on, or else those of the room."""
    if not tried.nouns:
        return scope.room.replies
    noun = tried.nouns[0]
    return noun.replies if isinstance(noun, Thing) else {}


def _describe_act(scope: Scope, tried: Act) -> Acted:
    room = find_elsewhere(scope, tried.missing) if tried.missing else None
    places = scope.lexicon.places
    return Acted(
        act=tried.act,
        word=tried.word,
        noun=tried.nouns[0] if tried.nouns else None,
        missing=tried.missing,
        elsewhere=room,
        is_forward=room is not None and places[room.id] > places[scope.room.id],
        room=scope.room,
        example=scope.example,
    )


VERBS = (
    Verb(
        id="act",
        words=tuple(word for act in (*TRIED, *SAID) for word in act.words),
        takes=ACT,
        perform=act,
        group="look",
    ),
)
