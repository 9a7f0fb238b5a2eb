"""Makes pictures from text files: lit pixels or plain characters. Knows no screen and no room."""

from game.art.picture import Hour, Picture, Size, hour_at, paint_picture, write_picture

__all__ = ["Hour", "Picture", "Size", "hour_at", "paint_picture", "write_picture"]
