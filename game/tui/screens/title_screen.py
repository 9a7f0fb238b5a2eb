"""The title: the picture of the tour and a menu. Other keys close it, and typed text goes to the prompt."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, Self

from textual import events
from textual.app import ComposeResult
from textual.color import Color
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from game.app.view import View
from game.art.art_files import ArtFolder
from game.art.cover import can_write, draw_cover, draw_headline
from game.art.picture_size import Size as PictureSize
from game.art.text_picture import CHARACTER_ROWS, write_picture
from game.art.title_land import DAY as DAY_PAINT
from game.art.title_land import NIGHT as NIGHT_PAINT
from game.art.title_land import NIGHT_256
from game.art.title_letters import write_title_train
from game.art.title_train import MIN_VISTA_ROWS, draw_title_train
from game.prose import cover_lines as words
from game.tui.screens.sized import Sized
from game.tui.themes import DAY
from game.tui.widgets.block import Block
from game.tui.widgets.menu import Choose, Menu, MenuEntry
from game.tui.widgets.pixel_strip import PixelStrip, wrap_pixels
from game.tui.widgets.ruler import Ruler

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from game.art.scenes import Scene


class Vista(Block):
    """A headline over the picture of the tour; over the train, where the rooms are one."""

    def __init__(self, headline: str, scene: str | None, strip: str, art: "Traversable | None") -> None:
        """Make the picture.

        Args:
            headline: What is written in the sky.
            scene: Id of the scene that is drawn; None for the train of the title, or for the headline alone.
            strip: What kind of strip the tour has.
            art: Folder of scenes and sprites.
        """
        super().__init__(id="vista")
        self._headline = headline
        self._scene = scene
        self._strip = strip
        self._art = ArtFolder(art) if art is not None else None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part; those of a picture as they are, because no border or padding goes around them."""
        left, right = crop.column_span
        lines = [self.render_line(y) for y in crop.line_range]
        if not all(isinstance(line, PixelStrip) for line in lines):
            return super().render_lines(crop)
        for line_filter in self.get_line_filters():
            lines = [line.apply_filter(line_filter, self.background_colors[1]) for line in lines]
        return [line.crop(left, right) for line in lines]

    def make_strips(self, width: int, height: int) -> list[Strip]:
        """The picture; only the headline if there are no pixels or no room."""
        scene = self._art.scene(self._scene) if self._art is not None and self._scene else None
        is_drawn = self.app.has_pixels and height >= MIN_VISTA_ROWS  # type: ignore[attr-defined]
        if not is_drawn or not can_write(self._headline, width):
            return self._write(width, height, scene)
        if scene is None and self._strip == "train":
            paint = {DAY.name: DAY_PAINT, "night-256": NIGHT_256}.get(self.app.theme, NIGHT_PAINT)
            return wrap_pixels(draw_title_train(width, height, self._headline, paint).rows)
        if scene is None or self._art is None:
            ground = int(Color.parse(self.app.theme_variables["background"]).hex6[1:], 16)
            is_256 = self.app.theme.endswith("256")
            return wrap_pixels(draw_headline(width, height, self._headline, ground, is_256=is_256).rows)
        hour: Literal["night", "day"] = "day" if self.app.theme == DAY.name else "night"
        depth: Literal["truecolour", "256"] = "256" if self.app.theme.endswith("256") else "truecolour"
        sprites = self._art.sprites
        return wrap_pixels(draw_cover(scene, sprites, width, height, self._headline, hour, depth=depth).rows)

    def _write(self, width: int, height: int, scene: "Scene | None") -> list[Strip]:
        """The headline in letters, the scene under it in characters where there is one and room for it."""
        if scene is None and self._strip == "train" and can_write(self._headline, width):
            written = write_title_train(width, height, self._headline)
            return [Strip(Content.styled(line, "$gold").render_segments(self.visual_style)) for line in written]
        # A row without a style would show the terminal's own ground, black on a bright screen.
        ground = self.rich_style
        row = Content.styled(self._headline, "bold $gold").pad_left(max(0, width - len(self._headline)) // 2)
        headline = Strip(row.truncate(width).render_segments(self.visual_style)).adjust_cell_length(width, ground)
        free = height - 2
        if scene is None or self._art is None or free < MIN_VISTA_ROWS:
            return [*[Strip.blank(width, ground)] * (height // 2), headline]
        size = PictureSize(width, min(free, CHARACTER_ROWS - 1))
        lines = write_picture(scene, self._art.sprites, size, enters="")
        blank = [Strip.blank(width, ground)]
        drawn = [Strip(Content(line).render_segments(self.visual_style)) for line in lines]
        return [*blank * (free - len(lines)), headline, *blank, *drawn]


class Cover(Sized):
    """A landscape with words under it, shown over the play screen until a key is pressed."""

    CSS_PATH = "../tour.tcss"

    def __init__(self, vista: Vista, pass_on: Callable[[events.Key], None], perform: Callable[[str], None]) -> None:
        """Make the screen.

        Args:
            vista: The picture.
            pass_on: Gives a key to the prompt.
            perform: Performs a line.
        """
        super().__init__()
        self._vista = vista
        self._pass_on = pass_on
        self._perform = perform
        self._is_left = False

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Paint anew, but not for a part that has changed on the screen behind."""
        # Textual tells a screen such parts because it could be seen through, and then paints all of it.
        return self if regions else super().refresh(repaint=repaint, layout=layout, recompose=recompose)

    async def on_key(self, event: events.Key) -> None:
        """Do what the key does here. Any other key goes to the prompt, and so do the keys after it."""
        event.stop()
        if not self._is_left and (action := self.find_action(event.key)):
            await self.run_action(action)
            return
        # Keys come faster than a screen closes: the other letters of a word must not be lost.
        self._pass_on(event)
        self.action_leave()

    def find_action(self, key: str) -> str:
        """The action of a key; empty for a key that goes to the prompt."""
        return {"enter": "leave", "ctrl+j": "leave", "escape": "leave"}.get(key, "")

    def action_leave(self) -> None:
        """Close once, after passing on the keys that are already waiting."""
        if not self._is_left:
            self._is_left = True
            self.call_later(self._dismiss)

    def action_send(self, line: str) -> None:
        """Close and send a line; its answer is in the log, or opens its own screen."""
        if not self._is_left:
            self._is_left = True
            self.dismiss()
            self._perform(line)

    def _dismiss(self) -> None:
        self.dismiss()  # not awaited: a screen cannot wait until it is closed


class Title(Cover):
    """The title at the beginning of a session."""

    def __init__(
        self,
        view: View,
        art: "Traversable | None",
        pass_on: Callable[[events.Key], None],
        perform: Callable[[str], None],
    ) -> None:
        super().__init__(Vista(view.tour.title, view.tour.title_picture, view.tour.strip, art), pass_on, perform)
        self._tagline = view.tour.tagline
        self._menu = Menu(_list_entries(view))

    def compose(self) -> ComposeResult:
        """The picture, the sentence on the line, the menu, the keys."""
        yield self._vista
        yield Ruler("", self._tagline, id="ruler")
        yield self._menu
        yield TitleKeys()

    def find_action(self, key: str) -> str:
        """Arrows choose in the menu, Enter and the digits open an entry, Escape closes the title."""
        steps = {"up": -1, "down": 1, "tab": 1, "shift+tab": -1}
        if key in steps:
            return f"step({steps[key]})"
        if key in ("enter", "ctrl+j"):
            return self._menu.entries[self._menu.place].action
        if key.isdigit() and 1 <= int(key) <= len(self._menu.entries):
            return self._menu.entries[int(key) - 1].action
        return super().find_action(key)

    def action_step(self, by: int) -> None:
        """Go to another entry."""
        self._menu.place = (self._menu.place + by) % len(self._menu.entries)
        self._menu.repaint()

    async def on_choose(self, message: Choose) -> None:
        """An entry was clicked."""
        message.stop()
        await self.run_action(message.action)


class TitleKeys(Block):
    """The keys of the title in one row."""

    def __init__(self) -> None:
        super().__init__(id="keys")

    def make_rows(self, width: int) -> list[Content]:
        """The keys; the sentence about the prompt where it fits."""
        row = Content.assemble(
            ("Enter", "bold $gold"), (f" {words.CHOOSE_HINT}  ", "$muted"), (words.KEYS_HINT, "$muted")
        )
        leave = Content.assemble(("^q", "bold $gold"), (f" {words.LEAVE_HINT}", "$muted"))
        return [row.pad_right(max(1, width - row.cell_length - leave.cell_length)) + leave]


def _list_entries(view: View) -> tuple[MenuEntry, ...]:
    """The entries of the menu: a kept tour goes on first, a new one begins."""
    begin = words.label_begin(view.carriages, view.tour.nouns.place, view.facts)
    go_on = words.label_go_on(view.room.name, view.noted, view.facts)
    first = ((begin, "leave"),) if view.is_new else ((go_on, "leave"), (words.ANEW, "send('new')"))
    others = (
        (words.PRACTISE, "send('practice')"),
        (words.TEACH, "app.open('teachers')"),
        (words.SETTINGS, "app.open('settings')"),
    )
    return tuple(MenuEntry(label.name, label.text, action) for label, action in (*first, *others))
