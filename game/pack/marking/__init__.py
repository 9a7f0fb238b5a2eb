"""How typed answers are marked: which differences of spelling count, and how a figure is read."""
