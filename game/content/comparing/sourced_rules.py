"""The rules for the sentences of a text that rests on facts: it must not say more, or with more certainty."""

from collections.abc import Callable, Iterator, Mapping

from game.content.comparing import hedge_rules, meaning_rules, origin_rules, person_rules, value_rules
from game.content.comparing.bindings import find_loose_values
from game.content.comparing.cases import Case

ALT_RULES = ("T-FIG", "T-NAME", "T-UNKNOWN")
"""Rules for the description of our own picture: we invent the room, but not names and figures."""

SOURCED_RULES: Mapping[str, Callable[[Case], Iterator[str]]] = {
    "T-FIG": value_rules.find_figures_not_told,
    "T-NAME": value_rules.find_names_not_told,
    "T-SUBJ": person_rules.find_wrong_subject,
    "T-ROLE": person_rules.find_swapped_roles,
    "T-ATTR": person_rules.find_wrong_speakers,
    "T-COL": meaning_rules.find_own_colours,
    "T-KIN": person_rules.find_own_kin,
    "T-OPP": meaning_rules.find_opposites,
    "T-QUANT": meaning_rules.find_own_wholes,
    "T-NEG": meaning_rules.find_wrong_denials,
    "T-HEDGE": hedge_rules.find_lost_hedges,
    "T-UNKNOWN": value_rules.find_unknown_names,
    "T-OURS": origin_rules.find_unshared,
    "T-WORD": origin_rules.find_own_words,
    "T-LINK": origin_rules.find_unlisted_facts,
    "T-PAIR": find_loose_values,
    "D-SIDE": origin_rules.find_swapped_labels,
}
"""Rule -> what finds it, in the order in which remarks are printed."""
