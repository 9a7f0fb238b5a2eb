"""What a front end says around the turns: greetings, saves, troubles."""

from game.prose.lines import Line, count, join, numbered, plain
from game.state import State
from game.world import World

_TROUBLES = {
    "damaged": "cannot be read: it is damaged",
    "foreign": "belongs to another tour",
    "newer": "was written by a newer version of this game",
}


def welcome_back(world: World, state: State) -> Line:
    """Said when a kept tour goes on."""
    room = world.rooms[state.room]
    place = room.name if room.number is None else f"carriage {room.number} of {world.carriages}"
    return Line(f"Welcome back: {place}, {count(len(state.noted), 'fact')}. RESTART begins a new tour.", "note")


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


def no_export(path: str, why: str) -> Line:
    """The notebook not written, and why."""
    if not path:
        return Line("Into which file? NOTEBOOK EXPORT NOTES.MD writes it as Markdown.", "refused")
    return Line(f"The notebook cannot be written to {plain(path)}: {plain(why)}. Nothing was changed.", "refused")


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
