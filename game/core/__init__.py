"""What every package may use: the base of records, comparing of names, paths, the terminal. Knows nothing of tours."""

from game.core.lean_imports import import_without

# Here and not in the command line, because Python imports this package before any other module of the game.
import_without("msgspec", "typing_extensions")
