"""The actions of ``carriages exam``, and an exam that is taken by its file."""
