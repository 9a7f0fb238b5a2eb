"""A class of bots of different ability, examined: the attempts they leave."""

from datetime import UTC, datetime, timedelta
from math import exp
from pathlib import Path
from random import Random
from uuid import UUID

from game.pack.kinds import Item, Match, Number, Order, Response, Short, TwoTier, find_key, mark
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.codes import encode_paper
from game.quiz.papers import Paper, Selection
from game.store.attempt_events import FORMAT, Begun, HandedIn, Responded, Rules, Seen
from game.store.attempt_folder import create_attempt

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def paper_of(world: World, items: int = 12, seed: int = 7) -> Paper:
    """The paper they sit."""
    return Paper(Bank(world), seed, Selection(items=items))


def sit(world: World, folder: Path, number: int, items: int = 12, seed: int = 21, first: int = 1) -> str:
    """Let so many bots sit a paper, each in a folder of its own; returns the paper's code."""
    chance, paper = Random(seed), paper_of(world, items)
    for place in range(first, first + number):
        _sit(paper, folder / f"{place:02}", f"Stoker-{place:02}", chance)
    return encode_paper(paper)


def _sit(paper: Paper, folder: Path, who: str, chance: Random) -> None:
    world, ability = paper.bank.world, chance.gauss(0.8, 1.0)
    moment = START + timedelta(seconds=chance.randrange(60))
    begun = Begun(
        format=FORMAT,
        attempt=str(UUID(int=chance.getrandbits(128), version=4)),
        candidate=who,
        tour=world.tour.id,
        bank=paper.bank.digest,
        code=encode_paper(paper),
        seed=paper.seed,
        rules=Rules(minutes=30),
        items=paper.items,
        visited=tuple(room for room in world.rooms if chance.random() < 0.6),
        program="1.0",
        at=moment.isoformat(),
    )
    attempt = create_attempt(folder, begun)
    elapsed, responses = 0.0, dict[str, Response]()
    for item in paper.items:
        attempt.append(Seen(elapsed=elapsed, at=moment.isoformat(), item=item.id))
        elapsed = round(elapsed + chance.uniform(5, 40), 3)
        is_right = chance.random() < 1 / (1 + exp(-(ability + 0.7 - 0.7 * (item.level - 1))))
        response = find_key(item, world) if is_right else _wrong(item, paper, who, chance)
        if response:
            responses[item.id] = response
            attempt.append(Responded(elapsed=elapsed, at=moment.isoformat(), item=item.id, response=response))
    marks = {item.id: round(mark(item, responses.get(item.id, ()), world), 6) for item in paper.items}
    end = (moment + timedelta(seconds=elapsed)).isoformat()
    attempt.append(HandedIn(elapsed=elapsed, at=end, why="candidate", marks=marks))


def _wrong(item: Item, paper: Paper, who: str, chance: Random) -> Response:
    """A wrong answer, or none."""
    shown, key = paper.show(item, who), find_key(item, paper.bank.world)
    match item:
        case Order() | Match():
            return tuple(chance.sample(list(key), len(key)))
        case TwoTier():
            return (chance.choice(shown.options), chance.choice(shown.reasons))
        case Number():
            return (item.wrong[0].value,) if item.wrong else ()
        case Short():
            return (item.distractors[0].text,) if item.distractors else ()
    return (chance.choice([option for option in shown.options if option != key[0]]),)
