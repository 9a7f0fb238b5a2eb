"""The dates of noted facts, in their order, for everybody or one person, and by one means of travel."""

from itertools import groupby

from game.app.boards import DatedFact, TimelineView
from game.exports.report_markup import RawMarkup
from game.prose import screen_labels, web_words
from game.prose.lines import name_means
from game.web.pages.elements import Part, make
from game.web.tours.board import BoardRequest

TIMELINE_PATH = "/timeline"


def render_timeline(request: BoardRequest) -> Part:
    """Two lists to choose from, and the dates."""
    view = request.game.boards.read_timeline()
    people, means = dict(view.people), tuple(view.means)
    person = request.query.get("person", "") if request.query.get("person") in people else ""
    way = request.query.get("means", "") if request.query.get("means") in means else ""
    facts = view.filter_facts(person, way)
    return (
        _render_filters(view, person, way) if view.facts else None,
        make("h2", screen_labels.title_timeline(people.get(person, ""), way)),
        make("dl", map(_render_date, _group_by_date(facts)), kind="dates") if facts else None,
        None if facts else make("p", screen_labels.NO_DATES),
    )


def _group_by_date(facts: tuple[DatedFact, ...]) -> list[list[DatedFact]]:
    return [list(group) for _, group in groupby(facts, lambda fact: fact.date)]


def _render_date(facts: list[DatedFact]) -> RawMarkup:
    kind = "band" if facts[0].is_band else None
    return make("div", make("dt", facts[0].date), (make("dd", fact.text) for fact in facts), kind=kind)


def _render_filters(view: TimelineView, person: str, way: str) -> RawMarkup:
    means = [(each, name_means(each)) for each in view.means]
    return make(
        "form",
        _render_filter("person", web_words.PERSON, web_words.EVERYBODY, list(view.people), person),
        _render_filter("means", web_words.MEANS, web_words.ALL_MEANS, means, way),
        make("button", web_words.SHOW, kind="act"),
        method="get",
        action=TIMELINE_PATH,
        kind="pair",
    )


def _render_filter(name: str, label: str, none: str, values: list[tuple[str, str]], chosen: str) -> RawMarkup:
    options = (make("option", text, value=value, selected=value == chosen) for value, text in values)
    select = make("select", make("option", none, value=""), options, id=name, name=name)
    return make("p", make("label", label, for_=name), select, kind="field")
