"""What the game does with many items: the bank, papers and their codes, the schedule of practice, lint. Pure."""
