"""Replaces characters outside ASCII, for terminals, fonts and screen readers that know only ASCII."""

from functools import lru_cache

_PLAIN = {
    **dict.fromkeys("’‘‚‹´`", "'"),
    "›": ">",
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("–—−‐‑━─═", "-"),
    **dict.fromkeys("│┃▎▏▌▐█▍▋▊▉", "|"),
    **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼", "+"),
    **dict.fromkeys("▀▄▁▂▃▅▇", " "),
    "▆": "#",
    **dict.fromkeys("●◉•", "o"),
    "○": ".",
    "■": "#",
    "□": ".",
    "◆": "#",
    "┆": ":",
    "▸": ">",
    "◂": "<",
    "▾": "v",
    "▴": "^",
    "↑": "^",
    "↓": "v",
    "←": "<",
    "→": ">",
    "✦": "*",
    "★": "*",
    "☆": ".",
    "✓": "+",
    "✗": "x",
    "≠": "#",
    "≈": "~",
    "¶": ":",
    "·": "-",
    "…": ".",
    "£": "L",
    "€": "E",
    "⏎": "<",
    "\u00a0": " ",
}


def transliterate(text: str) -> str:
    """A text in printable ASCII, as long as it was: every character gives exactly one.

    >>> transliterate("› “Study” · ¶33 ≠ café")
    '> "Study" - :33 # cafe'
    """
    return text if text.isascii() else "".join(map(_plain, text))


@lru_cache(maxsize=2048)
def _plain(character: str) -> str:
    if character.isascii():
        return character
    if character in _PLAIN:
        return _PLAIN[character]
    from unicodedata import normalize

    # One character for one: more would move every column to the right of it.
    first = normalize("NFKD", character)[:1]
    return first if first.isascii() and first.isprintable() else "?"
