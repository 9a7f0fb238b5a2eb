"""The name of the shape of a pack, by which compiled packs are kept. ``python -m tests.layout`` writes it anew.

The constant is not worked out when the game starts: a schema of all types is more work than reading the pack.
"""

import json
import re
from hashlib import blake2b
from pathlib import Path

import msgspec

from game.content import compiled
from game.pack.world import World


def name_layout() -> str:
    """The digest of the types of a pack."""
    return blake2b(json.dumps(msgspec.json.schema(World), sort_keys=True).encode(), digest_size=4).hexdigest()


if __name__ == "__main__":
    path = Path(compiled.__file__)
    text = path.read_text("utf-8")
    path.write_text(re.sub(r'^LAYOUT = ".*"$', f'LAYOUT = "{name_layout()}"', text, flags=re.MULTILINE), "utf-8")
