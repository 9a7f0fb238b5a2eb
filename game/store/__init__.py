"""Everything that is written on a player's disk: tours, settings, transcripts, decks, honours, papers, attempts."""
