"""The moment that a page shows, as its forms hold it: a form that is sent twice, or is of an earlier page, is known."""

import os


class FormMoment:
    """Counts what forms have done since something was opened."""

    def __init__(self) -> None:
        self._opened = os.urandom(6).hex()
        self.count = 0
        """How often."""

    def go_on(self) -> None:
        """A form has done something."""
        self.count += 1

    def write(self, place: str) -> str:
        """The moment as text.

        Args:
            place: What is known of it on the disk, such as the turn of a tour.
        """
        return f"{self._opened}.{self.count}.{place}"

    def is_now(self, stamp: str, place: str) -> bool:
        """Whether a form is of this moment."""
        opened, _, rest = stamp.partition(".")
        # After a restart nobody knows how often a form was sent; then the place decides.
        return stamp == self.write(place) or (opened != self._opened and rest.partition(".")[2] == place)
