"""The packs beside ours: they are whole and clean, and all that the game does with ours it does with them."""

from game.content.linting import lint_pack
from game.pack.kinds import KINDS
from game.pack.world import World
from tests.conftest import LIGHTHOUSE, ONE_ROOM


def test_the_lighthouse_is_clean_beside_its_own_articles() -> None:
    checked = lint_pack(LIGHTHOUSE, articles_in=LIGHTHOUSE / "articles")
    assert [str(problem) for problem in checked.problems] == []
    assert [step.name for step in checked.steps] == ["read"], "nothing is left but for a second reader"
    assert (checked.errors, checked.warnings) == (0, 0), "\n".join(map(str, checked.found))


def test_the_smallest_pack_has_no_problem_and_lacks_no_more_than_two_skills() -> None:
    checked = lint_pack(ONE_ROOM, articles_in=ONE_ROOM / "articles")
    assert [str(problem) for problem in checked.problems] == []
    assert checked.errors == 0
    assert [placed.finding.rule for placed in checked.found if not placed.finding.is_note] == ["W53", "W53"]


def test_the_lighthouse_has_what_a_tour_can_have(lighthouse: World) -> None:
    items = [item for room in lighthouse.rooms.values() for item in room.items]
    assert {type(item) for item in items} == set(KINDS.values())
    assert 5 <= len(lighthouse.rooms) <= 7
    assert len(lighthouse.sources) == 2
    assert len([each for each in lighthouse.differences.values() if each.kind in ("contradict", "figures")]) >= 5
    assert {way for room in lighthouse.rooms.values() for way in room.exits} >= {"up", "down", "in", "out"}
    assert any(
        thing.portable and "show" in thing.replies for room in lighthouse.rooms.values() for thing in room.things
    )
