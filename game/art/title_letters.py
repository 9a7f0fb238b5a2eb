"""The title in characters: the headline, the sky, and the train that comes out of the left."""

from game.art.headline import LETTER_ROWS, SPACE_WIDTH, measure_text

LARGE_TRAIN = r"""
          /\         *                .              /\            .
   /\   _/  \__  /\            .             /\   __/  \_  /\      .__________.
__/  \_/       \/  \______/\_________/\____/  \_/       \/  \_---' /____()____\
                                        _________----------'    | | .---..---.|
            ________--------.----------'  __   __   __   __  |||| | |###||###||
__.-----.--'  []  []  []  []| [ ]  [ ]   |__| |__| |__| |__| |||| | '---''---'|
 [][][]| []  []  []  []  [] |            |                  |     | (O)    (O)|
=======|====================|============|==================|=====|===========|
-oo--oo'-oo-------------oo--'-(_)-(_)------------(_)-(_)----'-(_)-'\_________/
"""
LARGE_TAIL = (
    *("   .    ", r"   /\   ", r"__/  \__", "        ", "        "),
    *(".-----._", "| [] [] ", "|=======", "'-oo-oo-"),
)
SMALL_TRAIN = r"""
    /\      *         .          /\      ________.
 __/  \____/\_____/\____/\______/__\----'/________\
         ______---------.-------'     | | .--..--.|
__.-----'  []  []  []   | [ ] [ ] [ ] || ||##||##||
 [][]| []  []  []  []   |             || ||(O)(O)|
=====|==================|=============|==|========|
-oo--'-oo-----------oo--'-(_)----(_)--'-oo\______/
"""
SMALL_TAIL = ("        ", "__/\\____", "        ", "_.-----.", "| [] [] ", "|=======", "'-oo-oo-")
"""Eight columns that continue a train to the left, row by row."""

MOON = (".-``-.", "/    . \\", "| .      |", "\\   .  /", "'-..-'")
STARS = (
    "  .            *                    .                 .   ",
    "        .                 *               .         *   ",
)

MIN_LARGE_COLUMNS, MIN_LARGE_ROWS = 78, 14
MIN_MOON_COLUMNS = 72
HEADLINE_ROWS = 5


def write_title_train(width: int, rows: int, headline: str) -> list[str]:
    """The picture in characters, as wide as asked for.

    Args:
        width: Columns, at least 52.
        rows: Terminal rows.
        headline: What ``can_write`` says can be written.
    """
    is_large = width >= MIN_LARGE_COLUMNS and rows >= MIN_LARGE_ROWS
    train, tail = (LARGE_TRAIN, LARGE_TAIL) if is_large else (SMALL_TRAIN, SMALL_TAIL)
    drawn = [row[-width:] for row in _lengthen(train.strip("\n").splitlines(), tail, width)]
    if rows < len(drawn) + HEADLINE_ROWS:
        kept = [headline.center(width).rstrip(), *drawn[-(rows - 1) :]]
        return [*[""] * (rows - len(kept)), *kept]
    free = rows - len(drawn) - HEADLINE_ROWS
    letters = _set_headline(headline, width, has_moon=is_large)
    sky = [(STARS[place % 2] * (width // 40 + 1))[:width] if place % 3 == 1 else "" for place in range(free)]
    above = min(free, 1 + free // 3)
    return [*sky[:above], *letters, *sky[above:], *drawn]


def write_letters(text: str) -> list[str]:
    """A text in capitals of number signs; what has no letter is a space."""
    rows = [""] * HEADLINE_ROWS
    for sign in text.upper():
        letter = LETTER_ROWS.get(sign, (" " * (SPACE_WIDTH - 1),) * HEADLINE_ROWS)
        rows = [f"{row}{dots} " for row, dots in zip(rows, letter, strict=True)]
    return [row.replace(".", " ").rstrip() for row in rows]


def _lengthen(drawn: list[str], tail: tuple[str, ...], width: int) -> list[str]:
    """A train at the right edge of the width, its tail drawn on to the left one."""
    wide = max(map(len, drawn))
    missing = max(0, width - wide)
    copies = missing // len(tail[0]) + 1
    return [f"{(end * copies)[-missing:] if missing else ''}{row}" for end, row in zip(tail, drawn, strict=True)]


def _set_headline(headline: str, width: int, *, has_moon: bool) -> list[str]:
    wide = measure_text(headline)
    is_beside_moon = has_moon and width >= MIN_MOON_COLUMNS
    left = (width - 14 - wide) // 2 if is_beside_moon else (width - wide) // 2
    rows = [f"{' ' * max(0, left)}{row}" for row in write_letters(headline)]
    if not is_beside_moon:
        return rows
    return [f"{row:<{width - 12}}{part.replace('`', chr(34)):^10}" for row, part in zip(rows, MOON, strict=True)]
