"""What the game does with many items: the bank, papers and their codes, the schedule of practice, lint. Pure.

What concerns a single item is in ``pack.kinds``: a room has items, so their shapes must be below it.
"""
