"""Everything that is written on a player's disk: tours, settings, transcripts, decks, honours, papers, attempts.

Words:
    attempt: the record of one candidate's exam, or of answers marked at once, in sealed lines
    deck: a learner's cards, one for each fact asked
    honour: something a player can be proud of
    transcript: a session as text: lines and replies
"""
