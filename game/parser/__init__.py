"""From a typed line to commands. Pure: text and a scope in, a command or a player's mistake out."""

from game.parser.parse import Mistake, parse, split

__all__ = ["Mistake", "parse", "split"]
