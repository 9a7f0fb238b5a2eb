"""What a typed line asks for, once understood. Parser and verbs share these shapes and nothing else."""

from msgspec import Struct

from game.pack.ledger import Entity
from game.pack.world import Direction, Room, Thing

Noun = Thing | Entity | Room
"""Whatever a player can name."""


class Command(Struct, frozen=True, kw_only=True):
    """One understood command: a verb and what it is to act on."""

    verb: str
    """Id of a verb of the grammar."""
    nouns: tuple[Noun, ...] = ()
    """What the player named, in the order typed; empty when nothing was."""
    but: tuple[Noun, ...] = ()
    """What ALL is not to include."""
    direction: Direction | None = None
    word: str = ""
    """The words the verb was typed as, where that makes a difference."""
    act: str = ""
    """Id of what is tried or said, where the verb is ACT."""
    text: str = ""
    """The rest of the line as typed, for verbs that take free words: the name of a save, an answer, a question."""
    short: str = ""
    """The short form, where the line was wordier: it is taught once."""
