"""Words in a frame, where there is no picture of what they tell."""

from textual.content import Content

MAX_WORDS_COLUMNS = 68
"""Columns of the words: a longer line is hard to read."""


def frame_words(words: str, width: int, height: int, *, has_pixels: bool) -> list[Content]:
    """Rows with the words in their middle and a frame around them; of characters where the terminal has no lines."""
    corners, across, side = ("╭╮╰╯", "─", "│") if has_pixels else ("++++", "-", "|")
    told = Content.styled(words, "$muted").wrap(max(1, min(MAX_WORDS_COLUMNS, width - 8)))[: height - 2]
    above = (height - 2 - len(told)) // 2
    rows = [Content("")] * above + list(told) + [Content("")] * (height - 2 - above - len(told))
    edge = Content.styled(side, "$hairline")
    return [
        Content.styled(f"{corners[0]}{across * (width - 2)}{corners[1]}", "$hairline"),
        *(edge + _centre(row, width - 2) + edge for row in rows),
        Content.styled(f"{corners[2]}{across * (width - 2)}{corners[3]}", "$hairline"),
    ]


def _centre(row: Content, width: int) -> Content:
    """A row with blanks on both sides."""
    left = max(0, width - row.cell_length) // 2
    return row.pad_left(left).pad_right(max(0, width - row.cell_length - left))
