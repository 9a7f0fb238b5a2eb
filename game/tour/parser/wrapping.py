"""Removes the words that people put around a command: please, can you, I want to, carefully."""

import re

from game.core.names import words

OPENINGS = tuple(
    tuple(opening.split())
    for group in (
        "i would really like to | i really want to | i'd really like to | i really would like to",
        "please | kindly | just | now | then | so | and | but | or | ok | okay | well | hey | hello | hi | maybe",
        "also | first | next i | again please | alright | right | yes | no | oh | um | uh | hmm | excuse me",
        "sorry | dear | sir | ah | aha | oh dear | oh my | dear me | good | great | fine | i see | thank you | thanks",
        "can you | could you | would you | will you | can you please | could you please",
        "would you please | can i | could i | may i | can we | could we | should i | shall i | shall we | might i",
        "am i allowed to | do you want to | would you mind | is it possible to | is there a way to | how do i",
        "how can i | how do you | how would i | how to | how do we | how can we | how could i | i want to",
        "i would like to | i'd like to | i wanna | i will | i'll | i am going to | i'm going to | i try to",
        "i need to | i must | i have to | i should | i decide to | i choose to | i guess i | i guess i will",
        "i think i | i think i will | i think i'll | i can | i could | i would | i'd | i go and | i start to",
        "i begin to | i want | i would like | i'd like | id like to | i wish to | i do | i also | i then | i now",
        "i should like to | i should like | i shall | i would love to | i'd love to | i would rather | type | type in",
        "i | we | you | let me | let us | let's | lets | try to | attempt to | try and | go and | go ahead and",
        "you should | we should | you can | we can | why don't you | why don't we | why not | what if i",
        "what happens if i | carefully | quickly | slowly | quietly | gently | closely | immediately | simply",
        "really | actually | politely | start | start to | begin to | continue to | use my eyes to",
        "use my hands to | show me how to | tell me | please tell me | can you tell me",
        "could you tell me | do you know | i wonder | i want to know | i would like to know | i'd like to know",
        "let me know | explain to me | get up and | stand up and",
        "walk over and | go over and | go there and | turn around and",
    )
    for opening in group.split(" | ")
)
CLOSINGS = frozenset(
    "please pls plz now carefully closely slowly quickly quietly gently immediately again then too first ok okay "
    "thanks "
    "sir dude bro mate lol".split()
)
"""What may stand after a command and changes nothing of it."""

_WORD = re.compile(r"[\W_]*[^\W_]+(?:['’‘][^\W_]+)*")


def _index_openings() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> the openings that begin with it, longest first."""
    # Nearly every line begins with none of these words; without the index each line was compared with all of them.
    found: dict[str, list[tuple[str, ...]]] = {}
    for opening in sorted(OPENINGS, key=len, reverse=True):
        found.setdefault(opening[0], []).append(opening)
    return {first: tuple(openings) for first, openings in found.items()}


_OPENINGS_BY_FIRST = _index_openings()


def unwrap(text: str, guide: tuple[str, ...] = ()) -> str:
    """A line without the politeness and the adverbs around its command. A line of nothing else stays as it is.

    >>> unwrap("Could you please look at the map, please?"), unwrap("I want to go north"), unwrap("please")
    ('look at the map', 'go north', 'please')
    """
    bare = text
    # Again and again, because politeness is stacked: "hey, could you please just look at the map now, please?"
    while True:
        typed = words(bare)
        openings = _OPENINGS_BY_FIRST.get(typed[0], ()) if typed else ()
        opening = next((o for o in openings if len(o) < len(typed) and typed[: len(o)] == o), None)
        if addressed := count_guide_words(typed, guide):
            bare = strip_words(bare, addressed)
        elif opening is not None:
            bare = strip_words(bare, len(opening))
        elif len(typed) > 1 and typed[-1] in CLOSINGS:
            bare = re.sub(r"[\W_]*[^\W_]+[\W_]*$", "", bare)
        else:
            return bare


_CALLS = frozenset("hey hello hi please so well ok okay and but also then now sir".split())
"""What may stand before the name of somebody who is spoken to."""


def count_guide_words(typed: tuple[str, ...], guide: tuple[str, ...]) -> int:
    """How many words at the start only say whom a line is said to: KEEPER, ASK THE KEEPER; 0 for none.

    >>> count_guide_words(("ask", "the", "keeper", "why"), ("keeper",)), count_guide_words(("keeper",), ("keeper",))
    (3, 0)
    """
    called = next((place for place, word in enumerate(typed) if word not in _CALLS), 0)
    for before in (("ask", "the"), ("ask",), ()) if guide else ():
        said = (*before, *guide)
        if called + len(said) < len(typed) and typed[called : called + len(said)] == said:
            return called + len(said)
    return 0


def strip_guide(text: str, guide: tuple[str, ...]) -> str:
    """A line without the guide that it is said to."""
    return strip_words(text, count) if (count := count_guide_words(words(text), guide)) else text


def strip_words(text: str, count: int) -> str:
    """The text after its first ``count`` words, as typed."""
    rest = text
    while count:
        match = _WORD.match(rest)
        if match is None:
            return ""
        count -= max(1, len(words(match.group())))
        rest = rest[match.end() :]
    return rest.strip()
