"""Files that the game writes for people: one module a format. Pure: a world or a notebook in, text out."""
