"""The teacher's side of a class: the board, what is done on it, the set-up; and the class as a whole."""
