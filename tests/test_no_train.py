"""The engine knows no train: no reply of another pack and no module of the game speaks of one.

The thirty words stand in train_words.txt. In a reply, a word that the player has typed may be repeated, and the program
may be called by its name. In the modules of the game, the tables below say what is left and why.
"""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

import game
from game.app.game import Game
from game.pack.world import World
from game.prose.event_lines import render_event
from game.tour.session import Session
from game.tour.verbs.acts import SAID, TRIED
from game.tour.verbs.registry import VERBS
from tests.conftest import LIGHTHOUSE
from tests.test_cli import carriages

PACKAGE = Path(game.__file__).parent
WORDS = (Path(__file__).parent / "train_words.txt").read_text(encoding="utf-8").split()
SPOKEN = re.compile(rf"(?<![a-z])(?:{'|'.join(WORDS)})s?(?![a-z])", re.IGNORECASE)

PROGRAM = re.compile(
    r"(?:21|twenty-one)[ -]Carriages|21carriages|``carriages``|\.?carriages(?: [a-z{-]+|[-:]|[._](?=[a-z{]))"
    r"|CARRIAGES_[A-Z_]+",
    re.IGNORECASE,
)
"""The name of the program, of its commands, files, variables and tables."""


FIELD = re.compile(r"\bworld\.carriages\b")
"""How many rooms carry a number: a field, which caches and tests know by this name."""


def find_words(text: str, typed: str = "") -> set[str]:
    """The words of the train in a text, without those that were typed and without the program's name."""
    found = {word.casefold() for word in SPOKEN.findall(FIELD.sub("", PROGRAM.sub("", text)))}
    return {word for word in found if word not in typed.casefold()}


def list_lines(world: World, room_id: str) -> Iterator[str]:
    """Every act bare, at a thing, at a person and at nothing; every verb so; and its help."""
    things = world.rooms[room_id].things
    thing = things[0].name if things else "plaque"
    for words in (*(act.words for act in (*TRIED, *SAID)), *(verb.words for verb in VERBS)):
        yield from words
        yield from (f"{words[0]} {noun}" for noun in (thing, "keeper", "zebra"))
        yield f"help {words[0]}"
    yield from ("", "qqq", "99", "x zebra", "go to zebra", "north", "in", "look left", "keeper, sing", "and why?")
    yield from (
        "who are you",
        "what is my job",
        "how do i win",
        "what time is it",
        "what is a dispatch",
        "is this real",
    )
    yield from (f"what does {word} mean" for word in ("stated", "reported", "photo", "speculated", "staged"))
    yield from (
        "who is my editor",
        "what can i ask",
        "why do the sources differ",
        "what does the plaque say",
        "what is A¶2",
    )
    yield from (
        "who is ivo brandt",
        "how tall is the tower",
        "what is my notebook",
        "who made this game",
        "how sure is it",
    )


def test_there_are_thirty_words_of_the_train() -> None:
    assert len(set(WORDS)) == len(WORDS) == 30
    assert find_words("The trains of KIM") == {"trains", "kim"}
    assert find_words("21 Carriages; carriages replay FILE; a strain, a motorcade") == set()
    assert find_words("“train” means nothing", typed="x train") == set()


@pytest.mark.slow
@pytest.mark.parametrize("room_id", ["landing", "kitchen", "lamp-room", "gallery"])
def test_no_reply_of_the_lighthouse_speaks_of_a_train(room_id: str, lighthouse: World) -> None:
    for line in list_lines(lighthouse, room_id):
        session = Session(lighthouse)
        session.open()
        session.state = session.state.enter(lighthouse.rooms[room_id])
        for event in session.perform(line):
            for told in render_event(event, lighthouse):
                assert not find_words(told.text, line), (line, told.text)


def test_no_line_of_a_whole_walk_through_the_lighthouse_speaks_of_a_train(lighthouse: World) -> None:
    session = Session(lighthouse)
    told = [line for event in session.open(3) for line in render_event(event, lighthouse)]
    stop = "x all|hint|hint|hint|question|hint|hint|hint|list|back|pause|a|question|b".split("|")
    walk = [*stop, "down", *stop, "up", "in", *stop, "up", *stop, "up", *stop, "out", *stop]
    ends = "dispatch|dispatch find|dispatch add 1 2 3 4 5|dispatch file|score|progress|places|exits".split("|")
    more = ["help", "verbs", "about", "credits", "version", "timeline", "differences", "notebook", "undo", "redo", ""]
    for line in (*walk, *ends, *more):
        told += [each for event in session.perform(line) for each in render_event(event, lighthouse)]
    assert session.state.room == "gallery"
    assert not {word for line in told for word in find_words(line.text)}


def test_what_the_game_says_around_a_tour_speaks_of_no_train(lighthouse: World) -> None:
    lines = "in|ticket|honours|routes|save here|restore here|tours|new|yes|practice all".split("|")
    quiz = ("hint", "help", "list", "back", "skip", "a", "leave")
    playing = Game(lighthouse)
    told = list(playing.open())
    for line in (*lines, *quiz, "transcript", "record", "quit"):
        told += playing.perform(line)
    assert not {word for line in told for word in find_words(line.text)}


ABOUT_A_STRIP_OF_A_TRAIN = "one of the kinds of strip and shell that a pack may choose, drawn here"
ENGLISH = "English words by their class, of which sentences are compared; no reply holds them"
FAULTS = "texts that are put into packs on purpose, to see whether they are found"

ALLOWED = {
    "art": ABOUT_A_STRIP_OF_A_TRAIN,
    "tui/widgets/question_strip.py": ABOUT_A_STRIP_OF_A_TRAIN,
    "tui/widgets/strip.py": ABOUT_A_STRIP_OF_A_TRAIN,
    "tui/widgets/quiz_panel.py": ABOUT_A_STRIP_OF_A_TRAIN,
    "tui/screens/title_screen.py": ABOUT_A_STRIP_OF_A_TRAIN,
    "web/tours/title_picture.py": ABOUT_A_STRIP_OF_A_TRAIN,
    "tui/screens/quiz_screen.py": ABOUT_A_STRIP_OF_A_TRAIN,
    "tui/screens/quiz_painter.py": ABOUT_A_STRIP_OF_A_TRAIN,
    "pack/looks.py": ABOUT_A_STRIP_OF_A_TRAIN,
    "pack/world.py": "the strip of the kind train, journeys by train, and what shape of ticket there is",
    "pack/wording.py": "the ticket of the shape railway",
    "exports/ticket_card.py": "the ticket of the shape railway",
    "pack/ways.py": "FORWARD is a usual way, as old packs write it; a reply says it only where a room has it",
    "content/drafting/name_proposals.py": ENGLISH,
    "content/drafting/room_ways.py": "FORWARD joins the rooms of a draft whose names tell no better way",
    "pack/claims": ENGLISH,
    "tour/answering": ENGLISH,
    "content/comparing": ENGLISH,
    "content/mutating": FAULTS,
    "content/claim_rules.py": ENGLISH,
    "commandline": "the help of the command line, whose examples are those of the shipped pack",
    "classroom/xapi.py": "``platform`` is a key of xAPI",
    "web/stores/postgres_schema.py": "the schema of a database has the name of the program",
    "store/ownership.py": "``platform`` is a module of Python",
}
"""Module or package -> why words of the train stand in its texts or comments."""

KEPT_NAMES = {"carriages", "all-carriages"}
"""How many numbered rooms were entered, and the honour for all: names in the files of players, never shown."""


def list_texts(path: Path) -> Iterator[tuple[int, str]]:
    """The strings and comments of a module with their lines; without examples, which are of the shipped pack."""
    for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline):
        if token.type == tokenize.COMMENT or token.type == tokenize.STRING:
            is_example = False
            for place, line in enumerate(token.string.split("\n")):
                # An example goes from its prompt to the next empty line.
                is_example = (is_example and bool(line.strip())) or line.lstrip().startswith(">>>")
                if not is_example and line.strip(" \"'") not in KEPT_NAMES:
                    yield token.start[0] + place, line


def list_modules() -> Iterator[Path]:
    """The modules of the game in which no word of the train may stand."""
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE).as_posix()
        if not any(inside == name or inside.startswith(f"{name}/") for name in ALLOWED):
            yield path


@pytest.mark.parametrize("path", list_modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_of_the_game_speaks_of_a_train(path: Path) -> None:
    found = [(number, text.strip()) for number, text in list_texts(path) if find_words(text)]
    assert not found


def test_every_module_that_may_speak_of_a_train_is_there() -> None:
    assert all((PACKAGE / name).exists() for name in ALLOWED)


@pytest.mark.slow
def test_no_quiz_exam_or_paper_of_the_lighthouse_speaks_of_a_train(tmp_path: Path) -> None:
    pack = ("--pack", str(LIGHTHOUSE))
    typed = "help\nhint\nsource\nlist\nback\ntime\na\na\nb\n1\nhand in\nyes\nyes\n"
    exam = carriages("exam", *pack, "--plain", "--items", "6", "--name", "Gull-01", home=tmp_path, typed=typed)
    quiz = carriages("quiz", *pack, "--items", "6", home=tmp_path, typed="help\nhint\nread\nsource\na\nlist\nleave\n")
    paper = carriages("paper", *pack, "--items", "6", home=tmp_path)
    results = carriages("results", *pack, "--plain", home=tmp_path)
    for done in (exam, quiz, paper, results):
        assert done.returncode == 0, done.stderr
        assert not find_words(done.stdout + done.stderr, str(LIGHTHOUSE))
    assert "Question 1 of 6" in exam.stdout
