"""Two notes side by side: how they are named, what is asked and told, and when the game speaks of a pair itself."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.app.game import Game
from game.pack.ledger import AgreedPoint, Difference, MixUp
from game.pack.world import World
from game.prose.event_lines import render_event
from game.store.saves import Saves
from game.tour import events as e
from game.tour.comparison_index import ComparisonIndex
from game.tour.nudging import MIN_NUDGE_TURNS
from game.tour.session import Session
from tests.exploring import explore_tour


@pytest.fixture
def reporter(tour: World) -> Session:
    """A session in which both speeds and much of the first rooms are noted."""
    session = Session(tour)
    session.open()
    for line in ("x timetable", "f", "f", "x dials"):
        session.perform(line)
    return session


def number(session: Session, fact_id: str) -> int:
    return session.state.numbers[fact_id]


def lay(session: Session, line: str) -> e.Event:
    """What a line does, without what is said of other pairs after it."""
    event, *_ = session.perform(line)
    return event


def test_notes_are_numbered_in_the_order_of_noting(reporter: Session) -> None:
    numbers = reporter.state.numbers
    assert sorted(numbers.values()) == list(range(1, len(reporter.state.noted) + 1))
    assert numbers["speed-50-kmh"] < numbers["average-37"]


@pytest.mark.parametrize(
    "form",
    [
        "compare {a} with {b}",
        "compare {a} and {b}",
        "compare {a}, {b}",
        "compare {a} {b}",
        "compare note {a} with note {b}",
        "compare #{a} to #{b}",
        "{a} vs {b}",
        "{a} versus {b}",
        "{a} beside {b}",
        "lay {a} beside {b}",
        "put {a} next to {b}",
        "lay {a} and {b} side by side",
        "check {a} against {b}",
        "does {a} agree with {b}?",
        "do {a} and {b} agree?",
        "do {a} and {b} differ",
        "does {a} contradict {b}",
        "please compare {a} with {b}",
        "compare averages with 31 mph",
        "compare 37 mph with timetable",
        "does 37 mph agree with the timetable?",
        "compare dials with timetable",
    ],
)
def test_two_notes_are_named_by_number_by_words_or_by_what_told_them(reporter: Session, form: str) -> None:
    line = form.format(a=number(reporter, "average-37"), b=number(reporter, "speed-50-kmh"))
    event = lay(reporter, line)
    assert isinstance(event, e.PairLaid), event
    assert {event.one.fact.id, event.other.fact.id} == {"average-37", "speed-50-kmh"}


@pytest.mark.parametrize(
    ("answer", "judged"),
    [
        ("1", "contradict"),
        ("2", "differ"),
        ("3", "surer"),
        ("4", "agree"),
        ("5", "none"),
        ("they contradict each other", "contradict"),
        ("both may stand", "differ"),
        ("one is surer", "surer"),
        ("they agree", "agree"),
        ("nothing between them", "none"),
    ],
)
def test_the_player_judges_first_and_the_judgement_is_kept(reporter: Session, answer: str, judged: str) -> None:
    lay(reporter, "compare 37 mph with timetable")
    assert "speed" not in reporter.state.compared
    judging = lay(reporter, answer)
    assert isinstance(judging, e.PairJudged)
    assert judging.judged == judged == reporter.state.compared["speed"]
    text = " ".join(line.text for line in render_event(judging, reporter.world))
    assert text.startswith("Yes." if judged == "differ" else "Not quite. They differ, and both may stand.")
    assert "Print neither figure for the other." in text
    right = 1 if judged == "differ" else 0
    assert f"≠ The train’s speed. 1 of 19 found, {right} right first time." in text
    assert ("counts as found all the same" in text) == (not right)


def test_a_walk_leaves_the_question_and_no_other_line_does(reporter: Session) -> None:
    lay(reporter, "compare 37 mph with timetable")
    assert isinstance(lay(reporter, "6"), e.NoSuchChoice)
    for line in ("what is trust", "what is kcna", "xyzzy", "notebook"):
        assert reporter.perform(line)[-1] == e.ChoiceOpen(numbers=(1, 2, 3, 4, 5)), line
    assert reporter.perform("xyzzy plugh") == (e.ChoiceUnread(numbers=(1, 2, 3, 4, 5)),)
    assert not isinstance(reporter.perform("forward")[-1], e.ChoiceOpen)
    assert not isinstance(reporter.perform("2")[0], e.PairJudged)
    assert not reporter.state.compared


def test_bare_compare_lists_the_notes_of_a_pair_that_waits(tour: World) -> None:
    session = Session(tour)
    session.open()
    for line in ("x timetable", "forward", "forward", "x dials"):
        session.perform(line)
    listed = next(event for event in session.perform("compare") if isinstance(event, e.NotesListed))
    assert {"average-37", "speed-50-kmh"} <= {note.fact.id for note in listed.notes}
    assert listed.has_notes
    session.perform("compare 37 mph with timetable as differ")
    session.perform("compare reportedly with travelling as surer")
    left = next(event for event in session.perform("compare") if isinstance(event, e.NotesListed))
    assert not left.notes


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        ("2, because one is an average and the other is one journey", "differ"),
        ("2. they measure other things", "differ"),
        ("2 because they do", "differ"),
        ("I think it is number two.", "differ"),
        ("I think number 2. They differ, but both can be true.", "differ"),
        ("The second sentence, please.", "differ"),
        ("2 please", "differ"),
        ("the same matter, and one is surer", "surer"),
        ("1", "contradict"),
    ],
)
def test_a_judgement_may_have_its_reason_behind_it(reporter: Session, line: str, judged: str) -> None:
    lay(reporter, "compare 37 mph with timetable")
    told, *_ = reporter.perform(line)
    assert isinstance(told, e.PairJudged)
    assert reporter.state.compared["speed"] == judged


def test_a_judgement_is_taken_back_by_undo_and_the_sign_is_printed_once(reporter: Session) -> None:
    line = "compare 37 mph with timetable as differ"
    assert isinstance(lay(reporter, line), e.PairJudged)
    known = lay(reporter, line)
    assert isinstance(known, e.PairKnown)
    assert "≠" not in " ".join(told.text for told in render_event(known, reporter.world))
    reporter.perform("undo")
    assert not reporter.state.compared
    assert isinstance(lay(reporter, line), e.PairJudged)


def test_undo_does_not_make_a_wrong_judgement_right(reporter: Session) -> None:
    lay(reporter, "compare 37 mph with timetable as agree")
    reporter.perform("undo")
    assert reporter.state.compared["speed"] == "agree"
    assert isinstance(lay(reporter, "compare 37 mph with timetable as differ"), e.PairKnown)
    other = lay(reporter, "compare reportedly with travelling as surer")
    assert isinstance(other, e.PairJudged)
    assert (other.found, other.right) == (2, 1)
    reporter.perform("undo")
    assert set(reporter.state.compared) == {"speed"}, "what was judged right is taken back like anything else"


def test_notes_of_one_subject_without_a_record_are_not_said_to_have_nothing_between_them(tour: World) -> None:
    session = Session(tour)
    session.open()
    explore_tour(session)
    one, other = (number(session, each) for each in ("every-carriage-bulletproof", "trains-protected"))
    alike = lay(session, f"compare {one} with {other}")
    assert isinstance(alike, e.PairUnrelated)
    text = render_event(alike, tour)[0].text
    assert (alike.why == "alike") == ("both speak of" in text)
    assert "nothing between them" not in text


def test_the_first_judgement_stays(reporter: Session) -> None:
    lay(reporter, "compare 37 mph with timetable as agree")
    lay(reporter, "compare 37 mph with timetable as differ")
    assert reporter.state.compared["speed"] == "agree"


def test_a_pair_that_is_none_is_explained_and_changes_nothing(tour: World) -> None:
    session = Session(tour)
    session.open()
    explore_tour(session)
    before = session.state

    def explain(one: str, other: str) -> e.Event:
        return lay(session, f"compare {number(session, one)} with {number(session, other)}")

    other_people = explain("kim-jong-il-feared-flying", "pulikovsky-official")
    assert isinstance(other_people, e.PairUnrelated)
    assert other_people.why == "people"
    other_times = explain("first-trip-beijing", "aboard-b")
    assert isinstance(other_times, e.PairUnrelated)
    assert other_times.why == "times"
    within = explain("journey-20-hours", "trip-has-begun")
    assert isinstance(within, e.PairUnrelated)
    assert within.why != "times", "a day in September 2023 is no other time than September 2023"
    apart = explain("has-carpeted-ramp", "train-bulletproof-b")
    assert isinstance(apart, e.PairUnrelated)
    assert apart.why == "apart"
    assert isinstance(explain("average-37", "average-37"), e.SameNote)
    assert session.state == before


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("compare 3", e.NoteMissing),
        ("compare 1 with 999", e.NoSuchNote),
        ("compare 1 with dragons", e.NoSuchNote),
        ("compare 1 with " + "9" * 400, e.NoSuchNote),
        ("compare train with kim", e.NoteUnclear),
        ("compare", e.NotesListed),
        ("compare notes", e.NotesListed),
    ],
)
def test_what_names_no_two_notes_says_so(reporter: Session, line: str, kind: type[e.Event]) -> None:
    event = lay(reporter, line)
    assert isinstance(event, kind)
    assert render_event(event, reporter.world)


def test_a_note_that_was_not_read_cannot_be_compared(reporter: Session) -> None:
    assert isinstance(lay(reporter, "compare 37 mph with bordeaux"), e.NoSuchNote)
    assert "bordeaux" not in reporter.state.noted


@pytest.mark.parametrize("line", ["put card beside plate", "does article a agree with b", "is it like that"])
def test_a_line_of_which_no_halves_are_notes_stays_what_it_is(tour: World, line: str) -> None:
    session = Session(tour)
    assert not any(isinstance(event, e.CompareEvent) for event in session.perform(line))


def test_every_comparison_can_be_found_and_judged_right(tour: World) -> None:
    session = Session(tour)
    session.open()
    explore_tour(session)
    counts: list[tuple[int, int]] = []
    for comparison in tour.comparisons.values():
        one, other = comparison.choose_pair(session.state.noted)
        numbers = sorted((number(session, one), number(session, other)))
        judged = lay(session, f"compare {numbers[0]} with {numbers[1]} as {comparison.judgement}")
        assert isinstance(judged, e.PairJudged)
        assert judged.judged == judged.comparison.judgement
        counts.append((judged.found, judged.total))
    assert set(session.state.compared) == set(tour.comparisons)
    assert counts[-1][0] == counts[-1][1] == len(tour.differences) + len(tour.agreements) >= 18
    assert len(tour.mix_ups) >= 5


def test_any_pair_across_two_sides_is_the_pair_and_no_pair_within_one_is(tour: World) -> None:
    index = ComparisonIndex(tour)
    wonsan = tour.differences["wonsan-certainty"]
    facts = [side.facts[0] for side in wonsan.sides]
    assert all(index.find_pair(a, b) is wonsan for a in facts for b in facts if a != b)
    favourite = tour.differences["favourite-certainty"].sides[0].facts
    assert index.find_pair(favourite[0], favourite[1]) is None
    assert index.find_pair(facts[0], facts[0]) is None


def test_each_kind_has_its_judgement(tour: World) -> None:
    def judge(kind: str) -> set[str]:
        return {d.judgement for d in tour.differences.values() if d.kind == kind}

    assert judge("contradict") == {"contradict"}
    assert judge("figures") | judge("wording") | judge("both-may-hold") == {"differ"}
    assert judge("sureness") == {"surer"}
    assert judge("one-source") == {"differ", "surer"}
    assert {type(each) for each in tour.comparisons.values()} == {Difference, AgreedPoint, MixUp}
    assert {each.judgement for each in tour.agreements.values()} == {"agree"}
    assert {each.judgement for each in tour.mix_ups.values()} == {"none"}


def test_the_first_pair_is_named_at_once_with_its_numbers(tour: World) -> None:
    session = Session(tour)
    session.open()
    for line in ("x timetable", "f", "f"):
        assert not any(isinstance(event, e.PairNudged) for event in session.perform(line))
    (nudged,) = (event for event in session.perform("x dials") if isinstance(event, e.PairNudged))
    assert nudged.numbers == (number(session, "speed-50-kmh"), number(session, "average-37"))


def nudges(session: Session, line: str) -> list[e.Event]:
    return [event for event in session.perform(line) if isinstance(event, e.PairNudged)]


def test_another_pair_is_spoken_of_at_the_next_door_and_once(tiny: World) -> None:
    session = Session(tiny)
    assert not nudges(session, "x leaflet")
    assert not nudges(session, "f"), "not in the turn in which the second note was read"
    assert nudges(session, "b") == [e.PairNudged()]
    assert not nudges(session, "f") + nudges(session, "b")


def test_who_stays_hears_of_a_pair_some_turns_later(tiny: World) -> None:
    session = Session(tiny)
    session.perform("x leaflet")
    session.perform("f")
    heard = [bool(nudges(session, "look")) for _ in range(MIN_NUDGE_TURNS + 2)]
    assert heard.index(True) + 1 == MIN_NUDGE_TURNS
    assert heard.count(True) == 1


def test_pairs_are_not_spoken_of_one_right_after_the_other(tour: World) -> None:
    session = Session(tour)
    session.open()
    for line in ("take timetable", "x timetable", "f", "f"):
        session.perform(line)
    assert len(session.state.unmade) == 1, "two accounts of the departure wait since the platform"
    (named,) = nudges(session, "x dials")
    assert isinstance(named, e.PairNudged)
    assert named.numbers
    assert not nudges(session, "put timetable in dials")
    assert nudges(session, "f") == [e.PairNudged()]


def test_nobody_is_nudged_to_a_pair_already_laid(tiny: World) -> None:
    session = Session(tiny)
    session.perform("x leaflet. f")
    session.perform("compare green with blue as contradict")
    assert not nudges(session, "f") + nudges(session, "b") + nudges(session, "f")
    assert not session.state.unmade


def test_notes_judgements_and_waiting_pairs_are_kept_over_a_save(tour: World, tmp_path: Path) -> None:
    game = Game(tour, Saves(tmp_path / "home"))
    game.open()
    game.perform("x timetable. f. f. x dials")
    game.perform("compare 37 mph with timetable as agree")
    before = game.state
    assert before.compared
    again = Game(tour, Saves(tmp_path / "home"))
    again.open()
    assert (again.state.numbers, again.state.compared, again.state.unmade) == (
        before.numbers,
        before.compared,
        before.unmade,
    )


def test_a_tour_without_anything_to_compare_says_that_there_is_nothing(tiny: World) -> None:
    bare = replace(tiny, differences={}, differing={})
    session = Session(bare)
    session.perform("x leaflet. f")
    assert isinstance(lay(session, "compare green with blue"), e.PairUnrelated)
    assert not nudges(session, "f")
