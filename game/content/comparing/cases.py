"""A sentence with the facts of its text: those that it may state, and the most likely one."""

import re
from functools import cached_property, lru_cache

from game.content.comparing.fact_sides import FactSide, Ledger
from game.content.comparing.sentences import Sentence
from game.content.comparing.texts import ComparedText
from game.pack.claims.figures import is_figure_supported
from game.pack.claims.timespans import is_date_supported
from game.pack.claims.word_classes import find_roots
from game.pack.claims.wording import list_stems

MIN_SHARED_STEMS = 2
"""From this number of shared stems on, a sentence may state a claim."""

MIN_SURE_STEMS = 3
"""From this number of shared stems on, a reason certainly states a fact."""

MAX_NEAREST = 20
"""How many further facts a reason is compared with, in addition to those of its question."""

MAX_BEHIND = 1.2
"""How much lower than the best score the score of a fact may be, if the sentence may still state it."""

MAX_LENGTH_LOSS = 0.2
"""How much lower a long claim scores than a short one that shares as much."""

_OURS = re.compile(r"\b(?:our|ours|we|us|you|your|yours)\b", re.IGNORECASE)
_TALK = re.compile(
    r"\b(?:articles?|captions?|sources?|paragraphs?|sentences?|copy|headline|labels?|cards?|A|B)\b"
    r"|\b(?:tells?|says?|names?|gives?|mentions?|describes?)\b"
)


@lru_cache(maxsize=256)
def _list_near(near: str) -> frozenset[str]:
    # All texts of a room are near the same things, so the result is kept.
    return frozenset(list_stems(near))


class Case:
    """The input of the rules: a sentence and its facts."""

    def __init__(self, ledger: Ledger, text: ComparedText, sentences: tuple[Sentence, ...], place: int) -> None:
        self.ledger = ledger
        self.text = text
        self.sentence = sentences[place]
        self.earlier = sentences[:place]
        self.around = sentences[max(0, place - 1) : place + 2]
        self._scores: dict[str, float] = {}
        self.listed = ledger.list_sides(text.facts)

    @cached_property
    def matter(self) -> frozenset[str]:
        """Stems of the sentence without those of names."""
        return frozenset(self.sentence.stems) - self.ledger.name_stems

    @cached_property
    def roots(self) -> frozenset[str]:
        """Roots of these stems."""
        return find_roots(self.matter)

    @property
    def is_reason(self) -> bool:
        """Whether the text explains why an answer is right or wrong. It may then rest on any fact."""
        return self.text.role in ("feedback", "because")

    @cached_property
    def sides(self) -> tuple[FactSide, ...]:
        """The facts that the text lists; for reasons, which list none, also the most similar facts of the ledger."""
        if not self.is_reason:
            return self.listed
        pool = self.ledger.find_sharing(self.roots.union(self.sentence.stems))
        nearest = sorted(pool, key=lambda side: (-self.score(side), side.fact.id))[:MAX_NEAREST]
        return tuple(dict.fromkeys((*self.listed, *nearest)))

    @cached_property
    def near(self) -> frozenset[str]:
        """Stems of the names of the things around the text."""
        return _list_near(self.text.near)

    @cached_property
    def touching(self) -> tuple[FactSide, ...]:
        """The facts that the sentence can be about: those with a common word; all facts if there are none."""
        shared = tuple(side for side in self.sides if self.roots & side.matter_roots or self._share_values(side))
        return shared or self.sides

    @cached_property
    def best(self) -> FactSide | None:
        """The fact that the sentence most likely states; None if no fact shares enough with it."""
        ranked = sorted(self.sides, key=lambda side: -self.score(side))
        enough = MIN_SHARED_STEMS if self.is_reason else 1 - MAX_LENGTH_LOSS
        return ranked[0] if ranked and self.score(ranked[0]) >= enough else None

    @cached_property
    def close(self) -> tuple[FactSide, ...]:
        """The facts that the sentence can be about; for a reason, only the most similar ones."""
        if not self.is_reason:
            return self.touching
        if self.best is None:
            return tuple(dict.fromkeys((*self.listed, *self.touching)))
        least = self.score(self.best) - MAX_BEHIND
        return tuple(side for side in self.sides if self.score(side) >= least or side.fact.id in self.text.facts)

    @cached_property
    def rivals(self) -> tuple[FactSide, ...]:
        """The fact that the sentence most likely states, and those that are almost as similar."""
        least = self.score(self.best) - MAX_BEHIND if self.best else 0
        return tuple(side for side in self.sides if self.score(side) >= least)

    def score(self, side: FactSide) -> float:
        """How much the sentence has in common with a fact."""
        if side.fact.id not in self._scores:
            shared = len(self.roots & side.roots) + 0.5 * len(self.names & side.names)
            # Values are exact, so they count more than words. If two claims share as much, the sentence contains more
            # of the shorter one.
            score = shared + 2 * len(self._share_values(side)) - MAX_LENGTH_LOSS * min(1, len(side.matter) / 20)
            score += 0.5 * len(self._about & side.roots) + 0.5 * (side.fact.id in self.text.facts)
            self._scores[side.fact.id] = score
        return self._scores[side.fact.id]

    @cached_property
    def _about(self) -> frozenset[str]:
        return find_roots(_list_near(self.text.about)) - self.roots

    def _share_values(self, side: FactSide) -> tuple[str, ...]:
        figures = tuple(f for f in self.sentence.figures if is_figure_supported(f, side.claim.figures))
        return (*figures, *(when for when in self.sentence.dates if is_date_supported(when, side.dates)))

    @cached_property
    def names(self) -> frozenset[str]:
        """Ids of the entities that the sentence names with a capital letter."""
        return frozenset(self.ledger.mentions.find(self.sentence.named))

    @cached_property
    def persons(self) -> frozenset[str]:
        """Ids of the persons that the sentence names."""
        return frozenset(name for name in self.names if self.ledger.entities[name].kind == "person")

    @cached_property
    def told_stems(self) -> frozenset[str]:
        """Stems of all claims the text rests on."""
        return frozenset(found for side in self.sides for found in side.stems)

    @cached_property
    def told_words(self) -> frozenset[str]:
        """Stems of all words of those claims, the small ones too."""
        return frozenset(found for side in self.sides for found in side.words)

    @cached_property
    def told_roots(self) -> frozenset[str]:
        """Roots of all claims the text rests on."""
        return find_roots(self.told_stems)

    @cached_property
    def is_ours(self) -> bool:
        """Whether the sentence says that it is about the tour: our number, we have put, you stand."""
        return bool(_OURS.search(self.sentence.text))

    @cached_property
    def is_of_texts(self) -> bool:
        """Whether the sentence is about what articles, captions or labels say."""
        return bool(_TALK.search(self.sentence.text))
