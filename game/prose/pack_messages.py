"""What ``carriages pack`` and ``carriages packs`` say of packs, files and actions.

The text of a ``describe_`` function has no full stop: ``fail`` puts the command's name before it, the stop after.
"""

from collections.abc import Sequence

from game.prose.lines import count_noun


def render_packed(path: object, size: int, digest: str) -> str:
    """A file that was written."""
    return f"{path}: {max(1, round(size / 1000)):,} kB, content {digest}."


def render_refused_pack(command: str) -> str:
    """A pack whose problems were printed."""
    return f"carriages {command}: a pack with problems does not travel."


def describe_unready_pack(errors: int, drafts: int) -> str:
    """A pack that can be played and is not ready for others."""
    reasons = [count_noun(errors, "error")] * bool(errors) + [count_noun(drafts, "draft")] * bool(drafts)
    return f"this pack has {' and '.join(reasons)}; correct and confirm them, and see carriages check"


def render_no_packs() -> str:
    """No pack is installed."""
    return "No pack is installed. carriages packs add FILE installs one."


def render_pack(name: str, title: str, rooms: int, questions: int, languages: Sequence[str]) -> str:
    """One installed pack that can be played."""
    counts = f"{count_noun(rooms, 'room')}, {count_noun(questions, 'question')}"
    return f"{name}: {title}. {counts}; {', '.join(languages)}; checked."


def render_unusable_pack(name: str, problems: int, first: str) -> str:
    """One installed pack that cannot be played."""
    return f"{name}: not checked, {count_noun(problems, 'problem')}. The first: {first}"


def render_added(name: str, title: str) -> str:
    """A pack was installed."""
    return f"{title} is installed. carriages --pack {name} plays it."


def render_there_already(name: str) -> str:
    """The same pack was installed before."""
    return f"This very pack is installed already, as {name}."


def render_choice(name: str, version: str, new_version: str) -> str:
    """The question which of two packs of one id to keep; the player types after it."""
    dates = f" (questions of {version or 'no date'}; of the new one: {new_version or 'no date'})"
    return f"Another pack called {name} is installed{dates}. R replaces it, K keeps both, Enter stops: "


def describe_other_pack(name: str) -> str:
    """Another pack has the id, and there is nobody to ask."""
    return f"another pack called {name} is installed; type --replace or --keep-both"


def describe_nothing_added() -> str:
    """The player has stopped."""
    return "nothing was changed"


def describe_no_name_left(name: str) -> str:
    """All names are taken under which a pack of that id can be kept."""
    return f"as many packs called {name} are installed as can be told apart; remove one"


def render_removed(name: str) -> str:
    """A pack was removed."""
    return f"{name} is removed. Tours, practice and results of it stay where they are."


def describe_unknown_pack(name: str, suggestion: str) -> str:
    """No pack is installed under that name."""
    return f"no pack called {name} is installed. {suggestion}".rstrip()


def describe_unwritable_shelf(why: object) -> str:
    """The system does not let a pack be installed or removed."""
    return f"the folder of installed packs cannot be changed: {why}"
