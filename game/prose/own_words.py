"""Sentences of the game that a pack may put its own words in place of, and the names that may stand in them.

Each module of sentences keeps its own, under a subject; a pack writes ``words: {subject: {name: sentence}}``.
"""

from collections.abc import Callable, Iterator, Mapping
from string import Formatter

from game.pack.world import World
from game.prose.lines import add_article, capitalise

COMMON_SLOTS = frozenset("place places whole Place Places Whole guide Guide end articles".split())
"""What may stand in braces in every sentence: the nouns of the pack, its guide, its last room, its articles."""

_NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}


class Sentences:
    """The sentences of one subject."""

    def __init__(self, subject: str, texts: Mapping[str, str], more_slots: str = "") -> None:
        self.subject = subject
        self.texts = texts
        """Name -> the sentence as it is without a pack's own words."""
        self._more_slots = frozenset(more_slots.split())

    def say(self, world: World, name: str, **slots: object) -> str:
        """A sentence in the words of the pack, or else in ours."""
        own = world.tour.words.get(self.subject, {})
        text = own.get(name) or self.texts[name]
        return fill_slots(text, world, slots) if "{" in text else text

    def list_slots(self, name: str) -> frozenset[str]:
        """What may stand in braces in a sentence."""
        return COMMON_SLOTS | self._more_slots | frozenset(find_slots(self.texts.get(name, "")))


def find_slots(text: str) -> Iterator[str]:
    """What stands in braces in a sentence, as it is written there.

    Raises:
        ValueError: A brace is open or closed alone.
    """
    for _, slot, form, conversion in Formatter().parse(text):
        if slot is not None:
            yield slot + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")


class _Slots(dict[str, object]):
    """What fills the braces of one sentence; a common slot, and one given as a function, only where it stands."""

    def __init__(self, world: World, slots: Mapping[str, object]) -> None:
        super().__init__(slots)
        self._world = world

    def __getitem__(self, slot: str) -> object:
        filled = super().__getitem__(slot)
        return filled() if callable(filled) else filled

    def __missing__(self, slot: str) -> str:
        filled = _COMMON[slot.lower()](self._world)
        return capitalise(filled) if slot[:1].isupper() else filled


def fill_slots(text: str, world: World, slots: Mapping[str, object]) -> str:
    """A sentence with all its slots filled."""
    return text.format_map(_Slots(world, slots))


def name_guide(world: World) -> str:
    """The guide inside a sentence; where there is none, the voice of the tour."""
    if world.tour.guide is not None:
        return f"the {world.tour.guide.name}"
    # A pack without the key may have somebody all the same.
    return next((add_article(thing) for thing in world.tour.everywhere if thing.person), "the voice of this tour")


def name_articles(world: World) -> str:
    """The sources of a tour inside a sentence."""
    number = _NUMBERS.get(len(world.sources), "")
    return f"{number} news article{'s' if len(world.sources) != 1 else ''}".strip()


_COMMON: Mapping[str, Callable[[World], str]] = {
    "place": lambda world: world.tour.nouns.place,
    "places": lambda world: world.tour.nouns.places,
    "whole": lambda world: world.tour.nouns.whole,
    "guide": name_guide,
    "end": lambda world: world.tour.destination or world.rooms[world.tour.finish].name,
    "articles": name_articles,
}
"""Slot -> what it stands for in a pack."""
