"""What a newsroom makes of a report: each of eight endings reached by a bot at the desk, by numbers and typed lines."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.app.game import Game
from game.content.load import load
from game.core.paths import shipped
from game.pack.world import World
from game.prose.event_lines import render_event
from game.prose.report_lines import ENDING_NAMES, ENDING_WORDS, MAX_NOTE_COLUMNS, WARNINGS, shorten_note
from game.store.saves import Saves
from game.store.state_values import dump, parse
from game.tour import events as e
from game.tour.dispatch import ENDINGS, Ending, Print
from game.tour.report import MIN_NEWS, count_room, mark_report, weigh_report
from game.tour.session import Session
from game.tour.state import FiledReport, begin_tour


def load_tour() -> World:
    world = load(shipped("rooms")).world
    assert world is not None
    assert world.newsroom is not None
    return world


TOUR = load_tour()
PRINT_BY_STRENGTH: dict[str, Print] = {
    "stated": "plain",
    "reported": "attributed",
    "photo": "picture",
    "speculated": "hedged",
}
SPEED = ("speed-50-kmh", "average-37", "slow-because-bulletproof")
SOLID = (*SPEED, "kcna-confirmed-visit", "talks-expected")
RUMOUR = "health-rumour-ill"
GAPS = ("tv-whereabouts", "stock-unclear", "little-known", "average-undated", "wonsan-suggested")
DULL = ("has-carpeted-ramp", "colour-khaki", "yellow-line", "pink-chairs", "small-tables")


def way_of(fact_id: str) -> Print:
    """How a fact is printed by one who takes care."""
    return PRINT_BY_STRENGTH[TOUR.facts[fact_id].strength]


def at_desk(*fact_ids: str, leads: tuple[str, ...] = (), trust: int = 3) -> Session:
    """A session at the desk of one who has noted these facts and closed these leads."""
    state = begin_tour(TOUR, 1).enter(TOUR.rooms["sealed"]).note(fact_ids)
    closed = state.closed
    for lead in leads:
        closed = closed.insert(lead, TOUR.leads[lead].honest)
    return Session(TOUR, state=replace(state, closed=closed, trust=trust))


def file_at_desk(session: Session, *lines: tuple[str, Print]) -> e.DispatchFiled:
    """What is reported when these lines are typed in, printed and filed."""
    for place, (fact_id, way) in enumerate(lines, start=1):
        session.perform(f"dispatch add {session.state.numbers[fact_id]}")
        session.perform(f"dispatch {place} {way}")
    filed = session.perform("dispatch file")[-1]
    assert isinstance(filed, e.DispatchFiled)
    return filed


def carefully(*fact_ids: str) -> list[tuple[str, Print]]:
    return [(fact_id, way_of(fact_id)) for fact_id in fact_ids]


BOTS: dict[Ending, tuple[list[tuple[str, Print]], tuple[str, ...]]] = {
    "retraction": ([*carefully(*SOLID[:4]), (RUMOUR, "attributed")], ("speed",)),
    "correction": ([(each, "picture") for each in SPEED] + carefully("yellow-line", "colour-khaki"), ("speed",)),
    "news in brief": (carefully(*DULL), ()),
    "inside page": (carefully(*SOLID), ()),
    "what nobody knows": (carefully(*GAPS), ()),
    "front page": (carefully(*SOLID), ("speed",)),
    "lead story": (
        carefully(*SOLID, "leaving-picture-one", "has-reportedly-departed", "weapons-deal-likely"),
        ("speed", "talks"),
    ),
}


@pytest.mark.parametrize("ending", BOTS)
def test_a_bot_reaches_each_ending(ending: Ending) -> None:
    lines, leads = BOTS[ending]
    session = at_desk(*(fact_id for fact_id, _ in lines), leads=leads)
    filed = file_at_desk(session, *lines)
    assert filed.verdict.ending == ending
    assert session.state.filed == ending
    assert session.state.printed is not None
    assert session.state.printed.lines == tuple(lines)
    assert ending not in filed.unseen
    assert len(filed.unseen) == 7


@pytest.mark.parametrize("line", ["go home", "home", "leave the column blank", "dispatch file blank"])
def test_the_blank_column_is_reached_by_going_home(line: str) -> None:
    session = at_desk(*SOLID)
    filed = session.perform(line)[-1]
    assert isinstance(filed, e.DispatchFiled)
    assert (filed.verdict.ending, session.state.filed) == ("blank column", "blank column")


def test_going_home_with_an_unread_report_is_asked_once() -> None:
    session = at_desk(*SOLID)
    session.perform("add 1")
    asked = session.perform("go home")[-1]
    assert isinstance(asked, e.ReportUnfiled)
    assert "1 line," in render_event(asked, TOUR)[0].text
    assert session.state.filed == ""
    filed = session.perform("go home")[-1]
    assert isinstance(filed, e.DispatchFiled)
    assert session.state.filed == "blank column"


def test_quitting_with_an_unread_report_is_asked_once() -> None:
    session = at_desk(*SOLID)
    assert isinstance(session.perform("quit")[-1], e.QuitAsked)
    session.perform("add 1")
    asked = session.perform("quit")[-1]
    assert isinstance(asked, e.ReportUnfiled)
    assert "QUIT once more" in render_event(asked, TOUR)[0].text
    assert isinstance(session.perform("quit")[-1], e.QuitAsked)
    file_at_desk(session, *carefully(*SOLID))
    assert isinstance(session.perform("quit")[-1], e.QuitAsked)


def test_the_question_is_asked_again_after_another_line() -> None:
    session = at_desk(*SOLID)
    session.perform("add 1")
    session.perform("quit")
    session.perform("forward")
    assert isinstance(session.perform("quit")[-1], e.ReportUnfiled)


@pytest.mark.parametrize("asked", ["how do i print my page?", "how can i file my report", "how many lines do i need"])
def test_who_asks_how_to_print_hears_what_is_missing(asked: str) -> None:
    session = at_desk(*SOLID)
    [told] = session.perform(asked)
    assert render_event(told, TOUR)[0].text.startswith("Your report has 0 of five lines. FILL")
    session.perform("fill")
    [told] = session.perform(asked)
    assert render_event(told, TOUR)[0].text.endswith("FILE prints your page.")
    assert "of five" not in render_event(told, TOUR)[0].text
    assert session.state.printed is None


def test_what_a_dispatch_is_is_still_explained() -> None:
    assert isinstance(at_desk(*SOLID).perform("what is a dispatch?")[-1], e.WordExplained)


def test_refusals_name_words_that_work_at_the_desk(tiny: World) -> None:
    for refusal in (e.NoSuchFact(number="99"), e.DispatchFull(limit=6), e.DispatchFormUnknown()):
        [line], [plain] = render_event(refusal, TOUR), render_event(refusal, tiny)
        assert not any(word in line.text for word in ("REMOVE", "DISPATCH"))
        assert "DISPATCH" in plain.text


def test_every_ending_is_reached_and_has_its_words() -> None:
    assert {*BOTS, "blank column"} == set(ENDINGS) == set(ENDING_NAMES) == set(ENDING_WORDS)


def test_the_front_page_is_reached_without_any_trust() -> None:
    lines, leads = BOTS["front page"]
    session = at_desk(*SOLID, leads=leads, trust=0)
    assert count_room(TOUR, session.state) == 5
    assert file_at_desk(session, *lines).verdict.ending == "front page"


def test_a_better_ending_is_kept_and_all_that_were_seen() -> None:
    session = at_desk(*SOLID, leads=("speed",))
    file_at_desk(session, *carefully(*SOLID))
    session.perform("go home")
    assert session.state.filed == "front page"
    assert set(session.state.endings) == {"front page", "blank column"}
    assert session.state.printed == FiledReport((), "blank column", "", "")


@pytest.mark.parametrize(("rumoured", "ending"), [("plain", "retraction"), ("attributed", "retraction")])
def test_a_rumour_is_taken_back_unless_it_is_hedged(rumoured: Print, ending: Ending) -> None:
    lines = [*carefully(*SOLID[:4]), (RUMOUR, rumoured)]
    state = at_desk(leads=("speed",)).state
    assert mark_report(TOUR, state, lines).ending == ending
    assert mark_report(TOUR, state, [*carefully(*SOLID[:4]), (RUMOUR, "hedged")]).ending == "front page"


@pytest.mark.parametrize(("wrong", "ending"), [(2, "inside page"), (3, "correction")])
def test_three_of_five_lines_must_stand(wrong: int, ending: Ending) -> None:
    lines: list[tuple[str, Print]] = [(fact_id, "picture") for fact_id in SOLID[:wrong]]
    state = at_desk(leads=("speed",)).state
    assert mark_report(TOUR, state, [*lines, *carefully(*SOLID[wrong:])]).ending == ending


def test_one_side_of_a_dispute_keeps_a_report_inside() -> None:
    lines = carefully(
        "average-37", "slow-because-bulletproof", "kcna-confirmed-visit", "talks-expected", "stock-unclear"
    )
    lines[0] = ("average-37", "attributed")
    verdict = mark_report(TOUR, at_desk(leads=("speed",)).state, lines)
    assert [difference.id for difference in verdict.one_sided] == ["speed"]
    assert verdict.ending == "inside page"
    both = [*lines, ("speed-50-kmh", "plain")]
    assert mark_report(TOUR, at_desk(leads=("speed",)).state, both).ending == "front page"


def test_one_article_alone_keeps_a_report_inside() -> None:
    of_b = [
        fact.id
        for fact in TOUR.facts.values()
        if {cite[0] for cite in fact.cites} == {"B"} and not TOUR.differing.get(fact.id) and fact.strength == "stated"
    ]
    assert TOUR.newsroom is not None
    state = replace(at_desk().state, closed=at_desk(leads=tuple(TOUR.leads)).state.closed)
    lines = carefully(*of_b[:40])
    weighed = weigh_report(TOUR, TOUR.newsroom, state, lines)
    assert weighed.value >= MIN_NEWS
    assert mark_report(TOUR, state, lines).ending == "inside page"


def test_a_closed_lead_counts_once_two_of_its_notes_are_in() -> None:
    assert TOUR.newsroom is not None
    state = at_desk(leads=("speed",)).state
    one = weigh_report(TOUR, TOUR.newsroom, state, carefully("average-37"))
    two = weigh_report(TOUR, TOUR.newsroom, state, carefully("average-37", "speed-50-kmh"))
    assert (one.leads, one.value) == ((), 3)
    assert (two.leads, two.value) == (("speed",), 9)
    assert weigh_report(TOUR, TOUR.newsroom, at_desk().state, carefully("average-37", "speed-50-kmh")).value == 6


@pytest.mark.parametrize(("trust", "room"), [(0, 5), (1, 6), (3, 8)])
def test_trust_gives_room(trust: int, room: int) -> None:
    session = at_desk(*list(TOUR.facts)[:12], trust=trust)
    session.perform("dispatch add " + " ".join(str(place) for place in range(1, 13)))
    assert len(session.state.draft) == room


@pytest.mark.parametrize("lines", [0, 4])
def test_fewer_than_five_lines_are_not_filed(lines: int) -> None:
    session = at_desk(*SOLID)
    for fact_id in SOLID[:lines]:
        session.perform(f"dispatch add {session.state.numbers[fact_id]}")
    refused, *_ = session.perform("file")
    assert isinstance(refused, e.DispatchLengthWrong)
    assert (refused.lines, refused.room) == (lines, 8)
    told = render_event(refused, TOUR)[0].text
    assert "GO HOME" in told


def test_the_whole_desk_is_worked_by_numbers_of_notes() -> None:
    session = at_desk(*SOLID, leads=("speed",))
    (desk,) = session.perform("dispatch")
    assert isinstance(desk, e.DeskShown)
    assert {note.fact.id for note in desk.offered.notes} == set(SOLID)
    for place, note in enumerate(desk.offered.notes, start=1):
        (added,) = session.perform(str(note.number))
        assert isinstance(added, e.DeskChanged)
        assert (added.step, added.lines, added.is_ready) == ("added", place, place == 5)
        assert added.remark is not None
        assert added.remark.startswith("stands"), "the way that is chosen is never surer than the source"
    (shown,) = session.perform("show")
    assert isinstance(shown, e.DeskShown)
    assert shown.offered.notes == (), "every note is in the report"
    (filed,) = session.perform("file")
    assert isinstance(filed, e.DispatchFiled)
    assert filed.verdict.ending == "front page"


WAYS_OF_ADDING: dict[str, list[tuple[int, Print]]] = {
    "4": [(4, "attributed")],
    "add 4": [(4, "attributed")],
    "add note 4": [(4, "attributed")],
    "Add line 4, please": [(4, "attributed")],
    "add 4 with the name": [(4, "attributed")],
    "4 plainly": [(4, "plain")],
    "5, 1": [(5, "hedged"), (1, "attributed")],
    "add notes 4, 5 and 1": [(4, "attributed"), (5, "hedged"), (1, "attributed")],
    "add 4 and 5 with a hedge": [(4, "hedged"), (5, "hedged")],
    "add the armour": [(3, "hedged")],
    "add kcna": [(4, "attributed")],
}


@pytest.mark.parametrize("line", WAYS_OF_ADDING)
@pytest.mark.parametrize("is_open", [True, False])
def test_notes_are_added_in_one_line(line: str, *, is_open: bool) -> None:
    session = at_desk(*SOLID)
    if is_open:
        session.perform("dispatch")
    elif line[0].isdecimal():
        return  # a number alone names a carriage as long as nobody has opened the desk
    events = session.perform(line)
    numbers = session.state.numbers
    assert [(numbers[fact_id], way) for fact_id, way in session.state.draft] == WAYS_OF_ADDING[line]
    assert all(isinstance(event, e.DeskChanged) for event in events)


def test_notes_are_added_by_what_the_pack_calls_them() -> None:
    session = at_desk(*SOLID)
    (offered,) = session.perform("add the speed")
    assert isinstance(offered, e.NotesOffered)
    assert {note.fact.id for note in offered.notes} == set(SPEED)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("leave out 4", [5, 1]),
        ("remove note 4", [5, 1]),
        ("leave out 2", [5, 4]),  # no note 2 is in the report, so its second line is meant
        ("leave out line 2", [5, 4]),
        ("leave out 3", [5, 1]),
    ],
)
def test_a_line_is_left_out_by_its_note_or_its_place(line: str, left: list[int]) -> None:
    session = at_desk(*SOLID)
    session.perform("add 5, 1, 4" if line != "leave out 3" else "add 5, 1, 3")
    (out,) = session.perform(line)
    assert isinstance(out, e.DeskChanged)
    assert (out.step, out.lines) == ("removed", 2)
    assert [session.state.numbers[fact_id] for fact_id, _ in session.state.draft] == left


@pytest.mark.parametrize(("line", "place"), [("4 plainly", 1), ("print 4 plainly", 1), ("line 1 plainly", 0)])
def test_a_line_printed_too_surely_is_warned_of_at_once(line: str, place: int) -> None:
    session = at_desk(*SOLID)
    session.perform("add 5, 4")
    (changed,) = session.perform(line)
    assert isinstance(changed, e.DeskChanged)
    assert changed.step == "printed"
    assert [way for _, way in session.state.draft][place] == "plain"
    told = render_event(changed, TOUR)[0].text
    assert any(warning in told for warning in WARNINGS.values())
    (safe,) = session.perform(line.replace("plainly", "with a hedge"))
    assert "Take care" not in render_event(safe, TOUR)[0].text


def test_the_desk_stays_open_until_the_player_leaves_it() -> None:
    session = at_desk(*SOLID)
    session.perform("dispatch")
    session.perform("4")
    session.perform("x lectern")
    session.perform("undo")
    session.perform("undo")
    assert session.state.draft == ()
    session.perform("5")
    assert (session.state.room, len(session.state.draft)) == ("sealed", 1)
    session.perform("forward")
    session.perform("back")
    session.perform("4")
    assert session.state.room != "sealed", "away from the desk a number is a carriage again"


def test_the_other_account_is_named_until_it_is_in() -> None:
    session = at_desk(*SOLID)
    (one,) = session.perform("add 1")
    assert isinstance(one, e.DeskChanged)
    assert one.other is not None
    assert one.other.number == 2
    (both,) = session.perform("add 2")
    assert isinstance(both, e.DeskChanged)
    assert both.other is None


def test_five_notes_make_a_page_in_two_lines() -> None:
    session = at_desk(*SOLID, leads=("speed",))
    missing = session.perform("print my page")[0]
    assert isinstance(missing, e.DispatchLengthWrong)
    assert "0 of five lines" in render_event(missing, TOUR)[0].text
    filled, *added = session.perform("fill")
    assert isinstance(filled, e.ReportFilled)
    assert filled.lines == len(added) == 5
    (filed,) = session.perform("print my page")
    assert isinstance(filed, e.DispatchFiled)
    assert filed.verdict.ending == "front page"
    assert isinstance(session.perform("print")[0], e.PageAsked), "the same report is printed once"


@pytest.mark.parametrize("lead", [*TOUR.leads])
def test_what_the_editor_fills_in_always_stands(lead: str) -> None:
    session = at_desk(*TOUR.facts, leads=(lead,), trust=0)
    session.perform("fill")
    verdict = mark_report(TOUR, session.state, session.state.draft)
    assert verdict.stands == 5
    assert verdict.one_sided == ()
    assert verdict.ending in ("front page", "lead story", "what nobody knows")


def test_far_from_a_desk_print_tells_the_way_to_a_page() -> None:
    session = Session(TOUR, state=begin_tour(TOUR, 1).note(SOLID))
    for line in ("print", "print my page", "finish", "I want to print", "file", "fill"):
        (refused,) = session.perform(line)
        assert isinstance(refused, e.NoDeskHere)
        told = render_event(refused, TOUR)[0].text
        assert "0 lines" in told
        assert "21 takes you there" in told


def test_every_note_of_a_list_takes_one_row_and_keeps_its_strength() -> None:
    for number, fact in enumerate(TOUR.facts.values(), start=1):
        row = shorten_note(e.Note(number, fact))
        assert len(row) <= MAX_NOTE_COLUMNS
        assert row.endswith(")")


def test_a_line_is_changed_and_left_out_by_choosing() -> None:
    session = at_desk(*SOLID)
    session.perform("add 1, 2, 3, 4, 5")
    session.perform("dispatch print 2")
    session.perform("3")
    assert session.state.draft[1][1] == "hedged"
    session.perform("dispatch remove")
    session.perform("1")
    assert [fact_id for fact_id, _ in session.state.draft] == list(SOLID[1:])


def test_notes_come_page_by_page_those_of_closed_leads_first() -> None:
    session = at_desk(*TOUR.facts, leads=("talks",))
    (offered,) = session.perform("dispatch add")
    assert isinstance(offered, e.NotesOffered)
    of_lead = {fact_id for slot in TOUR.leads["talks"].slots for fact_id in slot.facts}
    assert {note.fact.id for note in offered.notes[: len(of_lead)]} == of_lead
    assert offered.left == len(TOUR.facts) - 5
    (more,) = session.perform("0")
    assert isinstance(more, e.NotesOffered)
    assert not {note.number for note in more.notes} & {note.number for note in offered.notes}


@pytest.mark.parametrize(("length", "is_taken"), [(40, True), (41, False)])
def test_a_headline_of_ones_own_has_forty_characters(length: int, is_taken: bool) -> None:
    session = at_desk(*SOLID)
    (event,) = session.perform(f"dispatch headline {'x' * length}")
    assert isinstance(event, e.DeskChanged if is_taken else e.HeadlineTooLong)
    assert session.state.own_headline == ("x" * length if is_taken else "")


def test_the_headline_is_that_of_a_lead_that_the_report_tells() -> None:
    session = at_desk(*SOLID, "weapons-deal-likely", leads=("speed", "talks"))
    for fact_id in (*SOLID, "weapons-deal-likely"):
        session.perform(f"dispatch add {session.state.numbers[fact_id]}")
    (offered,) = session.perform("dispatch headline")
    assert isinstance(offered, e.HeadlinesOffered)
    assert [lead.id for lead in offered.leads] == ["speed", "talks"]
    (chosen,) = session.perform("2")
    assert isinstance(chosen, e.DeskChanged)
    assert chosen.headline == TOUR.leads["talks"].headline.upper()
    session.perform("dispatch headline Two men and a table")
    filed = session.perform("file")[-1]
    assert isinstance(filed, e.DispatchFiled)
    assert session.state.printed is not None
    assert (session.state.printed.lead, session.state.printed.own_headline) == ("talks", "Two men and a table")


def test_undo_takes_a_filed_report_back() -> None:
    session = at_desk(*SOLID, leads=("speed",))
    file_at_desk(session, *carefully(*SOLID))
    session.perform("undo")
    assert (session.state.filed, session.state.printed, len(session.state.draft)) == ("", None, 5)


def test_a_save_holds_the_report_as_it_was_filed() -> None:
    session = at_desk(*SOLID, leads=("speed",))
    session.perform("dispatch headline My own words")
    file_at_desk(session, *carefully(*SOLID))
    state = session.state
    assert state.printed is not None
    assert parse(TOUR, dump(TOUR, state)) == state


def test_the_desk_shows_each_line_as_a_whole_sentence() -> None:
    session = at_desk(*SOLID, "yellow-line")
    session.perform("add 1, 2, 3, 4, 5")
    (desk,) = session.perform("dispatch")
    assert isinstance(desk, e.DeskShown)
    text = "\n".join(line.text for line in render_event(desk, TOUR))
    for fact_id in SOLID:
        assert TOUR.facts[fact_id].claim in text


def test_honours_name_the_endings_seen_and_keep_them_for_later_tours(tmp_path: Path) -> None:
    game = Game(TOUR, Saves(tmp_path))
    game.open(lessons=0)
    game._window.session.state = at_desk(*SOLID, leads=("speed",)).state
    game.perform("go home")
    assert "1 of 8 endings seen" in [line.text for line in game.perform("honours")]
    game.close()
    later = Game(TOUR, Saves(tmp_path))
    later.open(fresh=True, lessons=0)
    rows = [line.text for line in later.perform("honours")]
    assert "1 of 8 endings seen" in rows
    assert "★ The blank column." in rows
    assert "☆ Lead story." in rows
    later.close()


def test_a_pack_without_a_newsroom_names_no_endings() -> None:
    game = Game(replace(TOUR, newsroom=None))
    game.open(lessons=0)
    assert not [line.text for line in game.perform("honours") if "ending" in line.text]


def test_a_pack_may_leave_headlines_to_closed_questions() -> None:
    assert TOUR.newsroom is not None
    bare = replace(TOUR, newsroom=replace(TOUR.newsroom, own_headlines=False))
    session = Session(bare, state=at_desk(*SOLID, leads=("speed",)).state)
    (refused,) = session.perform("dispatch headline Two men and a table")
    assert isinstance(refused, e.OwnHeadlinesOff)
    assert session.state.own_headline == ""
    (offered,) = session.perform("dispatch headline")
    assert isinstance(offered, e.HeadlinesOffered)
    assert "your own words" not in " ".join(line.text for line in render_event(offered, bare))
