"""The commands of the palette: every action once, and what can be typed, so that the help can be searched."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand

from game.tui.actions import ACTIONS, list_offered

if TYPE_CHECKING:
    from game.pack.world import World


def list_commands(run: Callable[[str], Any], *, takes_lines: bool, has_map: bool) -> Iterator[SystemCommand]:
    """The actions.

    Args:
        run: Runs an action, as a key does.
        takes_lines: Whether the play screen lies on top. Under a desk or a quiz session no line is offered: its reply
        would not be visible, or it would be read as an answer.
        has_map: Whether the pack has a map to draw journeys on.
    """
    # Commands that only open a screen are offered everywhere, because they take no turn.
    for action in list_offered(has_map=has_map):
        if takes_lines or not action.takes_turn:
            yield SystemCommand(action.words.label, action.words.text, partial(run, action.run))


def list_verbs(world: "World", fill: Callable[[str], None]) -> Iterator[SystemCommand]:
    """What can be typed, with its help; choosing one writes its word into the prompt.

    Args:
        world: The pack, which may leave out some verbs.
        fill: Writes into the prompt.
    """
    from game.prose.help_lines import describe_verbs  # only a palette that is opened needs all verbs

    actions = {action.words.word for action in ACTIONS}
    for word, usage, text in describe_verbs(world):
        if word not in actions:
            yield SystemCommand(usage, text, partial(fill, f"{word} "))
