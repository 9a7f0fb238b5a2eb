"""The questions that a reporter chases: the job as it stands, and closing a question with a sentence."""

from msgspec.structs import replace

from game.pack.kinds.mixing import shuffle
from game.pack.leads import Lead
from game.tour.chase import find_pinned, list_met, measure, pin_first
from game.tour.choices import Choices
from game.tour.commands import OnLead
from game.tour.events import (
    AlreadyClosed,
    ClosingAsked,
    JobShown,
    JobsListed,
    LeadClosed,
    LeadNotReady,
    NoLeadOpen,
    NoSuchLead,
    Overreached,
)
from game.tour.scope import Scope
from game.tour.turn import Turn
from game.tour.verbs.delivering import describe_paper
from game.tour.verbs.filing import find_desk
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import LEAD, Verb, split_words


def show_job(scope: Scope, named: OnLead) -> Outcome:
    """Tell the question that is chased; with a number or words, chase that one."""
    if named.unknown:
        return report(scope, NoSuchLead(typed=named.unknown))
    if named.is_all:
        return report(scope, JobsListed(leads=list_met(scope.lexicon, scope.state), pinned=scope.state.pinned))
    state = scope.state
    if named.lead is not None:
        if named.lead.id in state.closed:
            return report(scope, AlreadyClosed(lead=named.lead))
        state = replace(state, pinned=named.lead.id) if state.pinned != named.lead.id else state
    progress = find_pinned(scope.lexicon, state)
    met = list_met(scope.lexicon, state)
    closed = sum(each.is_closed for each in met)
    others = len(met) - closed - (progress is not None)
    return Outcome(state, (JobShown(progress=progress, others=others, closed=closed), *describe_paper(scope)))


def close_lead(turn: Turn, named: OnLead) -> Outcome:
    """Ask which sentence can be defended; with its number, say whether it can."""
    if named.unknown:
        return report(turn, NoSuchLead(typed=named.unknown))
    lead = named.lead or _find_ready(turn)
    if lead is None:
        return report(turn, NoLeadOpen())
    if lead.id in turn.state.closed:
        return report(turn, AlreadyClosed(lead=lead))
    progress = measure(turn.lexicon, turn.state, lead)
    if not progress.is_ready:
        return report(turn, LeadNotReady(progress=progress))
    sentences = list_sentences(lead, turn.state.seed)
    if 0 < named.choice <= len(sentences):
        return _choose(turn, lead, sentences[named.choice - 1])
    _offer(turn, lead)
    return report(turn, ClosingAsked(lead=lead, sentences=sentences))


def list_sentences(lead: Lead, seed: int) -> tuple[str, ...]:
    """The sentences from which one is chosen, in an order that follows from the seed alone."""
    return shuffle((lead.honest, *(each.says for each in lead.overreaches)), f"{seed}:{lead.id}")


def _choose(turn: Turn, lead: Lead, sentence: str) -> Outcome:
    state = turn.state
    overreach = next((each for each in lead.overreaches if each.says == sentence), None)
    if overreach is not None:
        if lead.id not in state.overreached:
            state = replace(state, overreached=state.overreached.insert(lead.id, sentence))
        _offer(turn, lead)
        return Outcome(state, (Overreached(lead=lead, overreach=overreach),))
    first = state.overreached.get(lead.id, sentence)
    state = pin_first(turn.lexicon, replace(state, closed=state.closed.insert(lead.id, first)))
    following = find_pinned(turn.lexicon, state)
    is_at_desk = turn.room.id in turn.lexicon.world.tour.desks
    closed = LeadClosed(
        lead=lead,
        next=following,
        desk_room=turn.room if is_at_desk else find_desk(turn),
        is_at_desk=is_at_desk,
        is_last=len(state.closed) == len(turn.lexicon.world.leads),
    )
    return Outcome(state, (closed,))


def _offer(turn: Turn, lead: Lead) -> None:
    """Let the next line choose a sentence by its number, or by words that only one of them has."""
    number = turn.lexicon.lead_numbers[lead.id]
    sentences = list_sentences(lead, turn.state.seed)
    turn.dialogue.choices = Choices(
        [((says,), f"close {number} as {place}") for place, says in enumerate(sentences, start=1)],
        stays=True,
        subject="closing",
    )


def _find_ready(scope: Scope) -> Lead | None:
    """The pinned lead if it can be closed, else another that can, else the pinned one."""
    pinned = find_pinned(scope.lexicon, scope.state)
    if pinned is not None and pinned.is_ready:
        return pinned.lead
    ready = (each.lead for each in list_met(scope.lexicon, scope.state) if each.is_ready)
    return next(ready, pinned.lead if pinned is not None else None)


VERBS = (
    Verb(
        id="job",
        words=split_words(
            "job, my job, the job, jobs, goal, my goal, the goal, goals, objective, mission, task, quest, assignment, "
            "lead, leads, open questions, my questions, my question, the question, what is my job, what's my job, "
            "whats my job, what is the job, what is my goal, what is the goal, what's the goal, what's my goal, what "
            "is my question, what is my task, what is my mission, what is the mission, what is the task, what is the "
            "objective, what now, now what, and now, what next, what do i do now, what should i do now, what should i "
            "do, what do i do, what am i supposed to do, what to do, what must i do, what shall i do, what must i do "
            "now, what must i do next, what should i do next, what do i do next, what shall i do now, what do i do "
            "first, what should i do first, what is next, what comes next, what do we do now, what do i do here, what "
            "should i do here, what shall i do here, what must i do here, my next note, next note, what is my next "
            "note, what is the next note, where is my next note, where is the next note, where is my note, where is "
            "the note, where is the note for my question, where do i find the next note, where do i find my next "
            "note, what note do i need, which note do i need, what notes do i need, which notes do i need, what am i "
            "looking for, what am i doing here, why am i here, pin, chase"
        ),
        takes=LEAD,
        perform=show_job,
        group="tour",
        forms=("all",),
        needs="leads",
    ),
    Verb(
        id="close",
        words=split_words(
            "close, close question, close the question, close my question, close lead, close the lead, close case, "
            "close the case, close story, close the story, conclude, conclusion"
        ),
        takes=LEAD,
        perform=close_lead,
        group="tour",
        needs="leads",
    ),
)
