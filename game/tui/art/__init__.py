"""Pictures: pixels half a cell high, and what is drawn with them."""
