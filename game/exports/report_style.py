"""The style sheet of the report of a class: black on white, for a printer without colour."""

REPORT_STYLE = """
@page { margin: 16mm 14mm; }
:root { color-scheme: light; }
body { font: 10.5pt/1.4 Georgia, "DejaVu Serif", serif; color: #000; background: #fff; }
body { max-width: 50em; margin: 0 auto; }
h1 { font-size: 1.5em; margin: 0; border-bottom: 2px solid #000; } h2 { font-size: 1.15em; margin: 1.2em 0 .3em; }
.head { margin: .3em 0 .8em; } .note { border-left: 3px solid #000; padding-left: .6em; }
table { border-collapse: collapse; margin: .3em 0 .8em; font-size: .92em; }
td, th { border-bottom: 1px solid #999; padding: .12em .6em .12em 0; text-align: left; vertical-align: top; }
th { border-bottom: 2px solid #000; } tr { break-inside: avoid; } article { break-inside: avoid; margin: 0 0 .9em; }
table.items td:nth-child(n+5):nth-child(-n+9), table.items th:nth-child(n+5):nth-child(-n+9) { text-align: right; }
h2 { break-after: avoid; } .stem { margin: .2em 0; } ul { margin: .2em 0; } li span { font-size: .9em; }
.page { break-before: page; } .plot { width: 100%; max-width: 34em; } .bar { width: 4.2em; height: .65em; }
svg rect { fill: #444; } svg .frame { fill: none; stroke: #000; } svg line { stroke: #000; }
svg text { font: 9px sans-serif; text-anchor: middle; } code { font-size: .85em; }
@media screen { body { padding: 2em 1em; } }
"""
