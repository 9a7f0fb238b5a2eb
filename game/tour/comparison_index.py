"""The comparisons of a pack, indexed by their facts: what two notes are to each other, without a search.

A turn asks two things: what lies between two notes, and which pairs a note has just completed. Both cost the same,
however many comparisons a pack has.
"""

from collections.abc import Container, Iterable

from game.pack.ledger import AnyComparison, MixUp
from game.pack.world import World


class ComparisonIndex:
    """All that can be compared in one world."""

    def __init__(self, world: World) -> None:
        self.by_id = world.comparisons
        """Id -> comparison."""
        self.findings = frozenset(each.id for each in self.by_id.values() if not isinstance(each, MixUp))
        """Ids of those that are something; a mix-up is none."""
        self.lesson = next((lead.comparison for lead in world.leads.values() if not lead.opens), "")
        """Id of the comparison that belongs to the first lead of all; empty where there is none."""
        self._sides: dict[str, list[tuple[AnyComparison, int]]] = {}
        for comparison in self.by_id.values():
            for place, side in enumerate(comparison.sides):
                for fact_id in side.facts:
                    self._sides.setdefault(fact_id, []).append((comparison, place))

    def find_pair(self, one: str, other: str) -> AnyComparison | None:
        """The comparison of which two facts stand on two sides; None where nothing is known between them."""
        sides = {comparison.id: place for comparison, place in self._sides.get(other, ())}
        for comparison, place in self._sides.get(one, ()):
            if sides.get(comparison.id, place) != place:
                return comparison
        return None

    def list_waiting(self, compared: Container[str], noted: Container[str]) -> tuple[AnyComparison, ...]:
        """The comparisons of which two sides are noted and which nobody has made yet."""
        return tuple(each for each in self.by_id.values() if each.id not in compared and each.is_met(noted))

    def list_completed(self, fresh: Iterable[str], before: Container[str], after: Container[str]) -> tuple[str, ...]:
        """Ids of the comparisons of which some fresh notes are the second side.

        Args:
            fresh: Ids of the facts just noted.
            before: The notes without them.
            after: The notes with them.
        """
        touched = {comparison.id: comparison for fact_id in fresh for comparison, _ in self._sides.get(fact_id, ())}
        return tuple(each.id for each in touched.values() if each.is_met(after) and not each.is_met(before))
