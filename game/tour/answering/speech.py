"""How people speak and how learners write, turned into the order and the words that a question is read in."""

import re
from functools import cache

from game.core.names import ARTICLES

_CONTRACTED = re.compile(r"\b(what|who|where|how|when|why|that|there|it|he|she)'?s\b(?!')", re.IGNORECASE)
_RUN_TOGETHER = re.compile(r"\b(what|who|where|how|when|why)(re|d|ll)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(did|does|do|is|was|are|were|has|have|had|can|could|will|would|should)(?:n't|nt)\b", re.IGNORECASE
)
_HOW_S = re.compile(r"\b(how \w+)'s\b", re.IGNORECASE)
_KIND_OF_PERSON = re.compile(
    r"\bwhat (is|was|are|were) (.+?) for (?:a |an )?(?:man|woman|person|guy|people|one)s?\b", re.IGNORECASE
)
_HIMSELF = re.compile(
    r"\b(?:fly|flies|flew|flown|flying)\b(.*?)\b(?:by )?(?:himself|herself|themselves)\b", re.IGNORECASE
)
_COMPARED = re.compile(
    r"^((?:is|are|was|were|do|does|did|has|have|can)(?: \S+){3,}) (?:like|as) (?:his|her|their|the) \w+"
    r"(?: (?:did|was|does|is))?\W*$",
    re.IGNORECASE,
)
"""IS HE AFRAID OF FLYING LIKE HIS DAD asks of him alone."""
_WITHOUT_QUESTION_WORD = re.compile(
    r"^(?:(?:name|list|give|show|describe|say|tell|explain|enumerate)(?: (?:me|us|to me|to us))?[\s,:]+)"
    r"(?:(?:all|some|one) )?",
    re.IGNORECASE,
)
_ANY = re.compile(r"^(?:(?:got|have|were there|have you got) )?any (?!idea\b|news\b|more\b|one\b)", re.IGNORECASE)
"""ANY BOOZE ON BOARD: a question without its verb."""

_TRAILING = re.compile(
    r"(?:[\s,.!?]+(?:lol|haha|hahaha|lmao|btw|pls|plz|please|right|huh|eh|or what|or not|or no|isn't it|anyway|mate"
    r"|dude|bro|actually|exactly|xd|by the way|thanks|thank you))+(?=[\s,.!?]*$)",
    re.IGNORECASE,
)

_IMPERATIVES = frozenset("name list describe enumerate tell say explain give show".split())
_PREPOSITIONS = frozenset(
    "in on at by for from to of with out since until under about through near next behind after before into".split()
)
_ASKING = frozenset("what which who whom whose when where why how whats whos wheres hows whys".split())
_SELF = frozenset("i my mine me myself we our ours us i'm im i've i'd i'll you your yours you're".split())
_WISHES_TO_KNOW = re.compile(
    r"\b(?:tell|explain to|show|remind) (?:me|us)\b|\b(?:i|we) (?:want|need|would like|wish|wonder|am wondering|ask|"
    r"have a question)\b|\bi'd like\b|\bi'm wondering\b|\bmy question\b|\bdo you know\b|\b(?:can|could|would) you\b",
    re.IGNORECASE,
)

_TAKING_UP = frozenset("yes yeah yep no nope lol haha".split())
"""Words that begin an answer to what was said."""

MIN_WORDS_OF_IMPERATIVE = 4
"""Words of a line such as NAME THE KINDS OF COOKING, articles apart, from which it may be a question."""

MAX_PLACE_OF_QUESTION_WORD = 3
"""Words that may stand before the question word of a question that begins with a preposition: OUT OF WHAT."""


def normalise_speech(text: str) -> str:
    """A question in full words and without what is only said along with it.

    >>> normalise_speech("whats that stripe lol"), normalise_speech("what was he for a man")
    ('what is that stripe', 'who was he')
    >>> normalise_speech("Name the kinds of cooking."), normalise_speech("who's kim's dad, right?")
    ('the kinds of cooking.', "who is kim's dad?")
    """
    bare = _TRAILING.sub("", text.replace("’", "'"))
    bare = _ANY.sub("is there any ", bare)
    bare = _CONTRACTED.sub(r"\1 is", bare)
    bare = _RUN_TOGETHER.sub(lambda match: f"{match[1]} {_FULL[match[2].casefold()]}", bare)
    bare = _HOW_S.sub(r"\1 is", bare)
    bare = _NOT.sub(r"\1", bare)
    bare = _KIND_OF_PERSON.sub(r"who \1 \2", bare)
    bare = _HIMSELF.sub(r"pilot\1", bare)
    bare = _COMPARED.sub(r"\1", bare)
    return _WITHOUT_QUESTION_WORD.sub("", bare) or text


_FULL = {"re": "are", "d": "did", "ll": "will"}


@cache
def _is_asking(word: str) -> bool:
    return word.partition("'")[0] in _ASKING


def is_asked(typed: tuple[str, ...], text: str) -> bool:
    """Whether a line that begins with no question word is a question all the same.

    >>> is_asked(("for", "whom", "does", "he", "work"), ""), is_asked(("lobsters", "alive"), "lobsters alive?")
    (True, True)
    >>> is_asked(("name", "the", "kinds", "of", "cooking"), ""), is_asked(("show", "lamp"), "")
    (True, False)
    """
    if text.rstrip().endswith("?") or (_ANY.match(text) and len(typed) > 1) or asks_behind_preposition(typed):
        return True
    meant = [word for word in typed if word not in ARTICLES and word not in _SELF]
    return typed[0] in _IMPERATIVES and len(meant) >= MIN_WORDS_OF_IMPERATIVE


def asks_behind_preposition(typed: tuple[str, ...]) -> bool:
    """Whether a line begins as IN WHICH YEAR and OUT OF WHAT do.

    >>> asks_behind_preposition(("in", "which", "year")), asks_behind_preposition(("in", "the", "box"))
    (True, False)
    """
    return typed[0] in _PREPOSITIONS and any(map(_is_asking, typed[1 : MAX_PLACE_OF_QUESTION_WORD + 1]))


def is_statement(typed: tuple[str, ...], text: str) -> bool:
    """Whether a line tells something of the player's own, or of the other's, and asks nothing.

    >>> is_statement(("my", "dad", "is", "afraid"), "my dad is afraid"), is_statement(("i", "wonder"), "i wonder")
    (True, False)
    """
    if text.rstrip().endswith("?") or any(map(_is_asking, typed)) or _WISHES_TO_KNOW.search(text):
        return False
    # YES PINK IS NEWS takes up what was said.
    return not _SELF.isdisjoint(typed) or (typed[0] in _TAKING_UP and len(typed) > 1)
