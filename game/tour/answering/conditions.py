"""What an answer must fulfil whatever its score: article, year, names, subject, and the kind of answer asked for."""

from collections.abc import Callable

from game.tour.answering.fact_frame import FactFrame
from game.tour.answering.fact_frames import FactFrames
from game.tour.answering.question import AskedQuestion, Wanted
from game.tour.answering.scoring import Score

MIN_WEIGHT_TO_UNDERSTAND = 2.5
"""Weight of a question's words from which one name may be understood in an answer by yes or no."""


def fits(frame: FactFrame, question: AskedQuestion, frames: FactFrames, score: Score) -> bool:
    """Whether a fact breaks none of the conditions."""
    return (
        _is_in_sources(frame, question)
        and _is_of_years(frame, question, frames)
        and _names_all(frame, question, frames, score)
        and _is_of_subject(frame, question, frames, is_literal=score.is_literal)
        and (_is_answer_known(frame, question, frames, score) or _has_wanted(frame, question, frames))
    )


def _is_answer_known(frame: FactFrame, question: AskedQuestion, frames: FactFrames, score: Score) -> bool:
    """Whether the author says that a fact answers just this, be it with "not clear": WHERE IS THE TV."""
    is_pair = score.is_attribute and not frame.subjects.isdisjoint(question.entities)
    answer = frames.vocabulary.find_answer_type(frame.attribute)
    return is_pair and frame.fact.kind == "unknown" and answer == question.wanted


def _is_in_sources(frame: FactFrame, question: AskedQuestion) -> bool:
    return not question.sources or not question.sources.isdisjoint(frame.sources)


def _is_of_years(frame: FactFrame, question: AskedQuestion, frames: FactFrames) -> bool:
    years = question.years & frames.years
    return not years or not frame.years or not years.isdisjoint(frame.years)


def _names_all(frame: FactFrame, question: AskedQuestion, frames: FactFrames, score: Score) -> bool:
    """Whether everything named is in the fact. The tour's main person and thing may be understood."""
    held = frame.entities | frame.subjects
    asked = question.entities
    # DID TRUMP GO BY TRAIN is about the train as well: nothing is understood where the answer is yes or no.
    is_strict = question.wanted == "yes or no" and len(asked) > 1 and 0 < score.weight < MIN_WEIGHT_TO_UNDERSTAND
    pronouns = {mention.entity for mention in question.mentions if mention.is_pronoun}
    understood = pronouns if is_strict else {frames.names.person, frames.names.thing}
    # IT may stand for nothing, as in ON WHAT DOES IT REST: a name must be in the fact, a pronoun need not.
    thing = frames.names.thing
    named = {m.entity for m in question.mentions if not (m.is_pronoun and m.entity == thing)}
    return all(entity in held or entity in understood for entity in asked) and (not named or not held.isdisjoint(named))


def _is_of_subject(frame: FactFrame, question: AskedQuestion, frames: FactFrames, *, is_literal: bool) -> bool:
    """Whether the fact is about whom the question is about: never about one person where another was named."""
    for person in question.entities:
        namesakes = frames.names.find_namesakes(person)
        if person not in frame.entities and not namesakes.isdisjoint(frame.entities):
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


def _has_wanted(frame: FactFrame, question: AskedQuestion, frames: FactFrames) -> bool:
    """Whether a fact holds the kind of answer asked for, and not only as a part of the question."""
    others = frame.named - set(question.entities)
    fitting: dict[Wanted, Callable[[], bool]] = {
        "person": lambda: _has_person(frame, question, frames),
        "place": lambda: any(frames.names.kinds.get(e) == "place" for e in others),
        "house": lambda: any(frames.names.kinds.get(e) == "press" for e in others) or bool(frame.speakers),
        "date": lambda: frame.has_date and not (frame.years and frame.years <= question.years),
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
