"""What a class can do: sit an exam, practise, answer a live round, walk the tour."""
