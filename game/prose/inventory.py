"""Things taken, left and carried, told."""

from game.prose.lines import Line, join, the
from game.tour.events import Carrying, Dropped, Taken


def told(event: Taken | Dropped | Carrying) -> tuple[Line, ...]:
    """What became of a thing, or what is carried."""
    match event:
        case Taken():
            return (Line(f"Taken: {the(event.thing)}."),)
        case Dropped():
            return (Line(f"You leave {the(event.thing)} here. It will wait."),)
        case Carrying():
            if not event.things:
                return (Line("You carry nothing but your notebook."),)
            return (Line(f"You carry {join([the(thing) for thing in event.things])}, and your notebook."),)
