"""What each verb does: command and scope in, state and events out. A table to read; nothing registers itself."""

from collections.abc import Callable, Mapping

from game.commands import Command
from game.scope import Scope
from game.verbs import asking, carrying, looking, touring, walking
from game.verbs.outcome import Outcome

Perform = Callable[[Scope, Command], Outcome]

PERFORM: Mapping[str, Perform] = {
    "go": walking.go,
    "exits": walking.list_exits,
    "places": walking.list_places,
    "look": looking.look,
    "examine": looking.examine,
    "ask": looking.ask,
    "act": looking.act,
    "take": carrying.take,
    "drop": carrying.drop,
    "inventory": carrying.inventory,
    "question": asking.question,
    "answer": asking.answer,
    "repeat": asking.repeat,
    "skip": asking.skip,
    "notebook": touring.notebook,
    "timeline": touring.timeline,
    "differences": touring.differences,
    "score": touring.score,
    "help": touring.help_,
    "about": touring.about,
    "save": touring.save,
    "restore": touring.restore,
    "restart": touring.restart,
    "quit": touring.quit_,
}
"""Verb id -> what performs it. SOURCE, UNDO and AGAIN need the session's memory and are in session.py."""

__all__ = ["PERFORM", "Outcome", "Perform"]
