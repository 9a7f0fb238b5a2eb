"""What commands that write the text of a tour do with drafts: nothing is written as long as there are any."""

from game.commandline.usage_error import fail
from game.content.drafts import count_shown_drafts
from game.pack.world import World
from game.prose.draft_texts import describe_waiting_drafts


def refuse_drafts(world: World, command: str) -> None:
    """Write nothing of a world with drafts: they are shown to their author alone, and what leaves was confirmed.

    Raises:
        UsageError: There are drafts.
    """
    if drafts := count_shown_drafts(world):
        fail(command, describe_waiting_drafts(drafts))
