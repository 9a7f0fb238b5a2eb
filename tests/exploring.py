"""A player who looks at everything in a room, takes what can be taken, and works what can be worked."""

from collections import Counter

from game.pack.works import Sort
from game.tour.events import MoreToNote
from game.tour.session import Session
from game.tour.work_offers import list_offers

ROUNDS = 12
"""Rounds in which every machine of a room is worked once: enough for each action, also where it waits for another."""


def explore(session: Session) -> None:
    """Find all there is in the room."""
    read_room(session)
    session.perform("take all")
    work_all(session)
    read_room(session)


def explore_tour(session: Session) -> None:
    """Find all there is, from the first room to the last."""
    for _ in session.world.rooms:
        explore(session)
        session.perform("forward")


def read_room(session: Session) -> None:
    """Look at everything here, again as long as there is more to note."""
    while any(isinstance(event, MoreToNote) for event in session.perform("x all")):
        pass


def work_all(session: Session) -> None:
    """Work everything in the room in every way that is offered, each action as often as any other."""
    done = Counter[tuple[str, int]]()
    for _ in range(ROUNDS):
        for thing in session.scope.works:
            if offers := list_offers(session.scope, thing):
                _, rarest = min((done[thing.id, offer.index], offer.index) for offer in offers)
                done[thing.id, rarest] += 1
                session.perform(next(offer.line for offer in offers if offer.index == rarest))
    for thing in session.scope.works:
        if isinstance(thing.works, Sort):
            for card in thing.works.cards.values():
                session.perform(f"put {card.names[0]} on {thing.works.places[card.at][0]}")
