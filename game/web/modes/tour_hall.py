"""The tours of one class: a folder for each pupil, over one pack and one index of its names."""

from collections.abc import AsyncIterator
from pathlib import Path

from game.app.game import Game
from game.app.notebook_view import NotebookView
from game.art.art_files import ArtFolder
from game.core.digests import blake2b
from game.exports.front_page import FrontPage
from game.pack.world import World
from game.store.attempt_events import Begun
from game.store.attempts import Attempt
from game.store.saves import AnswerKeeper, Saves
from game.tour.lexicon import Lexicon
from game.web.classes.class_pack import ClassPack
from game.web.classes.pupils import Pupil
from game.web.modes.tour_homes import TourHomes
from game.web.stores.class_plan import ClassPlan
from game.web.stores.class_store import ClassStore
from game.web.tours.room_pictures import RoomPictures
from game.web.tours.tour_pages import TourSeat
from game.web.tours.visitors import TourSummary, Visitor, Visitors

FOLDER = "tours"


class TourHall:
    """All tours of a class."""

    def __init__(self, world: World, lexicon: Lexicon, pack: ClassPack, folder: Path, store: ClassStore) -> None:
        """Make it; no tour is opened yet.

        Args:
            world: Where the class walks.
            lexicon: The names in it, which all pupils share.
            pack: For its pictures.
            folder: Of the class on this machine.
            store: Where a pupil's answers are kept for results.
        """
        self._world, self._lexicon, self._art, self._shelf = world, lexicon, pack.opened.art, store.shelf
        self._folder = folder / FOLDER
        self._homes = TourHomes(store, self._folder)
        art = ArtFolder(self._art) if self._art is not None else None
        self.pictures = RoomPictures(art, world.tour, dict(world.rooms))
        self.visitors = Visitors(self._folder, self._make_game)
        self._names: dict[str, str] = {}
        """Folder of a tour -> the pseudonym of its pupil now."""

    async def find_seat(self, pupil: Pupil, plan: ClassPlan) -> TourSeat | None:
        """The tour of a pupil; None where another server of the class keeps it.

        Raises:
            OSError: The store cannot be asked.
        """
        room = self._world.rooms.get(plan.begins)
        visitor = self._find(pupil)
        if not visitor.is_begun and not await self.visitors.in_thread(lambda: self._homes.take(pupil.key)):
            return None
        visitor.first = f"go to {room.name}" if room is not None else ""
        return TourSeat(visitor, self.visitors, self.pictures, plan.task)

    async def summarise(self, pupil: Pupil) -> TourSummary | None:
        """How far a pupil is; None for one who has not begun."""
        visitor = self._find(pupil)
        if visitor.summary is None and visitor.is_begun:
            await self.visitors.run(visitor, Visitor.summarise)
        return visitor.summary

    async def read_notebook(self, pupil: Pupil) -> NotebookView | None:
        """What a pupil has noted; None for one who has not begun."""
        visitor = self._find(pupil)
        if not visitor.is_begun:
            return None
        return await self.visitors.run(visitor, lambda each: each.game.boards.read_notebook())

    async def list_pages(self, pupils: list[Pupil]) -> AsyncIterator[tuple[Pupil, FrontPage]]:
        """The front pages that were printed, with whose they are."""
        for pupil in pupils:
            summary = await self.summarise(pupil)
            if summary is not None and summary.has_page:
                page = await self.visitors.run(self._find(pupil), lambda each: each.game.boards.read_page(self._art))
                if page is not None:
                    yield pupil, page

    async def close(self) -> None:
        """Close all tours."""
        await self.visitors.close()

    def _find(self, pupil: Pupil) -> Visitor:
        folder = blake2b(pupil.key.encode(), digest_size=16).hexdigest()
        self._names[folder] = pupil.name
        return self.visitors.claim(folder)

    def _make_game(self, home: Path) -> Game:
        keeper = AnswerKeeper(lambda: self._names[home.name], self._create_attempt)
        return Game(self._world, Saves(home, is_served=True, keeper=keeper), art=self._art, lexicon=self._lexicon)

    def _create_attempt(self, begun: Begun) -> Attempt:
        # A tour begins one for its doors and one for each practice, each time that it is opened.
        known = self._shelf.find(begun.candidate, begun.code)
        return self._shelf.create(begun, len(known.unfinished) + len(known.handed_in) + len(known.damaged))
