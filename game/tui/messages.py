"""What widgets tell the app: that the player has said something, by key or by mouse. Always a line."""

from textual.message import Message


class Said(Message):
    """The player wants this line performed, as if typed."""

    def __init__(self, line: str) -> None:
        self.line = line
        super().__init__()
