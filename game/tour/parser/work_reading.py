"""Reads what the player does to a work: which machine and action, or which card and place of a sort."""

from collections.abc import Iterable, Iterator

from game.core.names import key, words
from game.pack.works import Machine, Sort
from game.pack.world import Thing
from game.tour.commands import WorkOn
from game.tour.finding import find_nouns
from game.tour.parser.tried import split_at_prepositions
from game.tour.scope import Scope
from game.tour.verbs.acts import ACT_OF
from game.tour.verbs.deeds import ALONE, list_deeds
from game.tour.work_offers import WorkOffer, find_missing, list_wanted


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
    pieces = [piece for piece in dict.fromkeys((rest, *split_at_prepositions(rest))) if words(piece)]
    return _read_card(word, pieces, scope) or _read_machine(word, pieces, scope)


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
        card = _find_first(known, typed, plain)
        if card:
            return WorkOn(thing=thing, word=word, card=card, place=_find_first(places, typed, set()))
        joined = _split_joined(typed[0], known, places) if typed else None
        if joined:
            return WorkOn(thing=thing, word=word, card=joined[0], place=joined[1])
    return None


def _find_first(known: dict[tuple[str, ...], str], typed: list[tuple[str, ...]], plain: set[str]) -> str:
    """The id that the first piece names that names any; the words of the sort's own name count for nothing."""
    for piece in typed:
        bare = tuple(word for word in piece if word not in plain)
        if found := known.get(piece) or known.get(bare):
            return found
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
    if not targets and (tools or (not pieces and word in ALONE)):
        # PUT CARD names no machine, and KNOCK names nothing: whatever answers is meant, if only one does.
        machines = [thing for thing in scope.works if isinstance(thing.works, Machine)]
        hits = [(thing, action) for thing in machines if (action := _choose(word, "", thing, tools, scope)) is not None]
        return WorkOn(thing=hits[0][0], word=word, action=hits[0][1].index) if len(hits) == 1 else None
    for piece, thing in targets:
        if isinstance(thing.works, Machine) and (offer := _choose(word, piece, thing, tools, scope)):
            return WorkOn(thing=thing, word=word, action=offer.index)
    if not targets:
        return None
    piece, thing = targets[0]
    # The pack may answer the act in its own words; that is better than our refusal.
    if ACT_OF.get(word, word) in thing.replies:
        return None
    return WorkOn(thing=thing, word=word, missing=_find_needed(word, piece, thing, scope))


def _find_things(piece: str, scope: Scope) -> Iterator[Thing]:
    return (noun for noun in find_nouns(scope, piece) if isinstance(noun, Thing))


def _choose(word: str, piece: str, thing: Thing, tools: set[str], scope: Scope) -> WorkOffer | None:
    """The action that answers a word; None when none does, or when several of other parts do."""
    wanted = [offer for offer in list_wanted(scope, thing) if not find_missing(scope, offer.action)]
    fits = _select_part(piece, thing, wanted) if piece else wanted
    if tools and any(offer.action.tool in tools for offer in fits):
        fits = [offer for offer in fits if offer.action.tool in tools]
    elif tools and not piece:
        return None
    for deeds in list_deeds(word):
        hits = [offer for offer in fits if deeds.intersection(offer.action.deeds)]
        # With a tool at hand, the action that uses it is meant before the one that does without.
        hits = [offer for offer in hits if offer.action.tool] or hits
        if hits:
            return hits[0] if len({offer.action.part for offer in hits}) == 1 else None
    return None


def _select_part(piece: str, thing: Thing, offers: Iterable[WorkOffer]) -> list[WorkOffer]:
    """The offers of the part that was named; those of all parts when the thing itself was."""
    wanted, machine = key(piece), thing.works
    actions = machine.actions if isinstance(machine, Machine) else ()
    if any(wanted == key(name) for action in actions for name in action.part):
        return [offer for offer in offers if any(wanted == key(name) for name in offer.action.part)]
    return list(offers)


def _find_needed(word: str, piece: str, thing: Thing, scope: Scope) -> str:
    """Id of the tool that is not at hand and without which a word does nothing; empty for none."""
    wanted = list(list_wanted(scope, thing))
    for deeds in list_deeds(word):
        for offer in _select_part(piece, thing, wanted):
            if deeds.intersection(offer.action.deeds) and (tool := find_missing(scope, offer.action)):
                return tool.id
    return ""
