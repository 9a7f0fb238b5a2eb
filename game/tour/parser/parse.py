"""One line, understood. Pure: the same line in the same scope always means the same."""

import re
from collections.abc import Iterator
from typing import cast

from msgspec.structs import replace

from game.core.names import ARTICLES, STOP, words
from game.pack.items import Short
from game.pack.ledger import Entity
from game.pack.world import Room
from game.quiz import because, is_right, read
from game.quiz.picking import LETTERS, option
from game.tour.commands import Command
from game.tour.events import Ambiguous, NoQuestionWaits, NotAnOption, NotUnderstood, UnknownPlace, UnknownTopic
from game.tour.finding import find_exact, find_mention, find_nouns, find_place
from game.tour.parser.acts import ACT_OF
from game.tour.parser.grammar import (
    DIRECTIONS,
    QUESTION_WORDS,
    SIDEWAYS,
    VERB_BY_ID,
    WAYS,
    Verb,
    first_words,
    is_phrase,
    phrases,
)
from game.tour.parser.objects import Mistake, object_of, resolved
from game.tour.parser.wrapping import after, unwrap
from game.tour.scope import Scope

_BREAK = re.compile(r"[.;!](?=\s|$)|(?<=\?)\s+|\n|\b(?:and\s+)?then\b", re.IGNORECASE)
_RUN_ON = re.compile(r"[a-z]+(?:\.[a-z]+)+\.?", re.IGNORECASE)
_APART = re.compile(r"(pick|put|take|turn|switch|throw)\s+(.+?)\s+(up|down|off|on|away|over)\W*$", re.IGNORECASE)
_JOIN = re.compile(r"(,|\band\b)", re.IGNORECASE)
_WALKING = frozenset(
    {"go", "walk", "move", "run", "head", "step", "get", "climb", "proceed", "travel", "turn", "continue", "look"}
)
_WAY_FILLER = frozenset(
    {"to", "into", "towards", "toward", "through", "carriage", "room", "door", "car", "train", "of", "here", "wagon"}
)
_SAYS = re.compile(r"what (?:does|do|did) (.+?) (?:say|show|read|tell|mean|contain|do)\W*$", re.IGNORECASE)
_WEAK = "say"
"""The act that is only meant when nothing else is."""


def split(line: str) -> tuple[str, ...]:
    """The commands of a line, apart: at full stops, semicolons, THEN, and at commas and AND before a verb.

    >>> split("look. x lamp then n")
    ('look', 'x lamp', 'n')
    >>> split("f, f, x door, window and open it")
    ('f', 'f', 'x door, window', 'open it')
    >>> split("f.f.b")
    ('f', 'f', 'b')
    """
    parts: list[str] = []
    if _RUN_ON.fullmatch(line.strip()) and all(map(_begins_command, line.strip(" .").split("."))):
        line = line.replace(".", ". ")
    for stretch in _BREAK.split(line):
        first, *rest = _JOIN.split(stretch)
        parts.append(first.strip())
        for mark, piece in zip(rest[::2], rest[1::2], strict=True):
            if not words(parts[-1]) or _begins_command(piece):
                parts.append(piece.strip())
            else:
                parts[-1] = f"{parts[-1]}{mark if mark == ',' else f' {mark}'} {piece.strip()}"
    return tuple(part for part in parts if words(part) or "?" in part)


def parse(line: str, scope: Scope) -> Command | Mistake:
    """What one command means here, or why it cannot be understood."""
    text = line.strip()
    if answer := responded(text, scope) or responded(unwrap(text), scope):
        return Command(verb="answer", text=answer)
    if scope.options and words(text) in (("c",), ("d",)):
        return NotAnOption(options=scope.options)
    if text == "?":
        return Command(verb="repeat" if scope.shown else "help")
    bare = text if is_phrase(words(text)) else unwrap(text)
    mistake: Mistake | None = None
    joined = _APART.sub(r"\1 \3 \2", bare)
    for reading in dict.fromkeys((*((joined,) if joined != bare else ()), text, bare)):
        result = _read(reading, scope)
        if isinstance(result, Command):
            return replace(result, short=result.short or _short(result)) if reading != text else result
        mistake = result or mistake
    if isinstance(mistake, Ambiguous):
        return mistake
    return _otherwise(text, bare, scope, mistake)


def responded(text: str, scope: Scope) -> str:
    """The response that a bare line gives to the question that waits, in words that ANSWER takes; empty for none.

    Words of one's own are only taken for a response when they may be one; any other line stays the command it is.
    """
    if scope.shown is None:
        return ""
    if scope.options:
        return option(text, scope.options) or ""
    item, response = scope.shown.item, read(scope.shown, text)
    if response and isinstance(item, Short):
        is_name = scope.lexicon.entities.exact(text) or because(item, response)
        return text if is_name or is_right(item, response, scope.lexicon.world) else ""
    return text if response else ""


def _read(text: str, scope: Scope) -> Command | Mistake | None:
    """A line as a way to go, as a verb, or as a bare name; None when it is none of them."""
    typed = words(text)
    if not typed:
        return None
    return _move(typed) or _verb(typed, text, scope) or _bare(text, scope)


def _otherwise(text: str, bare: str, scope: Scope, mistake: Mistake | None) -> Command | Mistake:
    """What a line means that is no command: a question, something said, or a mistake."""
    typed = words(bare)
    if not typed:
        return NotUnderstood(word="", is_noun=False, typed=text)
    if (said := _SAYS.match(bare)) and (found := find_nouns(scope, said[1])) and not isinstance(found[0], Entity):
        return resolved(VERB_BY_ID["examine"], said[1], found, scope)
    if len(typed) == 1 and typed[0] in LETTERS:
        return NoQuestionWaits()
    has_near = isinstance(mistake, UnknownTopic) and mistake.near
    if not has_near and (typed[0] in QUESTION_WORDS or words(text)[0] in QUESTION_WORDS or text.endswith("?")):
        topic = mistake.topic if isinstance(mistake, UnknownTopic) else ""
        return Command(verb="wonder", text=bare, word=topic)
    return mistake or _unknown(typed, text, scope)


def _unknown(typed: tuple[str, ...], text: str, scope: Scope) -> Command | Mistake:
    """A line that begins with no verb and names nothing: perhaps something said, else a mistake."""
    for phrase, _ in _begun(typed):
        if ACT_OF.get(spoken := " ".join(phrase)) == _WEAK:
            return Command(verb="act", act=_WEAK, word=spoken)
    if any(scope.lexicon.entities.exact(word) for word in typed if word not in STOP):
        return Command(verb="wonder", text=text)
    unknown = next((word for word in typed if word not in ARTICLES), typed[0])
    return NotUnderstood(word=unknown, is_noun=False, typed=text, seen=_seen(typed, scope))


def _seen(typed: tuple[str, ...], scope: Scope) -> str:
    """The name of something in sight that a line speaks of, or nothing."""
    for word in reversed([word for word in typed if word not in STOP]):
        found = find_exact(scope, word)
        if len(found) == 1:
            return found[0].name
    return ""


def _begun(typed: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Verb]]:
    """The phrases a line begins with, longest first."""
    for phrase, verb in phrases(typed[0]):
        if typed[: len(phrase)] == phrase:
            yield phrase, verb


def _verb(typed: tuple[str, ...], text: str, scope: Scope) -> Command | Mistake | None:
    """What the longest verb phrase that makes sense means; None when the line begins with no verb."""
    mistake: Mistake | None = None
    for phrase, verb in _begun(typed):
        is_noun = verb.needs or verb.id == "act" or (verb.id == "skip" and not scope.shown)
        if phrase == typed and is_noun and len(found := find_exact(scope, text)) == 1:
            return Command(verb="examine", nouns=found)
        result = object_of(verb, phrase, after(text, len(phrase)), scope)
        if isinstance(result, Command) and verb.id == "act" and mistake is not None:
            continue  # SHOW ME THE PHOTO is no SHOW
        if isinstance(result, Command):
            is_wordy = len(phrase) > 2 or (len(phrase) > 1 and verb.takes == "nothing")
            return replace(result, short=_short(result)) if is_wordy else result
        if result is not None and (mistake is None or isinstance(mistake, NotUnderstood)):
            mistake = mistake if isinstance(result, NotUnderstood) and mistake else result
    return mistake


def _short(command: Command) -> str:
    """The short form of a command; empty where there is none worth teaching."""
    verb = VERB_BY_ID[command.verb]
    if command.direction is not None:
        return command.direction.upper()
    if verb.takes == "nothing":
        return verb.words[0].upper()
    if verb.id in ("examine", "take", "drop") and len(command.nouns) == 1:
        word = "X" if verb.id == "examine" else verb.words[0].upper()
        return f"{word} {command.nouns[0].name.upper()}"
    return ""


def _begins_command(piece: str) -> bool:
    typed = words(piece)
    return bool(typed) and (
        typed[0] in first_words() or typed[0] in DIRECTIONS or typed[0] in SIDEWAYS or typed[0] in QUESTION_WORDS
    )


def _move(typed: tuple[str, ...]) -> Command | None:
    """A way to go, with or without a verb of walking before it."""
    rest = tuple(word for word in typed if word not in ARTICLES)
    if (way := WAYS.get(" ".join(rest))) is not None:
        return Command(verb="go", direction=way)
    if len(rest) > 1 and rest[0] in DIRECTIONS and _WAY_FILLER.issuperset(rest[1:]):
        rest = rest[:1]
    if len(rest) > 1 and rest[0] in _WALKING | {"use", "take", "enter", "leave", "open", "exit"}:
        trimmed = tuple(word for word in rest[1:] if word not in _WAY_FILLER)
        if rest[0] in _WALKING or "door" in rest:
            rest = trimmed or rest
    if len(rest) != 1 or (rest[0] in ("in", "on", "off", "out", "up", "down") and typed[0] in ("look", "turn")):
        return None
    if rest[0] in DIRECTIONS:
        return Command(verb="go", direction=DIRECTIONS[rest[0]])
    return Command(verb="go", text=rest[0]) if rest[0] in SIDEWAYS else None


def _bare(text: str, scope: Scope) -> Command | Mistake | None:
    """A line without a verb: a place next door is gone to, anything else that is named is examined."""
    if re.match(r"\s*[-+]\s*\d", text):
        return None
    places = cast(tuple[Room, ...], find_place(scope, text))
    is_number = text.strip().isdecimal()
    if len(places) == 1 and (is_number or places[0].id in scope.room.exits.values() or not find_nouns(scope, text)):
        return Command(verb="go", nouns=places)
    if found := find_nouns(scope, text):
        return resolved(VERB_BY_ID["examine"], text, found, scope)
    if not STOP.issuperset(words(text)) and len(text.strip()) > 1 and find_mention(scope, text):
        return Command(verb="examine", text=text)
    if is_number:
        return UnknownPlace(name=text)
    return None
