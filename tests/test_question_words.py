"""What a question is made of: stems, what is counted, which kind of answer is wanted, about whom, in which article."""

import pytest

from game.core.names import words
from game.pack.world import World
from game.tour.answering.fact_frame import COUNT_REACH
from game.tour.answering.fact_frames import FactFrames
from game.tour.answering.question import read_question
from game.tour.answering.word_forms import content_stems, stem


@pytest.fixture(scope="module")
def frames(tour: World) -> FactFrames:
    return FactFrames(tour)


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("going", "going"),  # five letters keep their ING
        ("riding", "rid"),
        ("travelling", "travel"),
        ("seeing", "se"),
        ("used", "used"),  # four keep their ED
        ("moved", "mov"),
        ("added", "add"),  # a doubled letter of three stays
        ("stopped", "stop"),
        ("missed", "miss"),
        ("early", "earli"),  # five keep their LY
        ("slowly", "slow"),
        ("massive", "massiv"),  # seven keep their IVE
        ("secretive", "secret"),
        ("metre", "metr"),  # five keep their RE
        ("centre", "center"),
        ("timbre", "timber"),
        ("square", "squar"),
        ("fly", "fli"),
        ("by", "by"),
        ("colour", "color"),
        ("organised", "organiz"),
        ("men", "man"),
        ("writers", "writ"),
        ("carriages", "carriag"),
    ],
)
def test_a_word_is_cut_by_its_ending_and_its_length(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_words_without_meaning_and_single_letters_count_for_nothing() -> None:
    assert content_stems(words("The lamp, x, 7 lamps and 21 doors of it")) == ("lamp", "7", "21", "door")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("who built it", "person"),
        ("with whom did he go", "person"),
        ("which reporter said so", "person"),
        ("where is it", "place"),
        ("to where does it go", "place"),
        ("in which city did they meet", "place"),
        ("when did he die", "date"),
        ("since when does he rule", "date"),
        ("in what year did he die", "date"),
        ("which day was it", "date"),
        ("how fast is it", "number"),
        ("how many carriages are there", "count"),
        ("how many of the carriages are green", "count"),
        ("what is the number of the flight", "number"),
        ("why is it slow", "reason"),
        ("what are the reasons for that", "reason"),
        ("which newspaper said so", "house"),
        ("what south paper said so", "house"),
        ("is it green", "yes or no"),
        ("didn't he go", "yes or no"),
        ("what is it", "anything"),
        ("how is it", "anything"),
        ("the train goes how fast", "number"),
        ("he went where", "place"),
        ("what he did and where", "anything"),
        ("please tell me when he died", "date"),
        ("can you tell me who built it", "person"),
    ],
)
def test_a_question_wants_one_kind_of_answer(line: str, wanted: str, frames: FactFrames) -> None:
    assert read_question(line, frames).wanted == wanted


@pytest.mark.parametrize(
    ("line", "sources"),
    [
        ("how fast is it in article A", {"A"}),
        ("does source b say so", {"B"}),
        ("do article a and article b say so", {"A", "B"}),
        ("how fast is it in article C", set()),
        ("how fast is it in the article", set()),
        ("what is article A", set()),  # about the article itself
    ],
)
def test_an_article_is_named_by_its_letter(line: str, sources: set[str], frames: FactFrames) -> None:
    assert read_question(line, frames).sources == sources


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("did kim go to moscow", ["kim-jong-un", "moscow"]),
        ("did kim jong il and his sister meet", ["kim-jong-il", "kim-yo-jong"]),
        ("is he afraid", ["kim-jong-un"]),
        ("is it slow", ["train"]),
        ("how long does it take", []),  # this IT stands for nothing
        ("who is his wife", ["kim-jong-un"]),  # what is asked for is no name
        ("is his wife here", ["kim-jong-un", "ri-sol-ju"]),
        ("which article says so", []),
        ("did kim jong nam go", []),
    ],
)
def test_names_and_pronouns_are_meant_in_the_order_typed(line: str, named: list[str], frames: FactFrames) -> None:
    assert list(read_question(line, frames).entities) == named


def test_a_name_like_one_that_is_known_is_a_strangers(frames: FactFrames) -> None:
    assert read_question("who is kim jong nam", frames).has_stranger
    assert not read_question("who is kim jong un", frames).has_stranger


@pytest.mark.parametrize(
    ("line", "is_short", "is_described"),
    [
        ("what is the speed", True, True),
        ("what is the average speed", False, True),
        ("who was putin", True, True),
        ("kim putin", True, True),
        ("kim putin trump", True, False),
        ("when was it here", True, False),
    ],
)
def test_a_short_question_only_asks_what_something_is(
    line: str, frames: FactFrames, *, is_short: bool, is_described: bool
) -> None:
    asked = read_question(line, frames)
    assert (asked.is_short, asked.is_described) == (is_short, is_described)


def test_years_and_what_is_counted_are_read(frames: FactFrames) -> None:
    asked = read_question("how many different trips were there in 2018 and 2019 and 1750", frames)
    assert (sorted(asked.years), asked.counted) == (["2018", "2019"], "trip")
    assert read_question("how much is it", frames).counted == ""


def test_figures_count_the_three_words_after_them(frames: FactFrames) -> None:
    assert COUNT_REACH == 3
    counted = frames.frames["carriages-21"].counted
    assert "carriag" in counted
    assert frames.frames["age-39"].has_number
    assert not frames.frames["famine-years"].has_number
