"""What can be said where no fact answers a question: what is told near it, or that its subject is told without it."""

from collections.abc import Sequence

from game.tour.answering.fact_frames import FactFrames
from game.tour.answering.question import AskedQuestion

_TYPES_THAT_SHOW = ("number", "date")


def find_near_entity(question: AskedQuestion, told_of: Sequence[Sequence[str]], frames: FactFrames) -> str | None:
    """What can be told of where no fact answers: what the question names, or else what the nearest fact is about.

    Args:
        question: What was asked.
        told_of: For each fact near the question, the nearest first, the ids of all that it is listed under, what it is
            about before the others.
        frames: The facts.
    """
    if question.has_stranger:
        return None
    named = [mention.entity for mention in question.mentions if not mention.is_pronoun]
    main = (frames.names.person, frames.names.thing)
    special = [entity for entity in named if entity not in main]
    if special:
        near = (entity for tellers in told_of for entity in special if entity in tellers)
        return next(near, special[0])
    # Never another person of a name: of two Kims the one who was not asked about.
    strange = {other for entity in question.entities for other in frames.names.find_namesakes(entity)}
    softly = set(question.soft.values())
    for tellers in told_of:
        about = [entity for entity in tellers if entity not in strange and frames.names.kinds[entity] != "press"]
        meant = [entity for entity in about if entity in softly]
        if found := next((entity for entity in (*named, *meant, *about) if entity in tellers), None):
            return found
    return next(iter(named), None)


def find_untold_attribute(question: AskedQuestion, entity_id: str, frames: FactFrames) -> str:
    """The attribute that a question asks of something and that no fact tells of it; empty when that is not sure.

    It is sure for one attribute alone, asked by nothing but its own words, whose kind of answer shows in a sentence: a
    number or a date. All else may be told in words that nobody listed, and "not told" would then be false.
    """
    heavy = [word for word in question.stems if word not in question.light]
    names = set(question.attributes)
    for word in heavy:
        names.update(frames.vocabulary.find_attributes(word))
    is_alone = len(names) == 1 and all(frames.vocabulary.find_attributes(word) for word in heavy)
    if not is_alone or len(question.entities) != 1:
        return ""
    name = names.pop()
    kind = frames.vocabulary.find_answer_type(name)
    if kind not in _TYPES_THAT_SHOW:
        return ""
    told = [frames.frames[fact_id] for fact_id in frames.find_by_entity(entity_id)]
    is_shown = any(frame.has_number if kind == "number" else frame.has_date for frame in told)
    return "" if is_shown else name
