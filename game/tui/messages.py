"""The message from widgets to the app: the player has entered a line, by key or by mouse."""

from textual.message import Message


class Said(Message):
    """The player wants this line performed, as if typed."""

    def __init__(self, line: str) -> None:
        self.line = line
        super().__init__()
