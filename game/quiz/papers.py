"""A paper: the items a seed draws from a bank, the same on every machine and Python, named by a short code."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from game.pack.kinds import Item, Shown, show
from game.quiz.bank import Bank, BankEntry

MAX_ITEMS_PER_PAPER = 255
"""Items a paper may have."""


class Selection(Struct, frozen=True, kw_only=True):
    """Which items a paper may be drawn from, and how many. An empty tuple lets all pass."""

    items: int = 20
    levels: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    """Tags, of which an item must have one."""
    without: tuple[str, ...] = ()
    """Ids of items left out."""


class Paper:
    """Items in an order, for one bank and seed."""

    def __init__(
        self,
        bank: Bank,
        seed: int,
        selection: Selection,
        *,
        is_shuffled: bool = True,
        items: tuple[Item, ...] | None = None,
    ) -> None:
        """Make a paper.

        Args:
            bank: What to draw from.
            seed: 0 to 2**32 - 1.
            selection: Which items, and how many; fewer come when fewer fit.
            is_shuffled: False to show options in the authors' order.
            items: The items, where they are known already; None to draw them.
        """
        self.bank = bank
        self.seed = seed
        self.selection = selection
        self.is_shuffled = is_shuffled
        self._items = items

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items in the order drawn."""
        return draw_items(self.bank, self.seed, self.selection) if self._items is None else self._items

    def shown(self, who: str = "") -> tuple[Shown, ...]:
        """The items as one candidate sees them; the order of the options is his own, that of the items is not."""
        return tuple(self.show(item, who) for item in self.items)

    def show(self, item: Item, who: str = "") -> Shown:
        """One of its items as one candidate sees it."""
        return show(item, self.bank.world, self.seed, who, is_shuffled=self.is_shuffled)

    def version(self, name: str) -> tuple[Shown, ...]:
        """The same items as version A, B, ... of the paper: each with an order of items and options of its own."""
        from game.pack.kinds.mixing import shuffle

        items = self.items if name == "A" else shuffle(self.items, f"{self.seed}:{name}")
        return tuple(self.show(item, "" if name == "A" else name) for item in items)

    @property
    def blueprint(self) -> dict[str, Counter[int]]:
        """Topic -> how many of its items are of each level; an item counts for the first topic of its room."""
        table: dict[str, Counter[int]] = {}
        for item in self.items:
            entry = self.bank.entries.get(item.id)
            topic = next(iter(entry.room.topics), entry.room.id) if entry else "no longer in the pack"
            table.setdefault(topic, Counter())[item.level] += 1
        return dict(sorted(table.items()))


def select_entries(bank: Bank, selection: Selection) -> Sequence[BankEntry]:
    """The entries that a selection lets pass, in the order of their ids."""
    entries = tuple(bank.entries.values())
    if not (selection.levels or selection.kinds or selection.only or selection.without):
        return entries
    only, without = frozenset(selection.only), frozenset(selection.without)
    return [
        entry
        for entry in entries
        if (not selection.levels or entry.item.level in selection.levels)
        and (not selection.kinds or entry.kind in selection.kinds)
        and (not only or not only.isdisjoint(entry.tags))
        and entry.item.id not in without
    ]


def draw_items(bank: Bank, seed: int, selection: Selection) -> tuple[Item, ...]:
    """The items that a seed draws.

    An item is put aside while another one that asks for the same fact is on the paper, or while its room has had its
    share: so no question answers another one, and the whole train is asked about. Those put aside fill what is left.
    """
    pool = select_entries(bank, selection)
    wanted = min(selection.items, len(pool))
    share = -(-wanted // max(1, len({entry.room.id for entry in pool}))) if wanted else 0
    facts: set[str] = set()
    rooms: Counter[str] = Counter()
    taken: list[Item] = []
    aside: list[Item] = []
    for entry in _shuffle_lazily(pool, f"paper:{seed}"):
        if len(taken) == wanted:
            break
        if facts.isdisjoint(entry.item.facts) and rooms[entry.room.id] < share:
            taken.append(entry.item)
            facts.update(entry.item.facts)
            rooms[entry.room.id] += 1
        else:
            aside.append(entry.item)
    return (*taken, *_fill_up(aside, wanted - len(taken), facts))


def _fill_up(aside: Sequence[Item], wanted: int, facts: set[str]) -> Iterator[Item]:
    """As many more as are wanted: first those that ask for nothing asked already."""
    fresh: list[Item] = []
    for item in aside:
        if len(fresh) < wanted and facts.isdisjoint(item.facts):
            fresh.append(item)
            facts.update(item.facts)
    left = {item.id for item in fresh}
    yield from (*fresh, *[item for item in aside if item.id not in left])[:wanted]


def _shuffle_lazily(pool: Sequence[BankEntry], seed: str) -> Iterator[BankEntry]:
    """The pool in the order a seed decides, as far as it is asked for: a Fisher-Yates that moves only what is drawn."""
    from random import Random

    random, moved = Random(seed), dict[int, int]()
    for first in range(len(pool)):
        other = first + int(random.random() * (len(pool) - first))
        yield pool[moved.get(other, other)]
        moved[other] = moved.get(first, first)
