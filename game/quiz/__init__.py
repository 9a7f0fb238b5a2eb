"""The quiz: how an item is shown, a response read and marked, a paper drawn. Pure."""

from game.quiz.marking import because, is_right, key_of, mark
from game.quiz.responses import Response, read, written
from game.quiz.showing import Shown, show

__all__ = ["Response", "Shown", "because", "is_right", "key_of", "mark", "read", "show", "written"]
