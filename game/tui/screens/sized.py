"""The base of all screens: the sizes at which the layout changes, and the key that lists the keys."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.screen import Screen

if TYPE_CHECKING:
    from game.tui.base_app import StyledApp


class Sized(Screen[None]):
    """A screen whose style sheet can distinguish narrow from wide and low from tall."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark", "show_keys", show=False)]

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

    def on_mount(self) -> None:
        """Know the size of the window before the first layout: Textual tells it later, and all is painted twice."""
        width, height = self.app.size
        for length, breakpoints in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            self.add_class(next(name for least, name in reversed(breakpoints) if length >= least))

    def on_screen_resume(self) -> None:
        """Name the window after this screen."""
        cast("StyledApp", self.app).name_window()

    def action_show_keys(self) -> None:
        """Show the keys of this screen on a sheet."""
        from game.tui.key_sheet import make_key_sheet  # a sheet is a screen of this kind itself

        self.app.push_screen(make_key_sheet(self))
