"""What ``carriages results`` says of its folder, its files and its actions."""

from collections.abc import Iterable, Iterator, Sequence

from game.classroom.forgetting import Reason
from game.prose.lines import count_noun


def describe_no_folder(folder: object) -> str:
    """A folder of results that is not there."""
    return f"there is no folder {folder}; carriages results collect DIR --folder makes it"


def describe_no_attempts(folder: object, paper: str) -> str:
    """A folder in which nothing was handed in; of one paper, where one was named."""
    of_paper = f" of paper {paper}" if paper else ""
    return f"{folder} has no finished attempts{of_paper}. Collect them with: carriages results collect DIR"


def render_not_counted(why: object) -> str:
    """A damaged attempt."""
    return f"{why}. It is not counted"


def describe_nothing_handed_in(candidate: str) -> str:
    """A candidate without an exam."""
    return f"{candidate!r} has handed in nothing here"


def describe_several_handed_in(papers: Iterable[str]) -> str:
    """A candidate with exams of several papers."""
    return f"several papers were handed in; choose one with --paper: {', '.join(papers)}"


def describe_several_papers(codes: Iterable[str]) -> str:
    """Attempts at several papers, which cannot be analysed together."""
    return f"the attempts are of several papers; choose one with --paper: {', '.join(code or '-' for code in codes)}"


def describe_unknown_person(name: str) -> str:
    """A name that neither the roster nor an attempt has."""
    return f"no candidate has the name {name!r}"


# It says what is not done, too: who asks for deletion must know that copies come back by collecting them.
def render_forgotten(attempts: int, *, was_enrolled: bool) -> str:
    """What was deleted of somebody, and what was not."""
    entry = "the line in the roster, and " if was_enrolled else ""
    rest = "Copies in other places remain; if you collect them, the attempts come back."
    return f"Forgotten: {entry}{count_noun(attempts, 'attempt')}. {rest}"


def render_removed_index(path: object) -> str:
    """The index of an earlier version, which stood among the results."""
    return f"{path} was removed: the index is now in your own cache, no longer in the results folder."


_REMAINDERS: dict[Reason, str] = {
    "attempt not deleted": "an attempt that the system does not allow us to delete; delete it yourself",
    "attempt elsewhere": "an attempt under this pseudonym, of another class; delete it if it is the same person's",
    "name of file": "the name or the pseudonym is in the file name; check the file and delete it yourself",
    "holds the name": "the name or the pseudonym is in this file; change or delete it yourself",
    "not looked into": "cannot be searched; the name or the pseudonym may be in it",
}


def render_remainders(found: Sequence[tuple[str, Reason]]) -> Iterator[str]:
    """The files that are left of somebody, or may be."""
    yield f"The name or the pseudonym may still be in {count_noun(len(found), 'file')}:"
    yield from (f"  {path}: {_REMAINDERS[reason]}" for path, reason in found)


def describe_report_without_file() -> str:
    """A report that goes nowhere."""
    return "report needs a file: -o report.html, or -o report.csv"


def describe_analysis_without_file() -> str:
    """An analysis that goes nowhere."""
    return "analysis needs a file: -o items.csv, or -o items.json"


def describe_small_group(why: object) -> str:
    """A report of so few candidates that it would reveal single persons."""
    return f"{why}; --small writes it anyway"


def render_written_report(path: object, candidates: int) -> str:
    """A report that was written to a file."""
    return f"{path}: {count_noun(candidates, 'candidate')}."


def describe_column_without_list() -> str:
    """A column of no table."""
    return "--column says which column of a list holds the names: it needs --list FILE"


def describe_statements_without_target() -> str:
    """Statements that go nowhere, or to two places."""
    return "xapi needs a file or a store: -o statements.json, or --lrs URL"


def render_written_statements(path: object, number: int) -> str:
    """Statements that were written to a file."""
    return f"{path}: {number} statements."


def render_sent_statements(address: str, sent: int, known: int) -> str:
    """Statements that a store has acknowledged."""
    return f"{address}: {sent} statements sent, {known} were already there."


MAX_REFUSED_LINES = 10
"""Refused statements that are printed; the file has them all."""


def render_refused_statements(refused: Sequence[tuple[str, str]], path: object) -> Iterator[str]:
    """Statements that a store does not take, and why."""
    yield f"The store has refused {count_noun(len(refused), 'statement')}; {path} lists them:"
    yield from (f"  {each}: {why}" for each, why in refused[:MAX_REFUSED_LINES])
    if len(refused) > MAX_REFUSED_LINES:
        yield f"  and {len(refused) - MAX_REFUSED_LINES} more"
    yield "carriages results xapi --retry sends only those again."


def render_waiting_statements(number: int, path: object) -> str:
    """Statements that were refused by an earlier command."""
    before = f"{count_noun(number, 'statement')} refused earlier and not sent now"
    return f"{before}, in {path}; --retry sends only those again."


def describe_retry_without_store() -> str:
    """A second try that goes nowhere."""
    return "--retry sends again what a store has refused: it needs --lrs URL"
