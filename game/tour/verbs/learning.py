"""Practice and honours. Both are kept outside the tour, so the app performs the wish."""

from game.tour.commands import Bare, Text
from game.tour.events import HonoursAsked, PracticeAsked
from game.tour.scope import Scope
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import NOTHING, TEXT, Verb, split_words


def ask_practice(scope: Scope, wish: Text) -> Outcome:
    """Ask for a quiz session of practice."""
    return report(scope, PracticeAsked(wish=wish.text))


def ask_honours(scope: Scope, _: Bare) -> Outcome:
    """Ask what there is to be proud of."""
    return report(scope, HonoursAsked())


VERBS = (
    Verb(
        id="practice",
        words=split_words("practice, practise, practice round, revise, revision, start practice, flashcards"),
        takes=TEXT,
        perform=ask_practice,
        group="ask",
        forms=("all", "due", "20"),
    ),
    Verb(
        id="honours",
        words=split_words("honours, honors, achievements, awards, medals, trophies, my achievements, my honours"),
        takes=NOTHING,
        perform=ask_honours,
        group="tour",
    ),
)
