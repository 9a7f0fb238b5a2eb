"""What is done with many items: the bank, papers drawn from it, their codes, when a fact is asked again, lint. Pure."""
