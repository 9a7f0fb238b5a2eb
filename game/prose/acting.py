"""What comes of trying things on an exhibition train."""

from game.events import Acted, Corrected
from game.prose.lines import Line, capital

_ON_THINGS = {
    "touch": "You may touch it with your eyes.",
    "eat": "The exhibits are not on the menu.",
    "drink": "The exhibits are not on the menu.",
    "taste": "The exhibits are not on the menu.",
    "open": "What opens here opens by being read.",
    "use": "It is there to be looked at.",
    "sit": "You sit a moment, as visitors do.",
    "listen": "It keeps quiet, like a good source.",
    "smell": "Polish, and a little dust.",
    "talk": "It has nothing to add. WHO IS and a name asks the articles.",
    "photograph": "No camera; you have a pencil. Whatever you read is noted.",
    "write": "Whatever you read is noted by itself.",
}
_ALONE = {
    "listen": "Wheels on rail joints, from a loudspeaker. The sound is staged, too.",
    "smell": "Polish, and a little dust.",
    "wait": "Time passes when you first enter a carriage, not while you wait. Nothing is lost by it.",
    "sleep": "The seats are exhibits. The tour keeps your place: QUIT, and come back.",
    "sing": "The conductor pretends that he has not heard. It was not bad.",
    "dance": "The corridor is narrow; you do what can be done.",
    "jump": "You jump. The train is too heavy to notice.",
    "pray": "It is quiet enough for it.",
    "wave": "Behind the painted landscape nobody waves back.",
    "sit": "You sit a moment, as visitors do.",
    "stand": "You are standing.",
    "talk": "The conductor listens. WHO IS and a name, or WHAT IS and a thing, asks the articles.",
    "hello": "The conductor touches his cap. “Welcome aboard. LOOK tells where you are.”",
    "thanks": "The conductor nods. “The articles did the work.”",
    "sorry": "Nothing is broken, and nothing can be.",
    "yes": "Noted. No question waits at the moment; QUESTION asks one.",
    "no": "As you like. No question waits at the moment; QUESTION asks one.",
    "ok": "Good. LOOK, EXITS or HELP, if you wonder what next.",
    "damn": "The conductor has heard worse, in better trains. HELP lists what works.",
    "wtf": "A fair question. LOOK tells where you are, HELP what you can do.",
    "laugh": "It echoes a little.",
    "write": "Whatever you read is noted by itself; NOTEBOOK shows it.",
    "xyzzy": "This train has rails. It goes where they go.",
}
_SAME = {
    "feel": "touch",
    "press": "touch",
    "push": "touch",
    "pull": "touch",
    "lift": "touch",
    "turn": "touch",
    "break": "touch",
    "clean": "touch",
    "climb": "touch",
    "knock": "touch",
    "close": "open",
    "hear": "listen",
    "sniff": "smell",
    "lie": "sleep",
    "z": "wait",
    "smile": "laugh",
    "cry": "laugh",
    "lol": "laugh",
    "shout": "sing",
    "speak": "talk",
    "chat": "talk",
    "hi": "hello",
    "hey": "hello",
    "good": "hello",
    "thank": "thanks",
    "hmm": "ok",
    "omg": "wtf",
    "shit": "damn",
    "fuck": "damn",
}
"""First word of an act -> the act whose sentence it shares."""


def acted(event: Acted) -> tuple[Line, ...]:
    """An answer in the place's terms."""
    first = event.act.split()[0]
    act = _SAME.get(first, first)
    if event.name:
        return (Line(_ON_THINGS.get(act, "It is there to be looked at."), "note"),)
    alone = f"{capital(first)} what? This is an exhibition: things are looked at, with X and a name."
    return (Line(_ALONE.get(act, alone), "note"),)


def corrected(event: Corrected) -> tuple[Line, ...]:
    """A slip, said before what came of it."""
    return (Line(f"(Taking “{event.typed}” as “{event.taken}”.)", "note"),)
