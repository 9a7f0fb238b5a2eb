"""Rules for feedback: it must repeat the key in the words of the facts."""

from collections.abc import Iterator

from game.pack.kinds import Item
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.findings import KeyFinding


def check_feedback(item: Item, gists: FactGists) -> Iterator[KeyFinding]:
    """Report feedback that shares nothing with the facts its item cites."""
    told = gists.tell_all(gists.list_cited(item))
    if not gists.read(item.feedback).measure_share_in(told) and not gists.find_sources(item.feedback):
        yield KeyFinding("Q-FEED", item.id, ("feedback",), "nothing restated", tuple(item.facts))
