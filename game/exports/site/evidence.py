"""Texts with what they rest on: each passage names its notes or is marked staged; the notes of a page stand below."""

from collections.abc import Iterable, Iterator

from game.exports.report_markup import escape_html
from game.exports.site import frame
from game.exports.site.frame import make_element, make_link, make_section, wrap_markup
from game.pack.ledger import Comparison, Fact
from game.pack.world import Passage, World, facts_in
from game.prose import site_words as words
from game.prose.lines import capitalise, format_cite


class Notes:
    """The facts that one page rests on, numbered as they are first named."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._numbers: dict[str, int] = {}

    def cite(self, fact_ids: Iterable[str]) -> str:
        """Links to the notes of some facts."""
        links = []
        for fact_id in dict.fromkeys(fact_ids):
            number = self._numbers.setdefault(fact_id, len(self._numbers) + 1)
            cites = "+".join(self.world.facts[fact_id].cites)
            # The number makes each link unlike all others; who listens to a list of links hears no name twice.
            text = f'<span class="hidden">{words.SOURCE} </span>{number}: {escape_html(cites)}'
            links.append(f'<a class="cite" href="#f-{escape_html(fact_id)}">{text}</a>')
        return " ".join(links)

    def render(self) -> str:
        """The section at the end of the page."""
        if not self._numbers:
            return ""
        rows = [self._render_note(self.world.facts[fact_id]) for fact_id in self._numbers]
        return make_section(words.NOTES, [wrap_markup("ol", rows, "notes")])

    def _render_note(self, fact: Fact) -> str:
        source = make_link(f"{frame.SOURCES}#f-{fact.id}", format_cite(fact, self.world))
        parts = [escape_html(fact.claim), " ", source, *_mark_rumour(fact), *_link_differences(fact, self.world)]
        return wrap_markup("li", parts, id=f"f-{fact.id}")


def _mark_rumour(fact: Fact) -> Iterator[str]:
    if fact.rumour:
        yield " " + make_element("span", words.RUMOUR, "mark")


def _link_differences(fact: Fact, world: World) -> Iterator[str]:
    for difference_id in world.differing.get(fact.id, ()):
        difference = world.differences[difference_id]
        sign = "≠" if difference.is_dispute else "≈"
        yield " " + make_link(f"{frame.DIFFERENCES}#d-{difference_id}", f"{sign} {difference.topic}", "differ")


def render_passages(passages: Iterable[Passage], notes: Notes) -> Iterator[str]:
    """Passages as paragraphs: sourced ones with links to their notes, staged ones marked in words."""
    for passage in passages:
        if passage.staged:
            mark = make_element("span", words.STAGED, "mark")
            yield wrap_markup("p", [escape_html(passage.text), " ", mark], "staged")
        else:
            yield wrap_markup("p", [escape_html(passage.text), " ", notes.cite(passage.facts)])


def render_comparison(comparison: Comparison, heading: str, notes: Notes, prefix: str) -> str:
    """A point with all its sides, each with its sources, and how the tour puts it."""
    sides = [
        wrap_markup("li", [escape_html(capitalise(words.end_sentence(side.says))), " ", notes.cite(side.facts)])
        for side in comparison.sides
    ]
    every = [fact_id for side in comparison.sides for fact_id in side.facts]
    wording = wrap_markup("p", [escape_html(comparison.wording), " ", notes.cite(every)])
    caution = [make_element("p", comparison.caution)] if comparison.caution else []
    parts = [make_element("h3", heading), wrap_markup("ul", sides, "sides"), wording, *caution]
    return wrap_markup("article", parts, id=f"{prefix}-{comparison.id}")


def list_rooms_of(world: World) -> dict[str, list[str]]:
    """Fact id -> ids of the rooms in which it is told, in order."""
    found: dict[str, list[str]] = {}
    for room in world.rooms.values():
        for fact_id in facts_in(room):
            found.setdefault(fact_id, []).append(room.id)
    return found


def link_rooms(room_ids: Iterable[str], world: World) -> str:
    """Where something is told: links to rooms; nothing when it is told in none."""
    rooms = [world.rooms[room_id] for room_id in room_ids]
    links = [make_link(frame.name_room_page(room), room.name) for room in rooms]
    return wrap_markup("span", [f"{words.TOLD_IN}: ", ", ".join(links), "."], "told") if links else ""
