"""What candidates and learners have done: attempts, papers on file, decks of cards. Reads and writes files."""
