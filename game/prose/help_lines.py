"""Help as lines: the commands, one command in full, the lessons of the tutorial.

The tables of the verbs are imported by the two functions that list them: a new tour begins with a lesson, and its first
prompt must not wait for all verbs.
"""

from collections.abc import Iterator, Mapping

from game.pack.ledger import Fact
from game.pack.world import World, facts_in
from game.prose.lines import Line, quote_typed
from game.prose.own_words import Sentences
from game.tour.events import HelpShown, LessonGiven, Taught, TipGiven, TipId, TutorialSet

_GROUP_NAMES = {
    "walk": "Walk",
    "look": "Look",
    "carry": "Carry",
    "ask": "Be asked",
    "tour": "The tour",
    "game": "The game",
}


_RARE_VERBS = frozenset(
    "picture, remark, record, replay, transcript, again, oops, restart, tutorial, credits, version, progress, honours, "
    "ticket, file, home, act, redo, restore, continue, units, take over".split(", ")
)
"""Verbs that VERBS lists and HELP leaves out, so that the help fits on one screen."""


MAX_LISTED_SYNONYMS = 25
"""Words of a verb that its help lists; VERBS lists the rest."""


HELPING = Sentences(
    "help",
    {
        "tail": "A name alone looks at the thing; several commands fit on one line: LOOK, {way}. HELP and a command "
        "tells more of it, VERBS lists them all. Nothing can be lost or missed for good.",
        "lesson": "Lesson 3 of 3: {on}, QUESTION asks you about the {place}, HINT helps. Ask in your own words, too: "
        "{try}.",
    },
)


def render_help(event: HelpShown, world: World) -> tuple[Line, ...]:
    """The commands that work here and all others, on one screen; or one command in full."""
    from game.prose.verb_help import TOLD
    from game.tour.verbs.registry import VERB_BY_ID, VERBS

    if event.verb in VERB_BY_ID and VERB_BY_ID[event.verb].is_offered(world):
        verb = VERB_BY_ID[event.verb]
        # The act verb lists dozens of words of which none is a synonym of another, so its help has none.
        others = ", ".join(word.upper() for word in verb.words[1:MAX_LISTED_SYNONYMS])
        also = f" Also: {others}." if others and verb.id != "act" else ""
        return (Line(f"{_say_usage(verb.id, world)}: {TOLD.say(world, verb.id)}{also}", "note"),)
    lines = []
    if event.verb:
        unknown = f"There is no command “{quote_typed(event.verb)}”. These there are."
        lines.append(Line(unknown, "refused"))
    lines.append(Line("Type what you want to do, in plain words. Most facts are found by looking closely.", "heading"))
    lines.append(Line(f"Here: {', '.join(event.here)}.", "option", is_tight=True))
    for group, name in _GROUP_NAMES.items():
        hidden = _RARE_VERBS if world.tour.journeys else _RARE_VERBS | {"journeys"}
        offered = [verb for verb in VERBS if verb.group == group and verb.is_offered(world)]
        listed = [verb.id for verb in offered if verb.id not in hidden]
        usages = ", ".join(_say_usage(verb_id, world) for verb_id in listed)
        lines.append(Line(f"{name}: {usages}.", "option", is_tight=True))
    lines.append(Line(HELPING.say(world, "tail", way=find_way_on(world)), "note", is_tight=True))
    return tuple(lines)


def render_verbs(world: World) -> tuple[Line, ...]:
    """Every verb with the single words that begin it."""
    from game.tour.verbs.registry import VERBS

    lines = [Line("What a line may begin with. Whole sentences work, too.", "heading")]
    for verb in (verb for verb in VERBS if verb.is_offered(world)):
        words = [word for word in verb.words if " " not in word] or [verb.words[0]]
        lines.append(Line(f"{_say_usage(verb.id, world)}: {', '.join(words)}.", "option", is_tight=True))
    return tuple(lines)


def describe_verbs(world: World) -> Iterator[tuple[str, str, str]]:
    """The word of every verb, how it is typed, and what it does."""
    from game.prose.verb_help import TOLD
    from game.tour.verbs.registry import VERBS

    for verb in (verb for verb in VERBS if verb.is_offered(world)):
        yield verb.words[0], _say_usage(verb.id, world), TOLD.say(world, verb.id)


def list_helped_verbs(world: World) -> Iterator[tuple[str, str]]:
    """The name of a group and what is told of one of its verbs, in the order of the groups."""
    from game.prose.verb_help import TOLD
    from game.tour.verbs.registry import VERBS

    for group, name in _GROUP_NAMES.items():
        for verb in (verb for verb in VERBS if verb.group == group and verb.is_offered(world)):
            yield name, f"{_say_usage(verb.id, world)}: {TOLD.say(world, verb.id)}"


def _say_usage(verb_id: str, world: World) -> str:
    """How a verb is typed."""
    from game.prose.verb_help import USAGES

    return USAGES.say(world, verb_id, **{"way": find_way_on(world), "try": lambda: find_question_to_try(world)})


def find_way_on(world: World) -> str:
    """A way that leads out of the first room, as typed; EXITS where none does."""
    return next(iter(world.rooms[world.tour.start].exits), "exits").upper()


def find_question_to_try(world: World) -> str:
    """A question of a player's own that the pack gives as an example, or else one that any pack can be asked."""
    if world.tour.question is not None:
        return world.tour.question
    if (fact := _find_subject(world)) is not None:
        subject, _, attribute = fact.of.partition(".")
        return f"WHAT IS THE {attribute.replace('-', ' ')} OF {world.entities[subject].name}".upper()
    name = next((entity.name for entity in world.entities.values() if entity.kind == "person"), "NAME")
    return f"WHO IS {name.upper()}"


def _find_subject(world: World) -> Fact | None:
    """The first fact that says what it tells of what, as a tour tells them: a question after it can be answered."""
    # The facts are asked before the rooms: the rooms of a large pack with no such fact need not be searched.
    suited = {fact.id for fact in world.facts.values() if fact.of and _is_noun_told(fact, world)}
    first = [world.rooms[world.tour.start], *world.rooms.values()] if suited else []
    return next((world.facts[each] for room in first for each in facts_in(room) if each in suited), None)


def _is_noun_told(fact: Fact, world: World) -> bool:
    """Whether a fact tells a noun of somebody or something: nothing else makes a question in this form."""
    subject, _, attribute = fact.of.partition(".")
    answer = world.tour.attributes[attribute].answer if attribute in world.tour.attributes else "statement"
    return subject in world.entities and answer in ("number", "thing", "place") and not fact.draft


def render_lesson(event: LessonGiven, world: World) -> tuple[Line, ...]:
    """One short lesson. The first one also says how to switch the lessons off."""
    on = f"{event.exit.direction.upper()} walks on" if event.exit else "LOOK reads this again"
    lessons = (
        f"Lesson 1 of 3: type X and the name of something in the text, and you look at it closely. Try X "
        f"{event.thing.upper()}. (TUTORIAL OFF ends the lessons.)",
        "Lesson 2 of 3: what you read enters your notebook by itself. SOURCE shows where the last text comes "
        "from and how sure that source was.",
        HELPING.say(world, "lesson", **{"on": on, "try": find_question_to_try(world)}),
    )
    return (Line(lessons[event.number - 1], "note"),)


TIPS: Mapping[TipId, str] = {
    "look": "Type {example} and press Enter. X means: look at.",
    "note": "Your next note is in this room. Try: {example}.",
    "work": "You can work some things here. Try: {example}.",
    "take": "You can take this along: {example}.",
    "sort": "The cards belong to places. Try: {example}.",
    "source": "“Reported” means that an article passes on what somebody said. SOURCE tells who said it.",
    "hint": "Do you look for the next note? HINT tells where it is.",
    "question": "Do you want to be asked? QUESTION asks you about this room.",
    "places": "A number alone takes you to any room: {example}. PLACES lists them all.",
    "desk": "There is a desk here. DISPATCH opens it, and you write your report.",
}
"""What a tip says; ``example`` is what can be typed."""


def render_tip(event: TipGiven) -> tuple[Line, ...]:
    """One thing of the game, with what can be typed for it here."""
    return (Line(TIPS[event.tip].format(example=event.example.upper()), "note"),)


def render_tutorial(event: TutorialSet, world: World) -> tuple[Line, ...]:
    """Lessons on or off."""
    if not event.is_on:
        return (Line("No more lessons. HELP is always there.", "note"),)
    on = "You get tips again, one at a time." if world.leads else "Three lessons, from the next turn on."
    return (Line(on, "note"),)


def render_short_form(event: Taught) -> tuple[Line, ...]:
    """The short form of what was typed at length."""
    return (Line(f"({event.short} does this.)", "note"),)
