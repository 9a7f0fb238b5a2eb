"""What the whole house may use: the base of records, names compared, paths, the terminal. Knows no tour."""

from game.core.lean_imports import import_without

# Here and not in the command line, because whichever module is imported first, this one comes before it.
import_without("msgspec", "typing_extensions")
