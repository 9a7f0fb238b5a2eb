"""The command ``carriages``: what can be typed after it, one file a command."""
