"""The report of a class: one page of HTML that needs nothing else, and tables for a spreadsheet and a gradebook.

It shows only pseudonyms. Figures of fewer than five candidates are left out: they would reveal single persons.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from game.classroom.analysis import Analysis
from game.classroom.item_analysis import ChosenAnswer, ItemAnalysis
from game.core.characters import show_unsafe
from game.exports.report_style import REPORT_STYLE
from game.pack.kinds import list_picked_options, list_rivals
from game.pack.world import World, facts_in
from game.prose import report_labels as labels
from game.prose.class_lines import render_flag, render_no_statistics
from game.prose.exam import format_span
from game.prose.lines import format_cite, number_room
from game.prose.questions import render_response

MIN_GROUP_SIZE = 5
"""Figures of smaller groups are left out: they would reveal single persons."""

MAX_ITEMS_TO_TEACH_AGAIN = 5
"""Items on the sheet to teach again from: what fits on one page."""


class SmallGroupError(ValueError):
    """The class is so small that a report would reveal single persons."""


def render_report(
    analysis: Analysis,
    world: World,
    gaps: Mapping[str, Sequence[tuple[str, float]]] | None = None,
    *,
    with_small: bool = False,
) -> str:
    """The report as a page.

    Args:
        analysis: The class.
        world: The pack.
        gaps: Candidate -> the reason and the seconds of each gap in the exam.
        with_small: Whether figures of groups under five are shown, too.

    Raises:
        SmallGroupError: Fewer than five, and small groups are not wanted.
    """
    _refuse_small(analysis, with_small=with_small)
    least = 1 if with_small else MIN_GROUP_SIZE
    title = labels.render_report_title(world.tour.title)
    body = "\n".join((*_body(analysis, world, title, least), *_gaps(gaps or {})))
    head = f'<meta charset="utf-8"><title>{_html(title)}</title><style>{REPORT_STYLE}</style>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _refuse_small(analysis: Analysis, *, with_small: bool) -> None:
    if len(analysis.candidates) < MIN_GROUP_SIZE and not with_small:
        raise SmallGroupError(labels.render_small_group(len(analysis.candidates), MIN_GROUP_SIZE))


def _body(analysis: Analysis, world: World, title: str, least: int) -> Iterator[str]:
    yield f"<h1>{_html(title)}</h1>"
    head = labels.render_report_head(analysis.code, analysis.bank, len(analysis.candidates), len(analysis.items))
    yield f'<p class="head">{_html(head)}</p>'
    yield from _notes(analysis)
    yield _heading(labels.SCORES)
    yield _histogram(analysis.scores)
    yield from _figures(analysis)
    yield _heading(labels.ITEMS)
    yield from _item_table(analysis)
    yield _heading(labels.BY_EVIDENCE)
    yield from _grouped(analysis, least)
    yield _heading(labels.READ_BEFORE)
    yield from _visits(analysis, least)
    yield from _misconceptions(analysis, least)
    yield '<section class="page">'
    yield from _again(analysis, world)
    yield "</section>"
    yield f'<section class="page">{_heading(labels.ANSWERS)}'
    if any(item.number // 3 < least for item in analysis.items):
        yield _paragraph(labels.render_thirds_note(least))
    for item in analysis.items:
        yield from _answers(item, world, least)
    yield "</section>"


def _gaps(gaps: Mapping[str, Sequence[tuple[str, float]]]) -> Iterator[str]:
    if gaps:
        yield f"{_heading(labels.TIME_AWAY)}{_paragraph(labels.TIME_AWAY_NOTE)}"
        rows = [
            (who, why, format_span(abs(seconds))) for who, several in sorted(gaps.items()) for why, seconds in several
        ]
        yield _table(labels.GAP_HEAD, rows)


def _notes(analysis: Analysis) -> Iterator[str]:
    if analysis.no_statistics:
        yield _note(render_no_statistics(analysis.no_statistics, len(analysis.candidates)))
    if analysis.repeated:
        yield _note(labels.render_repeated(analysis.repeated))
    if analysis.reworded:
        yield _note(labels.render_reworded(analysis.reworded))


def _histogram(scores: Sequence[float]) -> str:
    """How many reached each tenth of the marks, as a picture that needs no colour to be read."""
    bins = [0] * 10
    for score in scores:
        # A little is added: a sum of part marks may come out just below the tenth that it has reached.
        bins[min(9, int(score * 10 + 1e-9))] += 1
    most = max(bins) or 1
    bars = []
    for place, number in enumerate(bins):
        height, x = 90 * number / most, 30 + place * 44
        bars.append(f'<rect x="{x}" y="{104 - height:.1f}" width="38" height="{height:.1f}"/>')
        bars.append(f'<text x="{x + 19}" y="{100 - height:.1f}">{number or ""}</text>')
        bars.append(f'<text x="{x + 19}" y="120">{place * 10}–{place * 10 + 10}%</text>')
    return (
        f'<svg viewBox="0 0 480 128" role="img" aria-label="{labels.render_score_list(bins)}" class="plot">'
        f'{"".join(bars)}<line x1="26" y1="104" x2="474" y2="104"/></svg>'
    )


def _figures(analysis: Analysis) -> Iterator[str]:
    figures = analysis.figures
    if figures is None:
        mean = sum(analysis.scores) / len(analysis.scores)
        yield _paragraph(labels.render_mean(mean))
        return
    rows = (
        labels.render_mean_and_median(_figure(figures.mean), _figure(figures.median), len(analysis.items)),
        (labels.STANDARD_DEVIATION, _figure(figures.deviation)),
        (labels.SKEWNESS_AND_KURTOSIS, f"{_figure(figures.skewness)}, {_figure(figures.kurtosis)}"),
        (labels.CONSISTENCY, _percent(figures.consistency)),
        (labels.ERROR_RATIO, _percent(figures.error_ratio)),
        (labels.STANDARD_ERROR, _figure(figures.standard_error)),
    )
    yield _table((), [(name, value) for name, value in rows])


def _item_table(analysis: Analysis) -> Iterator[str]:
    rows = []
    for number, item in enumerate(analysis.items, start=1):
        figures = item.figures
        rows.append(
            (
                f"{number}",
                item.item.id,
                f"{item.facility:.0%}",
                _Raw(_bar(item.facility)),
                _figure(figures.deviation if figures else None),
                _percent(figures.discrimination if figures else None),
                _percent(figures.efficiency if figures else None),
                _percent(figures.weight if figures else None),
                f"{item.seconds:.0f} s",
                "; ".join(map(render_flag, item.flags)),
            )
        )
    yield _table(labels.ITEM_HEAD, rows, "items")
    reasons = [item for item in analysis.items if item.wrong_reason]
    if reasons:
        counts = [(item.item.id, item.wrong_reason, item.number) for item in reasons]
        yield _paragraph(labels.render_wrong_reasons(counts))


def _grouped(analysis: Analysis, least: int) -> Iterator[str]:
    rows = [
        (name, _facility(facility, number, least), str(number))
        for group in (analysis.by_strength, analysis.by_source)
        for name, (facility, number) in group.items()
    ]
    yield _table(labels.GROUP_HEAD, rows)


def _visits(analysis: Analysis, least: int) -> Iterator[str]:
    rows = [
        (item.item.id, _facility(*item.visited, least), _facility(*item.unvisited, least), _gain(item, least))
        for item in analysis.items
        if item.visited[1] or item.unvisited[1] < item.number
    ]
    if not rows:
        yield _paragraph(labels.NO_VISITS_NOTE)
        return
    yield _paragraph(labels.VISITS_NOTE)
    yield _table(labels.VISIT_HEAD, rows)


def _gain(item: ItemAnalysis, least: int) -> str:
    # The difference and one group's figure give away the other group.
    if min(item.visited[1], item.unvisited[1]) < least:
        return ""
    return f"{100 * (item.visited[0] - item.unvisited[0]):+.0f}"


def _misconceptions(analysis: Analysis, least: int) -> Iterator[str]:
    # Never of one person alone, who could be recognised by it.
    shown = [one for one in analysis.misconceptions if one.number >= min(least, 2)][:12]
    if shown:
        yield _heading(labels.MIXED_UP)
        yield _table(labels.MISCONCEPTION_HEAD, [(one.because, ", ".join(one.items), str(one.number)) for one in shown])


def _again(analysis: Analysis, world: World) -> Iterator[str]:
    """One page to teach again from: the facts missed most, with their sources and rooms."""
    yield _heading(labels.TEACH_AGAIN)
    for item in _hardest(analysis):
        yield f'<article><p class="stem">{_html(item.item.stem)} <b>{item.facility:.0%}</b></p><ul>'
        for fact_id in item.item.facts:
            if fact := world.facts.get(fact_id):
                rooms = ", ".join(number_room(room) for room in world.rooms.values() if fact_id in facts_in(room))
                yield f"<li>{_html(fact.claim)} <span>{_html(format_cite(fact, world))} {_html(rooms)}.</span></li>"
        yield "</ul>"
        mixed = list(dict.fromkeys(one.because for one in item.chosen if one.because))[:2]
        yield f"{_paragraph(labels.render_mixed_up(mixed))}</article>" if mixed else "</article>"


def _hardest(analysis: Analysis) -> list[ItemAnalysis]:
    missed = [item for item in analysis.items if item.facility < 1]
    return sorted(missed, key=lambda item: (item.facility, item.item.id))[:MAX_ITEMS_TO_TEACH_AGAIN]


def _answers(item: ItemAnalysis, world: World, least: int) -> Iterator[str]:
    yield f'<article><p class="stem">{_html(item.item.stem)} <code>{_html(item.item.id)}</code></p>'
    rows = [_answer(item, one, world, least) for one in item.chosen[:8]]
    rivals = list_rivals(item.item)
    if rivals.are_shown:
        taken = {text for one in item.chosen for text in list_picked_options(item.item, one.response)}
        rows += [("", f"“{rival.text}”", "0", "", "", "") for rival in rivals.all if rival.text not in taken]
    if item.blank:
        rows.append(("", labels.NO_ANSWER, str(item.blank), "", "", ""))
    yield _table(labels.ANSWER_HEAD, rows)
    yield "</article>"


def _answer(item: ItemAnalysis, one: ChosenAnswer, world: World, least: int) -> tuple[str, ...]:
    # A third is the group that is shown, so it is the third that must not be small.
    is_large = item.number // 3 >= least
    thirds = (str(one.strong), str(one.weak)) if is_large else ("", "")
    return (
        "✓" if one.is_right else "",
        render_response(item.item, one.response, world),
        str(one.number),
        *thirds,
        one.because,
    )


class _Raw(str):
    """Markup of our own."""

    __slots__ = ()


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    top = f"<tr>{''.join(f'<th>{_html(cell)}</th>' for cell in head)}</tr>" if head else ""
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f'<table class="{kind}">{top}{body}</table>'


def _cell(text: str) -> str:
    return f"<td>{text if isinstance(text, _Raw) else _html(text)}</td>"


def _bar(share: float) -> str:
    width = 60 * share
    bar, frame = f'<rect width="{width:.1f}" height="9"/>', '<rect class="frame" width="60" height="9"/>'
    return f'<svg viewBox="0 0 60 9" class="bar">{bar}{frame}</svg>'


def _facility(facility: float, number: int, least: int) -> str:
    return labels.render_few(least) if 0 < number < least else f"{facility:.0%} ({number})" if number else ""


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}%"


def _heading(text: str) -> str:
    return f"<h2>{_html(text)}</h2>"


def _paragraph(text: str) -> str:
    return f"<p>{_html(text)}</p>"


def _note(text: str) -> str:
    return f'<p class="note">{_html(text)}</p>'


def _html(text: str) -> str:
    # A bidirectional override in an answer would turn the rest of the row, the number beside it included.
    return escape(show_unsafe(text), quote=True)
