"""The messages of the commands for exams and papers."""

from collections.abc import Iterable

from game.core.characters import strip_controls


def describe_factor_without_limit() -> str:
    """A factor for an exam without a limit."""
    return "--factor extends a time limit, so it needs --minutes"


def describe_no_name() -> str:
    """An exam that belongs to nobody."""
    return "an exam needs a name or a code: --name Stoker-07"


def describe_long_name(characters: int, most: int) -> str:
    """A name that is too long for a sheet."""
    return f"a name or code has at most {most} characters; this one has {characters}"


def describe_name_that_acts(code: str) -> str:
    """A name with a character that a terminal or a page would act on."""
    return f"a name or code may hold letters, digits and signs; this one holds the character {code}"


ASK_NAME = "Your name or code: "


def render_damaged_attempt(why: object) -> str:
    """An attempt that cannot be read is left alone."""
    return f"{why}. The file is not changed, and nothing in it is marked."


def describe_handed_in(candidate: str) -> str:
    """A paper that the candidate has handed in before."""
    return f"{candidate} has already handed in this paper; --fresh begins another attempt"


def describe_unwritable_attempt(folder: object, why: object) -> str:
    """An attempt that cannot be kept is not begun."""
    return f"the attempt cannot be saved in {folder}: {why}. The exam was not begun"


def describe_missing_facts(items: Iterable[str]) -> str:
    """An attempt whose questions rest on facts that the pack has no longer."""
    return f"this exam rests on facts that the pack no longer has: {', '.join(items)}. It was not changed"


def describe_chosen_already(paper: object) -> str:
    """A selection of questions for a paper that has its questions already."""
    return f"the paper {paper} already has its questions: leave out --only, --level, --kind and similar options"


def describe_not_on_paper(item_id: str, hint: str) -> str:
    """A question that is to be replaced and is not on the paper."""
    return f"--replace: no question of this paper is called {item_id}. {hint}"


def describe_on_paper_already(item_id: str) -> str:
    """A question that is on the paper already."""
    return f"--replace: {item_id} is on this paper already"


def describe_nothing_else(item_id: str) -> str:
    """No other question can take the place of one."""
    return f"--replace {item_id}: every other question asks for a fact that this paper asks for. Name one: {item_id}=ID"


def render_replaced(old: str, new: str, stem: str) -> str:
    """Which question stands in the place of another now."""
    return f"{old} is replaced by {new}: {strip_controls(stem)}"


# A code dies with its bank, so the way out is named here: a paper that was kept as a file is whole.
def describe_bad_code(why: object) -> str:
    """A code that draws no paper."""
    return f"{why}. A paper kept as a file (-o paper.json) still works when the questions of the pack change"


def render_short_paper(found: int, wanted: int) -> str:
    """Fewer questions than asked for."""
    return f"Only {found} questions fit that choice; {wanted} were asked for."


def describe_foreign_facts(path: object, items: Iterable[str]) -> str:
    """A paper of another pack."""
    return f"{path} rests on facts that this pack does not have ({', '.join(items)}); name its pack with --pack"


def render_removed_item(path: object, item_id: str, stem: str) -> str:
    """A question that the pack has no longer."""
    return f"{path}: {item_id} is no longer in the pack, and is left out: {stem}"


def render_changed_item(path: object, item_id: str, stem: str) -> str:
    """A question that the pack has changed since."""
    return f"{path}: {item_id} has changed since: {stem}"


def describe_two_versions() -> str:
    """A paper whose questions have changed since, without an option that says which version to use."""
    return "choose one: --as-drawn uses the questions as they were, --as-now as they are now"


def render_written_paper(path: object, code: str, questions: int) -> str:
    """A paper that was written to a file."""
    return f"{path}: paper {code}, {questions} questions."


def describe_large_without_html(instead: str) -> str:
    """Large print was asked of a text without sizes."""
    return f"--large needs a page: write it with {instead}"


def render_key_elsewhere() -> str:
    """A code alone gives no key."""
    return (
        "Questions only: the key is printed on the machine that drew this paper, or from its file (-o paper.json). "
        "The questions are of this pack, which holds its keys for whoever opens it."
    )


def describe_keyless_file(path: object) -> str:
    """A file of a paper without its key, which would be no paper."""
    return (
        f"{path} would hold the key: a file for candidates is made with carriages exam new and exam hand-out; "
        "--no-key writes .md or .html"
    )
