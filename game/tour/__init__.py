"""One tour: a line goes in, events come out. Does no input or output; saving and painting are asked for by events.

Words:
    session: one tour of one player: a line goes in, events come out
    state: what one player has done so far
    scope: what a player can name now
    verb, command: the first word of a line; a line, understood
    event: what a turn reports
    turn: one command with its events
    notebook: the facts that a player has noted
    dispatch: the report at the end of the tour: facts, and how each is printed
"""
