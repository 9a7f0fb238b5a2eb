"""What stands after a verb, understood as that verb takes it: things, a topic, a place, free words."""

import re

from game.core.names import ARTICLES, singular, words
from game.pack.ledger import Entity
from game.pack.world import Thing
from game.quiz import read
from game.quiz.picking import option
from game.tour.commands import Command, Noun
from game.tour.events import Ambiguous, NotUnderstood, NounMissing, NowhereMeant, Refusal, UnknownPlace, UnknownTopic
from game.tour.finding import (
    PRONOUNS,
    find_exact,
    find_mention,
    find_nouns,
    find_place,
    find_topic,
    find_topics_near,
    has_word,
)
from game.tour.parser.acts import ACT_OF, SAID_IDS
from game.tour.parser.grammar import DIRECTIONS, QUESTION_WORDS, VERB_BY_ID, Verb, phrases
from game.tour.scope import Scope

Mistake = NotUnderstood | Refusal | Ambiguous

_LIST = re.compile(r",|\band\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:but|except|excluding|without)(?:\s+for)?\b", re.IGNORECASE)
_ALL = {("all",), ("everything",), ("all", "things"), ("every", "thing"), ("it", "all"), ("both",)}
_BETWEEN = re.compile(
    r"\b(?:to|into|onto|in|on|at|with|from|for|under|behind|over|against|using|near|inside|of)\b", re.IGNORECASE
)
_ABOUT = re.compile(r"\babout\b(.+)", re.IGNORECASE)
_FILLER = frozenset(
    {"here", "now", "today", "sir", "man", "mate", "please", "everyone", "guys", "again", "dude", "bro", "lol", "too"}
    | {"there", "then", "so", "much", "very", "really", "all", "this", "that", "game", "train", "the", "haha", "madam"}
)


def object_of(  # noqa: C901, PLR0911 - one return for each kind of object
    verb: Verb, phrase: tuple[str, ...], rest: str, scope: Scope
) -> Command | Mistake | None:
    """A verb that was recognised in a phrase, with whatever stands after it.

    Returns:
        The command; a mistake when the object is none; None when the phrase was not meant as this verb at all.
    """
    typed = " ".join(phrase)
    if verb.takes == "text":
        if verb.id == "help":
            return Command(verb=verb.id, text=_verb_named(rest) if len(phrase) == 1 else "")
        if verb.id == "answer":
            return _answer(verb, typed, rest, scope)
        return Command(verb=verb.id, text=rest)
    if verb.takes == "act":
        return _act(phrase, rest, scope)
    if not words(rest):
        return NounMissing(verb=typed) if verb.needs else Command(verb=verb.id, word=typed)
    match verb.takes:
        case "nothing":
            return Command(verb=verb.id) if _FILLER.issuperset(words(rest)) else None
        case "place":
            return _place(verb, rest, scope)
        case "topic":
            return _topic(verb, rest, scope)
        case _:
            return _nouns(verb, typed, rest, scope)


def _answer(verb: Verb, typed: str, rest: str, scope: Scope) -> Command | None:
    """A response; only ANSWER itself is meant even when nothing on offer is picked."""
    is_meant = option(rest, scope.options) or (scope.shown and read(scope.shown, rest) and not scope.options)
    return Command(verb=verb.id, text=rest) if is_meant or typed in ("answer", "reply") else None


_ON = re.compile(r"^(?:written\s+)?(?:in|on|inside|under|behind|at)\s+(?:the\s+)?(.+)", re.IGNORECASE)


def _topic(verb: Verb, rest: str, scope: Scope) -> Command | Mistake:
    """What is asked about; WHAT IS ON a thing, and WHO IS IN it, look at the thing."""
    if (at := _ON.search(rest)) and (found := find_nouns(scope, at[1])) and not isinstance(found[0], Entity):
        return resolved(VERB_BY_ID["examine"], at[1], found, scope)
    found = find_topic(scope, rest)
    if not found and len(places := find_place(scope, rest)) == 1:
        return Command(verb="examine", nouns=places)
    return resolved(verb, rest, found, scope)


def resolved(verb: Verb, phrase: str, found: tuple[Noun, ...], scope: Scope, word: str = "") -> Command | Mistake:
    """A command on the one noun found, or the mistake of finding none or several."""
    if len(found) == 1:
        return Command(verb=verb.id, nouns=found, word=word)
    if found and (_is_several(phrase) and verb.id in ("examine", "take", "drop")):
        return Command(verb=verb.id, nouns=found, word=word)
    if found:
        return Ambiguous(word=" ".join(words(phrase)), nouns=found, verb=verb.id)
    if verb.id == "ask" and not find_mention(scope, phrase):
        return UnknownTopic(topic=phrase, near=find_topics_near(scope, phrase))
    if verb.id in ("examine", "ask") and find_mention(scope, phrase):
        return Command(verb=verb.id, text=phrase)
    unknown = next((w for w in words(phrase) if w not in ARTICLES and not has_word(scope, w)), phrase)
    return NotUnderstood(word=unknown, is_noun=True, verb=verb.id, phrase=" ".join(_plain(phrase)))


def _is_several(phrase: str) -> bool:
    """Whether a phrase asks for all that it may mean: THEM, or a plural."""
    last = words(phrase)[-1:]
    return bool(last) and (PRONOUNS.get(last[0]) == "them" or singular(last[0]) != last[0])


def _verb_named(text: str) -> str:
    """The id of the verb that a text begins with; the text itself when it begins with none."""
    typed = words(text)
    if not typed:
        return ""
    if typed[0] in DIRECTIONS:
        return "go"
    return next((verb.id for phrase, verb in phrases(typed[0]) if typed[: len(phrase)] == phrase), text)


def _act(phrase: tuple[str, ...], rest: str, scope: Scope) -> Command | Mistake | None:
    """Something tried, on what was named; something said, if the line says no more than that."""
    typed, after = " ".join(phrase), words(rest)
    act = ACT_OF[typed]
    if not after:
        return Command(verb="act", act=act, word=typed)
    if act in ("talk", "say") and (about := _ABOUT.search(rest)):
        topic = about.group(1).strip()
        return resolved(VERB_BY_ID["ask"], topic, find_topic(scope, topic)[:1], scope)
    if act in SAID_IDS and not _is_said(phrase, rest, scope):
        return None
    nouns = _first(rest, scope)
    missing = "" if nouns or act in SAID_IDS else " ".join(_plain(rest))
    return Command(verb="act", act=act, word=typed, nouns=nouns, text=missing)


def _plain(phrase: str) -> tuple[str, ...]:
    """The words of a phrase without articles."""
    return tuple(word for word in words(phrase) if word not in ARTICLES)


def _is_said(phrase: tuple[str, ...], rest: str, scope: Scope) -> bool:
    """Whether what follows a saying still belongs to it."""
    found = find_nouns(scope, rest)
    if _FILLER.issuperset(words(rest)) or any(isinstance(noun, Thing) and noun.person for noun in found):
        return True
    return len(phrase) > 1 and phrase[0] not in QUESTION_WORDS and ACT_OF[" ".join(phrase)] != "say"


def _first(rest: str, scope: Scope) -> tuple[Noun, ...]:
    """The thing an act is tried on, and what it is tried with, as far as they are in sight; in the order typed."""
    if whole := _tried(rest, scope):
        return whole
    pieces = [piece for piece in _BETWEEN.split(rest) if words(piece)]
    if found := tuple(noun for piece in pieces for noun in _tried(piece, scope)):
        return found[:2]
    typed = words(rest)
    for end in range(len(typed) - 1, 0, -1):
        if found := find_exact(scope, " ".join(typed[:end])):
            return found[:1]
    return ()


def _tried(phrase: str, scope: Scope) -> tuple[Noun, ...]:
    """The one thing in sight, or else the one person or thing of the articles, that a phrase names."""
    found = find_nouns(scope, phrase)
    if found and not isinstance(found[0], Entity):
        return found[:1]
    return tuple(noun for noun in scope.lexicon.entities.exact(phrase))[:1]


_TOWARDS = frozenset("to into the towards back over on onto along across by past around up down".split())


def _place(verb: Verb, rest: str, scope: Scope) -> Command | Mistake:
    name = " ".join(word for word in words(rest) if word not in _TOWARDS)
    if name == "there":
        there = scope.referents.get("there", ())
        return Command(verb=verb.id, nouns=there) if there else NowhereMeant(word=name)
    if found := find_place(scope, name):
        return resolved(verb, rest, found, scope)
    if near := find_nouns(scope, name):
        if {word for noun in near for word in words(noun.name)} >= {"door"}:
            return Command(verb="exits")
        return Command(verb="examine", nouns=near[:1]) if not isinstance(near[0], Entity) else _elsewhere(rest)
    return _elsewhere(rest)


def _elsewhere(name: str) -> Mistake:
    return UnknownPlace(name=name)


def _nouns(verb: Verb, typed: str, rest: str, scope: Scope) -> Command | Mistake:
    head, *excluded = _BUT.split(rest)
    if words(head) in _ALL:
        but = tuple(noun for text in excluded for piece in _LIST.split(text) for noun in find_nouns(scope, piece)[:1])
        return Command(verb=verb.id, text="all", but=but)
    whole = find_nouns(scope, rest)
    pieces = [rest] if whole else [piece.strip() for piece in _LIST.split(rest) if words(piece)]
    nouns: list[Noun] = []
    for piece in pieces:
        found = find_nouns(scope, piece)
        if verb.id == "drop":
            found = tuple(noun for noun in found if noun in scope.carried) or found[:1]
        result = resolved(verb, piece, found or _first_only(piece, scope), scope, typed)
        if isinstance(result, Ambiguous) and len(pieces) > 1:
            result = Command(verb=verb.id, nouns=result.nouns)
        if not isinstance(result, Command) or len(pieces) == 1:
            return result
        nouns.extend(result.nouns)
    return Command(verb=verb.id, nouns=tuple(nouns)) if nouns else NounMissing(verb=typed)


def _first_only(piece: str, scope: Scope) -> tuple[Noun, ...]:
    """The first thing of `X map on the wall`, where the whole names nothing; never for words of the text itself."""
    before = _BETWEEN.split(piece, maxsplit=1)[0]
    return find_nouns(scope, before) if before != piece and words(before) and not find_mention(scope, piece) else ()
