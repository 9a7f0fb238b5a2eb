"""A line of text with its role, and the functions that write dates, cites, counts and lists."""

from collections.abc import Iterable, Sequence
from typing import Literal, assert_never

from msgspec import Struct

from game.core.characters import strip_controls
from game.core.names import singular, words
from game.pack.ledger import NO_SPEAKER, Fact, Source
from game.pack.world import Room, Thing, World
from game.tour.events import Exit

Role = Literal[
    "headline",
    "title",
    "body",
    "staged",
    "heading",
    "fact",
    "claim",
    "numbered",
    "differ",
    "source",
    "exits",
    "note",
    "refused",
    "question",
    "option",
    "right",
    "wrong",
    "echo",
    "picture",
    "ticket",
]
"""What a line is; front ends choose its look by it, never its words."""

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Line(Struct, frozen=True):
    """One paragraph of output."""

    text: str
    role: Role = "body"
    is_tight: bool = False
    """True when it belongs directly under the line before it, without a blank line between."""


MAX_ECHO_CHARACTERS = 40
"""Characters of a typed word that a reply repeats."""


def quote_typed(word: str) -> str:
    """What was typed, made safe and short enough to be repeated in a reply."""
    # Commas and colons at the ends belong to the sentence that was typed, not to the word.
    safe = " ".join(strip_controls(word).split()).strip(" ,;:") or strip_controls(word).strip()
    return safe if len(safe) <= MAX_ECHO_CHARACTERS else safe[: MAX_ECHO_CHARACTERS - 1] + "…"


def quote_sentence(text: str) -> str:
    """A sentence in quotation marks; a quotation within it stands in single ones.

    >>> quote_sentence("“Reclusive” is a word of article A’s.")
    '“‘Reclusive’ is a word of article A’s.”'
    """
    return f"“{text.translate(_INNER_MARKS)}”"


_INNER_MARKS = str.maketrans("“”", "‘’")


def join_words(words: Sequence[str], last: str = "and") -> str:
    """A list in a sentence.

    >>> join_words(["map"]), join_words(["map", "pass"]), join_words(["map", "pass", "pen"])
    ('map', 'map and pass', 'map, pass and pen')
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def count_noun(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count_noun(1, "fact"), count_noun(3, "fact"), count_noun(0, "carriage")
    ('1 fact', '3 facts', '0 carriages')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def capitalise(text: str) -> str:
    """A text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def is_plural(name: str) -> bool:
    """Whether a name is of several things, by its last word.

    >>> is_plural("two dials"), is_plural("press pass")
    (True, False)
    """
    last = words(name)[-1:]
    return bool(last) and singular(last[0]) != last[0]


def add_article(thing: Thing | Room) -> str:
    """A name inside a sentence, with its article; YOURSELF and proper names have none."""
    return thing.name if thing.name.startswith("your") or thing.name[:1].isupper() else f"the {thing.name}"


def format_date(iso: str) -> str:
    """A date of the ledger in words, as exact as it is given.

    >>> format_date("2023-09-11"), format_date("2019-04"), format_date("2001"), format_date("1994/2011")
    ('11 September 2023', 'April 2019', '2001', '1994 to 2011')
    """
    if "/" in iso:
        return " to ".join(format_date(part) for part in iso.split("/"))
    year, *rest = iso.split("-")
    # The ledger gives a date as exactly as its article does; a day must not be made up.
    parts = [str(int(rest[1]))] if len(rest) > 1 else []
    if rest:
        parts.append(MONTHS[(int(rest[0]) - 1) % 12])
    return " ".join([*parts, year])


def format_clock(minutes: int) -> str:
    """Minutes as hours and minutes.

    >>> format_clock(400), format_clock(1200)
    ('06:40', '20:00')
    """
    return f"{minutes // 60:02}:{minutes % 60:02}"


def format_journey(minutes: int, total: int) -> str:
    """How much of a journey has gone by.

    >>> format_journey(400, 1200)
    '06:40 of 20 h'
    """
    return f"{format_clock(minutes)} of {total // 60} h"


def format_tag(fact: Fact) -> str:
    """A fact's cites and strength, short: A¶33 stated."""
    return f"{'+'.join(fact.cites)} {fact.strength}"


def format_tags(facts: Iterable[Fact]) -> str:
    """The tags of several facts, each once."""
    return ", ".join(dict.fromkeys(format_tag(fact) for fact in facts))


def format_cite(fact: Fact, world: World) -> str:
    """The source of a fact in full, with its strength and its speaker."""
    where = "; ".join(
        _format_place(source, [c for c in fact.cites if c.startswith(source.id)])
        for source in _list_sources(fact, world)
    )
    by = "" if fact.said_by == "the article" else f": {fact.said_by}"
    return f"{where}. {capitalise(fact.strength)}{by}."


def name_sources(fact: Fact, world: World) -> str:
    """The articles of a fact inside a sentence: article A, article A and article B."""
    return join_words([source.title[:1].lower() + source.title[1:] for source in _list_sources(fact, world)])


def describe_fact(fact: Fact, world: World) -> str:
    """A claim, and after it how sure its source is."""
    return f"{fact.claim} {describe_strength(fact, world)}"


def describe_strength(fact: Fact, world: World) -> str:
    """How sure the source of a fact is, in a word and with the one who said so, as a sentence."""
    where = name_sources(fact, world)
    said_by = "" if fact.said_by == NO_SPEAKER else fact.said_by
    if fact.rumour:
        return f"A rumour, in {where}."
    if fact.reading:
        return f"Our own reading of {where}."
    match fact.strength:
        case "stated":
            return f"Stated by {where}."
        case "reported":
            return f"{_describe_report(said_by)} {where}."
        case "photo":
            return f"From a picture or its caption, in {where}."
        case "speculated":
            return f"Speculated by {said_by}, in {where}." if said_by else f"Speculated by {where}."
        case _ as never:
            assert_never(never)


def _describe_report(said_by: str) -> str:
    if not said_by:
        return "Reported in"
    # "Reported by media reports" would say it twice.
    return f"Found in {said_by}, says" if said_by.endswith(("reports", "accounts")) else f"Reported by {said_by}, in"


def _list_sources(fact: Fact, world: World) -> tuple[Source, ...]:
    ids = dict.fromkeys(cite[0] for cite in fact.cites)
    return tuple(world.sources[source_id] for source_id in ids)


def _format_place(source: Source, cites: Sequence[str]) -> str:
    numbers = join_words([cite.split("¶")[1] for cite in cites])
    return f"{source.title}, {format_date(source.date)}, par. {numbers}"


def number_room(room: Room) -> str:
    """A room in a list: its number, if it has one, and its name."""
    return room.name if room.number is None else f"{room.number} {room.name}"


def describe_ways(exits: Sequence[Exit]) -> str:
    """The ways out in words, with a note on rooms not visited; several ways to one room are joined."""
    # IN and NORTH often lead to one room: told twice they would look like two rooms.
    by_room: dict[str, list[Exit]] = {}
    for way in exits:
        by_room.setdefault(way.room.id, []).append(way)
    told = [_describe_way(join_words([way.direction for way in same], "or"), same[0]) for same in by_room.values()]
    return f"{capitalise(', '.join(told))}." if told else "No way leads out of here."


def _describe_way(directions: str, way: Exit) -> str:
    return f"{directions} to {number_room(way.room)}{'' if way.is_visited else ' (not visited)'}"


def describe_ways_shortly(exits: Sequence[Exit]) -> str:
    """One way to each room not seen yet, for an arrival; to each room where there is none."""
    new = [way for way in exits if not way.is_visited] or exits
    by_room = {way.room.id: way for way in reversed(new)}
    # A player who came by number sees two ways; both by number are enough.
    name = number_room if len(by_room) == 1 else _name_by_number
    told = [f"{way.direction} to {name(way.room)}" for way in reversed(by_room.values())]
    return f"{capitalise(', '.join(told))}." if told else describe_ways(exits)


def _name_by_number(room: Room) -> str:
    return room.name if room.number is None else str(room.number)


def name_means(means: str) -> str:
    """A means of travel inside a sentence.

    >>> name_means("train"), name_means("on foot"), name_means("by ferry")
    ('by train', 'on foot', 'by ferry')
    """
    return means if means.startswith(("on ", "by ", "in ")) else f"by {means}"
