"""English as far as a question needs it: words without meaning of their own, and one form for all forms of a word."""

from functools import lru_cache

from game.core.names import STOP, singular

FUNCTION_WORDS = STOP | frozenset(
    """
    am will would shall might must ought dare used let lets let's i'd i'm i've you'd you're he's she's it's that's
    they're we're there's here's what's who's where's how's when's why's won't wouldn't couldn't shouldn't
    mustn't hasn't haven't hadn't ain't don dont doesnt isnt wasnt whats whos wheres hows
    among amongst across against along around behind below beneath beside besides beyond despite except inside near
    onto outside per since through throughout till toward towards until upon via within without aboard onboard
    because although though while whereas whether unless either neither both each few several enough little less least
    else even almost maybe perhaps quite rather so such therefore thus anyway actually really exactly precisely
    usually normally generally currently nowadays today recently ever never always sometimes once twice
    mine ours yours theirs himself herself itself themselves ourselves myself yourself one ones whatever whoever
    whichever wherever whenever somebody anybody nobody none something anything nothing someone anyone
    hello hi hey ok okay well oh um erm thanks thank kindly sir
    needed needs wanted wants gets getting gives giving comes coming seems seemed
    anywhere somewhere everywhere nowhere elsewhere lol haha lmao btw pls plz
    me us him her them it he she they we you i my our your his its their
    according article articles source sources text texts writer writers
    agree agrees disagree hedge hedges hedged paragraph paragraphs rests imply implies account accounts
    way ways sort kinds type types bit piece pieces part parts
    """.split()
)
"""Words that say nothing of what is asked. A question of these alone has no content."""

LIGHT_WORDS = frozenset(
    """
    go get make take use have own possess run work give keep put do be come become find let look see show
    allow able try start begin happen occur exist belong involve include contain consist feature
    own use describe mention report state claim write read hear tell talk speak ask answer
    add order company place second further sure open keep seem appear two three rest
    exact current actual total whole real typical usual normal general main certain specific particular
    man guy dude person people human bloke mister passenger folk
    name call title
    old
    thing stuff object item detail information info fact number amount quantity
    world earth life
    """.split()
)
"""Words that may help to choose between facts, but whose absence from a fact proves nothing against it."""

TELLING_LIGHT_WORDS = frozenset(
    "run work write read hear tell talk speak ask answer describe own buy add order sure open call rest".split()
)
"""Those of them that are all that is asked where the answer is yes or no: DID HE SPEAK RUSSIAN."""

_IRREGULAR = {
    form: base
    for base, forms in {
        "fly": "flew flown flight flights",
        "go": "went gone",
        "meet": "met",
        "write": "wrote written writer",
        "drive": "drove driven driver",
        "take": "took taken",
        "hold": "held",
        "run": "ran",
        "give": "gave given",
        "come": "came",
        "eat": "ate eaten",
        "drink": "drank drunk",
        "speak": "spoke spoken",
        "tell": "told",
        "sell": "sold sale",
        "buy": "bought",
        "build": "built builder",
        "make": "made maker",
        "begin": "began begun",
        "sit": "sat",
        "stand": "stood",
        "bring": "brought",
        "catch": "caught",
        "ride": "rode ridden rider",
        "lead": "led",
        "leave": "left",
        "say": "said",
        "see": "saw seen",
        "die": "died dying dead death deaths",
        "think": "thought",
        "know": "knew known",
        "lie": "lay lain lying",
        "choose": "chose chosen",
        "wear": "wore worn",
        "break": "broke broken",
        "shoot": "shot",
        "spend": "spent",
        "pay": "paid",
        "lose": "lost",
        "wave": "waving",
        "overshoot": "overshot",
        "grow": "grew grown",
        "rule": "reign reigned reigning ruler rulers",
        "sign": "signed signature",
        "manufacture": "manufacturer",
        "wife": "wives",
        "man": "men",
        "woman": "women",
        "child": "children",
        "travel": "traveller traveler",
        "succeed": "successor successors succession",
        "arrive": "arrival arrivals",
        "depart": "departure departures",
        "newspaper": "news",
    }.items()
    for form in forms.split()
}
"""Form -> the word it is a form of, where spelling alone does not tell."""

MAX_STEMS_KEPT = 20_000
"""Stems of words that stay in memory."""


@lru_cache(maxsize=MAX_STEMS_KEPT)
def stem(word: str) -> str:
    """What all forms of a word have in common, by spelling and a short list of irregular forms.

    >>> [stem(word) for word in ("travelled", "travelling", "travels", "carriage", "colour", "color", "flew", "flying")]
    ['travel', 'travel', 'travel', 'carriag', 'color', 'color', 'fli', 'fli']
    """
    base = singular(word)
    base = _IRREGULAR.get(base, _IRREGULAR.get(word, base))
    # Both spellings become one; that FOUR and JOURNEY lose a letter, too, does no harm on both sides of a comparison.
    base = base.replace("our", "or").replace("ise", "ize").replace("yse", "yze")
    if base.endswith("ing") and len(base) > 5:
        base = _undouble(base[:-3])
    elif base.endswith("ed") and len(base) > 4:
        base = _undouble(base[:-2])
    elif base.endswith("ly") and len(base) > 5:
        base = base[:-2]
    if base.endswith("ive") and len(base) > 7:
        base = base[:-3]
    if base.endswith("re") and len(base) > 5 and base[-3] in "tb":
        base = base[:-2] + "er"
    base = base.removesuffix("e")
    return base[:-1] + "i" if base.endswith("y") and len(base) > 2 else base


def _undouble(base: str) -> str:
    is_doubled = len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeious"
    return base[:-1] if is_doubled else base


def content_stems(typed: tuple[str, ...]) -> tuple[str, ...]:
    """The stems of the words that mean something, in order, each once."""
    meant = (word for word in typed if word not in FUNCTION_WORDS and (len(word) > 1 or word.isdecimal()))
    return tuple(dict.fromkeys(map(stem, meant)))


SIDES = {"inside": stem("interior"), "outside": stem("exterior")}
"""Words that mean nothing in INSIDE THE TRAIN, and in PICTURES OF THE INSIDE -> what they mean there."""
