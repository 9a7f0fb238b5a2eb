"""What commands say of their options and their files.

The text of a ``describe_`` function has no full stop: ``fail`` puts the command's name before it, the stop after.
"""

from collections.abc import Iterable, Sequence

from game.prose.lines import count_noun


def describe_folder_named(path: object) -> str:
    """A folder where a file is wanted."""
    return f"{path} is a folder; name a file in it"


def describe_existing_file(path: object) -> str:
    """A file that would be written over."""
    return f"{path} already exists; --force replaces it"


def describe_unwritable(path: object, why: object) -> str:
    """A file that the system does not let be written."""
    return f"{path} cannot be written: {why}"


def describe_unreadable(path: object, why: object) -> str:
    """A file that the system does not let be read."""
    return f"{path} cannot be read: {why}"


def describe_wrong_ending(endings: Sequence[str], found: str) -> str:
    """A file whose name ends in nothing that the command can write or read."""
    return f"expected a file that ends in {_list_or(endings)}, found {found!r}"


def _list_or(endings: Sequence[str]) -> str:
    return f"{', '.join(endings[:-1])} or {endings[-1]}" if len(endings) > 1 else endings[0]


def describe_figure(least: float, most: float, found: str) -> str:
    """A figure out of its limits."""
    return f"expected a figure from {least:g} to {most:g}, found {found!r}"


def describe_whole_number(least: int, most: int, found: str) -> str:
    """A whole number out of its limits."""
    return f"expected a number from {least} to {most}, found {found!r}"


def describe_no_match() -> str:
    """A selection that leaves no question."""
    return "no question fits that choice"


def describe_no_questions() -> str:
    """A pack without questions."""
    return "this pack has no questions"


def describe_with_and_without(item_id: str) -> str:
    """A question that is both wanted and not."""
    return f"--with and --without both name {item_id}"


def describe_too_many_included(wanted: int, items: int) -> str:
    """More questions are named than the paper has."""
    return f"--with names {wanted} questions, and the paper has {items}: use --items {wanted} or more"


def describe_unknown_value(option: str, value: str, suggestion: str) -> str:
    """A value that an option does not take."""
    return f"{option} {value}: there is no such thing. {suggestion}"


def render_fatal_problems(number: int) -> str:
    """How many problems keep a pack from being played."""
    return f"{count_noun(number, 'problem')}: correct them before this pack can be played."


def render_pack_counts(  # noqa: PLR0913 - one value a count
    folder: object, *, rooms: int, things: int, facts: int, questions: int, errors: int, warnings: int
) -> str:
    """What a pack holds, and how much is wrong with it."""
    nouns = (("room", rooms), ("thing", things), ("fact", facts), ("question", questions))
    wrong = (("error", errors), ("warning", warnings))
    return f"{folder}: {', '.join(count_noun(count, noun) for noun, count in (*nouns, *wrong))}."


def render_silenced(count: int) -> str:
    """How many remarks on claims and texts their authors ignore."""
    return f"{count} remark{'s' if count > 1 else ''} on claims and texts ignored with a reason."


def render_lint_counts(folder: object, errors: int, warnings: int, ignored: int) -> str:
    """How much lint has found."""
    counts = f"{count_noun(errors, 'error')}, {count_noun(warnings, 'warning')}"
    return f"{folder}: {counts}, {ignored} ignored with a reason."


def render_bad_baseline(path: object, why: object) -> str:
    """A file that is no list of findings."""
    return f"{path}: this is not a list of findings: {why}. --format json writes one."


def describe_bad_entry(why: object) -> str:
    """An entry in a list of findings that names no finding."""
    return f"an entry without rule and item ({why})"


def render_art_warning(doubt: str) -> str:
    """Something doubtful in a picture."""
    return f"Doubtful: {doubt}"


def render_art_counts(sprites: int, scenes: int, faults: int) -> str:
    """How many drawings there are, and how much is wrong with them."""
    return f"{count_noun(sprites, 'sprite')}, {count_noun(scenes, 'scene')}, {count_noun(faults, 'fault')}."


def render_no_pack_folder(folder: object) -> str:
    """A pack whose pictures cannot be looked at."""
    return f"carriages art: {folder} is not there."


def render_unknown_scene(name: str, known: Iterable[str]) -> str:
    """A scene that nobody has drawn."""
    return f"carriages art: no scene is called {name!r}. There are: {', '.join(known) or 'none'}."


def render_unknown_schema(kind: str, known: Iterable[str]) -> str:
    """A kind of file that there is no schema of."""
    return f"carriages schema: no kind of file called {kind!r}. There are: {', '.join(known)}."


def render_bad_letter(found: str) -> str:
    """A source that is not named by one letter."""
    return f"carriages sources: --id takes one capital letter, found {found!r}."


def render_unreadable_article(path: object, why: object) -> str:
    """An article that is no text."""
    return f"{path}:1:1: the article cannot be read as UTF-8 text: {why}"


def render_not_replayable(path: object, why: object) -> str:
    """A file that holds nothing to replay."""
    return f"{path}: this cannot be replayed: {why}."


_REASONS = {
    "points": "The session went back to a point that was saved before it began",
    "tours": "The session asked for earlier tours",
    "windows": "The session took a tour over from another window",
    "honours": "The session asked for honours, which depend on earlier tours",
    "deck": "The session asked what was due for practice",
    "files": "The session named a file",
    "version": "It was written by another version of the game or with another version of the pack, or was changed",
}


def render_first_difference(path: object, line: int, reason: str | None = None) -> str:
    """Where a replay is no longer what the transcript has, and why as far as it is known."""
    because = f" {_REASONS[reason]}{'' if reason == 'version' else '; that is not in a transcript'}." if reason else ""
    return f"{path}:{line}: the replay differs from here on.{because}"
