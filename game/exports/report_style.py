"""The style sheet of the report of a class: black on white, for a printer without colour."""

from collections.abc import Sequence

REPORT_STYLE = """
@page { margin: 16mm 14mm; }
:root { color-scheme: light; }
body { font: 10.5pt/1.4 Georgia, "DejaVu Serif", serif; color: #000; background: #fff; }
body { max-width: 50em; margin: 0 auto; }
h1 { font-size: 1.5em; margin: 0; border-bottom: 2px solid #000; } h2 { font-size: 1.15em; margin: 1.2em 0 .3em; }
.head { margin: .3em 0 .8em; } .note { border-left: 3px solid #000; padding-left: .6em; }
table { border-collapse: collapse; margin: .3em 0 .8em; font-size: .92em; }
td, th { border-bottom: 1px solid #999; padding: .12em .6em .12em 0; text-align: left; vertical-align: top; }
th, th + td:empty, td:empty:has(+ th) { border-bottom: 2px solid #000; }
tr { break-inside: avoid; } article { break-inside: avoid; margin: 0 0 .9em; }
table.items td:nth-child(n+5):nth-child(-n+9), table.items th:nth-child(n+5):nth-child(-n+9) { text-align: right; }
table.items, table.answers { width: 100%; } table.items td:nth-child(2) { width: 34%; }
.columns { columns: 2; column-gap: 7mm; font-size: .86em; } .columns article { margin: 0 0 .7em; }
.columns h2:first-child, .columns p { margin-top: 0; } table.answers td:nth-child(2) { width: 72%; }
td small { display: block; } .columns table { width: 100%; }
h2 { break-after: avoid; } .stem { margin: .2em 0; } ul { margin: .2em 0; } li span { font-size: .9em; }
.plot { width: 100%; max-width: 34em; } .bar { width: 4.2em; height: .65em; }
svg rect { fill: #444; } svg .frame { fill: none; stroke: #000; } svg line { stroke: #000; }
svg text { font: 9px sans-serif; text-anchor: middle; } code { font-size: .85em; }
@media screen { body { padding: 2em 1em; } }
@media print { body { font-size: 9pt; line-height: 1.25; max-width: none; } .plot { max-width: 26em; } }
@media screen and (max-width: 640px) {
  body { padding: 1em .6em; } .columns { columns: 1; } table { max-width: 100%; } td { overflow-wrap: anywhere; }
  table.items, table.items tbody, table.items tr { display: block; width: auto; }
  table.items tr { border-bottom: 1px solid #999; padding: .4em 0; } table.items tr:first-child { display: none; }
  table.items td { display: inline-block; border: 0; width: auto; padding: 0 .8em 0 0; }
  table.items td:empty { display: none; }
  table.items td:nth-child(2) { display: block; width: auto; } table.items td:nth-child(1) { float: left; }
}
"""


def label_columns(head: Sequence[str], colour: str = "#555") -> str:
    """Rules that put the head of a table of items before each figure, where a phone has no room for a row of heads.

    Args:
        head: Of the table; an empty head has no label.
        colour: Of the labels, as CSS.
    """
    rules = (
        f'table.items td:nth-child({place})::before {{ content: "{name} "; color: {colour}; }}'
        for place, name in enumerate(head, start=1)
        if name and place > FIRST_FIGURE
    )
    return f"@media screen and (max-width: 640px) {{ {' '.join(rules)} }}\n"


FIRST_FIGURE = 2
"""The columns up to this one are number and name, which need no label."""
