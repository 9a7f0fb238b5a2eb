"""What was chosen last and judged: two notes, a sentence, a line that was sent; and which questions ask about it."""

import re
from collections.abc import Iterable

from msgspec import Struct

from game.core.names import in_digits, words
from game.pack.leads import Lead
from game.pack.ledger import AnyComparison, Judgement
from game.tour.events import (
    ClippingCaught,
    ClippingExplained,
    Event,
    JudgementExplained,
    LeadClosed,
    LineExplained,
    Overreached,
    PairJudged,
    PairUnrelated,
    SentenceExplained,
    WireAnswered,
)
from game.tour.verbs.chasing import list_sentences
from game.tour.verbs.comparing import JUDGEMENT_WORDS
from game.tour.wires import WireAnswer

_KINDS: tuple[Judgement, ...] = tuple(JUDGEMENT_WORDS)

ABOUT_LAST = 0
"""What a question asks about that names no number: the choice made last."""

_BEFORE = r"(?:(?:but|and|so|ok|okay|no|hey|please|wait|hmm|well|now|also|tell me|can you tell me) )*"
_THIS = r"(?:it|that|this|mine|my (?:choice|answer|judgement|line|sentence)|i)"
_FAULT = r"(?:wrong|right|false|incorrect|correct|true|not|so|not so|not right|not true|no good|bad|better)"
_OF_NUMBER = re.compile(
    rf"{_BEFORE}(?:why (?:not |(?:is|was) (?:it|that) not |isn't (?:it|that) |wasn't (?:it|that) |is |isn't |is not |"
    rf"was |wasn't |wouldn't |can't i choose |can't i print |can't (?:it|that) be )?|explain |"
    rf"what about |how about |what is wrong with |what's wrong with |whats wrong with )"
    rf"(?:it |the |number |no |answer |sentence |choice )*([0-9]+)\b(?! \w*(?:kmh|mph|km|men)\b).*"
)
_OF_LAST = re.compile(
    rf"{_BEFORE}(?:why|how so|how come|explain|what for|what do you mean|huh|"
    rf"why (?:not|so|though|on earth)|why (?:wrong|right|false|incorrect|correct|true|bad|no)\b.*|"
    rf"(?:why|how) (?:is|was|isn't|wasn't|am|are|did|were) {_THIS}(?: {_FAULT})*(?: answer| choice)?|"
    rf"(?:why|how) (?:is|was) {_THIS} (?:not )?an? .*|"
    rf"(?:please )?explain (?:it|that|this|why|to me|it to me|that to me|me)|"
    rf"what (?:is|was|did i do|have i done) wrong(?: with {_THIS}| there| here)?|what's wrong(?: with {_THIS})?|"
    rf"why did (?:i|my line) (?:lose|get|gain|cost|not get) .*|why (?:did|was) (?:it|that) .*trust.*|"
    rf"i (?:don't|dont|do not) (?:get|understand)(?: (?:it|that|this|why|how so))?|are you sure(?: about that)?|"
    rf"(?:that's|thats|that is|this is) (?:not fair|unfair|wrong|not right|not true)|not fair|"
    rf"says who)(?: please| then| though)?"
)


_UNJUST = (
    r"(?:unfair|not fair|wrong|nonsense|ridiculous|arbitrary|not (?:right|true|so)|"
    r"no (?:refutation|proof|reason|answer))"
)
_OBJECTION = re.compile(
    rf"{_BEFORE}(?:i (?:do not|don't|dont|cannot|can't|cant|won't|will not) (?:accept|agree|believe|buy|print) ?|"
    rf"i (?:disagree|object|protest|doubt)|(?:that|this|it)(?: is|'s|s)?(?: \w+)? {_UNJUST}|{_UNJUST}$|"
    rf"(?:my )?notes? (?:\d+ )?(?:says?|said)|you (?:said|suggested it|suggested that|told me)|"
    rf"how can (?:both|that|they|it|this)|why (?:can|may|should|would) (?:both|they|it|that|neither))\b"
)
"""How a line begins that argues against what was judged."""

_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_OF_NOTE = re.compile(r"notes? [0-9]+ ")


class Verdict(Struct, frozen=True, kw_only=True):
    """A choice that was judged."""

    comparison: AnyComparison | None = None
    judged: Judgement = "none"
    lead: Lead | None = None
    tried: frozenset[str] = frozenset()
    """The sentences of the lead that were chosen."""
    last: str = ""
    """The sentence chosen last."""
    answer: WireAnswer = "silence"
    unrelated: PairUnrelated | None = None
    clipping: ClippingCaught | None = None


def find_verdict(events: Iterable[Event], before: Verdict | None) -> Verdict | None:  # noqa: PLR0911 - one case an event
    """What some events have judged; None where they judge nothing."""
    for event in events:
        match event:
            case PairJudged():
                return Verdict(comparison=event.comparison, judged=event.judged)
            case Overreached():
                tried = before.tried if before is not None and before.lead is event.lead else frozenset()
                return Verdict(lead=event.lead, tried=tried | {event.overreach.says}, last=event.overreach.says)
            case LeadClosed():
                every = (event.lead.honest, *(each.says for each in event.lead.overreaches))
                return Verdict(lead=event.lead, tried=frozenset(every), last=event.lead.honest)
            case WireAnswered():
                return Verdict(answer=event.answer)
            case PairUnrelated():
                return Verdict(unrelated=event)
            case ClippingCaught():
                return Verdict(clipping=event)
            case _:
                continue
    return None


def read_why(line: str) -> int | None:
    """The number of the choice that a line asks the reason of, or ABOUT_LAST; None for any other line.

    >>> read_why("why not 1. 37 is not 31"), read_why("But why?"), read_why("why is it slow"), read_why("x dials")
    (1, 0, None, None)
    """
    # WHY IS IT NOT 1? 50 IS NOT 37. What is said behind the question is the reason for it.
    head, _, rest = _SENTENCE.sub("\n", line.strip(), count=1).partition("\n")
    if rest and _is_reason(rest) and (asked := read_why(head)) is not None:
        return asked
    typed = " ".join(map(in_digits, words(line)))
    if numbered := _OF_NUMBER.fullmatch(typed):
        return int(numbered[1][:6])
    return ABOUT_LAST if _OF_LAST.fullmatch(typed) else None


def _is_reason(text: str) -> bool:
    """Whether a text says something, and neither asks nor commands."""
    from game.tour.parser.phrases import QUESTION_WORDS, list_first_words

    typed = words(text)
    if not typed or text.rstrip().endswith("?"):
        return False
    is_command = typed[0] in list_first_words() or typed[0] in QUESTION_WORDS
    return not is_command or _OF_NOTE.match(" ".join(typed)) is not None


def is_objection(line: str) -> bool:
    """Whether a line argues against what was judged.

    >>> is_objection("I do not accept that. Much has changed."), is_objection("That is plainly unfair: note 41 says so")
    (True, True)
    >>> is_objection("i do not see a lamp"), is_objection("my notes")
    (False, False)
    """
    return _OBJECTION.match(" ".join(words(line))) is not None


def _explain_other(verdict: Verdict) -> Event:
    """Why two notes are no pair, a clipping is wrong, or a line was taken as it was."""
    if verdict.clipping is not None:
        return ClippingExplained(clipping=verdict.clipping.clipping, fact=verdict.clipping.fact)
    return verdict.unrelated or LineExplained(answer=verdict.answer)


def explain(verdict: Verdict, number: int, seed: int) -> Event | None:
    """Why the choice of a number, or the last one, is right or wrong; None where there is no such choice.

    Args:
        verdict: What was judged last.
        number: As read_why gives it.
        seed: Of the tour: it decides the order of the sentences.
    """
    if verdict.comparison is not None:
        if number > len(_KINDS):
            return None
        judged = _KINDS[number - 1] if number else verdict.judged
        return JudgementExplained(comparison=verdict.comparison, judged=judged)
    if verdict.lead is None:
        return _explain_other(verdict)
    sentences = list_sentences(verdict.lead, seed)
    if number > len(sentences):
        return None
    says = sentences[number - 1] if number else verdict.last
    overreach = next((each for each in verdict.lead.overreaches if each.says == says), None)
    return SentenceExplained(lead=verdict.lead, overreach=overreach, is_kept_back=says not in verdict.tried)
