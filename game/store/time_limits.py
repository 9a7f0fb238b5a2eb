"""How long one exam takes: by its rules, and by what a teacher gives during it."""

from msgspec import Struct


class TimeLimit(Struct, frozen=True):
    """Seconds by the rules, and seconds beyond them."""

    base: float
    """By the rules, a common end included; 0 for no limit."""
    extra: float = 0.0
    """Given by a teacher."""

    @property
    def seconds(self) -> float:
        """All of it; 0 for no limit."""
        return self.base + self.extra if self.base else 0.0

    def extend(self, minutes: float, elapsed: float) -> "TimeLimit":
        """The limit after a teacher has given more time, or has taken some back.

        Only what was given and is not used yet can be taken back: an answer that was in time stays so.

        Args:
            minutes: Negative to take back.
            elapsed: Seconds of the exam when it is done.
        """
        used = min(elapsed, self.seconds) - self.base
        return TimeLimit(self.base, max(0.0, self.extra + minutes * 60, used))
