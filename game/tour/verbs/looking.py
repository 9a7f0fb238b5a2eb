"""Looking: at the room, at its things, at what the articles say of a topic."""

from typing import assert_never

from msgspec.structs import replace

from game.pack.ledger import Entity
from game.pack.works import Sort
from game.pack.world import Passage, Room, Thing
from game.tour.commands import Bare, Looked, Noun, OnAll, OnCards, OnMention, OnThings
from game.tour.events import (
    CardRead,
    Event,
    Mentioned,
    MoreToNote,
    NothingToExamine,
    PictureDescribed,
    PlaceNotHere,
    Replied,
    ThingExamined,
)
from game.tour.finding import find_mention
from game.tour.scope import Scope
from game.tour.state import State
from game.tour.verbs.describing import describe_entity
from game.tour.verbs.outcome import Outcome, collect_facts, list_fresh, note_facts, report
from game.tour.verbs.reading_back import read_report
from game.tour.verbs.verb import NOTHING, SIGHTS, TOPIC, Verb, split_words
from game.tour.verbs.walking import show_room
from game.tour.work_looks import find_sprites, list_hung, read_look
from game.tour.work_offers import describe_sort

MAX_NOTES_AT_ONCE = 3
"""Facts in one reply that looks at several things, after which no more are added: that would be no discovery."""


def look(scope: Scope, _: Bare) -> Outcome:
    """Read the room again, in full."""
    return show_room(scope, is_first=False, is_brief=False)


def describe_picture(scope: Scope, _: Bare) -> Outcome:
    """Say what the room's picture shows."""
    worked = [thing for thing in scope.works if find_sprites(thing, scope.state)]
    changed = tuple(
        passage.text for thing in worked for passage in read_look(scope.lexicon.world, scope.state, thing)[0]
    )
    return report(scope, PictureDescribed(room=scope.room, changed=changed))


def examine(scope: Scope, seen: Looked) -> Outcome:
    """Look closely at what was named, one after the other; a word that is only mentioned is shown in its text."""
    match seen:
        case OnMention():
            passage = find_mention(scope, seen.phrase)
            if passage is None:
                return Outcome(scope.state)
            return Outcome(scope.state, (Mentioned(word=seen.phrase, passage=passage),), (passage,))
        case OnAll():
            things = tuple(thing for thing in scope.things if thing not in seen.but)
            return _glance_at_each(scope, things) if things else report(scope, NothingToExamine())
        case OnThings():
            return _examine_each(scope, seen.nouns, seen.word)
        case OnCards():
            return _read_cards(scope, seen)
        case _ as never:
            assert_never(never)


def _examine_each(scope: Scope, nouns: tuple[Noun, ...], word: str) -> Outcome:
    """Look at things in turn. A look tells all it can; once a reply has enough news, further news waits for its own."""
    outcome, noted, waiting = Outcome(scope.state), len(scope.state.noted), list[Thing]()
    for noun in nouns:
        # Two things are no list: TYPEWRITERS are both read.
        is_full = len(nouns) > 2 and len(outcome.state.noted) - noted >= MAX_NOTES_AT_ONCE
        if is_full and isinstance(noun, Thing) and _has_fresh(scope, outcome.state, noun):
            waiting.append(noun)
            continue
        part = examine_one(scope, outcome.state, noun, word, is_labelled=len(nouns) > 1)
        outcome = Outcome(part.state, (*outcome.events, *part.events), (*outcome.read, *part.read))
    more = (MoreToNote(things=tuple(waiting)),) if waiting else ()
    return outcome._replace(events=(*outcome.events, *more))


def _has_fresh(scope: Scope, state: State, thing: Thing) -> bool:
    """Whether a look at a thing would note something."""
    seen, claims = read_look(scope.lexicon.world, state, thing)
    return bool(list_fresh(state, collect_facts(scope.lexicon.world, (*seen, *claims))))


def _read_cards(scope: Scope, seen: OnCards) -> Outcome:
    """The words of single cards of a sort, and where those are that hang."""
    sort, hung = seen.thing.works, list_hung(seen.thing, scope.state)
    if not isinstance(sort, Sort):
        return Outcome(scope.state)
    read = [(card_id, sort.cards[card_id]) for card_id in seen.cards]
    events = tuple(
        CardRead(card=card.names[0], reads=card.reads, place=sort.places[card.at][0] if card_id in hung else "")
        for card_id, card in read
    )
    return Outcome(scope.state, events, tuple(Passage(text=card.reads, staged=True) for _, card in read))


def _glance_at_each(scope: Scope, things: tuple[Thing, ...]) -> Outcome:
    """All things here in a line each: a look at each one tells the rest."""
    outcome, noted = Outcome(scope.state), len(scope.state.noted)
    for thing in things:
        room_left = max(0, MAX_NOTES_AT_ONCE - (len(outcome.state.noted) - noted))
        part = _glance_at(scope, outcome.state, thing, room_left)
        outcome = Outcome(part.state, (*outcome.events, *part.events), (*outcome.read, *part.read))
    return outcome._replace(events=_join_more(outcome.events))


def _glance_at(scope: Scope, state: State, thing: Thing, room_left: int) -> Outcome:
    """One passage of a thing: the first that tells something new while there is room for it, else the first of ours.

    What a work shows as it stands is noted as by a look, so that looking again and again comes to an end.
    """
    world = scope.lexicon.world
    state = _count_look(state, thing)
    seen, claims = read_look(world, state, thing)
    fresh = list_fresh(state, collect_facts(world, (*seen, *claims)))
    news = {fact.id for fact in fresh}
    fits = (each for each in seen if 0 < len(news & set(each.facts)) <= room_left)
    # With nothing noted yet there is room for any passage, however much it tells.
    telling = fits if room_left < MAX_NOTES_AT_ONCE else (each for each in seen if news & set(each.facts))
    staged = (each for each in seen if each.staged)
    known = (each for each in seen if not news & set(each.facts))
    chosen = next((each for group in (telling, staged, known) for each in group), None)
    passages = (chosen,) if chosen is not None else ()
    told = list_fresh(state, collect_facts(world, passages))
    state, noted = note_facts(scope, state, told, is_told=True)
    shown = list_fresh(state, collect_facts(world, claims))[: max(0, room_left - len(told))]
    state, news_shown = note_facts(scope, state, shown)
    glanced = ThingExamined(thing=thing, passages=passages, is_labelled=True, is_glance=True, noted=told)
    more = (MoreToNote(things=(thing,)),) if len(fresh) > len(told) + len(shown) else ()
    return Outcome(state, (glanced, *noted, *news_shown, *more), (*passages, *claims))


def _count_look(state: State, thing: Thing) -> State:
    """The first look counts; its turn dates the look, and later looks must not change it."""
    if thing.id in state.examined:
        return state
    return replace(state, examined=state.examined.insert(thing.id, state.turn))


def _join_more(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events of several looks, with one line at the end for all things that tell more."""
    things = tuple(thing for event in events if isinstance(event, MoreToNote) for thing in event.things)
    others = tuple(event for event in events if not isinstance(event, MoreToNote))
    return (*others, MoreToNote(things=things)) if things else others


def examine_one(
    scope: Scope,
    state: State,
    noun: Noun,
    word: str = "",
    *,
    is_labelled: bool = False,
) -> Outcome:
    """Look closely at one noun.

    Args:
        scope: Where the player is.
        state: The state before; later than that of the scope where several things are looked at in turn.
        noun: What is looked at.
        word: The words of the verb as typed; a thing may have a reply of its own to them.
        is_labelled: True when it is one of several, so that its name must be printed.
    """
    if isinstance(noun, Entity):
        return describe_entity(scope, state, noun)
    if isinstance(noun, Room):
        if noun.id == state.room:
            return show_room(Scope(scope.lexicon, state), is_first=False, is_brief=False)
        return Outcome(state, (PlaceNotHere(room=noun),))
    if word in noun.replies:
        return give_reply(scope, state, noun.replies[word])
    state = _count_look(state, noun)
    seen, claims = read_look(scope.lexicon.world, state, noun)
    told = collect_facts(scope.lexicon.world, (*seen, *claims))
    fresh = list_fresh(state, told)
    ids = {fact.id for fact in fresh}
    # The notes say what a sourced text would: such a text is printed only where it tells nothing new, or a draft. How a
    # work stands is always printed, for no note says that.
    drafts = {fact.id for fact in told if fact.draft}
    hidden = [each for each in noun.passages if not ids.isdisjoint(each.facts) and drafts.isdisjoint(each.facts)]
    shown = tuple(each for each in seen if each not in hidden)
    again = tuple(fact for fact in collect_facts(scope.lexicon.world, claims) if fact.id not in ids)
    state, news = note_facts(scope, state, fresh)
    looked = ThingExamined(thing=noun, passages=shown, facts=again, is_labelled=is_labelled)
    read = read_report(scope, noun)
    return Outcome(state, (looked, *describe_sort(noun, state), *news, *read), (*seen, *claims))


def give_reply(scope: Scope, state: State, passage: Passage) -> Outcome:
    """An answer of the pack's own; the facts it rests on are noted."""
    before = state.noted
    state, news = note_facts(scope, state, collect_facts(scope.lexicon.world, (passage,)), is_told=True)
    return Outcome(state, (Replied(passage=passage, is_new=state.noted is not before), *news), (passage,))


VERBS = (
    Verb(
        id="look",
        words=split_words(
            "look, l, look around, look round, look about, where am i, where are we, where is this, describe room, "
            "what is here, what's here, what is in here, what's in here, whats here, what do i see, what do you "
            "see, what can i see, what is around, what is around me, what's around me, what is in this room, what "
            "is in the room, what's in the room, see, look here, look again, look around me, look at room, look at "
            "the room, look at everything, whats around, what else is here, what is this room, what kind of room is "
            "this, describe the room, describe surroundings, survey, observe, what else can i see here, what else "
            "can i see, what else is there, what is there, what is there to see, what can be seen, what do we have "
            "here, what am i looking at, describe this place, describe everything"
        ),
        takes=NOTHING,
        perform=look,
        group="look",
        is_turn=True,
    ),
    Verb(
        id="picture",
        words=split_words("describe picture, describe the picture, picture description, alt text"),
        takes=NOTHING,
        perform=describe_picture,
        group="look",
    ),
    Verb(
        id="examine",
        words=split_words(
            "examine, x, look at, look, look closer at, look closely at, take a look at, have a look at, inspect, "
            "read, check, check out, describe, study, view, watch, see, search, find, look for, look in, look "
            "inside, look into, look on, look over, look beneath, look below, peer at, peer in, look under, look "
            "behind, look through, look out, look out of, approach, go near, walk up to, show me, investigate, "
            "stare at, explore, peek at, consult, browse, admire, count, what is in, what's in, what is on, what's "
            "on, search for, search in, look closely, what is written on, what is written in, what does it say on, "
            "zoom in on, go up to, go over to, turn to, focus on, learn about, see what is in, check on"
        ),
        takes=SIGHTS,
        perform=examine,
        group="look",
        is_turn=True,
        forms=("all",),
    ),
    Verb(
        id="ask",
        words=split_words(
            "who is, who am, who's, who was, who are, whos, what is, what's, whats, what was, what are, what were, "
            "where is, where's, where was, where are, tell me about, tell me more about, talk about, ask about, "
            "google, look up, explain, define, information about, info about, more about, what about, do you know, "
            "what do you know about"
        ),
        takes=TOPIC,
        perform=examine,
        group="look",
        is_turn=True,
    ),
)
