"""Why a roster or a store of learning records cannot be used, in words."""

from typing import assert_never

from game.classroom.lrs_faults import (
    AddressOpen,
    AddressWithCredentials,
    AddressWrong,
    LrsFault,
    NotAStore,
    SentListUnusable,
    StoreAway,
    StoreBusy,
    StoreRedirects,
    StoreRefused,
)
from game.classroom.roster import RosterFault, RosterFull, RosterUnreadable
from game.prose.file_problems import describe_unusable_file
from game.prose.lines import count_noun


def describe_roster_fault(fault: RosterFault) -> str:
    """Why a roster cannot be used."""
    match fault:
        case RosterUnreadable():
            if fault.why != "damaged":
                return f"{fault.path}: {describe_unusable_file(fault.why, fault.detail)}"
            return f"{fault.path}: this is not a roster: {fault.detail}"
        case RosterFull():
            return f"a roster holds {fault.limit} names"
        case _:
            assert_never(fault)


_KEPT = "What the store has confirmed counts as sent; run the same command later to send the rest"


def _advise(status: int) -> str:
    return " (a wrong name or password, or one that may not write)" if status in (401, 403) else ""


def _quote(answer: str) -> str:
    return f" It answers: {answer!r}." if answer else ""


def describe_lrs_fault(fault: LrsFault) -> str:  # noqa: C901, PLR0911 - one case a fault
    """Why a store does not take statements."""
    match fault:
        case AddressWrong():
            return f"expected an address that begins with https://, found {fault.url!r}"
        case AddressOpen():
            return "only https is allowed, except on this machine: responses are personal data"
        case AddressWithCredentials():
            return "leave name and password out of the address: CARRIAGES_LRS_USER and CARRIAGES_LRS_PASSWORD hold them"
        case StoreRefused():
            refused = f"{fault.address} refused {count_noun(fault.statements, 'statement')}"
            return f"{refused} with the status {fault.status}{_advise(fault.status)}.{_quote(fault.answer)} {_KEPT}"
        case StoreBusy():
            waited = f"after {fault.waited:.0f} seconds" if fault.waited else "for longer than a command can wait"
            busy = f"{fault.address} asks to wait (status {fault.status}), still {waited}".replace("still for", "for")
            return f"{busy}.{_quote(fault.answer)} {_KEPT}"
        case StoreRedirects():
            target = f" to {fault.target}" if fault.target else ""
            sent = f"{fault.address} redirects{target} (status {fault.status})"
            return f"{sent}. Nothing was sent there, not even the password. Ask for the direct address of the store"
        case NotAStore():
            none = f"{fault.address}: this is not a learning record store, or not its address"
            named = "it does not name the statements it has stored, so they do not count as sent"
            return f"{none}: {named} (status {fault.status}).{_quote(fault.answer)} {_KEPT}"
        case SentListUnusable():
            return f"{fault.path}: {describe_unusable_file(fault.why, fault.detail)}. Nothing was sent"
        case StoreAway():
            return f"{fault.address} cannot be reached: {fault.why}. Nothing is lost; run the same command again later"
        case _:
            assert_never(fault)
