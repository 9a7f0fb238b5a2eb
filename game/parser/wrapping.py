"""The wrapping people put around a command, taken off: please, can you, I want to, carefully."""

import re

from game.names import words

OPENINGS = tuple(
    tuple(opening.split())
    for opening in (
        *(
            "please",
            "kindly",
            "just",
            "now",
            "then",
            "so",
            "and",
            "ok",
            "okay",
            "well",
            "hey",
            "maybe",
            "also",
            "again please",
        ),
        *(
            "can you",
            "could you",
            "would you",
            "will you",
            "can you please",
            "could you please",
            "can i",
            "could i",
            "may i",
        ),
        *(
            "i want to",
            "i would like to",
            "i'd like to",
            "i wanna",
            "i will",
            "i'll",
            "i am going to",
            "i'm going to",
            "i try to",
        ),
        *(
            "i",
            "let me",
            "let us",
            "let's",
            "lets",
            "try to",
            "attempt to",
            "go and",
            "go ahead and",
            "you should",
            "we should",
        ),
        *("carefully", "quickly", "slowly", "quietly", "gently", "closely", "immediately", "simply", "really"),
    )
)
CLOSINGS = frozenset({"please", "now", "carefully", "closely", "again", "then", "thanks", "pls", "plz"})

_WORD = re.compile(r"[\W_]*[^\W_]+(?:['’‘][^\W_]+)*")
_BY_LENGTH = sorted(OPENINGS, key=len, reverse=True)


def unwrap(text: str) -> str:
    """A line without the politeness and the adverbs around its command. What is nothing but wrapping is left as it is.

    >>> unwrap("Could you please look at the map, please?"), unwrap("I want to go north"), unwrap("please")
    ('look at the map', 'go north', 'please')
    """
    bare = text
    while True:
        typed = words(bare)
        opening = next((o for o in _BY_LENGTH if len(o) < len(typed) and typed[: len(o)] == o), None)
        if opening is not None:
            bare = after(bare, len(opening))
        elif len(typed) > 1 and typed[-1] in CLOSINGS:
            bare = re.sub(r"[\W_]*[^\W_]+[\W_]*$", "", bare)
        else:
            return bare


def after(text: str, count: int) -> str:
    """What stands after the first so many words of a text, as typed."""
    rest = text
    while count:
        match = _WORD.match(rest)
        if match is None:
            return ""
        count -= max(1, len(words(match.group())))
        rest = rest[match.end() :]
    return rest.strip()
