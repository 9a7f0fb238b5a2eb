"""Answers to questions in the player's own words: right, or pointing to where it is told, or an honest silence.

Nothing here knows what a pack tells: names, aliases, subjects, attributes and synonyms are all the pack's own.
"""
