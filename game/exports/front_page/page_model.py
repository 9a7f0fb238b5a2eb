"""What stands on a front page: the headline, each line with its source, and the boxes below. No form of print."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from game.art.palette import Colour
from game.pack.ledger import Fact
from game.pack.world import World
from game.prose import front_page_words as words
from game.prose.lines import format_clock
from game.tour.dispatch import Ending, Print, mark_dispatch
from game.tour.report import list_told_leads
from game.tour.state import FiledReport, State, count_minutes
from game.tour.wires import MAX_TRUST

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable  # a folder, or a place inside a zip

MAX_GAPS = 2
"""What is not known, on one page: more would fill it."""


class PageLine(NamedTuple):
    """One line of the report with its source."""

    text: str
    source: str
    """Who says so and how surely, in a few words."""
    full_source: str
    """The same as a sentence, with every article and its paragraphs."""


class FrontPage(NamedTuple):
    """All that stands on the page."""

    paper: str
    above: tuple[str, str, str]
    """Over the name of the paper: left, middle, right."""
    headline: str
    headline_note: str
    """Says that a headline is the player's own; empty for that of a question."""
    deck: str
    byline: str
    lines: tuple[PageLine, ...]
    boxes: tuple[tuple[str, str], ...]
    """Label and text."""
    place: str
    """Where the page stands in the paper, and how it was earned."""
    notice: str
    """That the newspaper is invented, and what the page rests on."""
    version: str = ""
    """Of the pack, for the record; only a file shows it."""
    drawing: tuple[tuple[Colour, ...], ...] = ()
    """Pixels of the drawing, in an even number of rows; empty without one."""
    drawing_text: tuple[str, ...] = ()
    """The same in characters."""
    caption: str = ""


def make_front_page(world: World, state: State, art: "Traversable | None" = None) -> FrontPage | None:
    """The page of the report that was filed last; None before the first, and in a pack without a newsroom."""
    report, newsroom = state.printed, world.newsroom
    if report is None or newsroom is None:
        return None
    marked = mark_dispatch(world, report.lines).lines
    # The editor strikes out what has no points; what is left stands as it was printed, or mended.
    printed = [(each.fact, each.printed) for each in marked if each.points]
    drawing = _draw(world, report, art)
    told = list_told_leads(world, state, {fact_id for fact_id, _ in report.lines})
    stands = sum(each.remark.startswith("stands") for each in marked)
    return FrontPage(
        paper=newsroom.paper,
        above=words.render_above(world, format_clock(count_minutes(world, state))),
        headline=_find_headline(world, report),
        headline_note=words.OWN_HEADLINE if report.own_headline and _is_page(report) else "",
        deck=_find_deck(world, report),
        byline=words.say_byline(world),
        lines=tuple(_make_line(world, fact, way) for fact, way in printed),
        boxes=tuple(_list_boxes(world, state, [fact for fact, _ in printed])),
        place=words.render_place(
            _read_ending(report), (stands, len(marked)), (len(told), len(state.closed)), (state.trust, MAX_TRUST)
        ),
        notice=words.render_notice(world),
        version=words.render_version(world),
        drawing=drawing[0],
        drawing_text=drawing[1],
        caption=words.CAPTION if drawing[0] else "",
    )


def _read_ending(report: FiledReport) -> Ending:
    return next(ending for ending in words.PLACES if ending == report.ending)


def _is_page(report: FiledReport) -> bool:
    """Whether the headline of the reporter stands over it, and not that of the editor."""
    return report.ending not in words.EDITORS_HEADLINES


def _find_headline(world: World, report: FiledReport) -> str:
    if not _is_page(report):
        return words.EDITORS_HEADLINES[_read_ending(report)]
    if report.own_headline:
        return report.own_headline
    return world.leads[report.lead].headline if report.lead else world.tour.title


def _find_deck(world: World, report: FiledReport) -> str:
    """What closed the question; behind a headline of the player's own, which may be about something else, with it."""
    if not report.lead or not _is_page(report):
        return ""
    lead = world.leads[report.lead]
    return f"{lead.asks} {lead.honest}" if report.own_headline else lead.honest


def _make_line(world: World, fact: Fact, way: Print) -> PageLine:
    return PageLine(fact.claim, words.render_source(fact, way, world), words.render_full_source(fact, way, world))


def _list_boxes(world: World, state: State, printed: list[Fact]) -> Iterator[tuple[str, str]]:
    newsroom = world.newsroom
    if newsroom is None:
        return
    gaps = [fact.claim for fact in _list_gaps(world, state, printed)]
    if gaps:
        yield words.NOT_KNOWN, " ".join(gaps[:MAX_GAPS])
    mended = [wire for wire in newsroom.wires if (sent := state.wires.get(wire.id)) and sent.stage == "corrected"]
    if mended:
        told = [words.render_mended(world.rooms[wire.at], state.wires[wire.id].answer) for wire in mended]
        yield words.CORRECTED, " ".join(told)
    caught = [clipping for clipping in newsroom.clippings if clipping.id in state.caught]
    if caught:
        yield words.ELSEWHERE, words.render_elsewhere(newsroom.rival, caught[-1])


def _list_gaps(world: World, state: State, printed: Iterable[Fact]) -> Iterator[Fact]:
    """What the articles leave open: first what the player has noted of the things that the page tells of."""
    subjects = {fact.of.partition(".")[0] for fact in printed if fact.of}
    unknown = [fact for fact in world.facts.values() if fact.kind == "unknown" and fact.id in state.noted]
    ids = {fact.id for fact in printed}
    left = [fact for fact in unknown if fact.id not in ids]
    yield from (fact for fact in left if fact.of.partition(".")[0] in subjects)
    yield from (fact for fact in left if fact.of.partition(".")[0] not in subjects)


def _draw(
    world: World, report: FiledReport, art: "Traversable | None"
) -> tuple[tuple[tuple[Colour, ...], ...], tuple[str, ...]]:
    """The drawing of the lead, in pixels and in characters."""
    if art is None or not report.lead or not _is_page(report):
        return (), ()
    from game.art.art_files import ArtFolder
    from game.art.engraving import draw_engraving, write_engraving

    known = ArtFolder(art).sprites
    sprites = [known[name] for name in world.leads[report.lead].drawing if name in known]
    return tuple(tuple(row) for row in draw_engraving(sprites)), write_engraving(sprites)
