"""Writes words in pixels: capitals five pixels high, in gold, with a shadow."""

from game.art.canvas import Canvas
from game.art.palette import Colour

# Drawn here and not taken from a font file: 37 signs of 5 rows are shorter than the code to read one.
_FONT = """
A .##. #..# #### #..# #..#
B ###. #..# ###. #..# ###.
C .### #... #... #... .###
D ###. #..# #..# #..# ###.
E #### #... ###. #... ####
F #### #... ###. #... #...
G .### #... #.## #..# .###
H #..# #..# #### #..# #..#
I ### .#. .#. .#. ###
J ..## ...# ...# #..# .##.
K #..# #.#. ##.. #.#. #..#
L #... #... #... #... ####
M #...# ##.## #.#.# #...# #...#
N #..# ##.# #.## #..# #..#
O .##. #..# #..# #..# .##.
P ###. #..# ###. #... #...
Q .##. #..# #..# #.#. .#.#
R ###. #..# ###. #.#. #..#
S .### #... .##. ...# ###.
T ##### ..#.. ..#.. ..#.. ..#..
U #..# #..# #..# #..# .##.
V #...# #...# .#.#. .#.#. ..#..
W #...# #...# #.#.# ##.## #...#
X #..# #..# .##. #..# #..#
Y #...# .#.#. ..#.. ..#.. ..#..
Z #### ...# .##. #... ####
0 .##. #..# #..# #..# .##.
1 .# ## .# .# .#
2 ###. ...# .##. #... ####
3 ###. ...# .##. ...# ###.
4 #..# #..# #### ...# ...#
5 #### #... ###. ...# ###.
6 .##. #... ###. #..# .##.
7 #### ...# ..#. .#.. .#..
8 .##. #..# .##. #..# .##.
9 .##. #..# .### ...# .##.
- ... ... ### ... ...
, .. .. .. .# #.
. . . . . #
: . # . # .
! # # # . #
? ###. ...# .##. .... .#..
’ .# #. .. .. ..
' .# #. .. .. ..
"""
LETTER_ROWS = {row[0]: row[2:].split() for row in _FONT.strip().splitlines()}

ROW_COLOURS: tuple[Colour, ...] = (0xFFF3CF, 0xFFE48A, 0xF2C230, 0xF2C230, 0xB07D14)
"""The rows of a letter, from the top."""

SHADOW_COLOUR: Colour = 0x1A1408

ROW_COLOURS_256: tuple[Colour, ...] = (0xFFFFD7, 0xFFD787, 0xFFD700, 0xFFD700, 0xAF8700)
SHADOW_COLOUR_256: Colour = 0x121212
"""Exact values of the 256-colour cube: the nearest one to the gold above is an orange."""

SPACE_WIDTH = 3
"""Pixels of a space."""


def measure_text(text: str, scale: int = 1) -> int:
    """How many pixels a text takes.

    >>> measure_text("TO"), measure_text("T O"), measure_text("TO", 2)
    (10, 13, 20)
    """
    wide = sum(len(LETTER_ROWS[letter][0]) + 1 if letter in LETTER_ROWS else SPACE_WIDTH for letter in text.upper())
    return (wide - (text[-1:].upper() in LETTER_ROWS)) * scale


def write_headline(canvas: Canvas, x: int, y: int, text: str, scale: int = 1, *, is_256: bool = False) -> None:
    """Write a text; what has no letter is a space."""
    colours, dark = (ROW_COLOURS_256, SHADOW_COLOUR_256) if is_256 else (ROW_COLOURS, SHADOW_COLOUR)
    # All shadows first: the shadow of one letter must not lie over the next letter.
    for shift, is_shadow in ((scale, True), (0, False)):
        at = x
        for letter in text.upper():
            rows = LETTER_ROWS.get(letter)
            for dy, row in enumerate(rows or ()):
                for dx, dot in enumerate(row):
                    if dot == "#":
                        colour = dark if is_shadow else colours[dy]
                        canvas.fill(at + dx * scale + shift, y + dy * scale + shift, scale, scale, colour)
            at += (len(rows[0]) + 1 if rows else SPACE_WIDTH) * scale
