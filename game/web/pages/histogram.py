"""Histograms as drawings: bars with their numbers, in attributes alone, since no page may hold a style."""

from collections.abc import Sequence
from typing import NamedTuple

from game.exports.report_markup import RawMarkup
from game.prose.wall_words import describe_bars
from game.web.pages.elements import make

WIDTH, HEIGHT, TOP, FOOT = 1320, 400, 50, 64
"""Of the drawing, of the room above the highest bar and of that below the bars."""


class Bar(NamedTuple):
    """One group of a histogram."""

    label: str
    number: int
    is_last: bool = False


def render_histogram(bars: Sequence[Bar]) -> RawMarkup:
    """A drawing of bars side by side."""
    step, most = WIDTH / len(bars), max(1, *(bar.number for bar in bars))
    base = HEIGHT - FOOT
    drawn = []
    for place, bar in enumerate(bars):
        left, middle = place * step + step * 0.08, (place + 0.5) * step
        high = (base - TOP) * bar.number / most
        if bar.number:
            drawn.append(_draw(left, base - high, step * 0.84, high, "all" if bar.is_last else "some"))
            drawn.append(_write(str(bar.number), middle, base - high - 12, "number"))
        drawn.append(_write(bar.label, middle, HEIGHT - 16, None))
    return make(
        "svg",
        drawn,
        _draw(0, base, WIDTH, 5, "floor"),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=describe_bars([(bar.label, bar.number) for bar in bars]),
        kind="histogram",
    )


def _draw(left: float, top: float, wide: float, high: float, kind: str) -> RawMarkup:
    return make("rect", x=f"{left:.1f}", y=f"{top:.1f}", width=f"{wide:.1f}", height=f"{high:.1f}", kind=kind)


def _write(text: str, x: float, y: float, kind: str | None) -> RawMarkup:
    return make("text", text, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor="middle", kind=kind)
