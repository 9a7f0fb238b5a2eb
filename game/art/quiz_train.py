"""Draws the strip of a quiz session: a box for each question, coloured by its status; in a train, a carriage."""

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from game.art.canvas import Canvas
from game.art.palette import Colour, shade

CarriageStatus = Literal["open", "answered", "right", "part", "wrong", "here"]

MIN_CARRIAGE_PITCH = 3
"""With fewer pixels a carriage cannot be recognised, and words replace the picture."""

MAX_CARRIAGE_PITCH = 9
"""Pixels of a carriage where there is room, its gangway of one included."""

LOCOMOTIVE_WIDTH = 12
"""Pixels of the locomotive."""


class QuizTrainPaint(NamedTuple):
    """What a kind of terminal and theme paint the train in."""

    bodies: dict[CarriageStatus, Colour]
    locomotive: Colour
    line: Colour
    wheels: Colour
    ground: Colour
    flag: Colour


NIGHT = QuizTrainPaint(
    bodies={
        "open": 0x3A4026,
        "answered": 0x9AA968,
        "right": 0x7FBF5A,
        "part": 0xD9A441,
        "wrong": 0xDE5F4B,
        "here": 0xF2C230,
    },
    locomotive=0x6B7245,
    line=0xF2C230,
    wheels=0x6C7786,
    ground=0x0F120B,
    flag=0xE58FB1,
)
DAY = QuizTrainPaint(
    bodies={
        "open": 0xC9C3A4,
        "answered": 0x7B8450,
        "right": 0x4F8A3C,
        "part": 0xB58900,
        "wrong": 0xB8432F,
        "here": 0xE0B000,
    },
    locomotive=0x5D673D,
    line=0xF2C230,
    wheels=0x5B5F4B,
    ground=0xF6F2E4,
    flag=0xA63A6B,
)
# Exact values of the 256-colour cube: each terminal rounds others in its own way, and right and wrong must stay apart.
NIGHT_256 = QuizTrainPaint(
    bodies={
        "open": 0x3A3A3A,
        "answered": 0xAFAF5F,
        "right": 0x87D75F,
        "part": 0xD7AF5F,
        "wrong": 0xFF8787,
        "here": 0xFFD700,
    },
    locomotive=0x5F5F00,
    line=0xFFD700,
    wheels=0x6C6C6C,
    ground=0x121212,
    flag=0xFF87D7,
)


def find_pitch(count: int, width: int, *, has_train: bool = True) -> int:
    """Pixels from one carriage to the next; 0 where they do not fit.

    >>> find_pitch(10, 118), find_pitch(20, 78), find_pitch(40, 78)
    (9, 3, 0)
    """
    pitch = min(MAX_CARRIAGE_PITCH, (width - LOCOMOTIVE_WIDTH * has_train - 2) // max(1, count))
    return pitch if pitch >= MIN_CARRIAGE_PITCH else 0


def find_left(count: int, width: int, *, has_train: bool = True) -> int:
    """The column of the first carriage, where they fit."""
    pitch = find_pitch(count, width, has_train=has_train)
    # Boxes have a gap after the last one that is not seen.
    return (width - pitch * count - (LOCOMOTIVE_WIDTH if has_train else -1)) // 2


def draw_quiz_boxes(
    statuses: Sequence[CarriageStatus], width: int, rows: int, paint: QuizTrainPaint, flagged: Collection[int] = ()
) -> Canvas:
    """A row of boxes in the middle of the width, for packs that are no train; the arguments are those of the train."""
    canvas = Canvas(width, rows * 2, paint.ground)
    pitch = find_pitch(len(statuses), width, has_train=False)
    left = find_left(len(statuses), width, has_train=False)
    top = max(0, rows * 2 - 6)
    for place, status in enumerate(statuses):
        body = paint.bodies[status]
        canvas.fill(left + place * pitch, top, pitch - 1, 4, body)
        canvas.fill(left + place * pitch, top, pitch - 1, 1, paint.flag if place in flagged else shade(body, 1.35))
    return canvas


def draw_quiz_train(
    statuses: Sequence[CarriageStatus], width: int, rows: int, paint: QuizTrainPaint, flagged: Collection[int] = ()
) -> Canvas:
    """The train in the middle of the width.

    Args:
        statuses: One a carriage, from the tail on; at most as many as ``find_pitch`` finds room for.
        width: Columns.
        rows: Terminal rows, 3 or more; a pixel is half a row.
        paint: The colours.
        flagged: Indices of the carriages with a flag on the roof.
    """
    # Laid out from the left edge of the whole train, so that it keeps its place when a status changes.
    canvas = Canvas(width, rows * 2, paint.ground)
    pitch = find_pitch(len(statuses), width)
    left = find_left(len(statuses), width)
    top = max(0, rows * 2 - 7)
    for place, status in enumerate(statuses):
        _draw_carriage(canvas, left + place * pitch, top, pitch - 1, paint.bodies[status])
        if place in flagged:
            canvas.fill(left + place * pitch, top, pitch - 1, 1, paint.flag)
    for place in range(len(statuses)):
        canvas.put(left + (place + 1) * pitch - 1, top + 4, paint.wheels)
        for wheel in (1, pitch - 3):
            canvas.put(left + place * pitch + wheel, top + 5, paint.wheels)
    _draw_locomotive(canvas, left + pitch * len(statuses), top, paint)
    return canvas


def _draw_carriage(canvas: Canvas, x: int, top: int, width: int, body: Colour) -> None:
    canvas.fill(x, top + 1, width, 4, body)
    canvas.fill(x + 1, top, max(1, width - 2), 1, shade(body, 1.35))
    canvas.fill(x, top + 4, width, 1, shade(body, 0.65))
    for window in range(x + 1, x + width - 1, 2):
        canvas.put(window, top + 2, shade(body, 1.7))


def _draw_locomotive(canvas: Canvas, x: int, top: int, paint: QuizTrainPaint) -> None:
    canvas.fill(x, top + 1, LOCOMOTIVE_WIDTH - 2, 4, paint.locomotive)
    canvas.fill(x, top, LOCOMOTIVE_WIDTH - 4, 1, shade(paint.locomotive, 1.35))
    canvas.fill(x, top + 3, LOCOMOTIVE_WIDTH - 1, 1, paint.line)
    canvas.fill(x, top + 4, LOCOMOTIVE_WIDTH - 1, 1, shade(paint.locomotive, 0.65))
    canvas.fill(x + LOCOMOTIVE_WIDTH - 6, top + 1, 2, 1, shade(paint.locomotive, 1.7))
    for wheel in (1, 4, LOCOMOTIVE_WIDTH - 4):
        canvas.fill(x + wheel, top + 5, 2, 1, paint.wheels)
