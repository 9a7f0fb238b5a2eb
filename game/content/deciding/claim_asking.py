"""Asks for a claim, and compares it with its paragraphs before it is written: a slip costs a line and not a search."""

import re
from collections.abc import Generator, Sequence
from typing import cast, get_args

from msgspec.structs import replace

from game.content.claim_rules import ClaimComparer
from game.content.drafting.sentence_drafts import find_speaker
from game.content.file_kinds import SourcesFile
from game.content.pack_documents import PackDocuments
from game.pack.claims.wording import find_hedges
from game.pack.ledger import NO_SPEAKER, Fact, Strength, map_cites
from game.prose import deciding_lines as words

MAX_CITES_TRIED = 400
"""Paragraphs that are tried as another cite of one claim."""

_CITES = re.compile(r"\s*\[([A-Z]?¶?\d{1,4}(?:[ ,]+[A-Z]?¶?\d{1,4})*)\]\s*$")
_CITE = re.compile(r"([A-Z]?)¶?(\d{1,4})")


def ask_fact(pack: PackDocuments, draft: Fact, claim: str, question: str) -> Generator[str, str, Fact | None]:
    """The confirmed fact that a draft becomes; None when no claim is typed.

    Args:
        pack: The pack as it stands.
        draft: What is known of the fact.
        claim: Its claim; empty to ask for it.
        question: What is asked then.
    """
    comparer = ClaimComparer(pack)
    line = claim or (yield question)
    if not line.strip():
        return None
    fact = yield from _ask_how_sure(_guess_strength(draft, read_claim(draft, line)), is_doubtful="SURE" in draft.todo)
    while remarks := [text for _, text in comparer.compare(fact)]:
        helpful = _find_helpful_cite(pack, comparer, fact)
        line = (yield words.ask_about_remarks(remarks, helpful, get_args(Strength))).strip()
        if line in get_args(Strength):
            # Typed again, it also asks again who says so.
            fact = replace(fact, said_by=NO_SPEAKER) if line == fact.strength else fact
            fact = yield from _ask_speaker(_set_strength(fact, cast(Strength, line)))
        elif line:
            fact = read_claim(fact, line)
        else:
            return replace(fact, cites=(*fact.cites, helpful)) if helpful else fact
    return fact


def read_claim(draft: Fact, line: str) -> Fact:
    """A confirmed fact with the claim of a line, and with the paragraphs that stand in brackets at its end."""
    found = _CITES.search(line)
    letter = draft.cites[0][0]
    cites = [f"{named or letter}¶{int(number)}" for named, number in _CITE.findall(found[1])] if found else []
    claim = line[: found.start()].strip() if found else line.strip()
    return replace(
        draft, claim=claim or draft.claim, draft=False, todo=(), cites=tuple(dict.fromkeys((*draft.cites, *cites)))
    )


def _ask_how_sure(fact: Fact, *, is_doubtful: bool) -> Generator[str, str, Fact]:
    """The fact with its strength, asked for where the draft doubts it, and with whoever says so."""
    if is_doubtful:
        question = words.ask_strength(fact.strength, get_args(Strength))
        fact = _set_strength(fact, cast(Strength, (yield from ask_one_of(question, fact.strength, get_args(Strength)))))
    return (yield from _ask_speaker(fact))


def _ask_speaker(fact: Fact) -> Generator[str, str, Fact]:
    if fact.strength != "reported" or fact.said_by != NO_SPEAKER:
        return fact
    usual = find_speaker(fact.claim) or words.NOBODY_NAMED
    return replace(fact, said_by=(yield words.ask_speaker(usual)).strip() or usual)


def _guess_strength(draft: Fact, fact: Fact) -> Fact:
    """A further fact of a sentence, as sure as its own claim is: the sentence may hedge another part of it."""
    if not draft.claim or draft.draft or find_hedges(fact.claim):
        return fact
    return _set_strength(fact, "stated")


def _set_strength(fact: Fact, strength: Strength) -> Fact:
    # What an article says flatly is its own word, and whoever says it again may be another.
    return replace(fact, strength=strength, said_by=fact.said_by if strength == fact.strength else NO_SPEAKER)


def ask_one_of(question: str, usual: str, kinds: Sequence[str]) -> Generator[str, str, str]:
    """One of some words, by its beginning; the usual one when nothing is typed."""
    while True:
        line = (yield question).strip().casefold()
        found = [kind for kind in kinds if line and kind.startswith(line)]
        if not line or found:
            return found[0] if found else usual


def _find_helpful_cite(pack: PackDocuments, comparer: ClaimComparer, fact: Fact) -> str:
    """The one other paragraph of the article that bears out what the others do not; empty when none does."""
    sources = [source for file in pack.of(SourcesFile).values() for source in file.sources]
    others = [cite for cite in map_cites(sources) if cite[0] == fact.cites[0][0] and cite not in fact.cites]
    tried = (cite for cite in others[:MAX_CITES_TRIED])
    return next((cite for cite in tried if not any(comparer.compare(replace(fact, cites=(*fact.cites, cite))))), "")
