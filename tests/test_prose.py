import unicodedata
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.core.characters import strip_controls
from game.pack.world import World
from game.prose.event_lines import render_event
from game.prose.lines import format_cite, format_tags
from game.tour import events as e
from game.tour.session import Session
from tests.chases import COLOUR


@given(st.text())
def test_plain_text_holds_nothing_a_terminal_acts_on(text: str) -> None:
    assert not [
        c for c in strip_controls(text) if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    ]


def test_plain_text_keeps_quotes_dashes_and_letters_of_all_scripts() -> None:
    assert strip_controls("“Kim’s” – 김 ¶33 ≠") == "“Kim’s” – 김 ¶33 ≠"


def test_every_event_has_words_except_what_only_a_front_end_can_do(tiny: World) -> None:
    silent = set(get_args(e.WishEvent))
    told: set[object] = set()
    session = Session(tiny)
    lines = (
        *(
            "go to end",
            "undo",
            "take bench",
            "take leaflet",
            "i",
            "drop leaflet",
            "exits",
            "places",
            "f",
            "x lamp",
            "wug",
            "who is jane roe",
            "what is a hedge",
            "how many questions are left",
            "how many notes do i need",
            "source",
            "quiz",
            "skip",
        ),
        *(
            "quiz",
            "green",
            "notebook",
            "timeline",
            "wait",
            "x lmap",
            "differences",
            "score",
            "help",
            "help take",
            "about",
            "undo",
            "redo",
            "",
            "x dragon. wave",
            "x door",
            "x table",
            "f",
        ),
        *(
            "what is the lamp like",
            "why zzz",
            "when did jane roe dance",
            "which lamp was stolen",
            "what is staged",
            "where am i",
            "verbs",
            "describe picture",
            "credits",
            "version",
            "progress",
            "routes",
        ),
        *("hint", "tutorial off", "units metric", "* so much for that", "restart", "no", "b, sit on bench"),
        *("compare", "x leaflet", "f", "f", "b", "x rug", "f", "b", "f", "b", "f"),
        *("compare green with blue", "1", "compare green with blue", "compare green with rug"),
        *("x leafbet", "push leaflet", "leap", "take plaque"),
    )
    events = [*session.open(lessons=3), *(event for line in lines for event in session.perform(line))]
    for event in events:
        # What a text has told is not said again, and a text that is noted now is told by its notes.
        is_told = isinstance(event, e.FactsNoted) and event.is_told
        is_told = is_told or (isinstance(event, e.ThingExamined) and not event.passages)
        assert render_event(event, tiny) or is_told, event
        told.add(type(event))
    elsewhere = {e.MoreToNote, e.NotTold, e.DispatchFiled, e.FactsOffered, e.DispatchShown, e.Challenged}
    elsewhere |= {*get_args(e.NewsroomEvent), e.DeskShown, e.NotesOffered, e.WayAsked, e.HeadlinesOffered}
    elsewhere |= {e.DeskChanged, e.ReportFilled, e.ReportRead}
    elsewhere |= {e.TipGiven, *get_args(e.WorkEvent), *get_args(e.LeadEvent), *get_args(e.GuidedEvent)}
    elsewhere |= set(get_args(e.ChoiceEvent))
    assert told - set(get_args(e.Refusal)) == set(get_args(e.Event)) - silent - set(get_args(e.Refusal)) - elsewhere


def test_every_refusal_has_a_sentence_of_its_own(tiny: World) -> None:
    room, thing = tiny.rooms["salon"], tiny.rooms["salon"].things[0]
    chasing = Session(replace(tiny, leads={"colour": COLOUR}))
    (not_ready,) = chasing.perform("close")
    assert isinstance(not_ready, e.LeadNotReady)
    refusals: tuple[e.Refusal, ...] = (
        e.NoExit(direction="up", exits=()),
        e.AlreadyThere(room=room),
        e.NoWayThere(room=room, exits=()),
        e.UnknownPlace(name="attic"),
        e.PlaceNotHere(room=room),
        e.NowhereMeant(word="there"),
        e.NothingToExamine(),
        e.NothingToTake(),
        e.NotPortable(thing=thing),
        e.AlreadyCarried(thing=thing),
        e.NotCarried(thing=thing),
        e.NotAThing(noun=room),
        e.NotExaminedYet(thing=thing),
        e.NothingReadYet(),
        e.NoQuestionsHere(),
        e.AllAnswered(),
        e.NoQuestionWaits(),
        e.NotAnOption(options=("red", "green")),
        e.UnreadableResponse(instruction="order"),
        e.QuizCommandRefused(command="list"),
        e.NoDeskHere(desk_room=room),
        e.DispatchFormUnknown(),
        e.DispatchFull(limit=8),
        e.DispatchLengthWrong(lines=9),
        e.HeadlineTooLong(longest=40, length=46),
        e.HeadlineUntold(headline=e.UntoldHeadline(lead=COLOUR, numbers=(1,))),
        e.OwnHeadlinesOff(),
        e.ReportUnfiled(lines=2),
        e.NothingFiled(desk_room=room),
        e.NoSuchFact(number="99"),
        e.NoSuchLine(number="9"),
        e.NotebookFormUnknown(),
        e.NoWireWaits(next_room=room),
        e.NoSuchNote(typed="seventy dragons"),
        e.NothingToPrint(),
        e.OtherSideNotNoted(fact=tiny.facts["lamp-is-green"]),
        e.NoClipping(is_caught=False),
        e.NoteBesidesClipping(fact=tiny.facts["lamp-is-green"]),
        e.NotWorkedSo(thing=thing, offers=("pull lever", "cut wire")),
        e.CardWithoutPlace(card="red", places=("left", "right")),
        e.CardMoveless(card="red", place=""),
        e.CardUnnamed(thing=thing, free=("red",), places=("left", "right")),
        e.NoSuchLead(typed="9"),
        e.NoLeadOpen(),
        not_ready,
        e.AlreadyClosed(lead=COLOUR),
        e.SameNote(number=4),
        e.NoteMissing(),
        e.NoteUnclear(typed="lamp", notes=(e.Note(2, tiny.facts["lamp-is-green"]),)),
        e.NothingToRedo(),
        e.NothingToUndo(),
        e.NothingToRepeat(),
        e.NothingToCorrect(),
        e.NoSuchChoice(typed="4", choices=("1. lamp", "2. door")),
        e.NoSuchChoice(typed="4", choices=(f"13. {'A long note. ' * 9}", f"0. {'Another. ' * 9}")),
        e.NounMissing(verb="take"),
        e.UnknownTopic(topic="Jan Roe", near=("Jane Roe",)),
    )
    sentences = {line.text for refusal in refusals for line in render_event(refusal, tiny)}
    assert {type(refusal) for refusal in refusals} == set(get_args(e.Refusal))
    assert len(sentences) == len(refusals)


def test_a_wrong_number_lists_long_choices_by_their_numbers(tiny: World) -> None:
    short, long = (
        render_event(e.NoSuchChoice(typed="4", choices=(f"13. {note}", f"0. {note}")), tiny)[0].text
        for note in ("n" * 76, "n" * 77)
    )
    assert short == f"There is no 4 to choose. 13. {'n' * 76} or 0. {'n' * 76}?"
    assert long == "There is no 4 to choose. Type 13 or 0."


def test_a_cite_names_article_date_house_paragraph_strength_and_speaker(tiny: World) -> None:
    assert format_cite(tiny.facts["lamp-is-green"], tiny) == "Article A, 2 January 2023, par. 1. Stated."
    assert format_cite(tiny.facts["lamp-is-blue"], tiny) == "Article B, 3 January 2023, par. 1. Reported: a porter."


def test_equal_tags_are_told_once(tiny: World) -> None:
    facts = (tiny.facts["lamp-is-green"], tiny.facts["lamp-is-green"], tiny.facts["lamp-is-blue"])
    assert format_tags(facts) == "A¶1 stated, B¶1 reported"


def test_a_staged_passage_is_said_to_be_staged(tiny: World) -> None:
    session = Session(tiny)
    session.perform("x bench")
    (event,) = session.perform("source")
    assert "staged" in render_event(event, tiny)[0].text


def test_what_was_typed_is_never_echoed_raw(tiny: World) -> None:
    for line in ("x \x1b[31mdragon\x1b[0m", "\u202efly", "go to " + "y" * 400):
        for event in Session(tiny).perform(line):
            for told in render_event(event, tiny):
                assert "\x1b" not in told.text
                assert "\u202e" not in told.text
                assert len(told.text) < 400
