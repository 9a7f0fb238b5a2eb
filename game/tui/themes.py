"""The colours of the screen for night and day, and the palette of the pictures."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.theme import Theme

if TYPE_CHECKING:
    from game.pack.looks import Accent  # as a type alone: the first frame needs nothing of a pack

COLOUR_NAMES = (
    *("muted", "gold", "khaki", "fact", "link", "line", "line-todo", "hairline", "ink", "badge", "selected"),
    *("paper", "paper-ink"),
)
"""Our own colour names in addition to Textual's; each theme defines all of them."""


def _make_theme(name: str, *, dark: bool, **colours: str) -> Theme:
    own = {token: colours[token.replace("-", "_")] for token in COLOUR_NAMES}
    return Theme(
        name=name,
        dark=dark,
        primary=colours["gold"],
        secondary=colours["khaki"],
        accent=colours["gold"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        success=colours["success"],
        warning=colours["gold"],
        error=colours["error"],
        # Textual fades text by default; a faded colour has less contrast than the full value was chosen for.
        text_alpha=1.0,
        variables={
            **own,
            "block-cursor-background": colours["gold"],
            "block-cursor-foreground": colours["ink"],
            "input-cursor-background": colours["gold"],
            "input-cursor-foreground": colours["ink"],
            "scrollbar": colours["hairline"],
            "scrollbar-hover": colours["khaki"],
            "scrollbar-active": colours["gold"],
            "scrollbar-background": colours["background"],
            "scrollbar-background-hover": colours["background"],
            "scrollbar-background-active": colours["background"],
            "scrollbar-corner-color": colours["background"],
        },
    )


NIGHT = _make_theme(
    "night",
    dark=True,
    background="#0f120b",
    surface="#161a10",
    panel="#1f2517",
    foreground="#ece7d6",
    muted="#a9aa95",
    gold="#f2c230",
    khaki="#9aa968",
    fact="#f2a3b9",
    link="#9ccbe8",
    success="#93d06c",
    error="#ff8f7a",
    line="#f2c230",
    line_todo="#4d4a2e",
    hairline="#4a5230",
    ink="#14160c",
    badge="#f2c230",
    selected="#3a3719",
    paper="#efe4c4",
    paper_ink="#2a2416",
)

DAY = _make_theme(
    "day",
    dark=False,
    background="#f6f2e4",
    surface="#efead8",
    panel="#e6e0ca",
    foreground="#23271a",
    muted="#5b5f4b",
    gold="#6a5200",
    khaki="#55622a",
    fact="#9c2f55",
    link="#1c557f",
    success="#2f6b22",
    error="#a8261c",
    line="#b08000",
    line_todo="#d6cfb0",
    hairline="#a9ae88",
    ink="#ffffff",
    badge="#55622a",
    selected="#e2d6ae",
    paper="#f2dfa8",
    paper_ink="#2a2416",
)

# Exact values of the 256-colour cube: terminals with only 256 colours would round other values, each differently.
NIGHT_256 = _make_theme(
    "night-256",
    dark=True,
    background="#121212",
    surface="#1c1c1c",
    panel="#303030",
    foreground="#ffffd7",
    muted="#afaf87",
    gold="#ffd75f",
    khaki="#afaf5f",
    fact="#ffafaf",
    link="#87d7ff",
    success="#87d75f",
    error="#ff8787",
    line="#ffd700",
    line_todo="#5f5f00",
    hairline="#5f5f00",
    ink="#121212",
    badge="#ffd75f",
    selected="#3a3a3a",
    paper="#ffffd7",
    paper_ink="#262626",
)

# At least 7 to 1 for every text (WCAG 2.1, level AAA), which the other themes do not reach.
CONTRAST = _make_theme(
    "contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    foreground="#ffffff",
    muted="#e6e6e6",
    gold="#ffe14a",
    khaki="#ffe14a",
    fact="#ffc2d4",
    link="#a8e0ff",
    success="#a6ff7a",
    error="#ffb3a6",
    line="#ffe14a",
    line_todo="#8c8c8c",
    hairline="#8c8c8c",
    ink="#000000",
    badge="#ffe14a",
    selected="#4d4400",
    paper="#ffffff",
    paper_ink="#000000",
)

GREY = _make_theme(
    "grey",
    dark=True,
    background="#101010",
    surface="#181818",
    panel="#242424",
    foreground="#ebebeb",
    muted="#b0b0b0",
    gold="#ffffff",
    khaki="#c4c4c4",
    fact="#dcdcdc",
    link="#ffffff",
    success="#f0f0f0",
    error="#d0d0d0",
    line="#d6d6d6",
    line_todo="#4c4c4c",
    hairline="#505050",
    ink="#101010",
    badge="#ebebeb",
    selected="#3a3a3a",
    paper="#ebebeb",
    paper_ink="#101010",
)

ACCENTS: dict["Accent", dict[str, tuple[str, str]]] = {
    "khaki": {},
    "slate": {"night": ("#9fb0c4", "#3f4a58"), "day": ("#3f5468", "#a3adb8"), "night-256": ("#87afaf", "#444444")},
    "brick": {"night": ("#cf9f8b", "#58423a"), "day": ("#7d4332", "#bda598"), "night-256": ("#d7875f", "#444444")},
    "moss": {"night": ("#8fb08a", "#3d5240"), "day": ("#37603c", "#9fb09c"), "night-256": ("#87af87", "#444444")},
    "plum": {"night": ("#bd9ec6", "#4d3f56"), "day": ("#6a4377", "#b3a3b8"), "night-256": ("#d7afd7", "#444444")},
    "sand": {"night": ("#c4b083", "#554b33"), "day": ("#6b5722", "#b8ac89"), "night-256": ("#d7af87", "#444444")},
}
"""Accent of a pack -> name of a theme -> colour of headings, of hairlines; what is not listed stays khaki."""


def make_accented(accent: "Accent") -> list[Theme]:
    """The themes that look different with that accent."""
    themes = []
    for name, (heading, hairline) in ACCENTS[accent].items():
        base = THEMES[name]
        variables = {
            **base.variables,
            "khaki": heading,
            "hairline": hairline,
            "scrollbar": hairline,
            "scrollbar-hover": heading,
            "badge": heading if name == DAY.name else base.variables["badge"],
        }
        themes.append(replace(base, secondary=heading, variables=variables))
    return themes


THEMES = {theme.name: theme for theme in (NIGHT, DAY, NIGHT_256, CONTRAST, GREY)}
