"""The tour itself, told: its opening and end, the score, the help."""

from game.events import AboutShown, Arrived, HelpShown, Opened, Scored, Undone
from game.parser.grammar import VERB_BY_ID, VERBS
from game.prose.lines import Line, capital, clock, count, date, echo
from game.prose.looking import passages
from game.world import World

GROUPS = {"walk": "Walk", "look": "Look", "carry": "Carry", "ask": "Be asked", "tour": "The tour"}


def opened(event: Opened) -> tuple[Line, ...]:
    """The first words of a new tour."""
    return (Line(event.title, "headline"), Line(event.tagline, "note", is_tight=True), *passages(event.passages))


def scored(event: Scored) -> tuple[Line, ...]:
    """Progress in counts."""
    return (
        Line(f"Journey: {clock(event.minutes)} of about {event.minutes_total // 60} hours.", "heading"),
        Line(f"Carriages seen: {event.carriages} of {event.carriages_total}.", is_tight=True),
        Line(f"Facts noted: {event.facts} of {event.facts_total}.", is_tight=True),
        Line(
            f"Questions right: {event.right} of {event.answered} answered; there are {event.items_total}.",
            is_tight=True,
        ),
    )


def help_shown(event: HelpShown) -> tuple[Line, ...]:
    """All commands on one screen, or one of them in full."""
    if event.verb:
        verb = VERB_BY_ID[event.verb]
        others = ", ".join(word.upper() for word in verb.words[1:])
        also = f" Also: {others}." if others else ""
        return (Line(f"{verb.usage}: {verb.help}{also}", "note"),)
    lines = [Line("Type what you want to do, in plain words. Most facts are found by looking closely.", "heading")]
    for group, name in GROUPS.items():
        usages = ", ".join(verb.usage for verb in VERBS if verb.group == group)
        lines.append(Line(f"{name}: {usages}.", "option", is_tight=True))
    lines.append(
        Line(
            "A name alone looks at the thing. Several commands fit on one line: LOOK, FORWARD.",
            "note",
            is_tight=True,
        )
    )
    lines.append(
        Line("HELP and a command tells more of it. Nothing can be lost or missed for good.", "note", is_tight=True)
    )
    return tuple(lines)


def about_shown(event: AboutShown, world: World) -> tuple[Line, ...]:
    """What the tour is, and the articles it rests on."""
    lines = [Line(event.title, "headline"), *passages(event.passages)]
    for source in world.sources.values():
        house = source.publisher or "publisher not named in our copy"
        lines.append(
            Line(
                f"{source.title}: {date(source.date)}, {house}, {count(len(source.paragraphs), 'paragraph')}.",
                "source",
                is_tight=True,
            )
        )
    return tuple(lines)


def undone(event: Undone) -> tuple[Line, ...]:
    """A turn taken back, by what was typed."""
    return (Line(f"Undone: {echo(event.line)}. You are in {capital(event.room.name)}.", "note"),)


def arrived(event: Arrived) -> tuple[Line, ...]:
    """The end of the line."""
    stay = "You may walk the train as long as you like; SCORE tells how far you came."
    return (Line(f"End of the line: {event.room.name}. {stay}", "heading"),)
