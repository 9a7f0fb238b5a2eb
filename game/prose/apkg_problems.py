"""Why a deck of Anki, or a note of it, is set aside or changed, in words."""

NEWER_DECK = (
    "this deck is packed in Anki's newer form, which is not read. In Anki choose File, Export, and tick "
    "'Support older Anki versions'"
)
NO_DECK = "this package holds no deck of Anki (no file collection.anki2 or collection.anki21)"
SLOW_DECK = "its database takes too long to read"
SOUND = "it plays a sound, and a question here is text alone"
NO_FIELDS = "its note type is not described in the deck"
PUT_TOGETHER = "its answer is not made of its options"


def describe_bad_deck(why: str) -> str:
    """A deck whose database makes no sense."""
    return f"its database cannot be read ({why})"


def describe_fields(name: str, fields: list[str]) -> str:
    """A note type of which no field is known to be the question."""
    told = ", ".join(map(repr, fields))
    return f"notes of the type {name!r} have the fields {told}; name two with --map, such as --map {fields[0]}=stem"
