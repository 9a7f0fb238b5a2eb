"""What ``carriages write`` shows beside its lists: when was saved, what is played, what can be typed."""

from collections.abc import Sequence

from game.prose.lines import count_noun

GOODBYE = "Nothing is watched any more. Your files are as you saved them."
HELP = "Save a file to look again. Type a line to add it to the walk, - to take it back. Ctrl+C ends this."
NO_ROOM_YET = "No room can be shown until the problems above are mended."


def describe_no_folder(folder: object) -> str:
    """A folder that is not there."""
    return f"{folder} is no folder; make a pack first: carriages new {folder} ARTICLE"


def render_head(title: str, clock: str, seconds: float, drafts: int) -> str:
    """The pack, when it was looked at, how long that took, how many drafts are left."""
    return f"{title}   {clock}   {seconds:.2f} s   {count_noun(drafts, 'draft')} left"


def render_problem(problem: str) -> str:
    """One thing to mend."""
    return f"✗ {problem}"


def render_more_problems(count: int) -> str:
    """How many more there are."""
    return f"  and {count} more; carriages check lists all"


def render_failed_line(line: str, reply: str) -> str:
    """A line of the walk that did nothing."""
    return f"✗ your walk: {line}: {reply}"


def render_room_head(name: str, walk: Sequence[str]) -> str:
    """Above the room that is shown."""
    way = f" (your walk: {', '.join(walk)})" if walk else ""
    return f"── {name}, as played{way} ──"
