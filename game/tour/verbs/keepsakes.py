"""What a player keeps of a journey: the front page and the ticket. Both can be saved, so the app performs the wish."""

from game.tour.commands import Text
from game.tour.events import NothingFiled, PageAsked, TicketAsked
from game.tour.scope import Scope
from game.tour.turn import Turn
from game.tour.verbs.filing import dispatch, find_desk
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import TEXT, Verb, split_words


def ask_ticket(scope: Scope, wish: Text) -> Outcome:
    """Ask for the ticket, to be shown or saved."""
    return report(scope, TicketAsked(wish=wish.text))


def ask_page(scope: Turn, wish: Text) -> Outcome:
    """Ask for the front page, to be shown or saved."""
    if scope.state.printed is not None:
        return report(scope, PageAsked(wish=wish.text))
    # At the desk the page that is not printed yet is the report that lies there.
    if scope.room.id in scope.lexicon.world.tour.desks:
        return dispatch(scope, Text(text=""))
    return report(scope, NothingFiled(desk_room=find_desk(scope)))


VERBS = (
    Verb(
        id="page",
        words=split_words(
            "page, front page, my page, show page, show the page, newspaper, the newspaper, my newspaper, "
            "show front page, see page, see the page"
        ),
        takes=TEXT,
        perform=ask_page,
        group="tour",
        forms=("save ",),
        needs="newsroom",
    ),
    Verb(
        id="ticket",
        words=split_words("ticket, certificate, my ticket, show ticket"),
        takes=TEXT,
        perform=ask_ticket,
        group="tour",
        forms=("save ",),
    ),
)
