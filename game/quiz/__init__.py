"""The quiz: how an item is shown and marked. Pure; knows neither rooms nor players."""

from game.quiz.options import key_of, options

__all__ = ["key_of", "options"]
