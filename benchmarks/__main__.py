"""Print every bar with what was measured: ``python -m benchmarks [NAME ...]``."""

import sys

from benchmarks import keys, memory, packs, pictures, quiz, start, teaching, turns, web

PARTS = {
    "start": start.report,
    "turns": turns.report,
    "keys": keys.report,
    "packs": packs.report,
    "pictures": pictures.report,
    "quiz": quiz.report,
    "teaching": teaching.report,
    "memory": memory.report,
    "web": web.report,
}


def main(wanted: list[str]) -> int:
    """Run the named parts, or all of them."""
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        print(f"no benchmark called {', '.join(unknown)}; there are: {', '.join(PARTS)}")
        return 2
    for name in wanted or PARTS:
        print(f"\n{name}")
        for row in PARTS[name]():
            print(f"  {row}")
    return 0


sys.exit(main(sys.argv[1:]))
