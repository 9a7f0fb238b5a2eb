"""The sheet of the site: a page by night and by day, for a narrow window and a wide one, and in print."""

SITE_STYLE = """
:root { color-scheme: light dark; --bg: #f8f6ee; --surface: #efebdc; --text: #21251a; --muted: #55594a;
  --accent: #5a4a00; --link: #174f78; --rule: #b9b48f; --mark: #9c2f55; }
@media (prefers-color-scheme: dark) { :root { --bg: #12140f; --surface: #1c2016; --text: #ece7d6; --muted: #b3b4a0;
  --accent: #f2c230; --link: #9ccbe8; --rule: #565c3c; --mark: #f2a3b9; } }
* { box-sizing: border-box; }
html { font: 106%/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; background: var(--bg);
  color: var(--text); -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: break-word; }
header { border-bottom: 3px solid var(--accent); padding: .2rem 1rem; }
header ul { list-style: none; margin: 0 auto; padding: 0; max-width: 44rem; display: flex; flex-wrap: wrap;
  column-gap: 1.2rem; }
header li { margin: 0; }
header a { display: inline-block; padding: .45rem 0; }
header li:first-child a { font-weight: 700; }
header [aria-current] { color: var(--text); text-decoration: none; border-bottom: 3px solid var(--accent); }
main, footer { max-width: 46rem; margin: 0 auto; padding: 1rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
:target { background: var(--surface); outline: 2px solid var(--rule); outline-offset: 4px; }
main:target { background: none; outline: 0; }
.skip, .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.skip:focus { width: auto; height: auto; clip-path: none; background: var(--bg); padding: .5rem 1rem; }
.number { color: var(--muted); margin: .4rem 0 0; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .8rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .6rem; padding-top: .5rem;
  border-top: 1px solid var(--rule); }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 1.1rem 0 .3rem; }
p { margin: .6rem 0; max-width: 66ch; }
.lead { font-size: 1.15rem; font-weight: 600; }
.staged { color: var(--muted); font-style: italic; }
.mark { color: var(--mark); font-style: normal; font-size: .88rem; white-space: nowrap; }
.src, .told { color: var(--muted); font-size: .92rem; }
.cite { font-size: .85rem; white-space: nowrap; }
figure { margin: 0 0 1rem; }
figure img { display: block; width: 100%; height: auto; image-rendering: pixelated; background: #14181f; }
figcaption { color: var(--muted); font-size: .85rem; margin-top: .3rem; }
.frame { border: 2px solid var(--rule); padding: .4rem 1rem; margin-bottom: 1rem; }
.doors li { margin: 0; }
.doors { list-style: none; margin: 1.2rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: .6rem; }
.door { display: inline-block; min-height: 3rem; padding: .7rem 1rem; border: 1px solid var(--muted);
  border-radius: 3px; background: var(--surface); line-height: 1.4; }
.thing, .question { border-left: 3px solid var(--rule); padding-left: 1rem; margin: 1rem 0; }
.thing h3, .question h3 { margin-top: 0; }
ul, ol { padding-left: 1.5rem; }
li { margin: .3rem 0; }
.rooms, .options, .key, .dates { list-style: none; padding-left: 0; }
.rooms { columns: 18rem; }
.options { margin: .3rem 0 .3rem .4rem; }
.options li { margin: 0; padding: .12rem 0; break-inside: avoid; }
.notes { font-size: .94rem; }
.notes li, .key li { margin: .55rem 0; }
.how { color: var(--muted); font-size: .9rem; }
.band { border-left: 6px double var(--rule); padding-left: .9rem; }
dt { font-weight: 700; margin-top: .8rem; }
dd { margin: 0; }
footer { color: var(--muted); font-size: .85rem; border-top: 1px solid var(--rule); margin-top: 2rem; }
@media (max-width: 40em) { h1 { font-size: 1.45rem; } header { padding: .2rem .8rem; } .door { width: 100%; }
  .doors li { flex: 1 1 100%; } }
@page { margin: 16mm 14mm; }
@media print {
  :root { color-scheme: light; --bg: #fff; --surface: #fff; --text: #000; --muted: #333; --accent: #000; --link: #000;
    --rule: #888; --mark: #000; }
  html { font: 10.5pt/1.4 Georgia, "DejaVu Serif", serif; }
  header, nav, .skip, .to-key, footer { display: none; }
  main { max-width: none; padding: 0; }
  p { max-width: none; orphans: 3; widows: 3; }
  .options { columns: 2; }
  a { text-decoration: none; }
  h2, h3, dt { break-after: avoid; }
  article, figure, .notes li, .key li { break-inside: avoid; }
  figure img { max-width: 120mm; }
  section.key { break-before: page; }
}
"""
