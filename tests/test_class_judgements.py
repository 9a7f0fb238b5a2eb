"""What a teacher reads of the judgements of a class: by sort, with what was mixed up, and nothing of a small group."""

import pytest

from game.classroom.analysis import analyse
from game.classroom.index_rows import ResponseRow
from game.classroom.judgements import CLOSED, COMPARED, PRINTED, count_judgements
from game.exports.report_page import MIN_GROUP_SIZE, render_report
from game.pack.world import World
from game.prose.compare_lines import JUDGEMENTS
from game.prose.judgement_items import make_closing_item, make_comparison_item, make_printing_item
from tests.items import CHOICE
from tests.rows import make_row


def judge(world: World, tours: int) -> list[ResponseRow]:
    """Tours in which each judged a pair, closed a question and printed a line; the pair is always taken wrongly."""
    compared = make_comparison_item(world.differences["departed"])
    closed = make_closing_item(next(iter(world.leads.values())))
    printed = make_printing_item(next(fact for fact in world.facts.values() if fact.strength == "speculated"))
    rows = [make_row(f"{place}", CHOICE) for place in range(tours)]
    for place in range(tours):
        wrong = (JUDGEMENTS["contradict"],)
        rows.append(make_row(f"{place}", compared, 0.0, response=wrong, mode="checkpoint"))
        rows.append(make_row(f"{place}", closed, float(place % 2), response=(closed.key,), mode="checkpoint"))
        rows.append(make_row(f"{place}", printed, 1.0, response=(printed.key,), mode="checkpoint"))
    return rows


def test_judgements_are_counted_by_sort_and_doors_are_left_out(tour: World) -> None:
    judged = count_judgements(judge(tour, 4))
    assert [(c.prefix, c.number, c.right, c.people) for c in judged.counts] == [
        (COMPARED, 4, 0, 4),
        (CLOSED, 4, 2, 4),
        (PRINTED, 4, 4, 4),
    ]
    (mixed,) = judged.misconceptions
    assert mixed.because.startswith("Takes the surer source for the true one")
    assert (mixed.items, mixed.number) == (("compare-departed",), 4)


@pytest.mark.parametrize(("tours", "is_told"), [(MIN_GROUP_SIZE - 1, False), (MIN_GROUP_SIZE, True)])
def test_the_report_tells_them_from_a_group_on(tour: World, tours: int, is_told: bool) -> None:
    exam = analyse([make_row(f"{place:02}") for place in range(6)], tour)
    page = render_report(exam, tour, judged=count_judgements(judge(tour, tours)))
    assert ("Judged in the tour" in page) is is_told
    assert ("Takes the surer source for the true one" in page) is is_told
    assert "Judged in the tour" in render_report(exam, tour, judged=count_judgements(judge(tour, 1)), with_small=True)


def test_a_class_that_judged_nothing_has_no_such_part(tour: World) -> None:
    exam = analyse([make_row(f"{place:02}") for place in range(6)], tour)
    assert "Judged in the tour" not in render_report(exam, tour)
    assert "Judged in the tour" not in render_report(
        exam, tour, judged=count_judgements([make_row("1")]), with_small=True
    )
