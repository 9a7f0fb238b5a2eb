"""``python -m game``: the same as ``carriages``."""

import sys

from game.commandline.main import main

if __name__ == "__main__":
    sys.exit(main())
