"""Questions about notes by number, about what is left, and in other languages."""

import pytest

from game.pack.world import World
from game.tour.answering.foreign import is_foreign
from game.tour.events import NotebookShown, NotesNeeded, QuestionsCounted, TourExplained
from game.tour.session import Session


@pytest.fixture
def reader(tiny: World) -> Session:
    """Somebody with the notes 1 and 2."""
    session = Session(tiny)
    for line in ("f", "x lamp", "x rug"):
        session.perform(line)
    assert len(session.state.numbers) > 1
    return session


@pytest.mark.parametrize(
    ("line", "numbers", "found"),
    [
        ("what is note 1", (1,), 1),
        ("show me note 2", (2,), 1),
        ("note 1", (1,), 1),
        ("what is 1 and 2", (1, 2), 2),
        ("notes 1, 2", (1, 2), 2),
        ("show me note 99", (99,), 0),
    ],
)
def test_a_number_gives_the_note(reader: Session, line: str, numbers: tuple[int, ...], found: int) -> None:
    (shown,) = (event for event in reader.perform(line) if isinstance(event, NotebookShown))
    assert shown.numbers == numbers
    assert sum(len(notes) for _, notes in shown.entries) == found


def test_two_numbers_that_are_no_notes_are_a_question(reader: Session) -> None:
    assert not any(isinstance(event, NotebookShown) for event in reader.perform("what is 98 and 99"))


def test_what_is_left_and_needed_is_counted(reader: Session) -> None:
    (counted,) = reader.perform("how many questions are left?")
    assert isinstance(counted, QuestionsCounted)
    assert counted.left == len(reader.lexicon.items)
    assert isinstance(reader.perform("how many notes do I need?")[0], NotesNeeded)


@pytest.mark.parametrize("line", ["wie schnell ist das?", "¿cuándo es?", "où est la lampe", "qu'est-ce que c'est"])
def test_another_language_gets_one_sentence(reader: Session, line: str) -> None:
    (told,) = reader.perform(line)
    assert isinstance(told, TourExplained)
    assert told.topic == "english"


@pytest.mark.parametrize("line", ["was it green", "who is he", "comment on the lamp", "wer is he", "wie"])
def test_english_is_english(line: str) -> None:
    assert not is_foreign(line)
