"""What a teacher's folder holds: attempts of a class, whose they are, and their statistics. Makes no sentences.

Words:
    candidate, pseudonym, roster: the person who answers; the only name of this person in our files; the file that holds
    the real names class record: what a folder holds of a class facility, discrimination: how easy an item is, from 0 to
    1; how well it tells strong from weak candidates
"""
