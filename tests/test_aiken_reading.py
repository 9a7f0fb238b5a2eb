"""Aiken comes in: questions with options A. B. and a line ANSWER."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.exchange import aiken_reading
from game.exchange.importing import make_items
from game.pack.kinds import Choice
from game.pack.world import World
from tests.conftest import TINY
from tests.test_cli import carriages

FILE = Path("quiz.txt")


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        ("So?\nA. one\nB. two\nANSWER: B", "So?", "two"),
        ("So?\nA) one\nB) two\nANSWER: A\n", "So?", "one"),
        ("So?\r\nA. one\r\n\r\nB. two\r\nanswer: b.\r\n", "So?", "two"),
        ("\ufeffOne\nmore\nA. one\nB. two\nANSWER:A", "One\nmore", "one"),
        ("B. Franklin flew what?\nA. a kite\nB. a plane\nANSWER: A", "B. Franklin flew what?", "a kite"),
    ],
)
def test_a_question_is_taken(tiny: World, text: str, stem: str, key: str) -> None:
    drafts, troubles = aiken_reading.read(text, FILE)
    assert troubles == []
    (item,) = make_items(drafts, FILE, tiny, "salon", ("lamp-is-green",)).items
    assert isinstance(item, Choice)
    assert (item.stem, item.key) == (stem, key)


GOOD = "\nSo?\nA. one\nB. two\nANSWER: A"


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("Why?\nA. one\nB. two", 1, 1, "no line ANSWER: follows"),
        ("A. one\nB. two\nANSWER: A", 1, 1, "options without a question"),
        ("Why?\nANSWER: A", 1, 1, "no options A. B."),
        ("Why?\nA. one\nB. two\nANSWER: C", 4, 9, "expected the letter of an option after ANSWER:, found 'C'"),
        ("Why?\nA. one\nB. two\nANSWER: A, B", 4, 9, "found 'A, B'"),
        ("Why?\nA. one\nB. two\nANSWER:", 4, 8, "found ''"),
    ],
)
def test_a_question_that_cannot_be_read_spoils_no_other(text: str, line: int, column: int, says: str) -> None:
    drafts, (trouble,) = aiken_reading.read(text + GOOD, FILE)
    assert len(drafts) == 1
    assert says in trouble.text
    assert (trouble.line, trouble.column) == (line, column)


@given(text=st.text(st.sampled_from("AB.) :\nANSWER:x\r"), max_size=80))
@settings(max_examples=300, deadline=None)
def test_nothing_raises_and_nothing_is_dropped(text: str) -> None:
    drafts, troubles = aiken_reading.read(text, FILE)
    assert bool(drafts or troubles) == bool(text.strip())


def test_a_text_file_may_be_gift_or_aiken(tmp_path: Path) -> None:
    for text, key in (("So?\nA. one\nB. {two}\nANSWER: B\n", "two"), ("ANSWER: so?{=one ~two}", "one")):
        quiz, out = tmp_path / "quiz.txt", tmp_path / f"{key}.yaml"
        quiz.write_text(text, "utf-8")
        wish = ("--pack", str(TINY), "--room", "salon", "--fact", "rug-is-old", "-o", str(out))
        done = carriages("import", str(quiz), *wish, home=tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), key
        assert f"{key}" in out.read_text("utf-8").split("key:")[1].split("\n")[0]
