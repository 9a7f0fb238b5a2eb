"""Reads what the player does to a work: which machine and action, or which card and place of a sort."""

import re
from collections.abc import Iterable, Mapping

from game.core.names import key, words
from game.pack.works import Deed, Machine, Sort, list_part_names
from game.pack.world import Thing
from game.tour.commands import Noun, OnCards, WorkOn
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


_TURNING: frozenset[Deed] = frozenset({"turn", "take", "lift", "open"})
"""Deeds by which one comes to the next piece of a pile."""


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
    if DEED_OF.get(word) in _TURNING and (turned := read_turning(rest, scope)):
        return turned
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
        known, plain = _index_cards(sort), _list_pile_words(thing)
        places = {key(name): place_id for place_id, names in sort.places.items() for name in names}
        typed = [key(piece) for piece in pieces]
        if typed and (joined := _split_joined(typed[0], known, places)):
            return WorkOn(thing=thing, word=word, card=joined[0], place=joined[1])
        place = _find_first(places, typed, set())
        if card := _find_first(known, typed, plain):
            return WorkOn(thing=thing, word=word, card=card, place=place)
        # PUT LABEL ON SHELF: which one is asked, and where is known.
        is_pile = any(thing in find_exact(scope, piece) for piece in pieces if words(piece))
        if place and is_pile and DEED_OF.get(word) == "put":
            return WorkOn(thing=thing, word=word, place=place)
    return None


def _index_cards(sort: Sort) -> dict[tuple[str, ...], str]:
    """Name of a card -> its id."""
    return {key(name): card_id for card_id, card in sort.cards.items() for name in card.names}


def _list_pile_words(thing: Thing) -> set[str]:
    """The words of the names of a pile, which name no single card of it."""
    return {name for each in (thing.name, *thing.names) for name in key(each)}


def find_card(phrase: str, found: tuple[Noun, ...], scope: Scope) -> OnCards | None:
    """The card with words of its own that a phrase names; None where it names none, or its pile."""
    for thing in scope.works:
        sort = thing.works
        if not isinstance(sort, Sort) or found not in ((), (thing,)):
            continue
        typed, known, plain = key(phrase), _index_cards(sort), _list_pile_words(thing)
        # The word for the pile names no card by itself.
        bare = tuple(word for word in typed if word not in plain)
        card_id = known.get(typed) or known.get(bare, "")
        if card_id and sort.cards[card_id].reads:
            return OnCards(thing=thing, cards=(card_id,))
    return None


_OTHER = frozenset("second third fourth fifth sixth last next other others another remaining rest".split())
"""Words before the name of a pile of which one piece lies on top: the pieces below are meant."""

_EACH = frozenset("all both every each".split())
"""Words before such a name that mean every piece."""

_BESIDE = frozenset("the a an one of too also as well over then now please".split())
"""Words beside such a name that change nothing."""


def read_turning(rest: str, scope: Scope) -> WorkOn | None:
    """The action that turns to the piece of a pile that a line wants to read: SECOND CARD, THE OTHER CARDS TOO.

    None where a look at the pile tells as much: what lies on top is read by looking.
    """
    pile, name, typed = find_pile(rest, scope), _name_pile(rest), words(rest)
    hits = _choose("turn", name, pile, set(), scope) if pile else []
    fresh = next((offer for offer in hits if _is_fresh(offer, scope)), None)
    if pile is None or fresh is None:
        return None
    is_repeated = bool((_EACH | _MANY).intersection(typed))
    return WorkOn(thing=pile, word="turn", action=fresh.index, is_repeated=is_repeated)


def find_pile(phrase: str, scope: Scope) -> Thing | None:
    """The work here of which a phrase names another piece, or every piece: SECOND CARD, ALL CARDS."""
    name = _name_pile(phrase)
    if not name or not (_OTHER | _EACH).intersection(words(phrase)):
        return None
    return next((each for each in find_exact(scope, name) if isinstance(each, Thing) and each in scope.works), None)


def _name_pile(phrase: str) -> str:
    return " ".join(word for word in words(phrase) if word not in _OTHER | _EACH | _BESIDE)


_MANY = frozenset({"others", "remaining", "rest", "cards", "leaves", "pages", "slips", "letters"})
"""Words that mean several pieces."""


def _is_fresh(offer: WorkOffer, scope: Scope) -> bool:
    """Whether an action tells something that is not noted."""
    return any(fact_id not in scope.state.noted for fact_id in (*offer.action.tells, *offer.action.shows))


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
        if hits := _choose(word, piece, thing, tools, scope) or _choose_only(word, piece, thing, tools, scope):
            is_vague = len({offer.action.part for offer in hits}) > 1
            return WorkOn(thing=thing, word=word, action=None if is_vague else hits[0].index, is_vague=is_vague)
    if not targets:
        return None
    piece, thing = targets[0]
    # HIT PLATE WITH WEIGHT is done to the plate, which cannot be worked: its answer says more than how scales work.
    if named and named[0][1] not in scope.works and not named[0][1].portable:
        return None
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


_HANDLING: frozenset[Deed] = frozenset({"open", "close", "pull", "push", "turn", "lift", "switch on", "switch off"})
"""Deeds that players take for each other where a thing has one only: OPEN BLIND pulls its cord."""

_LOOSELY = frozenset("throw drop release move hold".split())
"""Words that mean such a deed, and elsewhere quite another: THROW PLANE lifts no glass."""

_CONTRARY: Mapping[Deed, frozenset[Deed]] = {
    "open": frozenset({"close"}),
    "close": frozenset({"open", "lift"}),
    "push": frozenset({"pull"}),
    "pull": frozenset({"push"}),
    "lift": frozenset({"close"}),
    "switch on": frozenset({"switch off"}),
    "switch off": frozenset({"switch on"}),
}
"""A deed -> those that are never meant by a word for it."""


def _choose_only(word: str, piece: str, thing: Thing, tools: set[str], scope: Scope) -> list[WorkOffer]:
    """The one action that a thing has now, where hands mean nothing else by a word."""
    offers = list_offers(scope, thing)
    deed = DEED_OF.get(word)
    if tools or not piece or len(offers) != 1 or deed not in _HANDLING or word in _LOOSELY:
        return []
    against = _CONTRARY.get(deed, frozenset()) | list_deeds(word)[0][1]
    done = set(offers[0].action.deeds)
    is_meant = bool(done & _HANDLING) and not done & against and bool(_select_part(piece, thing, offers))
    return list(offers) if is_meant else []


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
