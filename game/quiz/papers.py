"""A paper: the items that a seed draws from a bank.

The same seed draws the same items on every machine and every Python, because a code must reprint its paper years later.
Therefore only `random.random` is used, whose sequence Python guarantees; that of `shuffle` and `sample` may change.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from game.pack.kinds import Item, Response, Shown, show
from game.quiz.bank import Bank, BankEntry

MAX_ITEMS_PER_PAPER = 255
"""The largest number that a code of one byte could hold."""


class Selection(Struct, frozen=True, kw_only=True):
    """Which items a paper may be drawn from, and how many. An empty tuple excludes nothing."""

    items: int = 20
    levels: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    """Tags. An item must have at least one of them."""
    without: tuple[str, ...] = ()
    """Ids of items left out."""
    include: tuple[str, ...] = ()
    """Ids of items that are on the paper whatever else is chosen."""
    swaps: tuple[tuple[str, str], ...] = ()
    """Items of the drawn paper -> the items that stand in their places, as ids. All others stay as they were drawn."""


class Paper:
    """The items of one bank and seed, in an order."""

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

    def replace(self, old: str, new: str) -> "Paper":
        """The paper with another item in the place of one; all others stay.

        Args:
            old: Id of an item of the paper.
            new: Id of the other; it is not on the paper.
        """
        first = next((drawn for drawn, given in self.selection.swaps if given == old), old)
        swaps = tuple(swap for swap in self.selection.swaps if swap[0] != first)
        # Who takes the drawn item back has replaced nothing.
        swaps = swaps if new == first else (*swaps, (first, new))
        kept = self._items and tuple(self.bank.items[new] if item.id == old else item for item in self._items)
        selection = replace(self.selection, swaps=tuple(sorted(swaps)))
        return Paper(self.bank, self.seed, selection, is_shuffled=self.is_shuffled, items=kept)

    def shown(self, who: str = "") -> tuple[Shown, ...]:
        """The items as one candidate sees them: in the paper's order, but with the candidate's own order of options."""
        return tuple(self.show(item, who) for item in self.items)

    def show(self, item: Item, who: str = "") -> Shown:
        """One item as one candidate sees it."""
        return show(item, self.bank.world, self.seed, who, is_shuffled=self.is_shuffled)

    def keep_response(self, shown: Shown, response: Response) -> Response:
        """A response as an attempt at this paper keeps it."""
        return response

    def find_response(self, shown: Shown, kept: Response) -> Response:
        """The response to an item that an attempt at this paper has kept."""
        return kept

    def version(self, name: str) -> tuple[Shown, ...]:
        """The items as version A, B, ... of the printed paper shows them: each version has its own orders."""
        from game.pack.kinds.mixing import shuffle

        items = self.items if name == "A" else shuffle(self.items, f"{self.seed}:{name}")
        return tuple(self.show(item, "" if name == "A" else name) for item in items)

    @property
    def blueprint(self) -> dict[str, Counter[int]]:
        """Topic -> level -> how many items. An item counts for the first topic of its room."""
        table: dict[str, Counter[int]] = {}
        for item in self.items:
            entry = self.bank.entries.get(item.id)
            topic = next(iter(entry.room.topics), entry.room.id) if entry else ""
            table.setdefault(topic, Counter())[item.level] += 1
        return dict(sorted(table.items()))


def select_entries(bank: Bank, selection: Selection) -> Sequence[BankEntry]:
    """Select the entries of a bank that a selection allows, in the order of their ids."""
    entries = tuple(bank.entries.values())
    if not (selection.levels or selection.kinds or selection.only or selection.without):
        return entries
    only, without = frozenset(selection.only), frozenset(selection.without)
    return [
        entry
        for entry in entries
        if entry.item.id in selection.include
        or (
            (not selection.levels or entry.item.level in selection.levels)
            and (not selection.kinds or entry.kind in selection.kinds)
            and (not only or not only.isdisjoint(entry.tags))
            and entry.item.id not in without
        )
    ]


def draw_items(bank: Bank, seed: int, selection: Selection) -> tuple[Item, ...]:
    """Draw the items of a paper.

    An item is set aside if the paper already asks for one of its facts, or if its room already has its share. So no
    question answers another, and the whole tour is asked about. Items set aside fill the paper if it is still short.
    """
    included = [bank.entries[item_id] for item_id in selection.include]
    pool = [entry for entry in select_entries(bank, selection) if entry.item.id not in selection.include]
    drawn = _draw(pool, seed, max(0, selection.items - len(included)), included)
    if included:
        from game.pack.kinds.mixing import shuffle

        # Not first, where everybody would know which question its teacher has put there.
        drawn = shuffle((*(entry.item for entry in included), *drawn), f"include:{seed}")
    swaps = dict(selection.swaps)
    return tuple(bank.items[swaps[item.id]] if item.id in swaps else item for item in drawn)


def _draw(pool: Sequence[BankEntry], seed: int, items: int, included: Sequence[BankEntry]) -> tuple[Item, ...]:
    """Items drawn beside those that are on the paper already."""
    if not pool:
        return ()
    wanted = min(items, len(pool))
    # Rounded up: with the share rounded down, rooms would run out before the paper is full.
    share = -(-wanted // len({entry.room.id for entry in pool}))
    facts = {fact_id for entry in included for fact_id in entry.item.facts}
    rooms = Counter(entry.room.id for entry in included)
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


def find_replacement(paper: Paper, old: str) -> str | None:
    """The item that is most like one of a paper and asks for nothing that the paper asks already; None without any.

    The same kind and level come first, then the room, then the order of ids.
    """
    entries, on_paper = paper.bank.entries, {item.id for item in paper.items}
    asked = {fact_id for item in paper.items if item.id != old for fact_id in item.facts}
    away = entries[old]
    others = [
        entry
        for item_id, entry in entries.items()
        if item_id not in on_paper and item_id not in paper.selection.without and asked.isdisjoint(entry.item.facts)
    ]

    def differ(entry: BankEntry) -> tuple[bool, int, bool, str]:
        return (
            entry.kind != away.kind,
            abs(entry.item.level - away.item.level),
            entry.room != away.room,
            entry.item.id,
        )

    return min(others, key=differ).item.id if others else None


def _fill_up(aside: Sequence[Item], wanted: int, facts: set[str]) -> Iterator[Item]:
    """The further items that are wanted: first those whose facts the paper does not ask for yet."""
    fresh: list[Item] = []
    for item in aside:
        if len(fresh) < wanted and facts.isdisjoint(item.facts):
            fresh.append(item)
            facts.update(item.facts)
    left = {item.id for item in fresh}
    yield from (*fresh, *[item for item in aside if item.id not in left])[:wanted]


def _shuffle_lazily(pool: Sequence[BankEntry], seed: str) -> Iterator[BankEntry]:
    """The pool in an order that the seed decides. Only the part that the caller uses is shuffled."""
    from random import Random

    # Fisher-Yates on a dictionary of moved places: a paper of 20 from 5,000 items must not shuffle all of them.
    random, moved = Random(seed), dict[int, int]()
    for first in range(len(pool)):
        other = first + int(random.random() * (len(pool) - first))
        yield pool[moved.get(other, other)]
        moved[other] = moved.get(first, first)
