"""The names in a question, as they are typed, said by another word, or meant by HE and IT."""

from collections.abc import Sequence

from msgspec.structs import replace

from game.core.names import ARTICLES
from game.tour.answering.fact_frames import FactFrames
from game.tour.answering.name_finder import Mention
from game.tour.answering.word_families import join, load_families
from game.tour.answering.word_forms import stem

_NO_ARTICLE = (("which", "article"), ("what", "article"))

HE = frozenset({"he", "him", "his", "himself"})
IT = frozenset({"it", "its"})


def take_mentions(
    typed: tuple[str, ...], frames: FactFrames, *, is_person_wanted: bool, has_dummy: bool
) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """The names in a question, longest first, and the words that are no part of them."""
    plain = tuple(word for word in typed if word not in ARTICLES)
    mentions: list[Mention] = []
    rest: list[str] = []
    place = 0
    while place < len(plain):
        word, mention, length = _read_name(plain, place, frames)
        mention = mention or _read_pronoun(word, frames, has_dummy=has_dummy)
        place += length
        if mention is None or not mention.is_sure:
            rest += (word,) if word not in load_families().empty else ()
        # HIS after a name is that person's.
        elif not mention.is_pronoun or word not in HE or not _has_person_among(mentions, frames):
            # WHO IS HIS WIFE wants a name, so WIFE is no name there: it says what the person asked for is.
            is_relation = is_person_wanted and _is_relation(word, mention, frames)
            rest += (word,) if is_relation else ()
            mentions += () if is_relation else (mention,)
    return tuple(mentions), tuple(rest)


def _read_name(plain: tuple[str, ...], place: int, frames: FactFrames) -> tuple[str, Mention | None, int]:
    """The word at a place, what it names, and how many words that takes; several where they stand for one.

    A phrase of the language stands for a word: SHAKE HANDS for MEET; or for none: BACK THEN.
    """
    # WHICH ARTICLE and THE ARTICLES name no article.
    if plain[place] == "articles" or plain[max(0, place - 1) : place + 1] in _NO_ARTICLE:
        return plain[place], None, 1
    mention = frames.names.find_mention(plain, place)
    phrase = load_families().find_phrase(plain, place)
    # BY TRAIN is no phrase where TRAIN is what it is all about.
    has_name = any(_is_main_at(plain, inner, frames) for inner in range(place, place + len(phrase)))
    if len(phrase) > 1 and not has_name and not frames.holds_phrase(phrase):
        return join(phrase), frames.find_relative(join(phrase)), len(phrase)
    if mention is None:
        return plain[place], frames.find_relative(plain[place]), 1
    # THE FIRST ARTICLE means nothing else, even where each of its words does.
    mention = replace(mention, is_sure=mention.is_sure or mention.entity in frames.names.sources)
    length = mention.length if mention.is_sure else 1
    return " ".join(plain[place : place + length]), mention, length


def _is_main_at(plain: tuple[str, ...], place: int, frames: FactFrames) -> bool:
    mention = frames.names.find_mention(plain, place)
    return mention is not None and mention.entity in (frames.names.person, frames.names.thing)


def _has_person_among(mentions: Sequence[Mention], frames: FactFrames) -> bool:
    return any(frames.names.kinds.get(mention.entity) == "person" for mention in mentions)


def _is_relation(word: str, mention: Mention, frames: FactFrames) -> bool:
    """Whether a word for a person says what that person is to another: WIFE, and not PUTIN."""
    is_person = frames.names.kinds.get(mention.entity) == "person"
    return is_person and bool(frames.vocabulary.find_attributes(stem(word)))


def _read_pronoun(word: str, frames: FactFrames, *, has_dummy: bool) -> Mention | None:
    if word in HE and frames.names.person:
        return Mention(entity=frames.names.person, length=1, is_sure=True, is_pronoun=True)
    if word in IT and frames.names.thing and not has_dummy:
        return Mention(entity=frames.names.thing, length=1, is_sure=True, is_pronoun=True)
    return None
