"""Leads as lines: the job, what a turn has brought, the sentences to choose from, and the headline."""

from typing import assert_never

from game.pack.world import Room, World
from game.prose.lines import Line, count_noun, join_words, number_room
from game.prose.own_words import Sentences
from game.tour.events import (
    AlreadyClosed,
    ClosingAsked,
    JobShown,
    JobsListed,
    LeadClosed,
    LeadMoved,
    LeadNotReady,
    LeadProgress,
    LeadRefusal,
    NoLeadOpen,
    NoSuchLead,
    Overreached,
    UntoldHeadline,
)
from game.tour.wires import MAX_TRUST

FULL_MARK, EMPTY_MARK = "■", "□"
"""A slot with a note, and one without."""

FULL_TRUST, EMPTY_TRUST = "●", "○"

LEADS = Sentences(
    "leads",
    {
        "place": "{place} {number}, {room}",
        "can-wait": "For this question you can skip {numbers}.",
        "none-open": "You have no open question. Look at things: a note may open the next one.",
        "all-closed": "You have closed every question that you met. The desk waits for your report.",
    },
)

NO_JOB = "No question is open. Look at things, or type DISPATCH."
"""Stands in the job line while no question is open."""

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def spell(number: int) -> str:
    """A small number in letters.

    >>> spell(3), spell(20)
    ('three', '20')
    """
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def draw_slots(progress: LeadProgress) -> str:
    """The slots of a lead as marks: ■■□."""
    return "".join(FULL_MARK if is_filled else EMPTY_MARK for is_filled in progress.filled)


def draw_trust(trust: int) -> str:
    """The trust of the paper as marks: ●○○."""
    return FULL_TRUST * trust + EMPTY_TRUST * (MAX_TRUST - trust)


def name_place(room: Room, world: World) -> str:
    """A room as the place of a note: room 2, Watch room."""
    if room.number is None:
        return room.name
    return LEADS.say(world, "place", number=room.number, room=room.name)


FAR_ROOMS = 6
"""Rooms between, from which on a room is far away."""


def describe_next(progress: LeadProgress, world: World) -> str:
    """Where the next note of a lead is, or what is to be done with the notes."""
    if progress.is_closed:
        return f"Closed. Your headline: {progress.lead.headline}."
    if progress.is_ready:
        return f"You have all the notes. {_say_close(progress)} asks what you may print."
    if progress.next_room is None:
        return "You have all the notes. Two of them belong side by side: COMPARE."
    if progress.is_next_here:
        # For the first question a newcomer is led by the hand; later ones leave something to find.
        hint = "" if progress.lead.opens or progress.next_slot is None else f" {progress.next_slot.hint}"
        return f"Your next note is in this room.{hint}"
    told = f"Your next note: {name_place(progress.next_room, world)}."
    if len(progress.skipped) > FAR_ROOMS and not progress.is_behind:
        # Whoever is sent there by a number misses most of the tour.
        return f"{told} That is far: walk on, and other questions open on the way."
    # One step is walked; a longer way is what the numbers are for.
    far = progress.skipped and progress.next_room.number is not None
    return f"{told} Type {progress.next_room.number} to go there." if far else told


def describe_next_shortly(progress: LeadProgress) -> str:
    """Where the next note of a lead is, in a few words for the margin of a screen."""
    if progress.is_ready:
        return f"Next: {_say_close(progress)}"
    if progress.next_room is None:
        return "Next: COMPARE two notes"
    return "Next: in this room" if progress.is_next_here else f"Next: {number_room(progress.next_room)}"


def _say_close(progress: LeadProgress) -> str:
    return "CLOSE" if progress.is_pinned else f"CLOSE {progress.number}"


def render_moved(event: LeadMoved, world: World) -> tuple[Line, ...]:
    """The one line that says how a lead has come on."""
    return (Line(_describe_step(event, world), "note"),)


def _describe_step(event: LeadMoved, world: World) -> str:
    progress = event.progress
    total = len(progress.filled)
    match event.step:
        case "opened":
            asked = " ".join(lead.asks for lead in event.opened)
            new = (
                "A new question" if len(event.opened) == 1 else f"{spell(len(event.opened)).capitalize()} new questions"
            )
            return f"{new}: {asked} JOB ALL."
        case "filled":
            notes = f"{spell(sum(progress.filled)).capitalize()} of {spell(total)} notes for your question."
            return f"{notes} {describe_next(progress, world)}"
        case "uncompared":
            return f"{_count_all(progress)} Two of them belong side by side: COMPARE."
        case "ready":
            return f"{_count_all(progress)} What may you print? Type {_say_close(progress)}."
        case _:
            assert_never(event.step)


def _count_all(progress: LeadProgress) -> str:
    of = "." if progress.is_pinned else f" for another question: {progress.lead.asks}"
    return f"You have all {spell(len(progress.filled))} notes{of}"


def render_job(event: JobShown, world: World) -> tuple[Line, ...]:
    """The question that is chased, its slots, and where the next note is."""
    progress = event.progress
    others = _count_others(event)
    if progress is None:
        return (Line(LEADS.say(world, "all-closed" if event.closed else "none-open"), "note"),)
    rows = (
        Line(f"{FULL_MARK if is_filled else EMPTY_MARK} {slot.name}", "option", is_tight=True)
        for slot, is_filled in zip(progress.lead.slots, progress.filled, strict=True)
    )
    tail = describe_next(progress, world) + _say_skipped(progress, world) + others
    return (Line(f"Your job: {progress.lead.asks}", "question"), *rows, Line(tail, "note", is_tight=True))


def _say_skipped(progress: LeadProgress, world: World) -> str:
    """Which rooms need not be seen for this question."""
    if not progress.skipped or progress.next_room is None or progress.next_room.number is None:
        return ""
    numbers = [str(room.number) for room in progress.skipped]
    which = numbers[0] if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"
    return " " + LEADS.say(world, "can-wait", numbers=which)


def _count_others(event: JobShown) -> str:
    others = f" {count_noun(event.others, 'more open question')}: JOB ALL." if event.others else ""
    closed = f" {count_noun(event.closed, 'question')} closed." if event.closed else ""
    return others + closed


def render_jobs(event: JobsListed, world: World) -> tuple[Line, ...]:
    """All questions met so far, with their slots."""
    if not event.leads:
        return (Line(LEADS.say(world, "none-open"), "note"),)
    lines = [Line("Your questions. JOB and its number chases another.", "heading")]
    for progress in event.leads:
        mark = "▸ " if progress.lead.id == event.pinned else ""
        state = "closed" if progress.is_closed else draw_slots(progress)
        told = f"{progress.number}. {mark}{progress.lead.asks} {state}"
        then = "" if progress.is_closed else f" {describe_next_shortly(progress)}."
        lines.append(Line(told + then, "option", is_tight=True))
    return tuple(lines)


def render_closing(event: ClosingAsked) -> tuple[Line, ...]:
    """The sentences from which one is to be chosen."""
    asked = Line(f"{event.lead.asks} Choose the sentence that you could defend, by its number.", "question")
    numbered = enumerate(event.sentences, start=1)
    return (asked, *(Line(f"{number}. {says}", "option", is_tight=True) for number, says in numbered))


def render_overreach(event: Overreached) -> tuple[Line, ...]:
    """Why a sentence says more than the notes do, and that another can be chosen."""
    wrong = Line(f"Your editor sends it back. {event.overreach.because}", "wrong")
    return (wrong, Line("Nothing is lost. Choose another number.", "note", is_tight=True))


def render_closed(event: LeadClosed, world: World) -> tuple[Line, ...]:
    """The question is closed: the headline, and the next question."""
    gained = "a headline and its drawing" if event.lead.drawing else "a headline"
    headline = Line(f"Question closed. You have {gained}: {event.lead.headline.upper()}.", "fact", is_tight=True)
    lines = [Line("Your editor could print that.", "right"), headline]
    if event.next is not None:
        following = f"Your next question: {event.next.lead.asks} {describe_next(event.next, world)}"
    else:
        following = _say_what_is_left(event, world)
    return (*lines, Line(following, "note", is_tight=True))


def _say_what_is_left(event: LeadClosed, world: World) -> str:
    """What can be done when no question is open."""
    done = "You have closed every question." if event.is_last else "No other question is open."
    if event.is_at_desk:
        return f"{done} Your page waits for you here: DISPATCH."
    told = [done]
    if not event.is_last:
        told.append("Walk on and look at things: a note may open the next one.")
    if event.desk_room is not None:
        way = f" Type {event.desk_room.number} to go there." if event.desk_room.number is not None else ""
        told.append(f"You print your page at the desk: {name_place(event.desk_room, world)}.{way}")
    return " ".join(told)


def describe_lead_refusal(event: LeadRefusal, world: World) -> str:
    """Why a question cannot be shown or closed, and what can be done."""
    match event:
        case NoSuchLead():
            return f"You have no question {event.typed}. JOB ALL lists yours."
        case NoLeadOpen():
            return LEADS.say(world, "none-open")
        case LeadNotReady():
            full, total = sum(event.progress.filled), len(event.progress.filled)
            notes = f"You have {spell(full)} of {spell(total)} notes. " if full < total else ""
            return f"{event.progress.lead.asks} {notes}{describe_next(event.progress, world)}"
        case AlreadyClosed():
            return f"You have closed that question. Your headline: {event.lead.headline}."
        case _:
            assert_never(event)


def describe_untold(headline: UntoldHeadline) -> str:
    """What the headline of a closed question still needs."""
    name = headline.lead.headline.upper()
    if not headline.numbers:
        return f"Not yet: {name}. It needs two of its notes in the report."
    needed = "one more" if len(headline.numbers) == 1 else spell(len(headline.numbers))
    numbers = join_words([str(number) for number in headline.numbers]).upper()
    return f"Not yet: {name}. It needs {needed} of its notes in the report: ADD {numbers}."
