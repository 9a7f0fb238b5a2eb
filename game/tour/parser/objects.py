"""What stands after a verb, read as that verb takes it: things, a topic, a place, free words."""

import re
from typing import assert_never

from game.core.names import ARTICLES, singular, words
from game.pack.kinds import read_response
from game.pack.kinds.picking import find_option
from game.pack.ledger import Entity
from game.pack.world import Room
from game.tour.commands import Answer, Bare, GoTo, Noun, OnAll, OnCards, OnMention, OnThings, Question, Text
from game.tour.events import (
    Ambiguous,
    NoQuestionWaits,
    NotAnOption,
    NotUnderstood,
    NounMissing,
    NowhereMeant,
    QuizCommandRefused,
    UnknownPlace,
    UnknownTopic,
)
from game.tour.finding import (
    PRONOUNS,
    find_mention,
    find_nouns,
    find_place,
    find_topic,
    find_topics_near,
    has_word,
)
from game.tour.parser.lead_names import read_lead
from game.tour.parser.phrases import find_phrases
from game.tour.parser.tried import is_filler, read_act, split_at_prepositions, strip_articles
from game.tour.parser.work_reading import find_card, find_pile, read_turning, read_work
from game.tour.scope import Scope
from game.tour.verbs.acts import ACT_OF
from game.tour.verbs.registry import VERB_BY_ID
from game.tour.verbs.verb import AnyCommand, AnyVerb, Command

Mistake = (
    NotUnderstood
    | Ambiguous
    | NounMissing
    | NowhereMeant
    | UnknownPlace
    | UnknownTopic
    | NotAnOption
    | NoQuestionWaits
    | QuizCommandRefused
)
"""Why a line is no command. Only what the parser itself finds: a verb may refuse for many more reasons."""

_LIST = re.compile(r",|\band\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:but|except|excluding|without)(?:\s+for)?\b", re.IGNORECASE)
_ALL = {("all",), ("everything",), ("all", "things"), ("every", "thing"), ("it", "all"), ("both",)}
_ON = re.compile(r"^(?:written\s+)?(?:in|on|inside|under|behind|at)\s+(?:the\s+)?(.+)", re.IGNORECASE)
_ABOUT = re.compile(r"\babout\b(.+)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_QUESTION_FORMS = ("what", "what's", "whats")
_TELLING_FORMS = ("describe", "show me")
_TOWARDS = frozenset("to into the towards back over on onto along across by past around up down".split())


def read_object(  # noqa: PLR0911 - one case a kind
    verb: AnyVerb, phrase: tuple[str, ...], rest: str, scope: Scope
) -> AnyCommand | Mistake | None:
    """A verb that was recognised in a phrase, with whatever stands after it.

    Returns:
        The command; a mistake when the object is none; None when the phrase was not meant as this verb at all.
    """
    match verb.takes.kind:
        case "text":
            return Command(verb=verb, object=Text(text=rest))
        case "question":
            return Command(verb=verb, object=Question(text=rest))
        case "verb":
            return Command(verb=verb, object=Text(text=_name_verb(rest, scope) if len(phrase) == 1 else ""))
        case "response":
            return _read_answer(verb, " ".join(phrase), rest, scope)
        case "act":
            return _read_tried(verb, phrase, rest, scope)
        case "work":
            return _read_deed(verb, " ".join(phrase), rest, scope)
        case "nothing" | "place" | "topic" | "nouns" | "lead":
            return _read_noun_phrase(verb, " ".join(phrase), rest, scope)
        case _ as never:
            assert_never(never)


def _read_noun_phrase(verb: AnyVerb, typed: str, rest: str, scope: Scope) -> AnyCommand | Mistake | None:
    """A verb that takes nothing or something with a name."""
    if verb.takes.kind == "lead":
        return read_lead(verb, rest, scope)
    if not words(rest):
        return NounMissing(verb=typed) if verb.takes.is_needed else Command(verb=verb, object=Bare())
    if verb.takes.kind == "nothing":
        return Command(verb=verb, object=Bare()) if is_filler(rest, scope) else None
    if verb.takes.kind == "place":
        return _read_place(verb, rest, scope)
    return (
        _read_topic(verb, typed, rest, scope) if verb.takes.kind == "topic" else _read_nouns(verb, typed, rest, scope)
    )


def build_command(verb: AnyVerb, nouns: tuple[Noun, ...], word: str = "") -> AnyCommand:
    """The command of a verb on nouns; a verb of walking takes one room."""
    if verb.takes.kind == "place" and isinstance(room := nouns[0], Room):
        return Command(verb=verb, object=GoTo(room=room))
    return Command(verb=verb, object=OnThings(nouns=nouns, word=word))


def resolve(verb: AnyVerb, phrase: str, found: tuple[Noun, ...], scope: Scope, word: str = "") -> AnyCommand | Mistake:
    """A command on the one noun found, or the mistake of finding none or several."""
    if verb.id == "examine" and (piece := _read_piece(verb, phrase, found, scope)):
        return piece
    found = _add_alike(phrase, found, scope) if verb.takes.is_many else found
    # THEM and plurals mean all; a singular that fits several things is asked back, never guessed.
    if len(found) == 1 or (found and verb.takes.is_many and _is_plural(phrase)):
        return build_command(verb, found, word)
    if found:
        return Ambiguous(word=" ".join(words(phrase)), nouns=found, verb=verb.id)
    if verb.takes.is_text_too and find_mention(scope, phrase):
        return Command(verb=verb, object=OnMention(phrase=phrase))
    if verb.takes.kind == "topic":
        return UnknownTopic(topic=phrase, near=find_topics_near(scope, phrase))
    unknown = next((w for w in words(phrase) if w not in ARTICLES and not has_word(scope, w)), phrase)
    return NotUnderstood(word=unknown, is_noun=True, verb=verb.id, phrase=" ".join(strip_articles(phrase)))


def _add_alike(phrase: str, found: tuple[Noun, ...], scope: Scope) -> tuple[Noun, ...]:
    """What was found, with the things here that are called alike but for a letter: TYPEWRITERS are A and B."""
    last = next(reversed(words(phrase)), "")
    if len(found) != 1 or singular(last) == last or last in words(found[0].name):
        return found
    wanted = (*words(phrase)[:-1], singular(last))
    alike = tuple(
        thing for thing in scope.things if words(thing.name)[:-1] == wanted and len(words(thing.name)[-1]) == 1
    )
    return alike if found[0] in alike else found


def _read_piece(verb: AnyVerb, phrase: str, found: tuple[Noun, ...], scope: Scope) -> AnyCommand | None:
    """A look at one piece of a work: a card of a sort, or the next card of a pile."""
    if card := find_card(phrase, found, scope):
        return Command(verb=verb, object=card)
    # READ SECOND CARD turns to it, as long as that tells something new.
    if turned := read_turning(phrase, scope):
        return Command(verb=VERB_BY_ID["work"], object=turned)
    pile = None if found else find_pile(phrase, scope)
    return build_command(verb, (pile,)) if pile else None


def _is_plural(phrase: str) -> bool:
    """Whether a phrase asks for all that it may mean: THEM, or a plural."""
    last = next(reversed(words(phrase)), "")
    return PRONOUNS.get(last) == "them" or singular(last) != last


def _read_answer(verb: AnyVerb, typed: str, rest: str, scope: Scope) -> AnyCommand | None:
    """A response; only ANSWER itself is meant even when nothing on offer is picked."""
    # I CHOOSE and MY ANSWER IS begin other sentences, too, so they count only with an option after them.
    is_read = scope.shown and read_response(scope.shown, rest) and not scope.options
    is_meant = find_option(rest, scope.options) or is_read
    return Command(verb=verb, object=Answer(text=rest)) if is_meant or typed in ("answer", "reply") else None


def _name_verb(text: str, scope: Scope) -> str:
    """The id of the verb that a text begins with; the text itself when it begins with none."""
    typed = words(text)
    if not typed:
        return ""
    if typed[0] in scope.lexicon.ways.words:
        return "go"
    begun = [(phrase, verb) for phrase, verb in find_phrases(typed[0]) if typed[: len(phrase)] == phrase]
    longest = [
        verb for phrase, verb in begun if len(phrase) == len(begun[0][0]) and verb.is_offered(scope.lexicon.world)
    ]
    # TAKE is a deed, too, but whoever asks about TAKE wants to carry something.
    longest.sort(key=lambda verb: verb.takes.kind in ("work", "act"))
    return longest[0].id if longest else text


def _read_deed(verb: AnyVerb, typed: str, rest: str, scope: Scope) -> AnyCommand | None:
    """What is done to a work here, if to any."""
    done = read_work(typed, rest, scope)
    return None if done is None else Command(verb=verb, object=done)


def _read_tried(verb: AnyVerb, phrase: tuple[str, ...], rest: str, scope: Scope) -> AnyCommand | Mistake | None:
    """Something tried or said; TALK ABOUT a topic asks about it."""
    if ACT_OF[" ".join(phrase)] in ("talk", "say") and (about := _ABOUT.search(rest)):
        topic = about.group(1).strip()
        return resolve(VERB_BY_ID["ask"], topic, find_topic(scope, topic)[:1], scope)
    tried = read_act(phrase, rest, scope)
    return None if tried is None else Command(verb=verb, object=tried)


def _read_topic(verb: AnyVerb, typed: str, rest: str, scope: Scope) -> AnyCommand | Mistake:
    """What is asked about; WHAT IS ON a thing, and WHO IS IN it, look at the thing.

    Only whole names are topics. Parts of names are not: "standard" would be a drink, and "house" a compound. What is no
    whole name is a question, and the answerer weighs all its words.
    """
    # WHAT IS ON THE TABLE wants a look at the table; a person or topic "on" something is only a name.
    if (at := _ON.search(rest)) and (found := find_nouns(scope, at[1])) and not isinstance(found[0], Entity):
        return resolve(VERB_BY_ID["examine"], at[1], found, scope)
    found = find_topic(scope, rest)
    if not found and len(places := find_place(scope, rest)) == 1:
        return build_command(VERB_BY_ID["examine"], places)
    # WHERE IS THE TV asks for a place; the card of the TV is no answer to that.
    if typed.startswith("where") and found and isinstance(found[0], Entity):
        return Command(verb=VERB_BY_ID["wonder"], object=Question(text=f"{typed} {rest}", topic=rest))
    return resolve(verb, rest, found, scope)


def _read_place(verb: AnyVerb, rest: str, scope: Scope) -> AnyCommand | Mistake:
    name = " ".join(word for word in words(rest) if word not in _TOWARDS)
    if name == "there":
        there = scope.referents.get("there", ())
        return build_command(verb, there) if there else NowhereMeant(word=name)
    if found := find_place(scope, name):
        return resolve(verb, rest, found, scope)
    near = find_nouns(scope, name)
    # A door is no place: who goes to one wants to leave by it, and there may be two.
    if {word for noun in near for word in words(noun.name)} >= {"door"}:
        return Command(verb=VERB_BY_ID["exits"], object=Bare())
    if near and not isinstance(near[0], Entity):
        return build_command(VERB_BY_ID["examine"], near[:1])
    return UnknownPlace(name=rest)


def _read_nouns(verb: AnyVerb, typed: str, rest: str, scope: Scope) -> AnyCommand | Mistake:
    head, *excluded = _BUT.split(rest)
    if words(head) in _ALL:
        but = tuple(noun for text in excluded for piece in _LIST.split(text) for noun in find_nouns(scope, piece)[:1])
        return Command(verb=verb, object=OnAll(but=but))
    if _is_question_of_world(typed, rest, scope):
        unknown = " ".join(strip_articles(rest))
        return NotUnderstood(word=unknown, is_noun=True, verb=verb.id, phrase=unknown)
    # A name may hold AND or a comma itself, so the whole is looked up before it is taken for a list.
    pieces = [rest] if find_nouns(scope, rest) else [piece.strip() for piece in _LIST.split(rest) if words(piece)]
    nouns: list[Noun] = []
    cards: list[OnCards] = []
    for piece in pieces:
        result = resolve(verb, piece, _find_piece(verb, piece, scope), scope, typed)
        if isinstance(result, Ambiguous) and len(pieces) > 1:
            result = build_command(verb, result.nouns)
        if not isinstance(result, Command) or len(pieces) == 1:
            return result
        nouns.extend(_list_nouns(result))
        cards += [result.object] if isinstance(result.object, OnCards) else []
    # X BORDEAUX AND COGNAC reads both; among other things a card is one of its pile.
    if cards and len(cards) == len(pieces) and len({each.thing.id for each in cards}) == 1:
        read = tuple(dict.fromkeys(card_id for each in cards for card_id in each.cards))
        return Command(verb=verb, object=OnCards(thing=cards[0].thing, cards=read))
    return build_command(verb, tuple(nouns)) if nouns else NounMissing(verb=typed)


def _is_question_of_world(typed: str, rest: str, scope: Scope) -> bool:
    """Whether WHAT IS IN and the like ask of the world, not of something in sight: its words name more than a thing."""
    if typed.split()[0] in _QUESTION_FORMS:
        pieces = [piece for piece in (rest, *_LIST.split(rest)) if words(piece)]
        named = [any(not isinstance(noun, Entity) for noun in find_nouns(scope, piece)) for piece in pieces]
        return not (named[0] or (len(named) > 1 and all(named[1:])) or find_mention(scope, rest))
    # DESCRIBE THE PHOTO FROM JANUARY 2021, and not DESCRIBE THE PHOTO ON THE WALL
    return typed in _TELLING_FORMS and bool(_YEAR.search(rest)) and not find_nouns(scope, rest)


def _list_nouns(command: AnyCommand) -> tuple[Noun, ...]:
    """The nouns of a command in a list; words of a text that stand among them are passed over."""
    match command.object:
        case OnThings(nouns=nouns):
            return nouns
        case OnCards(thing=thing):
            return (thing,)
    return ()


def _find_piece(verb: AnyVerb, piece: str, scope: Scope) -> tuple[Noun, ...]:
    """What one name of a list stands for."""
    found = find_nouns(scope, piece)
    if verb.id == "drop":
        # Of two things with one name, only the one that is carried can be dropped.
        found = tuple(noun for noun in found if noun in scope.carried) or found[:1]
    return found or _find_before_preposition(piece, scope)


def _find_before_preposition(piece: str, scope: Scope) -> tuple[Noun, ...]:
    """The first thing of `X map on the wall`, where the whole names nothing; never for words of the text itself."""
    before, *_ = split_at_prepositions(piece)
    return () if find_mention(scope, piece) else find_nouns(scope, before)
