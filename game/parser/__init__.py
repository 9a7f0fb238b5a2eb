"""From a typed line to commands. Pure: text and a scope in, a command or a player's mistake out."""

from game.parser.choices import Choices
from game.parser.parse import Mistake, parse, split
from game.parser.spelling import correct

__all__ = ["Choices", "Mistake", "correct", "parse", "split"]
