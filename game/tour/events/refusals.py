"""Every refusal, as one closed union."""

from game.tour.events.compare_events import CompareRefusal
from game.tour.events.dialogue_refusals import DialogueRefusal
from game.tour.events.dispatch_refusals import DispatchRefusal
from game.tour.events.lead_events import LeadRefusal
from game.tour.events.newsroom_refusals import NewsroomRefusal
from game.tour.events.question_refusals import QuestionRefusal
from game.tour.events.thing_refusals import ThingRefusal
from game.tour.events.walk_refusals import WalkRefusal

Refusal = (
    WalkRefusal
    | ThingRefusal
    | QuestionRefusal
    | DispatchRefusal
    | NewsroomRefusal
    | LeadRefusal
    | DialogueRefusal
    | CompareRefusal
)
