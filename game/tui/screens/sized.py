"""The base of all screens: the sizes at which the layout changes."""

from textual.screen import Screen


class Sized(Screen[None]):
    """A screen whose style sheet can distinguish narrow from wide and low from tall."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's own form
        (0, "-tiny"),
        (60, "-narrow"),
        (80, "-compact"),
        (104, "-wide"),
        (150, "-huge"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's own form
        (0, "-flat"),
        (20, "-low"),
        (24, "-short"),
        (34, "-mid"),
        (46, "-tall"),
    ]
