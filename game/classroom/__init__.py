"""What a teacher's folder holds: attempts of many, who they are of, what they show. Speaks no sentence.

Words:
    candidate, pseudonym, roster: who answers; the only name of them in our files; the file that knows more
    class record: what a folder holds of a class
    facility, discrimination: how easy an item is, from 0 to 1; how well it tells strong from weak candidates
"""
