"""Colours: every text can be read on every ground it stands on (WCAG 2.1, 1.4.3: at least 4.5 to 1)."""

from itertools import product

import pytest
from textual.theme import Theme

from game.tui.themes import ACCENTS, THEMES, make_accented

TEXTS = ("foreground", "muted", "gold", "khaki", "fact", "link", "success", "error")
GROUNDS = ("background", "surface", "panel")


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.1."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colour(theme: Theme, name: str) -> str:
    value = theme.variables.get(name) or getattr(theme, name)
    assert isinstance(value, str)
    return value


ACCENTED = [theme for accent in ACCENTS for theme in make_accented(accent)]


@pytest.mark.parametrize("theme", [*THEMES.values(), *ACCENTED])
def test_every_text_can_be_read_on_every_ground(theme: Theme) -> None:
    for ground in GROUNDS:
        for text in TEXTS:
            ratio = contrast(colour(theme, text), colour(theme, ground))
            assert ratio >= 4.5, f"{theme.name}: {text} on {ground} is {ratio:.1f}"
    assert contrast(colour(theme, "ink"), colour(theme, "badge")) >= 4.5
    assert contrast(colour(theme, "ink"), colour(theme, "gold")) >= 4.5
    assert contrast(colour(theme, "foreground"), colour(theme, "selected")) >= 4.5


def test_high_contrast_is_high() -> None:
    theme = THEMES["contrast"]
    assert min(contrast(colour(theme, text), colour(theme, "background")) for text in TEXTS) >= 7


def test_the_256_colour_theme_uses_exact_values_of_the_cube() -> None:
    steps = {0, 95, 135, 175, 215, 255}
    for theme, name in product(
        (THEMES["night-256"], *(each for each in ACCENTED if each.name == "night-256")),
        (*TEXTS, *GROUNDS, "ink", "badge", "selected", "line", "hairline"),
    ):
        value = colour(theme, name)
        channels = {int(value[place : place + 2], 16) for place in (1, 3, 5)}
        is_grey = len(channels) == 1 and (channels.pop() - 8) % 10 == 0
        assert is_grey or channels <= steps, f"{name}: {value}"


def test_each_accent_is_another_colour_and_khaki_is_as_ever() -> None:
    assert make_accented("khaki") == []
    names = {each.name for each in ACCENTED}
    assert names == {"night", "day", "night-256"}
    for name in names:
        seen = [each.variables["khaki"] for each in (*ACCENTED, THEMES[name]) if each.name == name]
        assert len(set(seen)) == len(ACCENTS)
