"""One command, understood. Pure: the same line in the same scope always means the same.

A line is tried as typed and then without its politeness, and as a command before it is tried as a question or as
something said: people who type a sentence get its command, and nobody who types a command gets a conversation.
"""

import re
from collections.abc import Iterator
from typing import cast

from msgspec.structs import replace

from game.core.names import ARTICLES, STOP, in_digits, words
from game.pack.kinds import describe_form, find_misconception, is_right, read_response
from game.pack.kinds.picking import OPTION_LETTERS, find_option
from game.pack.ledger import Entity
from game.pack.world import Room, Thing
from game.tour.answering.follow_up import is_follow_up
from game.tour.answering.speech import is_asked, is_statement
from game.tour.answering.tour_questions import find_tour_topic
from game.tour.commands import Act, Answer, Bare, Go, OnLead, OnMention, OnThings, Question, Text
from game.tour.events import Ambiguous, NoQuestionWaits, NotAnOption, NotUnderstood, UnknownPlace, UnknownTopic
from game.tour.finding import find_exact, find_mention, find_nouns, find_place, find_topic
from game.tour.glossary import find_asked_word
from game.tour.parser.directions import is_look_along, read_way
from game.tour.parser.note_reading import read_note_numbers
from game.tour.parser.objects import Mistake, build_command, read_object, resolve
from game.tour.parser.own_text import read_own_words
from game.tour.parser.pair_reading import read_pair
from game.tour.parser.phrases import QUESTION_WORDS, Phrase, find_phrases, is_phrase
from game.tour.parser.quiz_words import read_quiz_word
from game.tour.parser.work_reading import read_turning
from game.tour.parser.wrapping import strip_guide, strip_words, unwrap
from game.tour.scope import Scope
from game.tour.verbs.acts import ACT_OF
from game.tour.verbs.registry import VERB_BY_ID
from game.tour.verbs.verb import AnyCommand, Command

_APART = re.compile(
    r"(pick|put|take|turn|switch|throw|pull|push|lift|hang|tear|cut|roll|lay|draw|flip|get|open|close)\s+(.+?)\s+"
    r"(up|down|off|on|away|over|out|back)\W*$",
    re.IGNORECASE,
)
_STRIDES = ("go", "walk", "move", "run", "get", "head", "step")
"""Words before a way that leads to a place."""

_ON = ("on", "over")

_SAYS = re.compile(r"what (?:does|do|did) (.+?) (?:say|show|read|tell|mean|contain|do)\W*$", re.IGNORECASE)
_NUMBER_WITH_SIGN = re.compile(r"\s*[-+]\s*\d")

_ASKS_FOR_NOTES = re.compile(
    r"(?:(?:and|but|so|ok|please|then)\W+)*(?:where|how|what|which way)\b(?! many\b| much\b).*"
    r"\b(?:find|get|are|is|look for|reach)\b.*\b(?:(?:next|other|missing|last|remaining|more|second|third) notes?|"
    r"notes? (?:for|of) (?:my|the|this) question)\b",
    re.IGNORECASE,
)
"""A question after the notes that a lead still needs."""

SAY_ACT = "say"
"""The act that is only meant when nothing else is: I AM, IT IS and the like begin sentences of all kinds."""

MAX_WORDY = 2
"""Words of a phrase above which its short form is taught."""


def is_listed(scope: Scope, before: str, piece: str) -> bool:
    """Whether a piece that begins with a verb names a thing all the same, after a command that looks at things."""
    command = parse(before, scope)
    if not (isinstance(command, Command) and command.verb.takes.is_many and isinstance(command.object, OnThings)):
        return False
    # What that verb does to the name alone it does to it in a list as well: X STORY, so X RAMP AND STORY.
    alone = parse(f"{command.verb.words[0]} {piece}", scope)
    return isinstance(alone, Command) and alone.verb is command.verb and isinstance(alone.object, OnThings)


def parse(line: str, scope: Scope) -> AnyCommand | Mistake:
    """What one command means here, or why it cannot be understood."""
    text = line.strip()
    # A question to the guide is read without the guide; a command such as ASK KEEPER is read with it first.
    asked = strip_guide(text, scope.lexicon.guide_words)
    # ASK THE KEEPER WHERE THE KEY IS asks for the key; read as ASK it would only begin a talk with the keeper.
    if question := _find_question_put(text, asked):
        text = asked = question
    if answer := find_response(text, scope) or find_response(unwrap(text, scope.lexicon.guide_words), scope):
        return Command(verb=VERB_BY_ID["answer"], object=Answer(text=answer))
    # C and D are what players type for options that are not there; as words of the tour they mean nothing.
    if scope.options and words(text) in (("c",), ("d",)):
        return NotAnOption(options=scope.options)
    quiz_word = _read_own_words(text, scope) or _read_question_mark(text, scope) or read_quiz_word(text, scope)
    if (whole := quiz_word or _read_whole_question(asked, scope)) is not None:
        return whole
    bare = text if is_phrase(words(text)) else unwrap(text, scope.lexicon.guide_words)
    mistake: Mistake | None = None
    joined = _join(bare, scope)
    # WHY NOT 1 and MAYBE 2 are no ways to walk: only a number that stands alone is the number pad.
    bare_too = () if is_pad(bare, scope) and not is_pad(text, scope) else (bare,)
    for reading in dict.fromkeys((*((joined,) if joined != bare else ()), text, *bare_too)):
        result = _read_reading(reading, scope)
        if isinstance(result, Command):
            return replace(result, short=result.short or _shorten(result)) if reading != text else result
        mistake = result or mistake
    # The line was understood up to one name: to ask which is meant helps more than any other reading.
    if isinstance(mistake, Ambiguous):
        return mistake
    return _read_otherwise(asked, bare, scope, mistake)


def _join(bare: str, scope: Scope) -> str:
    """A line in the order in which a command has its words: PICK IT UP, BACK TO 6."""
    # A way is printed with the place it leads to, BACK TO 6, so it is typed so.
    typed = [word for word in words(bare) if word not in ARTICLES]
    typed = typed[1:] if typed[:1] and typed[0] in _STRIDES else typed
    is_way = len(typed) > 2 and typed[1] == "to" and (typed[0] in scope.lexicon.ways.words or typed[0] in _ON)
    if is_way and find_place(scope, place := " ".join(typed[2:])):
        return f"go to {place}"
    return _APART.sub(r"\1 \3 \2", bare)


_ASKING = re.compile(r"\s*(?:please\s+)?ask\s+(?:(?:him|her|them)\s+)?", re.IGNORECASE)


def _find_question_put(text: str, asked: str) -> str:
    """The question that a line has asked of somebody here: ASK KEEPER WHO HE IS, ASK HIM WHY; empty for none."""
    if (begun := _ASKING.match(text)) is None:
        return ""
    question = text[begun.end() :] if asked == text else asked
    return question if len(words(question)) > 1 and words(question)[0] in QUESTION_WORDS else ""


def find_response(text: str, scope: Scope) -> str:
    """The response that a bare line gives to the question that waits, in words that ANSWER takes; empty for none.

    Words of one's own are only taken for a response when they may be one; any other line stays the command it is.
    """
    if scope.shown is None:
        return ""
    said = _SAID_AS_ANSWER.match(text)
    return _find_plain_response(text, scope) or (_find_said_response(said[1], scope) if said else "")


_SAID_AS_ANSWER = re.compile(
    r"(?:i (?:think|believe|guess|say)(?: that)? )?"
    r"(?:(?:the|my)(?: right| correct)? answer (?:is|would be) |it is |it's )?(.+)",
    re.IGNORECASE,
)
"""How a sentence begins in which a player answers: I THINK IT IS C."""


def _find_said_response(text: str, scope: Scope) -> str:
    """The response in what a sentence says, or in its first clause: C, 37 MPH."""
    return _find_plain_response(text, scope) or _find_plain_response(re.split(r"[.,;:]", text, maxsplit=1)[0], scope)


def _find_plain_response(text: str, scope: Scope) -> str:
    """The response that words give by themselves."""
    if scope.shown is None:
        return ""
    if scope.options:
        return find_option(text, scope.options) or ""
    item, response = scope.shown.item, read_response(scope.shown, text)
    if response and describe_form(item).answer_by == "words":
        is_name = scope.lexicon.entities.exact(text) or find_misconception(item, response)
        return text if is_name or is_right(item, response, scope.lexicon.world) else ""
    return text if response else ""


def _read_own_words(text: str, scope: Scope) -> AnyCommand | None:
    """A line that holds the player's own words, whatever they would mean elsewhere."""
    verb, own = read_own_words(text) or (None, "")
    return Command(verb=verb, object=Text(text=own)) if verb and verb.is_offered(scope.lexicon.world) else None


def _read_question_mark(text: str, scope: Scope) -> AnyCommand | None:
    if text != "?":
        return None
    if scope.shown:
        return Command(verb=VERB_BY_ID["repeat"], object=Bare())
    return Command(verb=VERB_BY_ID["help"], object=Text(text=""))


def _read_whole_question(text: str, scope: Scope) -> AnyCommand | None:
    """A line that must be read as typed: two notes side by side, a question about the tour or on the one before."""
    if meaning := _read_meaning(text, scope):
        return Command(verb=VERB_BY_ID["wonder"], object=meaning)
    if scope.lexicon.world.leads and _ASKS_FOR_NOTES.match(text):
        return Command(verb=VERB_BY_ID["job"], object=OnLead())
    bare = unwrap(text, scope.lexicon.guide_words)
    if numbers := read_note_numbers(bare, scope):
        return Command(verb=VERB_BY_ID["notebook"], object=Text(text=numbers))
    if pair := read_pair(bare, scope):
        return Command(verb=VERB_BY_ID["compare"], object=Text(text=pair))
    # AND HIS FATHER? must keep its AND, which would else be taken off as politeness.
    is_asked = not is_phrase(words(text)) and find_tour_topic(text, scope.lexicon.place_words)
    if is_asked or is_follow_up(text):
        return Command(verb=VERB_BY_ID["wonder"], object=Question(text=text))
    return None


def _read_meaning(text: str, scope: Scope) -> Question | None:
    """A question after the meaning of a word, or of a name of the articles: I DON'T KNOW THE WORD MAUSOLEUM."""
    asked, is_meaning = find_asked_word(text) or ("", False)
    if asked and _can_explain(asked, text, scope, is_meaning=is_meaning):
        return Question(text=text, word=asked)
    is_topic = is_meaning and any(isinstance(noun, Entity) for noun in find_topic(scope, asked)[:1])
    return Question(text=f"what is {asked}") if is_topic else None


def _can_explain(asked: str, text: str, scope: Scope, *, is_meaning: bool) -> bool:
    """Whether the meaning of a word is the answer to a line.

    WHAT IS and a word asks for what is so called here, or in the articles, before it asks for the meaning of the word.
    """
    if scope.lexicon.glossary.find(asked) is None:
        return False
    if is_meaning:
        return True
    topic = find_tour_topic(text, scope.lexicon.place_words)
    is_told = is_phrase(words(text)) or (topic is not None and topic[0] != "dispatch")
    scenery = scope.lexicon.world.tour.everywhere
    here = any(noun not in scenery for noun in find_exact(scope, asked))
    # WHAT IS A MAUSOLEUM asks for a kind of building; WHAT IS THE MAUSOLEUM for the one of the articles.
    is_kind = words(asked)[0] in ("a", "an")
    is_topic = not is_kind and any(isinstance(noun, Entity) for noun in find_topic(scope, asked)[:1])
    return not (is_told or here or is_topic)


def _read_reading(text: str, scope: Scope) -> AnyCommand | Mistake | None:
    """A line as a way to go, as a verb, or as a bare name; None when it is none of them."""
    typed = words(text)
    if not typed:
        return None
    # Who looks left wants to know what is there; nobody is led away by a look.
    if is_look_along(typed, scope):
        return Command(verb=VERB_BY_ID["exits"], object=Bare())
    if way := read_way(typed, scope):
        return Command(verb=VERB_BY_ID["go"], object=way)
    if typed == words(scope.lexicon.world.tour.nouns.places):
        return Command(verb=VERB_BY_ID["places"], object=Bare())
    # PRESS BOARD and LIGHT TABLE are what hangs and stands here, before they are something to be done.
    if len(typed) > 1 and len(named := [each for each in find_exact(scope, text) if isinstance(each, Thing)]) == 1:
        return resolve(VERB_BY_ID["examine"], text, (named[0],), scope)
    return _read_verb(typed, text, scope) or _read_name(text, scope)


def _read_otherwise(text: str, bare: str, scope: Scope, mistake: Mistake | None) -> AnyCommand | Mistake:
    """What a line means that is no command: a question, something said, or a mistake."""
    typed = words(bare)
    if not typed:
        return NotUnderstood(word="", is_noun=False, typed=text)
    # WIRE alone, where nothing is called so, is a word that the player does not know.
    if scope.lexicon.glossary.find(bare) is not None:
        return Command(verb=VERB_BY_ID["wonder"], object=Question(text=text, word=bare))
    return _read_telling(text, bare, scope, mistake) or _read_question(text, bare, scope, mistake)


def _read_telling(text: str, bare: str, scope: Scope, mistake: Mistake | None) -> AnyCommand | Mistake | None:
    """A line that asks nothing of the world: of a text in sight, an option, or of the player's own life."""
    typed = words(bare)
    if (said := _SAYS.match(bare)) and (found := find_nouns(scope, said[1])) and not isinstance(found[0], Entity):
        return resolve(VERB_BY_ID["examine"], said[1], found, scope)
    if len(typed) == 1 and typed[0] in OPTION_LETTERS:
        return NoQuestionWaits()
    is_answer = any(verb.id == "answer" for _, verb in _find_begun(words(text)))
    if is_answer or words(text)[0] in QUESTION_WORDS or not is_statement(words(text), text):
        return None
    # MY DAD IS AFRAID OF DOGS: whoever tells of himself asks nothing, whatever the words may name.
    is_mistaken = isinstance(mistake, NotUnderstood) and mistake.is_noun
    return mistake if is_mistaken else Command(verb=VERB_BY_ID["act"], object=Act(act=SAY_ACT, word=SAY_ACT))


def _read_question(text: str, bare: str, scope: Scope, mistake: Mistake | None) -> AnyCommand | Mistake:
    """A line as a question in the player's own words; the mistake where it is none."""
    typed = words(bare)
    # A mistyped topic with one near name is corrected; searching the notebook for the slip would find nothing.
    has_near = isinstance(mistake, UnknownTopic) and mistake.near
    is_question = typed[0] in QUESTION_WORDS or words(text)[0] in QUESTION_WORDS or is_asked(typed, text)
    if isinstance(mistake, UnknownTopic) and not has_near:
        # TELL ME ABOUT THE SPEED names no topic of the pack, and yet asks something that its facts may answer.
        asked = text if is_question else mistake.topic
        return Command(verb=VERB_BY_ID["wonder"], object=Question(text=asked, topic=mistake.topic))
    if is_question and not has_near:
        return Command(verb=VERB_BY_ID["wonder"], object=Question(text=text))
    return mistake or _read_unknown(typed, text, scope)


def _read_unknown(typed: tuple[str, ...], text: str, scope: Scope) -> AnyCommand | Mistake:
    """A line that begins with no verb and names nothing: perhaps something said, else a mistake."""
    for phrase, _ in _find_begun(typed):
        if ACT_OF.get(spoken := " ".join(phrase)) == SAY_ACT:
            return Command(verb=VERB_BY_ID["act"], object=Act(act=SAY_ACT, word=spoken))
    if any(scope.lexicon.entities.exact(word) for word in typed if word not in STOP and not word.isdecimal()):
        return Command(verb=VERB_BY_ID["wonder"], object=Question(text=text))
    unknown = next((word for word in typed if word not in ARTICLES), typed[0])
    return NotUnderstood(word=unknown, is_noun=False, typed=text, seen=_find_seen(typed, scope))


def _find_seen(typed: tuple[str, ...], scope: Scope) -> str:
    """The name of something in sight that a line speaks of, or nothing."""
    # From the end, because the object of an English sentence stands there: "please hand me the LAMP".
    for word in reversed([word for word in typed if word not in STOP]):
        found = find_exact(scope, word)
        if len(found) == 1:
            return found[0].name
    return ""


def _find_begun(typed: tuple[str, ...]) -> Iterator[Phrase]:
    """The phrases a line begins with, longest first."""
    for phrase, verb in find_phrases(typed[0]):
        if typed[: len(phrase)] == phrase:
            yield phrase, verb


def _read_verb(typed: tuple[str, ...], text: str, scope: Scope) -> AnyCommand | Mistake | None:
    """What the longest verb phrase that makes sense means; None when the line begins with no verb."""
    mistake: Mistake | None = None
    for phrase, verb in _find_begun(typed):
        if not verb.is_offered(scope.lexicon.world):
            continue
        # A thing may be called like a verb: WATCH alone looks at the watch that is in sight.
        is_noun = verb.takes.is_needed or verb.id == "act" or (verb.id == "skip" and not scope.shown)
        if phrase == typed and is_noun and len(found := find_exact(scope, text)) == 1:
            return resolve(VERB_BY_ID["examine"], text, found, scope)
        result = read_object(verb, phrase, strip_words(text, len(phrase)), scope)
        if isinstance(result, Command) and verb.id == "act" and mistake is not None:
            continue  # SHOW ME THE PHOTO is no SHOW
        if isinstance(result, Command):
            is_wordy = len(phrase) > MAX_WORDY or (len(phrase) > 1 and verb.takes.kind == "nothing")
            return replace(result, short=_shorten(result)) if is_wordy else result
        if result is not None and (mistake is None or isinstance(mistake, NotUnderstood)):
            mistake = mistake if isinstance(result, NotUnderstood) and mistake else result
    return mistake


def _shorten(command: AnyCommand) -> str:
    """The short form of a command; empty where there is none worth teaching."""
    verb = command.verb
    if isinstance(command.object, Go):
        return command.object.direction.upper()
    if verb.takes.kind == "nothing":
        return verb.words[0].upper()
    match command.object:
        # A room is told of when it is asked about, and is nothing that X could look at.
        case OnThings(nouns=(Thing() | Entity() as noun,)) if verb.takes.is_many:
            return f"{'X' if verb.id == 'examine' else verb.words[0].upper()} {noun.name.upper()}"
    return ""


def is_pad(text: str, scope: Scope) -> bool:
    """Whether a line is a number as on a number pad: 7, ROOM SEVEN, 7 PLEASE; never a sentence that holds one."""
    nouns = scope.lexicon.place_words
    left = [in_digits(word) for word in words(text) if word not in nouns and word not in _BESIDE_NUMBER]
    return len(left) == 1 and left[0].isdecimal()


_BESIDE_NUMBER = frozenset("type dial enter the please pls plz ok okay then now".split())


def _has_number(text: str) -> bool:
    return any(in_digits(word).isdecimal() for word in words(text))


def _read_name(text: str, scope: Scope) -> AnyCommand | Mistake | None:
    """A line without a verb: a place next door is gone to, anything else that is named is examined."""
    # "-5" and "+ 3" are sums or slips; without this they would lead to room 5.
    if _NUMBER_WITH_SIGN.match(text):
        return None
    is_dialled = not _has_number(text) or is_pad(text, scope) or scope.lexicon.rooms.exact(text)
    places = cast(tuple[Room, ...], find_place(scope, text)) if is_dialled else ()
    is_number = text.strip().isdecimal()
    if len(places) == 1 and (is_number or places[0].id in scope.room.exits.values() or not find_nouns(scope, text)):
        return build_command(VERB_BY_ID["go"], places)
    if found := find_nouns(scope, text):
        return resolve(VERB_BY_ID["examine"], text, found, scope)
    # THE NEXT CARD turns to it.
    if turned := read_turning(text, scope):
        return Command(verb=VERB_BY_ID["work"], object=turned)
    if not STOP.issuperset(words(text)) and len(text.strip()) > 1 and find_mention(scope, text):
        return Command(verb=VERB_BY_ID["examine"], object=OnMention(phrase=text))
    return UnknownPlace(name=text) if is_number else None
