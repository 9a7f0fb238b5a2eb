"""The places of a tour: rooms, exits, things, passages. Frozen; what a player did to them is in state.py.

Nothing here knows files, the parser or a screen.
"""

from typing import Annotated, Literal

from msgspec import Meta, field

from game.core.records import Id, Record, Text
from game.pack.kinds import Item
from game.pack.leads import Lead
from game.pack.ledger import AgreedPoint, AnyComparison, Attribute, Difference, Entity, Fact, FactReading, MixUp, Source
from game.pack.looks import Accent, MapOutline, Shell, Side, StripKind
from game.pack.newsroom import Newsroom
from game.pack.ways import Way
from game.pack.wording import Gloss, Guide, Nouns, TicketShape
from game.pack.works import Work, list_part_names, list_work_facts

Attestation = Literal["attested", "implied", "inferred", "staged"]
Windows = Literal["none", "slits", "small", "wide", "louvres"]


class Passage(Record, frozen=True, kw_only=True):
    """A piece of text a player can read: it rests on facts, or it is staged. Never both, never neither."""

    text: Annotated[Text, Meta(description="Left out, it is the claims of its facts.")] = ""
    facts: Annotated[tuple[str, ...], Meta(description="Ids of the facts it rests on.")] = ()
    staged: Annotated[bool, Meta(description="True for our own invention, which makes no claim about the world.")] = (
        False
    )


Replies = Annotated[
    dict[str, Passage], Meta(description="What is answered here instead of the usual, by what is tried: sit, listen.")
]
"""Id of an act (or TAKE, or a word for a closer look such as SEARCH) -> what is answered instead of the usual."""


class Thing(Record, frozen=True, kw_only=True):
    """Something in a room that can be examined, and perhaps carried."""

    id: Id
    name: Annotated[Text, Meta(description="As printed, without an article: pink leather chairs.")]
    names: Annotated[tuple[Text, ...], Meta(description="Other words a player may type for it.")] = ()
    passages: Annotated[
        tuple[Passage, ...],
        Meta(description="What examining it tells, in order; may be left out of a thing that can be worked."),
    ] = ()
    portable: Annotated[bool, Meta(description="True when the player may take it along.")] = False
    inside: Annotated[
        str, Meta(description="Id of the thing whose work holds it at first; an action there gives it.")
    ] = ""
    person: Annotated[bool, Meta(description="True for someone who can be talked to; invented, always.")] = False
    replies: Replies = field(default_factory=dict)
    works: Annotated[Work | None, Meta(description="How it can be worked; left out, it is only looked at.")] = None

    @property
    def all_names(self) -> tuple[str, ...]:
        """Everything it may be called, the parts that can be worked included."""
        return (self.name, *self.names, *list_part_names(self.works))


class Room(Record, frozen=True, kw_only=True):
    """A place of the tour."""

    id: Id
    number: (
        Annotated[
            int,
            Meta(ge=1, le=99999, description="Its place in the tour; left out for what is not counted."),
        ]
        | None
    ) = None
    name: Annotated[Text, Meta(max_length=28, description="As printed in the title line.")]
    names: Annotated[tuple[Text, ...], Meta(description="Other words a player may type for it.")] = ()
    standing: Annotated[Attestation, Meta(description="How far the articles bear out that there is such a place.")]
    plaque: Annotated[Passage, Meta(description="The brass plate by the door: why it has this standing.")]
    windows: Annotated[Windows, Meta(description="How a strip of the kind train draws it.")] = "small"
    floor: Annotated[
        int, Meta(ge=-99, le=999, description="On which floor a strip of the kind plan draws it; 0 is the ground.")
    ] = 0
    picture: (
        Annotated[
            Id,
            Meta(description="Scene in the pack's folder scenes, without .txt; left out: the one called as the room."),
        ]
        | None
    ) = None
    shell: (
        Annotated[
            Shell,
            Meta(
                description="What is drawn around its furniture where its scene does not say, in place of the tour's.",
                examples=["outside"],
            ),
        ]
        | None
    ) = None
    alt: Annotated[Text, Meta(description="The picture in one sentence, for those who do not see it.")]
    exits: Annotated[
        dict[Id, str],
        Meta(
            description="Way -> room id. A way back that only the other room writes is added by its opposite.",
            examples=[{"up": "lamp-room", "out": "gallery"}],
        ),
    ] = field(default_factory=dict)
    one_way: Annotated[tuple[Id, ...], Meta(description="Those of its exits from which no way leads back.")] = ()
    passages: Annotated[tuple[Passage, ...], Meta(min_length=1, description="What one reads on entering, in order.")]
    things: tuple[Thing, ...] = ()
    replies: Replies = field(default_factory=dict)
    topics: Annotated[tuple[Id, ...], Meta(description="What its questions are about: food, planes.")] = ()
    items: Annotated[tuple[Item, ...], Meta(description="Questions asked in this room.")] = ()
    guided: Annotated[
        tuple[Text, ...],
        Meta(
            description="What GUIDE does here, line by line, as a player would type it; then it walks on to the next "
            "room that has such lines. A fact in braces is the number of its note.",
            examples=[["x timetable", "compare {average-37} with {speed-50-kmh}"]],
        ),
    ] = ()


class Place(Record, frozen=True, kw_only=True):
    """A point of the map of journeys."""

    id: Id
    name: Annotated[Text, Meta(description="As the articles name it, and no more exactly.")]
    lon: Annotated[float, Meta(ge=-180, le=180, description="Degrees east; where the map puts it.")]
    lat: Annotated[float, Meta(ge=-90, le=90, description="Degrees north.")]
    side: Annotated[Side, Meta(description="On which side of the town its name is written, where there is room.")] = (
        "right"
    )


NOT_TOLD = "not told"
"""The means of a journey of which no source says how one travelled."""


class Journey(Record, frozen=True, kw_only=True):
    """A journey that the articles tell of; it is on the map once one of its facts has been noted."""

    id: Id
    title: Annotated[Text, Meta(description="Where it led.")]
    when: Annotated[Text, Meta(description="Its date in words, as exact as the articles give it.")]
    means: Annotated[
        Text,
        Meta(
            description="How one travelled: train, plane, ship, on foot, or any other word; not told, where no source "
            "says it.",
            examples=["on foot"],
        ),
    ]
    stops: Annotated[tuple[str, ...], Meta(min_length=2, description="Ids of places, in order.")]
    via: Annotated[
        tuple[tuple[float, float], ...],
        Meta(description="Longitude and latitude of bends after the first stop, so that the line keeps to land."),
    ] = ()
    who: Annotated[tuple[str, ...], Meta(description="Ids of those who travelled, and of those they met.")] = ()
    facts: Annotated[tuple[str, ...], Meta(min_length=1, description="Ids of the facts that tell of it.")]


class Tour(Record, frozen=True, kw_only=True):
    """The tour as a whole: its name, where it starts and what is at hand everywhere."""

    id: Id
    title: Annotated[Text, Meta(description="The name of the tour.")]
    tagline: Annotated[Text, Meta(description="What it is, in half a sentence.")]
    start: Annotated[str, Meta(description="Id of the room in which a new tour starts.")]
    finish: Annotated[str, Meta(description="Id of the room that ends the tour.")]
    origin: Annotated[str, Meta(description="Where the journey starts, as shown beside the clock.")] = ""
    destination: Annotated[str, Meta(description="Where it leads.")] = ""
    minutes: Annotated[
        int,
        Meta(
            ge=0,
            description="How long the journey takes; its clock moves as numbered rooms are first entered. 0: no clock.",
        ),
    ] = 0
    revised: Annotated[
        str,
        Meta(
            pattern=r"^([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?(?!\n)$",
            description="Day on which its questions were last changed; Anki updates notes by it.",
        ),
    ] = ""
    languages: Annotated[
        tuple[Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*(?!\n)$")], ...],
        Meta(
            min_length=1,
            description="Languages of its texts, as codes. The game's own sentences are English whatever they are.",
            examples=[["en", "de"]],
        ),
    ] = ("en",)
    desks: Annotated[tuple[str, ...], Meta(description="Ids of the rooms in which a dispatch can be written.")] = ()
    doors: Annotated[
        tuple[str, ...],
        Meta(description="Ids of the rooms at whose door one question is asked about what was seen."),
    ] = ()
    renamed: Annotated[
        dict[str, str],
        Meta(
            description="Former id of a room -> its id today, or its next one, so that kept tours go on there.",
            examples=[{"attic": "studio"}],
        ),
    ] = field(default_factory=dict)
    opening: Annotated[tuple[Passage, ...], Meta(min_length=1, description="Read once, when a new tour starts.")]
    about: Annotated[tuple[Passage, ...], Meta(min_length=1, description="What the tour is, and what in it is staged.")]
    nouns: Annotated[Nouns, Meta(description="What its places are called.")] = Nouns()
    guide: Annotated[Guide | None, Meta(description="Who shows visitors round; leave it out for nobody.")] = None
    ways: Annotated[
        dict[Id, Way],
        Meta(
            description="Directions of its own, or more words for the usual ones: compass, up, down, in, out, left, "
            "right, forward, back.",
            examples=[{"aloft": {"opposite": "below", "words": ["a"]}}],
        ),
    ] = field(default_factory=dict)
    no_way: Annotated[
        Text | None,
        Meta(
            description="Said where no way leads in that direction; {way} is its name. The ways there are follow it.",
            examples=["There is one stair, and it does not go {way}."],
        ),
    ] = None
    shell: Annotated[
        Shell,
        Meta(
            description="What is drawn around the furniture of its rooms; none: a room without a scene shows its alt "
            "text in a frame.",
            examples=["room"],
        ),
    ] = "none"
    strip: Annotated[
        StripKind,
        Meta(
            description="What runs along the top of the screen: the rooms as a train, as the plan of a building by "
            "their floors, as a list of names, or nothing.",
            examples=["plan"],
        ),
    ] = "list"
    title_picture: Annotated[
        Id | None,
        Meta(
            description="Scene of the title and of the end; left out, name and tagline stand alone.",
            examples=["tower"],
        ),
    ] = None
    theme: Annotated[Accent, Meta(description="The quiet colour of headings and hairlines.", examples=["moss"])] = (
        "slate"
    )
    map: Annotated[
        MapOutline | None,
        Meta(
            description="The land behind the journeys; without it no map is offered.",
            examples=[{"south": 51, "north": 53, "middle": 4.4, "coasts": {"island": "4.1,52.0 4.3,52.2 4.6,52.1"}}],
        ),
    ] = None
    ends: Annotated[
        Text | None,
        Meta(description="Said on entering the last room; {room} is its name.", examples=["The lamp room: {room}."]),
    ] = None
    ticket: Annotated[TicketShape, Meta(description="How the ticket looks; railway is perforated.")] = "card"
    pseudonyms: Annotated[
        tuple[Text, ...],
        Meta(description="Words of which pseudonyms are made, with a number each.", examples=[["Beacon", "Gull"]]),
    ] = ()
    question: Annotated[
        Text | None,
        Meta(description="A question in a player's own words, as an example.", examples=["WHO LIT IT"]),
    ] = field(default=None, name="try")
    words: Annotated[
        dict[str, dict[str, Text]],
        Meta(
            description="Sentences in place of the game's own, by subject and name: an act with here, thing or person, "
            "or another subject, such as hints; `carriages check` lists them where a name is wrong. In braces: place, "
            "places, whole, guide, end, articles, most also with a capital.",
            examples=[{"listen": {"here": "The sea, below {whole}."}, "hints": {"on": "The stair goes on."}}],
        ),
    ] = field(default_factory=dict)
    glossary: Annotated[
        tuple[Gloss, ...],
        Meta(description="Words of its texts that a reader may not know; WHAT DOES, the word and MEAN asks for one."),
    ] = ()
    carried: Annotated[tuple[Thing, ...], Meta(description="What the player has from the start.")] = ()
    everywhere: Annotated[tuple[Thing, ...], Meta(description="What can be examined in every room.")] = ()
    places: Annotated[tuple[Place, ...], Meta(description="Points of the map of journeys.")] = ()
    journeys: Annotated[tuple[Journey, ...], Meta(description="Journeys told of, in the order of their dates.")] = ()
    attributes: Annotated[
        dict[str, Attribute],
        Meta(description="What facts can tell of a subject, such as speed, with the words people ask by."),
    ] = field(default_factory=dict)
    own_words: Annotated[
        tuple[Text, ...],
        Meta(
            description="Words of the museum and not of the world: sourced texts may use them, though no fact has them."
        ),
    ] = ()
    synonyms: Annotated[
        dict[str, tuple[Text, ...]],
        Meta(description="A word of a player's question -> words of the claims it may be meant for: fast -> speed."),
    ] = field(default_factory=dict)


class World(Record, frozen=True, kw_only=True):
    """A whole pack, checked. Mappings are id -> record, in the pack's order."""

    tour: Tour
    sources: dict[str, Source]
    facts: dict[str, Fact]
    entities: dict[str, Entity]
    differences: dict[str, Difference]
    agreements: dict[str, AgreedPoint] = field(default_factory=dict)
    mix_ups: dict[str, MixUp] = field(default_factory=dict)
    leads: dict[str, Lead] = field(default_factory=dict)
    """Those of leads.yaml; empty where a pack has no such file."""
    rooms: dict[str, Room]
    differing: dict[str, tuple[str, ...]]
    """Fact id -> ids of the differences it is part of."""
    readings: dict[str, FactReading] = field(default_factory=dict)
    """Fact id -> what is read out of its claim."""
    newsroom: Newsroom | None = None
    """What newsroom.yaml says; None where a pack has no such file."""
    carriages: int
    """How many rooms carry a number."""
    has_works: bool = False
    """Whether any thing of it can be worked."""
    digest: str = ""
    """First 16 hex digits of the BLAKE2b of all the pack's files: names this very content."""

    @property
    def comparisons(self) -> dict[str, AnyComparison]:
        """All that can be compared, id -> record. It is put together anew at each call; a turn has its own index."""
        return {**self.differences, **self.agreements, **self.mix_ups}


def facts_of(thing: Thing) -> tuple[str, ...]:
    """Ids of the facts that a thing tells when it is looked at or worked, each once."""
    seen = (fact_id for passage in thing.passages for fact_id in passage.facts)
    return tuple(dict.fromkeys((*seen, *list_work_facts(thing.works))))


def facts_in(room: Room) -> tuple[str, ...]:
    """Ids of the facts that can be noted in a room, each once."""
    here = (fact_id for passage in (*room.passages, room.plaque) for fact_id in passage.facts)
    return tuple(dict.fromkeys((*here, *(fact_id for thing in room.things for fact_id in facts_of(thing)))))
