"""The visitors of a server: each browser has a tour of its own, kept in a folder of its own like any other tour.

A browser is known by the key in its cookie. The server keeps no key: the folder is called after a digest of it, so
nobody who reads the folder can play another's tour. The tour is opened when its browser first asks for it, and closed
when many others have asked since.
"""

import asyncio
import os
import re
from base64 import urlsafe_b64encode
from collections import OrderedDict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from game.app.game import Game
from game.app.reply import Reply
from game.core.digests import blake2b
from game.core.disk import is_folder, make_folder
from game.pack.kinds import Shown, describe_form, read_response
from game.prose import web_words as words
from game.prose.lines import Line, number_room
from game.prose.web_words import hide_folder
from game.web.pages.exam_answer import move_step, write_answer, write_order
from game.web.pages.form_moment import FormMoment
from game.web.serving.thread_pool import ThreadPool
from game.web.tours.public_view import Drafted, Said, find_question
from game.web.tours.room_pictures import Side

KEY_BYTES = 32
KEY = re.compile(r"[A-Za-z0-9_-]{43}")
"""What a key looks like; anything else in a cookie is not looked for."""

MAX_OPEN = 400
"""Tours that are held in memory; more than a large class."""
MAX_TOURS = 20_000
"""Tours that are kept in all, so that nobody can fill the disk with new ones."""

T = TypeVar("T")
MakeGame = Callable[[Path], Game]


class FullError(Exception):
    """As many tours are kept as may be."""


class TourSummary(NamedTuple):
    """How far a tour is, for who looks after several."""

    room: str
    noted: int
    closed: int
    """Questions that were closed."""
    leads: int
    """Of how many."""
    has_page: bool


class Visitor:
    """One browser's tour. Whoever uses it holds its lock."""

    def __init__(self, folder: Path, make_game: MakeGame) -> None:
        self.lock = asyncio.Lock()
        self.said = Said("", ())
        self.drafted = Drafted()
        self.enters: Side = "left"
        """The end of the picture at which the visitor stands: that of the door just come through."""
        self.summary: TourSummary | None = None
        """None before the tour was opened."""
        self.first = ""
        """A line with which a new tour begins; empty for none."""
        self._folder, self._make_game = folder, make_game
        self._game: Game | None = None
        self._moment = FormMoment()

    @property
    def is_open(self) -> bool:
        """Whether the tour is in memory."""
        return self._game is not None

    @property
    def game(self) -> Game:
        """The tour, opened where it is not."""
        if self._game is None:
            self._game = self._make_game(self._folder)
            self._moment = FormMoment()
            lines = self._game.open()
            if self.first and not self._game.state.turn:
                lines = (*lines, *self._game.perform(self.first))
            self.said = Said("", self._clean(lines))
            self.summarise()
        return self._game

    @property
    def is_begun(self) -> bool:
        """Whether there is a tour to open."""
        return self.is_open or is_folder(self._folder)

    def summarise(self) -> None:
        """Remember how far the tour is, so that it need not be opened to tell."""
        game = self.game
        state, world = game.state, game.world
        self.summary = TourSummary(
            number_room(world.rooms[state.room]),
            len(state.noted),
            len(state.closed),
            len(world.leads),
            state.printed is not None,
        )

    @property
    def stamp(self) -> str:
        """The moment of the tour, as forms hold it."""
        turn = str(self.game.state.turn)
        return self._moment.write(turn)

    def is_now(self, stamp: str) -> bool:
        """Whether a form is of this moment, so that a line sent twice is performed once."""
        turn = str(self.game.state.turn)
        return self._moment.is_now(stamp, turn)

    def say(self, line: str, *, is_typed: bool) -> None:
        """Perform a line."""
        game = self.game
        self._moment.go_on()
        if game.is_over:
            self.close()
            self.game.state  # noqa: B018 - opens the tour again
            return
        place = game.view.place
        asked = find_question(game) if self.drafted.item else None
        reply: Reply = game.reply(line)
        # An answer that was taken is no draft for the next time its question is asked.
        if asked is None or find_question(game) != asked:
            self.drafted = Drafted()
        now = game.view.place
        if now != place:
            self.enters = "right" if now < place else "left"
        self.said = Said(line, self._clean(reply.lines), reply.opens or "", is_typed)
        self.summarise()

    def answer(self, form: Mapping[str, str]) -> str:
        """Take what a form answers, or keep it while it is being made; why it is no answer, or nothing."""
        asked = find_question(self.game)
        if asked is None:
            return ""
        known = self.drafted.line if self.drafted.item == asked.item.id else ""
        # A button was pressed, so the line to type does not get the focus.
        self.said = self.said._replace(is_typed=False)
        if form["do"] != "answer":
            self._move(asked, known, form["do"])
            return ""
        instruction = describe_form(asked.item).instruction
        line = write_order(asked, known) if instruction == "order" else write_answer(form, instruction)
        self.drafted = Drafted(asked.item.id, line)
        if read_response(asked, line) is None:
            return words.NOT_WHOLE if line else words.NOTHING_CHOSEN
        self.say(line, is_typed=False)
        return ""

    def _move(self, asked: Shown, known: str, act: str) -> None:
        moved = move_step(asked, known, act) if describe_form(asked.item).instruction == "order" else None
        if moved is not None:
            self._moment.go_on()
            self.drafted = Drafted(asked.item.id, moved.line, moved)

    def close(self) -> None:
        """Put the tour away; it is on the disk."""
        game, self._game = self._game, None
        if game is not None:
            game.close()

    def _clean(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        folder = str(self._folder)
        return tuple(
            Line(hide_folder(line.text, folder), line.role, line.is_tight) if folder in line.text else line
            for line in lines
        )


class Visitors:
    """All visitors of one server. Everything slow runs in threads: disk and game never hold up the others."""

    def __init__(
        self, folder: Path, make_game: MakeGame, *, max_open: int = MAX_OPEN, max_tours: int = MAX_TOURS
    ) -> None:
        """Make it; nothing is read or written yet.

        Args:
            folder: Where their folders are.
            make_game: Makes the game of a folder.
            max_open: How many tours are held in memory.
            max_tours: How many are kept in all.
        """
        self._folder, self._make_game = folder, make_game
        self._max_open, self._max_tours = max_open, max_tours
        self._known: OrderedDict[str, Visitor] = OrderedDict()
        self._threads = ThreadPool()
        self._count = -1

    async def begin(self) -> str:
        """Make a visitor; returns the key.

        Raises:
            FullError: As many tours are kept as may be.
            OSError: The folder cannot be made.
        """
        key = urlsafe_b64encode(os.urandom(KEY_BYTES)).decode().rstrip("=")
        if self._count < 0:
            self._count = await self.in_thread(self._count_tours)
        if self._count >= self._max_tours:
            raise FullError
        self._count += 1
        await self.in_thread(lambda: make_folder(self._folder_of(key)))
        return key

    def find(self, key: str) -> Visitor | None:
        """The visitor with a key; None where nobody has it."""
        if not KEY.fullmatch(key):
            return None
        folder = self._folder_of(key)
        found = self._known.get(folder.name)
        if found is None:
            if not is_folder(folder):
                return None
            found = self._known[folder.name] = Visitor(folder, self._make_game)
        self._known.move_to_end(folder.name)
        return found

    def claim(self, name: str) -> Visitor:
        """The visitor with a folder of that name, made where there is none. Who asks has made sure whose it is."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = Visitor(self._folder / name, self._make_game)
        self._known.move_to_end(name)
        return found

    async def run(self, visitor: Visitor, do: Callable[[Visitor], T]) -> T:
        """What comes of doing something with a visitor's tour, one thing at a time."""
        async with visitor.lock:
            done = await self.in_thread(lambda: do(visitor))
        await self._put_away()
        return done

    async def close(self) -> None:
        """Close all tours."""
        for visitor in self._known.values():
            async with visitor.lock:
                await self.in_thread(visitor.close)
        self._threads.close()

    async def _put_away(self) -> None:
        """Close the tours that nobody has asked for longest, where too many are open."""
        opened = [visitor for visitor in self._known.values() if visitor.is_open]
        for visitor in opened[: max(0, len(opened) - self._max_open)]:
            if not visitor.lock.locked():
                async with visitor.lock:
                    await self.in_thread(visitor.close)

    async def in_thread(self, do: Callable[[], T]) -> T:
        """What comes of doing something slow."""
        return await self._threads.run(do)

    def _count_tours(self) -> int:
        return sum(1 for _ in self._folder.iterdir()) if is_folder(self._folder) else 0

    def _folder_of(self, key: str) -> Path:
        return self._folder / blake2b(key.encode(), digest_size=16).hexdigest()
