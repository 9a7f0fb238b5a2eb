"""Records the game as a moving picture, and some of its frames as pictures, all as SVG: ``make pictures``.

The app runs without a terminal and types the lines of ``recording.txt``. Each frame is drawn cell by cell: half blocks
as rectangles, so that no seams are seen between them, and text in the fonts that the reader's system has. Nothing is
loaded from the network.
"""

import asyncio
import os
import re
import sys
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from rich.color import Color
from rich.segment import Segment
from rich.terminal_theme import MONOKAI

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
os.environ.pop("NO_COLOR", None)

CELL_WIDTH, CELL_HEIGHT = 9, 18
SIZE = (100, 30)
"""Columns and rows of the terminal that is recorded."""

STEP = re.compile(r"(?P<seconds>\d+) (?:(?P<name>\w+)=)?(?P<typed>.*)")
UPPER, LOWER, FULL = "▀", "▄", "█"
FONTS = "ui-monospace, 'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"


class Step(NamedTuple):
    """One frame: how long it stays, what it is kept as, what is typed before it."""

    seconds: int
    name: str
    typed: str


class Rectangle(NamedTuple):
    """A piece of one colour."""

    x: float
    y: float
    width: float
    height: float
    colour: str


def read_steps(text: str) -> list[Step]:
    r"""The steps of a script; lines with # are comments.

    >>> read_steps("# a comment\n3 title=\n2 [enter]")
    [Step(seconds=3, name='title', typed=''), Step(seconds=2, name='', typed='[enter]')]
    """
    matches = (STEP.fullmatch(line) for line in text.splitlines() if line and not line.startswith("#"))
    return [Step(int(m["seconds"]), m["name"] or "", m["typed"]) for m in matches if m]


def draw_frame(rows: list[list[Segment]], ground: str) -> str:
    """The cells of a screen as rectangles and texts."""
    pieces: list[str] = []
    for number, row in enumerate(rows):
        x, y = 0, number * CELL_HEIGHT
        for text, style, control in row:
            if control or not text:
                continue
            colour, behind = (_name(style.color, True), _name(style.bgcolor, False)) if style else ("#ece7d6", ground)
            if style and style.reverse:
                colour, behind = behind, colour
            pieces += _draw_run(
                text, x, y, colour, behind, is_bold=style is not None and bool(style.bold), ground=ground
            )
            x += len(text) * CELL_WIDTH
    return "".join(pieces)


def _draw_run(  # noqa: PLR0913 - where a run is and how it looks
    text: str, x: int, y: int, colour: str, behind: str, *, is_bold: bool, ground: str
) -> list[str]:
    """One run of cells of one style."""
    wide = len(text) * CELL_WIDTH
    pieces = [] if behind == ground else [_rectangle(Rectangle(x, y, wide, CELL_HEIGHT, behind))]
    half = CELL_HEIGHT / 2
    for sign, top, height in ((UPPER, 0.0, half), (LOWER, half, half), (FULL, 0.0, 2 * half)):
        for match in re.finditer(re.escape(sign) + "+", text):
            at = x + match.start() * CELL_WIDTH
            pieces.append(_rectangle(Rectangle(at, y + top, len(match.group()) * CELL_WIDTH, height, colour)))
    for match in re.finditer(rf"[^\s{UPPER}{LOWER}{FULL}]+(?: [^\s{UPPER}{LOWER}{FULL}]+)*", text):
        at, length = x + match.start() * CELL_WIDTH, len(match.group()) * CELL_WIDTH
        weight = ' font-weight="bold"' if is_bold else ""
        pieces.append(
            f'<text x="{at}" y="{y + 14}" textLength="{length}" fill="{colour}"{weight}>{escape(match.group())}</text>'
        )
    return pieces


def _rectangle(piece: Rectangle) -> str:
    return (
        f'<rect x="{piece.x:g}" y="{piece.y:g}" width="{piece.width:g}" height="{piece.height:g}" '
        f'fill="{piece.colour}"/>'
    )


def _name(colour: Color | None, is_front: bool) -> str:
    if colour is None or colour.is_default:
        return "#ece7d6" if is_front else "#0f120b"
    return colour.get_truecolor(MONOKAI).hex


def wrap_frames(frames: list[str], seconds: list[int], ground: str) -> str:
    """One frame as a picture; several one after the other, again and again."""
    width, height = SIZE[0] * CELL_WIDTH, SIZE[1] * CELL_HEIGHT
    total, at, rules, groups = sum(seconds), 0, [], []
    for number, (frame, span) in enumerate(zip(frames, seconds, strict=True)):
        if len(frames) > 1:
            start, end = 100 * at / total, 100 * (at + span) / total
            before = f"0%,{start:.3f}%{{visibility:hidden}}" if at else ""
            rules.append(
                f"@keyframes f{number}{{{before}{start + 0.001:.3f}%,{end:.3f}%{{visibility:visible}}"
                f"{end + 0.001:.3f}%,100%{{visibility:hidden}}}}"
                f"#f{number}{{visibility:hidden;animation:f{number} {total}s step-end infinite}}"
            )
        groups.append(f'<g id="f{number}">{frame}</g>')
        at += span
    style = f"text{{font:15px {FONTS};white-space:pre}}rect{{shape-rendering:crispEdges}}{''.join(rules)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"><style>{style}</style>'
        f'<rect width="{width}" height="{height}" fill="{ground}"/>{"".join(groups)}</svg>\n'
    )


async def record(steps: list[Step]) -> list[str]:
    """Play the steps, and draw the screen after each."""
    from game.app.game import Game
    from game.content.load import load
    from game.core.paths import shipped
    from game.tui.tour_app import TourApp

    world, problems = load(shipped("rooms"))
    if world is None:
        raise SystemExit("\n".join(map(str, problems)))
    app = TourApp(lambda: Game(world, art=shipped("assets")), has_title=True)
    frames = []
    async with app.run_test(size=SIZE) as pilot:
        await app.signal.wait_until_ready()
        app.animation_level = "none"
        for step in steps:
            if step.typed.startswith("["):
                await pilot.press(step.typed[1:-1])
            elif step.typed:
                while app.screen is not app.play:
                    await pilot.press("escape")
                    await pilot.pause()
                app.say(step.typed)
            await pilot.pause(0.5)
            rows = [list(strip) for strip in app.screen._compositor.render_strips()]
            frames.append(draw_frame(rows, "#0f120b"))
    return frames


def main() -> None:
    """Write the pictures."""
    folder = HERE.parent / "assets" / "pictures"
    steps = read_steps((HERE / "recording.txt").read_text(encoding="utf-8"))
    frames = asyncio.run(record(steps))
    seconds = [step.seconds for step in steps]
    (folder / "recording.svg").write_text(wrap_frames(frames, seconds, "#0f120b"), encoding="utf-8")
    for step, frame in zip(steps, frames, strict=True):
        if step.name:
            (folder / f"{step.name}.svg").write_text(wrap_frames([frame], [1], "#0f120b"), encoding="utf-8")


if __name__ == "__main__":
    main()
