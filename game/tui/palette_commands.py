"""The commands of the palette, in the order of the table of actions, and found by what they do as well."""

from textual.command import DiscoveryHit, Hit, Hits
from textual.system_commands import SystemCommandsProvider

TEXT_SCORE = 0.01
"""The score of a command of which only the description holds the words: below all that are called so."""


class OrderedCommands(SystemCommandsProvider):
    """The actions first, then what can be typed. Textual's own provider sorts by letters and reads names alone."""

    async def discover(self) -> Hits:
        """All of them, while nothing is searched."""
        for command in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(command.title, command.callback, help=command.help)

    async def search(self, query: str) -> Hits:
        """Those whose name is like the words, then those whose description holds all of them."""
        matcher, words = self.matcher(query), query.casefold().split()
        for command in self.app.get_system_commands(self.screen):
            score = matcher.match(command.title)
            if score > 0:
                yield Hit(score, matcher.highlight(command.title), command.callback, help=command.help)
            elif all(word in command.help.casefold() for word in words):
                yield Hit(TEXT_SCORE, command.title, command.callback, help=command.help)
