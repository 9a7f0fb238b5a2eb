import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.characters import find_unsafe
from game.core.names import Names, key
from game.core.paths import MAX_STEM_BYTES, file_stem, is_reserved


def lamps() -> Names[str]:
    return Names(
        [("green", ("green lamp", "lamp")), ("oil", ("oil lamp", "lamp")), ("rug", ("rug under the lamp", "rug"))]
    )


def test_an_exact_name_wins_over_a_part_of_one() -> None:
    assert lamps().find("rug") == ("rug",)
    assert lamps().find("the green lamps") == ("green",)


def test_a_name_of_several_things_finds_them_all() -> None:
    assert lamps().find("lamp") == ("green", "oil")


def test_words_of_a_name_are_enough_when_they_fit_one_thing() -> None:
    assert lamps().find("oil") == ("oil",)
    assert lamps().find("under lamp") == ("rug",)


def test_the_head_of_a_name_is_meant_before_its_other_words() -> None:
    names = Names([("desk", ("desk lamp",)), ("lamp", ("lamp desk",))])
    assert names.find("desk") == ("lamp",)


def test_what_has_no_words_finds_nothing() -> None:
    assert lamps().find("") == ()
    assert lamps().find("!?") == ()
    assert lamps().exact("lamp of oil") == ()


def test_articles_case_hyphens_and_quotes_do_not_matter() -> None:
    assert key("The Elder’s IL-62") == key("elder's il 62") == ("elder", "il", "62")


def test_a_lone_article_is_a_word() -> None:
    assert key("a") == ("a",)


def test_a_word_is_known_in_singular_and_plural() -> None:
    assert lamps().has_word("lamps")
    assert not lamps().has_word("candle")


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Before the dining car!", "before-the-dining-car"),
        ("Stoker-07", "stoker-07"),
        ("김정은", "김정은"),
        ("Zoe\N{COMBINING ACUTE ACCENT}", "zoé"),
        ("nul", "nul_"),
        ("COM1.txt", "com1-txt"),
        ("lpt9...", "lpt9_"),
        ("com¹", "com¹_"),
        ("x" * 5_000, "x" * 60),
        ("𠀀" * 100, "𠀀" * 45),
        (" . ", ""),
    ],
)
def test_a_name_as_a_file_is_safe_on_every_system(name: str, stem: str) -> None:
    assert file_stem(name) == stem


@given(st.text(max_size=300))
def test_no_name_makes_a_file_that_some_system_refuses(name: str) -> None:
    stem = file_stem(name)
    assert len(stem.encode()) <= MAX_STEM_BYTES + 1
    assert not set(stem) & set('<>:"/\\|?*. ')
    assert not is_reserved(f"{stem}.json")
    assert find_unsafe(stem) is None
    assert file_stem(stem) == stem
