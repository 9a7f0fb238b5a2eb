"""The only clock of the program: moments have a time zone and are in UTC; only a calendar day is local.

A local time in a file would depend on the machine that wrote it, and two such files could not be ordered. The scheduler
of reviews (FSRS) accepts only UTC.
"""

from datetime import UTC, date, datetime


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def local_day(moment: datetime) -> date:
    """The day of a moment where the player is."""
    return moment.astimezone().date()


def local_stamp(moment: datetime) -> str:
    """A moment as part of a file's name, in the time of the player's place: ``20230911-081500-000000``."""
    return moment.astimezone().strftime("%Y%m%d-%H%M%S-%f")


def moment_of(text: str) -> datetime:
    """The moment that a text of RFC 3339 names, in UTC. Without an offset, the text is in this machine's time zone.

    >>> moment_of("2026-11-21T09:00:00+05:45").isoformat()
    '2026-11-21T03:15:00+00:00'
    """
    return datetime.fromisoformat(text).astimezone(UTC)
