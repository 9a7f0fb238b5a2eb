"""What ``carriages new`` writes into a pack: English for an author to replace, and notes on how to."""

ENTRANCE = "Part"
"""The name of a room for which neither the author nor the article has one; a number follows."""

NOTES = "notes"
"""The thing in which the drafts of a room lie until they are laid elsewhere."""

ROOM_TEXT = "Nobody has furnished this place yet. Notes lie on a table."
EMPTY_ROOM_TEXT = "Nobody has furnished this place yet."
PLAQUE_TEXT = "Staged: this place was set up for the tour."
ALT_TEXT = "No picture has been drawn yet."
OPENING_TEXT = "You have a notebook, and all the time you want."

NOT_CLEAR = "not clear"
"""A side of a difference of which an article says that it is not known."""

UNUSED_HEADING = "heading"
"""Why no fact cites a heading."""

UNUSED_DATELINE = "says when and by whom it was published"
"""Why no fact cites a line above the story."""

FACTS_HEAD = (
    "Each line is a draft. To confirm one: write its claim, see to what todo lists, delete draft and todo.",
    "CLAIM: say it in your own words. SPLIT: it may be several facts. SURE: is the strength right?",
    "WHO: name whoever says so, or whoever is meant by he, she or they. To refuse a draft, delete its line here",
    "and in the room that shows it.",
)
LICENSED_HEAD = "The claims are sentences of the article, which this pack may copy."
DIFFERENCES_HEAD = (
    "Each may be a difference. To accept one: put topic, sides and kind right, delete draft.",
    "To refuse one, delete its line.",
)
ENTITIES_HEAD = ("To accept a name: say in gloss who or what it is, put its kind right, delete draft.",)
ROOM_HEAD = (
    "Move a line of the notes to a thing of your own. Write its text, or leave the text to the claims of its facts.",
)


def render_tagline(titles: str) -> str:
    """What the tour is told from."""
    return f"A tour told from {titles}"


def render_about(titles: str) -> str:
    """What ABOUT says of the tour; true of a draft, and still true when no draft is left."""
    return f"It is told from {titles}. What is marked as staged was made up for the tour."


def render_gloss(title: str, number: str) -> str:
    """Where a name is told."""
    return f"named in {title}, paragraph {number}"


def render_sides(one: str, first: str, other: str, second: str) -> str:
    """What both sides of a difference say."""
    return f"{one} in {first}; {other} in {second}."
