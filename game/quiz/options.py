"""The options of an item, in an order that depends on the seed and the item alone, never on the path walked."""

from game.items import Choice, Item

TRUE, FALSE = "True", "False"


def key_of(item: Item) -> str:
    """The right option of an item, as it is shown."""
    if isinstance(item, Choice):
        return item.key
    return TRUE if item.key else FALSE


def options(item: Item, seed: int) -> tuple[str, ...]:
    """The options as shown: shuffled for a choice, True before False for a statement.

    Our own Fisher-Yates over ``Random.random()``: Python promises that method's sequence across versions, and not
    ``shuffle``'s.

    >>> from game.items import TrueFalse
    >>> options(TrueFalse(id="a", stem="?", key=True, feedback=".", facts=("f",)), 1)
    ('True', 'False')
    """
    if not isinstance(item, Choice):
        return (TRUE, FALSE)
    shown = [item.key, *(distractor.text for distractor in item.distractors)]
    from random import Random  # 2 ms that the first prompt does not need

    random = Random(f"{seed}:{item.id}")
    for last in range(len(shown) - 1, 0, -1):
        other = int(random.random() * (last + 1))
        shown[last], shown[other] = shown[other], shown[last]
    return tuple(shown)
