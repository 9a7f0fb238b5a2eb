"""Working things: machines by deeds, sorts by hanging cards where they belong."""

from collections.abc import Mapping

from msgspec.structs import replace

from game.pack.ledger import Strength
from game.pack.works import Machine, Sort, SortCard, ToldText, WorkAction
from game.pack.world import Passage, Thing
from game.tour.choices import Choices
from game.tour.commands import WorkOn
from game.tour.events import (
    CardMoveless,
    CardUnfit,
    CardUnnamed,
    CardWithoutPlace,
    NoSuchNote,
    NotesWeighed,
    NotWorkedSo,
    WeighedNote,
    Worked,
)
from game.tour.finding import find_elsewhere
from game.tour.notes import find_note, number_note
from game.tour.scope import Scope
from game.tour.state import CARRIED, State
from game.tour.turn import Turn
from game.tour.verbs.deeds import DEED_OF, DEED_WORDS
from game.tour.verbs.outcome import Outcome, collect_facts, list_fresh, note_facts, report
from game.tour.verbs.verb import WORK, Verb
from game.tour.work_looks import describe_places, list_free_cards, list_hung, read_claims, read_passages
from game.tour.work_offers import is_tool_seen, list_offers, list_seen_offers


def work(turn: Turn, tried: WorkOn) -> Outcome:
    """Work a thing: do the action that the line means, hang a card or take it down."""
    if tried.notes is not None:
        return _weigh(turn, tried.notes)
    match tried.thing.works:
        case Machine() as machine if tried.action is not None:
            return _act_on(turn, tried, machine, tried.action)
        case Sort() as sort if tried.card:
            return _move_card(turn, tried, sort)
        case Sort() as sort:
            return _ask_card(turn, tried, sort)
        case _:
            return report(turn, _refuse(turn, tried))


def _refuse(scope: Scope, tried: WorkOn) -> NotWorkedSo:
    """That a thing is not worked so, and what works, in words that the player has read."""
    offers = tuple(offer.line for offer in list_seen_offers(scope, tried.thing))
    if not offers and not tried.missing and tried.thing.id not in scope.state.examined:
        offers = (f"x {tried.thing.name}",)
    missing = scope.lexicon.portable.get(tried.missing)
    is_seen = missing is not None and is_tool_seen(scope, missing)
    return NotWorkedSo(
        thing=tried.thing,
        offers=offers,
        is_vague=tried.is_vague,
        missing=missing if is_seen else None,
        is_lacking=missing is not None,
        room=find_elsewhere(scope, missing.name) if missing is not None and is_seen else None,
    )


def _act_on(scope: Scope, tried: WorkOn, machine: Machine, index: int) -> Outcome:
    """Do an action; where all cards of a pile are to be turned, again as long as that tells something new."""
    outcome = _act(scope, tried.thing, machine, index)
    for _ in range(len(machine.states) if tried.is_repeated else 0):
        after = Scope(scope.lexicon, outcome.state)
        done = machine.actions[index]
        again = next((o for o in list_offers(after, tried.thing) if _goes_on(after, done, o.action)), None)
        if again is None:
            break
        index = again.index
        more = _act(after, tried.thing, machine, index)
        outcome = Outcome(more.state, (*outcome.events, *more.events), (*outcome.read, *more.read))
    return outcome


def _goes_on(scope: Scope, done: WorkAction, action: WorkAction) -> bool:
    """Whether an action is the one before it over again, and tells something new."""
    is_same = bool(set(done.deeds) & set(action.deeds)) and done.part == action.part
    return is_same and any(fact_id not in scope.state.noted for fact_id in (*action.tells, *action.shows))


def _ask_card(turn: Turn, tried: WorkOn, sort: Sort) -> Outcome:
    """Ask which card is meant; its bare name is enough then."""
    free = [sort.cards[card_id].names for card_id in list_free_cards(tried.thing, turn.state)]
    on = f" on {sort.places[tried.place][0]}" if tried.place else ""
    turn.dialogue.choices = Choices([(names, f"put {names[0]}{on}") for names in free]) if free else None
    cards = tuple(names[0] for names in free)
    return report(turn, CardUnnamed(thing=tried.thing, free=cards, places=describe_places(sort)))


WEIGHTS: Mapping[Strength, int] = {"stated": 3, "photo": 2, "reported": 1, "speculated": 0}
"""How sure the source of a fact is -> how much its note weighs."""


def _weigh(scope: Scope, typed: tuple[str, str]) -> Outcome:
    """Lay two notes into the pans. They only show how sure each source is, so nothing changes."""
    pans: list[WeighedNote] = []
    for phrase in typed:
        fact = find_note(scope, phrase)
        if fact is None:
            return report(scope, NoSuchNote(typed=phrase))
        # A rumour is no news, whoever passes it on.
        weight = -1 if fact.rumour else WEIGHTS[fact.strength]
        pans.append(WeighedNote(number_note(scope, fact.id), fact, weight))
    return report(scope, NotesWeighed(left=pans[0], right=pans[1]))


def _act(scope: Scope, thing: Thing, machine: Machine, index: int) -> Outcome:
    action, state = machine.actions[index], scope.state
    if action.to:
        state = replace(state, worked=state.worked.insert(thing.id, action.to))
    if action.keeps:
        state = replace(state, moved=state.moved.insert(action.tool, thing.id))
    gained = None
    if action.gives and state.moved.get(action.gives) != CARRIED:
        gained = scope.lexicon.portable[action.gives]
        state = replace(state, moved=state.moved.insert(gained.id, CARRIED))
    return _tell(scope, state, (action,), Worked(thing=thing, passages=(), gained=gained))


def _move_card(scope: Turn, tried: WorkOn, sort: Sort) -> Outcome:
    """Hang a card, or take it down; a card that does not belong there stays in the hand."""
    card, hung = sort.cards[tried.card], list_hung(tried.thing, scope.state)
    name, place = card.names[0], sort.places[card.at][0]
    is_down = DEED_OF.get(tried.word) == "take" and not tried.place
    if is_down and tried.card in hung:
        left = " ".join(other for other in hung if other != tried.card)
        state = replace(scope.state, worked=scope.state.worked.insert(tried.thing.id, left))
        return Outcome(state, (Worked(thing=tried.thing, passages=(), card=name),))
    if tried.card in hung or is_down:
        return report(scope, CardMoveless(card=name, place=place if tried.card in hung else ""))
    if not tried.place:
        # A bare place is enough now: SHELF.
        scope.dialogue.choices = Choices([(names, f"put {name} on {names[0]}") for names in sort.places.values()])
        return report(scope, CardWithoutPlace(card=name, places=describe_places(sort)))
    if tried.place != card.at:
        return _refuse_card(scope, tried, sort, card)
    scope.dialogue.count_miss(tried.thing.id, is_over=True)
    return _hang(scope, tried, sort, card)


MISSES_BEFORE_HINT = 2
"""Cards that a sort refuses in a row before a hint is offered."""


def _refuse_card(turn: Turn, tried: WorkOn, sort: Sort, card: SortCard) -> Outcome:
    """A card does not belong there: why, in words of the place and of the card."""
    read = (sort.misfit, sort.stands.get(tried.place, ""), card.reads)
    unfit = CardUnfit(
        card=card.names[0],
        misfit=sort.misfit,
        place=sort.places[tried.place][0],
        stands=sort.stands.get(tried.place, ""),
        reads=card.reads,
        is_hint_due=turn.dialogue.count_miss(tried.thing.id) >= MISSES_BEFORE_HINT,
    )
    return Outcome(turn.state, (unfit,), tuple(Passage(text=text, staged=True) for text in read if text))


def _hang(scope: Scope, tried: WorkOn, sort: Sort, card: SortCard) -> Outcome:
    hung = (*list_hung(tried.thing, scope.state), tried.card)
    state = replace(scope.state, worked=scope.state.worked.insert(tried.thing.id, " ".join(hung)))
    told: tuple[ToldText, ...] = (card,)
    if sort.done is not None and len(hung) == len(sort.cards):
        told = (card, sort.done)
    return _tell(
        scope, state, told, Worked(thing=tried.thing, passages=(), card=card.names[0], place=sort.places[card.at][0])
    )


def _tell(scope: Scope, state: State, told: tuple[ToldText, ...], worked: Worked) -> Outcome:
    """The outcome of working a thing: its texts, then the facts it shows."""
    world = scope.lexicon.world
    passages = tuple(passage for text in told for passage in read_passages(text))
    shown = read_claims(world, told)
    facts = collect_facts(world, (*passages, *shown))
    fresh = list_fresh(state, facts)
    # Drafts are never noted, so they are told here each time.
    again = tuple(fact for fact in collect_facts(world, shown) if fact not in fresh)
    state, news = note_facts(scope, state, facts)
    return Outcome(state, (replace(worked, passages=passages, facts=again), *news), (*passages, *shown))


VERBS = (
    Verb(
        id="work",
        words=DEED_WORDS,
        takes=WORK,
        perform=work,
        group="look",
        is_turn=True,
        needs="works",
    ),
)
