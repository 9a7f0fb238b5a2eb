"""Offers ways to complete a line: from the verbs, from what is in sight, from what was noted.

Nothing else is offered: a name that the player has not met would tell what lies ahead.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal, NamedTuple, assert_never

from game.core.names import words
from game.pack.works import list_card_names, list_part_names
from game.tour.chase import list_met
from game.tour.parser.phrases import find_phrases
from game.tour.scope import Scope
from game.tour.verbs.registry import VERBS
from game.tour.verbs.verb import AnyVerb

Kind = Literal["command", "thing", "place", "topic", "answer"]

MAX_COMPLETIONS = 8
"""Completions offered at once: what fits above the prompt on 24 lines."""

MIN_LETTERS_WITHIN = 2
"""Letters to type before names are offered that hold them in a later word; one letter fits too many."""

_LAST_COMMAND = re.compile(r"^(.*(?:[.;,]\s+|\bthen\s+|\band\s+))?(.*)$", re.IGNORECASE | re.DOTALL)


class Completion(NamedTuple):
    """One way to go on."""

    line: str
    """The whole line with it."""
    shown: str
    kind: Kind


class _Offer(NamedTuple):
    """Something that can stand at the end of a line."""

    name: str
    kind: Kind
    id: str = ""
    """Of the thing it names; a thing is offered once, under the first of its names that fits."""


def find_completions(line: str, scope: Scope) -> tuple[Completion, ...]:
    """The ways a line can go on, best first: names that begin with what was typed, then those with a word that does.

    Args:
        line: What stands in the prompt.
        scope: What can be named. Rooms not seen and not next door, and entities of which nothing was noted, are never
            offered.
    """
    match = _LAST_COMMAND.match(line)
    before, last = (match[1] or "", match[2]) if match else ("", line)
    head, typed, offers = _find_offers(last, scope)
    if not typed.strip() and not head:
        return ()
    found: dict[str, _Offer] = {}
    # A name that begins as typed is likelier meant than one with the word inside, so those come first.
    for offer in (*_select_beginning(offers, typed.casefold()), *_select_within(offers, typed.casefold())):
        found.setdefault(offer.id or offer.name, offer)
    every = (Completion(f"{before}{head}{offer.name}", offer.name, offer.kind) for offer in found.values())
    return tuple(islice(every, MAX_COMPLETIONS))


def _find_offers(last: str, scope: Scope) -> tuple[str, str, tuple[_Offer, ...]]:
    """The part of a command that stands, the part to be completed, and what may stand there."""
    typed = words(last)
    for phrase, verb in find_phrases(typed[0]) if typed else ():
        if typed[: len(phrase)] == phrase and (len(typed) > len(phrase) or last.endswith(" ")):
            parts = last.split(None, len(phrase))
            rest = parts[len(phrase)] if len(parts) > len(phrase) else ""
            article = re.match(r"(?:the|a|an|to)\s+", rest, re.IGNORECASE)
            rest = rest[article.end() :] if article else rest
            offers = tuple(_offer_objects(verb, scope))
            if offers:
                return last[: len(last) - len(rest)], rest, offers
    return "", last, tuple(_offer_firsts(scope))


def _offer_firsts(scope: Scope) -> Iterator[_Offer]:
    """What a line may begin with."""
    yield from (_Offer(text, "answer") for text in scope.options)
    yield from (_Offer(way, "command") for way in scope.room.exits)
    offered = [verb for verb in VERBS if verb.is_offered(scope.lexicon.world)]
    listed = [verb for verb in offered if verb.takes.kind not in ("act", "question", "work")]
    yield from (_Offer(verb.words[0], "command") for verb in listed)
    yield from _offer_things(scope)


def _offer_objects(verb: AnyVerb, scope: Scope) -> Iterator[_Offer]:
    """What may stand after a verb."""
    yield from (_Offer(form, "command") for form in verb.forms)
    match verb.takes.kind:
        case "work":
            yield from _offer_works(scope)
        case "nouns" | "act":
            yield from _offer_things(scope)
        case "place":
            yield from (_Offer(way, "place") for way in scope.room.exits)
            yield from (_Offer(room.name, "place") for room in scope.places_known)
        case "topic":
            index = scope.lexicon.facts
            noted = sorted(scope.state.noted, key=index.places.__getitem__)
            yield from (_Offer(entity.name, "topic") for entity in index.find_entities(noted))
            yield from _offer_things(scope)
        case "verb":
            yield from (_Offer(other.words[0], "command") for other in VERBS if other.is_offered(scope.lexicon.world))
        case "lead":
            yield from (_Offer(each.lead.asks, "topic") for each in list_met(scope.lexicon, scope.state))
        case "nothing" | "text" | "response" | "question":
            return
        case _ as never:
            assert_never(never)


def _offer_works(scope: Scope) -> Iterator[_Offer]:
    """What a deed can be done to: the parts of machines, the cards of sorts, and all other things after them."""
    if not scope.works:
        return
    for thing in scope.works:
        yield from (_Offer(name, "thing") for name in (*list_part_names(thing.works), *list_card_names(thing.works)))
    yield from _offer_things(scope)


def _offer_things(scope: Scope) -> Iterator[_Offer]:
    for thing in (*scope.things, *scope.carried):
        yield _Offer(thing.name, "thing", thing.id)
    for thing in scope.things:
        yield from (_Offer(name, "thing", thing.id) for name in thing.names)


def _select_beginning(offers: Iterable[_Offer], typed: str) -> Iterator[_Offer]:
    return (offer for offer in offers if offer.name.casefold().startswith(typed) and offer.name.casefold() != typed)


def _select_within(offers: Iterable[_Offer], typed: str) -> Iterator[_Offer]:
    """Names with a later word that begins so, once MIN_LETTERS_WITHIN letters are there."""
    if len(typed) < MIN_LETTERS_WITHIN:
        return
    for offer in offers:
        if f" {typed}" in offer.name.casefold():
            yield offer
