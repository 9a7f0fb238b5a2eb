"""A pack against its articles, with two articles made up for the tiny pack."""

import shutil
from pathlib import Path

import pytest
import yaml

from game.commandline import main
from game.content.coverage import count_coverage, render_coverage
from game.content.load import load
from game.content.scan import render_source_map
from game.pack.world import World
from tests.conftest import TINY

FIRST = (
    "The famous lamp of the salon is green and always was, people say\n\nThe rug looks old; the lamp was stolen once.\n"
)
SECOND = "A porter told this paper that the lamp is blue.\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The tiny pack with the source maps of two real files, which lie in ``articles`` beside it."""
    folder = tmp_path / "pack"
    shutil.copytree(TINY, folder)
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "000.txt").write_text(FIRST)
    (articles / "001.txt").write_text(SECOND)
    first = yaml.safe_load(render_source_map(FIRST, "A"))["sources"][0]
    second = yaml.safe_load(render_source_map(SECOND, "B"))["sources"][0]
    for source in (first, second):
        source["date"] = "2023-01-02"
    (folder / "sources.yaml").write_text(yaml.safe_dump({"sources": [first, second]}, sort_keys=False))
    return folder


def told(pack: Path) -> list[str]:
    return [str(problem) for problem in load(pack, pack.parent / "articles").problems]


def test_a_pack_that_agrees_with_its_articles_has_no_problem(pack: Path) -> None:
    assert told(pack) == []


def test_a_term_that_its_paragraph_does_not_hold_is_blamed(pack: Path) -> None:
    facts = pack / "facts" / "all.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("terms: [green]", "terms: [green, golden]"))
    (problem,) = told(pack)
    assert "all.yaml:8:20: facts.0.terms.1: 'golden' stands in none of A¶1" in problem


def test_quotes_case_and_spaces_of_a_term_do_not_matter(pack: Path) -> None:
    told_now = "A porter’s  word: “BLUE”.\n"
    (pack.parent / "articles" / "001.txt").write_text(told_now)
    sources = yaml.safe_load((pack / "sources.yaml").read_text(encoding="utf-8"))
    sources["sources"][1]["paragraphs"] = yaml.safe_load(render_source_map(told_now, "B"))["sources"][0]["paragraphs"]
    (pack / "sources.yaml").write_text(yaml.safe_dump(sources, sort_keys=False))
    facts = pack / "facts" / "all.yaml"
    facts.write_text(
        facts.read_text(encoding="utf-8").replace(
            "said_by: a porter", 'said_by: a porter\n    terms: ["porter\'s word", \'"blue"\']'
        )
    )
    assert told(pack) == []


def test_a_map_of_sentences_that_is_not_what_a_scan_writes_is_told(pack: Path) -> None:
    sources = pack / "sources.yaml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("- told\n", "- reportedly\n"))
    (problem,) = told(pack)
    assert "the map of the sentences of paragraph 1 of B is not what carriages sources scan writes" in problem


def test_eight_copied_words_are_found_wherever_they_stand(pack: Path) -> None:
    room = pack / "02-end.yaml"
    room.write_text(
        room.read_text(encoding="utf-8").replace(
            "The end of the line.", "Famous lamp of the salon is green, and always!"
        )
    )
    (problem,) = told(pack)
    assert (
        "02-end.yaml:8:12: passages.0.text: copied from an article: “famous lamp of the salon is green and" in problem
    )


def test_copied_words_are_found_in_short_forms_too(pack: Path) -> None:
    with (pack / "02-end.yaml").open("a", encoding="utf-8") as room:
        room.write("things:\n  - famous lamp of the salon is green and always:\n      passages: ~ Ours.\n")
        room.write("  - chair: |\n      ~ Ours.\n\n      ~ A lamp of the salon is green and always was, they say.\n")
    found = [problem.partition(": copied")[0].rpartition("/")[2] for problem in told(pack) if "copied" in problem]
    assert found == [
        "02-end.yaml:10:5: things.0.famous lamp of the salon is green and always",
        "02-end.yaml:12:12: things.1.chair",
    ]


def test_seven_copied_words_are_not(pack: Path) -> None:
    room = pack / "02-end.yaml"
    room.write_text(room.read_text(encoding="utf-8").replace("The end of the line.", "The lamp of the salon is green."))
    assert told(pack) == []


def test_a_paragraph_that_has_changed_is_named(pack: Path) -> None:
    (pack.parent / "articles" / "000.txt").write_text(FIRST.replace("stolen once", "stolen twice"))
    (problem,) = told(pack)
    assert "sources.0.paragraphs.1.hash: paragraph 2 of A is not the one scanned" in problem


def test_an_article_that_is_another_one_is_told(pack: Path) -> None:
    (pack.parent / "articles" / "000.txt").write_text("Quite another text.\n")
    problems = told(pack)
    assert any("no article in the folder is the one that was scanned as A" in problem for problem in problems)


def test_an_article_that_has_grown_is_told(pack: Path) -> None:
    (pack.parent / "articles" / "000.txt").write_text(FIRST + "\nA new end.\n")
    (problem,) = told(pack)
    assert "the article has 3 paragraphs, the map of A 2" in problem


@pytest.mark.parametrize("make", [lambda folder: folder.mkdir(), lambda _: None])
def test_a_folder_without_articles_is_told(pack: Path, make: object) -> None:
    folder = pack.parent / "empty"
    make(folder)  # type: ignore[operator]
    problems = load(pack, folder).problems
    assert any("expected articles as *.txt" in str(problem) for problem in problems)


def test_every_paragraph_is_counted_with_what_rests_on_it(tiny: World) -> None:
    rows = count_coverage(tiny)
    assert [(row.source.id, row.number, row.facts, row.questions) for row in rows] == [
        ("A", 1, 1, 1),
        ("A", 2, 2, 1),
        ("B", 1, 1, 1),
    ]
    assert all(row.is_accounted_for for row in rows)
    text = "\n".join(render_coverage(rows))
    assert "Article A, 2023-01-02: 2 of 2 paragraphs accounted for (100 %)" in text
    assert "##" in text


def test_a_paragraph_nothing_rests_on_is_a_warning_unless_there_is_a_reason(pack: Path) -> None:
    sources = pack / "sources.yaml"
    longer = FIRST + "\nAn advertisement.\n"
    (pack.parent / "articles" / "000.txt").write_text(longer)
    data = yaml.safe_load(sources.read_text(encoding="utf-8"))
    data["sources"][0]["paragraphs"] = yaml.safe_load(render_source_map(longer, "A"))["sources"][0]["paragraphs"]
    sources.write_text(yaml.safe_dump(data, sort_keys=False))
    (problem,) = told(pack)
    assert "warning: sources.0.paragraphs.2: no fact cites A¶3" in problem
    data["sources"][0]["paragraphs"][2]["unused"] = "an advertisement"
    sources.write_text(yaml.safe_dump(data, sort_keys=False))
    assert told(pack) == []


def test_a_scan_from_the_command_line_is_a_sources_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "article.txt"
    article.write_text("2023-05-06 Ann Lee buys 21 lamps\n\nShe sells none.\n")
    assert main.main(["sources", "scan", str(article), "--id", "C"]) == 0
    printed = capsys.readouterr().out
    (source,) = yaml.safe_load(printed)["sources"]
    assert (source["id"], source["date"], len(source["paragraphs"])) == ("C", "2023-05-06", 2)
    assert "sells" not in printed


def test_an_article_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["sources", "scan", str(tmp_path / "nowhere.txt")]) == 2
    assert "nowhere.txt:1:1: the article cannot be read" in capsys.readouterr().err
    (tmp_path / "bytes.txt").write_bytes(b"\xff\xfe")
    assert main.main(["sources", "scan", str(tmp_path / "bytes.txt")]) == 2
    assert main.main(["sources", "scan", str(tmp_path / "bytes.txt"), "--id", "AB"]) == 2


def test_coverage_is_printed_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["check", "--coverage"]) == 0
    out = capsys.readouterr().out
    assert "Article A, 2023-09-11: 45 of 45 paragraphs accounted for (100 %)" in out
    assert "Article B, 2023-09-12: 40 of 40 paragraphs accounted for (100 %)" in out
