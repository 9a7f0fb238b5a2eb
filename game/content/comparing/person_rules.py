"""Rules for the persons in a sentence: its subject, relatives, roles, and the speaker."""

import re
from collections.abc import Iterator

from game.content.comparing.cases import MIN_SURE_STEMS, Case
from game.content.comparing.roles import find_links
from game.pack.claims.speakers import find_speakers
from game.pack.claims.word_classes import KIN, KIN_OF, find_root, find_roots
from game.prose import text_remarks as remarks

_OBJECT = re.compile(r"\b(?:to|with|by|for|of|before|beside|than|under|after)\b")

_OWNER = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)*[’'](?:s\b)?")

_PRONOUN = re.compile(r"\b(?:he|his|him|she|her|himself|herself|who|whom|leader|brother|father|their)\b")

_SPEAKING = frozenset({"’s account", "’s memoir", "’s word", "by", "said", "stat", "recall", "told"})
"""Roles that several speakers can have. Another rule compares the speakers."""


_LABEL_SAYS = re.compile(
    r"\b[Aa]rticle ([A-Z]) (?:also |only |flatly )?"
    r"(?:says|has|tells|states|describes|calls|names|speaks|reports|gives|puts)\b"
)
"""An article that is named as the one that says something."""


def find_wrong_subject(case: Case) -> Iterator[str]:
    """The sentence is about a different person than the claim."""
    side = case.best
    if side is None:
        return
    # After a preposition comes another person (met someone, sister of someone), not the subject of the sentence.
    first = _OBJECT.split(_OWNER.sub("", case.sentence.text), maxsplit=1)[0]
    persons = [
        n for n in case.ledger.mentions.find(first) if case.ledger.entities[n].kind == "person" and n in case.names
    ]
    of, _, _ = side.fact.of.partition(".")
    near = case.ledger.mentions.find(case.text.near)
    told = {n for s in case.touching if case.score(s) > case.score(side) - 1 for n in s.names}
    # A fact of no stated subject tells of nobody that another listed fact could not name.
    told |= set() if of else {n for s in case.touching if s.fact.id in case.text.facts for n in s.names}
    if not persons or of in near or of in persons or not case.roots & side.matter_roots:
        return
    is_person = of in case.ledger.entities and case.ledger.entities[of].kind == "person"
    if not told.intersection(persons) or (is_person and not _PRONOUN.search(case.sentence.text)):
        yield remarks.describe_subject(case.ledger.entities[persons[0]].name, side.fact)


def find_swapped_roles(case: Case) -> Iterator[str]:
    """A person in a role that the claim gives to another person: whose train it is, by whose account."""
    told: dict[str, set[str]] = {}
    # Whose father somebody is, is told once, and holds in every sentence.
    sides = (*case.close, *case.ledger.relatives)
    for side in sides:
        for name, link in find_links(side.fact.claim, case.ledger):
            told.setdefault(link, set()).add(name)
    known = {name for side in sides for name in side.names}
    speakers = {name for side in case.close for name in case.ledger.mentions.find(side.fact.said_by)}
    for name, link in find_links(case.sentence.text, case.ledger):
        is_speaking = link in _SPEAKING and name in speakers
        if name in known and link in told and name not in told[link] and not is_speaking:
            other = case.ledger.entities[sorted(told[link])[0]].name
            yield remarks.describe_role(case.ledger.entities[name].name, link, other)


def find_wrong_speakers(case: Case) -> Iterator[str]:
    """A speaker who is not the speaker of any fact that the sentence can be about."""
    told = {name for side in case.close for name in case.ledger.mentions.find(side.fact.said_by)}
    told |= {name for side in case.close for name in find_speakers(side.fact.claim, case.ledger.mentions)}
    told |= {side.fact.of.partition(".")[0] for side in case.close} | case.ledger.titles
    for name in find_speakers(case.sentence.text, case.ledger.mentions):
        if case.ledger.entities[name].kind in ("person", "press") and name not in told and case.close:
            yield remarks.describe_speaker(case.ledger.entities[name].name, [side.fact for side in case.close])
    if case.best and case.score(case.best) >= MIN_SURE_STEMS and not case.sentence.is_negative:
        for label in _LABEL_SAYS.findall(case.sentence.text):
            if label in case.ledger.source_ids and all(label not in side.sources for side in case.close):
                yield remarks.describe_speaker(f"article {label}", [side.fact for side in case.close])


def find_own_kin(case: Case) -> Iterator[str]:
    """Family relations that no claim contains, in either direction."""
    # A fact that shares only the relation itself supports nothing.
    bare = find_roots(KIN)
    close = [side for side in case.close if (case.roots & side.matter_roots) - bare or side.fact.id in case.text.facts]
    told = {found for side in close for found in side.words} | case.near
    roots = find_roots({found for side in close for found in side.stems})
    sides = case.touching if case.is_reason else case.rivals
    named = case.names | {name for side in sides for name in side.names}
    for kin in sorted(KIN.intersection(case.sentence.all_stems) - told):
        # "His father" is allowed for a named person if a fact of the ledger says that he is the father.
        holders = case.ledger.kin_holders
        known = holders.get(kin, frozenset()) | holders.get(KIN_OF.get(kin, ""), frozenset())
        if not known & named and find_root(kin) not in roots:
            yield remarks.describe_word("kin", kin)
