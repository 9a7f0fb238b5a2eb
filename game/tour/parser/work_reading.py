"""Reads what the player does to a work: which machine and action, or which card and place of a sort."""

import re
from collections.abc import Iterable

from game.core.names import key, words
from game.pack.works import Machine, Sort, list_part_names
from game.pack.world import Thing
from game.tour.commands import Noun, WorkOn
from game.tour.finding import find_exact, find_nouns
from game.tour.parser.tried import split_at_prepositions
from game.tour.scope import Scope
from game.tour.verbs.acts import ACT_OF
from game.tour.verbs.deeds import ALONE, DEED_OF, LEAVING, OF_CARDS, list_deeds
from game.tour.work_offers import WorkOffer, find_missing, list_offers, list_wanted

_PARTICLES = frozenset("up down off on away over out back".split())
"""Words that belong to a deed and name nothing: ROLL OUT THE CAR."""


_AGAINST = re.compile(r"\b(?:against|with|and|vs|versus|beside)\b|,", re.IGNORECASE)
"""What stands between two notes."""


def read_work(word: str, rest: str, scope: Scope) -> WorkOn | None:
    """What a line does to a work here; None when it means none of them.

    Args:
        word: The words of the deed, as typed.
        rest: What stands after them.
        scope: Where the player is.
    """
    if not scope.works:
        return None
    # A name may hold a preposition itself, so the whole is looked up first: MODEL OF AN ARRIVAL.
    pieces = [
        piece for piece in dict.fromkeys((rest, *split_at_prepositions(rest))) if not set(words(piece)) <= _PARTICLES
    ]
    found = _read_notes(word, rest, scope) or _read_card(word, pieces, scope)
    return found if found or word in OF_CARDS else _read_machine(word, pieces, scope)


def _read_notes(word: str, rest: str, scope: Scope) -> WorkOn | None:
    """Two notes to be weighed, where something here weighs notes: WEIGH 4 AGAINST 9."""
    halves = [half.strip() for half in _AGAINST.split(rest)]
    scales = [thing for thing in scope.works if isinstance(thing.works, Machine) and thing.works.weighs]
    if not scales or DEED_OF.get(word) != "weigh" or len(halves) != 2 or not all(map(words, halves)):
        return None
    return WorkOn(thing=scales[0], word=word, notes=(halves[0], halves[1]))


def _read_card(word: str, pieces: list[str], scope: Scope) -> WorkOn | None:
    """A card of a sort here, and the place it is to hang at."""
    for thing in scope.works:
        sort = thing.works
        if not isinstance(sort, Sort):
            continue
        known = {key(name): card_id for card_id, card in sort.cards.items() for name in card.names}
        places = {key(name): place_id for place_id, names in sort.places.items() for name in names}
        plain = {name for each in (thing.name, *thing.names) for name in key(each)}
        typed = [key(piece) for piece in pieces]
        if typed and (joined := _split_joined(typed[0], known, places)):
            return WorkOn(thing=thing, word=word, card=joined[0], place=joined[1])
        if card := _find_first(known, typed, plain):
            return WorkOn(thing=thing, word=word, card=card, place=_find_first(places, typed, set()))
    return None


def _find_first(known: dict[tuple[str, ...], str], typed: list[tuple[str, ...]], plain: set[str]) -> str:
    """The id that the first piece names that names any; the words of the sort's own name count for nothing."""
    for piece in typed:
        # Words at the end that name nothing are left out: BORDEAUX BACK.
        for end in range(len(piece), 0, -1):
            bare = tuple(word for word in piece[:end] if word not in plain)
            if found := known.get(piece[:end]) or known.get(bare):
                return found
    # A part of a name is enough where only one holds it.
    for piece in typed:
        named = {word for word in piece if word not in plain}
        holding = {each for name, each in known.items() if named and named <= set(name)}
        if len(holding) == 1:
            return holding.pop()
    return ""


def _split_joined(
    typed: tuple[str, ...], cards: dict[tuple[str, ...], str], places: dict[tuple[str, ...], str]
) -> tuple[str, str] | None:
    """A card and a place without a word between: HANG BORDEAUX LEFT WALL."""
    for end in range(1, len(typed)):
        if (card := cards.get(typed[:end])) and (place := places.get(typed[end:])):
            return card, place
    return None


def _read_machine(word: str, pieces: list[str], scope: Scope) -> WorkOn | None:
    """The work here that a line names, or whose tool it names, and the action that answers it."""
    named = [(piece, thing) for piece in pieces for thing in _find_things(piece, scope)]
    tools = {thing.id for _, thing in named if thing.portable}
    targets = [(piece, thing) for piece, thing in named if thing in scope.works]
    # PUT CARD names no machine, and KNOCK names nothing: whatever answers is meant, if only one does.
    if not targets and (tools or not pieces) and (bool(pieces) or word in ALONE) and word not in LEAVING:
        targets = [("", thing) for thing in scope.works if _choose(word, "", thing, tools, scope)]
        targets = targets if len(targets) == 1 else []
    for piece, thing in targets:
        if isinstance(thing.works, Sort):
            break  # Its cards are meant, and none is named: PUT NAME CARDS ON GLOBE does not turn the globe.
        if hits := _choose(word, piece, thing, tools, scope):
            is_vague = len({offer.action.part for offer in hits}) > 1
            return WorkOn(thing=thing, word=word, action=None if is_vague else hits[0].index, is_vague=is_vague)
    if not targets:
        return None
    piece, thing = targets[0]
    # The pack may answer the act in its own words; that is better than our refusal.
    if ACT_OF.get(word, word) in thing.replies:
        return None
    return WorkOn(thing=thing, word=word, missing=_find_needed(word, piece, thing, scope))


def _find_things(piece: str, scope: Scope) -> tuple[Thing, ...]:
    """The things that a piece of a line names; words at its end that name nothing are left out: LEVER AGAIN."""
    typed = words(piece)
    while typed and typed[0] in _PARTICLES:
        typed = typed[1:]
    found: tuple[Noun, ...] = find_nouns(scope, " ".join(typed))
    for end in range(len(typed) - 1, 0, -1):
        found = found or find_exact(scope, " ".join(typed[:end]))
    # Words before a work that name nothing are left out, too: OPEN FIRST DRAWER. Of other things they may be the name.
    for start in range(1, len(typed)):
        found = found or tuple(each for each in find_exact(scope, " ".join(typed[start:])) if each in scope.works)
    return tuple(noun for noun in found if isinstance(noun, Thing))


def _choose(word: str, piece: str, thing: Thing, tools: set[str], scope: Scope) -> list[WorkOffer]:
    """The actions that answer a word, the one that is meant first; several only where the line names no part."""
    wanted = list_offers(scope, thing)
    fits = _select_part(piece, thing, wanted) if piece else list(wanted)
    if tools and any(offer.action.tool in tools for offer in fits):
        fits = [offer for offer in fits if offer.action.tool in tools]
    elif tools and (not piece or DEED_OF.get(word) == "put"):
        return []  # PUT PENCIL ON GLOBE does not turn the globe.
    for deeds, against in list_deeds(word):
        hits = [o for o in fits if deeds.intersection(o.action.deeds) and not against.intersection(o.action.deeds)]
        # With a tool at hand, the action that uses it is meant before the one that does without.
        if hits := [offer for offer in hits if offer.action.tool] or hits:
            return hits
    return []


def _select_part(piece: str, thing: Thing, offers: Iterable[WorkOffer]) -> list[WorkOffer]:
    """The offers of the part that was named; those of all parts when the thing itself was."""
    typed, machine = tuple(word for word in words(piece) if word not in _PARTICLES), thing.works
    parts = {key(name) for name in list_part_names(machine)}
    # LEVER AGAIN and OLD LEVER are the lever.
    spans = [typed[start:end] for start in range(len(typed)) for end in range(len(typed), start, -1)]
    wanted = next((found for span in spans if (found := key(" ".join(span))) in parts), None)
    if wanted is None:
        return list(offers)
    return [offer for offer in offers if any(wanted == key(name) for name in offer.action.part)]


def _find_needed(word: str, piece: str, thing: Thing, scope: Scope) -> str:
    """Id of the tool that is not at hand and without which a word does nothing; empty for none."""
    wanted = list(list_wanted(scope, thing))
    for deeds, against in list_deeds(word):
        for offer in _select_part(piece, thing, wanted):
            is_meant = deeds.intersection(offer.action.deeds) and not against.intersection(offer.action.deeds)
            if is_meant and (tool := find_missing(scope, offer.action)):
                return tool.id
    return ""
