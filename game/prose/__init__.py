"""All English of the game that is not in a pack: one module a subject, a function a message. Knows no screen.

Nothing is imported here: a command that prints one sentence must not load the words of the whole tour.

Words:
    line, role: one paragraph of text; its kind, such as title or note
"""
