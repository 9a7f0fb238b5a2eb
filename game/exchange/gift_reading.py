"""GIFT, read: each question with its line, each trouble with line and column. Nothing raises for what is in a file.

Source: the GIFT format of Moodle's documentation, and what our own writer makes of items.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from game.exchange.drafts import Draft, Trouble
from game.exchange.gift import SOURCE
from game.exchange.neutral import Option

_ESCAPE = re.compile(r"\\([~=#{}:\\n])")
_META = re.compile(r"\[(id|tag):([^\]]*)\]")
_WEIGHT = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_FORMAT = re.compile(r"\s*\[(html|plain|markdown|moodle)\]")
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?:#|$)")
_RANGE = re.compile(r"(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)")
_UNIT = re.compile(r" \(In ([^()]{1,40})\.\)$")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class _Block:
    """The lines of one question, without its comments, and where each stands."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, str]] = []
        self.meta: list[tuple[str, str]] = []

    @property
    def text(self) -> str:
        return "\n".join(row for _, row in self.rows)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a place in the text."""
        for line, row in self.rows:
            if offset <= len(row):
                return line, offset + 1
            offset -= len(row) + 1
        return self.rows[-1][0], len(self.rows[-1][1]) + 1


class _BadError(ValueError):
    """Something in a block, and where in it."""

    def __init__(self, text: str, offset: int = 0) -> None:
        super().__init__(text)
        self.offset = offset


def read(text: str, path: Path) -> tuple[list[Draft], list[Trouble]]:
    """The questions in a text, and what could not be read of it."""
    drafts, troubles = [], []
    for block in _blocks(text.removeprefix("\ufeff")):
        try:
            drafts.append(_draft(block))
        except _BadError as bad:
            troubles.append(Trouble(path, *block.place(bad.offset), str(bad)))
    return drafts, troubles


def _blocks(text: str) -> Iterator[_Block]:
    block = _Block()
    for number, row in enumerate(text.splitlines(), start=1):
        if row.lstrip().startswith("//"):
            block.meta += _META.findall(row)
        elif row.startswith("$CATEGORY:"):
            continue
        elif row.strip():
            block.rows.append((number, row))
        elif block.rows:
            yield block
            block = _Block()
        # A blank line after comments alone: they still belong to the question below.
    if block.rows:
        yield block


def _draft(block: _Block) -> Draft:
    text = block.text
    line, column = block.place(len(text) - len(text.lstrip()))
    draft = Draft(line=line, column=column)
    start = _titled(draft, text)
    is_html = False
    if found := _FORMAT.match(text, start):
        is_html, start = found[1] == "html", found.end()
    opening = _find(text, "{", start)
    if opening < 0:
        raise _BadError("no answers in braces: a description is not a question here", start)
    closing = _find(text, "}", opening + 1)
    if closing < 0:
        raise _BadError("the brace that opens the answers is never closed", opening)
    rest = text[closing + 1 :].strip()
    if _find(rest, "{", 0) >= 0:
        raise _BadError("a second brace: answers stand in one place only", closing + 1)
    draft.stem = _text(text[start:opening], is_html=is_html) + (f" ____ {_text(rest, is_html=is_html)}" if rest else "")
    _answers(draft, text[opening + 1 : closing], opening + 1, is_html=is_html)
    for name, value in block.meta:
        if name == "id":
            draft.id = value.strip()
        else:
            draft.tag(value.strip())
    _settle(draft)
    return draft


def _titled(draft: Draft, text: str) -> int:
    """Take the title; returns where the stem begins."""
    if not text.lstrip().startswith("::"):
        return 0
    opening = text.index("::") + 2
    closing = _find(text, "::", opening)
    if closing < 0:
        raise _BadError("the title begins with :: and does not end with ::", opening)
    draft.id = _slug(_plain(text[opening:closing]))
    return closing + 2


def _settle(draft: Draft) -> None:
    """What our own writer had to put elsewhere goes back to its place."""
    if draft.kind == "number" and (found := _UNIT.search(draft.stem)):
        draft.unit, draft.stem = found[1], draft.stem[: found.start()]
    places = [right for _, right in draft.pairs]
    if draft.origin == "order" and sorted(places) == [str(n) for n in range(1, len(places) + 1)]:
        draft.kind, draft.pairs = "order", sorted(draft.pairs, key=lambda pair: int(pair[1]))
        draft.steps, draft.pairs = [left for left, _ in draft.pairs], []


def _slug(title: str) -> str:
    """A title as an id, where it can be one."""
    made = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:62]
    return made if made[:1].isalpha() else ""


def _find(text: str, sign: str, start: int) -> int:
    """Where a sign stands that is not escaped; -1 for nowhere."""
    place = start
    while place < len(text):
        if text[place] == "\\":
            place += 2
        elif text.startswith(sign, place):
            return place
        else:
            place += 1
    return -1


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: "\n" if found[1] == "n" else found[1], text).strip()


def _text(text: str, *, is_html: bool) -> str:
    """A text as the writer of the file meant it."""
    plain = _plain(text)
    if found := _FORMAT.match(plain):
        is_html, plain = found[1] == "html", plain[found.end() :]
    if not is_html:
        return plain
    lined = re.sub(r"<br\s*/?>|</p>\s*<p>", "\n", plain)
    return unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", lined)).strip()


def _answers(draft: Draft, raw: str, offset: int, *, is_html: bool) -> None:
    """Take kind, options and feedback from what stands in the braces."""
    general = _find(raw, "####", 0)
    if general >= 0:
        told, _, _ = _plain(raw[general + 4 :]).partition(SOURCE)
        draft.feedback = _text(_again(told), is_html=is_html)
        raw = raw[:general]
    body = raw.strip()
    if not body:
        raise _BadError("no answers: an essay is not a question here", offset)
    if found := _TRUTH.match(body):
        draft.kind, draft.is_true = "true-false", found[1].startswith("T")
        parts = body.split("#")[1:]
        draft.feedback = draft.feedback or next((_text(p, is_html=is_html) for p in reversed(parts) if p.strip()), "")
    elif body.startswith("#"):
        draft.kind = "number"
        start = raw.index("#") + 1
        draft.options = list(_figures(draft, raw[start:], offset + start, is_html=is_html))
    elif body.startswith(">"):
        raise _BadError("an order of steps cannot be read from GIFT; ask for a match of steps and places", offset)
    else:
        _listed(draft, raw, offset, is_html=is_html)


def _again(plain: str) -> str:
    """A text already without escapes, so that it passes another look for them."""
    return plain.replace("\\", "\\\\")


def _listed(draft: Draft, raw: str, offset: int, *, is_html: bool) -> None:
    parts = list(_parts(raw))
    if not parts:
        raise _BadError("answers begin with = or ~", offset)
    if all(sign == "=" and _find(text, "->", 0) >= 0 for sign, text, _ in parts):
        draft.kind = "match"
        for _, text, _place in parts:
            arrow = _find(text, "->", 0)
            pair = (_text(text[:arrow], is_html=is_html), _text(text[arrow + 2 :], is_html=is_html))
            draft.pairs.append(pair)
        return
    is_short = all(sign == "=" for sign, _, _ in parts)
    draft.kind = "short" if is_short else "choice"
    for sign, text, place in parts:
        weight, answer, because = _weighed(text, is_html=is_html)
        if weight not in (None, 0.0, 100.0):
            raise _BadError(f"a weight of {weight:g}%: answers are right or wrong here", offset + place)
        answer = _plain(answer).replace("\\*", "*") if is_short else _text(answer, is_html=is_html)
        if not answer:
            raise _BadError("an empty answer", offset + place)
        is_right = weight == 100.0 or (weight is None and sign == "=")
        draft.options.append(Option(answer, is_right, because))


def _parts(raw: str) -> Iterator[tuple[str, str, int]]:
    """Each answer: its sign, its text, and where it stands."""
    start, sign = -1, ""
    place = 0
    while place <= len(raw):
        if place == len(raw) or raw[place] in "=~":
            if start >= 0:
                yield sign, raw[start:place], start
            if place < len(raw):
                start, sign = place + 1, raw[place]
        place += 2 if raw[place : place + 1] == "\\" else 1


def _weighed(text: str, *, is_html: bool) -> tuple[float | None, str, str]:
    """The weight of an answer in percent, None where it has none; its text; the feedback on it."""
    weight = None
    if found := _WEIGHT.match(text):
        weight, text = float(found[1]), text[found.end() :]
    hash_ = _find(text, "#", 0)
    if hash_ < 0:
        return weight, text, ""
    return weight, text[:hash_], _text(text[hash_ + 1 :], is_html=is_html)


def _figures(draft: Draft, raw: str, offset: int, *, is_html: bool) -> Iterator[Option]:
    parts = list(_parts(raw)) or [("=", raw, 0)]
    for _, text, place in parts:
        weight, answer, because = _weighed(text, is_html=is_html)
        is_right = weight in (None, 100.0)
        if weight not in (None, 0.0, 100.0):
            raise _BadError(f"a weight of {weight:g}%: answers are right or wrong here", offset + place)
        value, tolerance = _figure(_plain(answer), offset + place)
        if is_right:
            draft.tolerance = tolerance
        yield Option(value, is_right, because)


def _figure(text: str, offset: int) -> tuple[str, str]:
    """A figure and its tolerance, from ``37``, ``37:0.5`` or ``36..38``."""
    from decimal import Decimal

    if found := _RANGE.fullmatch(text):
        if not (_NUMBER.fullmatch(found[1]) and _NUMBER.fullmatch(found[2])):
            raise _BadError(f"expected a range of figures, found {text!r}", offset)
        low, high = Decimal(found[1]), Decimal(found[2])
        return f"{(low + high) / 2:f}", f"{abs(high - low) / 2:f}"
    value, _, tolerance = (part.strip() for part in text.partition(":"))
    if not _NUMBER.fullmatch(value) or not _NUMBER.fullmatch(tolerance or "0"):
        raise _BadError(f"expected a figure like 37 or 37:0.5, found {text!r}", offset)
    return value, tolerance or "0"
