"""Colours: every text can be read on every ground it stands on (WCAG 2.1, 1.4.3: at least 4.5 to 1)."""

from collections.abc import Iterator
from itertools import product

import pytest
from textual.command import CommandInput, CommandList
from textual.theme import Theme
from textual.widget import Widget

from game.pack.world import World
from game.tui.actions import ACTIONS
from game.tui.themes import ACCENTS, THEMES, make_accented
from game.tui.widgets.log import Log
from tests.tui.steady import wait_until
from tests.tui.test_app import playing

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


@pytest.mark.parametrize("name", THEMES)
async def test_every_word_of_the_palette_can_be_read(tour: World, name: str) -> None:
    async with playing(tour) as (app, pilot):
        app.theme = name
        await pilot.press("ctrl+p")
        await wait_until(
            lambda: bool(app.screen.query(CommandList)) and app.screen.query_one(CommandList).option_count > 9
        )
        await pilot.pause()
        first = [each.prompt.plain.split("\n")[0] for each in app.screen.query_one(CommandList).options[:3]]  # type: ignore[union-attr]
        assert first == [action.words.label for action in ACTIONS[:3]]
        for step in ("down", "p", "l"):
            await pilot.press(step)
            await pilot.pause()
            found = list(read_contrasts(app.screen.query_one(CommandList), app.screen.query_one(CommandInput)))
            assert len(found) > 5
            for text, ratio in found:
                assert ratio >= 4.5, f"{name}: {text!r} is {ratio:.1f}"


async def test_without_colours_the_chosen_row_of_the_palette_is_underlined(
    tiny: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing(tiny) as (app, pilot):
        await pilot.press("ctrl+p")
        await wait_until(
            lambda: bool(app.screen.query(CommandList)) and app.screen.query_one(CommandList).option_count > 9
        )
        await pilot.pause()
        rows = app.screen.query_one(CommandList)
        marked = [any(s.style and s.style.underline for s in rows.render_line(y)) for y in (0, rows.size.height - 1)]
        assert marked == [True, False]


@pytest.mark.parametrize("name", THEMES)
async def test_what_is_selected_can_be_read(tiny: World, name: str) -> None:
    async with playing(tiny) as (app, pilot):
        app.theme = name
        await pilot.pause()
        log = app.play.query_one(Log)
        await pilot.mouse_down(log, offset=(2, 1))
        await pilot.hover(log, offset=(20, 3))
        await pilot.mouse_up(log, offset=(20, 3))
        await pilot.pause()
        assert app.screen.get_selected_text()
        ground = colour(THEMES[name], "selected").casefold()
        found = [
            (segment.text, segment.style.color.get_truecolor().hex)
            for y in range(1, 4)
            for segment in log.render_line(y)
            if segment.style
            and segment.style.bgcolor
            and segment.style.color
            and segment.style.bgcolor.get_truecolor().hex == ground
            and segment.text.strip()
        ]
        assert found
        assert all(contrast(ink, ground) >= 4.5 for _, ink in found), found


def read_contrasts(*widgets: Widget) -> Iterator[tuple[str, float]]:
    """The words that widgets paint, each with its contrast."""
    for widget in widgets:
        ground = widget.background_colors[1].hex6
        for y in range(widget.size.height):
            for text, style, _ in widget.render_line(y):
                if style is not None and text.strip() and style.color is not None:
                    behind = style.bgcolor.get_truecolor().hex if style.bgcolor is not None else ground
                    yield text, contrast(style.color.get_truecolor().hex, behind)


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
