"""Whether colours are wanted, by the convention of no-color.org: any value of NO_COLOR that is not empty counts."""

import os


def is_colourless() -> bool:
    """Whether the player asks for no colours."""
    return bool(os.environ.get("NO_COLOR"))
