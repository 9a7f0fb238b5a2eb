"""The actions of ``carriages results``, one file an action."""
