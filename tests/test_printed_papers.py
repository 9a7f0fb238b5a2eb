"""Papers in print: what stands on the sheet, what on the key, and that no text breaks out of its place."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.exports.printed_paper import Extras, describe_key, list_blueprint_rows, write_paper_html, write_paper_markdown
from game.pack.kinds import (
    Choice,
    Distractor,
    Match,
    Multiple,
    Number,
    Order,
    Short,
    TwoTier,
    describe_form,
    find_key,
    show,
    write_response,
)
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.codes import decode_paper, encode_paper
from game.quiz.papers import Paper, Selection


class Reader(HTMLParser):
    """Reads a page: its texts, and whether every tag is closed in order."""

    VOID = frozenset({"meta", "br", "hr", "img", "link", "input", "col"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture
def paper(tour: World) -> Paper:
    """Twenty items of all kinds."""
    return Paper(Bank(tour), 7, Selection(items=20))


def test_the_sheet_and_its_code_reprint_the_same(paper: Paper) -> None:
    code = encode_paper(paper)
    again = decode_paper(code, paper.bank)
    assert code in write_paper_markdown(paper)
    assert write_paper_markdown(again, "AB") == write_paper_markdown(paper, "AB")
    assert write_paper_html(again, "AB") == write_paper_html(paper, "AB")


def test_every_question_stands_on_the_sheet_and_no_key(paper: Paper) -> None:
    sheet = write_paper_markdown(paper, "A", Extras(has_key=False))
    assert sheet.count("**") == 2 * 20
    assert "Blueprint" not in sheet
    assert "Key to" not in sheet
    for item in paper.items:
        assert item.feedback not in sheet


def test_the_key_of_each_version_is_that_of_its_order(paper: Paper) -> None:
    text = write_paper_markdown(paper, "AB")
    for name in "AB":
        key = text.split(f"# Key to {paper.bank.world.tour.title}")[1 + "AB".index(name)]
        for place, shown in enumerate(paper.version(name), start=1):
            right = write_response(shown, find_key(shown.item, paper.bank.world))
            assert f"\n{place}. **{right}**" in key.replace("\\", "")
    assert text.split("# Key to")[1] != text.split("# Key to")[2]


def test_the_key_says_all_that_marking_by_hand_needs(tour: World) -> None:
    bank = Bank(tour)
    for item in bank.items.values():
        entry = describe_key(show(item, tour, 0), tour)
        for form in getattr(item, "accepted", ()):
            assert form in entry.rule
        if isinstance(item, Short):
            assert ("Slips of typing are free" in entry.rule) == (item.mode == "forgiving")
        if isinstance(item, Number):
            assert ("both ends" in entry.rule) == (item.tolerance != "0")
        if isinstance(item, Order | Match | Multiple | TwoTier):
            assert "earn" in entry.rule


def test_the_blueprint_adds_up(paper: Paper) -> None:
    *rows, last = list_blueprint_rows(paper)
    for column in range(1, 5):
        assert sum(int(row[column]) for row in rows) == int(last[column])
    assert last[-1] == "20"


def test_the_page_is_whole_and_prints_on_both_papers(paper: Paper) -> None:
    page = write_paper_html(paper, "AB")
    read = Reader(page)
    assert read.open == []
    assert "script" not in read.tags
    assert "http" not in page
    assert "break-inside: avoid" in page
    assert "A4" not in page
    """No size is named: the printer's own paper is taken, A4 or Letter."""
    assert "18pt" in write_paper_html(paper, "A", Extras(is_large=True))


HOSTILE = st.text(
    st.one_of(st.sampled_from("<>&\"'*_`[]#|~=:\\%/{}-. \n"), st.characters(blacklist_categories=("Cs", "Cc"))),
    min_size=1,
    max_size=60,
).filter(str.strip)


@given(stem=HOSTILE, key=HOSTILE, wrong=HOSTILE)
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_out_of_its_place(tour: World, stem: str, key: str, wrong: str) -> None:
    fact_id = next(iter(tour.facts))
    distractors = (Distractor(text=wrong, because="No."), Distractor(text="other", because="No."))
    item = Choice(id="hostile", stem=stem, key=key, distractors=distractors, feedback="Why.", facts=(fact_id,))
    room = replace(next(iter(tour.rooms.values())), items=(item,))
    paper = Paper(Bank(replace(tour, rooms={room.id: room})), 1, Selection(items=1))
    plain = Reader(write_paper_html(Paper(Bank(tour), 7, Selection(items=1, kinds=("choice",)))))
    read = Reader(write_paper_html(paper))
    assert read.open == []
    assert set(read.tags) <= set(plain.tags)
    shown = " ".join(" ".join(read.texts).split())
    for text in (stem, key, wrong):
        assert " ".join(text.split()) in shown
    assert write_paper_markdown(paper).count("\n# ") == 2


def test_an_answer_sheet_has_a_place_for_each_answer_of_its_version(paper: Paper) -> None:
    text = write_paper_markdown(paper, "AB", Extras(has_key=False, has_answer_sheet=True))
    for name in "AB":
        sheet = text.split(f"# Answers: 21 Carriages, version {name}")[1].split("# ")[0]
        for place, shown in enumerate(paper.version(name), start=1):
            (row,) = [line for line in sheet.splitlines() if line.startswith(f"{place}. ")]
            form = describe_form(shown.item)
            if form.is_one_key or form.instruction == "all-letters":
                assert row.count("( )") == len(shown.options)
            else:
                assert "____" in row
                assert row.endswith(form.unit)
    page = Reader(write_paper_html(paper, "AB", Extras(has_key=False, has_answer_sheet=True)))
    assert page.open == []
    assert page.texts.count("Answers: 21 Carriages, version B") == 1


def test_a_line_for_the_evidence_stands_at_each_question_and_only_when_wanted(paper: Paper) -> None:
    for write in (write_paper_markdown, write_paper_html):
        assert write(paper, "A", Extras(has_evidence=True)).count("Evidence (article and paragraph)") == 20
        assert "Evidence (article" not in write(paper, "A")
    assert ".sheet" not in write_paper_html(paper, "A")
