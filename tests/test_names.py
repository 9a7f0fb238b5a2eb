from game.core.names import Names, key


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
