"""A class in lines: for terminals without a screen, and for pipes."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from game.classroom.analysis import NoStatistics
from game.classroom.item_analysis import ItemFlag
from game.classroom.statistics import MIN_CANDIDATES_FOR_STATISTICS
from game.prose.exam import format_percent
from game.prose.lines import Line, count_noun, join_words


def render_figures(rows: tuple[tuple[str, str, bool], ...]) -> Line:
    """The figures in a row."""
    return Line(", ".join(f"{value} {name}" for value, name, _ in rows) + ".", "heading")


def render_item_bar(number: int, label: str, share: float, flags: tuple[str, ...]) -> Line:
    """One item: how many had it right, and what to look at."""
    told = f" ({'; '.join(flags)})" if flags else ""
    return Line(f"{number:>3}. {share:>4.0%}  {label}{told}", "option", is_tight=True)


def render_flag(flag: ItemFlag) -> str:
    """Why an item should be looked at."""
    match flag.kind:
        case "too hard":
            return "few answered it right"
        case "too easy":
            return "almost all answered it right"
        case "miskeyed":
            return "wrong key? weak candidates were right more often"
        case "hardly separates":
            return "hardly separates strong from weak candidates"
        case "dubious":
            return "dubious"
        case "attracts the strong":
            return f"“{'; '.join(flag.response)}” attracts strong candidates"
        case other:
            assert_never(other)


def render_no_statistics(reason: NoStatistics, candidates: int) -> str:
    """Why there are no statistics."""
    match reason:
        case "too few candidates":
            least = MIN_CANDIDATES_FOR_STATISTICS
            chance = f"with fewer than {least}, the figures would come from chance"
            return f"No statistics: {candidates} have handed in; {chance}."
        case "different items":
            return "No statistics: not all candidates had the same questions."
        case other:
            assert_never(other)


NOT_COUNTED = "not counted"


def render_candidate(
    name: str, answered: int, asked: int, score: float | None, state: str, integrity: str = ""
) -> Line:
    """How far one candidate has come, and what the file says where the exam is a file."""
    told = format_percent(score) if score is not None else state
    return Line(
        f"{name}: {answered} of {asked}, {told}{f'  {integrity}' if integrity else ''}", "option", is_tight=True
    )


def render_missing(names: tuple[str, ...]) -> Line:
    """The names of the roster that have begun nothing."""
    return Line(f"Not begun: {join_words(list(names))}.", "note")


def render_not_in_roster(names: tuple[str, ...]) -> Line:
    """The names of attempts that the roster does not have: a mistyped pseudonym, or a real name."""
    return Line(f"Not in the roster, and counted as other candidates: {join_words(list(names))}.", "note")


def render_brought_marks(names: Sequence[str]) -> Line:
    """The candidates whose file has other questions or marks than the teacher's own paper gives."""
    return Line(
        f"Marked from your own questions; what these files brought is not used: {join_words(list(names))}.", "note"
    )


def render_other_limits(usual: float, others: dict[str, float]) -> Line:
    """The candidates whose exam had another limit than most."""
    told = join_words([f"{name} {_render_limit(minutes)}" for name, minutes in sorted(others.items())])
    return Line(f"Another limit than most ({_render_limit(usual)}): {told}.", "note")


def _render_limit(minutes: float) -> str:
    return f"{minutes:g} min" if minutes else "none"


def render_repeated(names: tuple[str, ...]) -> Line:
    """The candidates who have begun one paper more than once."""
    return Line(f"More than one attempt (the first one handed in counts): {join_words(list(names))}.", "note")


def render_unfinished(names: tuple[str, ...]) -> Line:
    """The candidates who have begun and not handed in."""
    return Line(f"Begun but not handed in: {join_words(list(names))}.", "note")


def render_no_roster(folder: str) -> Line:
    """A gradebook without names."""
    return Line(f"There is no roster in {folder}, so the table has pseudonyms in place of names.", "note")


def render_other_banks(digests: dict[str, int], now: str) -> Line:
    """Attempts that were begun with other questions than the pack has now."""
    told = join_words(
        [f"{count_noun(number, 'attempt')} of bank {digest}" for digest, number in sorted(digests.items())]
    )
    return Line(f"Asked with other wordings than those in the pack now ({now}): {told}. Each keeps its own.", "note")


def render_collected(new: int, longer: int, known: int, folder: str) -> Line:
    """What came of collecting."""
    return Line(f"{folder}: {count_noun(new, 'new attempt')}, {longer} grown, {known} already known.", "note")


MAX_NAMED_FILES = 5


def render_other_files(paths: Sequence[str]) -> Line:
    """Files in a folder of attempts that are something else."""
    named = ", ".join(paths[:MAX_NAMED_FILES])
    rest = len(paths) - MAX_NAMED_FILES
    more = f" and {count_noun(rest, 'other')}" if rest > 0 else ""
    return Line(f"Not attempts, so not copied: {named}{more}.", "note")


def render_scores(bins: tuple[int, ...]) -> Iterator[Line]:
    """How many reached each tenth of the marks."""
    for place, number in enumerate(bins):
        if number:
            yield Line(f"{place * 10:>3}–{place * 10 + 10}%  {'#' * number} {number}", "option", is_tight=True)


# The same facts stand in the lines above for pipes, and here in one row: a screen has a single row for them.
NOTHING_HANDED_IN = "Nothing has been handed in yet."


def render_damaged_count(number: int) -> str:
    """How many files are damaged."""
    return f"{number} damaged, not counted."


def render_other_papers(codes: Sequence[str]) -> str:
    """The papers that are there besides the one shown."""
    return f"Other papers (choose one with --paper): {', '.join(codes)}."


def render_repeated_note(candidates: Sequence[str]) -> str:
    """Candidates with several attempts, beside the figures."""
    return f"More than one attempt, the first counts: {', '.join(candidates)}."


def render_consistency(percent: float) -> str:
    """The internal consistency of a paper."""
    return f"Internal consistency {percent:.0f}%."
