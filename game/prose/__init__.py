"""Every sentence the game speaks that is not in a pack. Events in, lines out; knows no screen."""

from game.prose.event_lines import render_event

__all__ = ["render_event"]
