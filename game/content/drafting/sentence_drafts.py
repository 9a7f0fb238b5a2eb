"""One draft of a fact for each sentence of an article: what a machine can read of it, and what a person has to see to.

It holds no sentence, unless the pack may copy from the article. Its terms are figures, dates and names as they stand in
the paragraph. The limits below were found with two pairs of articles.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from game.content.drafting.article_text import Article
from game.content.sentence_maps import split_sentences
from game.core.names import STOP, words
from game.pack.claims.timespans import find_dates
from game.pack.claims.wording import HEDGES, find_denied, find_hedges, find_polarity, list_stems, stem
from game.pack.ledger import FactKind, Strength, Todo

MAX_TERMS = 6
"""Figures, dates and names that a draft shows; a sentence with more of them is to be split anyway."""

LONG_SENTENCE_WORDS = 24
"""Words from which a sentence usually tells more than one fact."""

MAX_RARE_WORDS = 3
"""Words by which a sentence without figures, dates and names is known."""

MIN_SENTENCE_WORDS = 3
"""Words of the shortest sentence that tells anything."""

_FIGURE = re.compile(r"(?<![\w.,])[$€£]?\d[\d,.]*(?<=\d)(?:[ -](?:thousand|million|billion))?(?: [a-z]+){0,2}")
_NAME = re.compile(r"\b[A-Z][\w’'-]*(?: (?:(?:of|de|van|von) )?[A-Z][\w’'-]*)*")
_VERB = r"(?:said|says|told|tells|wrote|writes|reported|recalled|recalls|claimed|claims|believes|remembers)"
_WHO = r"(?:[Tt]he |[Aa]n? )?[\w’'-]+(?: [\w’'-]+){0,3}"
_SAID = re.compile(rf"\b{_VERB}\b")
_SPEAKERS = (
    re.compile(rf"\b[Aa]ccording to ({_WHO}?)(?=[.,;:]|$)"),
    re.compile(r"\b(?:said|says|told|recalled) ((?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)"),
    # Said the architect Ada Orre; the works manager Ada Orre said.
    re.compile(r"\b(?:said|says|recalled) (?:the |an? )(?:[a-z]+ ){1,3}([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)"),
    re.compile(rf"\b(?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is) (?:[a-z]+ ){{1,3}}([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*) {_VERB}\b"),
    re.compile(rf"(?:^|[,;] )(?:[A-Z][\w’'-]* )??((?:[Tt]he )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*) {_VERB}\b"),
    re.compile(rf"\b([Tt]he [a-z]+(?: [a-z]+)?) {_VERB}\b"),
)
_UNTOLD = re.compile(r"\b(?:[Nn]obody knows|(?:has|have|had|did|would) not (?:said|say)|declined to (?:say|comment))\b")
_MORE_DOUBT = re.compile(r"\b(?:believed|thought|supposed|presumed|estimated|rumoured|could have|unlikely|maybe)\b")
_COUNTED = frozenset({"people", "times"})
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_PERSONAL = frozenset("he she they him her them his hers their it its".split())
_CLAUSES = re.compile(r";|, (?:and|but|while|which|who)\b|\band (?:is|was|were|has|had)\b")


class SentenceDraft(Struct, frozen=True):
    """What is read of one sentence."""

    id: str
    cite: str
    text: str
    """The sentence; it leaves this machine only where the pack may copy from the article."""
    strength: Strength
    kind: FactKind
    speaker: str
    """Who says so, where the sentence names somebody."""
    figures: tuple[str, ...]
    dates: tuple[str, ...]
    whens: tuple[str, ...]
    """The dates as they are compared."""
    names: tuple[str, ...]
    stems: frozenset[str]
    denied: frozenset[str]
    rare: tuple[str, ...]
    """The words that the rest of the article has least."""
    todo: tuple[Todo, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        """Figures, dates and names as they stand in the paragraph; where there are none, words that it alone has."""
        return tuple(dict.fromkeys((*self.figures, *self.dates, *self.names)))[:MAX_TERMS] or self.rare


def draft_facts(letter: str, article: Article) -> tuple[SentenceDraft, ...]:
    """The drafts of an article, in its order."""
    small = find_small_words(block.text for block in article.blocks)
    counts = Counter(found for block in article.blocks for found in list_stems(block.text))
    taken: set[str] = set()
    drafts = []
    for number, block in enumerate(article.blocks, start=1):
        if not block.is_told:
            continue
        for sentence in split_sentences(block.text):
            if len(sentence.split()) >= MIN_SENTENCE_WORDS:
                drafts.append(_name(_draft(sentence, f"{letter}¶{number}", small, counts), taken))
    return tuple(_name_speaker(draft, drafts) for draft in drafts)


def _name_speaker(draft: SentenceDraft, drafts: Iterable[SentenceDraft]) -> SentenceDraft:
    """The draft with the full name of its speaker, where the article tells one of that surname."""
    full = {name for other in drafts for name in other.names if " " in name and name.split()[-1] == draft.speaker}
    return replace(draft, speaker=full.pop()) if len(full) == 1 else draft


def find_small_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that are no names at the start of a sentence: elsewhere they have small letters, or stand nowhere."""
    every = tuple(texts)
    small = {word for text in every for word in re.findall(r"\b[a-z][\w’'-]*", text)}
    # A capital inside of a sentence is meant; one at its start may not be.
    proper = {word for text in every for word in re.findall(r"(?<=[\w,;] )[A-Z][\w’'-]*", text)}
    first = {s.split()[0].strip("“\"'‘") for text in every for s in split_sentences(text) if s.split()}
    return frozenset(small | {word.casefold() for word in first - proper}) | STOP


def find_names(sentence: str, small: frozenset[str]) -> tuple[str, ...]:
    """The names in a sentence.

    >>> find_names("The lamps of Mathilda Orre hang in the Harbour Trust’s hall.", frozenset({"the"}))
    ('Mathilda Orre', 'Harbour Trust')
    """
    return tuple(dict.fromkeys(_list_names(sentence, small)))


def _list_names(sentence: str, small: frozenset[str]) -> Iterator[str]:
    for match in _NAME.finditer(sentence):
        found = match.group().removesuffix("’s").removesuffix("'s").split()
        # "The Harbour Trust" loses its article; "Light House" keeps a word that is small elsewhere.
        while found and (found[0].casefold() in (small if len(found) == 1 else STOP) or len(found[0]) == 1):
            found.pop(0)
        name = " ".join(found)
        # "1 May" is a date: then the word is a month and no name.
        if name and name not in _DAYS and not find_dates(f"1 {name}"):
            yield name


def _draft(sentence: str, cite: str, small: frozenset[str], counts: Counter[str]) -> SentenceDraft:
    dates = find_dates(sentence)
    figures = find_figure_texts(sentence)
    hedges = {hedge.kind for hedge in find_hedges(sentence)}
    speaker = find_speaker(sentence)
    strength = find_strength(sentence, speaker)
    return SentenceDraft(
        id="",
        cite=cite,
        text=sentence,
        strength=strength,
        kind=find_kind(sentence, figures, bool(dates), strength),
        speaker=speaker,
        figures=figures,
        dates=tuple(dict.fromkeys(sentence[date.start : date.end] for date in dates)),
        whens=tuple(dict.fromkeys(date.when for date in dates)),
        names=find_names(sentence, small),
        stems=frozenset(list_stems(sentence)),
        denied=frozenset(find_denied(sentence)),
        rare=_find_rare_words(sentence, counts),
        todo=tuple(_list_todo(sentence, strength, speaker, hedged=bool(hedges) or bool(_MORE_DOUBT.search(sentence)))),
    )


def _find_rare_words(sentence: str, counts: Counter[str]) -> tuple[str, ...]:
    """The words by which an author finds the sentence again, as they stand in it."""
    told = {word: counts[stem(words(word)[0])] for word in re.findall(r"[A-Za-z][\w’'-]{3,}", sentence)}
    kept = [word for word in told if words(word)[0] not in STOP and words(word)[0] not in HEDGES]
    kept.sort(key=lambda word: (told[word], -len(word)))
    return tuple(word for word in told if word in kept[:MAX_RARE_WORDS])


def is_left_open(sentence: str) -> bool:
    """Whether a sentence says that something is not known, or that somebody does not tell it."""
    return find_polarity(sentence) == "not told" or bool(_UNTOLD.search(sentence))


def find_strength(sentence: str, speaker: str) -> Strength:
    """How sure the sentence is, by its words alone."""
    kinds = {hedge.kind for hedge in find_hedges(sentence)}
    kinds |= {"doubt"} if _MORE_DOUBT.search(sentence) else set()
    if is_left_open(sentence):
        return "stated"
    if "picture" in kinds and "report" not in kinds:
        return "photo"
    if speaker:
        return "reported"
    return "speculated" if "doubt" in kinds else "reported" if "report" in kinds else "stated"


def find_figure_texts(sentence: str) -> tuple[str, ...]:
    """The figures of a sentence as they stand in it, with their units; those of dates are left out."""
    for date in reversed(find_dates(sentence)):
        # As long as before, so that what is found still stands in the sentence.
        sentence = f"{sentence[: date.start]}{'–' * (date.end - date.start)}{sentence[date.end :]}"
    return tuple(dict.fromkeys(_cut_unit(match.group()) for match in _FIGURE.finditer(sentence)))


def _cut_unit(found: str) -> str:
    """A figure with its unit: the word behind it, or two where the second is a plural and the first is none."""
    figure, *unit = found.split(" ")
    scale = [unit.pop(0)] if unit and unit[0] in ("thousand", "million", "billion") else []
    kept = [word for word in unit[:1] if word not in STOP or word in _COUNTED]
    if kept and len(unit) > 1 and not kept[0].endswith("s") and unit[1].endswith("s") and unit[1] not in STOP:
        kept = unit[:2]
    return " ".join((figure, *scale, *kept))


def find_speaker(sentence: str) -> str:
    """Who says so, where a sentence names somebody; else nothing."""
    """Who says so, where the sentence names somebody; else empty."""
    if not _SAID.search(sentence) and not any(hedge.kind == "report" for hedge in find_hedges(sentence)):
        return ""
    for pattern in _SPEAKERS:
        if found := pattern.search(sentence):
            speaker = found[1].strip()
            if speaker.casefold() not in _PERSONAL and not set(words(speaker)) <= STOP:
                return speaker[0].lower() + speaker[1:] if speaker.startswith(("The ", "A ", "An ")) else speaker
    return ""


def find_kind(sentence: str, figures: tuple[str, ...], has_date: bool, strength: Strength) -> FactKind:
    """What sort of claim a sentence makes."""
    if is_left_open(sentence):
        return "unknown"
    if strength == "photo":
        return "caption"
    return "event" if has_date else "quantity" if figures else "saying" if strength == "reported" else "attribute"


def _list_todo(sentence: str, strength: Strength, speaker: str, *, hedged: bool) -> Iterator[Todo]:
    yield "CLAIM"
    if len(sentence.split()) >= LONG_SENTENCE_WORDS or _CLAUSES.search(sentence):
        yield "SPLIT"
    if hedged:
        yield "SURE"
    if (strength == "reported" and not speaker) or _PERSONAL.intersection(words(sentence)):
        yield "WHO"


def _name(draft: SentenceDraft, taken: set[str]) -> SentenceDraft:
    """The draft with an id that nobody has: its paragraph, and what is most its own."""
    letter, _, number = draft.cite.partition("¶")
    own = (draft.figures or draft.dates or draft.names)[:1] or draft.rare[:2] or ("sentence",)
    said = "-".join(words(" ".join(own)))
    name = re.sub(r"[^a-z0-9]+", "-", f"{letter}{number}-{said}".casefold().replace("'", "")).strip("-")[:50]
    free, count = name, 2
    while free in taken:
        free, count = f"{name}-{count}", count + 1
    taken.add(free)
    return replace(draft, id=free)
