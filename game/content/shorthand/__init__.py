"""Short forms of a pack's files: what an author may leave out or write in fewer words is put in before a file is read.

Every short form becomes the long form of the same entry, so that the rest of the program knows one form only. Both are
valid, in one file too. Each value remembers where it is written, so that a problem names the line of its author.
"""
