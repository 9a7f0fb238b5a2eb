"""What a question is: the kinds of item, each with its stem, key, distractors and feedback.

Only the shapes are here; drawing, shuffling and marking are in quiz/.
"""

from typing import Annotated

from msgspec import Meta

from game.records import Id, Record, Text

Level = Annotated[int, Meta(ge=1, le=3, description="1 recall, 2 telling things apart, 3 weighing sources.")]
FactIds = Annotated[tuple[str, ...], Meta(min_length=1, description="Ids of the facts that prove the key.")]
Feedback = Annotated[Text, Meta(description="Why the key is right, shown after marking.")]


class Distractor(Record, frozen=True, kw_only=True):
    """A wrong option and the misconception it stands for."""

    text: Text
    because: Annotated[Text, Meta(description="What someone who picks it has mixed up.")]


class Choice(Record, frozen=True, kw_only=True, tag_field="kind", tag="choice"):
    """A question with one right option among several."""

    id: Id
    stem: Text
    key: Text
    distractors: Annotated[tuple[Distractor, ...], Meta(min_length=2, max_length=4)]
    feedback: Feedback
    facts: FactIds
    level: Level = 1


class TrueFalse(Record, frozen=True, kw_only=True, tag_field="kind", tag="true-false"):
    """A statement to be judged."""

    id: Id
    stem: Text
    key: bool
    feedback: Feedback
    facts: FactIds
    level: Level = 1


Item = Choice | TrueFalse
