"""Rooms for the drafts of some articles: by the author's names, by headings, by places, or by what neighbours share.

Rooms by words alone were poor in every trial. So names given by the author come first, then headings, then the places
that the articles tell of; drafts are sorted into them.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from game.content.drafting.article_text import Article
from game.content.drafting.place_names import find_places
from game.content.drafting.sentence_drafts import SentenceDraft
from game.core.names import words
from game.pack.claims.wording import list_stems, stem
from game.prose.drafting_texts import ENTRANCE

PARAGRAPHS_A_ROOM = 4
"""Paragraphs of the longest article that make a room, where it has no headings."""

MAX_ROOMS = 9
"""Rooms that are proposed at most: an author adds more sooner than he merges them."""

EVENNESS = 1.0
"""How much rooms of unlike size cost, beside words that are torn apart."""

MIN_HEADINGS = 2
"""Headings from which an article is taken to have sections."""

MIN_PLACES = 3
"""Places from which rooms are named after them."""

MAX_PLACES = 7
"""Places that are proposed at most: the articles name many in passing."""

MAX_NAME_CHARACTERS = 28
"""Of a room's name, as its type says."""

MIN_NAME_LETTERS = 4
"""Letters of a word that a room can be called by."""


class ProposedRoom(Struct, frozen=True):
    """A room and the drafts that lie in it."""

    id: str
    name: str
    drafts: list[SentenceDraft]


class _Place(Struct, gc=False):
    """One paragraph with what it is compared by."""

    cite: str
    drafts: list[SentenceDraft]
    heading: str
    stems: Counter[str]


def propose_rooms(
    articles: Mapping[str, Article], drafts: Iterable[SentenceDraft], names: Sequence[str] = ()
) -> list[ProposedRoom]:
    """Rooms in which every draft lies once; a room without a draft only where the author named it."""
    by_cite: dict[str, list[SentenceDraft]] = {}
    for draft in drafts:
        by_cite.setdefault(draft.cite, []).append(draft)
    places = {letter: _list_places(letter, article, by_cite) for letter, article in articles.items()}
    weights = _weigh(places.values())
    base = max(places, key=lambda letter: (_count_headings(places[letter]), len(places[letter])))
    found = names or ([] if _count_headings(places[base]) else _choose_places(articles))
    groups: list[_Group]
    if found:
        groups = [(name, Counter(list_stems(name)), []) for name in found]
        rest = [place for listed in places.values() for place in listed]
    else:
        groups = _group_base(places[base], weights)
        rest = [place for letter, listed in places.items() if letter != base for place in listed]
    _sort_into(groups, rest, weights)
    return _make_rooms(groups, are_empty_kept=bool(names))


def _choose_places(articles: Mapping[str, Article]) -> list[str]:
    """The places that most paragraphs name, in the order of the articles; none where there are too few."""
    told = [block.text for article in articles.values() for block in article.blocks if block.is_told]
    counts = find_places(told)
    wanted = min(MAX_PLACES, max(MIN_PLACES, round(len(told) / PARAGRAPHS_A_ROOM)))
    # Sorting keeps the order of equals, so what is named first wins.
    chosen = set(sorted(counts, key=lambda name: -counts[name])[:wanted])
    names = [name[0].upper() + name[1:] for name in counts if name in chosen]
    return names if len(names) >= MIN_PLACES else []


_Group = tuple[str, Counter[str], list[_Place]]


def _list_places(letter: str, article: Article, by_cite: Mapping[str, list[SentenceDraft]]) -> list[_Place]:
    heading, found = "", []
    for number, block in enumerate(article.blocks, start=1):
        cite = f"{letter}¶{number}"
        # A headline over everything is no section.
        if block.is_heading and number > 1:
            heading = block.text
        elif cite in by_cite:
            found.append(_Place(cite, by_cite[cite], heading, Counter(list_stems(block.text))))
    return found


def _count_headings(places: Sequence[_Place]) -> int:
    found = len({place.heading for place in places if place.heading})
    return found if found >= MIN_HEADINGS else 0


def _weigh(listed: Iterable[Sequence[_Place]]) -> dict[str, float]:
    """Stem -> how much it tells: rare ones most, those of one paragraph and of nearly all nothing."""
    places = [place for each in listed for place in each]
    counts = Counter(found for place in places for found in place.stems)
    return {found: math.log(len(places) / count) for found, count in counts.items() if count > 1}


def _compare(one: Iterable[str], other: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(found, 0.0) for found in set(one) & set(other))


def _group_base(places: Sequence[_Place], weights: Mapping[str, float]) -> list[_Group]:
    """The paragraphs of one article in groups of neighbours."""
    if _count_headings(places):
        edges = [n for n in range(1, len(places)) if places[n].heading != places[n - 1].heading]
        edges = edges[: MAX_ROOMS - 1]
    else:
        edges = _find_gaps(places, weights)
    groups: list[_Group] = []
    for first, last in zip([0, *edges], [*edges, len(places)], strict=True):
        members = list(places[first:last])
        groups.append((members[0].heading if members else "", _join(members), members))
    return groups


def _find_gaps(places: Sequence[_Place], weights: Mapping[str, float]) -> list[int]:
    """Where neighbouring paragraphs share least, so that no room gets much more than another."""
    count = min(MAX_ROOMS, max(1, round(len(places) / PARAGRAPHS_A_ROOM)))
    shared = [0.0] + [
        _compare(_join(places[max(0, n - 2) : n]), _join(places[n : n + 2]), weights) for n in range(1, len(places))
    ]
    usual = sum(shared) / max(1, len(shared) - 1) or 1.0
    mean = len(places) / count
    # Cost of the best cut of the first so many paragraphs into so many rooms, and where its last room begins.
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(count):
        reached: dict[int, tuple[float, int]] = {}
        for first, (cost, _) in best[-1].items():
            for last in range(first + 1, len(places) + 1):
                paid = cost + shared[first] / usual + EVENNESS * ((last - first) / mean - 1) ** 2
                if last not in reached or paid < reached[last][0]:
                    reached[last] = (paid, first)
        best.append(reached)
    gaps, end = [], len(places)
    for step in reversed(best[1:]):
        end = step[end][1]
        gaps.append(end)
    return sorted(gap for gap in gaps if gap)


def _join(places: Iterable[_Place]) -> Counter[str]:
    return sum((place.stems for place in places), Counter())


def _sort_into(groups: list[_Group], places: Iterable[_Place], weights: Mapping[str, float]) -> None:
    """Lay each paragraph where most of its words are told already; else where the one before it lies."""
    told = [(Counter(list_stems(name)) + stems) for name, stems, _ in groups]
    known = list(weights.values())
    high = max(known, default=1.0)
    last, total = 0, sum(len(members) for _, _, members in groups) + 1
    for place in places:
        # A word of a room's own name says more of what belongs there than any other.
        scores = [
            _compare(place.stems, stems, weights) + high * len(set(place.stems) & set(list_stems(name)))
            for stems, (name, _, _) in zip(told, groups, strict=True)
        ]
        # Of two rooms that fit alike, the emptier one.
        scores = [score * (1 - len(group[2]) / (2 * total)) for score, group in zip(scores, groups, strict=True)]
        best = max(range(len(scores)), key=lambda n: (scores[n], n == last))
        last = best if scores[best] > 0 else last
        groups[last][2].append(place)
        told[last] = told[last] + place.stems
        total += 1


def _make_rooms(groups: Sequence[_Group], *, are_empty_kept: bool) -> list[ProposedRoom]:
    everywhere = Counter(found for _, _, members in groups for found in _join(members))
    rooms: list[ProposedRoom] = []
    for number, (given, _, members) in enumerate(groups):
        drafts = [draft for place in members for draft in place.drafts]
        if not drafts and not (given and are_empty_kept):
            continue
        taken = {room.name.casefold() for room in rooms}
        name = given if given.casefold() not in taken else ""
        name = _shorten(name) or _name_by_words(drafts, everywhere, taken) or f"{ENTRANCE} {number + 1}"
        ids = {room.id for room in rooms}
        rooms.append(ProposedRoom(_make_id(name, number, ids), name, drafts))
    return rooms


def _name_by_words(drafts: Sequence[SentenceDraft], everywhere: Counter[str], taken: set[str]) -> str:
    """The word that is told most often here and in the fewest other groups."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for draft in drafts:
        for word in re.findall(r"[A-Za-z][\w’'-]+", draft.text):
            found = stem(words(word)[0])
            if found in draft.stems and len(word) >= MIN_NAME_LETTERS:
                counts[found] += 1
                shown.setdefault(found, word.removesuffix("’s").removesuffix("'s"))
    ranked = sorted(counts, key=lambda f: (-counts[f] * counts[f] / max(counts[f], everywhere[f]), -len(shown[f]), f))
    names = (shown[found][0].upper() + shown[found][1:] for found in ranked)
    return next((name for name in names if name.casefold() not in taken), "")


def _shorten(name: str) -> str:
    """A name of at most so many characters, cut between two words."""
    name = " ".join(name.split()).rstrip(".:")
    while len(name) > MAX_NAME_CHARACTERS:
        shorter = name.rpartition(" ")[0]
        name = shorter or name[:MAX_NAME_CHARACTERS]
    return name


def _make_id(name: str, number: int, taken: set[str]) -> str:
    found = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    found = found if found[:1].isalpha() else f"room-{number + 1}"
    return found if found not in taken else f"{found}-{number + 1}"
