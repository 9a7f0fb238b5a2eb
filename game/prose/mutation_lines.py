"""What false edits the rules noticed, kind by kind, in words for whoever writes packs or rules."""

from collections.abc import Iterator, Mapping

OUT_OF_REACH = (
    "Out of reach of any rule here: a false sentence made of words of its own fact, a paraphrase that quietly "
    "strengthens, and a reason of a word or two. There a second reader remains."
)
"""What no rule can find, and what does instead."""


def render_mutation_shares(shares: Mapping[str, tuple[int, int]], seed: int) -> Iterator[str]:
    """A table of the kinds: edits made, edits noticed, share."""
    made = sum(each[0] for each in shares.values())
    found = sum(each[1] for each in shares.values())
    yield f"  {'kind of edit':<14} {'made':>5} {'noticed':>8}"
    for kind, (one, other) in shares.items():
        yield f"  {kind:<14} {one:>5} {other:>8}  {other / one:>4.0%}"
    yield f"  {'all':<14} {made:>5} {found:>8}  {found / made if made else 0:>4.0%}  (seed {seed})"
    yield OUT_OF_REACH


def describe_unnoticed(kind: str, owner: str, before: str, after: str) -> str:
    """An edit that no rule noticed."""
    return f"{kind}, {owner}:\n  - {before}\n  + {after}"
