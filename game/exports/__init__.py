"""Files that the game writes for people, one module for each format. Pure: a world or a notebook in, text out.

Formats that other programs read are in ``exchange``, which uses the cells and the escaping of this package.
"""
