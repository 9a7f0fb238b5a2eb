"""What an author met in the first hour with two short articles, and must not meet again."""

from pathlib import Path

import pytest

from game.commandline.main import main
from game.commandline.writing_desk import WritingDesk
from game.content.deciding.claim_asking import read_claim
from game.content.linting import lint_pack
from game.content.load import load
from game.pack.claims.wording import find_hedges, find_polarity
from game.pack.ledger import Fact
from tests.conftest import loaded
from tests.test_deciding import type_lines
from tests.test_drafts import edit

POOL = """\
The baths are open again

The gull lamp hangs in the hall. Nobody knows who made it.

Ida Lomax is believed to have swum daily. The council has not said what it paid.

The filters of the baths failed, a report of the health office says. Canal Street was closed. Canal Street is wet.
"""


@pytest.fixture
def pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A pack drafted from one article."""
    (tmp_path / "pool.txt").write_text(POOL, encoding="utf-8")
    told = ("--date", "2024", "--publisher", "")
    assert main(["new", str(tmp_path / "pack"), str(tmp_path / "pool.txt"), *told]) == 0
    capsys.readouterr()
    return tmp_path / "pack"


@pytest.mark.parametrize(
    ("draft", "claim", "strength"),
    [
        ("a2-nobody", "Nobody knows who made the gull lamp.", "stated"),
        ("a2-nobody", "Who made the gull lamp is not known.", "stated"),
        ("a2-nobody", "It is not clear who made the gull lamp.", "stated"),
        ("a3-ida", "Ida Lomax is believed to have swum daily.", "speculated"),
        ("a3-council", "The council has not said what it paid.", "stated"),
        ("a4-filters", "The filters of the baths failed, according to the health office.", "reported"),
    ],
)
def test_what_is_drafted_so_may_be_claimed_so(pack: Path, draft: str, claim: str, strength: str) -> None:
    desk = WritingDesk(pack)
    # Not by the draft's whole id, which holds the rarest words of its sentence.
    for _ in range(9):
        if f"next draft {draft}" in type_lines(desk):
            break
        desk.type_line("p")
    shown = type_lines(desk, "c", claim)
    for _ in range(4):
        if "Accepted" not in shown:
            assert "✗" not in shown.rpartition("put off")[2], shown
            shown = type_lines(desk, strength if "Strength:" in shown else "")
    assert "Accepted" in shown
    (fact,) = (fact for fact in loaded(pack).facts.values() if not fact.draft)
    assert (fact.claim, fact.strength, len(fact.cites)) == (claim, strength, 1)
    assert lint_pack(pack).remarks == ()


def test_what_leaves_open_denies_nothing_and_what_is_known_for_something_does() -> None:
    assert find_polarity("No one knows who made it.") == "not told"
    assert find_polarity("He is not known for thrift.") == "no"
    assert find_polarity("It has not changed.") == "no"
    assert [hedge.kind for hedge in find_hedges("It is believed to be old.")] == ["doubt"]
    assert find_hedges("He made believe.") == ()


def test_a_street_is_a_place(pack: Path) -> None:
    street = loaded(pack).entities["canal-street"]
    assert (street.kind, street.names) == ("place", ())


def test_about_stays_true_when_no_draft_is_left(pack: Path) -> None:
    (about,) = loaded(pack).tour.about
    assert "draft" not in about.text
    assert "Article A" in about.text


def test_facts_without_a_question_are_counted_while_most_have_none(pack: Path) -> None:
    facts = pack / "facts" / "article-a.yaml"
    number = len(loaded(pack).facts)
    text = facts.read_text(encoding="utf-8").replace("draft: true", "claim: It is so., strength: stated")
    lines = [line for line in text.splitlines() if "- {" in line]
    kept = [line.partition(", todo")[0] + "}" for line in lines]
    made = [line.replace("}", ", cites: [A¶2], kind: attribute}") for line in kept]
    facts.write_text("facts:\n" + "\n".join(made) + "\n", encoding="utf-8")
    asked = [p.message for p in load(pack).problems if "no question asks" in p.message]
    assert asked == [f"no question asks for {number} of {number} facts, the first of them {next(iter(_ids(made)))!r}"]
    room = next(pack.glob("01-*.yaml"))
    ids = list(_ids(made))
    item = "  - {{id: q{0}, kind: true-false, stem: The lamp hangs., key: true, feedback: It hangs., facts: [{1}]}}\n"
    half = -(-number // 2)
    items = "".join(item.format(n, name) for n, name in enumerate(ids[:half]))
    room.write_text(room.read_text(encoding="utf-8") + "items:\n" + items, encoding="utf-8")
    asked = [p.message for p in load(pack).problems if "no question asks" in p.message]
    assert asked == [f"no question asks for {name!r}" for name in ids[half:]]


def _ids(lines: list[str]) -> list[str]:
    return [line.partition("id: ")[2].partition(",")[0] for line in lines]


def test_a_difference_names_a_person_of_either_side(tmp_path: Path) -> None:
    from tests.test_deciding import confirm_all

    for name, text in (("a", "The pumps save 70 percent, Tomas Birk said."), ("b", "The pumps save 50 percent.")):
        (tmp_path / f"{name}.txt").write_text(f"Pumps\n\n{text}\n\nTomas Birk came.\n", encoding="utf-8")
    pack = tmp_path / "pack"
    articles = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert main(["new", str(pack), *articles, "--publisher", "", "--date", "2022"]) == 0
    confirm_all(pack)
    for letter, claim in (("a", "The pumps save 70 percent, Tomas Birk said."), ("b", "The pumps save 50 percent.")):
        path = pack / "facts" / f"article-{letter}.yaml"
        text = path.read_text(encoding="utf-8")
        old = next(line for line in text.splitlines() if "percent" in line and "claim" in line)
        said = "\n  said_by: Tomas Birk" if letter == "a" else ""
        path.write_text(text.replace(old, f"  claim: {claim}{said}" if "- " not in old else f"- claim: {claim}{said}"))
        if said:
            edit(path, "strength: stated", "strength: reported")
    differences = pack / "differences.yaml"
    edit(differences, "draft: true, ", "")
    edit(pack / "entities.yaml", "draft: true, ", "")
    wording = "70 percent, said Tomas Birk; 50 percent in Article B."
    text = differences.read_text(encoding="utf-8")
    differences.write_text(
        text.replace("wording: 70 percent in Article A; 50 percent in Article B.", f'wording: "{wording}"')
    )
    assert wording in differences.read_text(encoding="utf-8")
    assert not [remark for remark in lint_pack(pack).remarks if remark.rule == "T-SUBJ"]


def test_a_claim_may_name_its_paragraphs() -> None:
    draft = Fact(id="x", claim="", draft=True, cites=("A¶7",), strength="stated", kind="event")
    for line, cites in (
        ("It rang. [2]", ("A¶7", "A¶2")),
        ("It rang. [B¶3, 4 A7]", ("A¶7", "B¶3", "A¶4")),
        ("It rang in [sic] 1871.", ("A¶7",)),
        ("It rang [1871 times", ("A¶7",)),
    ):
        fact = read_claim(draft, line)
        assert fact.cites == cites
        assert fact.claim == (line if len(cites) == 1 else "It rang.")
