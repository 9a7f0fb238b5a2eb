"""The verbs, as a table: words, object, help. The parser, the help screen and completion all read it.

To add a synonym, add it to one row. The first word of a row is the one that is printed.
"""

from collections.abc import Collection
from functools import cache
from typing import Literal

from msgspec import Struct

from game.pack.world import Direction
from game.tour.parser.acts import SAID, TRIED

Takes = Literal["nothing", "nouns", "topic", "place", "text", "act", "question"]


class Verb(Struct, frozen=True, kw_only=True):
    """One row of the grammar."""

    id: str
    words: tuple[str, ...]
    """What the line may begin with to mean this verb; longest match wins."""
    takes: Takes = "nothing"
    needs: bool = False
    """True when the verb means nothing without its object."""
    is_turn: bool = False
    """True when performing it counts as a turn and can be undone, even if it changes nothing."""
    forms: tuple[str, ...] = ()
    """Words with a meaning of their own after this verb, for completion."""
    usage: str
    """How it is typed, for the help."""
    help: str
    """What it does, one sentence."""
    group: Literal["walk", "look", "carry", "ask", "tour", "game"]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(","))


VERBS: tuple[Verb, ...] = (
    Verb(
        id="go",
        words=_words(
            "go, goto, walk, run, head, proceed, travel, go to, walk to, run to, move to, go into, go back to, go "
            "through, walk into, walk through, enter, visit, return to, take me to, bring me to, step into, come "
            "to, continue to"
        ),
        takes="place",
        is_turn=True,
        usage="FORWARD, BACK, GO TO 8",
        help="Walk to the next carriage, or to any you have visited, by number or name.",
        group="walk",
    ),
    Verb(
        id="exits",
        words=_words(
            "exits, exit list, ways, doors, where can i go, where can we go, which way is out, which way, where to, "
            "where now, where do i go, where should i go, where do i go now, how do i get out, how do i leave, way "
            "out, leave, leave train, leave the train, leave room, leave the room, leave carriage, leave the "
            "carriage, exit train, exit the train, exit room, exit the room, exit carriage, get off the train, get "
            "off train, where is the exit, where is the door, where is exit, escape, walk around, explore, go "
            "around, how do i get off, how do i get off the train, how do i move, how do i go, how do i walk, "
            "directions"
        ),
        usage="EXITS",
        help="Say which way leads where.",
        group="walk",
    ),
    Verb(
        id="places",
        words=_words("places, map, carriages, rooms, show map, show me the map, open map, list rooms, show rooms"),
        usage="PLACES",
        help="List the carriages and mark those you have seen.",
        group="walk",
    ),
    Verb(
        id="look",
        words=_words(
            "look, l, look around, look round, look about, where am i, where are we, where is this, describe room, "
            "what is here, what's here, what is in here, what's in here, whats here, what do i see, what do you "
            "see, what can i see, what is around, what is around me, what's around me, what is in this room, what "
            "is in the room, what's in the room, see, look here, look again, look around me, look at room, look at "
            "the room, look at everything, whats around, what else is here, what is this room, what kind of room is "
            "this, describe the room, describe surroundings, survey, observe, what else can i see here, what else "
            "can i see, what else is there, what is there, what is there to see, what can be seen, what do we have "
            "here, what am i looking at, describe this place, describe everything"
        ),
        is_turn=True,
        usage="LOOK",
        help="Read the carriage you are in.",
        group="look",
    ),
    Verb(
        id="picture",
        words=_words("describe picture, describe the picture, picture description, alt text"),
        usage="DESCRIBE PICTURE",
        help="The picture of the carriage in a sentence.",
        group="look",
    ),
    Verb(
        id="examine",
        words=_words(
            "examine, x, look at, look, look closer at, look closely at, take a look at, have a look at, inspect, "
            "read, check, check out, describe, study, view, watch, see, search, find, look for, look in, look "
            "inside, look into, look on, look over, look beneath, look below, peer at, peer in, look under, look "
            "behind, look through, look out, look out of, approach, go near, walk up to, show me, investigate, "
            "stare at, explore, peek at, consult, browse, admire, count, what is in, what's in, what is on, what's "
            "on, search for, search in, look closely, what is written on, what is written in, what does it say on, "
            "zoom in on, go up to, go over to, turn to, focus on, learn about, see what is in, check on"
        ),
        takes="nouns",
        needs=True,
        is_turn=True,
        forms=("all",),
        usage="X THING",
        help="Look closely at a thing. Most facts are found this way.",
        group="look",
    ),
    Verb(
        id="ask",
        words=_words(
            "who is, who am, who's, who was, who are, whos, what is, what's, whats, what was, what are, what were, "
            "where is, where's, where was, where are, tell me about, tell me more about, talk about, ask about, "
            "google, look up, explain, define, information about, info about, more about, what about, do you know, "
            "what do you know about"
        ),
        takes="topic",
        needs=True,
        is_turn=True,
        usage="WHO IS NAME",
        help="What the articles say of a person, a place or a thing they name.",
        group="look",
    ),
    Verb(
        id="wonder",
        words=_words(
            "why, how, when, which, what, who, where, whose, whom, is, are, was, were, do, does, did, has, have, "
            "had, can, could, would, will, should, isn't, aren't, doesn't, didn't, am, may, how many, how much, how "
            "come, since when, until when, in which, at what, from where, for what, by whom"
        ),
        takes="question",
        is_turn=True,
        usage="WHY IS IT SLOW",
        help="Ask in your own words; what you have noted is searched for the answer.",
        group="look",
    ),
    Verb(
        id="act",
        words=tuple(word for act in (*TRIED, *SAID) for word in act.words),
        takes="act",
        usage="LISTEN, TOUCH THING",
        help="Much can be tried; little changes: this is an exhibition.",
        group="look",
    ),
    Verb(
        id="source",
        words=_words(
            "source, source of, source for, sources, sources of, cite, who says, says who, who says so, who says "
            "that, where is that from, where does that come from, according to whom, reference, references, what is "
            "the source"
        ),
        takes="nouns",
        usage="SOURCE, SOURCE THING",
        help="Where the last text, or that of a thing, comes from and how sure that source was; or that it is staged.",
        group="look",
    ),
    Verb(
        id="take",
        words=_words("take, get, pick up, carry, grab, collect, keep, snatch, bring"),
        takes="nouns",
        needs=True,
        is_turn=True,
        forms=("all",),
        usage="TAKE THING",
        help="Carry a thing that can be carried. TAKE ALL, TAKE ALL BUT THING.",
        group="carry",
    ),
    Verb(
        id="drop",
        words=_words("drop, put down, leave behind, leave, put back, discard, throw away, let go of"),
        takes="nouns",
        needs=True,
        is_turn=True,
        forms=("all",),
        usage="DROP THING",
        help="Leave a carried thing here.",
        group="carry",
    ),
    Verb(
        id="inventory",
        words=_words(
            "inventory, i, inv, what am i carrying, what do i have, what have i got, what is in my bag, bag, what "
            "do i carry, my things, my stuff, pockets, check inventory, show inventory, open bag, check bag, items"
        ),
        usage="INVENTORY",
        help="What you carry.",
        group="carry",
    ),
    Verb(
        id="question",
        words=_words(
            "question, quiz, ask me, ask me a question, ask me something, test me, quiz me, questions, next "
            "question, start quiz, start the quiz, play quiz, give me a question, another question"
        ),
        is_turn=True,
        usage="QUESTION",
        help="Be asked about this carriage. Answer with a letter; ? repeats, SKIP puts it aside.",
        group="ask",
    ),
    Verb(
        id="answer",
        words=_words(
            "answer, my answer is, the answer is, i choose, i pick, reply, option, letter, it's, i think it's, i "
            "say, number"
        ),
        takes="text",
        is_turn=True,
        usage="B",
        help="Answer the question that waits, by letter, number or words.",
        group="ask",
    ),
    Verb(
        id="repeat",
        words=_words("?, repeat, repeat question, repeat the question, what was the question, say again, options"),
        usage="?",
        help="Ask the question that waits again.",
        group="ask",
    ),
    Verb(
        id="skip",
        words=_words("skip, pass, skip question, skip it, i pass"),
        is_turn=True,
        usage="SKIP",
        help="Put the question aside; nothing is lost.",
        group="ask",
    ),
    Verb(
        id="hint",
        words=_words(
            "hint, hints, clue, clues, give me a hint, hint please, i need a hint, tip, tips, i am stuck, i'm "
            "stuck, im stuck, stuck, give me a clue, another hint, more hint, next hint"
        ),
        usage="HINT",
        help="A nudge; again for a pointer, and again for the answer.",
        group="ask",
    ),
    Verb(
        id="notebook",
        words=_words("notebook, notes, journal, facts, read notebook, open notebook, read notes, my notes, diary"),
        takes="text",
        forms=("by source", "by strength", "find ", "export "),
        usage="NOTEBOOK",
        help="The facts you have noted. Also BY SOURCE, BY STRENGTH, FIND WORD, EXPORT FILE.",
        group="tour",
    ),
    Verb(
        id="timeline",
        words=_words("timeline, chronology, dates, history"),
        usage="TIMELINE",
        help="What you have noted, in the order of its dates.",
        group="tour",
    ),
    Verb(
        id="differences",
        words=_words(
            "differences, conflicts, contradictions, where do the sources differ, where do the articles differ, "
            "where do they differ, differ"
        ),
        usage="DIFFERENCES",
        help="The points on which the sources do not agree, as far as you have found them.",
        group="tour",
    ),
    Verb(
        id="journeys",
        words=_words("routes, route map, map of journeys, journeys map, list journeys, trips"),
        usage="ROUTES",
        help="The journeys you have read of; F10 draws them on a map.",
        group="tour",
    ),
    Verb(
        id="score",
        words=_words(
            "score, points, time, clock, what time is it, what is the time, how am i doing, stats, status, how much "
            "longer, are we there yet, when do we arrive, how many points do i have, how many points, did i win, "
            "how far have i come, how long until we arrive, am i winning, have i won, what is my score"
        ),
        usage="SCORE",
        help="How far you have come, and what the count is made of.",
        group="tour",
    ),
    Verb(
        id="progress",
        words=_words("progress, what is left, what's left, what did i miss, what have i missed, how much is left"),
        usage="PROGRESS",
        help="Carriage by carriage, what you have noted and answered and what is still there.",
        group="tour",
    ),
    Verb(
        id="practice",
        words=_words("practice, practise, practice round, revise, revision, start practice, flashcards"),
        takes="text",
        forms=("all", "due", "20"),
        usage="PRACTICE",
        help="A round of questions about what you have noted; PRACTICE ALL of everything, PRACTICE DUE what is due.",
        group="ask",
    ),
    Verb(
        id="honours",
        words=_words("honours, honors, achievements, awards, medals, trophies, my achievements, my honours"),
        usage="HONOURS",
        help="What there is to be proud of, and what of it you have reached.",
        group="tour",
    ),
    Verb(
        id="dispatch",
        words=_words("dispatch, write dispatch, my dispatch, write report, write article, report, file dispatch"),
        takes="text",
        forms=("find ", "add ", "move ", "remove ", "file", "clear"),
        usage="DISPATCH",
        help="Write and file your report: FIND, ADD, 1 HEDGED, MOVE, REMOVE, FILE.",
        group="tour",
    ),
    Verb(
        id="ticket",
        words=_words("ticket, certificate, my ticket, show ticket"),
        takes="text",
        forms=("save ",),
        usage="TICKET, TICKET SAVE FILE",
        help="Your ticket as far as you have come; saved as text, or as a picture when the name ends in .svg.",
        group="tour",
    ),
    Verb(
        id="help",
        words=_words(
            "help, h, how do i play, how do i play this, how do you play, how to play, how does this work, how does "
            "it work, how does this game work, what can i do, what can i do here, what can i type, what now, what "
            "do i do, what do i do now, what should i do, what should i do now, what next, what to do, what must i "
            "do, what can you do, what is possible, what shall i do, what do i type, how do i use this, "
            "instructions, i am lost, i'm lost, im lost, menu, commands, command list, list commands, manual, what "
            "are the commands, what can i say, what can i ask, what do you want, now what, and now, options menu, "
            "help me, help please, please help, i need help, can you help me, could you help me, how do i start, "
            "how do i begin, what am i supposed to do, what are my options, options please, help menu, what can we "
            "do, what can we do here, what is there to do, what can i do now, how do i continue, what do we do now, "
            "what are the options, how do i control this"
        ),
        takes="text",
        usage="HELP",
        help="What works here; HELP TAKE tells of one command.",
        group="game",
    ),
    Verb(
        id="verbs",
        words=_words("verbs, verb list, all commands, all verbs, list verbs, words, synonyms"),
        usage="VERBS",
        help="Every word a line may begin with.",
        group="game",
    ),
    Verb(
        id="about",
        words=_words(
            "about, info, what is this, what is this game, what is this place, what's this, whats this, what is "
            "this about, what is the story, what's the story, what is this all about, what is all this, intro, "
            "introduction, what game is this, what kind of game is this, story, the story, what is the story about, "
            "what is this story about, who am i here, why am i here, what is a tour, what am i doing here, what are "
            "we doing here"
        ),
        usage="ABOUT",
        help="What this tour is, and what in it is staged.",
        group="game",
    ),
    Verb(
        id="credits",
        words=_words("credits, authors, licence, license, thanks to, copyright"),
        usage="CREDITS",
        help="What the tour is made from.",
        group="game",
    ),
    Verb(
        id="version",
        words=_words("version, what version is this, build"),
        usage="VERSION",
        help="Which game and which pack this is.",
        group="game",
    ),
    Verb(
        id="tutorial",
        words=_words("tutorial, lessons, lesson, teach me"),
        takes="text",
        forms=("on", "off"),
        usage="TUTORIAL ON, OFF",
        help="Three short lessons in the first three turns, or none.",
        group="game",
    ),
    Verb(
        id="units",
        words=_words("units, unit"),
        takes="text",
        forms=("metric", "imperial", "both", "source"),
        usage="UNITS METRIC, IMPERIAL, BOTH, SOURCE",
        help="Add our own conversion to speeds and lengths; the figures of the articles always stay.",
        group="game",
    ),
    Verb(
        id="undo",
        words=_words("undo, u, take back, undo that, take that back, undo move"),
        usage="UNDO",
        help="Take back the last turn, as often as you like.",
        group="game",
    ),
    Verb(
        id="again",
        words=_words("again, g, do it again, once more, do that again, one more time, same again"),
        usage="AGAIN",
        help="Do the last thing once more.",
        group="game",
    ),
    Verb(
        id="oops",
        words=_words("oops, o, i meant, i mean, correction"),
        takes="text",
        usage="OOPS WORD",
        help="Put that word in place of the one that was not understood.",
        group="game",
    ),
    Verb(
        id="save",
        words=_words("save, save as, save game, save the game, save my game"),
        takes="text",
        usage="SAVE NAME",
        help="Keep this point under a name. Every turn is kept anyway.",
        group="game",
    ),
    Verb(
        id="restore",
        words=_words("restore, load, load game, restore game"),
        takes="text",
        usage="RESTORE NAME",
        help="Go back to a point you have kept.",
        group="game",
    ),
    Verb(
        id="continue",
        words=_words(
            "continue, resume, carry on, go ahead, start, begin, start game, start the game, let us begin, let's "
            "go, lets go, start tour, start the tour, begin the tour, ready"
        ),
        usage="CONTINUE",
        help="Go on with the tour that is kept.",
        group="game",
    ),
    Verb(
        id="restart",
        words=_words("restart, new, new tour, new game, start over, start again, begin again, start anew, reset"),
        usage="RESTART",
        help="Begin a new tour, after asking. UNDO brings this one back.",
        group="game",
    ),
    Verb(
        id="transcript",
        words=_words("transcript, script"),
        takes="text",
        forms=("on ", "off"),
        usage="TRANSCRIPT ON FILE, OFF",
        help="Write this session, from its start on, to a file; carriages replay plays it again.",
        group="game",
    ),
    Verb(
        id="record",
        words=("record",),
        takes="text",
        forms=("on ", "off"),
        usage="RECORD ON FILE, OFF",
        help="Write the lines you type, and nothing else, to a file.",
        group="game",
    ),
    Verb(
        id="replay",
        words=_words("replay"),
        takes="text",
        usage="REPLAY FILE",
        help="Type the lines of a record or a transcript.",
        group="game",
    ),
    Verb(
        id="remark",
        words=_words("remark, comment"),
        takes="text",
        usage="* REMARK",
        help="Put a remark into the session’s transcript; the tour takes no notice.",
        group="game",
    ),
    Verb(
        id="quit",
        words=_words(
            "quit, q, bye, goodbye, good bye, leave game, exit game, quit game, i quit, end game, see you, close "
            "game, i want to quit, auf wiedersehen, tschüss, ciao, adios, bye bye, good night, quit the game, close "
            "the game, end the game"
        ),
        usage="QUIT",
        help="Leave. The tour is kept and goes on where you were.",
        group="game",
    ),
)

DIRECTIONS: dict[str, Direction] = {
    **dict.fromkeys(
        _words("forward, forwards, f, ahead, next, on, onward, onwards, east, e, right, fore, advance"), "forward"
    ),
    **dict.fromkeys(_words("back, backward, backwards, b, previous, rear, west, w, left, aft, return"), "back"),
    **dict.fromkeys(_words("in, inside, aboard, board, embark"), "in"),
    **dict.fromkeys(_words("out, outside, off, alight, exit, disembark"), "out"),
}
"""Every word for a way, as the train is drawn: forward is to the right, towards the locomotive."""

WAYS: dict[str, Direction] = {
    **dict.fromkeys(
        _words(
            "keep walking, continue walking, keep going, walk on, go straight, straight ahead, straight on, straight, "
            "go further, further, go farther, move on, carry on walking, next one, on to next, go on to next, "
            "next please, keep moving, walk further, go to next, go to next room, go to next carriage, on we go"
        ),
        "forward",
    ),
    **dict.fromkeys(
        _words(
            "go back one room, go one back, turn around, turn back, walk backwards, one back, "
            "go back to previous room, "
            "go to previous, go back to last room, last room, go to last room, go back to where i was, retreat"
        ),
        "back",
    ),
}
"""Whole lines for a way, without their articles."""

SIDEWAYS = frozenset({"north", "n", "south", "s", "up", "down", "d", "ne", "nw", "se", "sw", "upstairs", "downstairs"})
"""Directions of the compass that a train does not have."""

VERB_BY_ID = {verb.id: verb for verb in VERBS}

QUESTION_WORDS = frozenset(word for word in VERB_BY_ID["wonder"].words if " " not in word)
"""What a question in one's own words begins with."""


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Verb], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Verb]]] = {}
    for verb in VERBS:
        for phrase in verb.words if verb.takes != "question" else ():
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, verb))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in found.items()}


def phrases(first: str) -> tuple[tuple[tuple[str, ...], Verb], ...]:
    """The phrases that begin with a word, longest first; in a tie, the verb further up in the table first."""
    return _phrases().get(first, ())


def first_words() -> Collection[str]:
    """Every word that some phrase begins with."""
    return _phrases().keys()


def is_phrase(typed: tuple[str, ...]) -> bool:
    """Whether these words are, all together, a way to say a verb.

    >>> is_phrase(("what", "now")), is_phrase(("look", "now"))
    (True, False)
    """
    return bool(typed) and any(phrase == typed for phrase, _ in phrases(typed[0]))
