"""One line, understood. Pure: the same line in the same scope always means the same."""

import re
from typing import cast

from game.commands import Command, Noun
from game.events import Ambiguous, NotUnderstood, Refused
from game.names import ARTICLES, words
from game.parser.grammar import DIRECTIONS, PHRASES, SIDEWAYS, VERB_BY_ID, Verb, is_phrase
from game.parser.wrapping import after, unwrap
from game.scope import Scope
from game.world import Room

Mistake = NotUnderstood | Refused | Ambiguous

LETTERS = "abcdefgh"
_BREAK = re.compile(r"[.;!](?=\s|$)|\n|\bthen\b", re.IGNORECASE)
_LIST = re.compile(r",|\band\b", re.IGNORECASE)
_PLACE_FILLER = {"to", "into", "towards", "toward", "through", "carriage", "room", "door"}


def split(line: str) -> tuple[str, ...]:
    """The commands of a line, apart: at full stops, semicolons, THEN, and at commas before a verb.

    >>> split("look. x lamp then n")
    ('look', 'x lamp', 'n')
    >>> split("f, f, x door, window")
    ('f', 'f', 'x door, window')
    """
    parts: list[str] = []
    for stretch in _BREAK.split(line):
        fresh = True
        for piece in stretch.split(","):
            if fresh or _begins_command(piece):
                parts.append(piece.strip())
            elif parts:
                parts[-1] = f"{parts[-1]}, {piece.strip()}"
            fresh = False
    return tuple(part for part in parts if words(part) or "?" in part)


def parse(line: str, scope: Scope) -> Command | Mistake:
    """What one command means here, or why it cannot be understood."""
    text = line.strip()
    if scope.options and (response := option(text, scope.options)):
        return Command(verb="answer", text=response)
    if text == "?":
        return Command(verb="repeat" if scope.options else "help")
    if not is_phrase(words(text)):
        text = unwrap(text)
    typed = words(text)
    if not typed:
        return NotUnderstood(word="", is_noun=False, example=example(scope))
    if (move := _move(typed)) is not None:
        return move
    return _verb(typed, text, scope) or _bare(text, scope)


def _verb(typed: tuple[str, ...], text: str, scope: Scope) -> Command | Mistake | None:
    """What the longest verb phrase that makes sense means; None when the line begins with no verb."""
    found: Mistake | None = None
    for phrase, verb in PHRASES.get(typed[0], ()):
        if typed[: len(phrase)] == phrase:
            result = _with_object(verb, " ".join(phrase), after(text, len(phrase)), scope)
            if not isinstance(result, NotUnderstood):
                return result
            found = found or result
    return found


def option(text: str, options: tuple[str, ...]) -> str | None:
    """The option a response picks: by letter, by number from 1, or by its words. None when it picks none.

    >>> cities = ("Paris", "Pyongyang")
    >>> option("B)", cities), option("1", cities), option("pyongyang", cities), option("Rome", cities)
    ('Pyongyang', 'Paris', 'Pyongyang', None)
    """
    typed = words(text)
    by_words = [candidate for candidate in options if words(candidate) == typed]
    if by_words:
        return by_words[0]
    if len(typed) != 1 or len(typed[0]) > 2:
        return prefixed(typed, options) or _judged(typed, options)
    return _judged(typed, options) or _placed(typed[0], options)


def prefixed(typed: tuple[str, ...], options: tuple[str, ...]) -> str | None:
    """The only option that begins with the words typed, or None."""
    text = " ".join(typed)
    found = [candidate for candidate in options if text and " ".join(words(candidate)).startswith(text)]
    return found[0] if len(found) == 1 else None


def _judged(typed: tuple[str, ...], options: tuple[str, ...]) -> str | None:
    """True or false, in any of the words people use for it, where those are the options."""
    if len(typed) != 1 or {"true", "false"} != {candidate.casefold() for candidate in options}:
        return None
    word = {"t": "true", "yes": "true", "y": "true", "f": "false", "no": "false"}.get(typed[0], typed[0])
    return next((candidate for candidate in options if candidate.casefold() == word), None)


def _placed(word: str, options: tuple[str, ...]) -> str | None:
    """The option at a letter, or at a number from 1."""
    place = LETTERS.find(word) if len(word) == 1 and word.isalpha() else int(word) - 1 if word.isdecimal() else -1
    return options[place] if 0 <= place < len(options) else None


def example(scope: Scope) -> str:
    """A command that works here: to look at something not yet looked at, else to walk on."""
    for thing in scope.things:
        if thing.id not in scope.state.examined:
            return f"EXAMINE {thing.name.upper()}"
    return next(iter(scope.room.exits)).upper()


def _begins_command(piece: str) -> bool:
    typed = words(piece)
    return bool(typed) and (typed[0] in PHRASES or typed[0] in DIRECTIONS or typed[0] in SIDEWAYS)


def _move(typed: tuple[str, ...]) -> Command | None:
    """A way to go, with or without a verb of walking before it."""
    rest = tuple(word for word in typed if word not in ARTICLES)
    if len(rest) > 1 and rest[0] in ("go", "walk", "move", "run", "head", "step", "get", "climb"):
        rest = tuple(word for word in rest[1:] if word not in _PLACE_FILLER) or rest
    if len(rest) != 1:
        return None
    if rest[0] in DIRECTIONS:
        return Command(verb="go", direction=DIRECTIONS[rest[0]])
    return Command(verb="go", text=rest[0]) if rest[0] in SIDEWAYS else None


def _with_object(  # noqa: PLR0911 - one return for each kind of object
    verb: Verb, typed: str, rest: str, scope: Scope
) -> Command | Mistake:
    """A verb that was recognised in the words typed, with whatever stands after it."""
    if verb.takes == "text":
        return Command(verb=verb.id, text=_verb_named(rest) if verb.id == "help" else rest)
    if not words(rest):
        return Refused(reason="needs a noun", word=verb.words[0]) if verb.needs else Command(verb=verb.id, word=typed)
    match verb.takes:
        case "nothing":
            return NotUnderstood(word=rest, is_noun=False, example=example(scope))
        case "place":
            return _place(verb, rest, scope)
        case "anything":
            return Command(verb=verb.id, word=typed, nouns=scope.find(rest)[:1])
        case "topic":
            return _resolved(verb, rest, scope.find_topic(rest), scope)
        case _:
            return _nouns(verb, rest, scope)


def _verb_named(text: str) -> str:
    """The id of the verb that a text begins with; empty when it begins with none."""
    typed = words(text) or ("",)
    return next((verb.id for phrase, verb in PHRASES.get(typed[0], ()) if typed[: len(phrase)] == phrase), "")


def _place(verb: Verb, rest: str, scope: Scope) -> Command | Mistake:
    found = scope.find_place(" ".join(word for word in words(rest) if word not in {"to", "into", "the"}))
    if not found:
        return Refused(reason="unknown place", word=rest)
    return _resolved(verb, rest, found, scope)


def _nouns(verb: Verb, rest: str, scope: Scope) -> Command | Mistake:
    if words(rest) in (("all",), ("everything",)):
        return Command(verb=verb.id, text="all")
    whole = scope.find(rest)
    pieces = [rest] if whole else [piece.strip() for piece in _LIST.split(rest) if words(piece)]
    nouns: list[Noun] = []
    for piece in pieces:
        result = _resolved(verb, piece, scope.find(piece), scope)
        if not isinstance(result, Command) or len(pieces) == 1:
            return result
        nouns.extend(result.nouns)
    return Command(verb=verb.id, nouns=tuple(nouns)) if nouns else Refused(reason="needs a noun", word=verb.words[0])


def _resolved(verb: Verb, phrase: str, found: tuple[Noun, ...], scope: Scope) -> Command | Mistake:
    """A command on the one noun found, or the mistake of finding none or several."""
    if len(found) == 1:
        return Command(verb=verb.id, nouns=found)
    if found:
        return Ambiguous(word=phrase, nouns=found, verb=verb.id)
    if verb.id == "ask" and not scope.mention(phrase):
        return Refused(reason="unknown topic", word=phrase, options=scope.topics_near(phrase))
    if verb.id in ("examine", "ask") and scope.mention(phrase):
        return Command(verb=verb.id, text=phrase)
    unknown = next((word for word in words(phrase) if word not in ARTICLES and not scope.has_word(word)), phrase)
    return NotUnderstood(word=unknown, is_noun=True, example=example(scope))


def _bare(text: str, scope: Scope) -> Command | Mistake:
    """A line without a verb: a place next door is gone to, anything else that is named is examined."""
    places = cast(tuple[Room, ...], scope.find_place(text))
    is_number = text.strip().isdecimal()
    if len(places) == 1 and (is_number or places[0].id in scope.room.exits.values() or not scope.find(text)):
        return Command(verb="go", nouns=places)
    if found := scope.find(text):
        return _resolved(VERB_BY_ID["examine"], text, found, scope)
    if scope.mention(text):
        return Command(verb="examine", text=text)
    unknown = next((word for word in words(text) if word not in ARTICLES), text)
    return NotUnderstood(word=unknown, is_noun=False, example=example(scope))
