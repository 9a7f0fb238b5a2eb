"""The tour as a service: a pack, a folder of visitors, and the pages that show them."""

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from game.app.game import Game
from game.art.art_files import ArtFolder
from game.pack.world import World
from game.store.saves import Saves
from game.tour.lexicon import Lexicon
from game.web.serving.gate import Gate
from game.web.serving.server import Served
from game.web.tours.room_pictures import RoomPictures
from game.web.tours.tour_routes import TourRoutes
from game.web.tours.visitors import Visitors

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable  # a folder, or a place inside a zip


def serve_tour(world: World, art: "Traversable | None", folder: Path) -> Served:
    """What a server of a tour needs.

    Args:
        world: The pack.
        art: The folder of its pictures; None without.
        folder: Where the tours of visitors are kept.
    """

    def make_application(gate: Gate) -> web.Application:
        # The names of a pack take longest to make, and are the same for every visitor.
        lexicon = Lexicon(world)

        def make_game(home: Path) -> Game:
            return Game(world, Saves(home, is_served=True), art=art, lexicon=lexicon)

        visitors = Visitors(folder, make_game)
        pictures = RoomPictures(ArtFolder(art) if art is not None else None, world.tour, dict(world.rooms))
        application = TourRoutes(world, visitors, pictures, gate).make_application()

        async def close(_: web.Application) -> None:
            await visitors.close()

        application.on_cleanup.append(close)
        return application

    return Served(world.tour.title, make_application)
