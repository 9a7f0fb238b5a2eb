"""Closed classes of words that change what a sentence says: colours, kin, opposites, certainty, the words of a museum.

A word of a class must be borne out by what a sentence rests on, however common it is.
"""

import re
from collections.abc import Iterable
from functools import cache

from game.core.names import words
from game.pack.claims.wording import stem


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, text.split()))


COLOURS = _stems(
    "red green khaki yellow pink white black blue grey gray brown purple violet orange gold golden silver beige cream "
    "crimson scarlet maroon turquoise teal cyan magenta ivory navy olive lilac bronze copper amber indigo tan rose "
    "emerald charcoal ochre lavender mustard plum rust coral salmon peach apricot lemon mauve burgundy ruby "
    "sapphire jade "
    "mint aqua azure cobalt fuchsia mahogany chestnut sepia taupe ebony pearl snow cherry wine-red vermilion puce"
)
KIN = _stems(
    "father mother sister brother wife husband son daughter uncle aunt grandfather grandmother cousin nephew niece "
    "predecessor successor widow grandson granddaughter parent brother-in-law twin heir"
)
KIN_OF: dict[str, str] = {
    **dict.fromkeys(_stems("son daughter"), "father"),
    **dict.fromkeys(_stems("grandson granddaughter"), "grandfather"),
    "brother": "sister",
    "sister": "brother",
    "wife": "husband",
    "husband": "wife",
}
"""Relation -> the relation seen from the other side: whoever has a father is his son."""

WHOLE = _stems("all every each always only entirely wholly whole everybody never ever")
"""Words that leave nothing out."""

EVERY = _stems("all every each")
"""Words of that class that say the same."""

SURE = _stems(
    "certainly definitely undoubtedly proved proven proof proves undeniably "
    "unquestionably evidently obviously doubt doubtless undoubted certain "
    "undeniable truly guaranteed everybody"
)
"""Words that make a claim surer than a flat one."""

_PAIRS = """
first second|first third|first fourth|last second|domestic overseas|abroad home|foreign home
first last|leave arrive|left right|before after|start end|begin end|more less|most least|many few|early late
north south|east west|forward back|inside outside|old new|old young|fast slow|quick slow|heavy light|large small
big small|long short|high low|rare often|often seldom|seldom frequent|sometimes always|rich poor|safe unsafe
safe dangerous|alive dead|live dead|born died|public secret|private public|domestic foreign|home abroad
military civil|civilian military|import export|imported exported|buy sell|bought sold|borrow lend|borrowed owned
same different|near far|known unknown|success failure|win lose|friend enemy|war peace|hot cold|full empty
cheap expensive|luxurious plain|modern old-fashioned|fresh stale|front rear|head tail|above below|elder younger
increase decrease|ally enemy|guest host|land sea|day night|morning evening|summer winter|spring autumn|man woman
boy girl|ordinary special|desktop laptop|hard soft|strong weak|true false|preferred avoided|favourite least
entrance exit|board alight|boarding leaving|departure arrival|depart arrive|north-korean south-korean|praise mock
admire mock|former current|former present|retired serving|confirm deny|confirmed denied|afraid fond|unnamed named
dated undated|reported denied|heavier lighter|longer shorter|larger smaller|bigger smaller|faster slower
older younger|less more|lavish modest|opulent modest|famine plenty|began ended|opened closed|arrived departed
arrives leaves|past future|former future|expected unexpected|preferred disliked|preferred shunned|preferred rejected
favorite disliked|luxurious shabby|luxurious spartan|luxurious simple|luxury cheap|luxury shabby|secretive open
secretive public|secret open|secret announced|opulent spartan|much little|many little|heavy weightless
protected unprotected|protected exposed|safe exposed|armored unarmored|famous obscure|rare common|rare frequent
distinctive faint|imported domestic|live frozen|fresh frozen|fresh tinned|alive killed|hiding visible|parked moving
parked passing|regular irregular|white black|single double|nuclear conventional|enjoy dislike|enjoy detest
enjoy refuse|afraid brave|afraid unafraid|fear love|clear doubtful|clear murky|comfort discomfort|allow forbid
allow refuse|begin finish|began finished|held dropped|carry refuse|join leave|accompany abandon|surround desert
borrowed bought|borrowed stolen|borrowed built|unsafe reliable|unsafe secure|end front|end head|foreign domestic
favorite last|fond hated|quiet loud|clean dirty|soft loud|inside out|official unofficial|national international
soviet american|wide narrow|thick thin|deep shallow
"""


def _read_pairs() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _PAIRS.replace("\n", "|").split("|"):
        if pair.strip():
            one, other = map(stem, pair.split())
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITES = _read_pairs()
"""Stem -> stems of words that say the opposite."""

MEASURES = frozenset(
    "mph km km/h kilometre kilometer mile metre meter feet ton tonne kilogram kg pound dollar euro won rouble ruble "
    "year month week day hour percent degree litre liter people person passenger guest soldier guard".split()
)
"""Units of the world, as against cards and drawers, which the museum counts."""

PRIVATE_LIFE = _stems(
    "ill illness sick sickness disease dying died dead death surgery doctor hospital drunk obese cancer stroke "
    "war killed kill murder murdered execute executed crime criminal torture tortured prison prisoner shot nuclear "
    "missile weapon bomb starve starved starving famine mistress lover affair"
)
"""What a museum never makes up of the living."""

RULER = _stems("leader dictator ruler chairman marshal general president premier kim")
"""Words for somebody in power, who is not made up either."""

SOURCE_TALK = _stems(
    # What a text says of texts.
    "article articles source sources caption captions paragraph paragraphs sentence sentences word words headline text "
    "heading copy account report reported quote quoted line page note notes noted print printed write writes written "
    "read reads say says said tell tells told name names named call calls called give gives given speak speaks put "
    "puts word mention mentions mentioned describe describes described state states stated claim claims hedge hedges "
    "reporter paper date dated figure fact facts question answer title wording verb mark marks quotation add adds "
    "mix mixes mixed confuse confused easily "
    "pass passes passed origin attribute attributed attributes implication implies implied possible possibly "
    "possibility "
    "early round last beginning writing whole perhaps unclear measurement measure differ differs difference "
    "agree agrees book record records symbol refer refers "
    "reference trace traces whole general comparison compare contradict connect connects introduce introduces "
    "description "
    "section inference hedged hedge cite cites cited lack lacks omit month months hence general simply symbol "
    "somewhere "
    "nowhere away afterwards opposite turn turns right view watch cover covered blank passage key older whereabouts "
    "story stories credit credited belong belongs elsewhere enter enters attribution photographer author reader "
    "example "
    "flat flatly count counts counted guess guessed impression "
    "ask asks term label labels card cards plate tag sign legend list lists entry chapter "
    # What it says of rooms and exhibits.
    "country countries city town power held home lead leads led reach reached arrive arrives arrived taste witness "
    "witnesses "
    "room carriage exhibit museum visitor conductor tour staged attested implied inferred plaque number frame framed "
    "glass case board picture pictures photograph photographs photo show shows shown see seen look looks stand stands "
    "stood hang hangs hung lie lies lay hold holds model drawing drawn map chart "
    # Words without a matter of their own.
    "one two three half pair set part rest end place kind way side point side matter reason use used make makes made "
    "come comes came keep kept bring brought leave leaves left stay stays mean means find found seem take takes took "
    "know known day time year today begin begins another other others whoever itself himself or nor both neither "
    "either while until since because whether alone apart own without among beside besides below above behind near "
    "next later earlier again exact exactly hardly almost even well enough less more most least nothing nobody none "
    "however instead rather though although till upon within whose yes open leave bear rest hand for let lets "
    "further alike always aboard along first second third twice once together only just still "
    # Numbers, which are compared as figures, and small words of place.
    "four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth inside outside undated against past beneath "
    "across around along through towards beyond within else several few begin began begun "
    "come go goes gone going went be being stop follow follows followed with".replace("\n", " ")
)
"""Words a museum speaks in, whatever it shows: they bring nothing into a sentence that a source would have to bear."""


_FORMS = """
fly flew flown flight flying|lead led|go went gone|begin began begun|meet met|hold held|sell sold sale|sit sat seat
drive drove driven|bring brought|take took taken|build built|speak spoke spoken|ride rode ridden|rise rose|wear wore
make made|give gave given|write wrote written|eat ate eaten|drink drank drunk|send sent|pay paid|win won|lose lost
choose chose choice|grow grew grown|know knew known|show shown|see saw seen sight|hear heard|run ran|come came
travel journey trip tour ride|aeroplane airplane plane aircraft jet|movie film footage video|car sedan limousine
china chinese|russia russian|korea korean|japan japanese|france french|switzerland swiss|ukraine ukrainian
soviet union|germany german|america american|vietnam vietnamese|singapore singaporean|europe european|paris parisian
tv television set|photo photograph picture image|die died death dead|live life alive|think thought|buy bought
strong strength|long length|high height|deep depth|wide width|proof prove proven|succeed successor succession
sea seaside coast coastal|compute computer laptop macbook|arm armour armoured armor|secret secrecy secretive
wealth riches rich|fear fears afraid scared|abroad foreign overseas|choice choose|part partly
armed arms weapon|say said saying|guard guarded|cook cooked
"""


def _read_forms() -> dict[str, str]:
    # The first word of a line stands for all its forms.
    rows = [[stem(word) for word in row.split()] for row in _FORMS.replace("\n", "|").split("|") if row.strip()]
    return {form: row[0] for row in rows for form in row}


FORMS = _read_forms()
"""Stem of an irregular form, or of a word for the same -> one stem for all of them."""


def list_spellings(found: str) -> tuple[str, ...]:
    """The stems under which a word and its relatives may be kept: those of the table, with or without an e.

    >>> list_spellings("wav")
    ('wav', 'wave', 'wav')
    """
    # The stem of "waving" is "wav", of "wave" it is "wave": by their hashes they have nothing in common.
    forms = tuple(form for form, first in FORMS.items() if first == FORMS.get(found)) or (found,)
    return (*forms, f"{found}e", found.removesuffix("e"))


MIN_ROOT_LETTERS = 4
"""Letters that an ending leaves standing."""

_ENDINGS = tuple(
    "ations ation ition ement ments ment ances ance ences ence ancy ency ious ous ities ity ion ure ier iest ily ness "
    "ship ful less able ible ical ial ist ism ive ant ent ary ory ery ern est ise ize al er or en y e".split()
)


@cache
def find_root(found: str) -> str:
    """One form for all words of a family, of a word's stem: by spelling, and by a short list.

    >>> [find_root(stem) for stem in ("flew", "departure", "depart", "heavier", "heavy")]
    ['fly', 'depart', 'depart', 'heav', 'heav']
    """
    if found in FORMS:
        return FORMS[found]
    for ending in _ENDINGS:
        if found.endswith(ending) and len(found) - len(ending) >= MIN_ROOT_LETTERS:
            found = found.removesuffix(ending)
            return FORMS.get(found, found)
    return found


def find_roots(stems: Iterable[str]) -> frozenset[str]:
    """The roots of some stems."""
    return frozenset(map(find_root, stems))


_NOT_WHOLE = re.compile(
    r"\bnot (?:all|only|every|always)\b|\ball (?:two|three|four|five|six|seven|round|around|over)\b", re.IGNORECASE
)
"""What leaves something out, or only counts."""


def find_wholes(text: str) -> tuple[str, ...]:
    """Words of a text that leave nothing out, each once, as their stems.

    >>> find_wholes("Every carriage is always full, though not all doors are; all three shut.")
    ('every', 'alway')
    """
    return tuple(found for found in dict.fromkeys(map(stem, words(_NOT_WHOLE.sub("", text)))) if found in WHOLE)
