"""The report of a class: one page of HTML that needs nothing else, and tables for a spreadsheet and a gradebook.

It shows only pseudonyms. Figures of fewer than five candidates are left out: they would reveal single persons.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from game.classroom.analysis import Analysis
from game.classroom.integrity import Judged
from game.classroom.item_analysis import ChosenAnswer, ItemAnalysis
from game.classroom.judgements import ClassJudgements
from game.exports.report_integrity import render_integrity_table
from game.exports.report_judgements import render_judgements
from game.exports.report_markup import (
    RawMarkup,
    draw_bar,
    draw_histogram,
    escape_html,
    explain_answer,
    name_item,
    render_heading,
    render_note,
    render_paragraph,
    render_table,
)
from game.exports.report_style import REPORT_STYLE, label_columns
from game.exports.teach_again import list_lessons
from game.pack.kinds import list_picked_options, list_rivals
from game.pack.world import World
from game.prose import report_labels as labels
from game.prose.class_lines import render_flag, render_no_statistics
from game.prose.exam import format_span
from game.prose.questions import render_response

MIN_GROUP_SIZE = 5
"""Figures of smaller groups are left out: they would reveal single persons."""


class SmallGroupError(ValueError):
    """The class is so small that a report would reveal single persons."""


class ReportContent(NamedTuple):
    """What a report is made from."""

    analysis: Analysis
    world: World
    gaps: Mapping[str, Sequence[tuple[str, float]]] = {}
    """Candidate -> the reason and the seconds of each gap in the exam."""
    judged: ClassJudgements | None = None
    """What was judged in tours; None for nothing."""
    files: Sequence[Judged] = ()
    """What the files of an exam say; none where it is no file."""
    with_small: bool = False
    """Whether figures of groups under five are shown, too."""


def render_report(
    analysis: Analysis,
    world: World,
    gaps: Mapping[str, Sequence[tuple[str, float]]] | None = None,
    *,
    judged: ClassJudgements | None = None,
    files: Sequence[Judged] = (),
    with_small: bool = False,
) -> str:
    """The report of what an analysis says, as a page. What it takes are the fields of ``ReportContent``."""
    return render_report_page(ReportContent(analysis, world, gaps or {}, judged, files, with_small))


def render_report_page(content: ReportContent) -> str:
    """The report as a page of its own, which needs no other file.

    Raises:
        SmallGroupError: Fewer than five, and small groups are not wanted.
    """
    body = render_report_body(content)
    title = labels.render_report_title(content.world.tour.title)
    style = f"{REPORT_STYLE}{label_columns(labels.ITEM_HEAD)}"
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    head += f"<title>{escape_html(title)}</title><style>{style}</style>"
    page = f"<h1>{escape_html(title)}</h1>\n{body}"
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n{page}\n</body></html>\n'


def render_report_body(content: ReportContent) -> RawMarkup:
    """All of the report below its title, without a style: for a page that has its own.

    Raises:
        SmallGroupError: Fewer than five, and small groups are not wanted.
    """
    analysis = content.analysis
    _refuse_small(analysis, with_small=content.with_small)
    least = 1 if content.with_small else MIN_GROUP_SIZE
    return RawMarkup(
        "\n".join(
            (
                *_render_body(analysis, content.world, least),
                *render_judgements(content.judged, least),
                *render_integrity_table(content.files),
                *_render_gaps(content.gaps),
            )
        )
    )


def _refuse_small(analysis: Analysis, *, with_small: bool) -> None:
    if len(analysis.candidates) < MIN_GROUP_SIZE and not with_small:
        raise SmallGroupError(labels.render_small_group(len(analysis.candidates), MIN_GROUP_SIZE))


def _render_body(analysis: Analysis, world: World, least: int) -> Iterator[str]:
    head = labels.render_report_head(analysis.code, analysis.bank, len(analysis.candidates), len(analysis.items))
    yield f'<p class="head">{escape_html(head)}</p>'
    yield from _render_notes(analysis)
    yield render_heading(labels.SCORES)
    yield draw_histogram(analysis.scores)
    yield from _render_figures(analysis)
    yield render_heading(labels.ITEMS)
    yield from _render_item_table(analysis)
    yield f'<div class="columns">{render_heading(labels.BY_EVIDENCE)}'
    yield from _render_groups(analysis, least)
    yield render_heading(labels.READ_BEFORE)
    yield from _render_visits(analysis, least)
    yield from _render_misconceptions(analysis, least)
    yield "</div><section>"
    yield from _render_lessons(analysis, world)
    yield "</section>"
    yield f"<section>{render_heading(labels.ANSWERS)}"
    if any(item.number // 3 < least for item in analysis.items):
        yield render_paragraph(labels.render_thirds_note(least))
    yield '<div class="columns">'
    for place, item in enumerate(analysis.items, start=1):
        yield from _render_answers(place, item, world, least)
    yield "</div></section>"


def _render_gaps(gaps: Mapping[str, Sequence[tuple[str, float]]]) -> Iterator[str]:
    if gaps:
        yield f"{render_heading(labels.TIME_AWAY)}{render_paragraph(labels.TIME_AWAY_NOTE)}"
        rows = [
            (who, why, format_span(abs(seconds))) for who, several in sorted(gaps.items()) for why, seconds in several
        ]
        yield render_table(labels.GAP_HEAD, rows)


def _render_notes(analysis: Analysis) -> Iterator[str]:
    if analysis.no_statistics:
        yield render_note(render_no_statistics(analysis.no_statistics, len(analysis.candidates)))
    if analysis.repeated:
        yield render_note(labels.render_repeated(analysis.repeated))
    if analysis.reworded:
        yield render_note(labels.render_reworded(analysis.reworded))


def _render_figures(analysis: Analysis) -> Iterator[str]:
    figures = analysis.figures
    if figures is None:
        mean = sum(analysis.scores) / len(analysis.scores)
        yield render_paragraph(labels.render_mean(mean))
        return
    rows = (
        labels.render_mean_and_median(
            _format_figure(figures.mean), _format_figure(figures.median), len(analysis.items)
        ),
        (labels.STANDARD_DEVIATION, _format_figure(figures.deviation)),
        (labels.SKEWNESS_AND_KURTOSIS, f"{_format_figure(figures.skewness)}, {_format_figure(figures.kurtosis)}"),
        (labels.CONSISTENCY, _format_percent(figures.consistency)),
        (labels.ERROR_RATIO, _format_percent(figures.error_ratio)),
        (labels.STANDARD_ERROR, _format_figure(figures.standard_error)),
    )
    yield render_table((), [(name, value) for name, value in rows])


def _render_item_table(analysis: Analysis) -> Iterator[str]:
    rows = []
    for number, item in enumerate(analysis.items, start=1):
        figures = item.figures
        rows.append(
            (
                f"{number}",
                name_item(item.item.stem, item.item.id),
                f"{item.facility:.0%}",
                draw_bar(item.facility),
                _format_figure(figures.deviation if figures else None),
                _format_percent(figures.discrimination if figures else None),
                _format_percent(figures.efficiency if figures else None),
                _format_percent(figures.weight if figures else None),
                f"{item.seconds:.0f} s",
                "; ".join(map(render_flag, item.flags)),
            )
        )
    yield render_table(labels.ITEM_HEAD, rows, "items")
    reasons = [item for item in analysis.items if item.wrong_reason]
    if reasons:
        counts = [(item.item.id, item.wrong_reason, item.number) for item in reasons]
        yield render_paragraph(labels.render_wrong_reasons(counts))


def _render_groups(analysis: Analysis, least: int) -> Iterator[str]:
    rows = [
        (name, _format_facility(facility, number, least), str(number))
        for group in (analysis.by_strength, analysis.by_source)
        for name, (facility, number) in group.items()
    ]
    yield render_table(labels.GROUP_HEAD, rows)


def _render_visits(analysis: Analysis, least: int) -> Iterator[str]:
    rows = [
        (
            item.item.id,
            _format_facility(*item.visited, least),
            _format_facility(*item.unvisited, least),
            _format_gain(item, least),
        )
        for item in analysis.items
        if item.visited[1] or item.unvisited[1] < item.number
    ]
    if not rows:
        yield render_paragraph(labels.NO_VISITS_NOTE)
        return
    yield render_paragraph(labels.VISITS_NOTE)
    yield render_table(labels.VISIT_HEAD, rows)


def _format_gain(item: ItemAnalysis, least: int) -> str:
    # From the difference and the figure of one group, a reader could compute the other group.
    if min(item.visited[1], item.unvisited[1]) < least:
        return ""
    return f"{100 * (item.visited[0] - item.unvisited[0]):+.0f}"


def _render_misconceptions(analysis: Analysis, least: int) -> Iterator[str]:
    # Never the answer of a single person, who could be recognised by it.
    shown = [one for one in analysis.misconceptions if one.number >= min(least, 2)][:12]
    if shown:
        yield render_heading(labels.MIXED_UP)
        yield render_table(
            labels.MISCONCEPTION_HEAD, [(one.because, ", ".join(one.items), str(one.number)) for one in shown]
        )


def _render_lessons(analysis: Analysis, world: World) -> Iterator[str]:
    """One page to teach again from: the facts missed most, with their sources and rooms."""
    yield render_heading(labels.TEACH_AGAIN)
    for lesson in list_lessons(analysis, world):
        yield f'<article><p class="stem">{escape_html(lesson.stem)} <b>{lesson.facility:.0%}</b></p><ul>'
        for fact in lesson.facts:
            source = f"{escape_html(fact.source)} {escape_html(fact.rooms)}"
            yield f"<li>{escape_html(fact.claim)} <span>{source}.</span></li>"
        yield "</ul>"
        mixed = lesson.mixed
        yield f"{render_paragraph(labels.render_mixed_up(mixed))}</article>" if mixed else "</article>"


def _render_answers(place: int, item: ItemAnalysis, world: World, least: int) -> Iterator[str]:
    stem, item_id = escape_html(item.item.stem), escape_html(item.item.id)
    yield f'<article><p class="stem">{place}. {stem} <code>{item_id}</code></p>'
    rows = [_make_answer_row(item, one, world, least) for one in item.chosen[:8]]
    rivals = list_rivals(item.item)
    if rivals.are_shown:
        taken = {text for one in item.chosen for text in list_picked_options(item.item, one.response)}
        rows += [("", f"“{rival.text}”", "0", "", "") for rival in rivals.all if rival.text not in taken]
    if item.blank:
        rows.append(("", labels.NO_ANSWER, str(item.blank), "", ""))
    yield render_table(labels.ANSWER_HEAD, rows, "answers")
    yield "</article>"


def _make_answer_row(item: ItemAnalysis, one: ChosenAnswer, world: World, least: int) -> tuple[str, ...]:
    # The figures shown are those of a third, so the third must have the minimum size.
    is_large = item.number // 3 >= least
    thirds = (str(one.strong), str(one.weak)) if is_large else ("", "")
    return (
        "✓" if one.is_right else "",
        explain_answer(render_response(item.item, one.response, world), one.because),
        str(one.number),
        *thirds,
    )


def _format_facility(facility: float, number: int, least: int) -> str:
    return labels.render_few(least) if 0 < number < least else f"{facility:.0%} ({number})" if number else ""


def _format_figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _format_percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}%"
