"""The answers to acts that change nothing: a table from act to sentences."""

from typing import NamedTuple


class ActAnswer(NamedTuple):
    """The answer to an act: here alone, on a thing, on a person. {it} is the thing, {x} a command that works here.

    A pack may replace each under ``words``, by the act and the name of the field; see ``own_words`` for more slots.
    """

    here: str
    thing: str = "{It} {is} there to be looked at."
    person: str = "{It} steps aside, and smiles. Exhibits may be looked at; staff may be asked."


_BODY = "{It} would rather be read than leant on."


_EXHIBIT = "{It} stay{s} as {they} {is}: other visitors want to see {them}, too."


# One table and no function an act: a writer who adds an act compares its tone with that of its neighbours.
ANSWERS: dict[str, ActAnswer] = {
    "touch": ActAnswer(
        "There is much to touch here, and all of it behind the same small sign. {x} does more.",
        "{It} feel{s} the way {they} look{s}. Reading tells more.",
        "One does not. {It} {is} patient, but not an exhibit.",
    ),
    "push": ActAnswer(
        "You push at nothing much. {x} does more.",
        "{It} {does} not move.",
    ),
    "lift": ActAnswer(
        "Your hands are free for your notebook. {x} does more.",
        "{It} {is} screwed down.",
    ),
    "turn": ActAnswer(
        "Nothing here turns.",
        "{It} {does} not turn.",
    ),
    "switch on": ActAnswer(
        "The switches are behind a panel, and the panel is painted on. Light there is enough.",
        "{It} work{s}, or pretend{s} to, without a hand.",
    ),
    "open": ActAnswer(
        "What opens here opens by being read: {x}. The doors open by walking: EXITS.",
        "{It} open{s} by being read.",
        "{It} {is} open enough: WHO IS or WHAT IS and a name gets an answer.",
    ),
    "close": ActAnswer(
        "All that closes here is the tour, at {end}.",
        "{It} stay{s} open to the public.",
    ),
    "use": ActAnswer(
        "Your tools are your eyes, a pencil and a notebook. {x}, for example.",
        "There is no trick to {it} here: {they} {is} there to be looked at.",
        "One asks, rather: WHO IS or WHAT IS and a name.",
    ),
    "break": ActAnswer(
        "Nothing here needs breaking.",
        _EXHIBIT,
    ),
    "attack": ActAnswer(
        "That would help nobody.",
        _EXHIBIT,
        "{It} looks at you, and lets it pass.",
    ),
    "throw": ActAnswer(
        "You would only have to pick it up again.",
        _EXHIBIT,
    ),
    "put": ActAnswer(
        "What you carry can be put down with DROP and its name.",
        "DROP leaves what you carry here; {it} {has} a place already.",
        "{It} would rather you kept it.",
    ),
    "clean": ActAnswer(
        "There is no need.",
        "{It} {has} been dusted this morning.",
    ),
    "climb": ActAnswer(
        "There is nothing to climb.",
        _BODY,
    ),
    "dig": ActAnswer(
        "Not here.",
        _EXHIBIT,
    ),
    "listen": ActAnswer(
        "There is nothing new to hear.",
        "{It} keep{s} quiet, like a good source.",
        "{It} listens back.",
    ),
    "smell": ActAnswer(
        "Polish, and a little dust.",
        "Polish, and a little dust.",
        "Soap and cold tea.",
    ),
    "taste": ActAnswer(
        "The exhibits are not on the menu, and the menu is an exhibit.",
        "{It} {is} an exhibit, and exhibits are not on the menu.",
        "No.",
    ),
    "sit": ActAnswer(
        "You sit a moment, as visitors do.",
        "You sit a moment, as visitors do.",
        "{It} prefers to stand.",
    ),
    "stand": ActAnswer(
        "You are standing. It is the usual way to see an exhibition.",
        _BODY,
    ),
    "sleep": ActAnswer(
        "There is no bed here. The tour keeps your place: QUIT, and come back.",
        _BODY,
    ),
    "wait": ActAnswer(
        "Time does not press here. Nothing is lost by waiting.",
        "{It} can wait longer than you.",
        "{It} waits with you.",
    ),
    "sing": ActAnswer(
        "Nobody objects.",
        "{It} {does} not join in.",
        "{It} hums the second voice.",
    ),
    "play": ActAnswer(
        "This is a quiet sort of game, and you are in the middle of it: {x}, or QUESTION.",
        "You make one move. {It} {is} as before when you look again.",
        "“Now?” says {it}. “QUESTION is the only game there is here.”",
    ),
    "maybe": ActAnswer(
        "Take your time. {x} may help to decide.",
    ),
    "dance": ActAnswer(
        "There is little room; you do what can be done.",
        "{It} let{s} you lead.",
        "{It} bows, and declines.",
    ),
    "jump": ActAnswer(
        "You jump. Nothing changes.",
        "You jump. {It} stay{s} where {they} {is}.",
        "{It} takes a step back.",
    ),
    "fly": ActAnswer(
        "You stay on the ground, as visitors do.",
        "{It} {does} not leave the ground.",
        "{It} would rather walk.",
    ),
    "drive": ActAnswer(
        "There is nothing here that you could drive.",
        "{It} {does} not go anywhere: you are a reporter, and no driver.",
        "{It} would rather walk.",
    ),
    "water": ActAnswer(
        "There is nothing here to be watered.",
        "{It} stay{s} dry.",
        "{It} steps aside, and stays dry.",
    ),
    "pray": ActAnswer(
        "It is quiet enough for it.",
        "You think about {it} for a while.",
        "{It} waits in silence.",
    ),
    "wave": ActAnswer(
        "Nobody waves back.",
        "{It} {does} not wave back.",
        "{It} nods.",
    ),
    "laugh": ActAnswer(
        "It echoes a little.",
        "{It} take{s} it well.",
        "{It} looks up to see what it was about.",
    ),
    "wear": ActAnswer(
        "You keep what you came in.",
        "{It} would not suit you, and belong{s} to the exhibition.",
    ),
    "kiss": ActAnswer(
        "Not on duty.",
        "{It} {is} cold, and a little dusty.",
        "{It} blushes.",
    ),
    "talk": ActAnswer(
        "{Guide} listens. WHO IS and a name, or WHAT IS and a thing, asks the articles.",
        "{It} {has} nothing to add to the label: {x} reads one.",
        ("“Ask away”, says {it}. “WHO IS and a name, WHAT IS and a thing. What the articles say, I can tell you.”"),
    ),
    "give": ActAnswer(
        "Nobody here takes presents; DROP leaves a thing here.",
        "{It} stay{s} with you.",
        "{It} thanks you, and gives it back.",
    ),
    "show": ActAnswer(
        "Say what you want to see: {x}.",
        "Held up to the light, {it} look{s} no different.",
        "{It} nods.",
    ),
    "buy": ActAnswer(
        "Nothing is for sale here, and nothing costs anything.",
        "There is no price on {it}.",
    ),
    "steal": ActAnswer(
        "TAKE works for what may be carried.",
        "{It} {has} an inventory number, and so, on paper, have you.",
    ),
    "follow": ActAnswer(
        "EXITS tells where one can go.",
        "{It} {is} not going anywhere.",
    ),
    "call": ActAnswer(
        "Nobody answers. WHO IS and a name asks what the articles say.",
        "The line of {it} ends at the wall.",
        "“Yes?” says {it}. WHO IS and a name asks.",
    ),
    "photograph": ActAnswer(
        "No camera; you have a pencil. Whatever you read is noted.",
        "No camera; you have a pencil. Whatever you read of {it} is noted.",
        "{It} does not mind. But you have no camera.",
    ),
    "write": ActAnswer(
        ("Whatever you read is noted by itself; NOTEBOOK shows it. A line that begins with * is your own remark."),
        "Whatever you read of {it} is noted by itself; NOTEBOOK shows it.",
    ),
    "hello": ActAnswer(
        "Hello. LOOK tells where you are, {x} is a good beginning.",
        "{It} {does} not answer.",
        "“Hello”, says {it}.",
    ),
    "thanks": ActAnswer(
        "The articles did the work.",
        person="{It} nods. “The articles did the work.”",
    ),
    "sorry": ActAnswer(
        "Nothing is broken, and nothing can be.",
        person="“Nothing happened”, says {it}.",
    ),
    "yes": ActAnswer(
        "Good. No question waits for an answer just now: QUESTION asks one, {x} looks at something.",
    ),
    "no": ActAnswer(
        "As you like. Nothing has been done. {x} would be something else to try, or EXITS.",
    ),
    "ok": ActAnswer(
        "Good. What next? {x}, perhaps, or EXITS for the ways on.",
    ),
    "wow": ActAnswer(
        "There is more: {x}.",
        "{It} take{s} the compliment in silence.",
    ),
    "boring": ActAnswer(
        (
            "Then let us find you something. {x}; or QUESTION, if you would rather be asked; or EXITS, to "
            "see where it goes on."
        ),
    ),
    "lost": ActAnswer(
        (
            "No harm done. You walk from {place} to {place} and look at things: {x}. EXITS says where you "
            "can go, HINT what is still worth finding here, HELP what can be typed."
        ),
    ),
    "damn": ActAnswer(
        "{x} may help, or HINT.",
        person="{It} has heard worse.",
    ),
    "wtf": ActAnswer(
        ("A fair question. You are on a tour told from {articles}: {x} shows how it goes. ABOUT tells the rest."),
    ),
    "xyzzy": ActAnswer(
        "Nothing happens.",
    ),
    "say": ActAnswer(
        "I see. A question gets an answer: WHO IS and a name, or ask in your own words.",
        "{It} say{s} nothing.",
        "{It} listens. WHO IS and a name asks something.",
    ),
    "command": ActAnswer(
        "Say what you do yourself: {x}.",
        person="{It} smiles. “I am only here to answer. The walking, the looking and the taking are yours.”",
    ),
    "joke": ActAnswer(
        "The articles hold better stories than I do. {x} begins one.",
    ),
    "win": ActAnswer(
        (
            "Nobody wins or dies here. You are collecting: every {place} has facts to note and questions to "
            "answer, and the tour ends at {end}. SCORE says how far you are; {x} is a step."
        ),
    ),
    "are you human": ActAnswer(
        (
            "I am the voice of this tour: no person, and no machine that chats. I know what {articles} say "
            "and who said it. WHO IS and a name asks me; ABOUT and CREDITS say what I am made of."
        ),
    ),
    "is this real": ActAnswer(
        (
            "What an article says is told with its source and how sure that source was: SOURCE, after any "
            "text, shows where it comes from. ABOUT says what is invented."
        ),
    ),
}
