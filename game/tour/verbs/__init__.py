"""What each verb does: command and scope in, state and events out. A table to read; nothing registers itself."""

from collections.abc import Callable, Mapping

from game.tour.commands import Command
from game.tour.scope import Scope
from game.tour.verbs import asking, carrying, filing, looking, touring, walking, wondering
from game.tour.verbs.outcome import Outcome

Perform = Callable[[Scope, Command], Outcome]

PERFORM: Mapping[str, Perform] = {
    "go": walking.go,
    "exits": walking.list_exits,
    "places": walking.list_places,
    "look": looking.look,
    "picture": looking.picture,
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
    "journeys": touring.journeys,
    "score": touring.score,
    "progress": touring.progress,
    "ticket": touring.ticket,
    "practice": touring.practice,
    "honours": touring.honours,
    "dispatch": filing.dispatch,
    "help": touring.help_,
    "verbs": touring.verbs,
    "about": touring.about,
    "credits": touring.credits_,
    "version": touring.version,
    "tutorial": touring.tutorial,
    "units": touring.units,
    "save": touring.save,
    "restore": touring.restore,
    "transcript": touring.transcript,
    "record": touring.record,
    "replay": touring.replay,
    "remark": touring.remark,
    "quit": touring.quit_,
    "wonder": wondering.wonder,
}
"""Verb id -> what performs it."""

REMEMBERED = ("source", "undo", "again", "oops", "hint", "continue", "restart")
"""The verbs that need the session's memory; they are performed in session.py."""

__all__ = ["PERFORM", "REMEMBERED", "Outcome", "Perform"]
