"""Lines about kept tours: greetings, saves that worked, saves that cannot be used, the end."""

from game.core.characters import strip_controls
from game.pack.world import Room, World
from game.prose.lines import Line, count_noun, join_words, number_room
from game.prose.own_words import Sentences
from game.tour.state import State

_TROUBLES = {
    "damaged": "is damaged",
    "foreign": "belongs to another tour",
    "newer": "was written by a newer version of this game",
    "unreadable": "cannot be read at the moment",
}


KEPT = Sentences("kept", {"place": "{place} {number} of {count}"})


def name_kept_place(world: World, room: Room) -> str:
    """Where a kept tour goes on."""
    if room.number is None:
        return room.name
    return KEPT.say(world, "place", number=room.number, count=world.carriages)


def render_welcome_back(world: World, state: State) -> Line:
    """Said when a kept tour goes on."""
    room = world.rooms[state.room]
    place = name_kept_place(world, room)
    noted = count_noun(len(state.noted), "fact")
    return Line(f"Welcome back: {place}, {noted}. Enter to continue, NEW to start over.", "note")


def render_saved(name: str) -> Line:
    """A point kept under a name."""
    return Line(f"Kept as {name}. RESTORE {name.upper()} comes back here.", "note")


def render_save_name_missing(names: tuple[str, ...]) -> Line:
    """Save or restore without a usable name."""
    kept = f"You have {join_words(names)}." if names else "You have kept none yet."
    return Line(
        f"Under which name? Use letters and digits: SAVE LOUNGE, RESTORE LOUNGE. {kept} Every turn is kept anyway.",
        "refused",
    )


def render_restore_name_missing(names: tuple[str, ...]) -> Line:
    """Restore without a name: the running tour needs none."""
    kept = f"Points you kept: {join_words(names)}." if names else "You have kept no other point."
    return Line(
        f"Your tour goes on where you are; it is kept with every turn. {kept} RESTORE and its name goes there.", "note"
    )


def render_no_such_save(name: str, names: tuple[str, ...]) -> Line:
    """No such save."""
    kept = f"There is {join_words(names)}." if names else "You have kept none yet: SAVE and a name does."
    return Line(f"Nothing is kept as {strip_controls(name)}. {kept}", "refused")


def render_not_saved(why: str) -> Line:
    """A point that could not be kept."""
    return Line(f"This point was not kept: {strip_controls(why)}. The tour goes on.", "refused")


def render_save_in_the_way(name: str, trouble: str, why: str) -> Line:
    """A point of that name is there, and cannot be read, so it is not written over."""
    return Line(
        f"There is a point {name} already, and it {_TROUBLES[trouble]}{_reason(why)}. It was left as it is. SAVE with "
        "another name keeps this point.",
        "refused",
    )


def render_unusable_save(name: str, trouble: str, why: str) -> Line:
    """A named save that cannot be used."""
    return Line(f"{name} {_TROUBLES[trouble]}{_reason(why)}. It was left as it is. You stay where you are.", "refused")


def _reason(why: str) -> str:
    return f" ({strip_controls(why)})" if why else ""


def render_restored(name: str) -> Line:
    """Back at a kept point."""
    return Line(f"Back at {name}. UNDO returns to where you were.", "note")


def render_restarted() -> Line:
    """A new tour, with a way back."""
    return Line("A new tour. UNDO goes back to the one before, and TOURS lists it.", "note")


def render_goodbye(world: World, state: State, *, is_kept: bool, has_turns: bool = False) -> Line:
    """The last line.

    Args:
        world: The pack.
        state: Where the player stands.
        is_kept: Whether all of the tour is on the disk.
        has_turns: Whether at least its beginning is.
    """
    kept = "Your tour is kept; it goes on where you were." if is_kept else "This tour could not be kept."
    if has_turns and not is_kept:
        kept = "Your last turns could not be kept. The tour goes on from the last turn that was."
    return Line(f"You step off at {number_room(world.rooms[state.room])}. {kept}", "note")


def render_end_of_practice(state: State, world: World) -> Line:
    """Practice is over."""
    return Line(f"Back in {number_room(world.rooms[state.room])}.", "note")


def render_practice_goes_on() -> Line:
    """The practice that was going on when the tour was left."""
    return Line("Your practice goes on where you left it. LEAVE ends it.", "note")


def render_practice_lost() -> Line:
    """A practice that cannot go on."""
    return Line(
        "The practice you had begun cannot go on, as its questions are no longer the same. What you answered is kept; "
        "PRACTICE begins another.",
        "note",
    )


def render_nothing_to_practise() -> Line:
    """Why practice about the notebook has nothing to ask."""
    return Line(
        "Practice asks about what you have noted, and you have noted nothing yet. PRACTICE ALL asks all.", "note"
    )
