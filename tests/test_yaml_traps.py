"""Slips in YAML, told in an author's words at the line of the slip."""

import shutil
from pathlib import Path

import pytest

from game.content.load import load
from tests.conftest import TINY

GOOD = "id: end\nname: End\nstanding: staged\n"
ENDING = "\npassages:\n  - {text: The end., staged: true}\n"

SLIPS = [
    ("alt: The end.\n\texits: {}", 5, "begins with a tab"),
    ('alt: "The end.', 4, "the quote that opens here is not closed"),
    ("alt: 'The end.", 4, "the quote that opens here is not closed"),
    ("alt: The end: of it.", 4, '": " in it must stand in quotes'),
    ("alt: The end.\nreplies:\n  - text: Staged: neither", 6, '": " in it must stand in quotes'),
    ('alt: "The "end" of it."', 4, 'write \\" inside'),
    ("alt: 'The end's end.'", 4, "write '' inside"),
    ('plaque: {text: "The "end" of it.", staged: true}', 4, 'write \\" inside'),
    ("alt: %The end.", 4, "begins with % must stand in quotes"),
    ("alt: *The end.", 4, "begins with * must stand in quotes"),
    ("alt: @The end.", 4, "begins with @ must stand in quotes"),
    ("alt: The end.\nexits: {back: salon", 5, "the bracket that opens here is not closed"),
    ("alt: The end.\n   exits: {back: salon}", 5, "does not fit the one before"),
    ("alt: The end.\nnames:\n  - The end: of it", 6, '": " in it must stand in quotes'),
    ("plaque: {text: The end, of it all, staged: true}", 4, "'of it all' stands alone; put the whole text in double"),
    ("alt: The end #1 of two.", 4, "put the whole text in quotes"),
]


@pytest.mark.parametrize(("lines", "number", "message"), SLIPS, ids=[lines for lines, _, _ in SLIPS])
def test_a_slip_is_told_at_its_line(tmp_path: Path, lines: str, number: int, message: str) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    (pack / "02-end.yaml").write_text(GOOD + lines + ENDING, encoding="utf-8")
    here = [problem for problem in load(pack).problems if problem.path.endswith("02-end.yaml")]
    assert any(message in problem.message and problem.line == number for problem in here), here


@pytest.mark.parametrize(
    "lines",
    [
        'alt: "The end: of it."',
        'alt: "The \\"end\\" of it."',
        "alt: 'The end''s end.'",
        "alt: The end:of it.",
        "alt: It’s 10:30.",
        "alt: A # remark",
    ],
)
def test_what_is_no_slip_is_not_blamed(tmp_path: Path, lines: str) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    plaque = '\nplaque: {text: "Staged: ours.", staged: true}'
    (pack / "02-end.yaml").write_text(GOOD + lines + plaque + ENDING, encoding="utf-8")
    assert not [problem for problem in load(pack).problems if problem.is_fatal]


@pytest.mark.parametrize(
    ("name", "message"),
    [("03-more.yml", "call it 03-more.yaml"), ("rooms/03-more.yaml", "a pack has files in its own folder")],
)
def test_a_file_that_is_not_read_is_told(tmp_path: Path, name: str, message: str) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    (pack / name).parent.mkdir(exist_ok=True)
    (pack / name).write_text(GOOD, encoding="utf-8")
    (problem,) = (problem for problem in load(pack).problems if problem.is_fatal)
    assert message in problem.message
