"""Rules for the words of a claim: its person, its speaker, and words that no cited paragraph contains."""

import re
from collections.abc import Iterator

from game.content.claim_cases import ComparedClaim
from game.content.sentence_maps import hash_stem
from game.core.names import words
from game.pack.claims.figures import find_figures
from game.pack.claims.speakers import find_speakers
from game.pack.claims.timespans import find_dates
from game.pack.claims.word_classes import (
    COLOURS,
    EVERY,
    FORMS,
    KIN,
    OPPOSITES,
    SOURCE_TALK,
    SURE,
    find_root,
    find_wholes,
    list_spellings,
)
from game.pack.claims.wording import find_polarity, list_stems, stem
from game.pack.ledger import NO_SPEAKER, Entity, Fact
from game.prose import claim_remarks as remarks

_POSSESSED = re.compile(r"^(?:’s|'s)?\s+(?:\w+\s+)?(?:father|mother|sister|brother|wife|uncle|grandfather|predecessor)")
UNNAMED = frozenset(
    map(stem, "unnamed nobody named some reports accounts article picture photo caption people witnesses".split())
)
"""Words by which an author says that an article names no speaker, or that a picture speaks."""

_LABEL = re.compile(r"\b[Aa]rticle ([A-Z])\b")
_CAPITAL = re.compile(r"(?<![.!?:“] )(?<!^)\b[A-Z][\w’'-]+")


def _list_name_stems(entity: Entity) -> tuple[str, ...]:
    """The stems of all names of an entity."""
    return list_stems(" / ".join((entity.name, *entity.names)))


def find_wrong_subject(case: ComparedClaim) -> Iterator[str]:
    """The fact is about one person, but its claim names only another person."""
    of, _, _ = case.fact.of.partition(".")
    entity = case.entities.get(of)
    persons = [n for n in case.mentions.find(case.fact.claim) if case.entities[n].kind == "person"]
    if entity is None or entity.kind != "person" or not persons:
        return
    if of not in persons:
        yield remarks.describe_subject(case.entities[persons[0]].name, case.fact.of)
        return
    first = persons[0]
    # Named first, and not as the relative of the subject (“X's father”).
    name = case.entities[first].name
    after = case.fact.claim[case.fact.claim.find(name) + len(name) :]
    # Behind "KCNA reported that" begins what is told.
    begins = name in (case.fact.claim[: len(name)], case.fact.claim.rpartition(" that ")[2][: len(name)])
    if first != of and begins and not re.match(r"[’']s?\b", after) and not _is_speaker(case, first):
        yield remarks.describe_subject(name, case.fact.of)


def _is_speaker(case: ComparedClaim, name: str) -> bool:
    return name in case.mentions.find(case.fact.said_by)


def find_wrong_speaker(case: ComparedClaim) -> Iterator[str]:
    """The claim names a speaker who is not the fact's speaker, or an article that the fact does not cite."""
    for label in _LABEL.findall(case.fact.claim):
        if label not in {cite[0] for cite in case.fact.cites}:
            yield remarks.describe_other_speaker(label, ", ".join(case.fact.cites))
    if case.fact.said_by == NO_SPEAKER:
        return
    if own := _list_own_speaker_words(case):
        yield remarks.describe_own_words(own, case.fact.cites)
        return
    speakers = set(case.mentions.find(case.fact.said_by))
    named = speakers.intersection(case.mentions.find(case.fact.claim))
    if speakers and not named and any(case.entities[n].kind in ("person", "press") for n in speakers):
        yield remarks.describe_unnamed_speaker(case.fact.said_by)
        return
    told = [
        n
        for n in find_speakers(case.fact.claim, case.mentions)
        if n not in case.titles and case.entities[n].kind in ("person", "press")
    ]
    if told and not speakers.intersection(told):
        yield remarks.describe_other_speaker(case.entities[told[0]].name, case.fact.said_by)


def _list_own_speaker_words(case: ComparedClaim) -> list[str]:
    """Words for the speaker that no cited paragraph has, and that do not only say that nobody is named."""
    told = case.hash_field("stems") | {hash_stem(stem(word)) for s in case.sentences for word in s.refers}
    names = {s for n in case.mentions.find(case.fact.said_by) for s in _list_name_stems(case.entities[n])}
    return [
        found
        for found in list_stems(case.fact.said_by)
        if found not in names and found not in UNNAMED and told.isdisjoint(map(hash_stem, list_spellings(found)))
    ]


def find_own_certainty(case: ComparedClaim) -> Iterator[str]:
    """Words that make a claim more certain than every cited sentence."""
    for found in _list_absent(case, SURE):
        yield remarks.describe_own_word("sure", found, case.fact.cites)


def _list_absent(case: ComparedClaim, wanted: frozenset[str]) -> list[str]:
    told = case.hash_field("stems") | {hash_stem(stem(word)) for s in case.sentences for word in s.refers}
    mine = frozenset(map(stem, words(case.fact.claim))) & wanted
    return sorted(found for found in mine if hash_stem(found) not in told)


def find_own_colours(case: ComparedClaim) -> Iterator[str]:
    """Colours that no cited sentence contains."""
    for found in _list_absent(case, COLOURS):
        yield remarks.describe_own_word("colour", found, case.fact.cites)


def find_own_kin(case: ComparedClaim) -> Iterator[str]:
    """Family relations that no cited sentence contains."""
    for found in _list_absent(case, KIN):
        yield remarks.describe_own_word("kin", found, case.fact.cites)


def find_own_wholes(case: ComparedClaim) -> Iterator[str]:
    """Words such as all, every, always, if no cited sentence contains one."""
    told = frozenset(found for sentence in case.sentences for found in sentence.wholes)
    told |= EVERY if EVERY & told else frozenset()
    for found in find_wholes(case.fact.claim):
        # "Never at ease" is a denial, which another rule compares.
        if found != "never" and found not in told and hash_stem(found) not in case.hash_field("stems"):
            yield remarks.describe_own_word("whole", found, case.fact.cites)


def find_opposites(case: ComparedClaim) -> Iterator[str]:
    """Words whose opposite is in the cited sentences."""
    told = case.hash_field("stems")
    mine = frozenset(map(stem, words(case.fact.claim)))
    for found in sorted(mine):
        against = [other for other in sorted(OPPOSITES.get(found, frozenset()) - mine) if hash_stem(other) in told]
        if against and hash_stem(found) not in told:
            yield remarks.describe_opposite(found, against[0], case.fact.cites)


def find_unknown_names(case: ComparedClaim) -> Iterator[str]:
    """Capitalised words that are in no cited paragraph, and not in the name of an entity there."""
    names = " / ".join(name for paragraph in case.paragraphs for name in paragraph.names)
    known = set(list_stems(names)) | SOURCE_TALK
    # A claim may use the full name of an entity that the cited paragraphs call by a short name.
    for found in case.mentions.find(names + " / " + " / ".join(w for s in case.sentences for w in s.refers)):
        known |= set(_list_name_stems(case.entities[found]))
    told = case.hash_field("stems")
    text = case.fact.claim
    for date in reversed(find_dates(text)):
        text = text[: date.start] + text[date.end :]
    for match in _CAPITAL.finditer(text):
        absent = [s for s in list_stems(match.group()) if len(s) > 1 and s not in known and hash_stem(s) not in told]
        forms = {FORMS.get(s, s) for s in absent}
        if absent and not any(FORMS.get(k, k) in forms for k in known) and not _is_told_otherwise(match.group(), case):
            yield remarks.describe_unknown_name(match.group(), case.fact.cites)


def _is_told_otherwise(word: str, case: ComparedClaim) -> bool:
    """Whether the word belongs to the full name of the subject."""
    of, _, _ = case.fact.of.partition(".")
    about = (of, *case.fact.about.who)
    return any(set(list_stems(word)) <= set(_list_name_stems(case.entities[n])) for n in about if n in case.entities)


def find_own_words(case: ComparedClaim) -> Iterator[str]:
    """More than a few words that are in no cited paragraph: the claim says more, or cites the wrong paragraph."""
    # A fact about an article uses words about it, such as its title, that are not in it.
    if case.titles.intersection(case.mentions.find(case.fact.claim)):
        return
    told = case.hash_field("stems")
    names = {s for n in case.mentions.find(case.fact.claim) for s in _list_name_stems(case.entities[n])}
    figures = {word for figure in find_figures(case.fact.claim) for word in list_stems(figure)}
    dates = {s for d in find_dates(case.fact.claim) for s in list_stems(case.fact.claim[d.start : d.end])}
    known = names | figures | dates | SOURCE_TALK | _list_framing_stems(case.fact)
    own = [
        found
        for found in list_stems(case.fact.claim)
        if found not in known
        and not found[0].isdigit()
        and find_root(found) not in case.own_words
        and told.isdisjoint(map(hash_stem, list_spellings(found)))
    ]
    if own:
        yield remarks.describe_own_words(own, case.fact.cites)


def _list_framing_stems(fact: Fact) -> frozenset[str]:
    """Stems of the words by which an author passes on a claim, or says that something is not told."""
    framing = ("according", "account") if fact.strength == "reported" else ()
    if find_polarity(fact.claim) == "not told":
        framing = (*framing, "clear", "known", "know", "nobody")
    return frozenset(found for word in framing for found in list_stems(word))
