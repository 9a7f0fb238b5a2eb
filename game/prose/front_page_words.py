"""The words around the lines of a front page, on the screen and in the files that leave the game."""

from collections.abc import Mapping

from game.pack.ledger import NO_SPEAKER, Fact
from game.pack.newsroom import Clipping
from game.pack.world import Room, World
from game.prose.lines import capitalise, count_noun, format_date, join_words, name_sources, number_room, quote_sentence
from game.prose.own_words import Sentences
from game.tour.dispatch import Ending, Print
from game.tour.wires import WireAnswer

NOT_KNOWN, CORRECTED, ELSEWHERE = "NOT KNOWN", "CORRECTED", "ELSEWHERE"
OWN_HEADLINE = "Headline in the reporter’s own words. The editor has not checked it."
CAPTION = "The drawing is staged."
EMPTY_COLUMN = "This column was left blank."

PAGE_WORDS = Sentences(
    "front-page",
    {"byline": "By your reporter on the {whole}", "edition": "Late edition", "motto": "Every line with its source"},
)

PLACES: Mapping[Ending, str] = {
    "blank column": "THE BLANK COLUMN",
    "retraction": "RETRACTION",
    "correction": "CORRECTION BOX",
    "news in brief": "NEWS IN BRIEF",
    "inside page": "INSIDE PAGE",
    "what nobody knows": "WHAT NOBODY KNOWS",
    "front page": "FRONT PAGE",
    "lead story": "LEAD STORY",
}

EDITORS_HEADLINES: Mapping[Ending, str] = {
    "blank column": "No report today",
    "retraction": "We take it back",
    "correction": "Corrections",
    "what nobody knows": "What nobody knows",
}
"""Headlines of the editor, over reports that do not get one of the reporter."""

_MENDED: Mapping[WireAnswer, str] = {
    "no-name": "we had left out who says so.",
    "no-hedge": "we had been surer than the source.",
    "picture-untold": "we had not said that a picture shows it.",
    "rumour": "we had printed a rumour.",
    "one-side": "we had printed one account of two.",
}


def say_byline(world: World) -> str:
    """Who has written the report."""
    return PAGE_WORDS.say(world, "byline")


def render_above(world: World, clock: str) -> tuple[str, str, str]:
    """The row over the name of the paper: edition, motto, place and hour."""
    place = world.tour.destination or world.rooms[world.tour.finish].name
    where = f"{place}, {clock}" if world.tour.minutes else place
    return PAGE_WORDS.say(world, "edition"), PAGE_WORDS.say(world, "motto"), where


def render_source(fact: Fact, way: Print, world: World) -> str:
    """Who says so and how surely, in a few words."""
    return _describe_source(fact, way, name_sources(fact, world))


def render_full_source(fact: Fact, way: Print, world: World) -> str:
    """The same with every article and its paragraphs."""
    numbers: dict[str, list[str]] = {}
    for cite in fact.cites:
        source, _, number = cite.partition("¶")
        title = world.sources[source].title
        numbers.setdefault(title[:1].lower() + title[1:], []).append(number)
    where = [f"{title}, {count_paragraphs(len(same))} {join_words(same)}" for title, same in numbers.items()]
    return capitalise(_describe_source(fact, way, "; ".join(where))) + "."


def _describe_source(fact: Fact, way: Print, where: str) -> str:
    if fact.strength == "photo" or way == "picture":
        return f"a picture, in {where}"
    if fact.rumour:
        return f"a rumour, in {where}"
    if fact.strength == "speculated":
        return f"{where}, not for sure"
    return f"{fact.said_by}, in {where}" if fact.said_by != NO_SPEAKER else where


def count_paragraphs(number: int) -> str:
    """The noun before the numbers of paragraphs."""
    return "paragraph" if number == 1 else "paragraphs"


def render_place(ending: Ending, stands: tuple[int, int], leads: tuple[int, int], trust: tuple[int, int]) -> str:
    """Where the page stands in the paper, and how it was earned; each pair is what there is of how many."""
    told = [PLACES[ending]]
    if stands[1]:
        told.append(f"{stands[0]} of {count_noun(stands[1], 'line')} stand")
    if leads[1]:
        of = f"{leads[0]} of " if leads[0] < leads[1] else ""
        told.append(f"{of}{count_noun(leads[1], 'closed question')} told")
    return " · ".join([*told, f"trust {trust[0]} of {trust[1]}"])


def render_mended(room: Room, answer: WireAnswer) -> str:
    """A mistake of a wire that was corrected."""
    return f"From {number_room(room)}: {_MENDED.get(answer, 'we had made a mistake.')}"


def render_elsewhere(rival: str, clipping: Clipping) -> str:
    """A clipping of the rival that was caught."""
    return f"{rival} (invented) prints {quote_sentence(clipping.says)}, which is wrong. {clipping.slip}"


def render_notice(world: World) -> str:
    """That the newspaper is invented, and what its lines rest on."""
    paper = world.newsroom.paper if world.newsroom else ""
    sources = join_words(
        [
            f"{source.title} ({source.publisher or 'publisher not named'}, {format_date(source.date)})"
            for source in world.sources.values()
        ]
    )
    return (
        f"{capitalise(paper)} is an invented newspaper. This page was made in the tour “{world.tour.title}”. Its lines "
        f"rest on {sources}; each names its paragraph."
    )


def render_version(world: World) -> str:
    """Which version of the pack a page was made with; empty where the pack has none."""
    return f"Version of the pack: {world.digest}." if world.digest else ""
