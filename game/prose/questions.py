"""Questions and marks, told: in the tour, in practice and in an exam alike."""

from collections.abc import Iterable, Iterator

from game.pack.items import Item, Match, Number, Order, TwoTier, kind_of
from game.pack.ledger import Fact
from game.pack.world import World
from game.prose.lines import Line, capital, cite, count, numbered, the
from game.quiz import Response, Shown, because, key_of
from game.quiz.marking import FULL
from game.tour.events import Challenged, ItemAsked, ResponseMarked

LETTERS = "ABCDEFGH"

HOW = {
    **dict.fromkeys(("choice", "which-source", "agreement", "how-sure"), "Answer with a letter."),
    "true-false": "Answer T or F.",
    "number": "Answer with a figure.",
    "short": "Answer in a word or two of your own.",
    "order": "Put them in the order of time, from the first to the last: letters, as C A B.",
    "match": "Give each number its letter, as 1B 2A 3C.",
    "two-tier": "Answer with a letter and the number of the fact that proves it, as B2.",
}
"""Kind of item -> how it is answered."""


def question(shown: Shown) -> Iterator[Line]:
    """A question with its numbered rows and lettered options."""
    yield Line(shown.item.stem, "question")
    if isinstance(shown.item, TwoTier):
        yield from _options(shown)
        yield Line("Which fact proves it?", "note", is_tight=True)
        yield from _rows(shown)
    else:
        yield from _rows(shown)
        yield from _options(shown)


def _options(shown: Shown) -> Iterator[Line]:
    yield from (
        Line(f"{letter}) {text}", "option", is_tight=True) for letter, text in zip(LETTERS, shown.options, strict=False)
    )


def _rows(shown: Shown) -> Iterator[Line]:
    yield from (Line(f"{number}) {text}", "option", is_tight=True) for number, text in enumerate(shown.rows, start=1))


def how(item: Item) -> str:
    """How an item is answered."""
    if isinstance(item, Number) and item.unit:
        return f"Answer with a figure, in {item.unit}."
    return HOW[kind_of(item)]


def asked(event: ItemAsked) -> tuple[Line, ...]:
    """A question of the room."""
    help_ = f"{how(event.shown.item)} Any other command still works; SKIP puts the question aside."
    return (*question(event.shown), Line(help_, "note", is_tight=True))


def challenged(event: Challenged, world: World) -> tuple[Line, ...]:
    """The guide's question at a door, and that the way is open all the same."""
    guide = next((the(thing) for thing in world.tour.everywhere if thing.person), "the guide")
    raised = f"{capital(guide)} raises a hand at the door. “One question, about what you have seen."
    raised += " The way is open whatever you say.”"
    return (Line(raised, "note"), *asked(ItemAsked(shown=event.shown, left=0)))


def marked(event: ResponseMarked, world: World) -> tuple[Line, ...]:
    """Right or wrong, why, and the source."""
    more = f"{count(event.left, 'question')} left here: QUESTION." if event.left else "No question is left here."
    if event.told_in is not None and event.mark < FULL:
        more = f"It can be read again in {numbered(event.told_in)}: GO TO {event.told_in.name.upper()}."
    elif event.told_in is not None:
        more = "The door was open all along; now with a nod."
    lines = verdict(event.item, event.response, event.mark, world)
    return (*lines, *sources(event.facts, world), Line(more, "note", is_tight=True))


def verdict(item: Item, response: Response, mark: float, world: World) -> Iterator[Line]:
    """Whether a response is right, what a wrong one has mixed up, and why the key is right."""
    if mark >= FULL:
        key, given = told(item, key_of(item, world), world), told(item, response, world)
        is_same = given == key or isinstance(item, Order | Match)
        yield Line(f"Right: {key if is_same else f'{given}, or {key}'}.", "right")
    else:
        yield Line(_wrong(item, response, mark, world), "wrong")
    if mark < FULL and (mixed_up := because(item, response)):
        yield Line(mixed_up, "body", is_tight=True)
    yield Line(item.feedback, "body", is_tight=True)


def _wrong(item: Item, response: Response, mark: float, world: World) -> str:
    """What is said of a response that is not right, or right in part; of a long one only what would be right."""
    key = key_of(item, world)
    if isinstance(item, TwoTier) and mark:
        return f"Right, for the wrong reason: {mark:.0%}. It is proved by {_claim(key[1], world)}."
    share = f"Right in part, {mark:.0%}" if mark else "Not quite"
    if isinstance(item, Order):
        return f"{share}. In order: {told(item, key, world)}."
    if isinstance(item, Match):
        return f"{share}. Together belong: {told(item, key, world)}."
    if not response:
        return f"Passed. It is {told(item, key, world)}."
    given = f"“{response[0]}”" if isinstance(item, TwoTier) else told(item, response, world)
    return f"{share}. You said {given}; it is {told(item, key, world)}."


def _claim(fact_id: str, world: World) -> str:
    fact = world.facts.get(fact_id)
    return f"“{fact.claim.rstrip('.')}”" if fact else "nothing"


def sources(facts: Iterable[Fact], world: World) -> Iterator[Line]:
    """Where the facts that prove a key stand, each place once."""
    yield from (Line(text, "source", is_tight=True) for text in dict.fromkeys(cite(fact, world) for fact in facts))


def told(item: Item, response: Response, world: World) -> str:
    """A response in words.

    >>> told(Number(id="n", stem="?", key="37", unit="mph", feedback=".", facts=("f",)), ("31",), None)
    '“31 mph”'
    """
    match item:
        case _ if not response:
            return "nothing"
        case Number():
            return f"“{' '.join(filter(None, (response[0], item.unit)))}”"
        case Order():
            return "; then ".join(f"“{step}”" for step in response)
        case Match():
            return "; ".join(f"“{pair.left}”: “{right}”" for pair, right in zip(item.pairs, response, strict=False))
        case TwoTier():
            return f"“{response[0]}”, proved by {_claim(''.join(response[1:2]), world)}"
        case _:
            return f"“{response[0]}”"


def skipped() -> tuple[Line, ...]:
    """A question put aside."""
    return (Line("Put aside. QUESTION asks it again.", "note"),)
