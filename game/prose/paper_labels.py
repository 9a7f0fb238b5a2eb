"""The words of a printed paper and its key, without the questions."""

from game.prose.lines import count_noun

BLUEPRINT = "Blueprint"
BLUEPRINT_HEAD = ("Topic", "Level 1", "Level 2", "Level 3", "All")
ALL_TOPICS = "All"
DROPPED_TOPIC = "no longer in the pack"
"""Stands for the topic of a question that the pack has dropped."""

ASK_PROOF = "Which fact proves it?"
EVIDENCE = "Evidence (article and paragraph):"
"""Before the line on which a candidate names the place in the article that proves the answer."""

NAME_LINE = "Name: ______________________  Date: ____________"


def render_version_title(tour: str, version: str) -> str:
    """The heading of one version."""
    return f"{tour}, version {version}"


def render_sheet_title(title: str) -> str:
    """The heading of the page for the answers to a version."""
    return f"Answers: {title}"


def render_key_title(title: str) -> str:
    """The heading of the key to a version."""
    return f"Key to {title}"


def render_paper_head(code: str, questions: int, levels: str) -> str:
    """Which paper it is, and what it asks."""
    return f"Paper {code}: {count_noun(questions, 'question')}, levels {levels or '1 to 3'}. One mark a question."
