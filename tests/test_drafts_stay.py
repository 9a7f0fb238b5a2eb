"""Drafts stay with their author: no command writes them, no notebook keeps them, no answer tells them."""

import shutil
from pathlib import Path

import pytest

from game.app.game import Game
from game.commandline.main import main
from game.content.load import load
from game.store.saves import Saves
from tests.conftest import TINY, loaded
from tests.test_drafts import add_fact, edit, show

BELL = (
    "{id: bell-weight, draft: true, claim: The brass bell weighs 90 kilograms., cites: [A¶2], strength: stated, "
    "kind: quantity, terms: [90 kilograms]}"
)
WORDS = "90 kilograms"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The tiny pack, with a draft that its first room shows."""
    folder = tmp_path / "pack"
    shutil.copytree(TINY, folder)
    add_fact(folder, BELL)
    show(folder, "{facts: [bell-weight, lamp-is-green]}")
    return folder


def confirm(pack: Path) -> None:
    edit(pack / "facts" / "all.yaml", "{id: bell-weight, draft: true, ", "{id: bell-weight, ")


def make_draft_again(pack: Path) -> None:
    edit(pack / "facts" / "all.yaml", "{id: bell-weight, ", "{id: bell-weight, draft: true, ")


def play(pack: Path, home: Path, *lines: str) -> list[str]:
    """What the game shows at its start, and what it replies to each line."""
    game = Game(loaded(pack), Saves(home))
    try:
        replies = [game.open(), *(game.perform(typed) for typed in lines)]
    finally:
        game.close()
    return [" ".join(line.text for line in reply) for reply in replies]


@pytest.mark.parametrize(
    "arguments", [("print",), ("print", "--markdown"), ("export", "site", "-o", "out")], ids=" ".join
)
def test_no_command_writes_a_tour_with_drafts(
    pack: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--pack", str(pack), *arguments]) == 2
    out, told = capsys.readouterr()
    assert "1 draft waits" in told
    assert out == ""
    assert not (tmp_path / "out").exists()
    confirm(pack)
    assert main(["--pack", str(pack), *arguments]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("paper", "--items", "3", "-o", "out.html"),
        ("paper", "--items", "3", "-o", "out.md"),
        ("export", "gift", "-o", "out.gift"),
        ("export", "moodle-xml", "-o", "out.xml"),
        ("export", "csv", "-o", "out.csv"),
    ],
    ids=" ".join,
)
def test_questions_leave_without_the_drafts_beside_them(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--pack", str(pack), *arguments]) == 0
    assert not any(WORDS in path.read_text(encoding="utf-8") for path in tmp_path.glob("out.*"))


def test_a_draft_is_shown_and_not_noted(pack: Path, tmp_path: Path) -> None:
    opened, notebook = play(pack, tmp_path, "notebook")
    assert f"DRAFT: The brass bell weighs {WORDS}." in opened
    assert "The lamp is green." in notebook
    assert WORDS not in notebook


def test_a_thing_shows_its_drafts_beside_what_it_lets_one_note(pack: Path, tmp_path: Path) -> None:
    edit(
        pack / "01-salon.yaml", "things:\n", "things:\n  - {id: bell, name: bell, passages: [{facts: [bell-weight]}]}\n"
    )
    for times in range(2):
        reply = play(pack, tmp_path / str(times), *["forward", *["x bell"] * (times + 1)])[-1]
        assert reply.startswith(f"DRAFT: The brass bell weighs {WORDS}.")
        assert "more to note" not in reply


def test_a_question_is_not_answered_by_a_draft(pack: Path, tmp_path: Path) -> None:
    asked = "how much does the brass bell weigh"
    assert WORDS not in play(pack, tmp_path / "draft", asked)[1]
    confirm(pack)
    assert WORDS in play(pack, tmp_path / "confirmed", asked)[1]


def test_what_becomes_a_draft_again_leaves_the_notebook(pack: Path, tmp_path: Path) -> None:
    confirm(pack)
    assert all(WORDS in reply for reply in play(pack, tmp_path, "notebook"))
    make_draft_again(pack)
    game = Game(loaded(pack), Saves(tmp_path))
    try:
        game.open()
        assert "bell-weight" not in game.state.noted
        assert "bell-weight" not in game.state.recent
        assert "lamp-is-green" in game.state.noted
    finally:
        game.close()


def test_a_draft_is_no_wrong_proof_of_a_question(pack: Path) -> None:
    question = (
        "  - {id: salon-proof, kind: two-tier, stem: Which colour has the lamp?, key: green, "
        "distractors: [{text: blue, because: B says so.}, {text: red, because: Nobody says so.}], "
        "reasons: [{fact: bell-weight, because: It weighs.}, {fact: rug-is-old, because: A rug.}], "
        "feedback: A says green., facts: [lamp-is-green], level: 3}\n"
    )
    room = pack / "01-salon.yaml"
    room.write_text(room.read_text(encoding="utf-8") + question, encoding="utf-8")
    (problem,) = load(pack).problems
    assert "'bell-weight' is a draft; confirm it first" in problem.message
    assert problem.key.endswith("reasons.0.fact")


def test_an_imported_question_rests_on_no_draft(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = tmp_path / "questions.csv"
    questions.write_text(
        "room,kind,stem,option1,right1,option2,right2,option3,right3,feedback,facts\n"
        "salon,choice,How much does it weigh?,90 kilograms,1,12 kilograms,0,3 kilograms,0,It weighs 90.,bell-weight\n",
        encoding="utf-8",
    )
    main(["import", str(questions), "--pack", str(pack)])
    assert "'bell-weight' is a draft" in "".join(capsys.readouterr())
