"""The widgets: they paint the given data and send the player's lines. None of them decides anything."""
