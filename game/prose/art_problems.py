"""What can be wrong with drawings, sprites and scenes, in words for their author."""

from collections.abc import Iterable, Sequence


def describe_unknown_section(name: str, sections: Sequence[str]) -> str:
    """A section that such a file does not have."""
    return f"no section is called {name!r}; there are {', '.join(sections)}"


# Words of its own: the head of a sprite is a section without a name, which no list of names could show.
def describe_unknown_sprite_section(name: str) -> str:
    """A section that a sprite does not have."""
    return f"no section is called {name!r}; there are pixels and ascii"


def describe_unknown_setting(name: str, known: Iterable[str]) -> str:
    """A setting that a scene does not have."""
    return f"no setting is called {name!r}; there are {', '.join(sorted(known))}"


def describe_unknown_sprite(name: str) -> str:
    """A scene with a sprite that nobody has drawn."""
    return f"no sprite is called {name!r}"


def describe_unknown_thing(thing: str) -> str:
    """A scene that shows a thing its room does not have."""
    return f"its room has no thing {thing!r}"


def describe_blocked_door(sprite: str, columns: int) -> str:
    """Furniture in a door."""
    return f"{sprite} stands in a door at {columns} columns"


def describe_overlap(sprite: str, other: str, columns: int) -> str:
    """A piece of furniture that overlaps another one."""
    return f"{sprite} and {other} stand in each other at {columns} columns"


def describe_bay(low: int, high: int, found: str) -> str:
    """A bay of a width that no room has."""
    return f"expected bay: {low} to {high} pixels, found {found!r}"


def describe_choice(setting: str, allowed: Sequence[str], found: str) -> str:
    """A value that a setting does not take."""
    return f"expected {setting}: {', '.join(allowed)}; found {found!r}"


def describe_gradient(setting: str, found: str, ramps: Iterable[str]) -> str:
    """A gradient that is not two inks."""
    return f"expected {setting}: two of ramp.index; found {found!r}. Ramps: {', '.join(ramps)}"


def describe_mixed_gradient(found: str) -> str:
    """A gradient between two ramps."""
    return f"the gradient {found!r} mixes two ramps; it has no twin in 256 colours"


def describe_unknown_ramp(name: str) -> str:
    """A ramp that the palette does not have."""
    return f"no ramp is called {name!r}"


def describe_entry(found: str) -> str:
    """A line of a scene that is neither a sprite nor a window."""
    return f"expected SPRITE X PLACE [WIDTH] [flip] [= THING] or window X Y WxH; found {found!r}"


def describe_missing_ascii() -> str:
    """A sprite without characters."""
    return "[ascii] is missing: it is what is shown without colour"


def describe_missing_pixels() -> str:
    """A sprite without pixels."""
    return "[pixels] is missing"


def describe_wide_ascii(characters: int, pixels: int) -> str:
    """Characters that are wider than the pixels."""
    return f"this line has {characters} characters; the pixels are {pixels} wide"


def describe_not_ascii() -> str:
    """Characters that not every terminal has."""
    return "expected printable ASCII"


def describe_colour(found: str, ramps: Iterable[str]) -> str:
    """A letter of the palette without a colour."""
    return f"{found!r} is no colour; write x=ramp.index, of the ramps {', '.join(ramps)}"


def describe_row(pixels: int, first: int) -> str:
    """A row of another length than the first."""
    return f"this row has {pixels} pixels, the first has {first}"


def describe_letters(unknown: Sequence[str]) -> str:
    """Letters that the palette does not have."""
    return f"not in the palette: {' '.join(unknown)}"


def describe_lamp(found: str) -> str:
    """A lamp that cannot be read."""
    return f"expected light: x y radius ramp.index strength; found {found!r}"


def describe_stretch(last: int, found: str) -> str:
    """A column to stretch that the sprite does not have."""
    return f"expected a pixel column from 0 to {last}, found {found!r}"


def describe_unreadable_art(most: int) -> str:
    """A file that is empty, larger than a picture, or no text."""
    return f"expected a text in UTF-8 of at most {most:,} bytes that is not empty"


def describe_unused_scene(known: Iterable[str]) -> str:
    """A scene that no room shows."""
    return f"no room shows this scene; a scene is called as its room. Rooms without one: {', '.join(known) or 'none'}"


def describe_undrawn_work(thing_id: str) -> str:
    """A work with sprites that no piece of the scene shows."""
    return f"the thing {thing_id!r} has sprites for its states, but no line of this scene ends in = {thing_id}"


def describe_other_width(name: str, sprite: str) -> str:
    """A sprite drawn in place of another one that has another size."""
    return f"{name!r} is drawn in place of {sprite!r}: it needs the same width and the same anchor"


def describe_small(things: Sequence[str], wide: int, columns: int) -> str:
    """What a picture is about takes too little of it."""
    wanted = -(-columns // 5)
    return f"{' and '.join(things)}: expected at least {wanted} of {columns} pixels of width, found {wide}"


def describe_unnamed(thing: str) -> str:
    """The words in place of a picture do not name what it is about."""
    return f"the alt text of the room does not name {thing!r}, which its picture shows first"


def describe_absent(things: Sequence[str]) -> str:
    """Things of a room that its picture does not show."""
    return f"not in the picture: {', '.join(things)}"


def describe_hidden(thing: str, percent: int, columns: int, enters: str) -> str:
    """A thing that other things or the visitor cover."""
    visitor = f", with the visitor at the {enters}" if enters else ""
    return f"{percent}% of {thing!r} is hidden at {columns} columns{visitor}"


def describe_outside(thing: str, first: int, last: int) -> str:
    """A thing that a small picture does not show."""
    return f"{thing!r} is outside rows {first} to {last}, so a picture of nine rows does not show it"


def describe_shared_sprite(sprite: str, things: Sequence[str]) -> str:
    """A sprite that shows things of several rooms."""
    return f"{sprite}: one sprite for things of several rooms: {', '.join(things)}"
