"""From a typed line to commands. Pure: text and a scope in, a command or a player's mistake out."""

from game.parser.choices import Choices
from game.parser.completion import Completion, completions
from game.parser.objects import Mistake
from game.parser.parse import parse, responded, split
from game.parser.spelling import Slip, correct

__all__ = ["Choices", "Completion", "Mistake", "Slip", "completions", "correct", "parse", "responded", "split"]
