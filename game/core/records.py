"""The base class of every record of a pack. Knows nothing of their content."""

from typing import Annotated

from msgspec import Meta, Struct

Id = Annotated[
    str,
    Meta(
        pattern=r"^[a-z][a-z0-9-]{0,62}(?!\n)$",
        description="Stable name of this entry: lower-case words joined by hyphens.",
    ),
]
Text = Annotated[str, Meta(min_length=1)]


class Record(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Frozen, unknown keys refused. Records hold no cycles, so the garbage collector skips them."""
