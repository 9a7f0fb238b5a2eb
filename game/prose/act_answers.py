"""The answers to acts that change nothing: a table from act to sentences."""

from typing import NamedTuple


class ActAnswer(NamedTuple):
    """The answer to an act: alone, on a thing, on a person. {it} is the thing, {x} a command that works here.

    {guide} is the person who shows visitors round, {end} the end of the journey, {articles} the sources of the tour.
    """

    alone: str
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
        "You push at nothing much. {x} does more.", "{It} {does} not move, and nothing behind it clicks."
    ),
    "lift": ActAnswer("Your hands are free for your notebook. {x} does more.", "{It} {is} screwed down."),
    "turn": ActAnswer("Nothing here turns but the wheels, and those are a recording.", "{It} {does} not turn."),
    "switch on": ActAnswer(
        "The switches are behind a panel, and the panel is painted on. Light there is enough.",
        "{It} work{s}, or pretend{s} to, without a hand.",
    ),
    "open": ActAnswer(
        "What opens here opens by being read: {x}. The doors open by walking: EXITS.",
        "{It} open{s} by being read.",
        "{It} {is} open enough: WHO IS or WHAT IS and a name gets an answer.",
    ),
    "close": ActAnswer("All that closes here is the tour, at {end}.", "{It} stay{s} open to the public."),
    "use": ActAnswer(
        "Your tools are your eyes, a pencil and a notebook. {x}, for example.",
        "There is no trick to {it}: {they} {is} there to be looked at. Nothing on this tour needs a key.",
        "One asks him, rather: WHO IS or WHAT IS and a name.",
    ),
    "break": ActAnswer("Nothing here needs breaking; nothing is locked.", _EXHIBIT),
    "attack": ActAnswer(
        "This is a train of labels and glass cases. It has seen worse than you, and waits.",
        _EXHIBIT,
        "{It} looks at you, then at the emergency brake, and lets it pass. You are the press, after all.",
    ),
    "throw": ActAnswer("You would only have to pick it up again.", _EXHIBIT),
    "put": ActAnswer(
        "What you carry can be put down with DROP and its name.",
        "DROP leaves what you carry here; {it} {has} a place already.",
        "{It} keeps his hands behind his back.",
    ),
    "clean": ActAnswer("{Guide} did that before you came.", "{It} {has} been dusted this morning."),
    "climb": ActAnswer("The carriage is low, and the ceiling of no news value.", _BODY),
    "dig": ActAnswer("Under the carpet there is floor, and under the floor a recording of rails.", _EXHIBIT),
    "listen": ActAnswer(
        "Wheels on rail joints, from a loudspeaker. The sound is staged, too.",
        "{It} keep{s} quiet, like a good source.",
        "{It} listens back.",
    ),
    "smell": ActAnswer("Polish, and a little dust.", "Polish, and a little dust.", "Soap and cold tea."),
    "taste": ActAnswer(
        "The exhibits are not on the menu, and the menu is an exhibit.",
        "{It} {is} an exhibit, and exhibits are not on the menu.",
        "No.",
    ),
    "sit": ActAnswer("You sit a moment, as visitors do.", "You sit a moment, as visitors do.", "He prefers to stand."),
    "stand": ActAnswer("You are standing. It is the usual way to see an exhibition.", _BODY),
    "sleep": ActAnswer("The seats are exhibits. The tour keeps your place: QUIT, and come back.", _BODY),
    "wait": ActAnswer(
        "The clock moves when you first enter a carriage, not while you wait. Nothing is lost by it.",
        "{It} can wait longer than you.",
        "He waits with you.",
    ),
    "sing": ActAnswer(
        "{Guide} pretends that he has not heard. It was not bad.",
        "{It} {does} not join in.",
        "{It} hums the second voice.",
    ),
    "play": ActAnswer(
        "This is a quiet sort of game, and you are in the middle of it: {x}, or QUESTION.",
        "You make one move. {It} {is} as before when you look again.",
        "“On duty?” says {it}. “QUESTION is the only game we have on board.”",
    ),
    "maybe": ActAnswer("Take your time. {x} may help to decide."),
    "dance": ActAnswer(
        "The corridor is narrow; you do what can be done.", "{It} let{s} you lead.", "He bows, and declines."
    ),
    "jump": ActAnswer(
        "You jump. The train is too heavy to notice.", "You clear it with your eyes.", "He catches his cap."
    ),
    "pray": ActAnswer(
        "It is quiet enough for it.", "You think about {it} for a while.", "He takes his cap off and waits."
    ),
    "wave": ActAnswer(
        "Behind the painted landscape nobody waves back.", "{It} {does} not wave back.", "{It} touches his cap."
    ),
    "laugh": ActAnswer("It echoes a little.", "{It} take{s} it well.", "{It} looks to see whether it was about him."),
    "wear": ActAnswer(
        "You keep what you came in. The uniforms on this train are all accounted for.",
        "{It} would not suit you, and belong{s} to the exhibition.",
    ),
    "kiss": ActAnswer("Not on duty.", "{It} {is} cold, and a little dusty.", "He blushes under his cap."),
    "talk": ActAnswer(
        "{Guide} listens. WHO IS and a name, or WHAT IS and a thing, asks the articles.",
        "{It} {has} nothing to add to the label: {x} reads one.",
        "“Ask away”, says {it}. “WHO IS and a name, WHAT IS and a thing. What the articles say, I can tell you.”",
    ),
    "give": ActAnswer(
        "Nobody here takes presents; DROP leaves a thing in the carriage.",
        "{It} stay{s} with you.",
        "{It} thanks you, and gives it back. Staff may not.",
    ),
    "show": ActAnswer(
        "Say what you want to see: {x}.",
        "Held up to the light, {it} look{s} no different.",
        "{It} nods. He has seen it before.",
    ),
    "buy": ActAnswer("Nothing on this train is for sale, and nothing costs anything.", "There is no price on {it}."),
    "steal": ActAnswer(
        "You have a return ticket and a name on your pass. TAKE works for what may be carried.",
        "{It} {has} an inventory number, and so, on paper, have you.",
    ),
    "follow": ActAnswer("{Guide} goes where you go. EXITS tells where that can be.", "{It} {is} not going anywhere."),
    "call": ActAnswer(
        "No signal, no telephone but those under glass. {Guide} is within earshot.",
        "The line of {it} ends at the wall.",
        "“Yes?” says {it}. WHO IS and a name asks him.",
    ),
    "photograph": ActAnswer(
        "No camera; you have a pencil. Whatever you read is noted.",
        "No camera; you have a pencil. Whatever you read of {it} is noted.",
        "He turns his better side to you. But you have no camera.",
    ),
    "write": ActAnswer(
        "Whatever you read is noted by itself; NOTEBOOK shows it. A line that begins with * is your own remark.",
        "Whatever you read of {it} is noted by itself; NOTEBOOK shows it.",
    ),
    "hello": ActAnswer(
        "{Guide} touches his cap. “Welcome aboard. LOOK tells where you are, {x} is a good beginning.”",
        "{It} {does} not answer. {Guide} does: “Good day.”",
        "{It} touches his cap. “Welcome aboard.”",
    ),
    "thanks": ActAnswer("{Guide} nods. “The articles did the work.”", person="{It} nods. “The articles did the work.”"),
    "sorry": ActAnswer("Nothing is broken, and nothing can be.", person="“Nothing happened”, says {it}."),
    "yes": ActAnswer("Good. No question waits for an answer just now: QUESTION asks one, {x} looks at something."),
    "no": ActAnswer("As you like. Nothing has been done. {x} would be something else to try, or EXITS."),
    "ok": ActAnswer("Good. What next? {x}, perhaps, or EXITS for the ways on."),
    "wow": ActAnswer("{Guide} is glad you like it. There is more: {x}.", "{It} take{s} the compliment in silence."),
    "boring": ActAnswer(
        "Then let us find you something. {x}; or QUESTION, if you would rather be asked; or FORWARD, to see what "
        "is next."
    ),
    "lost": ActAnswer(
        "No harm done. You walk through a train and look at things: {x}. EXITS says where you can go, HINT what "
        "is still "
        "worth finding here, HELP what can be typed."
    ),
    "damn": ActAnswer(
        "{Guide} has heard worse, in better trains. {x} may help, or HINT.", person="He has heard worse."
    ),
    "wtf": ActAnswer(
        "A fair question. You are on a tour through a train, told from {articles}: {x} shows how it goes. "
        "ABOUT "
        "tells the rest."
    ),
    "xyzzy": ActAnswer("This train has rails. It goes where they go: EXITS."),
    "say": ActAnswer(
        "“I see”, says {guide}, and means it. Questions are his field: WHO IS and a name, or ask in your own words.",
        "“I see”, says {guide}. {It} say{s} nothing.",
        "{It} listens with his head a little to one side. WHO IS and a name asks him something.",
    ),
    "command": ActAnswer(
        "Nobody here takes orders but the locomotive.",
        person="{It} smiles. “I am only here to answer”, he says. “The walking, the looking and the taking are yours.”",
    ),
    "joke": ActAnswer("{Guide} is paid for facts, and the articles hold better stories than he does. {x} begins one."),
    "win": ActAnswer(
        "Nobody wins or dies here. You are collecting: every carriage has facts to note and questions to answer, "
        "and the "
        "line ends at {end}. SCORE says how far you are; {x} is a step."
    ),
    "are you human": ActAnswer(
        "I am the voice of this tour: no person, and no machine that chats. I know what {articles} say "
        "and who said "
        "it. WHO IS and a name asks me; ABOUT and CREDITS say what I am made of."
    ),
    "is this real": ActAnswer(
        "The train is; this exhibition of it is staged. What an article says is told with its source and how "
        "sure that "
        "source was: SOURCE, after any text, shows where it comes from. ABOUT says what is invented."
    ),
}
