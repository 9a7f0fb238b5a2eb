"""One player's game as both front ends know it: a line in, lines out, everything kept on the way.

It joins the session, its words and the saves. It knows neither terminal nor screen.
"""

from pathlib import Path

from game import events as e
from game.paths import file_stem
from game.prose import tell, telling
from game.prose.lines import Line
from game.saves import RUNNING, Saves
from game.session import Session
from game.state import State, begin
from game.view import View, view
from game.world import World


class Game:
    """A session with its words and its saves."""

    def __init__(self, world: World, saves: Saves | None = None, seed: int = 0) -> None:
        """Make a game; nothing is read or written before ``open``.

        Args:
            world: The pack to play.
            saves: Where to keep the tour; None keeps nothing.
            seed: Decides the order of options.
        """
        self.session = Session(world, seed)
        self.is_over = False
        self._saves = saves
        self._seed = seed
        self._is_kept = saves is not None

    @property
    def world(self) -> World:
        """The pack that is played."""
        return self.session.world

    @property
    def state(self) -> State:
        """Where the player stands."""
        return self.session.state

    @property
    def view(self) -> View:
        """What a screen shows beside the words."""
        return view(self.session.lexicon, self.state)

    def open(self, *, fresh: bool = False) -> tuple[Line, ...]:
        """The first lines: the kept tour where it was, or a new one.

        Args:
            fresh: True to begin anew; the kept tour is then one UNDO away.
        """
        found = self._saves.read(RUNNING, self.world) if self._saves else None
        if found and found.state and not fresh:
            self.session = Session(self.world, self._seed, found.state)
            events = self.session.resume()
            return (telling.welcome_back(self.world, self.state), *self._tell(events))
        lines = self._tell(self.session.open())
        if found and found.trouble:
            lines = (telling.damaged_save(found.trouble, found.aside), *lines)
        return (*lines, *self._keep())

    def perform(self, line: str) -> tuple[Line, ...]:
        """What the tour says to a typed line; the state is kept before this returns."""
        before = self.state
        lines: list[Line] = []
        for event in self.session.perform(line):
            lines.extend(self._answer(event))
        if self.state is not before:
            lines.extend(self._keep())
        if self.is_over:
            lines.append(telling.goodbye(self.world, self.state, is_kept=self._is_kept))
        return tuple(lines)

    def _answer(self, event: e.Event) -> tuple[Line, ...]:
        """The words for an event; what only a front end can do is done first."""
        match event:
            case e.ExportAsked():
                return (self._export(event.name),)
            case e.SaveAsked():
                return (self._save(event.name),)
            case e.RestoreAsked():
                return self._restore(event.name)
            case e.RestartAsked():
                return self._restart()
            case e.QuitAsked():
                self.is_over = True
        return tell(event, self.world)

    def _tell(self, events: tuple[e.Event, ...]) -> tuple[Line, ...]:
        return tuple(line for event in events for line in tell(event, self.world))

    def _keep(self) -> tuple[Line, ...]:
        """Keep the running tour; the first time that fails, say so."""
        if self._saves is None:
            return ()
        try:
            self._saves.write(RUNNING, self.world, self.state)
        except OSError as bad:
            was_kept, self._is_kept = self._is_kept, False
            return (telling.not_saved(bad.strerror or str(bad)),) if was_kept else ()
        self._is_kept = True
        return ()

    def _save(self, name: str) -> Line:
        stem = file_stem(name)
        if self._saves is None or not stem:
            return telling.no_name(self._names())
        try:
            self._saves.write(stem, self.world, self.state)
        except OSError as bad:
            return telling.not_saved(bad.strerror or str(bad))
        return telling.saved(stem)

    def _restore(self, name: str) -> tuple[Line, ...]:
        stem = file_stem(name)
        if self._saves is None or not stem:
            return (telling.no_name(self._names()),)
        found = self._saves.read(stem, self.world)
        if found.trouble:
            return (telling.bad_save(stem, found.trouble, found.aside),)
        if found.state is None:
            return (telling.no_save(stem, self._names()),)
        return (telling.restored(stem), *self._tell(self.session.jump(found.state, f"restore {stem}")))

    def _export(self, name: str) -> Line:
        """Write the notebook to a file of the player's choice; one that is there already is never overwritten."""
        from game.exports.notebook import as_markdown

        if not name or "\0" in name:
            return telling.no_export("", "")
        path = Path(name).expanduser()
        path = path if path.suffix else path.with_suffix(".md")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(as_markdown(self.world, self.state))
        except FileExistsError:
            return telling.no_export(str(path), "a file of that name is there already")
        except (OSError, ValueError) as bad:
            return telling.no_export(str(path), getattr(bad, "strerror", None) or str(bad))
        return telling.exported(str(path), len(self.state.noted))

    def _restart(self) -> tuple[Line, ...]:
        events = self.session.jump(begin(self.world, self._seed), "restart")
        return (telling.restarted(), *self._tell(events))

    def _names(self) -> tuple[str, ...]:
        return self._saves.names() if self._saves else ()
