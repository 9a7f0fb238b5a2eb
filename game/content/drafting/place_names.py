"""Which places articles tell of: parts of buildings and grounds. A tour is a walk through places.

So their names are better names of rooms than the words that are told most often.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from game.core.names import STOP

HIGH = frozenset("attic balcony belfry gallery loft roof rooftop tower turret".split())
LOW = frozenset("basement bunker cellar crypt cave pit tunnel vault".split())
OUTSIDE = frozenset(
    "avenue beach bridge coast courtyard dock field forecourt forest garden harbour hill island jetty lane "
    "lawn market meadow orchard park path pier playground pond quay river road shore square street terrace yard".split()
)
_INSIDE = frozenset(
    "bakery barn bathroom bedroom boathouse cabin cafe café canteen chapel church cinema classroom corridor counter "
    "dairy entrance factory farm foyer garage gate greenhouse gym hall hallway hospital hotel hut kiln kitchen "
    "laboratory landing library lobby lounge mill museum nave nursery oven pantry pool prison sacristy salon school "
    "shed shop showroom stable stair staircase stairs storeroom studio theatre vestibule ward warehouse washroom "
    "workshop".split()
)
_TWO_WORDS = frozenset("court engine house office room stage store study well".split())
"""Nouns that name a place only with the word before them: the boiler house, the lamp room."""

_PLACES = HIGH | LOW | OUTSIDE | _INSIDE | _TWO_WORDS

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:[’'-][A-Za-zÀ-ÿ]+)*|[^\sA-Za-zÀ-ÿ]")


def find_places(paragraphs: Iterable[str]) -> Counter[str]:
    """Place -> how many paragraphs name it, in the order in which they do.

    >>> dict(find_places(["A stair leads to the lamp room.", "The lamp room is cold, and the room is small."]))
    {'stair': 1, 'lamp room': 2}
    """
    counts: Counter[str] = Counter()
    for text in paragraphs:
        counts.update(dict.fromkeys(_list_places(text), 1))
    return counts


def _list_places(text: str) -> Iterator[str]:
    before = ""
    for word in _WORD.findall(text):
        noun = word if word in _PLACES else word.removesuffix("s")
        is_named = before.isalpha() and before.islower() and before not in STOP
        if noun in _PLACES and (is_named or noun not in _TWO_WORDS):
            yield f"{before} {noun}" if noun in _TWO_WORDS else noun
        before = word
