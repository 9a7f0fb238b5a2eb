"""Classes that sit an exam in browsers, for tests: a room that is open, and an exam with a question of each kind."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from game.content import open_pack
from game.content.pack_art import open_art
from game.core.clock import now
from game.core.paths import cache_folder, shipped
from game.pack.kinds import KINDS, Item
from game.pack.kinds.keyless import strip_key
from game.pack.world import World
from game.store.attempt_events import Rules
from game.store.exam_files import FORMAT, Allowance, CandidatesExam, TeachersExam
from game.web.classes.class_house import ClassHouse
from game.web.classes.class_pack import ClassPack, OpenedPack
from game.web.serving.own_address import OwnAddress
from game.web.serving.server import WebServer
from game.web.stores.class_store import ClassStore, FolderStore
from game.web.teaching.class_service import open_class, set_exam
from tests.browsing import Browser, RunningServer, make_patient_clock
from tests.own_postgres import find_free_port


def open_shipped() -> OpenedPack:
    world, _ = open_pack(shipped("rooms"), cache_folder())
    return OpenedPack(world, art=open_art(shipped("rooms")))


class RunningClass(NamedTuple):
    """A class that is open."""

    house: ClassHouse
    server: RunningServer

    async def join(self, browser: Browser, name: str, *, begins: bool = True) -> None:
        await browser.get("/")
        await browser.post("/join", {**browser.fields("/join"), "code": self.house.code, "name": name})
        if begins:
            await do(browser, "begin")


async def do(browser: Browser, act: str, **answer: str) -> None:
    await browser.post("/exam", {**browser.fields("/exam"), **answer, "do": act})


@asynccontextmanager
async def open_room(
    exam: CandidatesExam | TeachersExam | None, folder: Path, *, has_faults: bool = False, is_lan: bool = False
) -> AsyncIterator[RunningClass]:
    store = FolderStore(folder)
    if exam is not None:
        set_exam(store, exam)
    async with serve_room(store, folder, has_faults=has_faults, is_lan=is_lan) as room:
        yield room


@asynccontextmanager
async def serve_room(
    store: ClassStore, folder: Path, *, has_faults: bool = False, is_lan: bool = False
) -> AsyncIterator[RunningClass]:
    """A server of the class in a store."""
    reported: list[Exception] = []
    house, served = open_class(store, ClassPack(open_shipped), folder)
    # Port 0 would be another one for each kind of address.
    port = find_free_port() if is_lan else 0
    server = WebServer(served, OwnAddress(port, is_lan), reported.append, make_patient_clock())
    await server.start()
    try:
        yield RunningClass(house, RunningServer(server.address, reported))
    finally:
        await server.end()
    assert has_faults or reported == []


def make_exam_of_each_kind(tour: World) -> TeachersExam:
    """One question of each kind."""
    of_kind: dict[type, Item] = {}
    for room in tour.rooms.values():
        for item in room.items:
            of_kind.setdefault(type(item), item)
    items = tuple(of_kind.values())
    assert len(items) == len(KINDS)
    return make_exam(tour, items)


def make_exam(tour: World, items: tuple[Item, ...]) -> TeachersExam:
    """Half an hour; one pupil has more time."""
    stripped = [strip_key(item, tour, number, "secret") for number, item in enumerate(items, start=1)]
    return TeachersExam(
        format=FORMAT,
        kind="exam",
        title="The train",
        tour=tour.tour.id,
        bank="x",
        code="",
        secret="secret",
        made=now().isoformat(),
        rules=Rules(minutes=30),
        allowances={"Guard-05": Allowance(factor=2)},
        items=items,
        questions=tuple(question for question, _ in stripped),
        row_ids=tuple(ids for _, ids in stripped),
    )
