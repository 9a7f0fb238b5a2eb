"""What the articles say: sources, facts, the people and things they name, and where they differ.

Everything here is frozen and declared once: the content checker, the published JSON Schema and the compiled
pack are all made from these types. This module does not know rooms, files or players.
"""

from collections.abc import Container, Iterable
from typing import Annotated, Literal

from msgspec import Meta, field

from game.core.records import Id, Record, Text

Cite = Annotated[
    str,
    Meta(
        pattern=r"^[A-Z]¶[1-9][0-9]{0,3}(?!\n)$",
        description="Source id, pilcrow, paragraph number from 1: A¶23.",
    ),
]
_DAY = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
When = Annotated[
    str,
    Meta(
        pattern=rf"^{_DAY}(/{_DAY})?(?!\n)$",
        description="A date as exact as the source gives it (2019, 2019-04, 2019-04-24), or two joined by a slash.",
    ),
]
Strength = Literal["stated", "reported", "photo", "speculated"]
"""How sure the source is: it says so flatly; it passes on what someone said; a picture shows it; it hedges."""

AnswerType = Literal["number", "date", "person", "place", "house", "thing", "yes or no", "statement"]
"""What answers a question after an attribute: how fast asks for a number, afraid for a yes or a no."""

Polarity = Literal["yes", "no", "not told"]
"""Whether a claim affirms, denies, or says that the article leaves something open."""

DifferenceKind = Literal["contradict", "figures", "wording", "sureness", "both-may-hold", "one-source"]
"""In what two sides are not alike. Only the first two are disputes: there a player must name the source."""

Judgement = Literal["contradict", "differ", "surer", "agree", "none"]
"""What a reader finds between two notes: both cannot be so; they differ and both may stand; the same matter, and one is
surer; they agree; nothing."""

OneSourceJudgement = Literal["contradict", "differ", "surer"]
"""What one article in two places can be to itself."""

Todo = Literal["CLAIM", "SPLIT", "SURE", "WHO"]
"""What a person has still to do to a draft: write the claim, split it, say how sure it is, say who says so."""

Asked = Literal["strength", "source"]
"""A question that can be made of a fact alone: how sure is its source, or which source says so."""

Licence = Literal["", "own", "permission"]
"""Whether the pack may hold sentences of a source: its makers wrote it, or have permission."""

FactKind = Literal["attribute", "quantity", "event", "habit", "relation", "caption", "saying", "unknown"]
EntityKind = Literal["person", "place", "vehicle", "press", "institution", "event", "food", "drink", "object", "work"]


class SentenceMap(Record, frozen=True, kw_only=True):
    """What can be published of one sentence of an article, so that claims are compared with it where it is not at hand.

    Words that mean something are hashes of 20 bits, in the order of the hashes: a guess can be tested, nothing read.
    """

    figures: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    refers: Annotated[tuple[str, ...], Meta(description="Words such as he or father, for somebody not named.")] = ()
    hedges: tuple[str, ...] = ()
    wholes: Annotated[tuple[str, ...], Meta(description="Words that leave nothing out: all, every, always.")] = ()
    stems: Annotated[str, Meta(description="Hashes of the stems of its words.")] = ""
    denied: Annotated[str, Meta(description="Hashes of the stems right after a negation.")] = ""
    hedged: Annotated[str, Meta(description="Hashes of the stems near a hedge.")] = ""


class Paragraph(Record, frozen=True, kw_only=True):
    """One non-empty line of an article, known by what can be published of it: never its sentences."""

    number: Annotated[int, Meta(ge=1, description="Counted over non-empty lines, from 1.")]
    hash: Annotated[
        str, Meta(pattern=r"^[0-9a-f]{16}(?!\n)$", description="First 16 hex digits of the line's BLAKE2b.")
    ]
    figures: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    sentences: Annotated[
        tuple[SentenceMap, ...],
        Meta(description="What each of its sentences is compared by, as carriages sources scan writes it."),
    ] = ()
    unused: Annotated[str, Meta(description="Why no fact cites this paragraph; empty when one does.")] = ""


class Source(Record, frozen=True, kw_only=True):
    """One article."""

    id: Annotated[str, Meta(pattern=r"^[A-Z](?!\n)$", description="One capital letter, used in cites.")]
    title: Annotated[Text, Meta(description="How the tour names this article.")]
    date: Annotated[When, Meta(description="Day of publication.")]
    publisher: Annotated[
        str, Meta(description="The house that published it; empty when our copy does not name it.")
    ] = ""
    licence: Annotated[
        Licence,
        Meta(
            description="own: the makers of the pack wrote it. permission: they may use its sentences. Either switches "
            "the rule off that no sentence may be copied from it."
        ),
    ] = ""
    paragraphs: tuple[Paragraph, ...]


NO_SPEAKER = "the article"
"""Speaker of a fact that the article states itself."""


class About(Record, frozen=True, kw_only=True):
    """Whom, what and when a fact is about, so that distinct people and dates never merge."""

    who: Annotated[tuple[str, ...], Meta(description="Ids of the entities the fact is about.")] = ()
    when: When | None = None
    era: Annotated[str, Meta(description="The time a fact belongs to when no date is given, in words.")] = ""


class Attribute(Record, frozen=True, kw_only=True):
    """One thing that can be told of a subject, such as its speed, with the words people ask by."""

    answer: Annotated[AnswerType, Meta(description="What answers a question after it.")]
    words: Annotated[tuple[Text, ...], Meta(min_length=1, description="Words people ask by: fast, slow, mph.")]


class Ask(Record, frozen=True, kw_only=True):
    """A question to be made of a fact."""

    what: Annotated[Asked, Meta(description="strength: how sure is the source? source: which source says so?")]
    about: Annotated[
        str, Meta(description="What is asked about, in a sentence; left empty, it is the claim without its hedge.")
    ] = ""


class Fact(Record, frozen=True, kw_only=True):
    """One checkable claim, in our own words, with its cites and how sure the source was."""

    id: Id
    claim: Annotated[
        Text,
        Meta(
            description="One sentence in our own words that can be read alone: names, date, hedge, whose time. Only a "
            "draft may lack it."
        ),
    ] = ""
    cites: Annotated[
        tuple[Cite, ...],
        Meta(min_length=1, description="Every paragraph it needs, the one with the year or the name included."),
    ]
    of: Annotated[
        str,
        Meta(
            pattern=r"^([a-z][a-z0-9-]*\.[a-z][a-z-]*)?(?!\n)$",
            description="What it tells of what: the id of an entity or a journey, a dot, an attribute of the tour.",
        ),
    ] = ""
    strength: Annotated[
        Strength,
        Meta(
            description="How sure the source is. stated: it says so flatly. reported: it passes on what someone said. "
            "photo: a picture or footage shows it. speculated: it hedges."
        ),
    ]
    said_by: Annotated[Text, Meta(description="The person, paper or agency the claim rests on, or 'the article'.")] = (
        NO_SPEAKER
    )
    kind: Annotated[FactKind, Meta(description="What sort of claim it is; unknown: the source leaves it open.")]
    about: About = About()
    terms: Annotated[
        tuple[Text, ...],
        Meta(description="What a right rendering must contain; each stands in one of the cited paragraphs."),
    ] = ()
    differs_from: Annotated[
        tuple[str, ...],
        Meta(description="Ids of facts this one conflicts with; not needed where differences.yaml says it."),
    ] = ()
    ask: Annotated[
        tuple[Ask, ...],
        Meta(
            description="Questions to be made of it: strength, how sure its source is; source, which source says so. "
            "Also names alone, or each name with what is asked about.",
            examples=[["source"], {"strength": "Ivo Brandt was offered a medal"}],
        ),
    ] = ()
    read: Annotated[
        str,
        Meta(
            pattern=r"^([0-9a-f]{8})?(?!\n)$",
            description="Signature of a person who compared it with its paragraphs: carriages ledger sign prints it.",
        ),
    ] = ""
    rumour: Annotated[
        bool, Meta(description="True when it is told as a rumour; such facts are never scored as truths.")
    ] = False
    reading: Annotated[
        bool,
        Meta(description="True when the article does not say it itself: whoever reads all of the article finds it."),
    ] = False
    draft: Annotated[
        bool,
        Meta(description="True until a person has confirmed it; a draft is shown as one, and no question rests on it."),
    ] = False
    todo: Annotated[tuple[Todo, ...], Meta(description="What a person has still to do to a draft.")] = ()


class FactReading(Record, frozen=True, kw_only=True):
    """What a machine reads out of the claim of one fact: what it can be compared by, and answered from."""

    figures: tuple[str, ...] = ()
    """With their units: 37 mph, 10 day."""
    dates: tuple[str, ...] = ()
    """Each as exact as it is told: 2019, 2019-04, 2000/2003."""
    names: tuple[str, ...] = ()
    """Ids of the entities it names, in its order."""
    reign: str = ""
    """Id of the former ruler whose time it tells of; empty for the present and for no time."""
    polarity: Polarity = "yes"
    hedges: tuple[str, ...] = ()
    """The words that carry its strength."""


class Entity(Record, frozen=True, kw_only=True):
    """A person, place, vehicle, paper or thing that the articles name; asking about it tells its facts."""

    id: Id
    name: Annotated[Text, Meta(description="As a sentence has it: Ivo Brandt, the lens.")]
    names: Annotated[tuple[Text, ...], Meta(description="Other words a player may type for it.")] = ()
    kind: Annotated[EntityKind, Meta(description="What it is; the press is who reports.")]
    lies_in: Annotated[str, Meta(description="Id of the place it lies in: a town in a country.")] = field(
        name="in", default=""
    )
    gloss: Annotated[Text, Meta(description="Who or what it is, in one sentence that the listed facts bear out.")]
    facts: Annotated[tuple[str, ...], Meta(description="Ids of the facts the gloss rests on.")] = ()
    draft: Annotated[bool, Meta(description="True until a person has written its gloss and seen to its kind.")] = False


class Side(Record, frozen=True, kw_only=True):
    """What one side of a difference says."""

    says: Annotated[Text, Meta(description="In a few words, as it stands after the topic: 41 metres.")]
    facts: Annotated[tuple[str, ...], Meta(min_length=1, description="Ids of the facts that say so.")]

    def find_noted(self, noted: Container[str]) -> str:
        """The first of its facts that is noted; empty where none is."""
        return next((fact_id for fact_id in self.facts if fact_id in noted), "")


def map_cites(sources: Iterable[Source]) -> dict[str, Paragraph]:
    """Cite -> its paragraph, of all sources."""
    return {f"{source.id}¶{paragraph.number}": paragraph for source in sources for paragraph in source.paragraphs}


class Comparison(Record, frozen=True, kw_only=True):
    """Two or more things that the articles tell and that a reader should see beside each other."""

    id: Id
    topic: Annotated[Text, Meta(description="The point at issue, as a heading.")]
    sides: Annotated[tuple[Side, ...], Meta(min_length=2)]
    wording: Annotated[Text, Meta(description="How the tour puts it: all sides, none chosen.")]
    caution: Annotated[Text, Meta(description="What nobody may print of it: neither figure for the other.")] = ""
    draft: Annotated[bool, Meta(description="True until a person has decided; until then nobody is shown it.")] = False

    def is_met(self, noted: Container[str]) -> bool:
        """Whether facts of at least two sides are among some ids of facts."""
        return sum(1 for side in self.sides if side.find_noted(noted)) > 1

    def choose_pair(self, noted: Container[str]) -> tuple[str, str]:
        """The first fact on each of the first two sides of which something is noted; only where it is met."""
        one, other = [found for side in self.sides if (found := side.find_noted(noted))][:2]
        return one, other


JUDGEMENT_BY_KIND: dict[DifferenceKind, Judgement] = {
    "contradict": "contradict",
    "figures": "differ",
    "wording": "differ",
    "sureness": "surer",
    "both-may-hold": "differ",
    "one-source": "differ",
}
"""What lies between the sides of a difference, by its kind; of one source where its record does not say."""


class Difference(Comparison, frozen=True, kw_only=True):
    """A point on which the articles, or two places in one of them, are not alike."""

    kind: Annotated[
        DifferenceKind,
        Meta(
            description="contradict: both cannot be true. figures: they give different figures. wording: they use "
            "different words. sureness: one is surer than the other. both-may-hold: both can be true. one-source: one "
            "article, in two places."
        ),
    ]
    judge: (
        Annotated[
            OneSourceJudgement,
            Meta(description="Only with one-source: what its two places are to each other; left out: differ."),
        ]
        | None
    ) = None

    @property
    def judgement(self) -> Judgement:
        """What a reader should find between its sides."""
        return self.judge or JUDGEMENT_BY_KIND[self.kind]

    ask: Annotated[
        tuple[Literal["agreement"], ...],
        Meta(description="agreement: a question is made of its topic, whether the sources agree on it."),
    ] = ()

    @property
    def is_dispute(self) -> bool:
        """Whether a reader who knows one side alone knows something that the other side denies."""
        return self.kind in ("contradict", "figures")


class AgreedPoint(Comparison, frozen=True, kw_only=True):
    """A point on which the articles, or two places in one of them, say the same."""

    @property
    def judgement(self) -> Judgement:
        """That its sides agree."""
        return "agree"


class MixUp(Comparison, frozen=True, kw_only=True):
    """Things that are easily taken for one another, although the articles do not differ on them."""

    @property
    def judgement(self) -> Judgement:
        """That there is nothing between its sides."""
        return "none"


AnyComparison = Difference | AgreedPoint | MixUp
