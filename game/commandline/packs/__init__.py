"""The actions of ``carriages packs``, one file an action."""
