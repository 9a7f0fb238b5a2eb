"""A class: who is in, what it does now, and who is let in. What pupils do is in the room of each mode."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from hmac import compare_digest
from itertools import count
from typing import NamedTuple

from msgspec.structs import replace

from game.core.digests import blake2b
from game.core.identity import pseudonym_key, tidy
from game.prose.class_words import JoinFault
from game.web.classes.pupils import Pupil, digest_key, is_pseudonym, make_key, make_number
from game.web.serving.allowance import Allowance
from game.web.serving.thread_pool import ThreadPool
from game.web.stores.class_plan import ClassPlan
from game.web.stores.class_store import HEAD, JOINS, PLAN, ClassStore, Join, KeptJoin, make_code, normalise_code
from game.web.stores.kept_values import EVERYTHING, ChangedElsewhereError, News

MAX_PUPILS = 1_000
WRONG_AT_ONCE, WRONG_PER_SECOND = 20, 1 / 6
"""Codes that may be wrong from one address, which may be a whole school."""
NUMBERS_AT_ONCE, NUMBERS_PER_SECOND = 10, 1 / 30
"""Numbers that may be tried for one pseudonym, from all addresses: in an hour one in 8,000 of them."""


class CannotJoin(NamedTuple):
    """Why somebody is not in."""

    fault: JoinFault


class ClassHouse:
    """One class."""

    def __init__(self, store: ClassStore, clock: Callable[[], float]) -> None:
        """Make it.

        Args:
            store: Where all of it is kept.
            clock: Gives seconds that only go up.

        Raises:
            OSError: What was kept cannot be read.
        """
        self.store = store
        self.threads = ThreadPool()
        self.plan = store.load_plan()
        self._head = store.load_head()
        self._joins = store.load_joins()
        self._pupils: dict[str, Pupil] = {}
        self._by_digest: dict[str, Pupil] = {}
        """By the digest of the key in the cookie, since each request asks for it."""
        self._wrong = Allowance(WRONG_AT_ONCE, WRONG_PER_SECOND, clock)
        self._numbers = Allowance(NUMBERS_AT_ONCE, NUMBERS_PER_SECOND, clock)
        self._reading = asyncio.Lock()
        self._asked = self._read = 0
        """How often something new was asked for, and how much of that is read."""
        self._take_in()

    @property
    def code(self) -> str:
        """What pupils type."""
        return self._head.code

    @property
    def board(self) -> str:
        """The secret of the teacher's board."""
        return self._head.board

    @property
    def wall(self) -> str:
        """The secret of the wall. It follows from that of the board, which nobody finds by it."""
        return blake2b(b"wall", key=self.board.encode()[:64], digest_size=16).hexdigest()

    @property
    def pupils(self) -> list[Pupil]:
        """All who are in, by name."""
        return sorted(self._pupils.values(), key=lambda pupil: pupil.name_key)

    async def keep_plan(self, plan: ClassPlan) -> None:
        """Let the class do something else from now on.

        Raises:
            OSError: It cannot be kept; then the class does what it did.
        """
        await self.threads.run(lambda: self.store.keep_plan(plan))
        self.plan = plan

    def find(self, key: str) -> Pupil | None:
        """The pupil whose cookie holds a key; None where it is nobody's."""
        # By its digest: what a search for that takes tells nothing of a key.
        return self._by_digest.get(digest_key(key)) if key else None

    async def join(self, code: str, typed: str, number: str, sender: str) -> str | CannotJoin:
        """Let somebody in; the key for the cookie.

        Raises:
            OSError: It cannot be kept; then nobody has joined.
        """
        name = tidy(typed)
        while (fault := self._find_fault(code, name, number, sender)) is None:
            # Another server may have let in the same pupil; then it is looked at again who this is.
            with suppress(ChangedElsewhereError):
                return await self._let_in(name)
            await self.refresh()
        return CannotJoin(fault)

    async def _let_in(self, name: str) -> str:
        key, who = make_key(), self._find_key(name) or self._make_key(name)
        known = self._joins.get(who)
        join = known.join if known is not None else Join(name=name, key="", number=make_number())
        await self._change_join(who, replace(join, key=digest_key(key)))
        return key

    async def rename(self, pupil: Pupil, name: str) -> None:
        """Give a pupil another name. Number and device stay.

        Raises:
            ChangedElsewhereError: Another server has changed the pupil.
            OSError: It cannot be kept; then the name stays.
        """
        join = self._joins[pupil.key].join
        await self._change_join(pupil.key, replace(join, name=name, earlier=(*join.earlier, join.name)))

    async def sign_out(self, pupil: Pupil) -> None:
        """Let no device be a pupil's, and give a new number by which one becomes it.

        Raises:
            ChangedElsewhereError: Another server has changed the pupil.
            OSError: It cannot be kept; then nothing has changed.
        """
        await self._change_join(pupil.key, replace(self._joins[pupil.key].join, key="", number=make_number()))

    async def change_code(self) -> None:
        """Let another code be the one to join by. Who is in stays in.

        Raises:
            OSError: It cannot be kept; then the code stays.
        """
        code = make_code()
        await self.threads.run(lambda: self.store.keep_code(code))
        self._head = replace(self._head, code=code)

    def get_pupil(self, key: str) -> Pupil | None:
        """The pupil of a key that is on the board."""
        return self._pupils.get(key)

    def find_name_fault(self, pupil: Pupil, name: str) -> JoinFault | None:
        """Why a pupil cannot be called so; None where nothing speaks against it."""
        if not is_pseudonym(name):
            return "name"
        return "taken" if self._find_key(name) not in (None, pupil.key) else None

    def _find_key(self, name: str) -> str | None:
        """The key of the pupil who is called so; None for nobody."""
        wanted = pseudonym_key(name)
        if wanted in self._joins and pseudonym_key(self._joins[wanted].join.name) == wanted:
            return wanted
        renamed = ((key, kept.join.name) for key, kept in self._joins.items() if kept.join.earlier)
        return next((key for key, now in renamed if pseudonym_key(now) == wanted), None)

    def _make_key(self, name: str) -> str:
        """A key for somebody new. Somebody who had this name before may have the shortest one."""
        first = pseudonym_key(name)
        keys = (f"{first}-{number}" if number > 1 else first for number in count(1))
        return next(key for key in keys if key not in self._joins)

    async def _change_join(self, who: str, join: Join) -> None:
        known = self._joins.get(who)
        version = known.version if known is not None else 0
        fresh = KeptJoin(version, join)
        # At once, so that of two who type one pseudonym at one time the second is asked for the number.
        self._joins[who] = fresh
        try:
            kept = await self.threads.run(lambda: self.store.keep_join(who, join, version))
        except OSError:
            if self._joins.get(who) is fresh:
                self._joins.pop(who)
                self._joins.update({who: known} if known else {})
            raise
        if self._joins.get(who, fresh).version <= kept:
            self._joins[who] = KeptJoin(kept, join)
        self._take_in()

    async def refresh(self) -> None:
        """Read again who is in and what the class does. Whoever asks during a reading waits for the next.

        Raises:
            OSError: It cannot be read.
        """
        self._asked += 1
        wanted = self._asked
        async with self._reading:
            if self._read >= wanted:
                return
            upto = self._asked
            joins, plan, head = await self.threads.run(
                lambda: (self.store.load_joins(), self.store.load_plan(), self.store.load_head())
            )
            newer = {
                who: kept for who, kept in self._joins.items() if who in joins and kept.version > joins[who].version
            }
            self._joins, self.plan, self._head, self._read = {**joins, **newer}, plan, head, upto
            self._take_in()

    def is_news(self, news: News) -> bool:
        """Whether somebody has joined, or the class does something else, of which this server does not know yet."""
        if news.kind == JOINS:
            known = self._joins.get(news.key)
            return known is None or known.version < news.number
        return news.kind in (PLAN, HEAD, EVERYTHING)

    def _take_in(self) -> None:
        """Know all who have joined as pupils."""
        for who in self._pupils.keys() - self._joins.keys():
            del self._pupils[who]
        for who, (_, join) in self._joins.items():
            pupil = self._pupils.setdefault(who, Pupil(who, join.name, join.number))
            pupil.name, pupil.number, pupil.earlier = join.name, join.number, join.earlier
        self._by_digest = {join.key: self._pupils[who] for who, (_, join) in self._joins.items() if join.key}

    def _find_fault(self, code: str, name: str, number: str, sender: str) -> JoinFault | None:
        """Why somebody cannot join; None where nothing speaks against it."""
        if not compare_digest(normalise_code(code).encode(), self.code.encode()):
            # A right code always passes: the rest of a school must not wait for one who guesses.
            return "code" if self._wrong.take(sender) else "often"
        if not is_pseudonym(name):
            return "name"
        known = self._find_key(name)
        return self._find_number_fault(self._joins[known].join, number) if known else self._find_closed_fault(name)

    def _find_closed_fault(self, name: str) -> JoinFault | None:
        """Why somebody new cannot join; None where the class takes this one in."""
        if not self.plan.takes_new:
            return "closed"
        if self.plan.roster and pseudonym_key(name) not in self.plan.roster:
            return "unknown"
        return "full" if len(self._joins) >= MAX_PUPILS else None

    def _find_number_fault(self, known: Join, number: str) -> JoinFault | None:
        """Why a pupil who is in cannot go on at another device; None where the number is right."""
        if not number:
            return "taken"
        # By the pseudonym: many addresses must not guess at one number.
        if not self._numbers.take(known.name):
            return "often"
        return None if compare_digest("".join(number.split()).encode(), known.number.encode()) else "number"
