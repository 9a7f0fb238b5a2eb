"""The wall of a class for the projector, and the streams of news."""
