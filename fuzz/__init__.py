"""Bounded, seeded hostile input for every door of the game: ``python -m fuzz``, or ``make fuzz``.

Thousands of damaged files, argument lists, keys and clicks, attempts, packs and answers of a store, each in a folder of
its own. What counts as a failure: a traceback, a status that is not documented, a write outside the scratch folder, a
file that could not be read and was changed all the same, a case that does not end. It is not part of the wheel.
"""
