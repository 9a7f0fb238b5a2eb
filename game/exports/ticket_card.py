"""The ticket at the end of a tour: what the player reached, as text and as a picture to keep."""

from typing import NamedTuple

from game.pack.kinds import is_right
from game.pack.world import World
from game.prose.lines import format_clock
from game.prose.page_words import TICKET_LABELS, render_ticket_rows
from game.tour.state import State, count_made, count_minutes

TICKET_WIDTH = 48
"""Characters of a line of the ticket."""

PAPER, INK, FAINT, RED = "#efe4c4", "#2a2416", "#5a5038", "#7a141c"


class Ticket(NamedTuple):
    """The texts on a ticket."""

    title: str
    route: str
    rows: tuple[tuple[str, str], ...]
    foot: str
    is_perforated: bool = False


def make_ticket(world: World, state: State) -> Ticket:
    """The ticket of a tour, at its present state."""
    items = {item.id: item for room in world.rooms.values() for item in room.items}
    # Part marks are not counted: the ticket says how many answers were right.
    right = sum(1 for item_id, response in state.answered.items() if is_right(items[item_id], response, world))
    return Ticket(
        title=world.tour.title.upper(),
        route=" - ".join(filter(None, (world.tour.origin, world.tour.destination))),
        rows=render_ticket_rows(
            world,
            rooms=(state.carriages, world.carriages),
            clock=format_clock(count_minutes(world, state)),
            hours=world.tour.minutes // 60,
            facts=(len(state.noted), len(world.facts)),
            differences=count_made(world, state.compared),
            answers=(right, len(state.answered)),
            dispatch=state.filed,
        ),
        foot=TICKET_LABELS.say(world, "foot"),
        is_perforated=world.tour.ticket == "railway",
    )


def render_ticket_text(shown: Ticket) -> str:
    """The ticket in characters, its ends perforated where the pack says so."""
    inner = TICKET_WIDTH - 4
    lines = [shown.title.center(inner), shown.route.center(inner), ""]
    lines += [f"{label} {'.' * (inner - len(label) - len(value) - 2)} {value}" for label, value in shown.rows]
    lines += ["", shown.foot.center(inner)]
    edge = "+" + (" -" if shown.is_perforated else "--") * ((TICKET_WIDTH - 2) // 2) + "+"
    sides = [":" if place % 2 and shown.is_perforated else "|" for place in range(len(lines))]
    body = [f"{side} {line:<{inner}} {side}" for side, line in zip(sides, lines, strict=True)]
    return "\n".join((edge, *body, edge)) + "\n"


def render_ticket_svg(shown: Ticket) -> str:
    """The ticket as a picture that any browser shows; it uses only fonts that the system has."""
    # Python's XML package loads a web client and a mail reader: two megabytes of memory that the game does not need.
    from xml.sax.saxutils import escape

    rows = "".join(
        f'<text x="40" y="{150 + 34 * place}" class="label">{escape(label)}</text>'
        f'<text x="600" y="{150 + 34 * place}" class="value">{escape(value)}</text>'
        for place, (label, value) in enumerate(shown.rows)
    )
    places = [(x, y) for x in (0, 640) for y in range(20, 380, 30)] if shown.is_perforated else []
    holes = "".join(f'<circle cx="{x}" cy="{y}" r="7" fill="#0f120b"/>' for x, y in places)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 380" role="img">
<style>
text {{ font-family: Georgia, serif; font-size: 22px; fill: {INK}; }}
.title {{ font-size: 40px; font-weight: bold; fill: {RED}; }}
.route, .foot {{ font-size: 20px; fill: {FAINT}; }}
.value {{ text-anchor: end; }}
.middle {{ text-anchor: middle; }}
</style>
<rect width="640" height="380" fill="{PAPER}"/>
<rect x="0" y="108" width="640" height="4" fill="{RED}"/>
<text x="320" y="54" class="title middle">{escape(shown.title)}</text>
<text x="320" y="90" class="route middle">{escape(shown.route)}</text>
{rows}
<text x="320" y="350" class="foot middle">{escape(shown.foot)}</text>
{holes}
</svg>
"""
