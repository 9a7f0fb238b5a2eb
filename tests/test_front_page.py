"""The front page: one model; as text, as a picture and as a page for a browser; each line with its source."""

from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from game.app.game import Game
from game.core.paths import shipped
from game.exports.front_page import FrontPage, make_front_page, render_page
from game.exports.front_page.page_pixels import break_headline, can_set
from game.exports.front_page.page_text import render_page_text
from game.prose.event_lines import render_event
from game.store.saves import Saves
from game.tour import events as e
from game.tour.session import Session
from game.tour.state import State
from game.tour.wires import SentWire
from tests.test_report import BOTS, TOUR, at_desk, file_at_desk

FORMS = (".txt", ".svg", ".html")


def filed(ending: str = "lead story", headline: str = "") -> Session:
    """A session that has filed a report of that ending."""
    lines, leads = BOTS[ending]  # type: ignore[index]
    session = at_desk(*(fact_id for fact_id, _ in lines), "average-undated", "tv-whereabouts", leads=leads)
    if headline:
        session.perform(f"dispatch headline {headline}")
    file_at_desk(session, *lines)
    return session


def make(state: State) -> FrontPage:
    page = make_front_page(TOUR, state, shipped("assets"))
    assert page is not None
    return page


def test_there_is_no_page_before_a_report_is_filed_or_without_a_newsroom() -> None:
    assert make_front_page(TOUR, at_desk().state) is None
    assert make_front_page(replace(TOUR, newsroom=None), filed().state) is None


def test_the_page_has_the_headline_deck_and_drawing_of_a_closed_lead() -> None:
    page = make(filed().state)
    lead = TOUR.leads["speed"]
    assert (page.headline, page.headline_note, page.deck) == (lead.headline, "", lead.honest)
    assert len(page.drawing) % 2 == 0
    assert page.drawing
    assert page.drawing_text
    assert "LEAD STORY" in page.place
    assert "8 of 8 lines stand" in page.place


def test_a_headline_of_ones_own_is_marked_as_such_in_every_form() -> None:
    page = make(filed(headline="A slow train").state)
    assert page.headline == "A slow train"
    assert page.headline_note
    for form in FORMS:
        assert page.headline_note in render_page(page, form)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_every_line_with_article_and_paragraph(form: str) -> None:
    page = make(filed().state)
    text = " ".join(_read(render_page(page, form), form).split())
    for fact_id, _ in BOTS["lead story"][0]:
        fact = TOUR.facts[fact_id]
        assert fact.claim in text
    assert len(page.lines) == 8
    for line in page.lines:
        assert line.full_source in text
        assert "paragraph" in line.full_source
    for part in (page.paper, page.deck, page.place):
        assert part.casefold() in text.casefold().replace("t h e e v e n i n g g a u g e", "the evening gauge")
    assert "is an invented newspaper" in text


def _read(text: str, form: str) -> str:
    """The words of a form, as a reader gets them."""
    if form == ".svg":
        root = ElementTree.fromstring(text)
        return " ".join(each for element in root.iter() for each in (element.text or "",))
    if form == ".html":
        parser = _Words()
        parser.feed(text)
        return " ".join(parser.words)
    return text


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("form", [".svg", ".html"])
def test_no_form_needs_anything_from_outside(form: str) -> None:
    text = render_page(make(filed().state), form)
    for sign in ("<script", "<img", "href=", "url(", "src=", "@import", "<link"):
        assert sign not in text
    assert text.count("http") == text.count("http-equiv") + text.count('xmlns="http://www.w3.org/2000/svg"')


def test_hostile_text_stays_text() -> None:
    page = make(filed(headline="<b>&\"' </svg>").state)
    assert page.headline == "<b>&\"' </svg>"
    ElementTree.fromstring(render_page(page, ".svg"))
    html = render_page(page, ".html")
    assert "<b>" not in html
    assert html.count("</svg>") == 1, "of the drawing alone"


@pytest.mark.parametrize(
    ("ending", "headline"),
    [
        ("retraction", "We take it back"),
        ("correction", "Corrections"),
        ("what nobody knows", "What nobody knows"),
        ("news in brief", TOUR.tour.title),
    ],
)
def test_the_editor_writes_the_headline_where_the_reporter_gets_none(ending: str, headline: str) -> None:
    page = make(filed(ending).state)
    assert (page.headline, page.deck, page.drawing) == (headline, "", ())
    for form in FORMS:
        assert "is an invented newspaper" in " ".join(_read(render_page(page, form), form).split())


def test_what_the_editor_strikes_out_is_not_on_the_page() -> None:
    page = make(filed("correction").state)
    assert [line.text for line in page.lines] == [TOUR.facts[each].claim for each in ("yellow-line", "colour-khaki")]


def test_the_boxes_tell_what_is_not_known_what_was_corrected_and_what_the_rival_printed() -> None:
    state = filed().state
    state = replace(state, noted=state.noted.remove("tv-whereabouts"))
    assert [label for label, _ in make(state).boxes] == ["NOT KNOWN"]
    wires = state.wires.insert("first-edition", SentWire("corrected", "no-name", "yellow-line"))
    state = replace(state, wires=wires, caught=state.caught.insert("fast", 3))
    boxes = dict(make(state).boxes)
    assert list(boxes) == ["NOT KNOWN", "CORRECTED", "ELSEWHERE"]
    assert boxes["NOT KNOWN"] == TOUR.facts["average-undated"].claim
    assert "who says so" in boxes["CORRECTED"]
    assert "(invented)" in boxes["ELSEWHERE"]
    none = replace(state, noted=state.noted.remove("average-undated"))
    assert "NOT KNOWN" not in dict(make(none).boxes)


def test_a_blank_column_says_so() -> None:
    session = at_desk()
    session.perform("go home")
    for form in FORMS:
        assert "left blank" in _read(render_page(make(session.state), form), form)


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_row_of_the_text_is_wider_than_its_page(columns: int) -> None:
    for has_cites in (True, False):
        text = render_page_text(make(filed().state), columns, has_cites=has_cites)
        assert max(map(len, text.splitlines())) <= columns


def test_every_headline_of_a_lead_can_be_set_in_pixels_in_two_rows() -> None:
    for lead in TOUR.leads.values():
        assert can_set(lead.headline), lead.headline
        assert len(break_headline(lead.headline, 114)) <= 2


def test_page_is_shown_and_saved_in_each_form(tmp_path: Path) -> None:
    game = Game(TOUR, Saves(tmp_path), art=shipped("assets"))
    game.open(lessons=0)
    assert "file a report first" in game.perform("page")[0].text
    session = game._window.session
    session.state = filed().state
    shown = "\n".join(line.text for line in game.perform("front page"))
    assert "TWO SPEEDS, ONE TRAIN" in shown
    (saved,) = game.perform("page save")
    paths = sorted(path.suffix for path in tmp_path.rglob("front-page.*"))
    assert paths == [".html", ".svg", ".txt"]
    assert saved.text.count("front-page") == 3
    (again,) = game.perform("page save")
    assert again.role == "refused", "nothing is overwritten"
    game.perform("page save mine.svg")
    (mine,) = tmp_path.rglob("mine.*")
    assert mine.suffix == ".svg"
    ElementTree.fromstring(mine.read_text(encoding="utf-8"))


def test_the_page_is_asked_for_by_every_name() -> None:
    session = filed()
    for line in ("page", "front page", "newspaper", "show the page"):
        assert isinstance(session.perform(line)[-1], e.PageAsked)


def test_a_page_counts_what_it_tells_of_the_closed_questions() -> None:
    lines, _ = BOTS["front page"]
    session = at_desk(*(fact_id for fact_id, _ in lines), leads=("speed", "cellar", "five"))
    verdict = file_at_desk(session, *lines)
    assert "1 of 3 closed questions told" in make(session.state).place
    (heading, *_) = render_event(verdict, TOUR)
    assert "It tells 1 of your 3 closed questions" in heading.text
    alone = at_desk(*(fact_id for fact_id, _ in lines), leads=("speed",))
    assert "· 1 closed question told ·" not in make(session.state).place
    assert "It tells your closed question." in render_event(file_at_desk(alone, *lines), TOUR)[0].text
    assert "· 1 closed question told ·" in make(alone.state).place


def test_a_headline_of_ones_own_has_the_question_before_its_answer() -> None:
    lead = TOUR.leads["speed"]
    assert make(filed(headline="A slow train").state).deck == f"{lead.asks} {lead.honest}"
    assert make(filed().state).deck == lead.honest


def test_the_version_of_the_pack_is_on_no_page_that_is_read_in_the_game() -> None:
    page = make_front_page(replace(TOUR, digest="ad982d9c"), filed().state)
    assert page is not None
    for form, is_in in ((".txt", False), (".svg", True), (".html", True)):
        assert ("ad982d9c" in render_page(page, form)) == is_in
    assert "ad982d9c" not in render_page_text(page, has_cites=False)
    assert "<small>" not in render_page(page._replace(version=""), ".html")
