"""One sentence of a text, prepared for comparison, and its place in the file."""

import re
from collections.abc import Iterator
from functools import cached_property

from game.content.documents import Document, ValuePath
from game.core.names import words
from game.pack.claims.figures import find_figures, find_list_lengths
from game.pack.claims.timespans import find_dates
from game.pack.claims.wording import find_denied, find_hedges, has_negation, list_stems, stem

# A closing quotation mark or bracket may follow the full stop; then a capital, a quotation or a figure must follow.
_END = re.compile(r"(?<=[.!?…])[”’\")]*\s+(?=[“‘\"(]?[A-Z0-9])")
_NO_END = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Mr|Mrs|Dr)\.$")
_CAPITAL = re.compile(r"[A-Z0-9][\w’'./-]*")
SOFT_NEGATIONS = frozenset(
    "nobody nothing none unclear unknown little hardly open unnamed undated few unsaid blank without untold".split()
)
"""Words that deny something or leave it open, without a word such as "not"."""


class Sentence:
    """A sentence. Each property is computed once, when a rule first needs it."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Stems of its words that mean something."""
        return list_stems(self.text)

    @cached_property
    def all_stems(self) -> frozenset[str]:
        """Stems of all its words, the small ones too."""
        return frozenset(map(stem, words(self.text)))

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """Figures with units."""
        return find_figures(self.text)

    @cached_property
    def list_lengths(self) -> tuple[str, ...]:
        """Lengths of its lists."""
        return find_list_lengths(self.text)

    @cached_property
    def dates(self) -> tuple[str, ...]:
        """Dates, each as exact as it is written."""
        return tuple(dict.fromkeys(date.when for date in find_dates(self.text)))

    @cached_property
    def hedges(self) -> frozenset[str]:
        """Classes of its hedges."""
        return frozenset(hedge.kind for hedge in find_hedges(self.text))

    @cached_property
    def denied(self) -> tuple[str, ...]:
        """Stems right after a negation."""
        return find_denied(self.text)

    @cached_property
    def is_negative(self) -> bool:
        """Whether it denies, or leaves something open."""
        return has_negation(self.text) or bool(SOFT_NEGATIONS.intersection(words(self.text)))

    @cached_property
    def capitals(self) -> tuple[str, ...]:
        """Words with a capital letter, the first one of the sentence left out: it has one in any case."""
        inner = re.sub(r"^\W*\w[\w’'-]*", "", self.text)
        # A new sentence may begin after a colon or an opening quotation mark.
        inner = re.sub(r"(?<=[:“‘])\s*[“‘]?[A-Z][a-z’']*\b(?! [A-Z])", "", inner)
        inner = "".join(inner[a:b] for a, b in _between_dates(inner))
        found = (re.sub(r"(?:[’']s|[’'./-])+$", "", match.group()) for match in _CAPITAL.finditer(inner))
        return tuple(dict.fromkeys(word for word in found if word[:1].isalpha()))

    @cached_property
    def first(self) -> str:
        """Its first word, if it has a capital letter."""
        match = re.match(r"\W*([A-Z][A-Za-z]+)\b(?![’'-])", self.text)
        return match[1] if match else ""

    @cached_property
    def named(self) -> str:
        """The sentence without its lower-case words, so that only names can be found in it."""
        return re.sub(r"(?<![\w’'-])[a-z][\w’'-]*", "/", self.text)


def _between_dates(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for date in find_dates(text):
        yield start, date.start
        start = date.end
    yield start, len(text)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order.

    >>> [sentence.text for sentence in split_sentences("On Jan. 5 he left. “Late,” it says. 37 mph.")]
    ['On Jan. 5 he left.', '“Late,” it says.', '37 mph.']
    """
    parts: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if not _NO_END.search(text[: match.start()]):
            parts.append(text[start : match.end()].strip())
            start = match.end()
    return tuple(Sentence(part) for part in (*parts, text[start:].strip()) if part)


def locate(document: Document, path: ValuePath, sentence: str) -> tuple[int, int]:
    """Line and column of a sentence in the value at a path, or of the value if the sentence is not found."""
    line, column = document.mark(path)
    lines = document.text.splitlines(keepends=True)
    start = sum(map(len, lines[: line - 1])) + column - 1
    # Folded text breaks its lines anywhere: the first words are looked for with any space between them.
    begin = r"\s+".join(map(re.escape, sentence.split()[:5]))
    match = re.compile(begin).search(document.text, start)
    if match is None or match.start() > start + 4000:
        return line, column
    before = document.text[: match.start()]
    return before.count("\n") + 1, match.start() - (before.rfind("\n") + 1) + 1
