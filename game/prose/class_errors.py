"""Why a roster or a store of learning records cannot be used, in words."""

from typing import assert_never

from game.classroom.lrs import AddressOpen, AddressWrong, LrsFault, StoreAway, StoreRefused
from game.classroom.roster import RosterFault, RosterFull, RosterUnreadable
from game.prose.file_problems import describe_unusable_file


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


def describe_lrs_fault(fault: LrsFault) -> str:
    """Why a store does not take statements."""
    match fault:
        case AddressWrong():
            return f"expected an address that begins with https://, found {fault.url!r}"
        case AddressOpen():
            return "only https is sent to, but for this very machine: a response tells of a person"
        case StoreRefused():
            refused = f"{fault.address} refused {fault.statements} statements"
            return f"{refused}: {fault.status} {fault.reason}. {fault.answer}"
        case StoreAway():
            return f"{fault.address} is away: {fault.why}. Nothing is lost; the same command goes on later"
        case _:
            assert_never(fault)
