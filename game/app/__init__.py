"""What a front end uses: one player's game, one quiz session. Lines in, lines and a view out; knows no screen.

Words:
    quiz session: questions one after the other: practice with feedback, or an exam without
    view: what a screen shows beside the words
"""
