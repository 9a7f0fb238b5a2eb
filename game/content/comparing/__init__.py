"""Compares every text of a pack, sentence by sentence, with the facts it rests on. Authors need it, players never."""
