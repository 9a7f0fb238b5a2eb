"""How a player wants to see the game: kept between sessions, never part of the tour."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from game.core.disk import Unusable, decode
from game.store.shared_file import Outcome, change_file, read_decoded

FILE = "settings.json"

CHOICES: dict[str, tuple[str, ...]] = {
    "theme": ("auto", "night", "day", "contrast", "grey"),
    "picture": ("auto", "small", "off"),
    "motion": ("on", "off"),
    "paragraphs": ("auto", "airy", "close"),
    "notices": ("on", "off"),
    "bell": ("off", "on"),
    "plain": ("off", "on"),
}
"""Setting -> its possible values. The first value is the default."""


@dataclass(frozen=True)
class Settings:
    """One player's choices."""

    theme: str = "auto"
    picture: str = "auto"
    motion: str = "on"
    paragraphs: str = "auto"
    notices: str = "on"
    bell: str = "off"
    plain: str = "off"

    def next(self, name: str, by: int = 1) -> "Settings":
        """The settings with the next (or previous) value of one of them; after the last value comes the first.

        >>> Settings().next("picture").picture, Settings().next("theme", -1).theme
        ('small', 'grey')
        """
        choices = CHOICES[name]
        place = choices.index(getattr(self, name))
        return replace(self, **{name: choices[(place + by) % len(choices)]})


class FoundSettings(NamedTuple):
    """What reading the settings gave."""

    settings: Settings
    trouble: Unusable | None = None
    """Why the file cannot be used; then the settings are the defaults."""


def load_settings(folder: Path) -> FoundSettings:
    """The settings in a folder; an invalid value is ignored. Never raises."""
    found = read_decoded(folder / FILE, _decode)
    if isinstance(found, Unusable):
        return FoundSettings(Settings(), found if found.is_there else None)
    return FoundSettings(
        Settings(**{name: found[name] for name, choices in CHOICES.items() if found.get(name) in choices})
    )


def keep_settings(folder: Path, wanted: Settings, before: Settings) -> Outcome:
    """Keep what a player has changed.

    Only the changes are written: another window may have changed another setting, and a later version of the game may
    keep settings in the same file that this one does not know.
    """
    import json  # few change a setting, and every screen reads them

    changes = {name: value for name, value in asdict(wanted).items() if value != getattr(before, name)}
    return change_file(
        folder / FILE,
        _decode,
        lambda found: asdict(wanted) | changes if found is None else asdict(before) | found | changes,
        lambda value: json.dumps(value, indent=1).encode(),
    )


def _decode(data: bytes) -> dict[str, Any] | Unusable:
    return decode(data, dict[str, Any])
