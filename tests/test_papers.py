"""Papers and their codes: the same everywhere, and a slip in a code never draws another paper."""

import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.pack.kinds import KINDS
from game.pack.world import World
from game.prose.paper_errors import describe_code_fault
from game.quiz.bank import Bank
from game.quiz.codes import ALPHABET, BadCodeError, decode_paper, encode_paper
from game.quiz.papers import Paper, Selection, select_entries
from tests.conftest import TINY, loaded
from tests.items import ONE_OF_EACH

OTHER_PYTHONS = [
    path
    for version in ("3.12", "3.13", "3.14")
    for path in sorted(Path.home().glob(f".pyenv/versions/{version}*/bin/python"))
]


@pytest.fixture(scope="session")
def bank(tour: World) -> Bank:
    """The bank we ship."""
    return Bank(tour)


KINDS_WHEN_GOLDEN = 10
"""A kind added since would change what is drawn from, and with it papers whose codes are printed."""


def fixed() -> Bank:
    """A bank that no edit of our pack changes: 10 kinds of item, 12 times over, in three rooms."""
    from msgspec.structs import replace

    world = loaded(TINY)
    rooms = {}
    for place, (room_id, room) in enumerate(world.rooms.items()):
        items = tuple(
            replace(item, id=f"{item.id}-{place}-{number}", level=1 + number % 3)
            for number in range(4)
            for item in ONE_OF_EACH[:KINDS_WHEN_GOLDEN]
        )
        rooms[room_id] = replace(room, items=items)
    return Bank(replace(world, rooms=rooms))


GOLDEN = {
    0: ("statement-0-3", "short-1-2", "choice-1-0", "statement-0-2", "statement-1-1", "source-0-1"),
    7: ("choice-2-1", "choice-0-1", "choice-1-2", "source-0-2", "statement-0-3", "match-1-0"),
    2023: ("statement-2-3", "order-2-0", "sure-0-0", "source-2-2", "proof-1-3", "agreement-2-2"),
}
"""Seed -> the first items it draws. These never change: a code must reprint its paper years later."""


@pytest.mark.parametrize("seed", GOLDEN)
def test_golden_papers(seed: int) -> None:
    drawn = tuple(item.id for item in Paper(fixed(), seed, Selection(items=6)).items)
    assert drawn == GOLDEN[seed]


def test_the_same_seed_draws_the_same_in_a_fresh_process(bank: Bank) -> None:
    program = (
        "from game.content.load import load; from game.quiz.bank import Bank; from game.core.paths import shipped;"
        "from game.quiz.papers import Paper, Selection; from game.quiz.codes import encode_paper;"
        "paper = Paper(Bank(load(shipped('rooms')).world), 7, Selection());"
        "print(encode_paper(paper), *(s.item.id + '/'.join(s.options) for s in paper.shown('Stoker-07')), sep='|')"
    )
    paper = Paper(bank, 7, Selection())
    expected = "|".join((encode_paper(paper), *(s.item.id + "/".join(s.options) for s in paper.shown("Stoker-07"))))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.strip() == expected


@pytest.mark.skipif(not OTHER_PYTHONS, reason="no other Python is on this machine")
@pytest.mark.parametrize("python", OTHER_PYTHONS, ids=lambda path: path.parents[1].name)
def test_the_order_of_a_shuffle_is_the_same_on_another_python(python: Path) -> None:
    """The shuffle needs no package of ours, so a bare interpreter can be asked."""
    program = (
        "from random import Random\n"
        "random, mixed = Random('7:choice'), list('abcdefgh')\n"
        "for last in range(len(mixed) - 1, 0, -1):\n"
        "    other = int(random.random() * (last + 1))\n"
        "    mixed[last], mixed[other] = mixed[other], mixed[last]\n"
        "print(''.join(mixed))"
    )
    from game.pack.kinds.mixing import shuffle

    done = subprocess.run([python, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "".join(shuffle(tuple("abcdefgh"), "7:choice"))


def test_no_question_of_a_paper_answers_another_and_all_of_the_train_is_asked(bank: Bank) -> None:
    for seed in range(30):
        paper = Paper(bank, seed, Selection(items=20))
        facts = Counter(fact_id for item in paper.items for fact_id in item.facts)
        assert max(facts.values()) == 1
        rooms = Counter(bank.entries[item.id].room.id for item in paper.items)
        assert max(rooms.values()) == 1


def test_a_selection_lets_pass_what_it_says(bank: Bank) -> None:
    chosen = Selection(items=30, levels=(2, 3), kinds=("choice", "number"), only=("food", "planes"))
    entries = select_entries(bank, chosen)
    assert len(entries) > 10
    for entry in entries:
        assert entry.item.level in (2, 3)
        assert entry.kind in ("choice", "number")
        assert entry.tags & {"food", "planes"}
    without = tuple(entry.item.id for entry in entries[:3])
    assert {e.item.id for e in entries} - {
        e.item.id
        for e in select_entries(
            bank, Selection(levels=(2, 3), kinds=("choice", "number"), only=chosen.only, without=without)
        )
    } == set(without)


def test_more_than_there_is_gives_all_there_is(bank: Bank) -> None:
    paper = Paper(bank, 1, Selection(items=255, only=("salon",)))
    assert sorted(item.id for item in paper.items) == sorted(i.id for i in bank.world.rooms["salon"].items)


def test_candidates_see_other_orders_of_the_same_items(bank: Bank) -> None:
    paper = Paper(bank, 5, Selection(items=20, kinds=("choice",)))
    one, two = paper.shown("Stoker-01"), paper.shown("Stoker-02")
    assert [shown.item.id for shown in one] == [shown.item.id for shown in two]
    assert sum(a.options != b.options for a, b in zip(one, two, strict=True)) > 10
    plain = Paper(bank, 5, Selection(items=20, kinds=("choice",)), is_shuffled=False)
    assert plain.shown("x") == plain.shown("y")
    places = Counter(shown.options.index(shown.item.key) for shown in plain.shown("x"))  # type: ignore[union-attr] # all are choices
    assert max(places.values()) < 12
    assert len(places) >= 3


def test_version_b_has_the_same_items_in_another_order(bank: Bank) -> None:
    paper = Paper(bank, 5, Selection())
    a, b = (tuple(shown.item.id for shown in paper.version(name)) for name in "AB")
    assert a != b
    assert sorted(a) == sorted(b)


def test_version_a_is_the_paper_itself_and_topics_are_in_order(bank: Bank) -> None:
    paper = Paper(bank, 5, Selection())
    assert len(paper.items) == 20
    assert paper.version("A") == paper.shown()
    assert paper.version("B") != paper.version("C")
    assert list(paper.blueprint) == sorted(paper.blueprint)
    assert sum(number for levels in paper.blueprint.values() for number in levels.values()) == 20


def test_a_room_has_no_more_than_its_share_while_others_have_something_to_ask(bank: Bank) -> None:
    for seed in range(10):
        paper = Paper(bank, seed, Selection(items=40))
        rooms = Counter(bank.entries[item.id].room.id for item in paper.items)
        share = -(-40 // len({entry.room.id for entry in bank.entries.values()}))
        assert share == 2 == max(rooms.values())
        assert min(Counter(rooms.values()).keys()) >= 1


SELECTIONS = st.builds(
    Selection,
    items=st.integers(1, 255),
    levels=st.sets(st.integers(1, 3)).map(sorted).map(tuple),
    kinds=st.sets(st.sampled_from(list(KINDS))).map(lambda kinds: tuple(k for k in KINDS if k in kinds)),
    only=st.sets(st.sampled_from(["salon", "recall", "platform"])).map(sorted).map(tuple),
    without=st.sets(st.sampled_from(["choice-0-0", "short-2-3", "order-1-1"])).map(sorted).map(tuple),
)
BANK = fixed()


@given(seed=st.integers(0, 2**32 - 1), selection=SELECTIONS, is_shuffled=st.booleans())
@settings(deadline=None)
def test_a_code_names_its_paper(seed: int, selection: Selection, is_shuffled: bool) -> None:
    code = encode_paper(Paper(BANK, seed, selection, is_shuffled=is_shuffled))
    again = decode_paper(f" {code.lower().replace('-', ' ')}", BANK)
    assert (again.seed, again.selection, again.is_shuffled) == (seed, selection, is_shuffled)


@given(place=st.integers(0, 11), letter=st.sampled_from(ALPHABET))
def test_a_slip_in_a_code_is_found(place: int, letter: str) -> None:
    code = encode_paper(Paper(BANK, 7, Selection()))
    letters = list(code.replace("-", ""))
    if letters[place] != letter:
        letters[place] = letter
        with pytest.raises(BadCodeError):
            decode_paper("".join(letters), BANK)


@given(st.text(max_size=30))
def test_no_text_but_a_code_is_one(text: str) -> None:
    with suppress(BadCodeError):
        assert len(decode_paper(text, BANK).items) <= 255


def test_a_code_of_another_bank_says_so(bank: Bank) -> None:
    with pytest.raises(BadCodeError) as bad:
        decode_paper(encode_paper(Paper(bank, 7, Selection())), BANK)
    assert "another bank" in describe_code_fault(bad.value.fault)


def test_a_digest_changes_with_what_a_candidate_is_shown(tmp_path: Path) -> None:
    import shutil

    shutil.copytree(TINY, tmp_path / "pack")
    room = tmp_path / "pack" / "01-salon.yaml"
    before = Bank(loaded(tmp_path / "pack"))
    room.write_text(room.read_text(encoding="utf-8").replace("text: red", "text: grey"), encoding="utf-8")
    after = Bank(loaded(tmp_path / "pack"))
    assert before.digest != after.digest
    assert before.digest_of(before.items["salon-rug"]) == after.digest_of(after.items["salon-rug"])
    assert before.digest_of(before.items["salon-colour"]) != after.digest_of(after.items["salon-colour"])


def test_the_shipped_bank_is_large_and_even(bank: Bank) -> None:
    kinds = Counter(entry.kind for entry in bank.entries.values())
    assert len(bank.items) >= 220
    assert set(kinds) == set(KINDS)
    asked = {fact_id for item in bank.items.values() for fact_id in item.facts}
    assert {f.id for f in bank.world.facts.values() if not f.rumour} <= asked
    about_sources = [e.item for e in bank.entries.values() if e.kind in ("which-source", "agreement")]
    for difference in bank.world.differences.values():
        sides = {fact_id for side in difference.sides for fact_id in side.facts}
        assert any(sides & set(item.facts) for item in about_sources), difference.id


def test_from_nothing_nothing_is_drawn() -> None:
    assert Paper(BANK, 7, Selection(only=("no-such-tag",))).items == ()
    assert Paper(BANK, 7, Selection(items=0)).items == ()
    one = Paper(BANK, 7, Selection(items=30, only=("salon",)))
    assert len(one.items) == 30  # a single room has no share to keep to
