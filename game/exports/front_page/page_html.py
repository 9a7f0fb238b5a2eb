"""A front page for a browser and for A4 paper: one file, without scripts and without anything from outside."""

from game.exports.front_page.page_model import FrontPage, PageLine
from game.exports.front_page.page_pixels import render_drawing
from game.prose.front_page_words import EMPTY_COLUMN

STYLE = """
@page { size: A4; margin: 14mm; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; background: #f5efdf; color: #221c14;
  font-family: Georgia, "Times New Roman", serif; line-height: 1.45; }
.above { display: flex; justify-content: space-between; flex-wrap: wrap; gap: 0 1rem; color: #5f5848; }
.paper { text-align: center; font-size: 2rem; letter-spacing: .12em; text-transform: uppercase; margin: .2rem 0;
  border-bottom: 3px solid #a06d0c; }
h1 { font-size: 2.6rem; line-height: 1.1; margin: .6rem 0; text-transform: uppercase; overflow-wrap: anywhere; }
.deck { font-weight: bold; font-size: 1.15rem; }
.faint, .source { color: #5f5848; font-style: italic; }
.place { color: #8f1d24; font-weight: bold; }
figure { margin: 1rem 0; } figure svg { width: 100%; max-width: 30rem; height: auto; }
ul { list-style: square; padding-left: 1.4rem; } li::marker { color: #a06d0c; } li { margin: .4rem 0; }
.source { display: block; }
dl { border-top: 1px solid #5f5848; padding-top: .6rem; } dt { color: #8f1d24; font-weight: bold; }
dd { margin: 0 0 .5rem; }
footer { border-top: 1px solid #5f5848; font-size: .9rem; color: #5f5848; }
@media print { body { background: none; margin: 0; max-width: none; padding: 0; font-size: 10pt; line-height: 1.3; }
  h1 { font-size: 22pt; } .paper { font-size: 18pt; } figure { margin: .4rem 0; } figure svg { max-width: 8cm; }
  p { margin: .3rem 0; } li { break-inside: avoid; margin: .2rem 0; } footer { font-size: 8pt; } }
"""


def render_page_html(page: FrontPage) -> str:
    """The page as one HTML file."""
    from html import escape  # most tours write no page

    above = "".join(f"<span>{escape(text)}</span>" for text in page.above)
    note = f'<p class="faint">{escape(page.headline_note)}</p>' if page.headline_note else ""
    deck = f'<p class="deck">{escape(page.deck)}</p>' if page.deck else ""
    lines = f"<ul>{''.join(map(_render_line, page.lines))}</ul>" if page.lines else f"<p>{escape(EMPTY_COLUMN)}</p>"
    version = f"<p><small>{escape(page.version)}</small></p>" if page.version else ""
    boxes = "".join(f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in page.boxes)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{escape(f"{page.paper}: {page.headline}")}</title>
<style>{STYLE}</style>
</head>
<body>
<header>
<p class="above">{above}</p>
<p class="paper">{escape(page.paper)}</p>
</header>
<main>
<h1>{escape(page.headline)}</h1>
{note}<p class="faint">{escape(page.byline)}</p>
{deck}{_render_figure(page)}
{lines}
{f"<dl>{boxes}</dl>" if boxes else ""}
<p class="place">{escape(page.place)}</p>
</main>
<footer><p>{escape(page.notice)}</p>{version}</footer>
</body>
</html>
"""


def _render_line(line: PageLine) -> str:
    from html import escape

    return f'<li>{escape(line.text)} <span class="source">{escape(line.full_source)}</span></li>\n'


def _render_figure(page: FrontPage) -> str:
    if not page.drawing:
        return ""
    from html import escape

    wide, high = len(page.drawing[0]), len(page.drawing)
    rects = "".join(render_drawing(page.drawing, 0, 0, 1))
    return (
        f'<figure><svg viewBox="0 0 {wide} {high}" shape-rendering="crispEdges" role="img" '
        f'aria-label="{escape(page.caption)}">{rects}</svg><figcaption class="faint">{escape(page.caption)}'
        "</figcaption></figure>"
    )
