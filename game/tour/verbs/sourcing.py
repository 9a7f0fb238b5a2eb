"""Where a text comes from: the sources of what was read last, or of a thing."""

from typing import assert_never

from game.pack.ledger import Entity
from game.pack.world import Passage, Room
from game.tour.commands import Bare, Noun, OnAll, OnThings
from game.tour.events import Event, NotExaminedYet, NothingReadYet, SourcesShown
from game.tour.scope import Scope
from game.tour.turn import Turn
from game.tour.verbs.outcome import Outcome, collect_facts
from game.tour.verbs.verb import THINGS_OR_NOTHING, Verb, split_words
from game.tour.work_looks import read_look


def source(turn: Turn, cited: Bare | OnThings | OnAll) -> Outcome:
    """Say where the text comes from: of the things named, or of what was read last."""
    match cited:
        case OnThings():
            shown = tuple(_show_source_of(turn, noun) for noun in cited.nouns)
        case Bare() | OnAll():
            shown = (_show_sources(turn, turn.dialogue.read),)
        case _ as never:
            assert_never(never)
    return Outcome(turn.state, shown)


def _show_source_of(scope: Scope, noun: Noun) -> Event:
    """Where the text of a thing comes from, once it has been read; or what the articles say of a topic."""
    if isinstance(noun, Entity):
        return _show_sources(scope, (Passage(text=noun.gloss, facts=noun.facts),))
    if isinstance(noun, Room):
        return _show_sources(scope, noun.passages if noun.id == scope.state.room else ())
    # The source of an unread text would tell what it says, and its facts would not be in the notebook.
    if noun.id not in scope.state.examined:
        return NotExaminedYet(thing=noun)
    seen, shown = read_look(scope.lexicon.world, scope.state, noun)
    return _show_sources(scope, (*seen, *shown))


def _show_sources(scope: Scope, read: tuple[Passage, ...]) -> Event:
    if not read:
        return NothingReadYet()
    world = scope.lexicon.world
    told = tuple((passage, collect_facts(world, (passage,))) for passage in read)
    standing = scope.room.standing if read == scope.room.passages else None
    return SourcesShown(passages=told, standing=standing)


VERBS = (
    Verb(
        id="source",
        words=split_words(
            "source, source of, source for, sources, sources of, cite, who says, says who, who says so, who says "
            "that, where is that from, where does that come from, according to whom, reference, references, what is "
            "the source"
        ),
        takes=THINGS_OR_NOTHING,
        perform=source,
        group="look",
        is_about_memory=True,
    ),
)
