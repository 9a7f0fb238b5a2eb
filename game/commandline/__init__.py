"""The command ``carriages``: what can be typed after it, and what each command does."""
