"""Why a wire, a correction or a clipping is not possible, and what is."""

from typing import assert_never

from game.prose.lines import number_room, quote_typed
from game.tour.events import (
    NewsroomRefusal,
    NoClipping,
    NoSuchNote,
    NoteBesidesClipping,
    NothingToPrint,
    NoWireWaits,
    OtherSideNotNoted,
)


def describe_newsroom_refusal(event: NewsroomRefusal) -> str:  # noqa: PLR0911 - one case an event
    """The sentence of one refusal."""
    match event:
        case NoWireWaits():
            later = f" The next one comes in {number_room(event.next_room)}." if event.next_room else ""
            return f"No wire waits for a line now.{later} A report is written at a desk: DISPATCH."
        case NoSuchNote():
            return f"None of your notes fits “{quote_typed(event.typed)}”. {_NOTES_SHOWN[event.is_at_desk]}"
        case NothingToPrint():
            return "No line of yours waits for a correction."
        case OtherSideNotNoted():
            return "You have only this side in your notebook. Find the other one first, then type CORRECT."
        case NoClipping(is_caught=True):
            return "You have caught every clipping that you have found."
        case NoClipping():
            return "You have found no clipping yet."
        case NoteBesidesClipping():
            told = f" A note from {number_room(event.room)} does." if event.room else " Try another one."
            return f"That note says nothing of what the clipping says.{told}"
        case _:
            assert_never(event)


_NOTES_SHOWN = {
    False: "NOTEBOOK shows them all.",
    True: "ADD takes notes only; HEADLINE takes words of your own. NOTEBOOK shows your notes.",
}
"""Away from the desk, and at it, where a player may want a line in words of their own."""
