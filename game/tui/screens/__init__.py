"""The screens: play, and the sheets that lie over it."""
