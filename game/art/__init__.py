"""Makes pictures from text files: lit pixels or plain characters. Knows no screen and no room.

It ends in rows of colours, because a widget and a command that prints need different codes for the same picture.
"""

from game.art.boxes import Picture
from game.art.picture import Hour, choose_hour, paint_picture
from game.art.picture_size import Size
from game.art.text_picture import find_text_boxes, write_picture

__all__ = ["Hour", "Picture", "Size", "choose_hour", "find_text_boxes", "paint_picture", "write_picture"]
