"""Works in play: machines and sorts, by every way to type them; what they refuse; what is kept and taken back."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.content.load import load
from game.exports.tour_text import render_tour_text
from game.pack.works import Machine, Sort, WorkCondition
from game.pack.world import World
from game.prose.event_lines import render_event
from game.store.state_values import dump, from_plain, parse, to_plain
from game.tour.events import NotesWeighed, WeighedNote
from game.tour.lexicon import Lexicon
from game.tour.parser.completion import find_completions
from game.tour.session import Session
from game.tour.state import CARRIED, State
from game.tour.verbs.deeds import DEED_OF, list_deeds
from game.tour.work_looks import list_free_cards
from game.tour.work_offers import list_offers
from tests.conftest import TINY, loaded
from tests.work_bots import BotTurn, count_dry_turns, finish, play_sensibly, wander

WORKSHOP = Path(__file__).parent / "workshop.yaml"
ROOMS = Path(__file__).parent.parent / "rooms"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    pack = tmp_path_factory.mktemp("workshop") / "pack"
    shutil.copytree(TINY, pack)
    shutil.copy(WORKSHOP, pack / "02-end.yaml")
    found = load(pack)
    assert found.world is not None, found.problems
    return found.world


@pytest.fixture
def session(world: World) -> Session:
    session = Session(world)
    for line in ("take leaflet", "in", "forward"):
        session.perform(line)
    return session


def say(session: Session, line: str) -> str:
    return "\n".join(
        line.text for event in session.perform(line) for line in render_event(event, session.lexicon.world)
    )


PULLS = (
    *("pull lever", "throw the lever", "draw lever", "PULL LEVER, please", "use lever", "flip lever"),
    *("move lever", "flick the old lever"),
)


@pytest.mark.parametrize("line", PULLS)
def test_a_lever_is_pulled_by_every_word_for_it(session: Session, line: str) -> None:
    assert "The arm falls." in say(session, line)
    assert session.state.worked["signal"] == "green"
    assert "lamp-was-stolen" in session.state.noted


def test_an_action_works_in_its_state_only_and_the_refusal_names_what_works(session: Session) -> None:
    # Parts that nobody has read of are not named.
    assert say(session, "push lever") == "That does nothing now. This works here: X TALL SIGNAL."
    say(session, "x signal")
    said = say(session, "push lever")
    assert said == "That does nothing now. This works here: PULL LEVER or CUT WIRE."
    assert "signal" not in session.state.worked
    say(session, "pull lever")
    assert "PUSH LEVER" in say(session, "pull lever")
    assert "The arm rises." in say(session, "push lever")


def test_a_part_is_no_other_part(session: Session) -> None:
    say(session, "x signal")
    assert "PULL LEVER" in say(session, "pull wire")
    assert "signal" not in session.state.worked
    assert "thicker" in say(session, "tear wire")


def test_a_look_says_how_a_work_stands_and_shows_its_facts(session: Session) -> None:
    assert "level" in say(session, "x signal")
    assert "rug-is-old" in session.state.noted
    assert "The rug looks old." in say(session, "x lever")
    say(session, "pull lever")
    assert "down" in say(session, "x signal")


def test_a_word_alone_works_what_alone_answers_it(session: Session) -> None:
    assert "Somebody" not in say(session, "knock")
    say(session, "pull lever")
    assert "Somebody opens" in say(session, "knock")


PUTS = ("put leaflet in slot", "insert the leaflet into the box", "open box", "use leaflet on box", "put leaflet")


@pytest.mark.parametrize("line", PUTS)
def test_a_tool_is_put_in_and_comes_out_again(session: Session, line: str) -> None:
    assert "The lid springs up." in say(session, line)
    assert session.state.moved["leaflet"] == "box"
    assert "leaflet" not in [thing.id for thing in session.scope.carried]
    assert "You now carry the printed leaflet." in say(session, "take leaflet out of the box")
    assert session.state.moved["leaflet"] == CARRIED


def test_without_its_tool_a_work_says_what_it_needs(world: World) -> None:
    session = Session(world)
    say(session, "in")
    say(session, "forward")
    assert say(session, "open box") == "The iron box needs the printed leaflet. You have seen it: Platform."


def test_a_tool_that_lies_here_is_at_hand(session: Session) -> None:
    say(session, "drop leaflet")
    assert "The lid springs up." in say(session, "put leaflet in slot")


def test_what_a_work_holds_is_neither_seen_nor_taken_before_it_is_given(session: Session) -> None:
    assert "coin" not in [thing.id for thing in session.scope.things]
    assert "shut" in say(session, "x coin")
    assert "tin coin" not in say(session, "take coin")
    for line in ("open box", "take leaflet"):
        say(session, line)
    assert "You now carry the tin coin." in say(session, "take coin")
    assert "It is tin." in say(session, "x coin")


HANGS = (
    *("hang green on left wall", "give green card to the left wall", "match green with left"),
    *("put green card on the left wall", "pin the green on left", "hang green left wall"),
)


@pytest.mark.parametrize("line", HANGS)
def test_a_card_hangs_where_it_belongs(session: Session, line: str) -> None:
    say(session, line)
    assert session.state.worked["cards"] == "green"
    assert "lamp-is-green" in session.state.noted


def test_a_card_does_not_hang_elsewhere(session: Session) -> None:
    assert say(session, "hang green on right wall") == "It falls down."
    assert "left wall, right wall" in say(session, "hang green on the ceiling")
    assert "Name one of them: green, blue." in say(session, "hang cards")
    assert "cards" not in session.state.worked


def test_all_cards_hung_tell_the_end_and_can_be_taken_down(session: Session) -> None:
    say(session, "hang green on left wall")
    assert "Both hang." in say(session, "hang blue on right wall")
    assert session.state.worked["cards"] == "green blue"
    assert "in its place already" in say(session, "hang blue on left wall")
    assert "Green: left wall." in say(session, "x cards")
    say(session, "take green down")
    assert session.state.worked["cards"] == "blue"
    assert say(session, "take green") == "Green is not placed yet."


def test_every_line_that_is_offered_does_what_it_says(world: World) -> None:
    for pack in (world, loaded(ROOMS)):
        for room in pack.rooms.values():
            for thing in room.things:
                if isinstance(thing.works, Machine):
                    _try_every_offer(pack, room.id, thing.id, thing.works)


def _try_every_offer(world: World, room: str, thing_id: str, machine: Machine) -> None:
    for state_id in machine.states:
        begun = Session(world, state=_bring_all(world, room, thing_id, state_id))
        (thing,) = (thing for thing in begun.scope.works if thing.id == thing_id)
        for offer in list_offers(begun.scope, thing):
            session = Session(begun.lexicon, state=begun.state)
            session.perform(offer.line)
            told = machine.actions[offer.index]
            assert session.state.worked[thing_id] == (told.to or state_id), (room, thing_id, state_id, offer.line)
            assert set(told.shows) <= set(session.state.noted)


def _bring_all(world: World, room_id: str, thing_id: str, state_id: str) -> State:
    """A state in which the player stands there with every tool of the pack, and the work in that state."""
    start = Session(world).state.enter(world.rooms[room_id])
    tools = {thing.id for room in world.rooms.values() for thing in room.things if thing.portable}
    moved, worked = start.moved, start.worked.insert(thing_id, state_id)
    for tool in sorted(tools):
        moved = moved.insert(tool, CARRIED)
    machine = next(thing.works for thing in world.rooms[room_id].things if thing.id == thing_id)
    assert isinstance(machine, Machine)
    for action in machine.actions:
        if action.gives and state_id in (action.starts or machine.states):
            moved = moved.insert(action.gives, thing_id)
        for other, wanted in action.when.states.items():
            worked = worked.insert(other, wanted)
    noted = tuple(fact for action in machine.actions for fact in action.when.noted)
    return replace(start, moved=moved, worked=worked).note(noted)


def test_undo_takes_back_each_step(session: Session) -> None:
    before = session.state
    for line in ("pull lever", "put leaflet in slot", "take leaflet", "take coin", "hang green on left wall"):
        say(session, line)
    for _ in range(5):
        say(session, "undo")
    assert session.state == before


def test_a_kept_tour_knows_its_works(session: Session, world: World) -> None:
    for line in ("pull lever", "put leaflet in slot", "hang green on left wall"):
        say(session, line)
    assert from_plain(world, to_plain(session.state)) == session.state
    assert parse(world, dump(world, session.state)) == session.state


def test_a_state_that_the_pack_no_longer_has_is_forgotten_and_the_tool_goes_home(
    world: World, session: Session
) -> None:
    say(session, "put leaflet in slot")
    plain = to_plain(session.state)
    plain["worked"] = {"box": "ajar", "cards": "green red"}
    state = from_plain(world, plain)
    assert isinstance(state, State)
    assert dict(state.worked) == {"cards": "green"}
    assert "leaflet" not in state.moved


def test_completion_offers_parts_and_cards(session: Session) -> None:
    assert [found.line for found in find_completions("pull l", session.scope)] == ["pull lever"]
    assert "hang blue" in [found.line for found in find_completions("hang b", session.scope)]


def test_a_pack_without_works_speaks_of_none(tiny: World) -> None:
    assert not tiny.has_works
    session = Session(tiny)
    assert "work" not in say(session, "verbs").casefold().split("pull lever")[1:]
    assert "This works here" not in say(session, "pull bench")


def test_free_cards_are_those_that_do_not_hang(session: Session, world: World) -> None:
    (cards,) = (thing for thing in world.rooms["end"].things if isinstance(thing.works, Sort))
    assert list_free_cards(cards, session.state) == ("green", "blue")
    say(session, "hang blue on right wall")
    assert list_free_cards(cards, session.state) == ("green",)


def test_a_hint_leads_to_what_a_work_shows_and_no_further(session: Session) -> None:
    for line in ("x signal", "x box", "x cards", "x plaque"):
        say(session, line)
    assert "One thing here can be worked" in say(session, "hint")
    assert "the tall signal" in say(session, "hint")
    assert say(session, "hint") == "PULL LEVER."
    say(session, "pull lever")
    say(session, "hint")
    say(session, "hint")
    assert say(session, "hint") == "PUT BLUE ON RIGHT WALL."
    say(session, "put blue on right wall")
    assert "can be worked" not in say(session, "hint")


def test_a_hint_says_where_a_missing_tool_is(world: World, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    text = WORKSHOP.read_text("utf-8").replace(
        'text: "The lid springs up."', 'text: "It opens.", shows: [lamp-is-green]'
    )
    cut = text.replace("shows: [lamp-was-stolen]", "").replace(", shows: [rug-is-old]", "")
    (pack / "02-end.yaml").write_text(cut.replace("at: left, shows: [lamp-is-green]", "at: left"), "utf-8")
    changed = load(pack).world
    assert changed is not None
    session = Session(changed)
    session.state = session.state.enter(changed.rooms["end"]).note(("rug-is-old", "lamp-is-blue"))
    for line in ("x signal", "x box", "x cards", "x plaque", "hint", "hint"):
        say(session, line)
    assert say(session, "hint") == "It needs the printed leaflet. It is in Platform."


def test_source_names_the_facts_of_a_work(session: Session) -> None:
    say(session, "pull lever")
    assert "Some said the lamp had been stolen." in say(session, "source")


def test_pages_and_prints_hold_all_that_works_tell(world: World) -> None:
    text = render_tour_text(world)
    for told in ("The arm falls.", "Some said the lamp had been stolen.", "Two cards lie here", "Both hang."):
        assert told in text


RANDOM_WALKS, RANDOM_TURNS = 120, 600
"""How many tours at random, of how many turns, must leave everything within reach."""


def test_who_follows_hints_finds_all_there_is() -> None:
    assert finish(Session(loaded(ROOMS))) == []


def test_nothing_that_is_done_at_random_puts_anything_out_of_reach(world: World) -> None:
    """Every tool and every state can be reached again, whatever was done before."""
    for pack in (world, loaded(ROOMS)):
        lexicon = Lexicon(pack)
        for seed in range(RANDOM_WALKS // 10):
            session = Session(lexicon, seed)
            wander(session, RANDOM_TURNS, seed)
            assert finish(session) == [], f"{pack.tour.id}, seed {seed}"


@pytest.mark.slow
@pytest.mark.parametrize("half", [0, 1])
def test_no_long_walk_at_random_puts_anything_out_of_reach(half: int) -> None:
    lexicon = Lexicon(loaded(ROOMS))
    for seed in range(half, RANDOM_WALKS, 2):
        session = Session(lexicon, seed)
        wander(session, RANDOM_TURNS, seed)
        assert finish(session) == [], f"seed {seed}"


@pytest.mark.parametrize("line", ["lower the shade", "pull shade down", "shut the blind", "pull down blind again"])
def test_what_lets_a_thing_down_never_lifts_it(session: Session, line: str) -> None:
    assert "comes down" in say(session, line)
    assert "LIFT WINDOW SHADE" in say(session, line)
    assert session.state.worked["shade"] == "down"


@pytest.mark.parametrize("line", ["raise the shade", "lift shade", "pull the shade up", "open blind"])
def test_what_lifts_a_thing_never_lets_it_down(session: Session, line: str) -> None:
    assert "PULL WINDOW SHADE" in say(session, line)
    say(session, "pull shade")
    assert "goes up" in say(session, line)


def test_a_word_means_no_opposite_of_its_deed() -> None:
    for word in DEED_OF:
        for deeds, against in list_deeds(word):
            assert not deeds & against, word
    assert "take" in list_deeds("put")[1][1]
    assert "take" not in list_deeds("lift")[0][1]


def test_a_line_that_could_mean_several_parts_is_asked_back(session: Session) -> None:
    assert say(session, "use signal") == "That could mean several things. This works here: X TALL SIGNAL."
    say(session, "x signal")
    assert say(session, "use signal") == "That could mean several things. This works here: PULL LEVER or CUT WIRE."
    assert "signal" not in session.state.worked


def test_words_around_a_name_do_not_hide_it(session: Session) -> None:
    assert "The arm falls." in say(session, "pull the lever quickly now")
    say(session, "put green on left wall")
    say(session, "take green off the wall")
    assert "green" in say(session, "put green back on the left wall").casefold()
    assert session.state.worked["cards"] == "green"


def test_what_is_put_down_is_dropped_and_not_put_in(session: Session) -> None:
    assert "You leave the printed leaflet here." in say(session, "put down leaflet")
    assert "box" not in session.state.worked


MIN_CHANGING_SHARE, MAX_DRY_TURNS = 0.6, 4
"""Of a sensible bot: the least share of turns that change something, the most turns in a row that discover nothing."""


def test_most_turns_change_something_and_discoveries_follow_each_other() -> None:
    turns = play_sensibly(Session(loaded(ROOMS)))
    share = sum(turn.is_change for turn in turns) / len(turns)
    assert share >= MIN_CHANGING_SHARE, share
    assert count_dry_turns(turns) <= MAX_DRY_TURNS


def test_a_bot_counts_what_changes_and_what_is_found() -> None:
    turns = [BotTurn("a", 1, True), *[BotTurn("b", 0, False)] * 3, BotTurn("c", 2, True), BotTurn("d", 0, True)]
    assert count_dry_turns(turns) == 3
    assert count_dry_turns([]) == 0


def test_every_room_of_ours_has_a_work_some_of_several_steps_some_with_a_tool() -> None:
    works = {room.id: [t.works for t in room.things if t.works is not None] for room in loaded(ROOMS).rooms.values()}
    assert all(works.values()), [room for room, found in works.items() if not found]
    machines = [work for found in works.values() for work in found if isinstance(work, Machine)]
    assert sum(len(machine.states) >= 3 for machine in machines) >= 5
    assert len({action.tool for machine in machines for action in machine.actions if action.tool}) >= 3


def test_two_notes_are_weighed_by_how_sure_their_sources_are(session: Session) -> None:
    """Note 1 is stated, and note 2 speculated; the third is stated, too."""
    session.state = replace(session.state, noted=type(session.state.noted)(), numbers=type(session.state.numbers)())
    session.state = session.state.note(("lamp-is-green", "rug-is-old", "lamp-is-blue"))
    before = session.state
    first, *rest = say(session, "weigh 2 against 1").splitlines()
    assert first == "Note 1 goes down: it is the surer one. Note 2 goes up."
    assert [line.split(".")[0] for line in rest] == ["1", "2"]
    assert "Note 3 goes down" in say(session, "weigh 2 and blue")
    assert "None of your notes fits “17”" in say(session, "weigh 1 against 17")
    assert "cannot lie in both pans" in say(session, "weigh 1 against 1")
    assert replace(session.state, turn=before.turn) == before


def test_a_rumour_weighs_least_and_notes_of_one_strength_hang_level(session: Session, world: World) -> None:
    session.state = session.state.note(("lamp-was-stolen", "lamp-is-blue"))
    numbers = session.state.numbers
    said = say(session, f"weigh {numbers['lamp-was-stolen']} with {numbers['lamp-is-blue']}")
    assert f"Note {numbers['lamp-is-blue']} goes down" in said
    pans = [WeighedNote(number, world.facts[fact], 3) for number, fact in enumerate(("lamp-is-green", "rug-is-old"), 1)]
    level = render_event(NotesWeighed(left=pans[0], right=pans[1]), world)
    assert level[0].text == "Notes 1 and 2 hang level: one is as sure as the other."


def test_an_action_may_wait_for_notes(world: World, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    text = WORKSHOP.read_text("utf-8").replace(
        'text: "It is thicker than it looks."', 'text: "It snaps.", when: {noted: [lamp-is-blue]}'
    )
    (pack / "02-end.yaml").write_text(text, "utf-8")
    changed = load(pack).world
    assert changed is not None
    session = Session(changed)
    session.state = session.state.enter(changed.rooms["end"])
    say(session, "x signal")
    assert say(session, "cut wire") == "That does nothing now. This works here: PULL LEVER."
    session.state = session.state.note(("lamp-is-blue",))
    assert say(session, "cut wire") == "It snaps."


def test_an_action_may_wait_until_a_lead_is_closed() -> None:
    tour = loaded(ROOMS)
    (room, dials) = next((r, t) for r in tour.rooms.values() for t in r.things if t.id == "press-board")
    assert isinstance(dials.works, Machine)
    knock = replace(dials.works.actions[0], when=WorkCondition(closed=("speed",)))
    waiting = replace(dials, works=replace(dials.works, actions=(knock,)))
    rooms = {**tour.rooms, room.id: replace(room, things=(waiting,))}
    session = Session(replace(tour, rooms=rooms))
    session.state = session.state.enter(rooms[room.id])
    assert list_offers(session.scope, waiting) == ()
    session.state = replace(session.state, closed=session.state.closed.insert("speed", "honest"))
    assert [offer.action for offer in list_offers(session.scope, waiting)] == [knock]


def test_a_look_always_says_how_a_work_stands(world: World, tmp_path: Path) -> None:
    """Also where its text states a fact that is new: the note says the fact, and not how the work stands."""
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    text = WORKSHOP.read_text("utf-8").replace(
        '{see: "The shade is up."}', '{see: "The shade is up, and the lamp is green.", tells: [lamp-is-green]}'
    )
    (pack / "02-end.yaml").write_text(text, "utf-8")
    changed = load(pack).world
    assert changed is not None
    session = Session(changed)
    session.state = session.state.enter(changed.rooms["end"])
    assert "The shade is up" in say(session, "x shade")
    assert "lamp-is-green" in session.state.noted


def test_what_is_given_to_nobody_here_is_put_nowhere(session: Session) -> None:
    say(session, "give leaflet to somebody")
    assert "box" not in session.state.worked


def test_a_draft_that_a_work_shows_is_told_and_not_noted(world: World) -> None:
    draft = replace(world.facts["lamp-was-stolen"], draft=True)
    session = Session(replace(world, facts={**world.facts, draft.id: draft}))
    session.state = session.state.enter(world.rooms["end"])
    assert draft.claim in say(session, "pull lever")
    assert draft.id not in session.state.noted
