"""A paper to print, in Markdown and HTML: the sheet, its versions, the blueprint, and a separate key with sources."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from game.exports.answer_sheet import (
    SHEET_STYLE,
    write_html_evidence,
    write_html_sheet,
    write_markdown_evidence,
    write_markdown_sheet,
)
from game.pack.kinds import Shown, describe_form, find_key, write_response
from game.pack.world import World
from game.prose import paper_labels as labels
from game.prose.lines import format_cite
from game.prose.questions import OPTION_LETTERS, describe_how_on_paper, describe_marking, render_response
from game.quiz.codes import encode_paper
from game.quiz.papers import Paper

VERSIONS = "ABCD"
"""The versions a paper can be printed in."""


class Extras(NamedTuple):
    """What a printed paper has beside its questions."""

    has_key: bool = True
    """Blueprint and keys, on pages of their own."""
    has_evidence: bool = False
    """A line at each question for the place that proves the answer."""
    has_answer_sheet: bool = False
    """A page with a place for each answer."""
    is_large: bool = False
    """18 point; only in HTML."""


PLAIN = Extras()


def write_paper_markdown(paper: Paper, versions: str = "A", extras: Extras = PLAIN) -> str:
    """The paper as Markdown: each version, then the blueprint and the keys."""
    return "\n".join(_write_markdown(paper, versions, extras)).rstrip() + "\n"


def _write_markdown(paper: Paper, versions: str, extras: Extras) -> Iterator[str]:
    for name in versions:
        yield from (f"# {_make_title(paper, name)}", "", _make_head(paper), "")
        yield from (labels.NAME_LINE, "")
        for place, shown in enumerate(paper.version(name), start=1):
            yield f"**{place}.** {escape_markdown(shown.item.stem)}  "
            yield f"*{escape_markdown(describe_how_on_paper(shown.item))}*"
            yield ""
            yield from _write_markdown_options(shown)
            yield from write_markdown_evidence() if extras.has_evidence else ()
        if extras.has_answer_sheet:
            yield from (f"# {labels.render_sheet_title(_make_title(paper, name))}", "", labels.NAME_LINE, "")
            yield from (*write_markdown_sheet(paper.version(name)), "")
    if not extras.has_key:
        return
    yield from (f"# {labels.BLUEPRINT}", "", f"| {' | '.join(labels.BLUEPRINT_HEAD)} |", "|---|---:|---:|---:|---:|")
    for row in list_blueprint_rows(paper):
        yield f"| {' | '.join(row)} |"
    world = paper.bank.world
    for name in versions:
        yield from ("", f"# {labels.render_key_title(_make_title(paper, name))}", "")
        for place, shown in enumerate(paper.version(name), start=1):
            # The key is made from the same items that were printed: a second draw could have another order.
            letters = escape_markdown(write_response(shown, find_key(shown.item, world)))
            proved = escape_markdown(" ".join(text for text in describe_key(shown, world) if text))
            yield f"{place}. **{letters}** {proved} `{shown.item.id}`"


def _write_markdown_options(shown: Shown) -> Iterator[str]:
    form = describe_form(shown.item)
    rows = [f"{number}. {escape_markdown(text)}" for number, text in enumerate(shown.rows, start=1)]
    options = [
        f"- {letter}) {escape_markdown(text)}" for letter, text in zip(OPTION_LETTERS, shown.options, strict=False)
    ]
    for block in (options, [labels.ASK_PROOF], rows) if form.has_proof else (rows, options):
        yield from (*block, *([""] if block else []))
    if not form.is_ticked:
        unit = f" {escape_markdown(form.unit)}" if form.unit else ""
        yield from (f"Answer: ____________________{unit}", "")


def escape_markdown(text: str) -> str:
    r"""A text that Markdown shows as it is.

    >>> print(escape_markdown("*one* <two> [three]_"))
    \*one\* \<two\> \[three\]\_
    """
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)


class KeyEntry(NamedTuple):
    """What the key of a paper says of one question."""

    answer: str
    """The right response in words."""
    rule: str
    """What else is right and how parts are marked; empty where the answer alone says it."""
    why: str
    sources: str


def describe_key(shown: Shown, world: World) -> KeyEntry:
    """What the key of a paper says of one question."""
    facts = [world.facts[fact_id] for fact_id in shown.item.facts if fact_id in world.facts]
    cites = tuple(dict.fromkeys(format_cite(fact, world) for fact in facts))
    key = render_response(shown.item, find_key(shown.item, world), world)
    return KeyEntry(key, " ".join(describe_marking(shown.item)), shown.item.feedback, " ".join(cites))


def list_blueprint_rows(paper: Paper) -> Iterator[tuple[str, ...]]:
    """One row for each topic: the number of items of each level, and in total; the last row is the sum."""
    # Sorted by name, including the label for removed topics.
    table = {topic or labels.DROPPED_TOPIC: levels for topic, levels in paper.blueprint.items()}
    table = {topic: table[topic] for topic in sorted(table)}
    rows = [(topic, *(levels[level] for level in (1, 2, 3)), levels.total()) for topic, levels in table.items()]
    rows.append(
        (labels.ALL_TOPICS, *(sum(levels[level] for levels in table.values()) for level in (1, 2, 3)), len(paper.items))
    )
    yield from (tuple(str(cell) for cell in row) for row in rows)


def _make_title(paper: Paper, name: str) -> str:
    return labels.render_version_title(paper.bank.world.tour.title, name)


def _make_head(paper: Paper) -> str:
    levels = ", ".join(map(str, paper.selection.levels))
    return labels.render_paper_head(encode_paper(paper), len(paper.items), levels)


_NAME = '<p class="name">Name <span></span> Date <span class="date"></span></p>\n'

_STYLE = """
@page { margin: 18mm 16mm; }
:root { color-scheme: light; }
body { font: %(size)s/1.45 Georgia, "DejaVu Serif", serif; color: #000; background: #fff; }
body { max-width: 44em; margin: 0 auto; }
h1 { font-size: 1.35em; margin: 0 0 .2em; border-bottom: 2px solid #000; padding-bottom: .2em; }
.head { margin: 0 0 .8em; } .name { margin: 0 0 1.4em; display: flex; gap: 2em; }
.name span { flex: 1; border-bottom: 1px solid #000; } .name span.date { flex: .4; }
section { break-before: page; } section:first-of-type { break-before: auto; }
article { break-inside: avoid; margin: 0 0 1.15em; padding-left: 2.2em; position: relative; }
article > b:first-child { position: absolute; left: 0; }
article p { margin: 0 0 .25em; } .how { font-style: italic; font-size: .9em; }
ol { margin: .1em 0 .3em; padding-left: 1.7em; } ol.options { list-style: upper-alpha; }
.answer { margin-top: .5em; } .answer span { display: inline-block; width: 14em; border-bottom: 1px solid #000; }
table { border-collapse: collapse; margin: .6em 0 1.4em; }
td, th { border: 1px solid #000; padding: .15em .6em; text-align: right; }
td:first-child, th:first-child { text-align: left; }
.key article { margin-bottom: .7em; } .source { font-size: .88em; }
@media screen { body { padding: 2em 1em; } section { margin-bottom: 4em; } }
"""


def write_paper_html(paper: Paper, versions: str = "A", extras: Extras = PLAIN) -> str:
    """The paper as one HTML page that needs nothing else and prints on A4 and Letter without cutting a question.

    Args:
        paper: What to print.
        versions: Letters of the versions, in order.
        extras: What it has beside its questions.
    """
    style = _STYLE % {"size": "18pt" if extras.is_large else "11.5pt"}
    style += SHEET_STYLE if extras.has_evidence or extras.has_answer_sheet else ""
    body = "".join(_write_html(paper, versions, extras))
    title = escape(f"{paper.bank.world.tour.title}: paper {encode_paper(paper)}")
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}<style>{style}</style></head>\n<body>\n{body}</body></html>\n'


def _write_html(paper: Paper, versions: str, extras: Extras) -> Iterator[str]:
    evidence = write_html_evidence() if extras.has_evidence else ""
    for name in versions:
        yield f"<section>\n<h1>{escape(_make_title(paper, name))}</h1>\n"
        yield f'<p class="head">{escape(_make_head(paper))}</p>\n'
        yield _NAME
        for place, shown in enumerate(paper.version(name), start=1):
            asked = f"<p>{escape(shown.item.stem)}</p>{''.join(_write_html_options(shown))}{evidence}"
            yield f"<article><b>{place}.</b>{asked}</article>\n"
        yield "</section>\n"
        if extras.has_answer_sheet:
            yield f"<section>\n<h1>{escape(labels.render_sheet_title(_make_title(paper, name)))}</h1>\n"
            yield from (f'<p class="head">{escape(_make_head(paper))}</p>\n', _NAME)
            yield from (*write_html_sheet(paper.version(name)), "</section>\n")
    if not extras.has_key:
        return
    yield f'<section class="key">\n<h1>{labels.BLUEPRINT}</h1>\n<table><tr>'
    yield "".join(f"<th>{head}</th>" for head in labels.BLUEPRINT_HEAD) + "</tr>\n"
    for row in list_blueprint_rows(paper):
        yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n"
    yield "</table>\n</section>\n"
    world = paper.bank.world
    for name in versions:
        yield f'<section class="key">\n<h1>{escape(labels.render_key_title(_make_title(paper, name)))}</h1>\n'
        yield f'<p class="head">{escape(_make_head(paper))}</p>\n'
        for place, shown in enumerate(paper.version(name), start=1):
            key = describe_key(shown, world)
            letters = write_response(shown, find_key(shown.item, world))
            yield f"<article><b>{place}.</b><p><b>{escape(letters)}</b> {escape(key.answer)}</p>"
            yield f"<p><i>{escape(key.rule)}</i></p>" if key.rule else ""
            told_ = f"{escape(key.sources)} <code>{escape(shown.item.id)}</code>"
            yield f'<p>{escape(key.why)}</p><p class="source">{told_}</p></article>\n'
        yield "</section>\n"


def _write_html_options(shown: Shown) -> Iterator[str]:
    item, form = shown.item, describe_form(shown.item)
    yield f'<p class="how">{escape(describe_how_on_paper(item))}</p>'
    rows, options = _write_list(shown.rows, "rows"), _write_list(shown.options, "options")
    yield f"{options}<p>{labels.ASK_PROOF}</p>{rows}" if form.has_proof else f"{rows}{options}"
    if not form.is_ticked:
        # A figure without a unit has the space of one: sheets printed before must not change.
        unit = f" {escape(form.unit)}" if form.answer_by == "figure" else ""
        yield f'<p class="answer">Answer <span></span>{unit}</p>'


def _write_list(texts: Sequence[str], kind: str) -> str:
    return f'<ol class="{kind}">{"".join(f"<li>{escape(text)}</li>" for text in texts)}</ol>' if texts else ""
