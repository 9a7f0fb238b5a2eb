"""The sentence of every refusal: why something is not possible here, and what is."""

from typing import assert_never

from game.pack.world import World
from game.prose.compare_lines import describe_compare_refusal
from game.prose.lead_lines import describe_lead_refusal, describe_untold
from game.prose.lines import (
    Line,
    capitalise,
    count_noun,
    describe_ways,
    is_plural,
    join_words,
    quote_typed,
)
from game.prose.newsroom_refusals import describe_newsroom_refusal
from game.prose.own_words import Sentences, fill_slots
from game.prose.questions import describe_instruction
from game.prose.quiz_commands import explain_tour_refusal
from game.prose.work_lines import describe_work_refusal
from game.tour.dispatch import MIN_DISPATCH_LINES
from game.tour.events import (
    AllAnswered,
    AlreadyCarried,
    AlreadyThere,
    CompareRefusal,
    DialogueRefusal,
    DispatchFormUnknown,
    DispatchFull,
    DispatchLengthWrong,
    DispatchRefusal,
    HeadlineTooLong,
    HeadlineUntold,
    LeadRefusal,
    NewsroomRefusal,
    NoDeskHere,
    NoExit,
    NoQuestionsHere,
    NoQuestionWaits,
    NoSuchChoice,
    NoSuchFact,
    NoSuchLine,
    NotAnOption,
    NotAThing,
    NotCarried,
    NotebookFormUnknown,
    NotExaminedYet,
    NothingFiled,
    NothingReadYet,
    NothingToCorrect,
    NothingToExamine,
    NothingToRedo,
    NothingToRepeat,
    NothingToTake,
    NothingToUndo,
    NotPortable,
    NounMissing,
    NoWayThere,
    NowhereMeant,
    OwnHeadlinesOff,
    PlaceNotHere,
    QuestionRefusal,
    QuizCommandRefused,
    Refusal,
    ReportUnfiled,
    ThingRefusal,
    UnknownPlace,
    UnknownTopic,
    UnreadableResponse,
    WalkRefusal,
    WorkRefusal,
)
from game.tour.events.dispatch_refusals import Leaving

REFUSALS = Sentences(
    "refusals",
    {
        "no-place": "No {place} is called “{typed}”; PLACES lists them.",
        "no-way": "No way leads {way} from here.",
        "all-answered": "You have answered every question here. The next {place} has its own.",
    },
)


def render_refusal(event: Refusal, world: World) -> tuple[Line, ...]:
    """The line that says why something is not possible, and what is."""
    return (Line(_describe_refusal(event, world), "refused"),)


def _describe_refusal(event: Refusal, world: World) -> str:  # noqa: C901, PLR0911 - one case a subject
    if isinstance(event, WalkRefusal):
        return _describe_walk_refusal(event, world)
    if isinstance(event, ThingRefusal):
        return _describe_thing_refusal(event)
    if isinstance(event, QuestionRefusal):
        return _describe_question_refusal(event, world)
    if isinstance(event, DispatchRefusal):
        return _describe_dispatch_refusal(event, has_newsroom=world.newsroom is not None)
    if isinstance(event, LeadRefusal):
        return describe_lead_refusal(event, world)
    if isinstance(event, NewsroomRefusal):
        return describe_newsroom_refusal(event)
    if isinstance(event, DialogueRefusal):
        return _describe_dialogue_refusal(event)
    if isinstance(event, CompareRefusal):
        return describe_compare_refusal(event)
    assert_never(event)


def _describe_walk_refusal(event: WalkRefusal, world: World) -> str:
    match event:
        case NoExit():
            return f"{_describe_no_way(event.direction, world)} {describe_ways(event.exits)}".rstrip()
        case AlreadyThere():
            return f"You are in {quote_typed(event.room.name)} already. LOOK reads it again."
        case NoWayThere():
            return f"No way leads from here to {quote_typed(event.room.name)}. {describe_ways(event.exits)}"
        case UnknownPlace():
            # A bare number is refused before the parser knows the exits.
            ways_on = f" {describe_ways(event.exits)}" if event.exits else ""
            return REFUSALS.say(world, "no-place", typed=quote_typed(event.name)) + ways_on
        case PlaceNotHere():
            name = quote_typed(event.room.name)
            return f"{capitalise(name)} is another place. GO TO {name.upper()} leads there."
        case NowhereMeant():
            return f"“{capitalise(quote_typed(event.word))}” is nowhere yet. PLACES lists where one can go."
        case _:
            assert_never(event)


def _describe_no_way(way: str, world: World) -> str:
    """That no way leads there: in the words of the way, else of the tour, else ours."""
    own = world.tour.ways[way].no_way if way in world.tour.ways else None
    return fill_slots(own or world.tour.no_way or REFUSALS.texts["no-way"], world, {"way": quote_typed(way)})


def _describe_thing_refusal(event: ThingRefusal) -> str:  # noqa: C901, PLR0911 - one case an event
    if isinstance(event, WorkRefusal):
        return describe_work_refusal(event)
    match event:
        case NothingToExamine():
            return "Nothing else here can be looked at."
        case NothingToTake():
            return "Nothing here can be carried."
        case NotPortable():
            name = quote_typed(event.thing.name)
            stays = "stay where they are" if is_plural(name) else "stays where it is"
            return f"The {name} {stays}: this is an exhibition."
        case AlreadyCarried():
            return f"You carry the {quote_typed(event.thing.name)} already."
        case NotCarried():
            return f"You do not carry the {quote_typed(event.thing.name)}. INVENTORY says what you do."
        case NotAThing():
            return f"{capitalise(quote_typed(event.noun.name))} is here only in what the articles say."
        case NotExaminedYet():
            name = quote_typed(event.thing.name)
            return f"You have not read the {name} yet: X {name.upper()}, then SOURCE."
        case NothingReadYet():
            return "Nothing has been read yet. LOOK, then ask for its SOURCE."
        case _:
            assert_never(event)


def _describe_question_refusal(event: QuestionRefusal, world: World) -> str:
    match event:
        case NoQuestionsHere():
            return "No questions are asked here."
        case AllAnswered():
            return REFUSALS.say(world, "all-answered")
        case NoQuestionWaits():
            return "No question waits. QUESTION asks one about this place."
        case NotAnOption():
            return f"That is none of the options: {join_words(event.options, 'or')}. Nothing was marked."
        case UnreadableResponse():
            return f"That answers nothing here, and nothing was marked. {describe_instruction(event.instruction)}"
        case QuizCommandRefused():
            return explain_tour_refusal(event.command, world)
        case _:
            assert_never(event)


def _describe_dispatch_refusal(event: DispatchRefusal, *, has_newsroom: bool) -> str:  # noqa: C901, PLR0911, PLR0912 - one case an event
    match event:
        case NoDeskHere():
            return _describe_far_desk(event)
        case DispatchFormUnknown():
            return _DESK_FORMS[has_newsroom]
        case DispatchFull():
            room = "The paper has room for" if has_newsroom else "A dispatch has at most"
            return f"{room} {event.limit} lines. {_OUT_FORMS[has_newsroom]} takes line 3 out."
        case DispatchLengthWrong():
            return _describe_wrong_length(event)
        case ReportUnfiled():
            written = f"Your report has {count_noun(event.lines, 'line')}, and nobody has read it."
            return f"{written} {_UNFILED_WAYS[event.leaving]}"
        case OwnHeadlinesOff():
            return "Here only a closed question gives a headline. DISPATCH HEADLINE lists those that you have."
        case NothingFiled():
            where = f" There is a desk in {quote_typed(event.desk_room.name)}." if event.desk_room else ""
            return f"Nothing is printed yet: file a report first.{where} PRINT says what is missing."
        case HeadlineUntold():
            return describe_untold(event.headline)
        case HeadlineTooLong():
            return f"A headline has at most {event.longest} characters, and yours has {event.length}. Make it shorter."
        case NoSuchFact():
            number = quote_typed(event.number)
            lists = "NOTEBOOK shows them all" if has_newsroom else "DISPATCH FIND and a word lists them"
            return f"No fact in your notebook has the number {number}. {lists}."
        case NoSuchLine():
            return f"The dispatch has no line {quote_typed(event.number)}."
        case NotebookFormUnknown():
            return "NOTEBOOK alone shows all; also BY SOURCE, BY STRENGTH, FIND and a word, EXPORT and a file."
        case _:
            assert_never(event)


_DESK_FORMS: dict[bool, str] = {
    True: "At the desk, ADD 4 adds note 4. Also: 4 WITH A HEDGE, LEAVE OUT 4, HEADLINE, FILL, SHOW, FILE.",
    False: "DISPATCH FIND WORD, ADD 12, 1 HEDGED, MOVE 2 TO 1, REMOVE 3, FILE; alone it shows the draft.",
}
_OUT_FORMS: dict[bool, str] = {True: "LEAVE OUT LINE 3", False: "DISPATCH REMOVE 3"}
"""What can be typed in a pack with a newsroom, and in one without."""

_UNFILED_WAYS: dict[Leaving, str] = {
    "home": "PRINT prints it. GO HOME once more leaves the column blank.",
    "game": "PRINT prints it. QUIT once more leaves the game; the report is kept.",
}


def _describe_wrong_length(event: DispatchLengthWrong) -> str:
    if not event.room:
        return f"A dispatch has five to eight lines; yours has {event.lines}. Nothing was filed."
    if event.lines > event.room:
        return f"The paper has room for {event.room} lines; yours has {event.lines}. LEAVE OUT takes one out."
    if event.lines >= MIN_DISPATCH_LINES:
        return f"Your report has {event.lines} lines, and a page needs five. FILE prints your page."
    return (
        f"Your report has {event.lines} of five lines. FILL adds the best honest lines, and FILE then prints your "
        "page. DISPATCH lets you choose. GO HOME leaves the column blank."
    )


def _describe_far_desk(event: NoDeskHere) -> str:
    """Where a report is written, and in a newsroom the way to a page for one who wants it now."""
    if event.lines is None or event.desk_room is None:
        where = f": {quote_typed(event.desk_room.name)} has one" if event.desk_room else ""
        return f"Dispatches are written at a desk{where}."
    name, number = quote_typed(event.desk_room.name), event.desk_room.number
    way = f" {number} takes you there." if number else ""
    return (
        f"Your report has {count_noun(event.lines, 'line')}; a page needs five. The desk is in {name}.{way} FILL then "
        "adds the best honest lines, and FILE prints your page."
    )


MAX_LISTED_CHARACTERS = 160
"""Characters of choices that are listed once more; of longer ones the numbers alone are."""


def _describe_choices(event: NoSuchChoice) -> str:
    """A number that none of the choices has, and what can be chosen."""
    missing = f"There is no {quote_typed(event.typed)} to choose."
    if sum(map(len, event.choices)) <= MAX_LISTED_CHARACTERS:
        return f"{missing} {join_words(event.choices, 'or')}?"
    # Whole notes stand on the screen already; once more they would fill it.
    numbers = [choice.partition(".")[0] for choice in event.choices]
    return f"{missing} Type {join_words(numbers, 'or')}."


def _describe_dialogue_refusal(event: DialogueRefusal) -> str:  # noqa: PLR0911 - one case a refusal
    match event:
        case NothingToRedo():
            return "Nothing to do again: no turn was taken back, or you have gone on another way since."
        case NothingToUndo():
            return "Nothing to undo: this is where you began."
        case NothingToRepeat():
            return "Nothing to repeat yet."
        case NothingToCorrect():
            return "Nothing to correct: the last line was understood."
        case NoSuchChoice():
            return _describe_choices(event)
        case NounMissing():
            verb = quote_typed(event.verb)
            return f"{capitalise(verb)} what? Add a name, as in {verb.upper()} WINDOW."
        case UnknownTopic():
            near = f" Did you mean {join_words(event.near, 'or')}?" if event.near else ""
            return (
                f"The articles do not speak of “{quote_typed(event.topic)}”.{near} HINT says what is worth asking here."
            )
        case _:
            assert_never(event)
