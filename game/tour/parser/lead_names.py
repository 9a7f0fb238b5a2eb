"""Reads which question is meant after JOB and CLOSE: its number, its words, or all."""

import re

from game.core.names import in_digits, words
from game.tour.chase import is_met
from game.tour.commands import OnLead
from game.tour.scope import Scope
from game.tour.verbs.verb import AnyCommand, AnyVerb, Command

_ALL = frozenset({"all", "list", "everything", "questions", "leads", "open", "every"})
_FILLER = frozenset({"question", "lead", "number", "no", "the", "case", "story", "job", "about", "with", "on"})
_AS = re.compile(r"(.*?)\s*\bas\s+([0-9]{1,2})\W*", re.IGNORECASE)


def read_lead(verb: AnyVerb, rest: str, scope: Scope) -> AnyCommand | None:
    """A verb of leads with what stands after it; None where it is not meant as such a verb."""
    chosen = _AS.fullmatch(rest)
    rest, choice = (chosen[1], int(chosen[2])) if chosen else (rest, 0)
    typed = [in_digits(word) for word in words(rest) if word not in _FILLER]
    if not typed:
        return Command(verb=verb, object=OnLead(choice=choice))
    if "".join(typed).isdecimal() and len(typed) == 1:
        return Command(verb=verb, object=_find_numbered(typed[0], choice, scope))
    if verb.id == "job" and _ALL.issuperset(typed):
        return Command(verb=verb, object=OnLead(is_all=True))
    # Only questions that the player has met: the words of the others would tell that there are such.
    state = scope.state
    named = [lead for lead in scope.lexicon.lead_names.find(" ".join(typed)) if is_met(state, lead)]
    return Command(verb=verb, object=OnLead(lead=named[0], choice=choice)) if len(named) == 1 else None


def _find_numbered(typed: str, choice: int, scope: Scope) -> OnLead:
    leads = tuple(scope.lexicon.world.leads.values())
    place = int(typed) if len(typed) < 4 else 0
    if 0 < place <= len(leads) and is_met(scope.state, leads[place - 1]):
        return OnLead(lead=leads[place - 1], choice=choice)
    return OnLead(unknown=typed)
