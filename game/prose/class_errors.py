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
            return f"{fault.path}: this is no roster: {fault.detail}"
        case RosterFull():
            return f"a roster holds {fault.limit} names"
        case _:
            assert_never(fault)


_KEPT = "What was acknowledged before is kept; the same command sends the rest later"


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
            return "only https is sent to, but for this very machine: a response tells of a person"
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
            sent = f"{fault.address} sends us on{target} (status {fault.status})"
            return f"{sent}. Nothing was sent there, the password neither. Ask for the address of the store itself"
        case NotAStore():
            none = f"{fault.address}: this is no learning record store, or not its address"
            named = "it does not name what it has taken, so that does not count as sent"
            return f"{none}: {named} (status {fault.status}).{_quote(fault.answer)} {_KEPT}"
        case SentListUnusable():
            return f"{fault.path}: {describe_unusable_file(fault.why, fault.detail)}. Nothing was sent"
        case StoreAway():
            return f"{fault.address} is away: {fault.why}. Nothing is lost; the same command goes on later"
        case _:
            assert_never(fault)
