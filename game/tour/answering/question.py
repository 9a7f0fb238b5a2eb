"""A question in the player's own words, taken apart: what kind of answer it wants, about whom, in which article."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from game.core.names import singular, words
from game.tour.answering.fact_frames import MAX_POSTINGS, FactFrames
from game.tour.answering.name_finder import Mention
from game.tour.answering.name_reading import take_mentions
from game.tour.answering.speech import normalise_speech
from game.tour.answering.word_forms import FUNCTION_WORDS, LIGHT_WORDS, SIDES, TELLING_LIGHT_WORDS, content_stems, stem

Wanted = Literal["person", "place", "date", "number", "count", "reason", "house", "yes or no", "anything"]
"""What kind of answer is asked for. A count is a number of the very things that are named: HOW MANY CARRIAGES."""

_OPENINGS: tuple[tuple[str, Wanted], ...] = (
    (r"(?:in|on|since|until|from|at|by) (?:what|which) (?:year|date|day|month|time)\b", "date"),
    (r"(?:what|which) (?:year|date|day|month)\b", "date"),
    (r"(?:since |until )?when\b", "date"),
    (r"how (?:many|much|old|fast|long|far|heavy|tall|big|large|high|quick|quickly|wide|expensive|deep)\b", "number"),
    (r"(?:what|which) (?:is|was|were|are) (?:the |his |its )?(?:number|amount|total)\b", "number"),
    (r"(?:why|how come|for what reason|what for)\b", "reason"),
    (r"what (?:is|was|are|were) the reasons?\b", "reason"),
    (r"(?:who|whose|whom|(?:by|with|to|for|from) whom)\b", "person"),
    (r"(?:which|what) (?:person|man|woman|people|leader|president|official|reporter|relative)\b", "person"),
    (r"(?:from |to )?where\b", "place"),
    (r"(?:in |to |from |at )?(?:which|what) (?:place|city|town|country|port|airport)\b", "place"),
    (r"(?:which|what) (?:\w+ )?(?:newspaper|paper|agency|outlet|media|house|daily|press|broadcaster)\b", "house"),
    (
        r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isn't|aren't|doesn't|didn't|wasn't)\b",
        "yes or no",
    ),
)


@cache
def _find_polite() -> re.Pattern[str]:
    """The polite beginning of a question. Compiled when one is asked: every start would wait 2 ms for it."""
    return re.compile(
        r"^(?:(?:please|so|well|ok|okay|hey|hello|hi|and|but|also|then|now|sir)[\s,:]+"
        r"|(?:(?:can|could|would) you (?:please )?)?(?:tell|explain to) (?:me|us)[\s,]+(?:please )?"
        r"(?!about\b|of\b|more\b)"
        r"|(?:do you know|i wonder|i want to know|i would like to know|i'd like to know|any idea|remind me|let me know"
        r"|i have a question|may i ask|can i ask|excuse me|sorry)[\s,:]+)+",
        re.IGNORECASE,
    )


# Texts and not compiled patterns for the same reason; re keeps those that a question has used.
_COUNTED = r"\bhow many (?:(?:different|other|more|of the|of) )*(\w+)"
_YEAR = r"\b(?:1[89]|20)\d\d\b"

_LIKING = r"(?:do|does|did|would|will) (?!.*\b(?:look|looks|looked|be|is) like\b).* like\b"
"""DOES HE LIKE CHEESE: there LIKE is a verb, and all that is asked."""

_HEAD = (
    r"(?:what|which) (?:(?:kind|sort|type|piece)s? of )?((?:[\w']+ ){0,2}?[\w']+?)(?: of .*?)? "
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|might|may)\b"
)
"""The noun between WHAT or WHICH and the verb."""

_SIDE = r"\b(?:the|its) (inside|outside)\b(?! the\b)"
"""A side of a thing as a noun: PICTURES OF THE INSIDE, and not INSIDE THE TRAIN."""

_DOING = r"what (?:is|was|are|were|does|did|do|has|had) (?:\S+ ){1,4}?(?:do|doing|done)\b"
"""Asks for an act of somebody."""

_DUMMY_IT = r"\b(?:is|was|did|does|will|would|can) it (?:take|true|cost|like|possible|that|clear|known)\b"
"""IT that stands for nothing: how long did it take."""

_HOW_WORD = r"\bhow (big|large|far|tall|high|wide|small|deep|long|good|bad)\b"
"""Words that mean little elsewhere and are all that is asked after HOW."""

_TYPE_NOUNS: dict[Wanted, frozenset[str]] = {
    "person": frozenset(map(stem, "person man woman people name".split())),
    "place": frozenset(map(stem, "place city town country port".split())),
    "date": frozenset(map(stem, "year date day month time".split())),
    "house": frozenset(map(stem, "newspaper paper agency outlet media house daily press broadcaster news".split())),
    "number": frozenset(map(stem, "number amount total".split())),
    "reason": frozenset(map(stem, "reason".split())),
}
"""What is asked for, in words: WHICH CITY. The words themselves stand in no answer."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth")

_MONEY = frozenset(map(stem, "dollar euro pound won money cent mile kilometre km metre".split()))
"""HOW MANY of these asks for a figure with a unit, which may be written in another unit."""

MAX_WORDS_OF_SHORT = 4


class AskedQuestion(Struct, frozen=True, kw_only=True):
    """One question, taken apart."""

    text: str
    wanted: Wanted
    sources: frozenset[str]
    """Ids of the articles asked about; empty for all."""
    years: frozenset[str]
    mentions: tuple[Mention, ...]
    """Names that are meant as names, in the order typed."""
    attributes: tuple[str, ...]
    """What a phrase asks of the subject, as the pack names it: HOW LONG. Empty for most questions."""
    stems: tuple[str, ...]
    """Words that mean something and are no name, in one form each; those of attributes included."""
    light: frozenset[str]
    """Those of the stems whose absence proves nothing."""
    weak: tuple[str, ...]
    """Stems of words that mean nothing but to an attribute: GOING for a destination, WITH for companions."""
    soft: dict[str, str]
    """Stem of a common word -> id of what it may be the name of."""
    soft_kin: dict[str, frozenset[str]]
    """Stem of a common word -> ids of what words of its family may be names of."""
    phrases: dict[str, frozenset[str]]
    """Attribute -> the stems of a phrase that asks for it."""
    is_of_saying: bool
    """True when it asks who said, reported or photographed something."""
    counted: str
    """The stem of what is to be counted; empty where nothing is."""
    is_short: bool
    """True when nothing but the question word, IS and one word or two was typed."""
    is_described: bool
    """True when it only asks who or what something is."""

    head: str = ""
    """Stem of the noun that WHAT or WHICH asks for: TITLE in WHICH GRAND TITLE DOES IT USE. Empty where none is."""
    is_of_doing: bool = False
    """True when it asks what somebody does: WHAT IS HE DOING IN THE PICTURE."""
    has_stranger: bool = False
    """True when somebody is named whom the pack does not know, by a name like one it knows."""

    @property
    def entities(self) -> tuple[str, ...]:
        """Ids of what is named, each once."""
        return tuple(dict.fromkeys(mention.entity for mention in self.mentions))


def read_question(text: str, frames: FactFrames) -> AskedQuestion:
    """Take a question apart."""
    bare = normalise_speech(_find_polite().sub("", text.strip()).strip() or text)
    typed = words(bare)
    sources, typed = _take_sources(typed, frames)
    line = " ".join(typed)
    counted = _find_counted(line)
    wanted: Wanted = "count" if counted else _find_wanted(line)
    mentions, rest = take_mentions(
        typed, frames, is_person_wanted=wanted == "person", has_dummy=bool(re.search(_DUMMY_IT, line))
    )
    years, phrases = frozenset(re.findall(_YEAR, line)), frames.vocabulary.find_phrases(line)
    attributes = tuple(name for name, parts in phrases.items() if parts[0] in ("how", "where") and _asks_alone(parts))
    rest = _drop_on_board(rest)
    weak = _list_weak(rest, wanted, frames)
    stems = _list_stems(line, rest, wanted, weak, is_phrase=bool(attributes))
    if rest[-1:] in (("have",), ("has",), ("had",), ("own",)):
        weak = (*weak, stem("have"))
    kept = tuple(s for s in stems if s not in _TYPE_NOUNS.get(wanted, frozenset()) | years)
    return AskedQuestion(
        text=text,
        wanted=wanted,
        sources=sources,
        years=years,
        mentions=tuple(mention for mention in mentions if not mention.is_stranger),
        has_stranger=any(mention.is_stranger for mention in mentions),
        attributes=attributes,
        stems=kept,
        weak=weak,
        soft=frames.names.list_soft(rest),
        soft_kin={stem(w): frozenset(found.entity for found in frames.names.list_relatives(w)) for w in rest},
        phrases={name: frozenset(map(stem, parts)) for name, parts in phrases.items()},
        is_of_saying=not _SAYING.isdisjoint(map(stem, typed)),
        light=_list_light(kept, rest, wanted),
        head=_find_head(line, kept),
        counted=counted,
        is_of_doing=bool(re.match(_DOING, line)),
        is_short=len(typed) <= MAX_WORDS_OF_SHORT,
        is_described=len(typed) <= 2 or bool(re.match(r"(?:who|what)(?:'s|s| is| was| are| were)\b", line)),
    )


def _find_counted(line: str) -> str:
    """The stem of what is to be counted; empty where nothing is. HOW MUCH money asks for a price."""
    counted = re.search(_COUNTED, line)
    return "" if counted is None or stem(counted[1]) in _MONEY else stem(singular(counted[1]))


def _list_light(kept: tuple[str, ...], rest: tuple[str, ...], wanted: Wanted) -> frozenset[str]:
    if wanted != "yes or no":
        return frozenset(kept) & _LIGHT_STEMS
    # IS IT OLD, and not IS THE OLD PLANE SAFE: what stands last is what is asked.
    return (frozenset(kept) & _EMPTY_STEMS) - {word for word in rest[-1:] if word == "old"}


def _find_head(line: str, kept: tuple[str, ...]) -> str:
    match = re.match(_HEAD, line)
    sides = re.findall(_SIDE, line)
    head = stem(match[1].split()[-1]) if match else SIDES[sides[0]] if sides else ""
    return head if head in kept else ""


def _list_stems(
    line: str, rest: tuple[str, ...], wanted: Wanted, weak: tuple[str, ...], *, is_phrase: bool
) -> tuple[str, ...]:
    """The stems of all that counts, with the small words that are all there is in some questions."""
    stems = tuple(dict.fromkeys((*content_stems(rest), *(SIDES[word] for word in re.findall(_SIDE, line)))))
    if wanted == "yes or no" and re.match(_LIKING, line):
        stems = (*stems, stem("like"))
    if wanted == "person" and stem("meet") not in stems:
        # WHO TRAVELLED WITH HIM: here the small word is what is asked. MEET WITH says no more than MEET.
        stems = (*stems, *weak)
    if not is_phrase and (how := re.search(_HOW_WORD, line)):
        stems = (*stems, how[1])
    return stems or (("cost",) if "how much" in line else ())


def _asks_alone(parts: tuple[str, ...]) -> bool:
    """HOW LONG and WHERE FROM ask alone; HOW MANY and HOW DOES need the words after them."""
    return parts[:2] not in (("how", "many"), ("how", "much"), ("how", "does"))


def _drop_on_board(rest: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the BOARD of ON BOARD, which says nothing on a train."""
    return tuple(w for w, before in zip(rest, ("", *rest), strict=False) if not (w == "board" and before == "on"))


def _list_weak(rest: tuple[str, ...], wanted: Wanted, frames: FactFrames) -> tuple[str, ...]:
    empty = (stem(word) for word in rest if word in FUNCTION_WORDS and word not in _QUESTION_WORDS)
    return tuple(dict.fromkeys(word for word in empty if _asks_for(word, wanted, frames)))


def _asks_for(word: str, wanted: Wanted, frames: FactFrames) -> bool:
    answers = map(frames.vocabulary.find_answer_type, frames.vocabulary.find_attributes(word))
    return any(wanted in ("yes or no", answer) for answer in answers)


_QUESTION_WORDS = frozenset(
    "who what where when why how which whose whom is are was were do does did has have had can could".split()
)
_SAYING = frozenset(
    map(
        stem,
        "say tell report mention claim describe state write call photograph release recall talk speak publish film "
        "show suggest speculate guess think confirm quote describe".split(),
    )
)
_LIGHT_STEMS = frozenset(map(stem, LIGHT_WORDS))
_EMPTY_STEMS = _LIGHT_STEMS - frozenset(map(stem, TELLING_LIGHT_WORDS))


def _find_wanted(line: str) -> Wanted:
    for pattern, wanted in _OPENINGS:
        if re.match(pattern, line):
            return wanted
    # "The train goes how fast?" and "in which city" behind other words: the question word may stand anywhere.
    # WITH WHAT DOES HE TRAVEL WHEN AT HOME asks for no date: its question word stands first but for a preposition.
    if not re.match(r"(?:\w+ )?(?:what|which|how)\b", line):
        for pattern, wanted in _OPENINGS[:-1]:
            if re.search(pattern, line):
                return wanted
    return "anything"


def _take_sources(typed: tuple[str, ...], frames: FactFrames) -> tuple[frozenset[str], tuple[str, ...]]:
    """The articles named, ARTICLE A, and the words without their names."""
    found: set[str] = set()
    rest: list[str] = []
    place = 0
    while place < len(typed):
        if typed[place] in _ORDINALS and typed[place + 1 : place + 2] == ("article",):
            # THE FIRST ARTICLE is the first of those the pack lists.
            found.update(sorted(frames.sources)[_ORDINALS.index(typed[place]) :][:1])
            place += 2
            continue
        if (
            typed[place] in ("article", "source")
            and place + 1 < len(typed)
            and typed[place + 1].upper() in frames.sources
        ):
            found.add(typed[place + 1].upper())
            place += 2
            continue
        rest.append(typed[place])
        place += 1
    # "What is article A" asks about the article itself, so its name must not be taken away as a filter.
    is_all = all(word in ("what", "who", "is", "are", "was", "whats", "what's", "about", "of") for word in rest)
    is_all = is_all or _asks_of_source(rest, frames)
    return (frozenset(), typed) if is_all else (frozenset(found), tuple(rest))


def _asks_of_source(rest: Sequence[str], frames: FactFrames) -> bool:
    """Whether what is asked beside an article is a thing told of articles: WHO PUBLISHED IT, WHEN."""
    stems = content_stems(tuple(rest))
    if len(stems) != 1:
        return False
    asked = set(frames.vocabulary.find_own_attributes(stems[0]))
    told = (frames.frames[fact_id] for name in asked for fact_id in frames.find_by_attribute(name)[:MAX_POSTINGS])
    return any(frame.subject in frames.names.sources for frame in told)
