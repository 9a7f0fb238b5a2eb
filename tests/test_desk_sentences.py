"""Sentences at the desk: a headline with commas, notes to lead with, a look at the page, a wish for a line."""

import pytest
from msgspec.structs import replace

from game.app.game import Game
from game.core.paths import shipped
from game.prose.event_lines import render_event
from game.tour import events as e
from game.tour.session import Session
from game.tour.verbs.chasing import list_sentences
from tests.test_report import SOLID, SPEED, TOUR, at_desk

CELLAR = ("bordeaux", "french-wine-accounts", "stock-unclear", "restaurant-wines")


def list_numbers(session: Session) -> list[int]:
    return [session.state.numbers[fact_id] for fact_id, _ in session.state.draft]


def tell(events: tuple[e.Event, ...]) -> str:
    return " ".join(line.text for event in events for line in render_event(event, TOUR))


def open_desk(*fact_ids: str, leads: tuple[str, ...] = ()) -> Session:
    session = at_desk(*fact_ids, leads=leads)
    session.perform("dispatch")
    return session


@pytest.mark.parametrize(
    "line",
    [
        "HEADLINE {}",
        "headline: {}",
        'HEADLINE "{}"',
        "headline “{}”",
        "HEADLINE '{}'",
        "headline ‘{}’.",
        'please headline "{}", please',
        "my headline is {}",
        "dispatch headline {}",
        "add 1, headline {}",
        "add 1. HEADLINE {}",
    ],
)
@pytest.mark.parametrize("own", ["Two speeds, one train, one old menu", "Slow. Safe; and then what?", "Who, me? Look"])
@pytest.mark.parametrize("is_open", [True, False])
def test_a_headline_is_whole_with_its_commas_and_without_its_marks(line: str, own: str, *, is_open: bool) -> None:
    session = open_desk(*SOLID) if is_open else at_desk(*SOLID)
    events = session.perform(line.format(own))
    assert session.state.own_headline == own
    assert {type(event) for event in events} == {e.DeskChanged}
    assert len(session.state.draft) == ("add 1" in line)


def test_what_follows_a_quoted_headline_is_another_command() -> None:
    session = open_desk(*SOLID)
    session.perform("HEADLINE “Two speeds, one train”, then add 2")
    assert (session.state.own_headline, list_numbers(session)) == ("Two speeds, one train", [2])
    session.perform("headline “37” is no “31”")
    assert session.state.own_headline == "“37” is no “31”", "a headline that only begins with a quotation"


def test_a_number_after_headline_chooses_and_what_follows_is_another_command() -> None:
    session = open_desk(*SPEED, *CELLAR, leads=("speed", "cellar"))
    session.perform("add 1, 2, 4, 5")
    session.perform("headline 2, add 3")
    assert (session.state.headline, session.state.own_headline) == ("cellar", "")
    assert list_numbers(session) == [1, 2, 4, 5, 3]
    session.perform("headline 9 trains")
    assert session.state.own_headline == "9 trains"


def test_the_editor_says_once_that_an_own_headline_is_not_checked() -> None:
    session = open_desk(*SOLID)
    assert "does not check" in tell(session.perform("headline The train flies"))
    assert "does not check" not in tell(session.perform("headline The train sails"))


def test_every_closed_question_is_offered_or_said_to_lack_notes() -> None:
    session = open_desk(*SPEED, *CELLAR, leads=("speed", "cellar"))
    session.perform("add 1, 2")
    (offered,) = session.perform("headline")
    assert isinstance(offered, e.HeadlinesOffered)
    assert [lead.id for lead in offered.leads] == ["speed"]
    (untold,) = offered.untold
    assert (untold.lead.id, len(untold.numbers)) == ("cellar", 2)
    asked = tell((offered,))
    assert f"ADD {untold.numbers[0]} AND {untold.numbers[1]}." in asked
    (refused,) = session.perform(f"headline {untold.lead.headline.upper()}")
    assert isinstance(refused, e.HeadlineUntold)
    assert "Not yet" in tell((refused,))
    session.perform(f"add {untold.numbers[0]}")
    (nearly,) = session.perform("headline")
    assert "one more of its notes" in tell((nearly,))
    session.perform(f"add {untold.numbers[1]}")
    (both,) = session.perform("headline")
    assert isinstance(both, e.HeadlinesOffered)
    assert ([lead.id for lead in both.leads], both.untold) == (["speed", "cellar"], ())


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("lead with 3", [3, 1, 2]),
        ("Lead with 3, then 5, 2 and 4, please", [3, 5, 2, 4, 1]),
        ("start with 5", [5, 1, 2]),
        ("begin with note 2", [2, 1]),
        ("put 2 first", [2, 1]),
        ("move line 4 to the top", [4, 1, 2]),
        ("put 4 and 5 first", [4, 5, 1, 2]),
        ("I want to lead with the armour", [3, 1, 2]),
        ("5, then 4", [1, 2, 5, 4]),
        ("add 3 first, then 5", [1, 2, 3, 5]),
    ],
)
def test_notes_are_added_and_put_in_the_order_that_is_said(line: str, order: list[int]) -> None:
    session = open_desk(*SOLID)
    session.perform("add 1, 2")
    events = session.perform(line)
    assert list_numbers(session) == order
    assert all(isinstance(event, e.DeskChanged) and event.step in ("added", "moved") for event in events)


def test_lead_with_is_read_before_the_desk_is_opened_and_away_from_it() -> None:
    session = at_desk(*SOLID, leads=("speed",))
    session.perform("lead with 4")
    assert list_numbers(session) == [4]
    session.perform("forward")
    session.perform("forward")
    far = Session(TOUR, state=session.state.enter(TOUR.rooms["press"]))
    assert isinstance(far.perform("lead with 4")[0], e.NoDeskHere)


@pytest.mark.parametrize(
    "line",
    [
        "4 with the name",
        "print 4 with the name",
        "4 needs its source",
        "Line 4 needs its source as well: 4 with the name",
        "note 4 needs a name too",
    ],
)
def test_a_line_is_printed_with_its_source_in_any_words(line: str) -> None:
    session = open_desk(*SOLID)
    session.perform("add 1, 4 plainly")
    (changed,) = session.perform(line)
    assert isinstance(changed, e.DeskChanged)
    assert (changed.step, [way for _, way in session.state.draft]) == ("printed", ["plain", "attributed"])


def test_each_with_its_source_drops_no_hedge() -> None:
    session = open_desk(*SOLID)
    session.perform("add 1, 3 and 4, each with its source named")
    assert [way for _, way in session.state.draft] == ["attributed", "hedged", "attributed"]
    session.perform("leave out 3")
    (warned,) = session.perform("add 3 with its source")
    assert "Take care" in tell((warned,)), "said of one note it is meant"


@pytest.mark.parametrize(
    "line",
    [
        "show",
        "Show me the page as it stands before I file",
        "May I see my page before I file it, and choose my headline?",
        "Show me the line as printed",
        "show my report",
        "let me read the page again",
        "how does my page look",
        "show page",
    ],
)
def test_a_wish_to_see_the_page_shows_the_report(line: str) -> None:
    session = open_desk(*SOLID)
    session.perform("add 1")
    (shown,) = session.perform(line)
    assert isinstance(shown, e.DeskShown)


def test_a_printed_page_is_shown_until_the_report_is_changed() -> None:
    session = open_desk(*SOLID, leads=("speed",))
    session.perform("fill")
    session.perform("file")
    assert isinstance(session.perform("show me the page as it stands")[0], e.PageAsked)
    session.perform("leave out line 1")
    assert isinstance(session.perform("show me the page as it stands")[0], e.DeskShown)


@pytest.mark.parametrize("line", ["show me the lamp", "show me the page about wine", "look", "read the list", "x desk"])
def test_a_look_at_other_things_is_none_at_the_report(line: str) -> None:
    session = open_desk(*SOLID)
    assert not any(isinstance(event, e.DeskShown) for event in session.perform(line))


def test_a_wish_for_a_line_that_is_no_note_names_what_can_be_done() -> None:
    session = open_desk(*SOLID)
    (refused,) = session.perform("i want my poop line in")
    assert isinstance(refused, e.NoSuchNote)
    told = tell((refused,))
    assert "“poop”" in told
    assert "ADD" in told
    assert "HEADLINE" in told
    session.perform("I want the line about the armour in my report")
    assert list_numbers(session) == [3]


@pytest.mark.parametrize(
    "line",
    ["Please add the one about the limousine on board", "add the limousine on board"],
)
def test_notes_are_found_by_the_names_of_what_told_them(line: str) -> None:
    session = open_desk(*SOLID, "mercedes-on-train", "mercedes-made-2010")
    (added,) = session.perform(line)
    assert isinstance(added, e.DeskChanged), added
    assert [fact_id for fact_id, _ in session.state.draft] == ["mercedes-on-train"]


def test_several_steps_in_one_line_are_all_taken() -> None:
    session = open_desk(*SOLID, leads=("speed",))
    events = session.perform("add 1, 2, 3 and 4. add 5, then file")
    assert list_numbers(session) == [1, 2, 3, 4, 5]
    assert isinstance(events[-1], e.DispatchFiled)


@pytest.mark.parametrize("line", ["read lectern", "stand at the lectern", "x lectern", "stand at lectern"])
def test_the_lectern_reads_the_report_back_with_its_sources(line: str) -> None:
    session = at_desk(*SOLID, leads=("speed",))
    empty = tell(session.perform(line))
    assert "Nothing is written yet" in empty
    session.perform("add 1, 2, 4")
    read = next(event for event in session.perform(line) if isinstance(event, e.ReportRead))
    told = [row.text for row in render_event(read, TOUR)]
    for place, ((fact_id, _), source) in enumerate(
        zip(session.state.draft, ("Article B.", "Article A.", "KCNA, in article B."), strict=True), start=1
    ):
        assert told[place] == f"{place}. {TOUR.facts[fact_id].claim} {source}"
    assert TOUR.leads["speed"].headline.upper() in told[-1]


def test_other_things_and_other_packs_read_nothing_back() -> None:
    session = at_desk(*SOLID)
    for line in ("read index", "stand at the desk", "x drawers"):
        assert not any(isinstance(event, e.ReportRead) for event in session.perform(line))
    bare = Session(replace(TOUR, newsroom=None), state=session.state)
    assert not any(isinstance(event, e.ReportRead) for event in bare.perform("read lectern"))


def test_a_claim_with_quotation_marks_is_quoted_in_single_ones() -> None:
    session = at_desk()
    dictator = next(fact for fact in TOUR.facts.values() if fact.claim.startswith("“Dictator”"))
    (line,) = render_event(e.FactsNoted(facts=(dictator,), first=1), TOUR)
    assert "“‘Dictator’ is" in line.text
    assert "““" not in line.text
    assert session.state.draft == ()


def close(lead_id: str, *before: str, room: str = "sealed") -> e.LeadClosed:
    """What is reported when a question is closed, with others closed before."""
    lead = TOUR.leads[lead_id]
    facts = [slot.facts[0] for slot in lead.slots]
    state = at_desk(*facts, leads=before).state.enter(TOUR.rooms[room])
    compared = state.compared.insert(lead.comparison, TOUR.comparisons[lead.comparison].judgement)
    session = Session(TOUR, state=replace(state, compared=compared))
    number = [*TOUR.leads].index(lead_id) + 1
    place = list_sentences(lead, state.seed).index(lead.honest) + 1
    (closed,) = (each for each in session.perform(f"close {number} as {place}") if isinstance(each, e.LeadClosed))
    return closed


def test_the_last_open_question_names_what_can_be_done_next() -> None:
    far = close("speed", room="armour")
    assert far.next is None
    told = tell((far,))
    for part in ("No other question is open", "Walk on", "carriage 21", "Type 21"):
        assert part in told
    here = tell((close("speed"),))
    assert "DISPATCH" in here
    assert "Type 21" not in here
    others = tuple(each for each in TOUR.leads if each != "speed")
    last = tell((close("speed", *others, room="armour"),))
    assert "You have closed every question" in last
    assert "Walk on" not in last


@pytest.mark.parametrize(("columns", "is_drawn"), [(0, True), (80, False)])
def test_a_closed_question_shows_its_drawing_on_a_screen(columns: int, *, is_drawn: bool) -> None:
    game = Game(TOUR, art=shipped("assets"))
    game.open(lessons=0)
    game.columns = columns
    lead = TOUR.leads["speed"]
    state = at_desk(*SPEED).state
    compared = state.compared.insert(lead.comparison, TOUR.comparisons[lead.comparison].judgement)
    game._window.session.state = replace(state, compared=compared)
    place = list_sentences(lead, state.seed).index(lead.honest) + 1
    lines = game.perform(f"close 1 as {place}")
    drawn = [line.text for line in lines if line.role == "ticket"]
    assert bool(drawn) == is_drawn
    assert len({len(row) for row in drawn}) == is_drawn, "a slip of paper has straight edges"
    assert any("a headline and its drawing: TWO SPEEDS" in line.text for line in lines)
