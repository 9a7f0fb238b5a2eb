"""The analysis of a class as data: one record for each item, with all figures of the page and their intervals."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import to_builtins

from game.classroom.analysis import Analysis
from game.classroom.chance import (
    Interval,
    compute_difference_interval,
    compute_discrimination_interval,
    compute_facility_interval,
    compute_guess_score,
)
from game.classroom.item_analysis import GroupFacility, ItemAnalysis
from game.core.characters import show_unsafe
from game.exports.cells import guard_cell
from game.pack.world import World
from game.prose.class_lines import render_flag
from game.prose.report_labels import FORMULA_SOURCES

Comparison = Mapping[str, Mapping[str, GroupFacility]]
"""Id of an item -> code of a paper -> how well it was answered there."""

PAPERS_COMPARED = 2
"""A difference is one of two papers."""


def render_items_json(analysis: Analysis, world: World, papers: Comparison, least: int) -> str:
    """All figures as one object.

    Args:
        analysis: The class.
        world: The pack.
        papers: Each item, paper by paper.
        least: The smallest group whose figures are told.
    """
    told = {
        "papers": sorted({code for by_code in papers.values() for code in by_code}),
        "bank": analysis.bank,
        "candidates": len(analysis.candidates),
        "no_statistics": analysis.no_statistics,
        "quiz": {key: value for key, value in to_builtins(analysis.figures).items() if key != "items"}
        if analysis.figures
        else None,
        "formulas": FORMULA_SOURCES,
        "items": [
            {**_list_figures(place, item, analysis, world, least), **_compare(papers[item.item.id], least)}
            for place, item in enumerate(analysis.items, start=1)
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def render_items_csv(analysis: Analysis, world: World, papers: Comparison, least: int) -> str:
    """One row for each item; a figure that is not told is an empty cell."""
    rows = []
    for place, item in enumerate(analysis.items, start=1):
        compared = _compare(papers[item.item.id], least)
        answers = compared.pop("by_paper")
        figures = {**_list_figures(place, item, analysis, world, least), **compared}
        figures["flags"] = "; ".join(figures["flags"])
        del figures["answers"]
        for code, told in answers.items():
            figures |= {f"number {code}": told["number"], f"facility {code}": told["facility"]}
        rows.append(figures)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(dict.fromkeys(name for row in rows for name in row)), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _write_cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _write_cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.4f}"
    return "" if value is None else show_unsafe(guard_cell(str(value)))


def _list_figures(place: int, item: ItemAnalysis, analysis: Analysis, world: World, least: int) -> dict[str, Any]:
    """All that the page tells of an item, and how sure it is."""
    figures = item.figures
    strength = figures.discrimination if figures else None
    return {
        "place": place,
        "id": item.item.id,
        "stem": item.item.stem,
        "kind": item.kind,
        "level": item.item.level,
        "skill": item.item.skill,
        "number": item.number,
        "blank": item.blank,
        "facility": item.facility,
        **_bound("facility", compute_facility_interval(GroupFacility(item.facility, item.number))),
        "guess": compute_guess_score(item.item, world),
        "deviation": figures.deviation if figures else None,
        "discrimination": strength,
        **_bound("discrimination", compute_discrimination_interval(strength, len(analysis.candidates))),
        "efficiency": figures.efficiency if figures else None,
        "weight": figures.weight if figures else None,
        "seconds": item.seconds,
        **_tell_group("visited", item.visited, least),
        **_tell_group("unvisited", item.unvisited, least),
        "wrong_reason": item.wrong_reason,
        "flags": [render_flag(flag) for flag in item.flags],
        "answers": list(_list_answers(item, least)),
    }


def _bound(name: str, interval: Interval | None) -> dict[str, float | None]:
    low, high = interval or (None, None)
    return {f"{name}_low": low, f"{name}_high": high}


def _tell_group(name: str, group: GroupFacility, least: int) -> dict[str, float | None]:
    """The figures of a group, where it is large enough to be told of."""
    is_told = group.number >= least
    return {f"{name}_number": group.number, f"{name}_facility": group.facility if is_told else None}


def _list_answers(item: ItemAnalysis, least: int) -> Iterator[dict[str, Any]]:
    is_large = item.number // 3 >= least
    for one in item.chosen:
        yield {
            "response": list(one.response),
            "is_right": one.is_right,
            "number": one.number,
            "strong": one.strong if is_large else None,
            "weak": one.weak if is_large else None,
            "because": one.because,
        }


def _compare(by_code: Mapping[str, GroupFacility], least: int) -> dict[str, Any]:
    """How the item was answered paper by paper, and with two of them the first minus the second."""
    told = [group for group in by_code.values() if group.number >= least]
    has_two = len(by_code) == len(told) == PAPERS_COMPARED
    return {
        "difference": told[0].facility - told[1].facility if has_two else None,
        **_bound("difference", compute_difference_interval(told[0], told[1]) if has_two else None),
        "by_paper": {
            code: {"number": group.number, "facility": group.facility if group.number >= least else None}
            for code, group in by_code.items()
        },
    }
