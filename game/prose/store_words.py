"""What is said of the database of a class: why it cannot be used, and what to do. No sentence holds a password."""

from collections.abc import Mapping
from typing import Literal

from game.prose.lines import count_noun

StoreFault = Literal["away", "refused", "unknown", "no right", "newer", "address", "tls", "other"]
"""Why a database cannot be used."""

NOT_INSTALLED = (
    "--store needs a part that is not installed. In the folder of this program, install it again with that part: "
    'pipx install --force ".[postgres]" (or uv tool install --force ".[postgres]")'
)
BAD_ADDRESS = (
    "this is no address of a PostgreSQL database. It looks like postgresql://user@host:5432/database; the password is "
    "better kept in PGPASSWORD or in the file ~/.pgpass"
)

_FAULTS: Mapping[StoreFault, str] = {
    "away": "does not answer. Start it, or look at the address, the network and the firewall",
    "refused": "does not let this user in: look at the user and the password",
    "unknown": "does not exist. Make it with: createdb, or look at its name",
    "no right": "gives this user too few rights. It needs those of docs/school-server.md",
    "newer": "was set up by a newer version of this program. Update the program on this machine, too",
    "address": "cannot be found by this address: look at what stands behind the question mark",
    "tls": "cannot be spoken with in secret: look at sslmode and at its certificate",
    "other": "has refused",
}


def describe_store_fault(place: str, fault: StoreFault, detail: str = "") -> str:
    """Why a database cannot be used."""
    return f"the database {place} {_FAULTS[fault]}{f' ({detail})' if detail else ''}"


def describe_class(name: str) -> str:
    """A class in the database."""
    return f"the database, as class {name}"


def render_class_stored(name: str, exam: object) -> str:
    """Where the answers are, and how they are marked."""
    return (
        f"Answers are kept in {describe_class(name)}. Ctrl-C ends this server; others of the class go on.\n"
        f"To mark: carriages class --store … --class {name} --export DIR; then: carriages results collect DIR "
        f"--exam {exam} --from-class"
    )


def describe_exported(count: int, folder: object) -> str:
    """What was written into a folder."""
    return f"{count_noun(count, 'attempt')} written to {folder}"
