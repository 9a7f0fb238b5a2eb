"""The papers and the handouts of the lesson plans, made from the pack we ship: ``make docs``.

A plan names its paper by seed and code. Here its questions are drawn as the program draws them, so that the page of the
plan shows their numbers, answers and code as they are now. Handouts hold claims of facts, which are in our own words.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from game.content.load import load
from game.core.paths import shipped
from game.pack.kinds import Item, find_key
from game.pack.ledger import Fact
from game.pack.world import World
from game.prose.questions import render_response
from game.quiz.bank import Bank
from game.quiz.codes import encode_paper
from game.quiz.papers import Paper, Selection

FOLDER = Path(__file__).parent / "lessons"


class Lesson(NamedTuple):
    """One plan: its paper, and what its handout is made of."""

    seed: int
    items: int
    kind: str
    extra: tuple[str, ...] = ()
    """Facts on the handout that no question asks for."""


LESSONS = {
    "two-sources": Lesson(
        7, 10, "agreement", ("carriages-21", "same-journey-2019", "journey-20-hours", "first-leaving-in-four-years")
    ),
    "how-sure": Lesson(3, 10, "how-sure"),
    "front-page": Lesson(2, 5, "two-tier"),
}
"""Name of a plan's page -> the plan."""


@cache
def load_tour() -> World:
    """The pack we ship."""
    world, problems = load(shipped("rooms"))
    if world is None:
        raise SystemExit("\n".join(map(str, problems)))
    return world


def draw_paper(name: str) -> Paper:
    """The paper of a plan."""
    lesson = LESSONS[name]
    return Paper(Bank(load_tour()), lesson.seed, Selection(items=lesson.items, kinds=(lesson.kind,)))


def describe_paper(name: str) -> str:
    """The code of a plan's paper, and its questions with their answers."""
    paper = draw_paper(name)
    rows = (f"| {number} | {item.stem} | {_find_answer(item)} |" for number, item in enumerate(paper.items, start=1))
    head = (f"Code of the paper: `{encode_paper(paper)}`", "", "| | question | right answer |", "|---|---|---|")
    return "\n".join([*head, *rows]) + "\n"


def _find_answer(item: Item) -> str:
    return render_response(item, find_key(item, load_tour()), load_tour())


def make_handouts() -> dict[Path, str]:
    """Each handout: its file -> its text."""
    made = {
        "two-sources": _make_two_sources(),
        "how-sure": _make_how_sure(),
        "front-page": _make_front_page(),
    }
    return {FOLDER / f"{name}-handout.html": text for name, text in made.items()}


STYLE = """
@page { size: A4; margin: 16mm }
body { font: 11.5pt/1.4 Georgia, serif; color: #000; background: #fff }
body { max-width: 180mm; margin: 8mm auto; padding: 0 4mm }
h1 { font-size: 17pt; margin: 0 0 2mm; border-bottom: 1.2mm solid #c79a1b }
h2 { font-size: 12.5pt; margin: 5mm 0 1mm }
section { break-after: page }
section:last-of-type { break-after: auto }
table { border-collapse: collapse; width: 100% }
th, td { border: .3mm solid #777; padding: 1.2mm 2mm; text-align: left; vertical-align: top }
td.answer { width: 36mm }
td.line { height: 9mm }
td.write { height: 11mm }
li { margin: 1mm 0 }
.small { font-size: 9.5pt }
@media print { body { margin: 0; padding: 0; max-width: none } }
"""


def _render_page(title: str, sections: Sequence[str]) -> str:
    body = "\n".join(f"<section>\n{each}\n</section>" for each in sections)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n<body>\n{body}\n</body></html>\n"
    )


def _render_table(heads: Sequence[str], rows: Sequence[Sequence[str]], kind: str) -> str:
    """A table whose empty cells are there to be written in."""
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    body = "\n".join(
        "<tr>" + "".join(f"<td>{escape(each)}</td>" if each else f'<td class="{kind}"></td>' for each in row) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"


def _make_two_sources() -> str:
    """A sheet for each of two partners: the facts of one article, and the questions."""
    paper = draw_paper("two-sources")
    ids = [fact_id for item in paper.items for fact_id in item.facts]
    facts = [load_tour().facts[each] for each in dict.fromkeys((*ids, *LESSONS["two-sources"].extra))]
    rows = [(str(number), item.stem, "") for number, item in enumerate(paper.items, start=1)]
    task = _render_table(("", "Ask your partner, then decide", "Agree, differ, or only A or B?"), rows, "answer")
    sections = []
    for letter in "AB":
        lines = "\n".join(f"<li>{escape(text)}</li>" for text in _list_claims(facts, letter))
        when = date.fromisoformat(load_tour().sources[letter].date)
        sections.append(
            f"<h1>Reporter {letter}</h1>\n"
            f"<p>You have read article {letter} of {when.day} {when:%B} {when.year}. Your partner has read the "
            "other one. Do not show your sheet: ask, and answer.</p>\n"
            f"<h2>What article {letter} says</h2>\n<ul>\n{lines}\n</ul>\n<h2>What is between the two?</h2>\n{task}\n"
            '<p class="small">The sentences are in our own words; ¶ is the paragraph of the article.</p>'
        )
    return _render_page("Two sources on one fact", sections)


def _list_claims(facts: Sequence[Fact], letter: str) -> Iterator[str]:
    """What one article says, in the order of its paragraphs."""
    cited = ((next((cite for cite in fact.cites if cite.startswith(letter)), ""), fact) for fact in facts)
    for cite, fact in sorted((pair for pair in cited if pair[0]), key=lambda pair: int(pair[0].partition("¶")[2])):
        yield f"{fact.claim} (¶{cite.partition('¶')[2]})"


def _make_how_sure() -> str:
    """The sentences that the questions ask about, to be judged before."""
    paper = draw_paper("how-sure")
    facts = [load_tour().facts[item.facts[0]] for item in paper.items]
    rows = [(str(number), fact.claim, "", "") for number, fact in enumerate(facts, start=1)]
    table = _render_table(("", "Sentence", "S R P H", "Word that shows it"), rows, "answer")
    letters = (
        "<p><b>S</b> says it flatly · <b>R</b> reports what somebody else said · <b>P</b> rests on a picture or "
        "footage · <b>H</b> hedges: likely, seems, may</p>"
    )
    lines = (
        "<ol><li>Underline in each sentence the word that shows how sure it is. Is there none?</li>"
        "<li>Write S, R, P or H.</li><li>Compare with your neighbour. Where you differ, who can show a word?</li></ol>"
    )
    write = _render_table(("Sentence", "Now write it as sure as you like. What changes?"), [("", "")] * 3, "write")
    return _render_page(
        "How sure is a sentence?",
        [f"<h1>How sure is a sentence?</h1>\n{letters}\n{lines}\n{table}\n<h2>Change it</h2>\n{write}"],
    )


def _make_front_page() -> str:
    """A form to plan a front page, and one to question it."""
    lines = [(str(number), "", "", "", "") for number in range(1, 7)]
    plan = _render_table(("", "Line, in short", "Note", "Who says so, how sure", "Print it"), lines, "write")
    asked = [(each, "") for each in QUESTIONED]
    defend = _render_table(("The editor asks", "Line and answer"), asked, "write")
    return _render_page(
        "Write and defend a front page",
        [
            "<h1>My front page</h1>\n<p>Headline: ______________________________________________</p>\n"
            "<p>Print it <b>plainly</b>, <b>with the name</b>, <b>with a hedge</b>, or <b>as a picture</b>.</p>\n"
            f"{plan}\n<h2>Not known</h2>\n<p>What do the articles leave open? Two things:</p>\n"
            "<p>1 ______________________________________________________________________</p>\n"
            "<p>2 ______________________________________________________________________</p>",
            "<h1>The editor’s questions</h1>\n<p>You are the editor of another pair. Choose a line of theirs for each "
            f"question.</p>\n{defend}\n<h2>Verdict</h2>\n"
            "<p>Lines that stand: ____ of ____ · Lines to correct: ____ · The best line, and why:</p>",
        ],
    )


QUESTIONED = (
    "Who says so? In which paragraph?",
    "How sure is the source? Which word shows it?",
    "What does the other article say of it?",
    "When was that true? Does the source give a date?",
    "Does your headline say more than your lines?",
)
"""What an editor asks of a front page."""


def write_handouts() -> None:
    """Write every handout."""
    for path, text in make_handouts().items():
        path.write_text(text, encoding="utf-8")
