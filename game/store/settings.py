"""How a player wants to see the game: kept between sessions, never part of the tour."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from game.core.disk import write_atomically

CHOICES: dict[str, tuple[str, ...]] = {
    "theme": ("auto", "night", "day", "contrast", "grey"),
    "picture": ("auto", "small", "off"),
    "motion": ("on", "off"),
    "paragraphs": ("auto", "airy", "close"),
}
"""What can be set, and to what; the first of each is what holds when nothing was."""


@dataclass(frozen=True)
class Settings:
    """One player's choices."""

    theme: str = "auto"
    picture: str = "auto"
    motion: str = "on"
    paragraphs: str = "auto"

    def next(self, name: str, by: int = 1) -> "Settings":
        """The settings with one of them moved on; past either end is the other end.

        >>> Settings().next("picture").picture, Settings().next("theme", -1).theme
        ('small', 'grey')
        """
        choices = CHOICES[name]
        place = choices.index(getattr(self, name))
        return replace(self, **{name: choices[(place + by) % len(choices)]})


def read(folder: Path) -> Settings:
    """The settings in a folder; what is missing or makes no sense there is as if never set."""
    try:
        kept: Any = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    known = kept if isinstance(kept, dict) else {}
    return Settings(**{name: known[name] for name, choices in CHOICES.items() if known.get(name) in choices})


def write(folder: Path, settings: Settings) -> bool:
    """Keep the settings; False when they cannot be kept."""
    try:
        write_atomically(folder / "settings.json", json.dumps(asdict(settings), indent=1).encode())
    except OSError:
        return False
    return True
