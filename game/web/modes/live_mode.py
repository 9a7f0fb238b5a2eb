"""The mode in which a class answers one question at a time: its addresses and what answers them."""

from collections.abc import Sequence
from http import HTTPStatus

from aiohttp import web
from msgspec.structs import replace

from game.pack.kinds import is_resolved
from game.prose import class_words
from game.prose import live_words as words
from game.web.classes.class_mode import Standing
from game.web.classes.class_pack import ClassPack
from game.web.classes.class_site import ClassSite
from game.web.classes.pupils import Pupil
from game.web.modes.live_key import LiveKey, PublicKey
from game.web.modes.live_page import LIVE_PATH, render_live_page
from game.web.modes.live_room import LiveRoom
from game.web.modes.live_state import LiveRound, LiveStore
from game.web.modes.live_tally import count_answers
from game.web.modes.live_turn import answer, make_turn
from game.web.modes.live_view import PublicRound, make_rows
from game.web.serving.gate import FORM, make_token
from game.web.serving.routes import send_on, send_page
from game.web.stores.kept_values import KeptValue, News


class LiveMode:
    """The live round of a class."""

    path = LIVE_PATH

    def __init__(self, site: ClassSite, pack: ClassPack) -> None:
        self._site, self._pack = site, pack
        self._rounds = LiveStore(site.house.store)
        self._state = LiveRound()
        self._rooms: dict[str, LiveRoom] = {}
        """By the hash of the exam."""
        site.hearers.append(self._hear)
        site.renamers.append(self.rename)
        self._key: tuple[str, LiveKey] | None = None
        """The keys of an exam, while one of them is shown."""

    def list_routes(self) -> Sequence[web.AbstractRouteDef]:
        """Its addresses."""
        return (web.get(LIVE_PATH, self._show), web.post(LIVE_PATH, self._act))

    @property
    def room(self) -> LiveRoom | None:
        """The room of the round that goes on now; None in another mode."""
        house, plan = self._site.house, self._site.house.plan
        if plan.mode != "live":
            return None
        if plan.exam not in self._rooms:
            exam = self._site.exams.find_for_candidates(plan.exam)
            self._rooms[plan.exam] = LiveRoom(exam, house.store.shelf, house.threads)
        return self._rooms[plan.exam]

    def _hear(self, news: News) -> None:
        for room in self._rooms.values():
            room.hear(news)

    async def load(self) -> tuple[LiveRound, KeptValue]:
        """Where the round is, and what is kept of it."""
        house = self._site.house
        state, kept = await house.threads.run(lambda: self._rounds.load(house.plan.exam))
        self._take(state)
        return state, kept

    async def keep(self, state: LiveRound, known: KeptValue) -> None:
        """Let the round go on.

        Raises:
            ChangedElsewhereError: Another window or process was faster.
            OSError: It cannot be kept.
        """
        house = self._site.house
        await house.threads.run(lambda: self._rounds.keep(house.plan.exam, state, known))
        self._take(state)

    def _take(self, state: LiveRound) -> None:
        self._state, self._site.round_stage = state, str(state.turn)
        if state.step != "told":
            self._key = None

    async def describe(self, pupil: Pupil) -> Standing:
        """How far a pupil is."""
        room = self.room
        assert room is not None
        # A board asks for all pupils at once; the round itself was read within the last second.
        state = self._state
        attempt = await room.glance(pupil, lambda seat: seat.attempt)
        answered = len(attempt.responses) if attempt is not None else 0
        is_over = attempt is not None and attempt.handed_in is not None
        name = "over" if is_over else "answering" if state.step == "open" else "waiting"
        return Standing(name, class_words.count_answered(answered, len(state.asked)))

    async def rename(self, pupil: Pupil, name: str) -> None:
        """Write the new name of a pupil to the answers of the round.

        Raises:
            OSError: It cannot be kept.
        """
        room = self.room
        if room is not None:
            await room.run(pupil, lambda seat: room.rename(seat, name))

    async def tick(self) -> None:
        """See whether another process has let the round go on."""
        if self.room is not None:
            await self.load()

    async def find_key(self) -> LiveKey | None:
        """The keys of the round; None where they are not in reach. Called when one of them is shown, and not before."""
        digest = self._site.house.plan.exam
        if self._key is None or self._key[0] != digest:
            found = await self._site.house.threads.run(lambda: self._read_key(digest))
            if found is None:
                return None
            self._key = digest, found
        return self._key[1]

    def _read_key(self, digest: str) -> LiveKey | None:
        exam, world = self._site.exams.find_for_teacher(digest), self._pack.opened.world
        is_there = exam is not None and world is not None and all(is_resolved(item, world) for item in exam.items)
        return LiveKey(exam, world) if is_there and exam is not None and world is not None else None

    async def find_round(self) -> PublicRound | None:
        """What all may see; None in another mode."""
        room, pupils = self.room, self._site.house.pupils
        if room is None:
            return None
        state, _ = await self.load()
        seen = PublicRound(
            step=state.step,
            turn=state.turn,
            number=state.place + 1,
            total=room.total,
            asked=len(state.asked),
            pupils=len(pupils),
        )
        if state.step in ("ready", "over"):
            return seen
        question, item = room.paper.questions[state.place], room.paper.items[state.place]
        tally = count_answers(question, item, await room.collect(pupils, state.place))
        seen = replace(seen, stem=item.stem, answered=tally.answered)
        if state.step == "open":
            return seen
        key = await self.find_key() if state.step == "told" else None
        told = key.tell(state.place, tally) if key is not None else PublicKey()
        return replace(seen, rows=make_rows(tally, told.right_rows), others=tally.others, key=told.lines)

    async def _show(self, request: web.Request) -> web.Response:
        pupil, room = self._site.find_pupil(request), self.room
        if pupil is None or room is None:
            return send_on(self._site.find_path(pupil))
        return send_page(await self._render(request, room, pupil))

    async def _render(self, request: web.Request, room: LiveRoom, pupil: Pupil, notice: str = "") -> str:
        state, _ = await self.load()
        key = await self.find_key() if state.step == "told" else None
        turn = await room.run(pupil, lambda seat: make_turn(room, seat, state, key))
        return render_live_page(room.exam.title, turn, make_token(self._site.gate.get_key(request)), notice)

    async def _act(self, request: web.Request) -> web.Response:
        pupil, room, form = self._site.find_pupil(request), self.room, request[FORM]
        if pupil is None or room is None:
            return send_on(self._site.find_path(pupil))
        state, _ = await self.load()
        if state.step != "open" or form.get("stamp") != str(state.turn):
            return send_page(await self._render(request, room, pupil, words.CAME_LATE), HTTPStatus.CONFLICT)
        try:
            is_read = await room.run(pupil, lambda seat: answer(room, seat, state, form))
        except OSError as bad:
            self._site.gate.report(bad)
            page = await self._render(request, room, pupil, words.NOT_KEPT)
            return send_page(page, HTTPStatus.SERVICE_UNAVAILABLE)
        if not is_read:
            page = await self._render(request, room, pupil, words.NO_ANSWER)
            return send_page(page, HTTPStatus.UNPROCESSABLE_ENTITY)
        return send_on(LIVE_PATH)
