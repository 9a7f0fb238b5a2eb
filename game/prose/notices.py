"""What a front end says around the turns: greetings, saves, troubles."""

from collections.abc import Collection, Iterable

from game.pack.world import World
from game.prose.lines import Line, count, join, numbered, plain
from game.tour.honours import Honour
from game.tour.state import State

_TROUBLES = {
    "damaged": "cannot be read: it is damaged",
    "foreign": "belongs to another tour",
    "newer": "was written by a newer version of this game",
}


def welcome_back(world: World, state: State) -> Line:
    """Said when a kept tour goes on."""
    room = world.rooms[state.room]
    place = room.name if room.number is None else f"carriage {room.number} of {world.carriages}"
    noted = count(len(state.noted), "fact")
    return Line(f"Welcome back: {place}, {noted}. Enter to continue, NEW to start over.", "note")


def damaged_save(trouble: str, aside: str) -> Line:
    """Said when a save cannot be used."""
    kept = f"It was set aside as {aside}; nothing was deleted." if aside else "It was left where it is."
    return Line(f"The kept tour {_TROUBLES[trouble]}. {kept} A new tour begins.", "refused")


def not_saved(why: str) -> Line:
    """Said once when saving fails."""
    return Line(
        f"This tour cannot be kept: {plain(why)}. You can play on; what you do now is lost when you leave.", "refused"
    )


def saved(name: str) -> Line:
    """A point kept under a name."""
    return Line(f"Kept as {name}. RESTORE {name.upper()} comes back here.", "note")


def no_name(names: tuple[str, ...]) -> Line:
    """Save or restore without a usable name."""
    kept = f"You have {join(names)}." if names else "You have kept none yet."
    return Line(
        f"Under which name? Use letters and digits: SAVE LOUNGE, RESTORE LOUNGE. {kept} Every turn is kept anyway.",
        "refused",
    )


def no_restore(names: tuple[str, ...]) -> Line:
    """Restore without a name: the running tour needs none."""
    kept = f"Points you kept: {join(names)}." if names else "You have kept no other point."
    return Line(
        f"Your tour goes on where you are; it is kept with every turn. {kept} RESTORE and its name goes there.", "note"
    )


def no_save(name: str, names: tuple[str, ...]) -> Line:
    """No such save."""
    kept = f"There is {join(names)}." if names else "You have kept none yet: SAVE and a name does."
    return Line(f"Nothing is kept as {plain(name)}. {kept}", "refused")


def bad_save(name: str, trouble: str, aside: str) -> Line:
    """A named save that cannot be used."""
    kept = f" It was set aside as {aside}." if aside else ""
    return Line(f"{name} {_TROUBLES[trouble]}.{kept} You stay where you are.", "refused")


def restored(name: str) -> Line:
    """Back at a kept point."""
    return Line(f"Back at {name}. UNDO returns to where you were.", "note")


def restarted() -> Line:
    """A new tour, with a way back."""
    return Line("A new tour. UNDO brings the old one back.", "note")


def exported(path: str, number: int) -> Line:
    """The notebook written to a file."""
    return Line(f"Notebook with {count(number, 'fact')} written to {plain(path)}.", "note")


def no_export() -> Line:
    """Nothing named to export to."""
    return Line("Into which file? NOTEBOOK EXPORT NOTES.MD writes it as Markdown.", "refused")


def not_written(what: str, path: str, why: str) -> Line:
    """A file that could not be made, and why."""
    return Line(f"The {what} cannot be written to {plain(path)}: {plain(why)}. Nothing was changed.", "refused")


def no_file_named(command: str) -> Line:
    """A command that wants a file, without one."""
    return Line(f"Which file? {command} NAME.TXT, for example.", "refused")


def ticket(rows: Iterable[str]) -> tuple[Line, ...]:
    """The ticket, row by row, just as it is printed."""
    return tuple(Line(row, "ticket", is_tight=place > 0) for place, row in enumerate(rows))


def ticket_saved(path: str) -> Line:
    """The ticket in a file."""
    return Line(f"Your ticket is in {plain(path)}.", "note")


def transcript_on(path: str) -> Line:
    """The session goes to a file, too."""
    return Line(f"This session, from its first line on, goes to {plain(path)}. TRANSCRIPT OFF ends that.", "note")


def transcript_off(*, was_copied: bool) -> Line:
    """The session no longer goes to a file."""
    if not was_copied:
        return Line(
            "No transcript is being written to a file of yours. TRANSCRIPT ON and a name begins one.", "refused"
        )
    return Line("The transcript ends here.", "note")


def record_on(path: str) -> Line:
    """Typed lines go to a file."""
    return Line(f"What you type from here on goes to {plain(path)}. RECORD OFF ends that.", "note")


def record_off(*, was_recorded: bool) -> Line:
    """Typed lines no longer go to a file."""
    if not was_recorded:
        return Line("Nothing is being recorded. RECORD ON and a name begins it.", "refused")
    return Line("The record ends here.", "note")


def replayed(path: str, number: int) -> Line:
    """Said before the lines of a file are performed."""
    return Line(f"Typing {count(number, 'line')} from {plain(path)}:", "note")


def not_replayed(path: str, why: str) -> Line:
    """A file that cannot be replayed, and why."""
    return Line(f"{plain(path)} cannot be replayed: {plain(why)}.", "refused")


def no_replay_here() -> Line:
    """A replay does not replay."""
    return Line("A replay inside a replay is left out.", "refused")


def goodbye(world: World, state: State, *, is_kept: bool) -> Line:
    """The last line."""
    kept = "Your tour is kept; it goes on where you were." if is_kept else "This tour could not be kept."
    return Line(f"You step off at {numbered(world.rooms[state.room])}. {kept}", "note")


def too_small(width: int, height: int) -> tuple[str, str]:
    """Said when the window has no room for the game."""
    return (
        "This window is too small for a train.",
        f"It has {width}x{height} characters; 60x20 are enough. The tour waits.",
    )


HONOURS: dict[Honour, tuple[str, str]] = {
    "all-carriages": ("Walked through", "every carriage entered"),
    "all-facts": ("Full notebook", "every fact of both articles noted"),
    "all-differences": ("Two sides to it", "every point found on which the sources differ"),
    "clean-dispatch": ("Front page", "a dispatch in which the editor had nothing to mend"),
    "perfect-exam": ("Perfect exam", "an exam handed in with every question right"),
}
"""What each honour is called, and what it takes."""


def honoured(honour: Honour) -> Line:
    """An honour just reached."""
    name, what = HONOURS[honour]
    return Line(f"★ {name}: {what}.", "headline")


def honours_shown(have: Collection[str]) -> tuple[Line, ...]:
    """All honours, and which of them the player has."""
    rows = [
        Line(f"{'★' if honour in have else '☆'} {name}: {what}.", "option", is_tight=True)
        for honour, (name, what) in HONOURS.items()
    ]
    return (Line(f"{sum(honour in have for honour in HONOURS)} of {count(len(HONOURS), 'honour')}", "heading"), *rows)


def back_on_the_train(state: State, world: World) -> Line:
    """A round of practice is over."""
    return Line(f"Back in {numbered(world.rooms[state.room])}.", "note")


def nothing_noted() -> Line:
    """Why a round about the notebook has nothing to ask."""
    return Line(
        "Practice asks about what you have noted, and you have noted nothing yet. PRACTICE ALL asks all.", "note"
    )
