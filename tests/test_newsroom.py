"""The newsroom in play: wires at halts, what comes of a line, corrections, clippings; and packs without any."""

import pytest
from msgspec.structs import replace
from rpds import HashTrieMap

from game.content.load import load
from game.core.names import words as split
from game.core.paths import shipped
from game.pack.world import World
from game.prose.event_lines import render_event
from game.prose.newsroom_lines import AT_ONCE, LATER
from game.store.state_values import dump, parse
from game.tour import events as e
from game.tour.dispatch import PRINTS, Print
from game.tour.session import Session
from game.tour.state import State, begin_tour
from game.tour.wires import TRUST_BY_ANSWER, WIRE_ANSWERS, SentWire, WireAnswer, change_trust, judge_wire
from tests.conftest import TINY


def load_tour() -> World:
    world = load(shipped("rooms")).world
    assert world is not None
    return world


TOUR = load_tour()
ORDER = list(TOUR.rooms.values())


def of(strength: str, *, is_rumour: bool = False) -> str:
    """A fact of that strength that is some news and that no dispute is about."""
    assert TOUR.newsroom is not None
    values = TOUR.newsroom.map_news()
    return next(
        fact.id
        for fact in TOUR.facts.values()
        if fact.strength == strength
        and fact.rumour == is_rumour
        and not TOUR.differing.get(fact.id)
        and values.get(fact.id, 1)
    )


def number(session: Session, fact_id: str) -> int:
    return session.state.numbers[fact_id]


def at_halt(*fact_ids: str, trust: int = 1, halt: str = "lounge") -> Session:
    """A session that has just entered the room of the first wire, or of another one."""
    state = begin_tour(TOUR, 1)
    at = next(room for room in ORDER if room.id == halt)
    for room in ORDER[1 : ORDER.index(at)]:
        state = state.enter(room)
    session = Session(TOUR, state=replace(state.note(fact_ids), trust=trust, asking=""))
    session.perform("forward")
    assert session.state.room == halt
    return session


def walk_on(session: Session, rooms: int) -> list[e.Event]:
    """All events of walking on so many rooms."""
    return [event for _ in range(rooms) for event in (*session.perform("forward"), *session.perform("skip"))]


def only(events: tuple[e.Event, ...] | list[e.Event], kind: type[e.BaseEvent]) -> list[e.Event]:
    return [event for event in events if isinstance(event, kind)]


def test_the_shipped_tour_has_a_newsroom_and_the_tiny_one_has_none() -> None:
    assert TOUR.newsroom is not None
    assert [wire.at for wire in TOUR.newsroom.wires] == ["lounge", "smoking"]
    tiny = load(TINY).world
    assert tiny is not None
    assert tiny.newsroom is None


def test_every_news_value_is_found_and_the_rest_is_usual() -> None:
    assert TOUR.newsroom is not None
    values = TOUR.newsroom.map_news()
    assert (values["speed-50-kmh"], values["burgundy"], values["yellow-line"]) == (3, 2, 0)
    assert set(values) < set(TOUR.facts)


def test_a_pack_without_a_newsroom_speaks_of_none(tiny: World) -> None:
    session = Session(tiny)
    for line in ("send 1", "send 1 plainly", "clippings"):
        assert not only(session.perform(line), e.NoWireWaits)
        (event,) = session.perform(line)
        assert isinstance(event, e.NotUnderstood)
    (event,) = session.perform("correct")
    assert isinstance(event, e.Acted)
    for line in ("help", "verbs", "help send"):
        text = " ".join(each.text for event in session.perform(line) for each in render_event(event, tiny))
        assert "SEND" not in text
        assert "CLIPPING" not in text


def test_a_wire_arrives_once_on_entering_its_room() -> None:
    session = at_halt()
    assert session.state.wires["first-edition"] == SentWire("waiting")
    session.perform("back")
    assert not only(session.perform("forward"), e.WireArrived)
    assert session.state.wires["first-edition"] == SentWire("waiting"), "it waits until the next new carriage"


def test_a_wire_left_alone_goes_without_a_line() -> None:
    session = at_halt()
    assert [event.answer for event in walk_on(session, 1) if isinstance(event, e.WireAnswered)] == ["silence"]
    assert session.state.trust == 1
    (refused,) = session.perform("send 1 plainly")
    assert isinstance(refused, e.NoWireWaits)
    assert refused.next_room is not None
    assert refused.next_room.id == "smoking"


ANSWERS: list[tuple[str, bool, Print, WireAnswer]] = [
    ("stated", False, "plain", "stands"),
    ("stated", False, "attributed", "stands"),
    ("stated", False, "hedged", "needless-hedge"),
    ("stated", False, "picture", "no-picture"),
    ("reported", False, "plain", "no-name"),
    ("reported", False, "attributed", "stands"),
    ("speculated", False, "attributed", "no-hedge"),
    ("speculated", False, "hedged", "stands"),
    ("photo", False, "plain", "picture-untold"),
    ("photo", False, "picture", "stands"),
    ("reported", True, "plain", "rumour"),
    ("reported", True, "attributed", "rumour"),
    ("reported", True, "hedged", "stands"),
]


@pytest.mark.parametrize(("strength", "is_rumour", "way", "answer"), ANSWERS)
def test_a_line_is_answered_by_how_sure_its_source_is(
    strength: str, is_rumour: bool, way: Print, answer: WireAnswer
) -> None:
    fact_id = of(strength, is_rumour=is_rumour)
    session = at_halt(fact_id)
    (event,) = session.perform(f"send {number(session, fact_id)} {way}")
    assert isinstance(event, e.WireAnswered)
    assert (event.answer, event.trust) == (answer, 1 + TRUST_BY_ANSWER[answer])
    assert session.state.wires["first-edition"] == SentWire("sent", answer, fact_id, way, 7)


def test_every_answer_has_its_words_and_its_trust() -> None:
    assert set(AT_ONCE) == set(LATER) == set(TRUST_BY_ANSWER) == set(WIRE_ANSWERS)
    assert {answer for *_, answer in ANSWERS} | {"one-side", "silence", "no-news"} == set(WIRE_ANSWERS)


def test_what_stands_is_shown_as_it_is_printed() -> None:
    fact = TOUR.facts["kcna-confirmed-visit"]
    sent = e.WireAnswered(answer="stands", trust=1, trust_before=1, fact=fact, printed="attributed")
    (told,) = render_event(sent, TOUR)
    assert told.text == f"Good. It goes in so: “{fact.claim.rstrip('.')}” (KCNA, in article B)."
    asked = [answer for answer, said in AT_ONCE.items() if said.endswith("?")]
    assert asked == [], "nothing that the editor says of a line waits for an answer"


def test_one_side_of_a_dispute_is_asked_about_until_the_dispute_is_found() -> None:
    fact = TOUR.facts["average-37"]
    assert judge_wire(TOUR, fact, "plain", is_compared=False) == "one-side"
    assert judge_wire(TOUR, fact, "plain", is_compared=True) == "stands"
    assert judge_wire(TOUR, fact, "picture", is_compared=False) == "no-picture", "one fault a line"


def test_a_line_that_is_true_and_no_news_brings_no_trust() -> None:
    session = at_halt("yellow-line")
    (event,) = session.perform(f"send {number(session, 'yellow-line')} plain")
    assert isinstance(event, e.WireAnswered)
    assert (event.answer, event.trust) == ("no-news", 1)
    assert judge_wire(TOUR, TOUR.facts["yellow-line"], "hedged", is_compared=False) == "needless-hedge"


@pytest.mark.parametrize(("before", "way", "after"), [(3, "attributed", 3), (2, "attributed", 3), (0, "plain", 0)])
def test_trust_stays_between_none_and_three(before: int, way: str, after: int) -> None:
    fact_id = of("reported")
    session = at_halt(fact_id, trust=before)
    session.perform(f"send {number(session, fact_id)} {way}")
    assert session.state.trust == after
    assert (change_trust(3, 1), change_trust(0, -1)) == (3, 0)


def test_what_is_left_out_is_asked_for_and_a_note_keeps_its_number() -> None:
    fact_id = of("reported")
    session = at_halt(fact_id)
    (asked,) = session.perform("send")
    assert isinstance(asked, e.LineAsked)
    assert [note.number for note in asked.notes] == [session.state.numbers[note.fact.id] for note in asked.notes]
    (ways,) = session.perform(str(number(session, fact_id)))
    assert isinstance(ways, e.LineAsked)
    assert ways.ways == PRINTS
    (event,) = session.perform("2")
    assert isinstance(event, e.WireAnswered)
    assert (event.printed, event.answer) == ("attributed", "stands")


def test_a_number_that_no_offered_note_has_is_refused_and_the_choice_goes_on() -> None:
    session = at_halt(of("reported"))
    session.perform("send")
    for typed in ("0", "99", "9" * 400):
        (refused,) = session.perform(typed)
        assert isinstance(refused, e.NoSuchChoice)
    assert isinstance(session.perform("1")[0], e.LineAsked)


def test_an_empty_notebook_has_nothing_to_send() -> None:
    session = at_halt()
    session.state = replace(session.state, noted=HashTrieMap(), numbers=HashTrieMap(), recent=())
    (asked,) = session.perform("send")
    assert isinstance(asked, e.LineAsked)
    assert "empty" in render_event(asked, TOUR)[0].text


def test_a_note_is_sent_by_its_words_and_by_every_name_of_a_way() -> None:
    fact_id = of("reported")
    words = " ".join(split(TOUR.facts[fact_id].claim)[-3:])
    for way in ("with the name", "attributed", "named"):
        session = at_halt(fact_id)
        *_, event = session.perform(f"send {words} {way}")
        assert isinstance(event, e.WireAnswered)
        assert event.fact == TOUR.facts[fact_id]
    (refused,) = at_halt().perform("send seventy dragons")
    assert isinstance(refused, e.NoSuchNote)


def test_what_comes_of_a_line_is_told_two_rooms_later_once() -> None:
    fact_id = of("reported")
    for halt, rooms in (("smoking", 2), ("lounge", 3)):
        session = at_halt(fact_id, halt=halt)
        session.perform(f"send {number(session, fact_id)} plain")
        # Two rooms after the lounge a clipping lies by the door, and an arrival brings one piece of post.
        assert not only(walk_on(session, rooms - 1), e.WireReturned)
        assert len(only(walk_on(session, 1), e.WireReturned)) == 1
        assert not only(walk_on(session, 3), e.WireReturned)


def test_a_mistake_is_corrected_once_and_brings_the_trust_back() -> None:
    fact_id = of("reported")
    session = at_halt(fact_id)
    (nothing,) = session.perform("correct")
    assert isinstance(nothing, e.NothingToPrint)
    session.perform(f"send {number(session, fact_id)} plain")
    assert session.state.trust == 0
    (event,) = session.perform("correct")
    assert isinstance(event, e.CorrectionPrinted)
    assert session.state.trust == 1
    *_, again = session.perform("correct it")
    assert isinstance(again, e.NothingToPrint)
    assert not only(walk_on(session, 3), e.WireReturned), "a corrected line has no reader who asks"


def test_the_other_side_is_added_once_it_is_noted() -> None:
    session = at_halt("average-37")
    assert "speed-50-kmh" not in session.state.noted
    session.perform(f"send {number(session, 'average-37')} plain")
    assert session.state.trust == 1
    (refused,) = session.perform("correct")
    assert isinstance(refused, e.OtherSideNotNoted)
    session.state = session.state.note(("speed-50-kmh",))
    (event,) = session.perform("correct")
    assert isinstance(event, e.CorrectionPrinted)
    assert event.other == TOUR.facts["speed-50-kmh"]
    assert session.state.trust == 2


def test_undo_takes_back_a_line_and_a_wire() -> None:
    fact_id = of("reported")
    session = at_halt(fact_id)
    session.perform(f"send {number(session, fact_id)} attributed")
    assert session.state.trust == 2
    session.perform("undo")
    assert (session.state.trust, session.state.wires["first-edition"].stage) == (1, "waiting")
    session.perform("undo")
    assert "first-edition" not in session.state.wires


def test_a_clipping_is_caught_by_a_note_that_it_breaks() -> None:
    session = at_halt("average-37", "yellow-line")
    (none,) = session.perform("clippings")
    assert isinstance(none, e.NoClipping)
    found = only(walk_on(session, 2), e.ClippingFound)
    assert len(found) == 1
    told = " ".join(line.text for line in render_event(found[0], TOUR))
    assert "INVENTED" in told
    (beside,) = session.perform(f"compare clipping with {number(session, 'yellow-line')}")
    assert isinstance(beside, e.NoteBesidesClipping)
    (event,) = session.perform("compare clipping with 37 mph")
    assert isinstance(event, e.ClippingCaught)
    assert session.state.trust == 2
    (over,) = session.perform("compare clipping with 37 mph")
    assert isinstance(over, e.NoClipping)
    assert over.is_caught


def test_a_save_holds_wires_trust_and_clippings() -> None:
    wires = begin_tour(TOUR).wires.insert("first-edition", SentWire("sent", "no-name", "yellow-line", "plain", 7))
    state: State = replace(begin_tour(TOUR), wires=wires, trust=3)
    state = replace(state, caught=state.caught.insert("fast", 4))
    assert parse(TOUR, dump(TOUR, state)) == state
    bare = replace(TOUR, newsroom=None)
    assert parse(bare, dump(bare, state)) == replace(begin_tour(TOUR), trust=3)


def test_the_job_tells_the_room_the_trust_and_the_next_wire() -> None:
    session = Session(TOUR)
    (shown,) = only(session.perform("job"), e.PaperShown)
    assert isinstance(shown, e.PaperShown)
    assert (shown.trust, shown.is_waiting, shown.next_room) == (1, False, TOUR.rooms["lounge"])
    text = render_event(shown, TOUR)[0].text
    assert "at least 5 lines, and room for 6" in text
    assert "7 Pink-leather lounge" in text
    halted = at_halt()
    (waiting,) = only(halted.perform("job"), e.PaperShown)
    assert isinstance(waiting, e.PaperShown)
    assert (waiting.is_waiting, waiting.next_room) == (True, TOUR.rooms["smoking"])


def test_a_jump_brings_the_wire_of_the_room_and_ends_the_wait_for_the_one_before() -> None:
    session = at_halt()
    events = session.perform("go to 14")
    assert [event.answer for event in events if isinstance(event, e.WireAnswered)] == ["silence"]
    assert [event.wire.id for event in events if isinstance(event, e.WireArrived)] == ["second-edition"]


@pytest.mark.parametrize("line", ["trust", "what is my trust", "wires", "next wire"])
def test_wires_and_trust_are_explained(line: str) -> None:
    *_, shown = Session(TOUR).perform(line)
    assert isinstance(shown, e.PaperShown)
    text = " ".join(each.text for each in render_event(shown, TOUR))
    for part in ("The Evening Gauge", "The Flyer", "invented", "SEND", "Trust 1 of 3"):
        assert part in text


@pytest.mark.parametrize("line", ["send", "read wire", "open the wire"])
def test_a_wire_says_that_it_has_come_and_is_read_on_request(line: str) -> None:
    session = at_halt("yellow-line")
    (arrived,) = only(Session(TOUR).perform("go to 7"), e.WireArrived)
    (told,) = render_event(arrived, TOUR)
    assert "READ WIRE" in told.text
    (asked,) = session.perform(line)
    assert isinstance(asked, e.LineAsked)
    lines = [each.text for each in render_event(asked, TOUR)]
    assert TOUR.newsroom is not None
    assert TOUR.newsroom.wires[0].asks in lines[0]
    assert any("yellow line" in each for each in lines[1:])


def test_how_to_catch_is_said_once() -> None:
    session = at_halt()
    events = walk_on(session, 13)
    clippings = [event for event in events if isinstance(event, e.ClippingFound)]
    assert [event.is_first for event in clippings] == [True, False, False]
    told = [" ".join(line.text for line in render_event(event, TOUR)) for event in clippings]
    assert ["READ CLIPPING" in text for text in told] == [True, False, False]
    assert "COMPARE CLIPPING" in " ".join(
        line.text for event in session.perform("read clipping") for line in render_event(event, TOUR)
    )
    assert all("INVENTED" in text for text in told)


def test_what_goes_to_print_is_never_guessed() -> None:
    session = at_halt("average-37", "slow-because-bulletproof")
    (asked,) = only(session.perform("send 37 mph with the name of who says so"), e.LineAsked)
    assert isinstance(asked, e.LineAsked)
    assert {note.fact.id for note in asked.notes} == {"average-37", "slow-because-bulletproof"}
    assert not session.state.draft
    (sent,) = only(session.perform(str(number(session, "average-37"))), e.WireAnswered)
    assert isinstance(sent, e.WireAnswered)
    assert sent.fact is not None
    assert (sent.fact.id, sent.printed) == ("average-37", "attributed")


def test_a_note_that_catches_no_clipping_is_told_where_one_is_made() -> None:
    session = at_halt("average-37", "carriages-21")
    session.state = replace(session.state, visited=session.state.visited.insert("study", 1))
    (refused,) = only(session.perform("compare clipping with 21 carriages"), e.NoteBesidesClipping)
    assert isinstance(refused, e.NoteBesidesClipping)
    assert refused.room is not None
    assert refused.room.name in render_event(refused, TOUR)[0].text
    assert only(session.perform("compare clipping with 37 mph"), e.ClippingCaught)
