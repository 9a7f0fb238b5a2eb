"""The table of actions: keys, typed words, the palette, the list of keys and the footer are all made from it."""

from collections.abc import Iterator
from typing import NamedTuple

from textual.binding import Binding

from game.prose.action_words import ACTION_WORDS, ActionWords, describe_action, name_key
from game.prose.lines import Line
from game.tui.widgets.keybar import Key


class Action(NamedTuple):
    """Something that a player can do on the play screen."""

    id: str
    keys: tuple[str, ...]
    """The first is the one that the footer shows."""
    run: str
    """The action of Textual that it runs."""
    is_own_word: bool = False
    """Whether the screen itself performs the word. Otherwise the session does, and the reply is in the log."""

    @property
    def words(self) -> ActionWords:
        """How it is typed, and what it does."""
        return ACTION_WORDS[self.id]

    @property
    def takes_turn(self) -> bool:
        """Whether it sends a line to the session."""
        return self.run.startswith("app.say")


# No key with Alt: terminals send Escape for it, and that empties the line. F1, F10, F11 and F12 have a second key
# because many terminals keep them for themselves.
ACTIONS = (
    Action("help", ("f1", "ctrl+g"), "app.open('help')"),
    Action("notebook", ("f2",), "app.open('notebook')"),
    Action("places", ("f3",), "app.open('places')", is_own_word=True),
    Action("question", ("f4",), "app.say('question')"),
    Action("source", ("f5",), "app.say('source')"),
    Action("theme", ("f6",), "app.switch_theme", is_own_word=True),
    Action("picture", ("f7",), "app.next_picture", is_own_word=True),
    Action("describe", ("f8",), "app.say('describe picture')"),
    Action("settings", ("f9",), "app.open('settings')", is_own_word=True),
    Action("journeys", ("f10", "ctrl+o"), "app.open('journeys')"),
    Action("timeline", ("f11", "ctrl+t"), "app.open('timeline')"),
    Action("differences", ("f12", "ctrl+b"), "app.open('differences')"),
    Action("keys", ("ctrl+l",), "app.show_keys", is_own_word=True),
    Action("copy", ("ctrl+y",), "app.copy_last", is_own_word=True),
    Action("practice", ("ctrl+n",), "app.say('practice')"),
    Action("dispatch", ("ctrl+s",), "app.say('dispatch')"),
    Action("progress", ("ctrl+underscore",), "app.open('progress')"),
    Action("ticket", ("ctrl+right_square_bracket",), "app.open('end')"),
    Action("title", ("ctrl+backslash",), "app.open('title')", is_own_word=True),
    Action("leave", ("ctrl+q",), "app.quit"),
)

FOOTER_PREFIX = "f"
"""The footer has room for the keys with a number."""


def list_bindings() -> list[Binding]:
    """The keys of the play screen; those of the app are bound there."""
    return [
        Binding(",".join(action.keys), action.run, action.words.label, show=False)
        for action in ACTIONS
        if action.id != "leave"
    ]


def list_footer_keys(*, has_map: bool) -> tuple[Key, ...]:
    """The keys of the footer, the most useful first."""
    return tuple(
        Key(action.keys[0], action.words.label, action.run)
        for action in list_offered(has_map=has_map)
        if action.keys[0].startswith(FOOTER_PREFIX)
    )


def list_offered(*, has_map: bool) -> Iterator[Action]:
    """The actions that a pack can offer.

    Args:
        has_map: Whether the pack has a map to draw journeys on.
    """
    return (action for action in ACTIONS if has_map or action.id != "journeys")


def find_action(line: str) -> Action | None:
    """The action that the screen itself performs for a typed line; None where the session is to read it."""
    typed = " ".join(line.casefold().split())
    return next((action for action in ACTIONS if action.is_own_word and action.words.word == typed), None)


def list_key_lines(*, has_map: bool) -> tuple[Line, ...]:
    """All actions with their keys and words, one a line."""
    return tuple(
        Line(
            describe_action(action.words.word, tuple(map(name_key, action.keys)), action.words.text),
            "option",
            is_tight=True,
        )
        for action in list_offered(has_map=has_map)
    )
