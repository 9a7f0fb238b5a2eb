"""What a phrase means in a scope: things, topics, places, or words of a text that the player has read.

These are functions and no methods of Scope: a Scope says what is there, and each question a line can ask of it stands
alone and can be tested alone.
"""

from collections.abc import Mapping

from game.core.english import is_english
from game.core.names import Names, in_digits, key, singular, words
from game.pack.ledger import Entity
from game.pack.world import Passage, Room, Thing
from game.tour.answering.name_finder import is_topic_name
from game.tour.commands import Noun
from game.tour.scope import Scope
from game.tour.state import CARRIED

PRONOUNS = {
    **dict.fromkeys(("it", "that", "this"), "it"),
    **dict.fromkeys(("them", "those", "these", "they"), "them"),
    **dict.fromkeys(("him", "her", "he", "she"), "him"),
    "there": "there",
}
"""A word that stands for something named before -> which: the last thing, several, a person, a place."""

_FORMS: Mapping[str, tuple[str, ...]] = {"she": ("she", "her"), "he": ("he", "him"), "they": ("they", "them")}
"""Pronoun of a guide -> the words by which a player may mean them."""

TOUR_ENDS = {
    **dict.fromkeys(("beginning", "start", "very beginning", "entrance", "home", "first room"), "start"),
    **dict.fromkeys(("end", "very end", "last room", "end of room", "exit"), "finish"),
}
"""What the two ends of a tour are called, whatever their names; ROOM stands for any noun of the pack for its places."""

MAX_NEAR_TOPICS = 3
"""Names offered for a topic that was mistyped."""

MIN_SLIP_LETTERS = 4
"""Letters of a word in a name that is taken for a slip; NAM is no slip of UN, nor of any other short name."""

MAX_LETTERS_FOR_ONE_SLIP = 7
"""Words of a name longer than this may hold two slips."""


def find_nouns(scope: Scope, phrase: str) -> tuple[Noun, ...]:
    """What a phrase names here, nearest first: exact names of any tier before partial ones; entities come last."""
    typed = words(phrase)
    if (pronoun := PRONOUNS.get(" ".join(typed))) is not None:
        return _find_referent(scope, pronoun) or _find_guide(scope, " ".join(typed))
    tiers = (*scope.tiers, scope.lexicon.entities)
    if typed[:1] in (("both",), ("all",)):
        phrase = " ".join(typed[1:])
    # A number must be a whole name: 2 is no way to say "room 21".
    looks = (Names.exact,) if phrase.strip().isdecimal() else (Names.exact, Names.find)
    for look in looks:
        for tier in tiers:
            if found := _locate(scope, look(tier, phrase)):
                return found
    # HIS VISITING CARDS: whose a thing is does not name it.
    return find_nouns(scope, " ".join(typed[1:])) if len(typed) > 1 and typed[0] in _POSSESSIVES else ()


_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "your", "our"})


def _find_referent(scope: Scope, pronoun: str) -> tuple[Noun, ...]:
    """What a pronoun stands for, unless it is a thing left behind in another room."""
    here = (*scope.things, *scope.carried, *scope.at_hand)
    meant = scope.referents.get(pronoun, ())
    return tuple(noun for noun in meant if not isinstance(noun, Thing) or noun in here)


def _find_guide(scope: Scope, pronoun: str) -> tuple[Noun, ...]:
    """The guide, if that is what a pronoun says of them; nobody where the pack has none."""
    guide, tour = scope.lexicon.guide, scope.lexicon.world.tour
    is_meant = tour.guide is not None and pronoun in _FORMS[tour.guide.pronoun]
    return (guide,) if guide is not None and is_meant else ()


def find_exact(scope: Scope, phrase: str) -> tuple[Noun, ...]:
    """The things in sight that are called just that, nearest first."""
    for tier in scope.tiers:
        if found := _locate(scope, tier.exact(phrase)):
            return found
    return ()


def find_topic(scope: Scope, phrase: str) -> tuple[Noun, ...]:
    """What a phrase names as a topic: what is called just that, entities first; then things in sight it may mean.

    A common word that is listed as a name of something else does not count: WAR is no name of a country.
    """
    if phrase.strip().casefold() in PRONOUNS:
        return find_nouns(scope, phrase)
    found = tuple(
        e for e in scope.lexicon.entities.exact(phrase) if isinstance(e, Entity) and is_topic_name(e, key(phrase))
    )
    near = tuple(noun for noun in find_nouns(scope, phrase) if not isinstance(noun, Entity))
    return found or find_exact(scope, phrase) or near


def find_topics_near(scope: Scope, phrase: str) -> tuple[str, ...]:
    """The names of entities that a phrase may be with a slip of typing in it, at most MAX_NEAR_TOPICS.

    Names are compared word by word: by the likeness of whole names, a person not told of becomes the one with the most
    letters in common, and a question about one namesake is answered about another.
    """
    typed = key(phrase)
    near: dict[str, None] = {}
    for entity in scope.lexicon.world.entities.values():
        if any(_is_slip_of(typed, key(name)) for name in (entity.name, *entity.names)):
            near[entity.name] = None
    return tuple(near)[:MAX_NEAR_TOPICS]


def _is_slip_of(typed: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if len(typed) != len(name) or typed == name:
        return False
    return all(one == other or _is_word_slip(one, other) for one, other in zip(typed, name, strict=True))


def _is_word_slip(typed: str, word: str) -> bool:
    """Whether a word is a slip of another one: no English word, no figure, and long enough for a slip to show."""
    if len(typed) < MIN_SLIP_LETTERS or typed.isdecimal() or is_english(typed):
        return False
    from rapidfuzz.distance import OSA  # only a mistyped topic needs it

    limit = 2 if len(typed) > MAX_LETTERS_FOR_ONE_SLIP else 1
    return OSA.distance(typed, word, score_cutoff=limit) <= limit


def find_place(scope: Scope, phrase: str) -> tuple[Noun, ...]:
    """The rooms a phrase may name, wherever they are; a room next door is meant before one further off."""
    tour, rooms = scope.lexicon.world.tour, scope.lexicon.world.rooms
    nouns = scope.lexicon.place_words
    if (typed := " ".join("room" if word in nouns else word for word in key(phrase))) in TOUR_ENDS:
        return (rooms[tour.start if TOUR_ENDS[typed] == "start" else tour.finish],)
    found = scope.lexicon.rooms.find(" ".join(map(in_digits, words(phrase))))
    near = tuple(room for room in found if room.id in scope.room.exits.values())
    return near or found


def find_elsewhere(scope: Scope, phrase: str) -> Room | None:
    """The nearest other room of the tour that has a thing of that name; None when none has."""
    places, here = scope.lexicon.places, scope.lexicon.places[scope.room.id]
    found = {room_id for room_id, _ in scope.lexicon.things_in.exact(phrase)} - {scope.room.id}
    # Of two rooms equally near, the one further back counts: a set has no order, and each machine must say the same.
    nearest = min(found, key=lambda room_id: (abs(places[room_id] - here), places[room_id]), default=None)
    return scope.lexicon.world.rooms[nearest] if nearest else None


def find_mention(scope: Scope, phrase: str) -> Passage | None:
    """A passage read here that has all words of a phrase, for words that name nothing to look at."""
    wanted = {word for word in key(phrase) if PRONOUNS.get(word) not in ("it", "them")}
    if not wanted:
        return None
    return next((p for p in scope.read_here() if wanted <= {singular(word) for word in words(p.text)}), None)


def has_word(scope: Scope, word: str) -> bool:
    """Whether any name in scope holds that word."""
    return any(tier.has_word(word) for tier in (*scope.tiers, scope.lexicon.entities, scope.lexicon.rooms))


def _locate(scope: Scope, nouns: tuple[Noun, ...]) -> tuple[Noun, ...]:
    """What can be seen of some nouns: what lies in another room is left out, what a work keeps is that work."""
    found: list[Noun] = []
    for noun in nouns:
        place = scope.find_whereabouts(noun) if isinstance(noun, Thing) else CARRIED
        if place in (scope.state.room, CARRIED):
            found.append(noun)
        else:
            found.extend(work for work in scope.works if work.id == place and work not in found)
    return tuple(found)
