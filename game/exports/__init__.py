"""What leaves the game as a file: one module a format. Pure: a world or a notebook in, text out."""
