"""Deciding on drafts: which one waits, what its author is asked, and what an answer changes in the files of a pack."""
