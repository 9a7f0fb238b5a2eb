"""The title and the end: the picture of the tour. Any key closes them, and typed text goes to the prompt."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from textual import events
from textual.app import ComposeResult
from textual.color import Color
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip

from game.app.view import View
from game.art.art_files import ArtFolder
from game.art.cover import can_write, draw_cover, draw_headline
from game.art.picture_size import Size as PictureSize
from game.art.text_picture import CHARACTER_ROWS, write_picture
from game.art.train import DAY as DAY_TRAIN
from game.art.train import LOCOMOTIVE, NIGHT_256, Car
from game.art.train import NIGHT as NIGHT_TRAIN
from game.art.vista import MIN_VISTA_ROWS, draw_vista
from game.exports.ticket_card import INK, PAPER
from game.prose import screen_labels as labels
from game.tui.screens.sized import Sized
from game.tui.themes import DAY
from game.tui.widgets.block import Block
from game.tui.widgets.pixels import pack_pixels
from game.tui.widgets.styled_text import centre_line

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from game.art.scenes import Scene


class Vista(Block):
    """A headline over the picture of the tour; over the train, where the rooms are one."""

    def __init__(self, headline: str, view: View, art: "Traversable | None") -> None:
        super().__init__(id="vista")
        self._headline = headline
        self._view = view
        self._art = ArtFolder(art) if art is not None else None

    def make_strips(self, width: int, height: int) -> list[Strip]:
        """The picture; only the headline if there are no pixels or no room."""
        tour = self._view.tour
        scene = self._art.scene(tour.title_picture) if self._art is not None and tour.title_picture else None
        is_drawn = self.app.has_pixels and height >= MIN_VISTA_ROWS  # type: ignore[attr-defined]
        if not is_drawn or not can_write(self._headline, width):
            return self._write(width, height, scene)
        if scene is None and tour.strip == "train":
            return self._draw_train(width, height)
        if scene is None or self._art is None:
            ground = Color.parse(self.app.theme_variables["background"])
            return pack_pixels(draw_headline(width, height, self._headline, int(ground.hex6[1:], 16)).rows)
        hour: Literal["night", "day"] = "day" if self.app.theme == DAY.name else "night"
        depth: Literal["truecolour", "256"] = "256" if self.app.theme.endswith("256") else "truecolour"
        sprites = self._art.sprites
        return pack_pixels(draw_cover(scene, sprites, width, height, self._headline, hour, depth=depth).rows)

    def _write(self, width: int, height: int, scene: "Scene | None") -> list[Strip]:
        """The headline in letters, the scene under it in characters where there is one and room for it."""
        row = Content.styled(self._headline, "bold $gold").pad_left(max(0, width - len(self._headline)) // 2)
        headline = Strip(row.truncate(width).render_segments(self.visual_style)).adjust_cell_length(width)
        free = height - 2
        if scene is None or self._art is None or free < MIN_VISTA_ROWS:
            return [*[Strip.blank(width)] * (height // 2), headline]
        size = PictureSize(width, min(free, CHARACTER_ROWS - 1))
        lines = write_picture(scene, self._art.sprites, size, enters="")
        blank = [Strip.blank(width)]
        drawn = [Strip(Content(line).render_segments(self.visual_style)) for line in lines]
        return [*blank * (free - len(lines)), headline, *blank, *drawn]

    def _draw_train(self, width: int, height: int) -> list[Strip]:
        """The headline over the train."""
        is_day = self.app.theme == DAY.name
        palette = {DAY.name: DAY_TRAIN, "night-256": NIGHT_256}.get(self.app.theme, NIGHT_TRAIN)
        cars = [
            Car(str(stop.room.number or ""), stop.room.windows, False, stop.is_visited) for stop in self._view.stops
        ]
        train = [*[car for car in cars if car.label][-8:], Car("", LOCOMOTIVE, True, True)]
        return pack_pixels(draw_vista(width, height, self._headline, train, "day" if is_day else "night", palette).rows)


class Lines(Block):
    """A few lines in the middle."""

    def __init__(self, lines: list[Content]) -> None:
        super().__init__(id="lines")
        self._lines = lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row a line."""
        return len(self._lines)

    def make_rows(self, width: int) -> list[Content]:
        """Each line in the middle of the width."""
        return [centre_line(line, width) for line in self._lines]


class Cover(Sized):
    """A landscape with words under it, shown over the play screen until a key is pressed."""

    CSS_PATH = "../tour.tcss"

    def __init__(
        self, headline: str, view: View, art: "Traversable | None", pass_on: Callable[[events.Key], None]
    ) -> None:
        super().__init__()
        self._headline = headline
        self._art = art
        self._view = view
        self._pass_on = pass_on
        self._is_left = False

    def compose(self) -> ComposeResult:
        """The picture, the words under it."""
        yield Vista(self._headline, self._view, self._art)
        yield Lines(self.make_lines())

    def make_lines(self) -> list[Content]:
        """The words under the picture."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Close. Any key except Enter and Escape goes to the prompt, and so do the keys after it."""
        event.stop()
        # Keys come faster than a screen closes: the other letters of a word must not be lost.
        if self._is_left or event.key not in ("enter", "ctrl+j", "escape"):
            self._pass_on(event)
        self.leave()

    def on_click(self) -> None:
        """Leave."""
        self.leave()

    def leave(self) -> None:
        """Close once, after passing on the keys that are already waiting."""
        if not self._is_left:
            self._is_left = True
            self.call_later(self._dismiss)

    def _dismiss(self) -> None:
        self.dismiss()  # not awaited: a screen cannot wait until it is closed


class Title(Cover):
    """The title at the beginning of a session."""

    def __init__(self, view: View, art: "Traversable | None", pass_on: Callable[[events.Key], None]) -> None:
        super().__init__(view.tour.title, view, art, pass_on)

    def make_lines(self) -> list[Content]:
        """The name of the game, the progress so far, and the keys."""
        view = self._view
        keys = labels.TITLE_KEYS_NEW if view.is_new else labels.TITLE_KEYS_KEPT
        room, rooms, noun = view.room, view.carriages, view.tour.nouns.place
        kept = "" if view.is_new else f"{labels.describe_kept_place(room.name, room.number, rooms, noun)}  "
        return [
            Content.styled(view.tour.tagline, "$foreground"),
            Content.assemble((kept, "$muted"), (f"✦ {view.noted}/{view.facts} facts", "$fact")),
            Content(""),
            Content.assemble(
                ("› Enter", "bold $gold"),
                (keys.enter, "$muted"),
                ("NEW", "bold $gold"),
                (keys.second, "$muted"),
                ("^q", "bold $gold"),
                (keys.third, "$muted"),
            ),
        ]


class End(Cover):
    """The screen at the end of the journey: the place, and the ticket."""

    def __init__(
        self, view: View, ticket: Sequence[str], art: "Traversable | None", pass_on: Callable[[events.Key], None]
    ) -> None:
        super().__init__(view.tour.destination, view, art, pass_on)
        self._ticket = ticket

    def make_lines(self) -> list[Content]:
        """The ticket, and how to keep it."""
        paper = [Content.styled(row, f"{INK} on {PAPER}") for row in self._ticket]
        keep = Content.assemble(
            ("› Enter", "bold $gold"),
            (labels.END_KEYS.enter, "$muted"),
            ("TICKET SAVE FILE.SVG", "bold $gold"),
            (labels.END_KEYS.second, "$muted"),
        )
        return [Content(""), *paper, Content(""), keep]
