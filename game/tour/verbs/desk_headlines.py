"""The headline of a report: that of a closed question which the report tells, or one in the player's own words."""

from msgspec.structs import replace

from game.core.names import words
from game.pack.leads import Lead
from game.pack.newsroom import USUAL_NEWS
from game.tour.events import (
    DeskChanged,
    Event,
    HeadlinesOffered,
    HeadlineTooLong,
    HeadlineUntold,
    OwnHeadlinesOff,
    UntoldHeadline,
)
from game.tour.quotation import strip_marks
from game.tour.report import MIN_LEAD_NOTES, list_told_leads
from game.tour.scope import Scope
from game.tour.turn import Turn
from game.tour.verbs.desk_menu import open_menu
from game.tour.verbs.desk_reading import DeskQuestion
from game.tour.verbs.outcome import Outcome, report

MAX_OWN_HEADLINE = 40
"""Characters of a headline in the player's own words."""


def set_headline(turn: Turn, typed: str) -> Outcome:
    """The headline of a closed lead, or one in the player's own words; without either, offer those that there are."""
    wanted = strip_marks(typed)
    if not wanted:
        return report(turn, offer_headlines(turn))
    lead = _find_lead(turn, wanted)
    if lead is not None and lead.id not in _list_told(turn):
        return report(turn, HeadlineUntold(headline=_describe_untold(turn, lead)))
    if lead is not None:
        return _set_lead(turn, lead)
    return _set_own(turn, wanted)


def offer_headlines(turn: Turn) -> Event:
    """The headlines that the report can have, and what is missing for those of the other closed questions."""
    world = turn.lexicon.world
    told = _list_told(turn)
    leads = tuple(world.leads[lead_id] for lead_id in told)
    untold = tuple(_describe_untold(turn, world.leads[each]) for each in world.leads if each in turn.state.closed)
    # Without a headline nothing is asked: a number typed next is that of a note.
    named = [((lead.headline,), f"dispatch headline {lead.id}") for lead in leads]
    if named:
        turn.dialogue.choices = DeskQuestion(turn, named)
    longest = MAX_OWN_HEADLINE if turn.lexicon.newsroom.own_headlines else 0
    return HeadlinesOffered(
        leads=leads, longest=longest, untold=tuple(each for each in untold if each.lead.id not in told)
    )


def _list_told(scope: Scope) -> tuple[str, ...]:
    return list_told_leads(scope.lexicon.world, scope.state, {fact_id for fact_id, _ in scope.state.draft})


def _find_lead(scope: Scope, wanted: str) -> Lead | None:
    """The closed lead that is named by its headline, its id or its number in the list; None for other words."""
    leads = scope.lexicon.world.leads
    told = _list_told(scope)
    if wanted.isdecimal() and len(wanted) == 1 and 0 < int(wanted) <= len(told):
        return leads[told[int(wanted) - 1]]
    named = (
        leads[each] for each in scope.state.closed if each == wanted or words(leads[each].headline) == words(wanted)
    )
    return next(named, None)


def _describe_untold(scope: Scope, lead: Lead) -> UntoldHeadline:
    """A closed lead that the report does not tell, and the notes that would make it do so."""
    state, values = scope.state, scope.lexicon.newsroom.map_news()
    drafted = {fact_id for fact_id, _ in state.draft}
    empty = [slot for slot in lead.slots if not slot.is_filled(drafted)]
    best = (
        max(
            (each for each in slot.facts if each in state.numbers),
            key=lambda each: values.get(each, USUAL_NEWS),
            default="",
        )
        for slot in empty
    )
    ranked = sorted(filter(None, dict.fromkeys(best)), key=lambda each: -values.get(each, USUAL_NEWS))
    missing = MIN_LEAD_NOTES - (len(lead.slots) - len(empty))
    return UntoldHeadline(lead=lead, numbers=tuple(sorted(state.numbers[each] for each in ranked[: max(0, missing)])))


def _set_lead(turn: Turn, lead: Lead) -> Outcome:
    after = replace(turn.state, headline=lead.id, own_headline="")
    open_menu(turn, after)
    return Outcome(after, (DeskChanged(step="headline", lines=len(after.draft), headline=lead.headline.upper()),))


def _set_own(turn: Turn, wanted: str) -> Outcome:
    if not turn.lexicon.newsroom.own_headlines:
        return report(turn, OwnHeadlinesOff())
    if len(wanted) > MAX_OWN_HEADLINE:
        return report(turn, HeadlineTooLong(longest=MAX_OWN_HEADLINE, length=len(wanted)))
    after = replace(turn.state, own_headline=wanted)
    open_menu(turn, after)
    # Who changes the words a second time knows by then that nobody checks them.
    told = DeskChanged(step="headline", lines=len(after.draft), headline=wanted, is_own=not turn.state.own_headline)
    return Outcome(after, (told,))
