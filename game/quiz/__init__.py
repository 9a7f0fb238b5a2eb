"""What the game does with many items: the bank, papers and their codes, the schedule of practice, lint. Pure.

What concerns a single item is in ``pack.kinds``: a room has items, so their shapes must be below it.

Words:
    bank: all items of a pack, by id
    paper: the items that a seed draws from a bank, in their order
    code: a short text that names a paper and draws it again
    finding: what lint says of an item
"""
