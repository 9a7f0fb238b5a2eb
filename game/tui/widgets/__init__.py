"""The widgets: they paint what they are given and say what the player wants. None of them decides anything."""
