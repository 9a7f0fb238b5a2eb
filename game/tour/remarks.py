"""What people say around the commands of a line: OH DEAR, THOSE TWO SAY THE SAME, I HAVE NOT CHECKED IT.

Whoever writes in sentences says more than is to be done. What was said on the way to something done needs no answer;
a question behind it does.
"""

from collections.abc import Sequence

from game.core.names import words
from game.tour.events import Acted, Event, LessonGiven, NearTold, PairNudged, Taught, Unanswered
from game.tour.parser.phrases import QUESTION_WORDS
from game.tour.verbs.acts import SAID_IDS
from game.tour.verbs.verb import split_words

Performed = tuple[str, tuple[Event, ...]]
"""A part of a line as typed, and what came of it."""

_EXCLAIMED = frozenset(
    words(each)
    for each in split_words(
        "please, pls, thank you, thanks, thank you very much, thanks a lot, thank you so much, oh, ah, aha, oh "
        "dear, dear me, oh my, oh no, goodness, my goodness, goodness me, good heavens, gosh, well, well well, "
        "hmm, hm, i see, great, good, very good, lovely, nice, very nice, fine, ok, okay, right, all right, "
        "alright, sure, yes, no, yes please, no thanks, sorry, hello, hi, hey, wow, cool, ha, haha, lol, "
        "interesting, fair enough, got it, good idea"
    )
)
"""Parts of a line that are no commands; alone on a line they are answered."""

_FOUND_NOTHING = (Unanswered, NearTold, LessonGiven, PairNudged, Taught)

_FELT = frozenset(
    "sad funny lovely nice strange odd weird interesting sweet kind awful terrible clever charming exciting dreadful "
    "curious wonderful beautiful rude silly cute cool boring disappointing surprising true pity shame".split()
)
"""Words that make HOW and WHAT A begin an exclamation: HOW SAD, WHAT A PITY."""


def is_exclamation(part: str) -> bool:
    """Whether a part of a line only cries out or thanks.

    >>> is_exclamation("Oh dear,"), is_exclamation("How sad."), is_exclamation("how fast?"), is_exclamation("x map")
    (True, True, False, False)
    """
    typed = words(part)
    is_cried = typed[:-1] in (("how",), ("how", "very"), ("what", "a")) and typed[-1] in _FELT
    return typed in _EXCLAIMED or is_cried


def drop_remarks(performed: Sequence[Performed]) -> tuple[Event, ...]:
    """What is told of a line of several parts: where one did something, what was only said beside it is left out."""
    last_done = max((n for n, (_, happened) in enumerate(performed) if not _is_idle(happened)), default=-1)
    kept: list[Event] = []
    for place, (part, happened) in enumerate(performed):
        # A question that follows what was done waits for an answer; before it, it was no more than a way to speak.
        is_answer_due = place > last_done and is_question(part) and not any(map(_is_talk, happened))
        is_alone = last_done < 0 and not kept
        if is_answer_due or is_alone or not _is_idle(happened):
            kept.extend(happened)
    return tuple(kept)


def _is_idle(happened: Sequence[Event]) -> bool:
    """Whether nothing was done and nothing found; a lesson or a nudge comes under any reply."""
    return all(isinstance(event, _FOUND_NOTHING) or _is_talk(event) for event in happened)


def _is_talk(event: Event) -> bool:
    return isinstance(event, Acted) and event.act in SAID_IDS


def is_question(part: str) -> bool:
    """Whether a part of a line asks something."""
    return part.rstrip().endswith("?") or not QUESTION_WORDS.isdisjoint(words(part)[:1])
