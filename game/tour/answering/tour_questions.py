"""Questions about the tour itself: the visitor, the guide, the words and signs it uses."""

import re
from collections.abc import Container
from functools import cache
from typing import Literal

from game.core.names import words
from game.tour.answering.foreign import is_foreign
from game.tour.answering.speech import normalise_speech
from game.tour.events import TourTopic

_MARKERS = {
    "<means>": r"(?:(?:does |do |did )?<word> (?:mean|means|stand for)(?: here)?"
    r"(?: (?:when|if|behind|after|before|next to|beside|in (?:the |this |your )?(?:brackets|game|tour)) .*)?"
    r"|<is> (?:an? )?(?:meant by |the meaning of )?<word>(?: mean| here| facts?)?)",
    "<is>": r"(?:is|are|was|were|'s|s)",
    "<a>": r"(?:the |a |an |my |this |your |our )?",
    "<i>": r"(?:i |you |we )?",
}
"""What stands for a part that many patterns share, in the order in which it is put in."""

_PATTERNS: dict[TourTopic, tuple[str, ...]] = {
    "visitor": (
        r"who do i play",
        r"what <is> my (?:name|job|role|task|profession)",
        r"am i .*",
        r"why am i (?:here|on .*)",
        r"who <is> <a>(?:player|visitor|reporter)",
    ),
    "guide": (
        r"what <is> your (?:name|job)",
        r"are you .*",
        r"(?:do|did|will|have|would) you (?!know\b|tell\b|explain\b|say\b|show\b).*",
        r"can you (?!go\b)\w+(?: me| it)?",
        r"who (?:is|am i) (?:talking|speaking)(?: to| with)?(?: me)?",
        r"what can you (?:do|tell).*",
        r"how old are you",
        r"how are you.*",
        r"where are you(?: from)?",
        r"whats? up",
        r"why are you .*",
    ),
    "editor": (
        r"(?:who|what|where) <is> <a>(?:editor|boss|newspaper i work for)",
        r"what (?:does|will) <a>(?:editor|boss).*",
        r"who do i (?:work|write) for",
        r"which paper do i .*",
    ),
    "dispatch": (
        r"what <is> <a>(?:dispatch|report|story i write)",
        r"how (?:do|can|to|should|would) (?:i |we )?(?:write|file|send|start|make) <a>(?:dispatch|report|"
        r"story|article)",
        r"(?:how|where|when) (?:do|can|to|should|would) (?:i |we )?"
        r"(?:write|file|send|start|make|print|publish|finish|get|see|save) <a>"
        r"(?:dispatch|report|story|article|page|front page|newspaper|paper)",
        r"how many lines (?:do|does|must|should|can) .*",
        r"why (?:do|should) i write .*",
    ),
    "goal": (
        r"what <is> <a>(?:goal|aim|point|purpose|object|objective|game|mission|task|end|idea)(?: of "
        r".*(?:game|tour|this|here))?",
        r"how (?:do|can) (?:i|you|we) (?:win|finish|lose|end|complete) ?.*",
        r"(?:can|could) (?:i|you|we) (?:win|lose|die|finish)\b.*",
        r"what (?:should|must|do|can|could|shall|will|have) (?:i|we) (?:to )?do(?: now| next| here| first| in this "
        r".*)?",
        r"what (?:i|we) (?:should|must|can|could|have to|need to|shall|may)(?: do)?(?: now| next| here)?",
        r"what (?:am|are) (?:i|we) (?:supposed|meant|expected|allowed|going) to do.*",
        r"what (?:do|does) (?:i|we|one) (?:have|need) to do.*",
        r"what (?:am|are) (?:i|we) to do.*",
        r"(?:what|where) (?:now|next|first|do (?:i|we) (?:go|start|begin)|(?:should|must|can) (?:i|we) (?:go|start|"
        r"begin))"
        r"(?: now| next| first| here)?",
        r"what (?:is|was) (?:the )?next(?: step)?",
        r"how (?:do|does|can) (?:i|we|one|you) (?:play|start|begin)(?: (?:this|it|the game|the tour))?",
        r"how does (?:this|the) (?:game|tour|thing) work",
        r"when (?:is|does) (?:it|the (?:game|tour)) (?:over|end|finish)\w*",
        r"how does (?:it|this|the (?:game|tour)) (?:work|end)",
        r"what happens (?:at|in) the end",
        r"what (?:is|are) (?:this|we doing here)(?: for)?",
        r"what is this (?:game|tour|place)(?: about)?",
    ),
    "stated": (r"what <means>",),
    "reported": (r"what <means>",),
    "photo": (r"what <means>",),
    "speculated": (r"what <means>",),
    "staged": (
        r"what <means>",
        r"(?:what|which .*) (?:is|are) (?:invented|made up|fictional|fake|not real).*",
        r"why (?:is|are) (?:it|this|that|they|something|things|so much) staged",
    ),
    "strength": (
        r"what (?:is|are|does|do) (?:the |a )?(?:strengths?|tags?|brackets?|square brackets?|words? in "
        r"brackets?)(?: mean| of a fact)?",
        r"how sure (?:is|are) (?:that|this|it|you|they)",
        r"what do the (?:words|letters|signs) mean",
    ),
    "save": (
        r"(?:how|where) (?:do|can|to|could|should|would) <i>(?:save|load|restore|store|keep|continue|resume)\b.*",
        r"can (?:i|you|we) (?:save|load|restore)\b.*",
        r"is (?:it|my (?:game|tour|progress)) saved",
        r"does it save\b.*",
        r"(?:is|are) my progress .*",
    ),
    "notebook": (
        r"(?:what|where) <is> <a>(?:notebook|notes|facts noted|noted facts)",
        r"how (?:do|can|to) <i>(?:take|make|see|read|open|use|write|find|look at|show) (?:a |my |the |in "
        r"my |in the |down )*(?:notes?|notebook|facts?)\b.*",
        r"what (?:have|did) i (?:noted?|learned?|learnt|found|find|written|collected?)\b.*",
        r"what (?:is|does) noted(?: mean)?",
        r"what (?:is|does) (?:the |this |a )?(?:plus|star|asterisk)(?: sign)?(?: mean| for)?",
        r"why (?:is|was) (?:it|that|this|everything) noted",
    ),
    "score": (
        r"(?:is|are) there (?:a |any )?(?:score|points|marks|grades|levels?|high ?score|ranking)\b.*",
        r"(?:do|can|will) (?:i|we|you) (?:get|win|earn|collect|have|see) (?:a |any |my |our |the )?(?:score|points|"
        r"marks?|"
        r"grades?|result|progress)\b.*",
        r"(?:where|how) (?:do|can|could) (?:i|we) (?:see|find|check|get|look at) (?:my |the |our )?(?:score|points|"
        r"marks?|"
        r"grades?|result|progress)\b.*",
        r"how many (?:rooms?|carriages?|levels?|questions?|stages?|parts?) (?:are there |are |has |have |does |do "
        r")?(?:in )?"
        r"(?:this |the |your )(?:game|tour|quiz)(?: have| has)?",
        r"what <is> <a>score",
        r"how (?:many|much) (?:points?|facts?|rooms?|is|are) (?:do i have|have i(?: \w+)?|are "
        r"(?:left|there in all|missing)|left|is left|there left)",
        r"how far am i",
        r"how (?:am i doing|do i score|many points).*",
    ),
    "help": (
        r"(?:how|where) (?:do|can|could|would|should) (?:i|we) (?:get|find|ask for|call for|call|see)(?: some| any| "
        r"the| a)* ?"
        r"(?:help|hints?|tips?|instructions|commands?|manual|clues?)\b.*",
        r"(?:is|are) there (?:a |an |any |some )?(?:help|hints?|tips?|instructions|manual|tutorial|map|(?:list|index|"
        r"overview) of (?:all )?commands)\b.*",
        r"(?:can|could|will|would) you (?:please )?(?:help|hint|give me (?:a |some )?(?:hint|help|tip|clue))\b.*",
        r"(?:i |we )?need (?:some |a |any )?(?:help|hint|tip)\b.*",
        r"(?:can|could|may) (?:i|we) (?:get|have) (?:some |a |any )?(?:help|hint|tip|clue)\b.*",
        r"what (?:do|can|must|should) (?:i|we) (?:type|write|say|enter)\b.*",
        r"(?:what|which) (?:words|commands|verbs) (?:can|do|may|should|must|are there|are possible|work|exist)\b.*",
        r"how (?:do|can) (?:i|we) (?:quit|leave|exit|stop|end|close)(?: (?:this|the|it|game|tour|playing).*)?",
    ),
    "source": (
        r"(?:how|where) (?:do|can|could|would) (?:i|we) (?:see|find|check|get|look up|know|find out)(?: out)? (?:the |"
        r"a |its |"
        r"your |what the |where the )?(?:sources?|paragraphs?|references?|origin|evidence|proof)\b.*",
        r"(?:can|could|may) (?:i|we) (?:see|find|check|know|look up) .*(?:source|comes? from|paragraph|reference).*",
        r"where (?:do|does|did|have) (?:you|(?:all )?(?:your|these|those|the|this)(?: \w+)? (?:facts?|information|"
        r"infos?|"
        r"texts?|data|answers?|knowledge|claims?|sentences?|things you \w+)) (?:come from|came from|get (?:it|this|"
        r"that|them|your \w+|the \w+|all \w+)(?: from)?|from|know (?:it|this|that|all "
        r"this|all that) from)",
        r"how do you know\b(?: (?:all )?(?:this|that|it|these things|so much))?.*",
        r"what (?:is|are) your sources?.*",
        r"(?:do|can) you (?:prove|show|cite) .*",
    ),
    "class": (
        r"(?:can|could|may|should|do|does|will|would) (?:my |our |the |a |all my |all our |other )?(?:whole |entire |"
        r"school )?"
        r"(?:class|classes|pupils|students|children|kids|school|group|friends|friend|teacher|family)\b.*\b(?:play|use|"
        r"do|join|"
        r"work|walk|read|take part|try)\b.*",
        r"(?:can|could|may|do) (?:i|we|you|one) (?:play|use|do|try|show|give) (?:this|it|that|the (?:game|tour|"
        r"quiz))\b.*\b"
        r"(?:with|in|for|to|at|together) ?.*(?:class|lesson|school|pupils|students|group|friends?|others|together).*",
        r"is (?:this|it|that|the (?:game|tour)) (?:made |good |meant |fit |suitable |ok |okay )?(?:for|in) (?:a |my |"
        r"our )?"
        r"(?:schools?|class|classes|pupils|students|children|kids|teachers|lessons?)\b.*",
        r"(?:is|are) there (?:a |an |any )?(?:teacher'?s?|lesson|lessons|class|worksheets?|tests?|exams?)\b.*",
        r"(?:how many|can two|can more|can several|can many) (?:people|players|persons) (?:can )?(?:play|join)\b.*",
    ),
    "skip": (
        r"(?:can|could|may|should|do|must|am|is|are) (?:i|we|it|you) (?:have to |need to |allowed to |possible to |"
        r"just )*"
        r"(?:skip|leave out|jump over|pass over|pass|miss|ignore|answer|do all|see all|read|visit|go back|walk past|"
        r"return)\b.*",
        r"(?:must|do) (?:i|we) .*(?:every|all|each|the) (?:questions?|rooms?|carriages?|quiz|texts?)\b.*",
        r"(?:how|what) (?:do|can) (?:i|we) (?:skip|leave out|jump|pass|go back)\b.*",
        r"what happens if (?:i|we) (?:skip|leave out|pass|answer|am wrong|get it wrong|make|do not|do)\b.*",
    ),
    "length": (
        r"how (?:long|much time) (?:does|will|is|do|would|did|takes?|must|should)?\b ?(?:this|the|it|that|my|i|we|a|"
        r"one)? ?"
        r"(?:whole |entire |complete |full )?(?:tour|game|thing|visit|walk|quiz|need|play|all)?\b ?(?:of it |all |to |"
        r"need |"
        r"i |we )*"
        r"(?:take|takes|last|lasts|go on|go|play|finish|need|for|be|long|everything|it all|all of it|of it|this|the "
        r"game|"
        r"the tour|it|all|to|through|until|the end| )*",
        r"how (?:long|big|large) is (?:this|the|your) (?:game|tour|quiz)",
    ),
    "clock": (
        r"what (?:time|hour) (?:is|was) it\b.*",
        r"what <is> <a>(?:time|clock)",
        r"how much time .*(?:left|have).*",
        r"does time pass.*",
    ),
    "questions": (
        r"(?:what|which) questions? .*",
        r"what (?:can|may|could|should) i ask.*",
        r"how (?:do|can|to|should) <i>ask\b.*",
        r"whom? can i ask.*",
        r"what (?:can|do) i type",
        r"which (?:words|commands) (?:can|do|may) .*",
        r"what (?:are|is) the (?:commands?|quiz)",
        r"how (?:do|can) (?:i|we) (?:answer|play .*|look (?:something|things|it|that|this|a word) up|look up .*|search|"
        r"ask)\b.*",
    ),
    "differences": (
        r"(?:why|where|how|when|do|does|in what) (?:do |does |are |is )?(?:the |both |two |these |they |"
        r"sources? )*(?:articles |sources )?(?:differ|disagree|contradict)\b.*",
        r"what <is> (?:the )?(?:differences?|contradictions?)(?: between .*)?",
    ),
    "articles": (
        r"(?:which|what) (?:news )?(?:articles|sources|texts) (?:are|were|do|did) (?:used|behind (?:it|this)|"
        r"(?:you|we) (?:use|have)|taken|it based on).*",
        r"(?:which|what) (?:articles?|sources?|texts?|newspapers?)(?: \w+)? (?:is|are|was|were|did|do|does) (?:this|"
        r"the|your|that|"
        r"you|it)\b ?(?:game|tour|museum|facts?|all)?.*(?:made|based|from|use|using|used|built|taken|rest|come|on)\b.*",
        r"what (?:is|was) (?:this|the|it|all this|this game|the game|this tour|the tour) (?:based on|made (?:of|from|"
        r"out of)|"
        r"taken from)",
        r"who (?:wrote|made|invented) (?:the|these|those|all these|your) (?:texts?|sentences?|stories|story|facts?)",
        r"(?:what|which|where) (?:are|is|were) (?:the |these |both |our |your )*(?:two )?(?:articles|"
        r"sources|news articles)(?: from| about| used)?",
        r"(?:who|which \w+) (?:wrote|published|made) (?:the |these |both |our |those )*(?:two "
        r")?(?:articles|sources)",
        r"(?:where|can i|how can i|may i) .*read the articles?.*",
        r"how many (?:articles|sources) (?:are there|do you have|.*)",
        r"what (?:is|are) (?:article )?a and (?:article )?b",
    ),
    "plaque": (
        r"what (?:does|do) <a>(?:brass )?(?:plaques?|plates?) (?:mean|say|tell)",
        r"why (?:are|is) there (?:a )?(?:brass )?plaques?.*",
        r"what (?:does|is|are|do) (?:meant by )?(?:attested|implied|inferred)(?: and .*| or .*)?(?: mean)?",
    ),
    "truth": (
        r"is (?:this|that|it|all|everything|all of this|the game|the tour|all this)(?: all| really)? "
        r"(?:true|real|fake|invented|made up|a joke|correct|right)",
        r"(?:what|how much) (?:is|of (?:this|it|that) is) (?:here )?(?:true|real)(?: here)?",
        r"is the room real",
        r"can i (?:trust|believe) .*",
        r"did (?:this|that|it) really happen",
        r"does the room (?:really )?exist",
        r"are we really .*",
    ),
    "winning": (
        r"what (?:do|can|could|will|would|did) (?:i|we|you) (?:win|earn)(?: (?:at|in|by|for|when|if|with) .*| here)?",
        r"(?:is|are) there (?:a |any |some )?(?:prizes?|rewards?)\b.*",
        r"(?:what|where) <is> <a>(?:prize|reward)",
    ),
    "makers": (
        r"who (?:made|wrote|created|built|designed|programmed|developed) (?:this|the|that) (?:game|tour|"
        r"program|adventure|app|museum|exhibition)",
        r"who (?:are|is) the (?:authors?|makers?) of (?:this|the) (?:game|tour)",
        r"what version .*",
    ),
}
"""Topic -> the ways to ask about it. A line must fit one of them as a whole, so that no other question is caught."""


@cache
def _read_patterns() -> tuple[tuple[TourTopic, re.Pattern[str]], ...]:
    """The patterns, compiled at the first question: the first frame does not wait for them."""
    return tuple((topic, re.compile(_write_out("|".join(parts), topic))) for topic, parts in _PATTERNS.items())


def _write_out(pattern: str, topic: str) -> str:
    for marker, part in _MARKERS.items():
        pattern = pattern.replace(marker, part)
    return rf"(?:{pattern.replace('<word>', topic)})\Z"


_CITE = re.compile(r"\b([A-Za-z])\s*¶\s*(\d{1,4})\b")
_PILCROW = re.compile(r"\bwhat\b.*¶")
_LEADING = re.compile(
    r"^(?:(?:and|but|so|ok|okay|please|hey|sir|also|then)\s+|(?:can|could) you tell me\s+|tell me\s+)+"
)


_ABOUT_PLACES = ("score", "truth")
"""Topics whose patterns speak of ROOM for any noun of the pack. HOW LONG IS THE TOWER is no question about the tour."""


_SIGNS: dict[str, TourTopic] = {"≠": "differences", "≈": "differences", "+": "notebook", "*": "notebook"}
_SIGN = re.compile(r"^(?:what|why)\b[^0-9]*([≠≈+*])\D*$", re.IGNORECASE)
"""A question about a sign before a line. Signs are no words, so the patterns do not see them."""


def find_tour_topic(text: str, place_words: Container[str] = ()) -> tuple[TourTopic, str] | None:
    """What of the tour itself a line asks about, and the cite it names; None when it asks about something else.

    Args:
        text: The line.
        place_words: The pack's nouns for its places and their whole.

    >>> find_tour_topic("What is A¶10?"), find_tour_topic("who is my editor"), find_tour_topic("who is Putin")
    (('cite', 'A¶10'), ('editor', ''), None)
    """
    if cite := _CITE.search(text):
        return "cite", f"{cite[1].upper()}¶{int(cite[2])}"
    if _PILCROW.search(text.casefold()):
        return "cite", ""
    if sign := _SIGN.search(text):
        return _SIGNS[sign[1]], ""
    if is_foreign(text):
        return "english", ""
    typed = " ".join(words(normalise_speech(text)))
    line = _LEADING.sub("", typed)
    in_rooms = " ".join("room" if word in place_words else word for word in line.split())
    for topic, pattern in _read_patterns():
        if pattern.match(in_rooms if topic in _ABOUT_PLACES else line):
            return topic, ""
    return None


_HOW_MANY_LEFT = re.compile(
    r"how many (?:more |other )?(?:quiz |open )?questions? (?:(?:are|is) )?(?:(?:there|still) )*(?:left|missing|open|to"
    r" (?:go|answer)|remain|remaining)(?: (?:here|now|to answer|in all|altogether))?"
    r"|how many (?:more )?questions (?:do|must|should|can) (?:i|we) (?:still )?(?:have to |need to )?answer"
)
_HOW_MANY_NOTES = re.compile(
    r"how many (?:more )?(?:notes|facts) (?:do|must|should|will|would|are) ?(?:i|we)? ?(?:still )?"
    r"(?:need|needed|have to (?:find|note|get|take|have|collect)|find|note|take|missing)(?: (?:to|for|in) .*|here|now)?"
)


def find_counted(text: str) -> Literal["questions", "notes"] | None:
    """What a line asks the number of: questions that are left, or notes that are needed.

    >>> find_counted("How many questions are left?"), find_counted("how many notes do I need for my report")
    ('questions', 'notes')
    """
    line = _LEADING.sub("", " ".join(words(normalise_speech(text))))
    if _HOW_MANY_LEFT.fullmatch(line):
        return "questions"
    return "notes" if _HOW_MANY_NOTES.fullmatch(line) else None
