"""How far a tour covers its sources, as rows of a table."""

HEADER = "  paragraph  facts passages questions"


def render_source_coverage(title: str, date: str, done: int, total: int) -> str:
    """How many paragraphs of a source are accounted for."""
    # Rounded down: 99.6 % must not look finished.
    return f"{title}, {date}: {done} of {total} paragraphs accounted for ({100 * done // total} %)"


def render_paragraph_coverage(cite: str, counts: tuple[int, int, int], unused: str, *, is_accounted_for: bool) -> str:
    """What rests on a paragraph: facts (also as a bar), passages, questions; or why nothing does."""
    facts, passages, questions = counts
    note = "" if is_accounted_for else "  nothing rests on it"
    return f"  {cite:>9} {facts:6} {passages:8} {questions:9}  {'#' * facts}{unused}{note}".rstrip()
