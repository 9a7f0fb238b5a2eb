"""A certificate: who, what paper, which mark. It claims nothing that cannot be checked by the code of the paper."""

from html import escape

from game.core.characters import show_unsafe
from game.prose import certificate_words as words
from game.prose.exam import format_percent
from game.prose.lines import format_date
from game.store.attempts import Attempt

_STYLE = """
@page { size: landscape; margin: 14mm; }
body { font: 13pt/1.5 Georgia, "DejaVu Serif", serif; color: #1a1c12; background: #fff; margin: 0; }
main { border: 3px double #4a5230; border-radius: 6px; padding: 2.2em 3em; max-width: 46em; margin: 2em auto;
  background: #f7f4e6; position: relative; }
h1 { font-size: 1.7em; margin: 0 0 .1em; letter-spacing: .04em; }
.line { height: 6px; background: #d9a520; margin: .5em 0; }
.name { font-size: 1.9em; margin: .6em 0 .1em; border-bottom: 1px solid #4a5230; } .score { font-size: 1.3em; }
.small { font-size: .8em; margin-top: 1.8em; } code { font-size: 1em; letter-spacing: .06em; }
@media print { main { background: #fff; margin: 0 auto; } }
"""


def render_certificate(attempt: Attempt, title: str, name: str) -> str:
    """The certificate of an attempt that was handed in.

    Args:
        attempt: The exam session.
        title: Of the tour.
        name: The name to print; it is not stored.

    Raises:
        ValueError: The attempt was not handed in.
    """
    end = attempt.handed_in
    if end is None:
        raise ValueError(words.describe_not_handed_in())
    number, score = len(end.marks), sum(end.marks.values())
    share = score / number if number else 0.0
    code = f"<code>{escape(attempt.begun.code)}</code>" if attempt.begun.code else ""
    bank, seal = f"<code>{escape(attempt.begun.bank)}</code>", f"<code>{escape(attempt.seal)}</code>"
    lines = (
        f"<h1>{escape(title)}</h1>",
        '<div class="line"></div>',
        f'<p class="name">{escape(show_unsafe(name))}</p>',
        f"<p>{escape(words.render_completion(number, format_date(end.at[:10])))}</p>",
        f'<p class="score">{words.render_certified_score(score, number, format_percent(share))}</p>',
        f'<p class="small">{words.render_proof(code, bank, seal)}</p>',
    )
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body><main>{"".join(lines)}</main></body></html>\n'
