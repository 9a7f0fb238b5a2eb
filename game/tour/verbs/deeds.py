"""Deeds in the player's words: pull is also draw, drag and throw.

Each word means one deed, and where no action answers that one, it may mean others: FLIP turns a leaf, but also pulls a
switch. A pack names the deed alone, so its author need not think of synonyms.
"""

from collections.abc import Mapping
from typing import get_args

from game.pack.works import Deed

DEEDS: frozenset[Deed] = frozenset(get_args(Deed))

WORDS: Mapping[Deed, str] = {
    "turn": "turn, twist, rotate, spin, wind, crank, revolve, flip, flip over, turn over, turn round, turn around, "
    "swivel, dial, tune, adjust, set, reset, leaf through, turn page",
    "pull": "pull, drag, draw, tug, tug at, tug on, yank, haul, lower, throw, pull down, pull out, pull on, pull at, "
    "draw down, pull back, swing",
    "push": "push, press, shove, move, slide, roll, nudge, push in, press down, push down, push up, "
    "press button, push back",
    "lift": "lift, raise, hoist, hold up, pick up, lift up, pull up, heave, hold",
    "open": "open, unlock, unwrap, uncover, unfold, undo, unfasten, unbuckle, untie, unstrap, force, pry, pry open, "
    "loosen, release, unhook, open up, pick lock, unroll",
    "close": "close, shut, lock, cover, fold, fasten, buckle, tie, tie up, strap, fold up, seal, close up, roll up",
    "put": "put, place, lay, insert, stick, attach, hang, hang up, pin, pin up, clip, fix, mount, put in, put on, "
    "store, set down, put down, put back, connect, plug, sort, put up, lay down, "
    "give, hand, assign, match",
    "take": "take, get, remove, detach, unhang, take off, take down, take out, take away, grab, pick, pull off, "
    "unpin, unclip, get out, collect, unscrew",
    "switch on": "switch on, turn on, activate, light, plug in, light up, switch, flick, toggle",
    "switch off": "switch off, turn off, deactivate, put out, extinguish, unplug",
    "order": "order, ask for, call for, order food",
    "weigh": "weigh, balance",
    "knock": "knock, knock on, knock at, rap, rap on, tap, tap on, hit, ring, ring bell",
    "cut": "cut, slit, tear, rip, cut open, tear off, break, cut through",
}
"""A deed -> the words that mean it first; the deed itself is one of them."""

USE_WORDS = ("use", "operate", "work", "try", "play with", "test", "apply")
"""Words that leave it to the thing what is done."""

NEAR: Mapping[str, tuple[Deed, ...]] = {
    "flip": ("pull", "push", "lift", "open", "switch on", "switch off"),
    "flip over": ("push", "lift"),
    "turn": ("push", "switch on", "switch off", "open"),
    "turn on": ("turn", "push", "pull", "open"),
    "turn off": ("turn", "push", "pull", "close"),
    "switch": ("switch off", "pull", "push", "turn"),
    "flick": ("switch off", "pull", "push", "turn"),
    "toggle": ("switch off", "pull", "push", "turn"),
    "switch on": ("push", "pull", "turn"),
    "switch off": ("push", "pull", "turn"),
    "light": ("turn", "push"),
    "move": ("pull", "turn", "lift"),
    "slide": ("pull", "open", "close"),
    "press": ("switch on", "switch off", "pull"),
    "push": ("turn", "switch on", "switch off", "close"),
    "roll": ("turn", "pull"),
    "pull": ("open", "turn", "take", "lift"),
    "pull down": ("close", "pull"),
    "pull up": ("pull", "open", "take"),
    "pull out": ("take", "open"),
    "pull off": ("open", "pull", "lift"),
    "throw": ("push", "switch on", "switch off"),
    "lower": ("push", "close", "put"),
    "lift": ("take", "open", "pull"),
    "raise": ("pull", "open"),
    "pick up": ("take",),
    "pick": ("order", "lift"),
    "hold": ("take",),
    "remove": ("lift", "open", "pull"),
    "take": ("lift", "pull", "open"),
    "take off": ("open", "lift"),
    "get": ("lift", "open", "order"),
    "open": ("lift", "cut", "pull"),
    "uncover": ("lift",),
    "undo": ("take", "cut"),
    "close": ("push", "pull", "put"),
    "shut": ("push", "pull", "put"),
    "lock": ("push",),
    "fold": ("turn",),
    "put": ("push", "lift", "turn"),
    "set": ("put", "push"),
    "place": ("lift",),
    "lay": ("lift",),
    "tear": ("turn", "open"),
    "tear off": ("turn", "take"),
    "break": ("open",),
    "hit": ("push",),
    "tap": ("push", "turn"),
    "ring": ("pull", "push"),
}
"""A word -> what else it may mean, where nothing answers the deed that it means first."""


def _index_words() -> dict[str, Deed]:
    found: dict[str, Deed] = {}
    for deed, listed in WORDS.items():
        for word in listed.split(", "):
            found.setdefault(word, deed)
    return found


ALONE = frozenset({"knock", "pull", "push", "turn", "order", "order food"})
"""Words that mean a deed without naming what it is done to, where only one thing answers."""

LEAVING = frozenset({"put down", "set down", "lay down", "put back"})
"""Words that mean a deed only if they name a work: what is carried is dropped by them."""

OF_CARDS = frozenset({"give", "hand", "assign", "match", "sort"})
"""Words that place a card and work nothing else: GIVE CARD TO KEEPER puts it nowhere."""

OPPOSITES: Mapping[Deed, Deed] = {
    "put": "take",
    "take": "put",
    "open": "close",
    "close": "open",
    "switch on": "switch off",
    "switch off": "switch on",
}
"""A deed -> the one that no word for it may ever mean: PUT never takes."""

BOTH_WAYS = frozenset({"switch", "flick", "toggle"})
"""Words that go both ways, so that they have no opposite."""

DOWNWARD = frozenset({"lower", "pull down", "draw down", "put down", "let down"})
"""Words for a deed that lets something down, and so lifts nothing."""

UPWARD = frozenset({"raise", "lift", "lift up", "pull up", "hoist", "push up", "put up"})
"""Words for a deed that brings something up, and so closes nothing."""

DEED_OF: Mapping[str, Deed] = _index_words()
"""A word, as typed -> the deed that it means first."""

DEED_WORDS: tuple[str, ...] = (*DEED_OF, *USE_WORDS)
"""Every word that may work a thing."""


Meaning = tuple[frozenset[Deed], frozenset[Deed]]
"""Deeds that a word may mean, and deeds of which an action must have none to be meant."""


def list_deeds(word: str) -> tuple[Meaning, ...]:
    """What a word may mean, the likeliest deeds first."""
    if word in USE_WORDS:
        return ((DEEDS, frozenset()),)
    main = DEED_OF[word]
    against: frozenset[Deed] = frozenset()
    if word in DOWNWARD:
        against = frozenset({"lift", "open"})
    elif word in UPWARD:
        against = frozenset({"close"})
    # What a pack says of an action holds; only what the word may mean beside is kept from its opposite.
    near = against | ({OPPOSITES[main]} if main in OPPOSITES and word not in BOTH_WAYS else set())
    return ((frozenset({main}), against), (frozenset(NEAR.get(word, ())), near))
