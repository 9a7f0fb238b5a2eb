"""The picture of the room on the whole screen: a key, or any click on what it shows, leads back to the play screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from game.app.view import View
from game.art.picture_size import MIN_ROWS_FOR_DOUBLE_SIZE, MIN_ZOOMED_WIDTH
from game.prose import screen_labels as labels
from game.tui.messages import Said
from game.tui.screens.sized import Sized
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.scene_picture import ScenePicture
from game.tui.widgets.view_block import ViewBlock

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

KEYS = (Key("esc", labels.BACK_KEY, "screen.dismiss"), Key("f7", labels.NEXT_PICTURE_KEY, "screen.next"))

MIN_WORDS_ROWS = 5
"""Rows that are kept for the words under the picture and the keys."""

SINGLE_ROWS, DOUBLE_ROWS = 14, 28
"""Rows of a whole scene, and at twice its size."""


class PictureWords(ViewBlock):
    """The name of the room, and what its picture shows."""

    def make_view_rows(self, view: View, width: int) -> list[Content]:
        """The name, and under it the words."""
        number = "" if view.room.number is None else f"{view.room.number:02}  "
        return [Content.styled(f"{number}{view.room.name}", "bold $gold"), Content.styled(view.room.alt, "$foreground")]


class PictureScreen(Sized):
    """The picture as large as it can be, and its words."""

    CSS_PATH = "../tour.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,space", "dismiss", "Back", show=False),
        Binding("f7", "next", show=False),
    ]

    def __init__(self, view: View, art: "Traversable | None", lit_thing: str, go_on: Callable[[], None]) -> None:
        """Make the screen.

        Args:
            view: Where the player is.
            art: The folder of the pictures; None for a pack without.
            lit_thing: Id of the thing in the spotlight; empty without one.
            go_on: Gives the play screen the next size of its picture.
        """
        super().__init__()
        self._view = view
        self._lit_thing = lit_thing
        self._go_on = go_on
        self.picture = ScenePicture(art, id="whole", is_zoomed=True)

    def compose(self) -> ComposeResult:
        """The picture, its words, the keys."""
        with Vertical(id="gallery"):
            yield self.picture
            yield PictureWords(id="told")
        yield KeyBar(KEYS, id="keys")

    def on_mount(self) -> None:
        """Show the room."""
        self.picture.show(self._view, lit_thing=self._lit_thing)
        self.query_one(PictureWords).show(self._view)

    def on_resize(self, event: events.Resize) -> None:
        """Choose the height of the picture: whole, or as much of it as fits at twice its size."""
        free = event.size.height - MIN_WORDS_ROWS
        is_double = event.size.width >= 2 * MIN_ZOOMED_WIDTH and free >= MIN_ROWS_FOR_DOUBLE_SIZE
        self.picture.styles.height = min(free, DOUBLE_ROWS if is_double else SINGLE_ROWS)

    def on_said(self, message: Said) -> None:
        """A click on something in the picture goes back and sends its line."""
        message.stop()
        self.dismiss()
        self.app.post_message(Said(message.line))

    def action_next(self) -> None:
        """Go back, with the next size of the picture there."""
        self.dismiss()
        self._go_on()
