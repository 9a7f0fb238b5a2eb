"""The marks of a class for its teacher, and the release of sheets."""
