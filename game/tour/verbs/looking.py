"""Looking: at the room, at its things, at what the articles say of a topic, at the source of it all."""

from msgspec.structs import replace

from game.pack.ledger import Entity
from game.pack.world import Passage, Room, Thing
from game.tour.commands import Command, Noun
from game.tour.events import (
    Acted,
    EntityTold,
    Event,
    Mentioned,
    NotExaminedYet,
    NothingReadYet,
    NothingToExamine,
    PictureTold,
    PlaceNotHere,
    Replied,
    SourcesShown,
    ThingExamined,
)
from game.tour.finding import find_elsewhere, find_mention
from game.tour.scope import Scope
from game.tour.state import State
from game.tour.verbs.asking import not_an_answer, waiting
from game.tour.verbs.outcome import Outcome, both_sides_of, facts_of, noted
from game.tour.verbs.walking import show


def look(scope: Scope, _: Command) -> Outcome:
    """Read the room again, in full."""
    return show(scope, is_first=False, is_brief=False)


def picture(scope: Scope, _: Command) -> Outcome:
    """Say what the room's picture shows."""
    return Outcome(scope.state, (PictureTold(room=scope.room),))


def examine(scope: Scope, command: Command) -> Outcome:
    """Look closely at what was named, one after the other; a word that is only mentioned is told as it was."""
    if command.text not in ("", "all") and (passage := find_mention(scope, command.text)):
        return Outcome(scope.state, (Mentioned(word=command.text, passage=passage),), (passage,))
    nouns = command.nouns
    if command.text == "all":
        nouns = tuple(thing for thing in scope.things if thing not in command.but)
        if not nouns:
            return Outcome(scope.state, (NothingToExamine(),))
    outcome = Outcome(scope.state)
    for noun in nouns:
        part = _examine_one(scope, outcome.state, noun, command.word, is_labelled=len(nouns) > 1)
        outcome = Outcome(part.state, (*outcome.events, *part.events), (*outcome.read, *part.read))
    return outcome


def _examine_one(scope: Scope, state: State, noun: Noun, word: str, *, is_labelled: bool = False) -> Outcome:
    if isinstance(noun, Entity):
        return _tell(scope, state, noun)
    if isinstance(noun, Room):
        if noun.id == state.room:
            return show(Scope(scope.lexicon, state), is_first=False, is_brief=False)
        return Outcome(state, (PlaceNotHere(room=noun),))
    if word in noun.replies:
        return reply(scope, state, noun.replies[word])
    if noun.id not in state.examined:
        state = replace(state, examined=state.examined.insert(noun.id, state.turn))
    facts = facts_of(scope.lexicon.world, noun.passages)
    told = both_sides_of(scope.lexicon.world, facts)
    state, news = noted(scope, state, facts, told)
    return Outcome(state, (ThingExamined(thing=noun, differences=told, is_labelled=is_labelled), *news), noun.passages)


def _tell(scope: Scope, state: State, entity: Entity) -> Outcome:
    """What the articles say of an entity. Hearing of it notes nothing: facts are found in the carriages."""
    facts = tuple(scope.lexicon.world.facts[fact_id] for fact_id in entity.facts)
    passage = Passage(text=entity.gloss, facts=entity.facts)
    return Outcome(state, (EntityTold(entity=entity, facts=facts),), (passage,))


def ask(scope: Scope, command: Command) -> Outcome:
    """Tell of a person, place or thing by name."""
    return examine(scope, command)


def act(scope: Scope, command: Command) -> Outcome:
    """Try something that changes nothing: an answer, and a look at the thing it was tried on if it was not looked at.

    A reply of the pack's own, to a thing or to the room, goes before the usual answer.
    """
    done, state = command.act, scope.state
    if done in ("yes", "no", "maybe") and waiting(scope):
        return Outcome(state, (not_an_answer(scope),))
    noun = command.nouns[0] if command.nouns else None
    replies = noun.replies if isinstance(noun, Thing) else scope.room.replies if noun is None else {}
    if done in replies and not command.text:
        return reply(scope, state, replies[done])
    room = find_elsewhere(scope, command.text) if command.text else None
    acted = Acted(
        act=done,
        word=command.word,
        noun=noun,
        missing=command.text,
        elsewhere=room,
        is_forward=room is not None and scope.lexicon.places[room.id] > scope.lexicon.places[scope.room.id],
        room=scope.room,
        example=scope.example,
    )
    if command.text and (passage := find_mention(scope, command.text)):
        mentioned = Mentioned(word=command.text, passage=passage)
        return Outcome(state, (replace(acted, missing=""), mentioned), (passage,))
    if not isinstance(noun, Thing) or noun.person or noun.id in state.examined:
        return Outcome(state, (acted,))
    outcome = _examine_one(scope, state, noun, "")
    return Outcome(outcome.state, (acted, *outcome.events), outcome.read)


def reply(scope: Scope, state: State, passage: Passage) -> Outcome:
    """An answer of the pack's own; what it rests on is noted."""
    state, news = noted(scope, state, facts_of(scope.lexicon.world, (passage,)))
    return Outcome(state, (Replied(passage=passage), *news), (passage,))


def sources_of(scope: Scope, noun: Noun) -> tuple[Event, ...]:
    """Where the text of a thing comes from, once it has been read; or what is told of a topic."""
    if isinstance(noun, Entity):
        return sources(scope, (Passage(text=noun.gloss, facts=noun.facts),))
    if isinstance(noun, Room):
        return sources(scope, noun.passages if noun.id == scope.state.room else ())
    if noun.id not in scope.state.examined:
        return (NotExaminedYet(thing=noun),)
    return sources(scope, noun.passages)


def sources(scope: Scope, read: tuple[Passage, ...]) -> tuple[Event, ...]:
    """Where the text last read comes from."""
    if not read:
        return (NothingReadYet(),)
    world = scope.lexicon.world
    told = tuple((passage, facts_of(world, (passage,))) for passage in read)
    standing = scope.room.standing if read == scope.room.passages else None
    return (SourcesShown(passages=told, standing=standing),)
