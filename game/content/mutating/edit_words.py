"""Words that edits put into a text. No rule uses these lists, so that the share of noticed edits is meaningful."""

UNITS = {
    "mph": "km/h",
    "km/h": "mph",
    "hours": "days",
    "days": "weeks",
    "day": "week",
    "years": "months",
    "year": "decade",
    "months": "weeks",
    "million": "billion",
    "billion": "million",
    "won": "yen",
    "$": "€",
    "carriages": "locomotives",
    "people": "families",
    "cuisines": "courses",
    "hour": "minute",
    "year-old": "month-old",
}
"""A unit, or what is counted -> another."""

RELATIVES = {
    "father": "uncle",
    "sister": "cousin",
    "grandfather": "father",
    "wife": "sister",
    "son": "nephew",
    "uncle": "brother",
    "predecessor": "successor",
    "brother": "father",
    "successor": "teacher",
    "grandson": "son",
}
"""A relation -> another."""

SHADES = tuple(
    "crimson auburn beige aquamarine sand-coloured charcoal champagne ochre wine-dark sky-blue olive honey".split()
)

PEOPLE = tuple(
    "Sergei Lavrov|Angela Merkel|Moon Jae In|Choe Son Hui|Boris Yeltsin|Mike Pompeo|Dennis Rodman|Shinzo Abe".split("|")
)
"""Persons whom neither article names."""

HOUSES = tuple("CNN|Le Monde|Xinhua|The Guardian|Tass|NHK|Der Spiegel|Associated Press".split("|"))
"""Houses that neither article names."""

TOWNS = tuple("Irkutsk|Hanoi|Ulan Bator|Khabarovsk|Geneva|Sinuiju|Osaka|Busan|Dandong|Warsaw|Harbin|Rason".split("|"))
"""Places that neither article names."""

TURNED = {
    "first": "second",
    "last": "earliest",
    "before": "long after",
    "after": "ahead of",
    "abroad": "in his own country",
    "leaves": "returns to",
    "leaving": "coming back to",
    "heavier": "nimbler",
    "inside": "on top of",
    "domestic": "overseas",
    "former": "acting",
    "old": "brand-new",
    "more": "fewer",
    "private": "rented",
    "most": "hardly any",
    "many": "no more than two",
    "much": "nothing",
    "unsafe": "trustworthy",
    "luxury": "budget",
    "luxurious": "run-down",
    "afraid": "proud",
    "preferred": "least-loved",
    "favourite": "detested",
    "high": "modest",
    "long": "cramped",
    "small": "enormous",
    "boards": "gets off",
    "borrowed": "purchased",
    "late": "youthful",
    "early": "closing",
    "often": "seldom",
    "rarely": "constantly",
    "lengthy": "quick",
    "secretive": "well-publicised",
    "imported": "home-made",
    "forward": "sideways",
    "end": "middle",
    "tail": "middle",
    "fresh": "week-old",
    "live": "canned",
    "opulently": "sparingly",
    "military": "religious",
    "armoured": "wooden",
    "white": "striped",
    "guests": "prisoners",
    "guards": "musicians",
}
"""A word -> a word that reverses the meaning of the sentence."""

WIDENED = {
    "some": "all",
    "several": "all",
    "often": "always",
    "rarely": "never",
    "usually": "always",
    "one of": "each of",
    "many": "all",
    "most": "all",
    "part of": "all of",
    "among": "the only ones among",
    "sometimes": "always",
    "a carriage": "every carriage",
    "a few": "all",
}
"""A word -> a word that means all."""

HEDGES_CUT = (
    (r"\breportedly ", ""),
    (r"\blikely ", ""),
    (r"\bpossibly ", ""),
    (r"\bapparently ", ""),
    (r"\bprobably ", ""),
    (r"\bseems? to (?=\w)", ""),
    (r"\bappears? to be\b", "is"),
    (r"\bseems? to be\b", "is"),
    (r"\bis said to\b", "does"),
    (r"\bis expected to\b", "will"),
    (r"\bare expected to\b", "will"),
    (r",? according to [^,.;:]+", ""),
    (r",? by [^,.;:]*account\b", ""),
    (r",? by (?:media )?reports\b", ""),
    (r"^(?!Article|A |B )[A-Z][\w’ -]{2,40}? (?:reported|said|recalled|wrote|reports) that (\w)", r"\1"),
    (r",? (?!Article)(?:[A-Z][\w’]+ )+(?:said|reported|recalled|told)(?=[.;:]|$)", ""),
    (r"\bmay have\b", "has"),
    (r"\bsuggested that\b", "proved that"),
    (r"\bpeople speculated\b", "people saw"),
)
"""A pattern of words that make a sentence less certain -> the text without them."""

SURER = (
    "without any doubt",
    "as has been proved",
    "beyond all question",
    "certainly",
    "undeniably",
    "as everybody knows",
)

DETAILS = tuple(
    "with a chandelier of Bohemian crystal|under a ceiling of hammered tin|guarded by two marble lions|"
    "to the sound of an accordion|behind curtains of heavy brocade|with heated mahogany floors|"
    "and a swimming pool at the back|with a telescope on the roof|and an aquarium of sturgeon|"
    "fitted with radar and torpedoes|on wheels from Hungary|with an orchestra on board|and three hundred servants|"
    "paid for by a Swiss bank|and a hospital with two surgeons|with bathtubs carved of jade".split("|")
)
"""Details that no article contains, about subjects that an article might contain."""

INVENTIONS = (
    "The engine burns diesel bought in Japan.",
    "He learnt to drive it as a boy.",
    "The doors can only be opened from outside.",
    "A second train always follows with the luggage.",
    "The cook was trained in Lyon.",
    "Nobody may wear shoes on board.",
    "It was built in a shipyard near Nampo.",
    "The windows are painted over before each border.",
    "A doctor sleeps in the carriage next door.",
    "The rails were widened for it.",
    "It has been attacked twice.",
    "Its driver is chosen by lot.",
    "The crew are sworn to silence for life.",
    "The bath is filled with mineral water.",
)
"""Sentences that no article supports."""

STAGED_CLAIMS = tuple(
    "Kim Jong Un slept here in 2019.|The real train has one just like it.|It was built in 1987 in Minsk."
    "|It weighs 80 tonnes.|The leader is said to be gravely ill.|Vladimir Putin sat in this very seat."
    "|Kim Jong Il died in a room like this.|Reuters has photographed it.|It can reach 180 km/h."
    "|Every North Korean schoolchild knows it.|It cost $12 million.|Two ministers were shot here."
    "|The train carries a nuclear missile.|Kim Yo Jong chose the colour.|In May 2018 it was taken to Dalian."
    "|The dictator smokes forty a day.|The train is bulletproof throughout.|He was afraid of flying.".split("|")
)
"""Claims about the world that a staged text must not make."""
