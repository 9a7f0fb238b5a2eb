"""Leads: what a pack declares, what a tour keeps of it."""

from msgspec.structs import replace
from rpds import HashTrieMap

from game.pack.leads import Lead, Overreach, Slot, index_leads
from game.pack.ledger import Judgement
from game.pack.world import World
from game.store.state_values import dump, parse, to_plain
from game.tour.state import State, begin_tour

LAMP = Lead(
    id="lamp",
    asks="Which colour has the lamp?",
    opens=("lamp-is-blue",),
    slots=(
        Slot(name="what A says", facts=("lamp-is-green",), at="salon", hint="Look at the lamp."),
        Slot(name="anything else", facts=("rug-is-old", "lamp-was-stolen"), at="salon", hint="Look at the rug."),
    ),
    honest="Green, says article A.",
    overreaches=(Overreach(says="It is blue.", because="A says green.", facts=("lamp-is-green",)),),
    headline="A green lamp",
)


def test_a_lead_opens_by_any_of_its_facts_and_is_full_when_each_slot_has_one() -> None:
    assert not LAMP.is_open({"lamp-is-green"})
    assert LAMP.is_open({"lamp-is-blue"})
    assert not LAMP.is_full({"lamp-is-green", "lamp-is-blue"})
    assert LAMP.is_full({"lamp-is-green", "lamp-was-stolen"})


def test_a_lead_is_found_by_each_fact_that_opens_or_fills_it() -> None:
    found = index_leads({"lamp": LAMP})
    assert set(found) == {"lamp-is-blue", "lamp-is-green", "rug-is-old", "lamp-was-stolen"}
    assert set(found.values()) == {(LAMP,)}


def test_a_save_keeps_what_became_of_leads_the_pack_still_has(tiny: World) -> None:
    with_lead = replace(tiny, leads={"lamp": LAMP})
    chosen = HashTrieMap({"lamp": "It is blue.", "gone": "Nobody knows."})
    judged: dict[str, Judgement] = {"colour": "differ", "gone": "none"}
    state = replace(begin_tour(tiny), compared=HashTrieMap(judged), closed=chosen, overreached=chosen, pinned="lamp")
    kept = parse(with_lead, dump(with_lead, state))
    assert isinstance(kept, State)
    assert dict(kept.closed) == dict(kept.overreached) == {"lamp": "It is blue."}
    assert kept.pinned == "lamp"
    assert dict(kept.compared) == {"colour": "differ"}
    kept = parse(tiny, dump(tiny, state))
    assert isinstance(kept, State)
    assert (dict(kept.closed), dict(kept.overreached), kept.pinned) == ({}, {}, "")


def test_each_field_of_a_state_is_in_its_save(tiny: World) -> None:
    assert set(to_plain(begin_tour(tiny))) == set(State.__struct_fields__)


def test_a_pack_without_leads_has_none(tiny: World) -> None:
    assert tiny.leads == {}
