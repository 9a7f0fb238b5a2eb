"""What an answer must fulfil whatever its score: article, year, names, subject, and the kind of answer asked for."""

from collections.abc import Callable

from game.tour.answering.fact_frame import FactFrame
from game.tour.answering.fact_frames import FactFrames
from game.tour.answering.opposites import tells_opposite
from game.tour.answering.question import AskedQuestion, Wanted
from game.tour.answering.scoring import Score

MIN_WEIGHT_TO_UNDERSTAND = 2.5
"""Weight of a question's words from which one name may be understood in an answer by yes or no."""


MIN_NAMES_THAT_ASK = 2
"""Names without any other word that are a question to be answered by yes or no: DID HE HAVE A TV ON THE TRAIN."""


def fits(frame: FactFrame, question: AskedQuestion, frames: FactFrames, score: Score) -> bool:
    """Whether a fact breaks none of the conditions."""
    return (
        score.has_head
        and not is_opposite(frame, question)
        and _is_done_by_asked(frame, question, frames)
        and _is_that_relation(frame, question, frames)
        and _is_in_sources(frame, question)
        and _is_of_asked_year(frame, question, frames)
        and _names_all(frame, question, frames, score)
        and _is_of_subject(frame, question, frames, is_literal=score.is_literal)
        and (_is_answer_stated(frame, question, frames, score) or has_wanted(frame, question, frames))
    )


def is_opposite(frame: FactFrame, question: AskedQuestion) -> bool:
    """Whether a fact tells of the inside where the outside is asked for."""
    return tells_opposite(question.text, frame.fact.claim)


def _is_done_by_asked(frame: FactFrame, question: AskedQuestion, frames: FactFrames) -> bool:
    """Whether WHAT IS HE DOING is answered by a fact in which he does something, and no mere thing of his is told."""
    if not question.is_of_doing:
        return True
    persons = [entity for entity in question.entities if frames.names.kinds.get(entity) == "person"]
    names = [frames.names.find_name(person) for person in persons]
    return all(frame.fact.claim.count(name) > frame.fact.claim.count(f"{name}’s") for name in names)


def _is_that_relation(frame: FactFrame, question: AskedQuestion, frames: FactFrames) -> bool:
    """Whether DOES HE HAVE A BROTHER is answered by who is whose, and not by a fact that only speaks of a brother."""
    if question.wanted != "yes or no" or len(question.stems) != 1:
        return True
    asked = frames.vocabulary.find_own_attributes(question.stems[0])
    persons = [name for name in asked if frames.vocabulary.find_answer_type(name) == "person"]
    return not persons or len(persons) < len(asked) or frame.attribute in persons


def is_allowed(frame: FactFrame, question: AskedQuestion, frames: FactFrames) -> bool:
    """Whether a fact may be told near a question: of its articles and years, and of no other person of a name."""
    held = frame.entities | frame.subjects
    named = {mention.entity for mention in question.mentions if not mention.is_pronoun}
    others = {other for entity in question.entities for other in frames.names.find_namesakes(entity)} - named
    is_of_other = frame.subject in others or any(
        entity not in held and not frames.names.find_namesakes(entity).isdisjoint(frame.entities)
        for entity in question.entities
    )
    is_of_named = not named or not held.isdisjoint(named)
    return is_of_named and not is_of_other and _is_in_sources(frame, question) and _is_of_years(frame, question, frames)


def _is_answer_stated(frame: FactFrame, question: AskedQuestion, frames: FactFrames, score: Score) -> bool:
    """Whether the author says that a fact answers just this, be it with "not clear": WHERE IS THE TV.

    A place may also be told in words that name none: AT THE END OF A CARRIAGE.
    """
    is_pair = score.is_attribute and not frame.subjects.isdisjoint(question.entities)
    answer = frames.vocabulary.find_answer_type(frame.attribute)
    return is_pair and answer == question.wanted and (frame.fact.kind == "unknown" or answer == "place")


def _is_in_sources(frame: FactFrame, question: AskedQuestion) -> bool:
    return not question.sources or not question.sources.isdisjoint(frame.sources)


def _is_of_years(frame: FactFrame, question: AskedQuestion, frames: FactFrames) -> bool:
    years = question.years & frames.years
    return not years or not frame.years or not years.isdisjoint(frame.years)


def _is_of_asked_year(frame: FactFrame, question: AskedQuestion, frames: FactFrames) -> bool:
    """Whether a fact is of the year named; one of no year says nothing of WHAT DID HE FLY IN 2014."""
    is_strict = bool(question.years & frames.years)
    return (bool(frame.years) or not is_strict) and _is_of_years(frame, question, frames)


def _names_all(frame: FactFrame, question: AskedQuestion, frames: FactFrames, score: Score) -> bool:
    """Whether everything named is in the fact. The tour's main person and thing may be understood."""
    held = frame.entities | frame.subjects
    asked = question.entities
    # DID TRUMP GO BY TRAIN is about the train as well: nothing is understood where the answer is yes or no.
    special = set(asked) - {frames.names.person, frames.names.thing}
    is_named_alone = not (score.is_literal or score.is_attribute) and len(special) < MIN_NAMES_THAT_ASK
    is_weak = score.weight < MIN_WEIGHT_TO_UNDERSTAND or is_named_alone
    is_strict = question.wanted == "yes or no" and len(asked) > 1 and is_weak
    pronouns = {mention.entity for mention in question.mentions if mention.is_pronoun}
    understood = pronouns if is_strict else {frames.names.person, frames.names.thing}
    # IT may stand for nothing, as in ON WHAT DOES IT REST: a name must be in the fact, a pronoun need not.
    thing = frames.names.thing
    named = {m.entity for m in question.mentions if not (m.is_pronoun and m.entity == thing)}
    return all(entity in held or entity in understood for entity in asked) and (not named or not held.isdisjoint(named))


def _is_of_subject(frame: FactFrame, question: AskedQuestion, frames: FactFrames, *, is_literal: bool) -> bool:
    """Whether the fact is about whom the question is about: never about one person where another was named."""
    # WHO PUBLISHED ARTICLE B asks of the article, and of nothing that it tells.
    if not frame.subjects.issuperset(frames.names.sources.intersection(question.entities)):
        return False
    pronouns = {mention.entity for mention in question.mentions if mention.is_pronoun}
    for person in question.entities:
        namesakes = frames.names.find_namesakes(person)
        # HIS DAD names one of two: he who is only meant by HIS need not be in the fact.
        others = namesakes - set(question.entities) if person in pronouns else namesakes
        if person not in frame.entities and not others.isdisjoint(frame.entities):
            return False
        # DID TRUMP GO BY TRAIN: who acts must be among those named.
        is_person = frames.names.kinds.get(person) == "person" and person != frames.names.person
        if question.wanted == "yes or no" and is_person and frame.actor not in question.entities:
            return False
        # WAS HE AFRAID: the one who was must be the one asked about, and no other of his name beside him.
        if question.wanted == "yes or no" and frame.subject in namesakes and frame.subject not in question.entities:
            return False
    # A fact that shares no word with the question, only what it asks for, must at least be about the same thing.
    named = {entity for entity in question.entities if entity not in (frames.names.person, frames.names.thing)}
    # Two names are as good as a word.
    return is_literal or not question.entities or len(named) > 1 or not frame.subjects.isdisjoint(question.entities)


def has_wanted(frame: FactFrame, question: AskedQuestion, frames: FactFrames) -> bool:
    """Whether a fact holds the kind of answer asked for, and not only as a part of the question."""
    others = frame.named - set(question.entities)
    fitting: dict[Wanted, Callable[[], bool]] = {
        "person": lambda: _has_person(frame, question, frames),
        "place": lambda: any(frames.names.kinds.get(e) == "place" for e in others),
        "house": lambda: any(frames.names.kinds.get(e) == "press" for e in others) or bool(frame.speakers),
        "date": lambda: frame.has_month or (frame.has_date and not (frame.years and frame.years <= question.years)),
        "number": lambda: frame.has_number or (frame.has_date and _is_number_told(frame, frames)),
        "count": lambda: any(other in frame.counted for other in frames.vocabulary.list_alternatives(question.counted)),
        "reason": lambda: frame.gives_reason,
        "yes or no": lambda: True,
        "anything": lambda: True,
    }
    return fitting[question.wanted]()


def _is_number_told(frame: FactFrame, frames: FactFrames) -> bool:
    """Whether a date answers HOW MUCH: the year of manufacture does for HOW OLD."""
    return frames.vocabulary.find_answer_type(frame.attribute) == "number"


def _has_person(frame: FactFrame, question: AskedQuestion, frames: FactFrames) -> bool:
    """Whether a fact names somebody who is not part of the question; who only reports it counts where that is asked."""
    others = frame.named - set(question.entities)
    if question.is_of_saying and (frame.speakers or frame.fact.strength == "reported"):
        return True
    persons = {e for e in others if frames.names.kinds.get(e) in ("person", "institution")} - frame.speakers
    return bool(persons) or frame.has_people
