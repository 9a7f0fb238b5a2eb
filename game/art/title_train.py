"""The picture of a title without a picture of its own: a train that comes towards us out of the left.

A column's scale grows evenly from the tail to the face, and its depth is the inverse of that scale. So carriages and
windows stand at even distances, as in a photograph.
"""

from typing import NamedTuple

from game.art.canvas import Canvas
from game.art.headline import measure_text, write_headline
from game.art.palette import Colour
from game.art.title_land import TitlePaint, paint_land

MIN_VISTA_ROWS = 8
"""Terminal rows below which there is no room for a landscape."""

MIN_LARGE_ROWS = 22
"""Terminal rows from which the headline is written large where it fits."""

MIN_MOON_COLUMNS = 76
"""From which the moon has room beside the headline."""

CAR_LENGTHS = 3.6
"""How many carriages long the train is that is seen."""

WINDOWS = 6
"""Windows of a carriage, the two that are doors included."""

LOCOMOTIVE_SHARE = 0.34
"""How long the locomotive is, seen from the side, compared with a carriage."""


class Shape(NamedTuple):
    """Where the train stands on a canvas."""

    face: int
    """Column in which the face of the locomotive begins."""
    width: int
    """Of the face."""
    height: int
    foot: int
    """Row on which the face stands."""
    tail_height: float
    tail_foot: float


def draw_title_train(width: int, rows: int, headline: str, paint: TitlePaint) -> Canvas:
    """The train, its landscape, and a headline in the sky.

    Args:
        width: Columns.
        rows: Terminal rows, at least MIN_VISTA_ROWS.
        headline: What ``can_write`` says can be written.
        paint: The colours.
    """
    canvas = Canvas(width, rows * 2)
    scale = 2 if width >= measure_text(headline, 2) + 8 and rows >= MIN_LARGE_ROWS else 1
    horizon = int(canvas.height * 0.66)
    paint_land(canvas, horizon, _find_moon(width, scale), paint)
    shape = _find_shape(canvas, horizon)
    for x in range(shape.face):
        _paint_column(canvas, x, shape, paint)
    _paint_face(canvas, shape, paint)
    _paint_rails(canvas, shape, paint)
    _light_air(canvas, shape, paint)
    wide = measure_text(headline, scale)
    is_beside_moon = scale == 1 and width >= MIN_MOON_COLUMNS
    left = max(2, (int(width * 0.78) - wide) // 2) if is_beside_moon else (width - wide) // 2
    write_headline(canvas, left, 3 if rows >= 14 else 1, headline, scale, is_256=paint.is_flat)
    return canvas


def _find_moon(width: int, scale: int) -> tuple[int, int]:
    """The moon stands beside a small headline, and under a large one."""
    if scale == 2:
        return width // 2, 15
    return (width - 14, 2) if width >= MIN_MOON_COLUMNS else (int(width * 0.46), 8)


def _find_shape(canvas: Canvas, horizon: int) -> Shape:
    height = max(13, int(canvas.height * 0.48))
    foot = canvas.height - max(3, canvas.height // 9)
    tail = max(4.0, height * 0.2)
    face = int(canvas.width * (0.735 if canvas.width >= 100 else 0.7))
    return Shape(face, max(13, int(canvas.height * 0.44)), height, foot, tail, horizon + 4 + tail * 0.8)


def _paint_column(canvas: Canvas, x: int, shape: Shape, paint: TitlePaint) -> None:
    """One column of the side of the train."""
    along = x / shape.face
    scale = (shape.tail_height + (shape.height - shape.tail_height) * along) / shape.height
    foot = shape.tail_foot + (shape.foot - shape.tail_foot) * along
    top = foot - shape.height * scale
    # Depth in carriages, from the face on.
    depth = (1 / scale - 1) / ((shape.height / shape.tail_height - 1) / CAR_LENGTHS)
    is_locomotive = depth < LOCOMOTIVE_SHARE
    share = depth / LOCOMOTIVE_SHARE if is_locomotive else (depth - LOCOMOTIVE_SHARE) % 1
    light = paint.dimness + (1 - paint.dimness) * along
    for y in range(int(top), int(foot) + 1):
        colour = _find_side(share, (y - top) / max(1.0, foot - top), paint, is_locomotive=is_locomotive)
        is_bright = colour in (paint.window, paint.line)
        canvas.put(x, y, colour if is_bright else paint.blend(paint.black, colour, light))
    for y in range(int(foot) + 1, int(foot) + 2 + int(3 * scale) if paint.stars else 0):
        if share > 0.1 and y < canvas.height:
            canvas.put(x, y, paint.blend(canvas.rows[y][x], paint.window, 0.22))


def _find_side(share: float, low: float, paint: TitlePaint, *, is_locomotive: bool) -> Colour:
    """The colour of a place on the side of a carriage, by its shares of length and height."""
    if low > 0.08 and share > (0.96 if is_locomotive else 0.93):
        return paint.black  # the gangway
    for border, colour in ((0.1, paint.roof), (0.16, paint.dark)):
        if low < border:
            return colour
    if low >= 0.7:
        return paint.line if low < 0.8 else paint.dark if low < 0.9 else paint.black
    if is_locomotive:
        is_louvre = 0.3 < low < 0.52 and 0.3 < share < 0.8 and int(share * 22) % 2
        return paint.dark if is_louvre else paint.body
    place = share * WINDOWS
    return paint.window if 0.27 < low < 0.57 and 0.28 < place % 1 < 0.85 and place < WINDOWS - 0.6 else paint.body


def _paint_face(canvas: Canvas, shape: Shape, paint: TitlePaint) -> None:
    """The front of the locomotive: roof, two windows, the yellow line, three lamps."""
    left, width, top = shape.face, shape.width, shape.foot - shape.height
    for y in range(shape.height):
        inset = max(0, 2 - y)
        colour = _find_front(y, y / shape.height, paint)
        canvas.fill(left + inset, top + y, width - 2 * inset, 1, colour)
        if colour == paint.face:
            canvas.put(left, top + y, paint.blend(paint.face, paint.roof, 0.6))
            canvas.put(left + width - 1, top + y, paint.blend(paint.face, paint.dark, 0.6))
    _paint_panes(canvas, shape, paint)
    canvas.fill(left, shape.foot, width, 1, paint.black)
    canvas.fill(left + 2, shape.foot + 1, width - 4, 1, paint.dark)
    inner = max(1, shape.height // 11) + 0.4
    for middle, y, _ in _list_lamps(shape):
        for dy in range(-3, 4):
            for dx in range(-4, 5):
                far = (dx * dx + dy * dy) ** 0.5
                if far <= inner + 0.8:
                    canvas.put(round(middle) + dx, y + dy, paint.lamp if far <= inner else paint.rim)


def _find_front(y: int, low: float, paint: TitlePaint) -> Colour:
    """The colour of a row of the front, by its share of the height."""
    if y < 2:
        return paint.roof
    if low >= 0.7:
        return paint.line if low < 0.8 else paint.dark
    return paint.face


def _paint_panes(canvas: Canvas, shape: Shape, paint: TitlePaint) -> None:
    """The two windows of the front."""
    pane, high = (shape.width - 5) // 2, max(3, int(shape.height * 0.22))
    sill = shape.foot - shape.height + max(3, int(shape.height * 0.2))
    for start in (shape.face + 2, shape.face + 3 + pane):
        canvas.fill(start - 1, sill - 1, pane + 2, high + 2, paint.dark)
        for y in range(high):
            for x in range(pane):
                canvas.put(start + x, sill + y, paint.blend(*paint.glass, (x + y) / (pane + high)))


def _list_lamps(shape: Shape) -> tuple[tuple[float, int, float], ...]:
    """Column, row and strength of the lamp on the roof and of the two above the buffers."""
    top = shape.foot - shape.height
    low = top + int(shape.height * 0.6)
    return (
        (shape.face + shape.width / 2 - 0.5, top + max(1, int(shape.height * 0.09)), 1.0),
        (shape.face + 2.5, low, 0.8),
        (shape.face + shape.width - 3.5, low, 0.8),
    )


def _paint_rails(canvas: Canvas, shape: Shape, paint: TitlePaint) -> None:
    left = canvas.height - shape.foot - 1
    for y in range(left):
        share = y / max(1, left)
        for start, slant in ((shape.face + 2, 3), (shape.face + shape.width - 3, 8)):
            canvas.put(int(start + share * slant), shape.foot + 1 + y, paint.rail)


def _light_air(canvas: Canvas, shape: Shape, paint: TitlePaint) -> None:
    """What the lamps light: the air around them, and a cone on the ground."""
    lamps = _list_lamps(shape) if paint.glow else ()
    middle = shape.face + shape.width / 2
    for y in range(canvas.height if lamps else 0):
        down = (y - shape.foot + 1) / max(1, canvas.height - shape.foot)
        half = shape.width * (0.5 + down * 0.9)
        for x in range(canvas.width):
            light = 0.0
            for lamp_x, lamp_y, strength in lamps:
                reach = (shape.height * (1.25 if strength == 1.0 else 0.8)) ** 2
                near = 1 - ((x - lamp_x) ** 2 + (y - lamp_y) ** 2) / reach
                if near > 0:
                    light += strength * near**3
            aside = abs(x - middle - down * 4)
            if y >= shape.foot and aside < half:
                light += 0.78 * (1 - aside / half)
            if light:
                canvas.put(x, y, _add_light(canvas.rows[y][x], light * paint.glow))


def _add_light(colour: Colour, light: float) -> Colour:
    """A colour in the warm light of a lamp."""
    red = min(255, int((colour >> 16) + 255 * light))
    green = min(255, int((colour >> 8 & 255) + 214 * light))
    return red << 16 | green << 8 | min(255, int((colour & 255) + 140 * light))
