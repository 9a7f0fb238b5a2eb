"""From a typed line to commands. Pure: text and a scope in, a command or a player's mistake out."""

from game.tour.parser.completion import Completion, find_completions
from game.tour.parser.note_reading import is_note_remark
from game.tour.parser.parse import find_response, is_listed, parse
from game.tour.parser.reading import Reading, read_choice, read_line
from game.tour.parser.splitting import split

__all__ = [
    "Completion",
    "Reading",
    "find_completions",
    "find_response",
    "is_listed",
    "is_note_remark",
    "parse",
    "read_choice",
    "read_line",
    "split",
]
