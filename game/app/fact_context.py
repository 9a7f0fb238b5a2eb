"""Where in the tour a fact can be read: for the hint of a question, and to read it in its context."""

from collections.abc import Iterator

from game.pack.kinds import Item
from game.pack.thing_texts import read_whole_thing
from game.pack.world import Passage, Room, Thing, facts_of
from game.prose import questions, quiz
from game.prose.lines import Line
from game.tour.lexicon import Lexicon

MAX_CONTEXT_PASSAGES = 4
"""Passages of a place that are shown whole. For a longer place, only passages that tell the fact are shown."""


def find_telling_place(lexicon: Lexicon, item: Item) -> tuple[Room | None, Thing | None]:
    """The room and the thing that tell the first fact of an item; no thing if the text of the room tells it."""
    fact_id = item.facts[0]
    rooms = [lexicon.world.rooms[room_id] for room_id in lexicon.facts.find_rooms(fact_id)]
    for room in rooms:
        if any(fact_id in passage.facts for passage in room.passages):
            return room, None
    telling = [
        (len(facts_of(thing)), place, room, thing)
        for place, (room, thing) in enumerate((room, thing) for room in rooms for thing in room.things)
        if fact_id in facts_of(thing)
    ]
    if not telling:
        return (rooms[0] if rooms else None), None
    # A board with all differences tells every fact, so it would be a useless hint. So the thing with the fewest facts
    # wins.
    _, _, room, thing = min(telling, key=lambda found: found[:2])
    return room, thing


def render_fact_context(lexicon: Lexicon, item: Item) -> Iterator[Line]:
    """The text at the place that tells the first fact of an item, and the source of this fact."""
    room, thing = find_telling_place(lexicon, item)
    if room is None:
        yield quiz.render_hint(room, thing)
        return
    passages: tuple[Passage, ...] = read_whole_thing(thing, lexicon.world.facts) if thing else room.passages
    if len(passages) > MAX_CONTEXT_PASSAGES:
        passages = tuple(passage for passage in passages if item.facts[0] in passage.facts)
    yield from quiz.render_context(room, thing, passages)
    yield from questions.render_sources([lexicon.world.facts[item.facts[0]]], lexicon.world)
