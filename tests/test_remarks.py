"""What is said around commands: politeness, exclamations, reasons, remarks on notes, and questions that follow."""

import pytest

from game.pack.world import World
from game.prose.event_lines import render_event
from game.tour import events as e
from game.tour.session import Session


@pytest.fixture
def reporter(tour: World) -> Session:
    """A reporter on the platform with two notes to compare."""
    session = Session(tour)
    session.open()
    for line in ("x timetable card", "x press leaflet"):
        session.perform(line)
    return session


def name_events(session: Session, line: str) -> list[str]:
    """The names of the events of a line, without what comes under any reply."""
    aside = (e.LessonGiven, e.PairNudged, e.LeadMoved, e.Taught)
    return [type(event).__name__ for event in session.perform(line) if not isinstance(event, aside)]


@pytest.mark.parametrize(
    "line",
    [
        "Do 4 and 5 go together? compare 4 with 5",
        "Those two say the same, don't they? compare 4 with 5",
        "Oh dear. compare 4 with 5",
        "How lovely. What a pity. compare 4 with 5",
        "I am curious. compare 4 with 5",
        "compare 4 with 5, please",
        "compare 4 5",
        "4 and 5",
        "4 5",
        "4, 5",
    ],
)
def test_what_is_said_beside_a_command_is_not_answered(reporter: Session, line: str) -> None:
    assert name_events(reporter, line) == ["PairLaid"]


def test_a_question_behind_a_command_is_answered(reporter: Session) -> None:
    assert name_events(reporter, "take timetable card. who ate the tombola?") == ["Taken", "Unanswered"]


def test_a_question_is_asked_though_the_command_before_it_failed(reporter: Session) -> None:
    assert name_events(reporter, "take bench. how fast does the train go") == ["Acted", "JobShown", "PaperShown"] or (
        "Recalled" in name_events(reporter, "take xyzzyx. how fast does the train go")
    )


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        ("They say the same thing but B hedges it, so A is surer", "surer"),
        ("They agree that he goes to Russia", "agree"),
        ("They agree, but both may stand", None),
    ],
)
def test_of_two_choices_in_a_sentence_the_one_that_follows_counts(
    reporter: Session, line: str, judged: str | None
) -> None:
    reporter.perform("compare 1 with 2")
    reporter.perform(line)
    assert reporter.state.compared.get("departed") == judged


def test_a_note_far_ahead_is_walked_to_and_one_behind_is_not(reporter: Session) -> None:
    def tell_job() -> str:
        return " ".join(line.text for event in reporter.perform("job") for line in render_event(event, reporter.world))

    for line in ("compare 4 with 5 as differ", "close as 4", "x board", "x departure pictures"):
        reporter.perform(line)
    if reporter.state.pinned != "left":
        reporter.perform("job 2")
    assert "That is far" in tell_job()
    assert "Type 20" not in tell_job()
    for line in ("22", "21"):
        reporter.perform(line)
    reporter.perform("job 1")
    assert "That is far" not in tell_job()


def test_a_command_behind_a_failure_is_not_done_and_is_named(reporter: Session) -> None:
    happened = reporter.perform("take blorb then take timetable card")
    assert e.NotRun(lines=("take timetable card",)) in happened
    assert not any(isinstance(event, e.Taken) for event in happened)


@pytest.mark.parametrize(
    "line", ["why is it not 1? 50 is not 37", "why isn't it 1", "that is unfair. Note 4 says 31", "why? 50 is not 37"]
)
def test_a_reason_belongs_to_the_question_why(reporter: Session, line: str) -> None:
    reporter.perform("compare 4 with 5")
    reporter.perform("1")
    assert name_events(reporter, line)[0] == "JudgementExplained"


@pytest.mark.parametrize(
    "line",
    [
        "I do not accept that. If he travels, then he has left. Why may both stand?",
        "that is plainly unfair: note 2 says reportedly",
        "I disagree, and take no bench",
        "You said they differ",
    ],
)
def test_an_objection_is_answered_with_the_reason_and_nothing_else(reporter: Session, line: str) -> None:
    reporter.perform("compare 4 with 5")
    reporter.perform("2")
    assert name_events(reporter, line) == ["JudgementExplained", "ObjectionHeard"]


def test_an_objection_is_about_the_pair_laid_last(reporter: Session) -> None:
    reporter.perform("compare 4 with 5 as differ")
    reporter.perform("compare 3 with 6")
    assert name_events(reporter, "That is unfair. Note 3 says 20 hours.") == ["PairUnrelated", "ObjectionHeard"]


def test_without_a_judgement_nothing_is_objected_to(reporter: Session) -> None:
    assert "ObjectionHeard" not in name_events(reporter, "that is unfair")


def test_a_judgement_is_named_behind_its_reason(reporter: Session) -> None:
    reporter.perform("compare 4 with 5")
    reporter.perform("A trip is one thing and an average another, so both may stand.")
    assert reporter.state.compared["speed"] == "differ"


def test_a_command_behind_why_is_still_done(reporter: Session) -> None:
    reporter.perform("compare 4 with 5")
    reporter.perform("1")
    assert name_events(reporter, "why? compare 1 with 2") == ["JudgementExplained", "PairLaid"]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("source 4", 4),
        ("source of note 4", 4),
        ("who says 4", 4),
        ("where is note 4 from", 4),
        ("Note 4 is wrong, it says 31.", 4),
        ("Note 5 cannot be an average: who measured it?", 5),
    ],
)
def test_a_line_about_a_note_shows_it_with_its_source(reporter: Session, line: str, number: int) -> None:
    (shown,) = (event for event in reporter.perform(line) if isinstance(event, e.NotebookShown))
    assert shown.numbers == (number,)


def test_a_note_that_is_not_there_is_no_source(reporter: Session) -> None:
    assert "NotebookShown" not in name_events(reporter, "source 400")


@pytest.mark.parametrize(
    "line",
    ["where is my next note?", "What is the next note", "What do I do here?", "where is the note for my question"],
)
def test_the_next_note_is_told_by_the_job(reporter: Session, line: str) -> None:
    assert name_events(reporter, line)[0] == "JobShown"


@pytest.mark.parametrize(
    "line", ["I should like to go to carriage 2 now", "Type 2", "First I should like to go to carriage 2"]
)
def test_wishes_are_commands(reporter: Session, line: str) -> None:
    reporter.perform(line)
    assert reporter.state.room == "armour"


def test_a_lead_that_is_asked_word_for_word_is_chased(reporter: Session) -> None:
    reporter.perform("5")
    assert name_events(reporter, "Who saw the famous table?") == ["JobShown", "PaperShown"]
    assert reporter.state.pinned == "witness"


@pytest.mark.parametrize("line", ["what does attested mean, and staged?", "i don't know the word attested"])
def test_the_words_for_how_far_a_room_is_told_are_explained(reporter: Session, line: str) -> None:
    assert name_events(reporter, line) == ["WordExplained"]


def test_a_name_that_is_not_known_is_told(reporter: Session) -> None:
    assert name_events(reporter, "i dont know this word yonhap") == ["EntityDescribed"]
    # A name that is a word, too, is explained as one where its meaning is asked.
    assert name_events(reporter, "i dont know this word mausoleum") == ["WordExplained"]
    assert name_events(reporter, "what is a mausoleum") == ["WordExplained"]
    assert name_events(reporter, "what is the mausoleum") == ["EntityDescribed"]


def test_a_part_of_a_name_is_enough_for_a_card(tour: World) -> None:
    session = Session(tour)
    session.open()
    for line in ("4", "put jong il on plane"):
        session.perform(line)
    assert "kim-jong-il-father" in session.state.noted
    session.perform("put kim on globe")
    assert "kim-il-sung-grandfather" not in session.state.noted


def test_whose_a_thing_is_does_not_name_it(tour: World) -> None:
    session = Session(tour)
    session.open()
    session.perform("5")
    session.perform("Could I look at his visiting cards?")
    assert "visiting-cards" in session.state.examined


def test_fill_with_a_thing_is_no_step_at_the_desk(tour: World) -> None:
    session = Session(tour)
    session.open()
    session.perform("3")
    assert name_events(session, "fill kettle")[0] in ("Acted", "Replied")
    assert name_events(session, "fill") != ["Acted"]


def test_a_note_is_sent_by_its_number_with_a_reason(tour: World) -> None:
    session = Session(tour)
    session.open()
    for line in ("x timetable card", "2", "put weight", "6", "x desk", "7", "read wire"):
        session.perform(line)
    number = min(session.state.numbers.values()) + 2
    (asked,) = (
        event
        for event in session.perform(f"send {number}, stated by article B; I saw it")
        if isinstance(event, e.LineAsked)
    )
    assert [note.number for note in asked.notes] == [number]
    assert asked.ways


def test_compare_names_no_pair_where_none_waits(reporter: Session) -> None:
    for line in ("compare 4 with 5 as differ", "compare 1 with 2 as surer"):
        reporter.perform(line)
    (listed,) = (event for event in reporter.perform("compare") if isinstance(event, e.NotesListed))
    assert not listed.notes
    assert listed.has_notes


@pytest.mark.parametrize("line", ["forward to 2", "Move forward to 2 Armour carriage", "Type 2", "go on to carriage 2"])
def test_ways_are_typed_as_they_are_printed(reporter: Session, line: str) -> None:
    reporter.perform("1")
    reporter.perform(line)
    assert reporter.state.room == "armour"
    reporter.perform("back to 1")
    assert reporter.state.room == "boarding"


def test_a_tool_left_behind_is_named_with_its_place(reporter: Session) -> None:
    reporter.perform("2")
    (refused,) = (event for event in reporter.perform("put card in slot") if isinstance(event, e.NotWorkedSo))
    assert refused.room is not None
    assert refused.room.id == "pyongyang"


def test_where_a_question_lacks_only_its_comparison_compare_lists_that_pair(reporter: Session) -> None:
    (listed,) = (event for event in reporter.perform("compare") if isinstance(event, e.NotesListed))
    assert {"average-37", "speed-50-kmh"} <= {note.fact.id for note in listed.notes}
    assert "has-reportedly-departed" not in {note.fact.id for note in listed.notes[:-3]}


def test_then_at_the_end_of_a_question_ends_it(reporter: Session) -> None:
    assert "HelpShown" not in name_events(reporter, "how many are known then?")
