"""A paper as its teacher changes it: questions that must be on it, one replaced by another, one order for everybody."""

from pathlib import Path

import pytest

from game.pack.kinds import name_kind
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.code_faults import NoPaperCode
from game.quiz.codes import BadCodeError, _decode_text, decode_paper, encode_paper
from game.quiz.papers import Paper, Selection, find_replacement
from tests.test_cli import carriages


@pytest.fixture
def bank(tour: World) -> Bank:
    return Bank(tour)


def ids(paper: Paper) -> list[str]:
    return [item.id for item in paper.items]


def test_what_must_be_asked_is_asked_and_the_rest_drawn(bank: Bank) -> None:
    wanted = ("cellar-vodka", "salon-comfort-whose")
    for seed in range(10):
        paper = Paper(bank, seed, Selection(items=10, levels=(3,), include=wanted))
        assert len(paper.items) == len(set(ids(paper))) == 10
        assert set(wanted) <= set(ids(paper))
        others = [item for item in paper.items if item.id not in wanted]
        assert all(item.level == 3 for item in others)
    firsts = {ids(Paper(bank, seed, Selection(items=10, include=wanted)))[0] for seed in range(10)}
    assert len(firsts) > 3


def test_as_many_as_must_be_asked_fill_the_paper(bank: Bank) -> None:
    assert ids(Paper(bank, 1, Selection(items=1, include=("cellar-vodka",)))) == ["cellar-vodka"]


def test_no_question_asks_again_for_a_fact_that_must_be_asked(bank: Bank) -> None:
    facts = set(bank.items["cellar-vodka"].facts)
    for seed in range(10):
        paper = Paper(bank, seed, Selection(items=20, include=("cellar-vodka",)))
        assert [item.id for item in paper.items if facts & set(item.facts)] == ["cellar-vodka"]


def test_one_question_is_replaced_and_all_others_stay(bank: Bank) -> None:
    paper = Paper(bank, 7, Selection(items=20))
    for old in ids(paper):
        new = find_replacement(paper, old)
        assert new is not None
        other = paper.replace(old, new)
        assert ids(other) == [new if item_id == old else item_id for item_id in ids(paper)]
        asked = [fact for item in other.items for fact in item.facts if item.id != new]
        assert set(bank.items[new].facts).isdisjoint(asked)
        assert name_kind(bank.items[new]) == name_kind(bank.items[old])


def test_a_replaced_question_that_comes_back_leaves_no_trace(bank: Bank) -> None:
    paper = Paper(bank, 7, Selection(items=20))
    old = ids(paper)[3]
    new, newest = next(item_id for item_id in bank.items if item_id not in ids(paper)), "cellar-vodka"
    assert paper.replace(old, new).replace(new, old).selection == paper.selection
    twice = paper.replace(old, new).replace(new, newest)
    assert twice.selection.swaps == ((old, newest),)


def test_where_every_other_question_asks_the_same_there_is_no_replacement(bank: Bank) -> None:
    assert find_replacement(Paper(bank, 1, Selection(items=255)), ids(Paper(bank, 1, Selection(items=255)))[0]) is None


@pytest.mark.parametrize(
    "selection",
    [
        Selection(items=9, include=("cellar-vodka",)),
        Selection(items=9, include=("cellar-vodka",), without=("salon-comfort-whose",), levels=(2,)),
    ],
)
def test_a_code_names_a_changed_paper_completely(bank: Bank, selection: Selection) -> None:
    paper = Paper(bank, 3, selection)
    changed = paper.replace(ids(paper)[0], find_replacement(paper, ids(paper)[0]) or "")
    for each in (paper, changed):
        again = decode_paper(encode_paper(each), bank)
        assert ids(again) == ids(each)
        assert again.selection == each.selection
    assert encode_paper(paper) != encode_paper(changed)


def test_a_code_without_such_changes_is_what_it_was(bank: Bank) -> None:
    code = encode_paper(Paper(bank, 0, Selection(items=20, without=("cellar-vodka",))))
    assert len(_decode_text(code)) == 6 + 1 + 1 + 2 or len(_decode_text(code)) == 6 + 1 + 1 + 3


def test_half_a_pair_of_exchanged_questions_is_no_code(bank: Bank) -> None:
    from tests.test_codes import make_code

    data = _decode_text(encode_paper(Paper(bank, 0, Selection(items=20, include=("cellar-vodka",)))))
    assert data[-1] == 0
    with pytest.raises(BadCodeError) as bad:
        decode_paper(make_code(data[:-1] + bytes([1, 5])), bank)
    assert isinstance(bad.value.fault, NoPaperCode)


def test_the_command_replaces_includes_and_says_so(tmp_path: Path) -> None:
    first = carriages(
        "paper", "--items", "5", "--with", "cellar-vodka", "-o", str(tmp_path / "one.json"), home=tmp_path
    )
    assert first.returncode == 0
    one = (tmp_path / "one.json").read_text()
    assert "cellar-vodka" in one
    files = (str(tmp_path / "one.json"), "-o", str(tmp_path / "two.json"))
    other = carriages("paper", "--replace", "cellar-vodka", *files, home=tmp_path)
    assert other.returncode == 0
    assert "cellar-vodka is replaced by" in other.stderr
    code = other.stdout.rsplit("paper ", 1)[1].split(",")[0]
    printed = carriages("paper", code, home=tmp_path)
    assert printed.returncode == 0
    assert printed.stdout.count("# Key to") == 1
    assert "`cellar-vodka`" not in printed.stdout


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["--replace", "nothing"], "no question of this paper is called nothing"),
        (["--with", "nothing"], "--with"),
        (["--with", "cellar-vodka", "--without", "cellar-vodka"], "both name cellar-vodka"),
        (["--with", "cellar-vodka", "--with", "salon-comfort-whose", "--items", "1"], "use --items 2 or more"),
        (["--with", "cellar-vodka", "--replace", "cellar-vodka=nothing"], "there is no such thing"),
        (["--with", "cellar-vodka", "--replace", "cellar-vodka=cellar-vodka"], "is on this paper already"),
    ],
)
def test_wishes_that_cannot_be_are_told(typed: list[str], told: str, tmp_path: Path) -> None:
    done = carriages("paper", *typed, home=tmp_path)
    assert done.returncode == 2
    assert told.casefold() in done.stderr.casefold()
    assert "Traceback" not in done.stderr
