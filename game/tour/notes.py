"""The notes of a player as commands name them: by number, by words of the claim, by the thing that told them."""

import re
from collections.abc import Iterable, Iterator

from game.core.names import ARTICLES, STOP, singular, words
from game.pack.ledger import Fact
from game.pack.world import Room, Thing, facts_in, facts_of
from game.tour.finding import find_nouns, find_place
from game.tour.scope import Scope

MAX_NOTES_FITTING = 4
"""Notes that words may fit and still mean one of them."""

_NUMBER = re.compile(r"(?:the\s+)?(?:note|number|no|nr)?\.?\s*#?([0-9]{1,6})", re.IGNORECASE)


_ABOUT = re.compile(
    r"\s*(?:the |that |my |your )?(?:one|note|line|bit|fact|thing|sentence|part)s? (?:about|on|of|with|from|where|that "
    r"(?:says|tells|is about)|which (?:says|tells)|saying)\b",
    re.IGNORECASE,
)
"""How people begin to say which note they mean."""


def number_note(scope: Scope, fact_id: str) -> int:
    """The number of a noted fact in the notebook, in the order of noting. It never changes in one tour."""
    return scope.state.numbers[fact_id]


def find_note(scope: Scope, phrase: str) -> Fact | None:
    """The note that a phrase means, the latest one where several fit; None where there is none."""
    found = find_notes(scope, phrase)
    return scope.lexicon.world.facts[found[-1]] if found else None


def find_notes(scope: Scope, phrase: str) -> tuple[str, ...]:
    """Ids of the noted facts that a phrase may mean, in the order of their numbers; a number means one note."""
    if (number := _NUMBER.fullmatch(phrase.strip())) is not None:
        wanted = int(number[1])
        found = tuple(fact_id for fact_id, each in scope.state.numbers.items() if each == wanted)
        # 37 is a number of the notebook first, and a figure of a claim where there is no such number.
        if found or not phrase.strip().isdecimal():
            return found
    about = _ABOUT.sub("", phrase)
    found_by = (_find_by_words, _find_told, _find_by_attribute, _find_by_teller)
    return _sort(scope, next(filter(None, (find(scope, about) for find in found_by)), ()))


def list_noted_ids(scope: Scope) -> tuple[str, ...]:
    """The ids of all notes, the latest ones first."""
    return _sort(scope, scope.state.numbers)[::-1]


def list_latest_notes(scope: Scope, most: int) -> tuple[Fact, ...]:
    """The latest notes, at most so many."""
    return tuple(scope.lexicon.world.facts[each] for each in list_noted_ids(scope)[:most])


def _find_by_words(scope: Scope, phrase: str) -> set[str]:
    """The noted facts that hold every word of a phrase."""
    typed = [singular(word) for word in words(phrase) if word not in STOP]
    held = [set(scope.lexicon.facts.find_by_word(word)) for word in typed]
    return {fact_id for fact_id in set.intersection(*held) if fact_id in scope.state.noted} if held else set()


def _find_told(scope: Scope, phrase: str) -> set[str]:
    """The noted facts that a thing or a room of that name tells."""
    told: set[str] = set()
    for noun in (*find_nouns(scope, phrase), *find_place(scope, phrase)):
        if isinstance(noun, Room):
            told.update(facts_in(noun))
        elif isinstance(noun, Thing):
            told.update(facts_of(noun))
    told.update(_find_told_elsewhere(scope, phrase))
    return {fact_id for fact_id in told if fact_id in scope.state.noted}


def _find_by_attribute(scope: Scope, phrase: str) -> set[str]:
    """The noted facts that tell what the pack calls so: THE SPEED, whose notes speak of mph."""
    world = scope.lexicon.world
    typed = tuple(word for word in words(phrase) if word not in ARTICLES)
    named = {each for each in world.tour.attributes if words(each) == typed}
    return {each for each in scope.state.numbers if world.facts[each].of.partition(".")[2] in named}


def _find_by_teller(scope: Scope, phrase: str) -> set[str]:
    """The noted facts of which every word stands in the claim or in a name of what told it: LIMOUSINE ON BOARD."""
    index = scope.lexicon.facts
    typed = [singular(word) for word in words(phrase) if word not in STOP]
    held = [{*index.find_by_word(word), *index.find_by_teller(word)} for word in typed]
    return {fact_id for fact_id in set.intersection(*held) if fact_id in scope.state.noted} if held else set()


def _find_told_elsewhere(scope: Scope, phrase: str) -> Iterator[str]:
    """What things of this name tell in rooms that the player has left."""
    rooms = scope.lexicon.world.rooms
    for room_id, thing_id in scope.lexicon.things_in.find(phrase):
        if room_id in scope.state.visited:
            yield from facts_of(next(thing for thing in rooms[room_id].things if thing.id == thing_id))


def _sort(scope: Scope, fact_ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(fact_ids, key=scope.state.numbers.__getitem__))
