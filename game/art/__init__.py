"""Makes pictures from text files: lit pixels or plain characters. Knows no screen and no room."""

from game.art.picture import Hour, Picture, Size, find_hour, paint_picture, write_picture

__all__ = ["Hour", "Picture", "Size", "find_hour", "paint_picture", "write_picture"]
