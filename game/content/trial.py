"""Whether a file would fit into a pack, found out before a byte of it is written."""

from pathlib import Path

from game.content.folder import read_folder
from game.content.load import build_from_bytes
from game.content.problems import Problem


def try_file(pack: Path, name: str, text: str) -> tuple[Problem, ...]:
    """The problems that a file would have in a pack; none where the pack can be played with it.

    Args:
        pack: The pack, which is not changed.
        name: The file's path inside the pack: items/quiz.yaml.
        text: What the file would hold.
    """
    found = build_from_bytes(pack, {**read_folder(pack), name: text.encode()}).problems
    return tuple(problem for problem in found if problem.is_fatal and problem.path.endswith(name))
