"""The verbs, as a table: words, object, help. The parser, the help screen and completion all read it.

To add a synonym, add a word to one row. The first word of a row is the one that is printed.
"""

from typing import Literal

from msgspec import Struct

from game.world import Direction

Takes = Literal["nothing", "nouns", "topic", "place", "text", "anything"]


class Verb(Struct, frozen=True, kw_only=True):
    """One row of the grammar."""

    id: str
    words: tuple[str, ...]
    """What the line may begin with to mean this verb; longest match wins."""
    takes: Takes = "nothing"
    needs: bool = False
    """True when the verb means nothing without its object."""
    is_turn: bool = False
    """True when performing it counts as a turn and can be undone."""
    usage: str
    """How it is typed, for the help."""
    help: str
    """What it does, one sentence."""
    group: Literal["walk", "look", "carry", "ask", "tour"] = "tour"


VERBS: tuple[Verb, ...] = (
    Verb(
        id="go",
        words=(
            "go",
            "walk",
            "move",
            "run",
            "head",
            "proceed",
            "travel",
            "go to",
            "walk to",
            "enter",
            "visit",
            "return to",
        ),
        takes="place",
        is_turn=True,
        usage="FORWARD, BACK, GO TO 8",
        help="Walk to the next carriage, or to any you have visited, by number or name.",
        group="walk",
    ),
    Verb(
        id="exits",
        words=(
            *(
                "exits",
                "exit list",
                "ways",
                "doors",
                "where can i go",
                "where can we go",
                "which way is out",
                "which way",
            ),
            *("where to", "where now", "where do i go", "how do i get out", "how do i leave", "way out"),
        ),
        usage="EXITS",
        help="Say which way leads where.",
        group="walk",
    ),
    Verb(
        id="places",
        words=("places", "map", "carriages", "rooms", "train"),
        usage="PLACES",
        help="List the carriages and mark those you have seen.",
        group="walk",
    ),
    Verb(
        id="look",
        words=(
            *("look", "l", "look around", "where am i", "where are we", "describe room", "what is here", "what's here"),
            *("what do i see", "what do you see", "what can i see", "what is around", "what is around me", "see"),
        ),
        is_turn=True,
        usage="LOOK",
        help="Read the carriage you are in.",
        group="look",
    ),
    Verb(
        id="examine",
        words=(
            *("examine", "x", "look at", "look", "inspect", "read", "check", "describe", "study", "view", "watch"),
            *("search", "look in", "look under", "look behind", "look through", "examine the"),
        ),
        takes="nouns",
        needs=True,
        is_turn=True,
        usage="X THING",
        help="Look closely at a thing. Most facts are found this way.",
        group="look",
    ),
    Verb(
        id="ask",
        words=(
            *(
                "who is",
                "who's",
                "who was",
                "who am",
                "who are",
                "what is",
                "what's",
                "what was",
                "what are",
                "where is",
            ),
            *("tell me about", "ask about", "ask conductor about", "ask the conductor about"),
        ),
        takes="topic",
        needs=True,
        is_turn=True,
        usage="WHO IS NAME",
        help="What the articles say of a person, a place or a thing they name.",
        group="look",
    ),
    Verb(
        id="act",
        words=(
            *(
                "touch",
                "feel",
                "push",
                "press",
                "pull",
                "open",
                "close",
                "use",
                "turn",
                "lift",
                "break",
                "climb",
                "clean",
            ),
            *("listen", "listen to", "hear", "smell", "sniff", "taste", "eat", "drink", "sit", "sit down", "sit on"),
            *("stand", "stand up", "lie down", "sleep", "wait", "z", "sing", "dance", "jump", "pray", "wave", "smile"),
            *("laugh", "cry", "shout", "talk", "talk to", "speak to", "chat with", "knock", "photograph", "write"),
            *("hello", "hi", "hey", "good morning", "good evening", "thanks", "thank you", "sorry", "yes", "no", "ok"),
            *("xyzzy", "damn", "shit", "fuck", "wtf", "omg", "lol", "hmm"),
        ),
        takes="anything",
        usage="LISTEN, TOUCH THING",
        help="Much can be tried; little changes: this is an exhibition.",
        group="look",
    ),
    Verb(
        id="source",
        words=("source", "sources", "cite", "who says", "says who", "where is that from"),
        usage="SOURCE",
        help="Where the last text comes from and how sure that source was, or that it is staged.",
        group="look",
    ),
    Verb(
        id="take",
        words=("take", "get", "pick up", "carry", "grab"),
        takes="nouns",
        needs=True,
        is_turn=True,
        usage="TAKE THING",
        help="Carry a thing that can be carried.",
        group="carry",
    ),
    Verb(
        id="drop",
        words=("drop", "put down", "leave behind", "put back"),
        takes="nouns",
        needs=True,
        is_turn=True,
        usage="DROP THING",
        help="Leave a carried thing here.",
        group="carry",
    ),
    Verb(
        id="inventory",
        words=("inventory", "i", "inv", "what am i carrying", "bag"),
        usage="INVENTORY",
        help="What you carry.",
        group="carry",
    ),
    Verb(
        id="question",
        words=("question", "quiz", "ask me", "test me", "questions"),
        is_turn=True,
        usage="QUESTION",
        help="Be asked about this carriage. Answer with a letter; ? repeats, SKIP puts it aside.",
        group="ask",
    ),
    Verb(
        id="answer",
        words=("answer", "reply"),
        takes="text",
        is_turn=True,
        usage="B",
        help="Answer the question that waits.",
        group="ask",
    ),
    Verb(
        id="repeat",
        words=("?", "repeat", "repeat question"),
        usage="?",
        help="Ask the question that waits again.",
        group="ask",
    ),
    Verb(
        id="skip",
        words=("skip", "pass"),
        is_turn=True,
        usage="SKIP",
        help="Put the question aside; nothing is lost.",
        group="ask",
    ),
    Verb(
        id="notebook",
        words=("notebook", "notes", "journal", "facts", "read notebook"),
        takes="text",
        usage="NOTEBOOK",
        help="The facts you have noted. Also BY SOURCE, BY STRENGTH, FIND WORD, EXPORT FILE.",
    ),
    Verb(
        id="timeline",
        words=("timeline", "chronology", "dates", "when"),
        usage="TIMELINE",
        help="What you have noted, in the order of its dates.",
    ),
    Verb(
        id="differences",
        words=("differences", "conflicts", "contradictions", "where do the sources differ"),
        usage="DIFFERENCES",
        help="The points on which the sources do not agree, as far as you have found them.",
    ),
    Verb(
        id="score", words=("score", "progress", "points", "time", "clock"), usage="SCORE", help="How far you have come."
    ),
    Verb(
        id="help",
        words=(
            *(
                "help",
                "commands",
                "verbs",
                "h",
                "how do i play",
                "how does this work",
                "what can i do",
                "what can i type",
            ),
            *(
                "what now",
                "what do i do",
                "what should i do",
                "what next",
                "instructions",
                "i am lost",
                "i'm lost",
                "hint",
            ),
        ),
        takes="text",
        usage="HELP",
        help="This list; HELP TAKE tells of one command.",
    ),
    Verb(
        id="about",
        words=("about", "credits", "info", "what is this", "what is this game", "what is this place", "what's this"),
        usage="ABOUT",
        help="What this tour is, and what in it is staged.",
    ),
    Verb(
        id="undo", words=("undo", "u", "take back"), usage="UNDO", help="Take back the last turn, as often as you like."
    ),
    Verb(id="again", words=("again", "g"), usage="AGAIN", help="Do the last thing once more."),
    Verb(
        id="save",
        words=("save", "save as"),
        takes="text",
        usage="SAVE NAME",
        help="Keep this point under a name. Every turn is kept anyway.",
    ),
    Verb(
        id="restore",
        words=("restore", "load", "resume"),
        takes="text",
        usage="RESTORE NAME",
        help="Go back to a point you have kept.",
    ),
    Verb(
        id="restart",
        words=("restart", "new", "new tour", "start over"),
        usage="RESTART",
        help="Begin a new tour. UNDO brings this one back.",
    ),
    Verb(
        id="quit",
        words=("quit", "q", "exit", "bye", "leave game"),
        usage="QUIT",
        help="Leave. The tour is kept and goes on where you were.",
    ),
)

DIRECTIONS: dict[str, Direction] = {
    **dict.fromkeys(
        ("forward", "forwards", "f", "ahead", "next", "on", "onward", "east", "e", "right", "fore"), "forward"
    ),
    **dict.fromkeys(("back", "backward", "backwards", "b", "previous", "rear", "west", "w", "left", "aft"), "back"),
    **dict.fromkeys(("in", "inside", "aboard", "board"), "in"),
    **dict.fromkeys(("out", "outside", "off", "alight"), "out"),
}
"""Every word for a way, as the train is drawn: forward is to the right, towards the locomotive."""

SIDEWAYS = frozenset({"north", "n", "south", "s", "up", "down", "d", "ne", "nw", "se", "sw"})
"""Directions of the compass that a train does not have."""

VERB_BY_ID = {verb.id: verb for verb in VERBS}

PHRASES: dict[str, tuple[tuple[tuple[str, ...], Verb], ...]] = {}
"""First word -> the phrases that begin with it, longest first."""


def _index() -> None:
    for verb in VERBS:
        for phrase in verb.words:
            words = tuple(phrase.split())
            PHRASES[words[0]] = (*PHRASES.get(words[0], ()), (words, verb))
    for first, entries in PHRASES.items():
        PHRASES[first] = tuple(sorted(entries, key=lambda entry: -len(entry[0])))


_index()


def is_phrase(typed: tuple[str, ...]) -> bool:
    """Whether these words are, all together, a way to say a verb.

    >>> is_phrase(("what", "now")), is_phrase(("look", "now"))
    (True, False)
    """
    return any(phrase == typed for phrase, _ in PHRASES.get(typed[0], ())) if typed else False
