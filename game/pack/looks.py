"""What a pack says about how it looks: what is drawn around its furniture, its strip, its title, its map, its accent.

Scenes and sprites themselves are text files of the pack; nothing here reads them.
"""

from typing import Annotated, Literal, get_args

from msgspec import Meta

from game.core.records import Record, Text

Shell = Literal["carriage", "side", "platform", "harbour", "room", "stair", "street", "outside", "shore", "none"]
"""What is drawn around the furniture of a room."""

SHELLS: tuple[Shell, ...] = get_args(Shell)

StripKind = Literal["train", "plan", "list", "none"]
"""What runs along the top of the screen."""

Accent = Literal["khaki", "slate", "brick", "moss", "plum", "sand"]
"""The quiet colour of headings and hairlines."""

Side = Literal["right", "left", "above", "below"]
"""Where the name of a town stands on the map."""

MAX_DEGREES = 360
"""Degrees that a corner of a coast may be away: a land may go on beyond the date line."""


class MapOutline(Record, frozen=True, kw_only=True):
    """The land behind the routes of the map, and which part of the world it shows."""

    south: Annotated[float, Meta(ge=-90, le=90, description="Latitude of the lower edge, in degrees north.")]
    north: Annotated[float, Meta(ge=-90, le=90, description="Latitude of the upper edge.")]
    middle: Annotated[float, Meta(ge=-180, le=180, description="Longitude in the middle of the map.")]
    degree_share: Annotated[
        float,
        Meta(
            gt=0,
            le=1,
            description="Width of a degree of longitude over that of one of latitude: the cosine of the latitude in "
            "the middle; 0.82 at 35 degrees, 0.64 at 50.",
            examples=[0.82],
        ),
    ] = 0.82
    grid: Annotated[float, Meta(ge=0.1, le=90, description="Degrees from one dotted line to the next.")] = 5
    coasts: Annotated[
        dict[str, Text],
        Meta(
            min_length=1,
            description="Name of a land -> its corners in order, as longitude,latitude; the last is joined to the "
            "first.",
            examples=[{"island": "4.1,52.0 4.3,52.2 4.6,52.1 4.4,51.9"}],
        ),
    ]


def read_corners(listed: str) -> list[tuple[float, float]]:
    """The corners of a land: those that are written as longitude,latitude.

    >>> read_corners("4.1,52.0 4.3,52.2 north")
    [(4.1, 52.0), (4.3, 52.2)]
    """
    pairs = (corner.split(",") for corner in listed.split() if is_corner(corner))
    return [(float(longitude), float(latitude)) for longitude, latitude in pairs]


def is_corner(written: str) -> bool:
    """Whether a text is a longitude and a latitude.

    >>> is_corner("4.1,52"), is_corner("4.1"), is_corner("4.1,nan"), is_corner("4,1e9")
    (True, False, False, False)
    """
    numbers = written.split(",")
    try:
        return len(numbers) == 2 and all(abs(float(number)) <= MAX_DEGREES for number in numbers)
    except ValueError:
        return False
