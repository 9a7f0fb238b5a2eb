"""Pictures from text files: sprites and scenes in, lit pixels or plain characters out. Knows no screen and no room."""

from game.art.picture import Hour, Picture, Size, hour_at, painted, written

__all__ = ["Hour", "Picture", "Size", "hour_at", "painted", "written"]
