"""What can be wrong with rooms, things and passages of a pack, in words for its author."""


def describe_number_taken(room_id: str, number: int) -> str:
    """Two rooms with one number."""
    return f"room {room_id!r} already has the number {number}"


def describe_reserved_room(room_id: str) -> str:
    """A room named as the place of carried things."""
    return f"a room cannot be called {room_id!r}: that is where carried things are"


def describe_no_way_back(target: str, room_id: str) -> str:
    """An exit to a room that does not lead back."""
    return (
        f"{target!r} has no exit back to {room_id!r}, and none can be added: its opposite leads elsewhere. Write "
        "one, or list this exit under one_way"
    )


def describe_way_word_taken(word: str, way: str) -> str:
    """A word of two ways."""
    return f"{word!r} already means {way!r}"


def describe_untypable_way(way: str) -> str:
    """An exit whose words all mean other ways."""
    return f"no word is left that means {way!r}: other ways have taken them; declare one under ways in tour.yaml"


def describe_lone_brace() -> str:
    """A sentence with a brace that has no partner."""
    return "expected a name between { and }, found a brace alone; write {{ or }} for a brace that is for reading"


def describe_unreachable(start: str) -> str:
    """A room that no walk from the start reaches."""
    return f"no way leads from {start!r} to this room"


def describe_sourced_and_staged() -> str:
    """A passage that has facts and is staged."""
    return "expected either facts or staged: true, found both"


def describe_neither_sourced_nor_staged() -> str:
    """A passage that has no facts and is not staged."""
    found = "expected either facts or staged: true, found neither"
    return f"{found}; which facts bear it out cannot be told from its words alone"


# The first word of an act stands for all its synonyms, so that two replies never compete.
def describe_act_synonym(act: str, word: str) -> str:
    """A reply under a synonym of an act."""
    return f"write {act!r}: it stands for {word!r} and all words like it"


def describe_synonym_form(word: str) -> str:
    """A synonym that is several words, or a plural."""
    return f"expected one word in its singular form, found {word!r}"


def describe_synonym_unused(word: str) -> str:
    """A synonym of a word that no claim has."""
    return f"no claim holds the word {word!r}"


def describe_plaque_id(thing_id: str) -> str:
    """A thing with the id of a room's plaque."""
    return f"{thing_id!r} is what the plaque of that room is called"


def describe_wordless_name(name: str) -> str:
    """A name without a word."""
    return f"expected a name with a word in it, found {name!r}"


def describe_not_portable() -> str:
    """A thing that the player carries from the start and that cannot be carried."""
    return "what is carried from the start needs portable: true"


def describe_name_taken(thing_id: str) -> str:
    """Two things of one room with one name."""
    return f"the thing {thing_id!r} in this room has the same name"


def describe_long_room(words: int, limit: int) -> str:
    """A room's text that is too long to be read at once."""
    return f"the room's text has {words} words; over {limit}, move some of it to things"


def describe_map_edges() -> str:
    """A map whose edges are exchanged."""
    return "expected a latitude north of the one of south"


def describe_corner(found: str) -> str:
    """A corner of a coast that is no place."""
    return f"expected corners as longitude,latitude, such as 4.1,52.0; found {found!r}"


def describe_renamed_room(room_id: str) -> str:
    """A former name that a room still has."""
    return f"{room_id!r} is still the id of a room; list only ids that are no more"


def describe_renamed_cycle(room_id: str) -> str:
    """Former names that lead round in a circle."""
    return f"the names after {room_id!r} lead round in a circle; the last one must be the id of a room"


def describe_word_explained(name: str, other: str) -> str:
    """A word that a glossary explains twice."""
    return f"{name!r} is explained at {other!r} already; write each form of a word once"


def describe_gloss_claim(name: str) -> str:
    """An explanation that speaks of somebody or something of the articles."""
    return f"it speaks of {name!r}; explain the English word only, and leave what the sources tell to facts"
