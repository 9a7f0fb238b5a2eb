"""What a turn can report. Each event carries the frozen records it speaks of, so a renderer needs no look-up.

One module a subject; each ends with the union of its events, and ``Event`` is the union of those unions. It is a union
and no base class, so that mypy knows every member: an event without a renderer, or one that no union names, is a type
error. A player's mistake is an event, never an exception: NotUnderstood (unreadable), Refused (understood, not possible
here), Ambiguous (which one?).
"""

from game.tour.events.answer_events import (
    AnswerEvent,
    NearTold,
    NotTold,
    Recalled,
    ToldElsewhere,
    TourExplained,
    TourTopic,
    Unanswered,
)
from game.tour.events.dialogue_events import Acted, Corrected, DialogueEvent, Replied
from game.tour.events.dialogue_refusals import (
    DialogueRefusal,
    NoSuchChoice,
    NothingToCorrect,
    NothingToRedo,
    NothingToRepeat,
    NothingToUndo,
    NounMissing,
    UnknownTopic,
)
from game.tour.events.dispatch_events import DispatchEvent, DispatchFiled, DispatchShown, FactsOffered
from game.tour.events.dispatch_refusals import (
    DispatchFormUnknown,
    DispatchFull,
    DispatchLengthWrong,
    DispatchRefusal,
    NoDeskHere,
    NoSuchFact,
    NoSuchLine,
    NotebookFormUnknown,
)
from game.tour.events.event_base import BaseEvent, Exit, Refused
from game.tour.events.guide_events import (
    GuideEvent,
    HelpShown,
    HintGiven,
    LessonGiven,
    Progress,
    ProgressShown,
    Scored,
    Taught,
    TutorialSet,
    VerbsShown,
)
from game.tour.events.ledger_events import (
    DatedFacts,
    DifferencesShown,
    EntityDescribed,
    FactsNoted,
    JourneysShown,
    LedgerEvent,
    NotebookShown,
    SourcesShown,
    TimelineShown,
)
from game.tour.events.mistake_events import Ambiguous, MistakeEvent, NotRun, NotUnderstood, Unsure
from game.tour.events.question_events import Challenged, ItemAsked, QuestionEvent, ResponseMarked, Skipped
from game.tour.events.question_refusals import (
    AllAnswered,
    NoQuestionsHere,
    NoQuestionWaits,
    NotAnOption,
    QuestionRefusal,
    QuizCommandRefused,
    UnreadableResponse,
)
from game.tour.events.refusals import Refusal
from game.tour.events.room_events import ExitsListed, Oriented, PictureDescribed, PlacesListed, RoomEvent, RoomShown
from game.tour.events.thing_events import Carrying, Dropped, Mentioned, Taken, ThingEvent, ThingExamined
from game.tour.events.thing_refusals import (
    AlreadyCarried,
    NotAThing,
    NotCarried,
    NotExaminedYet,
    NothingReadYet,
    NothingToExamine,
    NothingToTake,
    NotPortable,
    ThingRefusal,
)
from game.tour.events.tour_events import (
    AboutShown,
    Arrived,
    CreditsShown,
    DoneAgain,
    Opened,
    Remarked,
    RestartDeclined,
    RestartOffered,
    TourEvent,
    Undone,
    UnitsSet,
    VersionShown,
)
from game.tour.events.walk_refusals import (
    AlreadyThere,
    NoExit,
    NowhereMeant,
    PlaceNotHere,
    TooFar,
    UnknownPlace,
    WalkRefusal,
)
from game.tour.events.wish_events import (
    ExportAsked,
    HonoursAsked,
    PracticeAsked,
    QuitAsked,
    RecordAsked,
    ReplayAsked,
    RestartAsked,
    RestoreAsked,
    SaveAsked,
    TakeOverAsked,
    TicketAsked,
    ToursAsked,
    TranscriptAsked,
    WishEvent,
)

# Of unions, not of classes: a renderer goes by subject first, and mypy checks each subject on its own.
Event = (
    RoomEvent
    | ThingEvent
    | LedgerEvent
    | QuestionEvent
    | DispatchEvent
    | GuideEvent
    | TourEvent
    | DialogueEvent
    | AnswerEvent
    | MistakeEvent
    | WishEvent
    | Refusal
)

__all__ = [
    "AboutShown",
    "Acted",
    "AllAnswered",
    "AlreadyCarried",
    "AlreadyThere",
    "Ambiguous",
    "AnswerEvent",
    "Arrived",
    "BaseEvent",
    "Carrying",
    "Challenged",
    "Corrected",
    "CreditsShown",
    "DatedFacts",
    "DialogueEvent",
    "DialogueRefusal",
    "DifferencesShown",
    "DispatchEvent",
    "DispatchFiled",
    "DispatchFormUnknown",
    "DispatchFull",
    "DispatchLengthWrong",
    "DispatchRefusal",
    "DispatchShown",
    "DoneAgain",
    "Dropped",
    "EntityDescribed",
    "Event",
    "Exit",
    "ExitsListed",
    "ExportAsked",
    "FactsNoted",
    "FactsOffered",
    "GuideEvent",
    "HelpShown",
    "HintGiven",
    "HonoursAsked",
    "ItemAsked",
    "JourneysShown",
    "LedgerEvent",
    "LessonGiven",
    "Mentioned",
    "MistakeEvent",
    "NearTold",
    "NoDeskHere",
    "NoExit",
    "NoQuestionWaits",
    "NoQuestionsHere",
    "NoSuchChoice",
    "NoSuchFact",
    "NoSuchLine",
    "NotAThing",
    "NotAnOption",
    "NotCarried",
    "NotExaminedYet",
    "NotPortable",
    "NotRun",
    "NotTold",
    "NotUnderstood",
    "NotebookFormUnknown",
    "NotebookShown",
    "NothingReadYet",
    "NothingToCorrect",
    "NothingToExamine",
    "NothingToRedo",
    "NothingToRepeat",
    "NothingToTake",
    "NothingToUndo",
    "NounMissing",
    "NowhereMeant",
    "Opened",
    "Oriented",
    "PictureDescribed",
    "PlaceNotHere",
    "PlacesListed",
    "PracticeAsked",
    "Progress",
    "ProgressShown",
    "QuestionEvent",
    "QuestionRefusal",
    "QuitAsked",
    "QuizCommandRefused",
    "Recalled",
    "RecordAsked",
    "Refusal",
    "Refused",
    "Remarked",
    "ReplayAsked",
    "Replied",
    "ResponseMarked",
    "RestartAsked",
    "RestartDeclined",
    "RestartOffered",
    "RestoreAsked",
    "RoomEvent",
    "RoomShown",
    "SaveAsked",
    "Scored",
    "Skipped",
    "SourcesShown",
    "TakeOverAsked",
    "Taken",
    "Taught",
    "ThingEvent",
    "ThingExamined",
    "ThingRefusal",
    "TicketAsked",
    "TimelineShown",
    "ToldElsewhere",
    "TooFar",
    "TourEvent",
    "TourExplained",
    "TourTopic",
    "ToursAsked",
    "TranscriptAsked",
    "TutorialSet",
    "Unanswered",
    "Undone",
    "UnitsSet",
    "UnknownPlace",
    "UnknownTopic",
    "UnreadableResponse",
    "Unsure",
    "VerbsShown",
    "VersionShown",
    "WalkRefusal",
    "WishEvent",
]
