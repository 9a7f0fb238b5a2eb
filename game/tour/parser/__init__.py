"""From a typed line to commands. Pure: text and a scope in, a command or a player's mistake out."""

from game.tour.parser.choices import Choices
from game.tour.parser.completion import Completion, completions
from game.tour.parser.objects import Mistake
from game.tour.parser.parse import parse, responded, split
from game.tour.parser.spelling import Slip, correct

__all__ = ["Choices", "Completion", "Mistake", "Slip", "completions", "correct", "parse", "responded", "split"]
