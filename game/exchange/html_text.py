"""HTML as plain text: what a reader sees, with the line breaks and without the looks.

Raised and lowered signs keep their meaning: 10<sup>3</sup> becomes 10³ and never 103.
"""

import re
from html import unescape

_HIDDEN = re.compile(r"<!--.*?-->|<(script|style)\b[^<>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_PRE = re.compile(r"<pre\b[^<>]*>(.*?)</pre\s*>", re.IGNORECASE | re.DOTALL)
_SHIFTED = re.compile(r"<(sup|sub)\b[^<>]*>([^<>]*)</\1\s*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\b[^<>]*>|</?(?:p|div|li|ul|ol|tr|table|h[1-6]|blockquote|dt|dd)\b[^<>]*>", re.IGNORECASE)
_CELL = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_FILE = re.compile(r"<(?:img|audio|video|iframe|object|embed|svg|canvas)\b|@@PLUGINFILE@@", re.IGNORECASE)

_SIGNS = "0123456789+-=()n"
_RAISED = str.maketrans(_SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans(_SIGNS[:-1], "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def make_plain(html: str) -> str:
    r"""A text of HTML without its tags.

    >>> make_plain("<p>Is 3 &lt; 4?</p><p>10<sup>3</sup>&nbsp;m, H<sub>2</sub>O, x<sub>i</sub></p>")
    'Is 3 < 4?\n10³ m, H₂O, x_i'
    """
    if "<" in html:
        html = _PRE.sub(_keep_lines, _HIDDEN.sub("", html))
    # Only tags break lines in HTML.
    html = " ".join(html.split())
    if "<" in html:
        html = _TAG.sub("", _CELL.sub(" ", _BREAK.sub("\n", _SHIFTED.sub(_shift, html))))
    plain = unescape(html).replace("\xa0", " ") if "&" in html else html
    return re.sub(r"[ \t]*\n\s*", "\n", plain).strip() if "\n" in plain else plain.strip()


def shows_file(html: str) -> bool:
    """Whether a text shows a picture, or plays or opens a file."""
    return bool(_FILE.search(html))


def _keep_lines(found: re.Match[str]) -> str:
    return "<br>" + found[1].replace("\n", "<br>") + "<br>"


def _shift(found: re.Match[str]) -> str:
    """A raised or lowered text by signs of its own, else after ^ or _."""
    is_raised, text = found[1].casefold() == "sup", unescape(found[2]).replace("−", "-")
    table, mark = (_RAISED, "^") if is_raised else (_LOWERED, "_")
    if all(ord(sign) in table for sign in text):
        return text.translate(table)
    return f"{mark}{found[2]}" if len(text) == 1 else f"{mark}({found[2]})"
