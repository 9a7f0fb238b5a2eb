"""Words that a player may not know, and the lines that ask what one means.

The words of the game are listed here, and prose has a sentence for each. A pack lists those of its texts. Nothing in
sight and nobody of the articles is explained so: a look or an answer says more of them.
"""

import re
from typing import NamedTuple

from game.core.names import Names, words
from game.pack.world import World


class GameWord(NamedTuple):
    """A word of the game."""

    id: str
    """Names its sentence in prose."""
    names: tuple[str, ...]
    needs: str = ""
    """What a pack must have for the word to mean that; empty: nothing."""


def _read_words(table: str, needs: str = "") -> tuple[GameWord, ...]:
    """The rows of a table, each with all forms of one word; the first one is its id."""
    rows = [tuple(name.strip() for name in row.split(",")) for row in table.strip().splitlines()]
    return tuple(GameWord(names[0], names, needs) for names in rows)


GAME_WORDS = (
    *_read_words(
        """
        hedge, hedging, hedged, hedge word
        source, sourced
        note, numbered note
        fact, claim
        judgement, judgment, judge
        attested
        implied
        inferred
        compare, comparison, comparing
        contradict, contradiction, contradicting
        differ, differing, dispute
        surer, less sure, one is surer
        agree, agreement
        paragraph, par, para
        """
    ),
    *_read_words(
        """
        lead, open question, open questions
        slot, box, checkbox
        close, closing, close a question, closed question
        defend, defended, sentence i can defend, sentence that i could defend
        too far, overreach, more than the notes bear out
        bear out, borne out
        """,
        needs="leads",
    ),
    *_read_words(
        """
        wire, telegram, telegraph
        clipping, newspaper clipping, press clipping
        headline, head line
        front page, frontpage, page one, page
        trust
        rival, rival paper
        correction
        report, dispatch, column
        desk, editor's desk, newsroom
        file, filing, file the report, file a report
        edition
        scoop, news value
        """,
        needs="newsroom",
    ),
)


class Meaning(NamedTuple):
    """Where the meaning of a word is told."""

    word: str
    """The id of a word of the game, or the first name of a word of the pack."""
    is_packs: bool = False


class Glossary:
    """The words of the game and of one pack, by all their forms; a pack's own meaning of a word counts."""

    def __init__(self, world: World) -> None:
        has = {"": True, "leads": bool(world.leads), "newsroom": world.newsroom is not None}
        ours = Names((Meaning(word.id), word.names) for word in GAME_WORDS if has[word.needs])
        self._indexes = (Names((Meaning(gloss.word, True), gloss.all_names) for gloss in world.tour.glossary), ours)

    def find(self, phrase: str) -> Meaning | None:
        """The meaning of a word, by exactly one of its forms."""
        return next((found[0] for index in self._indexes if (found := index.exact(phrase))), None)


_TAIL = r"(?: (?:here|then|please|now|anyway|exactly|in (?:this|the|that) (?:game|tour|context|sentence|text)))*"
_HEAD = r"(?:(?:and|but|so|ok|okay|please|hey|sorry|wait|hmm|well) )*(?:(?:can|could) you )?(?:please )?"
_MEANS = re.compile(
    rf"{_HEAD}(?:what (?:does|do|did|is) (?P<a>.+?) (?:mean|means|stand for|meant|meaning)"
    r"|(?:what is |what's |whats )?(?:the )?(?:meaning|definition) of (?P<b>.+?)"
    r"|what (?:is|are|'s) meant (?:by|with) (?P<c>.+?)|what do (?:you|they|we) (?:mean|call)(?: by| with)? (?P<d>.+?)"
    r"|(?:define|explain|translate)(?: to me)?(?: the)?(?: word| term)? (?P<e>.+?)"
    r"|i (?:don't|dont|do not) (?:know|understand|get) (?:(?:this|that|the|what) )?(?:word )?(?P<g>.+?)(?: means| is)?"
    r"|what (?:means|mean|meaning) (?P<h>.+?)"
    rf"|(?P<f>.+?) (?:means what|meaning)){_TAIL}(?: (?:and|or) .+)?"
)
_IS = re.compile(
    rf"{_HEAD}(?:tell me |do you know |i don't know |i dont know |i do not know |explain to me |explain )?"
    r"(?:what(?: is|'s|s| are| was|'re)(?: actually| exactly| even)?|what kind of thing is|what about|what) "
    rf"(?P<a>.+?)(?: is| are)?{_TAIL}"
)
_WORD_OF = re.compile(r"^(?:the |a )?(?:word|term|phrase) ")


def find_asked_word(line: str) -> tuple[str, bool] | None:
    """The word whose meaning a line asks, and whether it asks for nothing but that; None for any other line.

    >>> find_asked_word("What does 'overshot' mean?"), find_asked_word("what is a wire"), find_asked_word("x wire")
    (('overshot', True), ('a wire', False), None)
    """
    typed = " ".join(words(line))
    for pattern, is_meaning in ((_MEANS, True), (_IS, False)):
        if match := pattern.fullmatch(typed):
            asked = next(found for found in match.groups() if found)
            return _WORD_OF.sub("", asked), is_meaning
    return None
