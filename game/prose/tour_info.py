"""The tour itself, told: its opening and end, the score, the help."""

from collections.abc import Callable, Mapping

from game import __version__
from game.pack.world import Journey, Thing, World
from game.prose.lines import Line, capital, clock, count, date, echo, join, numbered, tag, tags, the
from game.prose.surroundings import passages
from game.tour.events import (
    AboutShown,
    Arrived,
    HelpShown,
    HintGiven,
    JourneysShown,
    LessonGiven,
    Opened,
    ProgressShown,
    RestartOffered,
    Scored,
    TutorialSet,
    Undone,
    UnitsSet,
)
from game.tour.parser.grammar import VERB_BY_ID, VERBS

GROUPS = {"walk": "Walk", "look": "Look", "carry": "Carry", "ask": "Be asked", "tour": "The tour", "game": "The game"}

ABOVE = frozenset("picture remark record replay transcript again oops restart tutorial credits version".split())
"""Commands that the help names only under VERBS, so that it fits one screen."""


def opened(event: Opened) -> tuple[Line, ...]:
    """The first words of a new tour."""
    return (Line(event.title, "headline"), Line(event.tagline, "note", is_tight=True), *passages(event.passages))


def scored(event: Scored) -> tuple[Line, ...]:
    """Progress in counts."""
    gone, whole = event.minutes
    strengths = ", ".join(f"{name} {noted} of {there}" for name, noted, there in event.strengths)
    rows = (
        f"Carriages seen: {_of(event.carriages)}.",
        f"Facts noted: {_of(event.facts)} ({strengths}).",
        f"Things looked at: {_of(event.things)}.",
        f"Points where sources differ: {_of(event.differences)} found.",
        f"Questions right: {event.right} of {event.answered} answered; there are {event.items}.",
        "PROGRESS tells it carriage by carriage.",
    )
    heading = Line(f"Journey: {clock(gone)} of about {whole // 60} hours.", "heading")
    return (heading, *(Line(row, is_tight=True) for row in rows))


def _of(pair: tuple[int, int]) -> str:
    return f"{pair[0]} of {pair[1]}"


def journeys_shown(event: JourneysShown) -> tuple[Line, ...]:
    """The journeys as a list of legs, each with what is noted of it."""
    lines = [Line(f"You have read of {len(event.journeys)} of {count(event.total, 'journey')}.", "heading")]
    for journey, facts in event.journeys:
        lines.append(Line(f"{journey_title(journey)} ({means_of(journey)})", "option"))
        lines.extend(Line(f"{fact.claim} [{tag(fact)}]", "claim", is_tight=True) for fact in facts)
    return tuple(lines)


JOURNEY_NOTE = "The map is stylised: straight lines, and towns where it has room for them."


def journey_title(journey: Journey) -> str:
    """When and where to."""
    return f"{journey.when}: {journey.title}"


def means_of(journey: Journey) -> str:
    """How one travelled, in words."""
    return "means not told" if journey.means == "not told" else f"by {journey.means}"


def progress_shown(event: ProgressShown) -> tuple[Line, ...]:
    """Each room visited, with its facts and questions, and how many rooms there are besides."""
    lines = [Line("What you have noted and answered, from the rear to the locomotive.", "heading")]
    for row in event.rows:
        here = " (you are here)" if row.room.id == event.here else ""
        asked = f", {row.answered} of {count(row.items, 'question')}" if row.items else ""
        told = f"{row.noted} of {count(row.facts, 'fact')}{asked}"
        lines.append(Line(f"{numbered(row.room)}{here}: {told}", "option", is_tight=True))
    if event.left:
        lines.append(Line(f"Not visited yet: {count(event.left, 'place')}.", "option", is_tight=True))
    return tuple(lines)


def help_shown(event: HelpShown) -> tuple[Line, ...]:
    """What works here and all commands, on one screen; or one command in full."""
    if event.verb in VERB_BY_ID:
        verb = VERB_BY_ID[event.verb]
        others = ", ".join(word.upper() for word in verb.words[1:MOST_SYNONYMS])
        also = f" Also: {others}." if others and verb.id != "act" else ""
        return (Line(f"{verb.usage}: {verb.help}{also}", "note"),)
    lines = []
    if event.verb:
        unknown = f"There is no command “{echo(event.verb)}”. These there are."
        lines.append(Line(unknown, "refused"))
    lines.append(Line("Type what you want to do, in plain words. Most facts are found by looking closely.", "heading"))
    lines.append(Line(f"Here: {', '.join(event.here)}.", "option", is_tight=True))
    for group, name in GROUPS.items():
        usages = ", ".join(verb.usage for verb in VERBS if verb.group == group and verb.id not in ABOVE)
        lines.append(Line(f"{name}: {usages}.", "option", is_tight=True))
    lines.append(Line(_TAIL, "note", is_tight=True))
    return tuple(lines)


_TAIL = (
    "A name alone looks at the thing; several commands fit on one line: LOOK, FORWARD. HELP and a command tells more "
    "of it, VERBS lists them all. Nothing can be lost or missed for good."
)

MOST_SYNONYMS = 25
"""Words of a verb that its help lists; VERBS lists the rest."""


def verbs_shown() -> tuple[Line, ...]:
    """Every command with the words of one or two that begin it; acts in one row."""
    lines = [Line("What a line may begin with. Whole sentences work, too.", "heading")]
    for verb in VERBS:
        words = [word for word in verb.words if " " not in word] or [verb.words[0]]
        lines.append(Line(f"{verb.usage}: {', '.join(words)}.", "option", is_tight=True))
    return tuple(lines)


def credits_shown(world: World) -> tuple[Line, ...]:
    """What the tour is made from."""
    named = join([f"{source.title} ({date(source.date)})" for source in world.sources.values()])
    return (
        Line(
            f"{world.tour.title} rests on {named}. Their facts are told in words of our own, with their source.", "body"
        ),
        Line("The conductor, the exhibition and every sentence marked as staged are invented.", is_tight=True),
        Line(
            "Made in Python with Textual, msgspec, rpds, PyYAML, rapidfuzz and platformdirs; thanks to "
            "those who "
            "make them. The README names the licence.",
            "note",
            is_tight=True,
        ),
    )


def version_shown(world: World) -> tuple[Line, ...]:
    """Which game and which pack this is."""
    return (Line(f"21 Carriages {__version__}; pack {world.tour.id}, content {world.digest}.", "note"),)


def hint_given(event: HintGiven) -> tuple[Line, ...]:
    """A nudge, a pointer, or the answer, and that there is more where there is."""
    more = " (HINT again for more.)" if event.level < 3 and event.goal != "done" else ""
    return (Line(_hint(event) + more, "note"),)


def _hint(event: HintGiven) -> str:
    best = event.things[0] if event.things else None
    return _HINTS[event.goal](event, best)[event.level - 1]


def _to_answer(event: HintGiven, best: Thing | None) -> tuple[str, str, str]:
    where = "can be read in this carriage" if best or event.room else "was told elsewhere on this train"
    look = f"X {best.name.upper()}" if best else "LOOK" if event.room else "NOTEBOOK FIND and a word"
    return (
        f"The answer {where}. It rests on {tags(event.facts)}.",
        f"{look} tells what this is about.",
        " ".join(f"{fact.claim} [{tag(fact)}]" for fact in event.facts),
    )


def _to_look(event: HintGiven, best: Thing | None) -> tuple[str, str, str]:
    left = f", and {count(len(event.facts), 'fact')} in it to be noted" if event.facts else ""
    return (
        f"There is something here that you have not looked at closely yet{left}.",
        f"Not read yet: {join([the(thing) for thing in event.things])}.",
        f"X {best.name.upper()}." if best else "X ALL.",
    )


def _to_ask(event: HintGiven, _: Thing | None) -> tuple[str, str, str]:
    asks = f"QUESTION asks; there is {count(event.left, 'question')} of this place left for you."
    return ("You have read what there is here. Somebody could ask you about it now.", asks, "QUESTION.")


def _to_walk(event: HintGiven, _: Thing | None) -> tuple[str, str, str]:
    room, way = (numbered(event.exit.room), event.exit.direction.upper()) if event.exit else ("", "EXITS")
    return (
        "You have seen what there is here. The train goes on.",
        f"One door you have not gone through leads to {room}.",
        f"{way}.",
    )


def _to_return(event: HintGiven, _: Thing | None) -> tuple[str, str, str]:
    name = event.room.name.upper() if event.room else ""
    return (
        "You have left something unread behind you. PROGRESS counts it.",
        f"The first place with something unread: {name}.",
        f"GO TO {name}.",
    )


def _to_rest(_: HintGiven, __: Thing | None) -> tuple[str, str, str]:
    done = "You have read and answered everything on this train. TIMELINE and DIFFERENCES show what came together."
    return (done, done, done)


_HINTS: Mapping[str, Callable[[HintGiven, Thing | None], tuple[str, str, str]]] = {
    "answer": _to_answer,
    "look": _to_look,
    "ask": _to_ask,
    "walk": _to_walk,
    "return": _to_return,
    "done": _to_rest,
}
"""Goal -> its hint in three steps."""


def lesson_given(event: LessonGiven) -> tuple[Line, ...]:
    """One short lesson; the first says how to be rid of them."""
    forward = event.exit.direction.upper()
    lessons = (
        f"Lesson 1 of 3: type X and the name of something in the text, and you look at it closely. Try X "
        f"{event.thing.upper()}. (TUTORIAL OFF ends the lessons.)",
        "Lesson 2 of 3: what you read enters your notebook by itself. SOURCE shows where the last text comes "
        "from and how "
        "sure that source was.",
        f"Lesson 3 of 3: {forward} walks on, QUESTION asks you about the carriage, HINT helps. Ask in your own "
        f"words, too: "
        "WHY IS IT SLOW.",
    )
    return (Line(lessons[event.number - 1], "note"),)


def tutorial_set(event: TutorialSet) -> tuple[Line, ...]:
    """Lessons on or off."""
    return (
        Line(
            "Three lessons, from the next turn on." if event.is_on else "No more lessons. HELP is always there.", "note"
        ),
    )


def units_set(event: UnitsSet) -> tuple[Line, ...]:
    """What will stand beside the figures of the articles."""
    told = {
        "source": "Figures stand as the articles give them, and nothing beside them.",
        "metric": "Where an article gives no metric figure, ours is put beside its own, marked as ours.",
        "imperial": "Where an article gives no imperial figure, ours is put beside its own, marked as ours.",
        "both": "Where an article gives one kind of figure, the other is put beside it, marked as ours.",
    }
    if not event.is_known:
        return (Line(f"UNITS METRIC, IMPERIAL, BOTH or SOURCE. {told[event.units]}", "refused"),)
    return (Line(f"{told[event.units]} Sums of money are never converted: no article gives a rate.", "note"),)


def restart_offered(event: RestartOffered) -> tuple[Line, ...]:
    """Asked before a new tour begins."""
    held = f" with {count(event.noted, 'fact')} noted" if event.noted else ""
    return (Line(f"Begin a new tour? This one{held} stays one UNDO away, until you leave. YES or NO.", "question"),)


def restart_declined() -> tuple[Line, ...]:
    """The tour goes on."""
    return (Line("The tour goes on as it was.", "note"),)


def remarked() -> tuple[Line, ...]:
    """A remark taken down."""
    return (Line("Remark taken down in the transcript of this session.", "note"),)


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


def arrived(event: Arrived, world: World) -> tuple[Line, ...]:
    """The end of the line, and what one can do there."""
    stay = "You may walk the train as long as you like; SCORE tells how far you came, TICKET prints it."
    desk = " There is a desk here: DISPATCH writes your report." if event.room.id in world.tour.desks else ""
    return (Line(f"End of the line: {event.room.name}. {stay}{desk}", "heading"),)
