"""Reads the form in which a teacher sets up a class: the set-up that it gives, and what is wrong at which field."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple, get_args

from msgspec.structs import replace

from game.app.exam_making import read_end
from game.core.identity import pseudonym_key, tidy
from game.prose import setup_words as words
from game.quiz.codes import MAX_SEED
from game.quiz.papers import MAX_ITEMS_PER_PAPER, Selection
from game.store.exam_files import Allowance
from game.web.stores.class_plan import ClassDraft, Mode, SheetRule

MAX_TASK_CHARACTERS = 300
MAX_MINUTES, MAX_FACTOR, MAX_TITLE_CHARACTERS = 1440, 10, 100
LEVELS = (1, 2, 3)

Faults = dict[str, str]
"""Name of a field -> what is wrong there."""


class DrawWish(NamedTuple):
    """Which questions are to be drawn."""

    selection: Selection
    seed: int | None
    """None for any."""


def read_draft(form: Mapping[str, str], draft: ClassDraft) -> tuple[ClassDraft, Faults]:
    """The set-up of a form. A field that is wrong leaves what was there before."""
    faults: Faults = {}
    mode: Mode = next((mode for mode in get_args(Mode) if mode == form.get("mode")), draft.mode)
    sheets: SheetRule = next((rule for rule in get_args(SheetRule) if rule == form.get("sheets")), draft.sheets)
    more_time = form.get("more_time", "").strip()
    if _read_factors(more_time) is None:
        faults["more_time"] = words.BAD_FACTORS
    end = form.get("end", "").strip()
    found = read_end(end, datetime.now().astimezone()) if end else None
    if isinstance(found, str):
        faults["end"] = words.END_FAULTS[found]
    minutes = _read_minutes(form.get("minutes", ""), "minutes", faults)
    late = _read_minutes(form.get("late", ""), "late", faults)
    if late and "late" not in faults and not (end and minutes):
        faults["late"] = words.LATE_WITHOUT_END
    read = replace(
        draft,
        mode=mode,
        title=tidy(form.get("title", ""))[:MAX_TITLE_CHARACTERS],
        minutes=draft.minutes if "minutes" in faults else minutes,
        end=draft.end if "end" in faults else end,
        late=draft.late if "late" in faults else late,
        more_time=draft.more_time if "more_time" in faults else more_time,
        only=form.get("only", "").strip(),
        task=tidy(form.get("task", ""))[:MAX_TASK_CHARACTERS],
        begins=form.get("begins", "")[:MAX_TITLE_CHARACTERS],
        waits="waits" in form,
        opens_book="opens_book" in form,
        sheets=sheets,
    )
    return read, faults


def read_wish(form: Mapping[str, str], tags: tuple[str, ...]) -> tuple[DrawWish, Faults]:
    """Which questions a form wants to be drawn."""
    faults: Faults = {}
    number = _read_whole(form.get("items", ""), 1, MAX_ITEMS_PER_PAPER)
    if number is None:
        faults["items"] = words.describe_bad_number(1, MAX_ITEMS_PER_PAPER)
    typed = form.get("seed", "").strip()
    seed = _read_whole(typed, 0, MAX_SEED) if typed else None
    if typed and seed is None:
        faults["seed"] = words.describe_bad_number(0, MAX_SEED)
    levels = tuple(level for level in LEVELS if f"level-{level}" in form)
    topic = form.get("topic", "")
    only = (topic,) if topic in tags else ()
    levels = () if levels == LEVELS else levels
    return DrawWish(Selection(items=number or 1, levels=levels, only=only), seed), faults


def list_allowances(draft: ClassDraft) -> dict[str, Allowance]:
    """Pseudonym -> what this pupil has beyond the rules."""
    return {name: Allowance(factor=factor) for name, factor in (_read_factors(draft.more_time) or {}).items()}


def list_roster(draft: ClassDraft) -> frozenset[str]:
    """Keys of the pseudonyms that may join; empty for everybody."""
    names = (tidy(each) for each in draft.only.replace(",", "\n").replace(";", "\n").splitlines())
    return frozenset(pseudonym_key(name) for name in names if name)


def _read_factors(text: str) -> dict[str, float] | None:
    """Pseudonym -> factor; None where a line holds no such pair."""
    found = {}
    for line in filter(None, map(tidy, text.splitlines())):
        name, _, figure = line.replace("=", " ").rpartition(" ")
        factor = _read_figure(figure, 1, MAX_FACTOR)
        if not tidy(name) or factor is None:
            return None
        found[tidy(name)] = factor
    return found


def _read_minutes(text: str, field: str, faults: Faults) -> float:
    """Minutes; 0 for an empty field, and for one that is wrong."""
    figure = _read_figure(text.strip() or "0", 0, MAX_MINUTES)
    if figure is None:
        faults[field] = words.describe_bad_number(0, MAX_MINUTES)
    return figure or 0.0


def _read_figure(text: str, least: float, most: float) -> float | None:
    """A figure within its limits, with a point or a comma; None for anything else."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if least <= value <= most else None


def _read_whole(text: str, least: int, most: int) -> int | None:
    text = text.strip()
    is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(most))
    return int(text) if is_number and least <= int(text) <= most else None
