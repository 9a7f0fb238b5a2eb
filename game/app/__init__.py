"""What a front end drives: one player's game, one quiz session. Lines in, lines and a view out; knows no screen."""
