"""One item of each kind, on the facts of the tiny pack."""

from game.pack.kinds import (
    Agreement,
    Choice,
    Distractor,
    HowSure,
    Item,
    Match,
    Multiple,
    Number,
    Order,
    Pair,
    Reason,
    Short,
    TrueFalse,
    TwoTier,
    WhichSource,
    Wrong,
)

GREEN = ("lamp-is-green",)
WRONG = (
    Distractor(text="blue", because="That is what the porter says in B."),
    Distractor(text="red", because="Nobody says so."),
)

CHOICE = Choice(id="choice", stem="Colour?", key="green", distractors=WRONG, feedback="Green.", facts=GREEN)
STATEMENT = TrueFalse(id="statement", stem="It is red.", key=False, feedback="Green.", facts=GREEN)
NUMBER = Number(
    id="number",
    stem="How fast?",
    key="37",
    unit="mph",
    tolerance="0.5",
    wrong=(Wrong(value="31", because="That is the other one."),),
    feedback="37.",
    facts=GREEN,
)
SHORT = Short(
    id="short",
    stem="Who?",
    key="Konstantin Pulikovsky",
    accepted=("Pulikovsky",),
    distractors=(Distractor(text="Georgy Toloraya", because="He is another witness."),),
    feedback="He.",
    facts=GREEN,
)
ORDER = Order(id="order", stem="When?", steps=("one", "two", "three", "four"), feedback="So.", facts=GREEN)
MATCH = Match(
    id="match",
    stem="Whose?",
    pairs=(Pair(left="lamp", right="green"), Pair(left="rug", right="old"), Pair(left="door", right="shut")),
    feedback="So.",
    facts=GREEN,
)
SOURCE = WhichSource(id="source", stem="Which says green?", key="A", feedback="A.", facts=GREEN)
AGREEMENT = Agreement(
    id="agreement", stem="Do they agree?", key="differ", feedback="No.", facts=("lamp-is-green", "lamp-is-blue")
)
SURE = HowSure(id="sure", stem="How sure?", feedback="Flatly.", facts=GREEN)
PROOF = TwoTier(
    id="proof",
    stem="Colour, by A?",
    key="green",
    distractors=WRONG,
    reasons=(Reason(fact="rug-is-old", because="That is the rug."), Reason(fact="lamp-is-blue", because="That is B.")),
    feedback="A says so.",
    facts=GREEN,
)
MULTIPLE = Multiple(
    id="multiple",
    stem="Which are told?",
    keys=("a green lamp", "an old rug", "a shut door"),
    distractors=(
        Distractor(text="a blue lamp", because="That is what B says."),
        Distractor(text="an open door", because="The door is shut."),
    ),
    feedback="Three.",
    facts=GREEN,
)

ONE_OF_EACH: tuple[Item, ...] = (
    CHOICE,
    STATEMENT,
    NUMBER,
    SHORT,
    ORDER,
    MATCH,
    SOURCE,
    AGREEMENT,
    SURE,
    PROOF,
    MULTIPLE,
)
