"""What ``carriages new`` says: what it asks for, what it has written, and why it cannot read a file."""

from collections.abc import Sequence

from game.prose.lines import count_noun


def describe_unknown_ending(found: str, known: Sequence[str]) -> str:
    """A file of a kind that is not read."""
    listed = f"{', '.join(known[:-1])} and {known[-1]}"
    named = f"found {found}" if found else "this name has no ending"
    return f"only {listed} files are read, {named}; save the article as one of these"


def describe_empty_article() -> str:
    """A file without a paragraph."""
    return "there is no paragraph of text in it"


def describe_long_article(characters: int, limit: int) -> str:
    """A text that is a book and no article."""
    return f"its text has {characters:,} characters; an article has at most {limit:,}: cut it into parts"


def describe_no_docx() -> str:
    """A file that is called .docx and is none."""
    return "this is no document that Word or another program has saved as .docx; open it there and save it again"


def describe_wrong_encoding(code: str) -> str:
    """Text in another encoding than expected."""
    return f"its letters are not in {code}; open it in an editor and save it as UTF-8"


def describe_binary() -> str:
    """A file that holds no text."""
    return "this is no text, but a file of another program"


def describe_bad_article(path: object, why: str) -> str:
    """A file that is no article."""
    return f"{path}: {why}"


def describe_missing_date(path: object, letter: str) -> str:
    """An article of an unknown day, where nobody can be asked."""
    return f"{path} does not say when it was published; say it with --date {letter}=2021-05-03"


def describe_missing_publisher(path: object, letter: str) -> str:
    """An article of an unknown house, where nobody can be asked."""
    return (
        f'{path} does not say who published it; say it with --publisher {letter}="The Bay Courier", '
        f"or --publisher {letter}= when nobody knows"
    )


def describe_bad_date(found: str) -> str:
    """A date that is none."""
    return f"expected a date such as 2021-05-03, 2021-05 or 2021, found {found!r}"


def describe_bad_licence(found: str) -> str:
    """A licence that is none."""
    return f"expected own or permission, found {found!r}"


def describe_filled_folder(folder: object) -> str:
    """A folder with files that are no pack."""
    return f"{folder} has files in it and is no pack; name a new folder"


def describe_broken_pack(folder: object) -> str:
    """A pack that cannot be added to as long as it has problems."""
    return f"{folder} has problems; mend them first: carriages check {folder}"


def describe_many_articles() -> str:
    """More articles than there are letters."""
    return "a pack has at most 26 articles, one for each letter"


def describe_many_rooms(limit: int) -> str:
    """More names of rooms than a draft can hold."""
    return f"at most {limit} rooms can be named"


def describe_unknown_way(found: str, known: Sequence[str]) -> str:
    """A word before the colon of a room that is no way."""
    return f"expected a way before the colon, found {found!r}; known are {', '.join(known)}"


def describe_taken_way(way: str, start: str, target: str) -> str:
    """Two rooms in one direction."""
    return f"{way} leads back from {start} already; take another way to {target}"


def ask_rooms(proposed: Sequence[str]) -> str:
    """Ask for the rooms of a tour."""
    return (
        f"Rooms: {', '.join(proposed)}\n"
        "  Enter takes these; or name others, each after the way to it if you like: Landing, up: Lamp room\n"
        "  Rooms: "
    )


def ask_date(path: object) -> str:
    """Ask for the day of publication."""
    return f"{path}\n  When was it published? (2021-05-03, or 2021-05, or 2021): "


def ask_publisher(path: object) -> str:
    """Ask for the house."""
    return f"{path}\n  Who published it? (Enter when nobody knows): "


def render_known_article(path: object, letter: str) -> str:
    """An article that the pack has already."""
    return f"{path} is article {letter} of the pack already; nothing of it is changed."


def render_new_pack(folder: object, counts: tuple[int, int, int, int]) -> tuple[str, ...]:
    """What a new pack holds, and what to do next."""
    rooms, facts, differences, names = counts
    return (
        f"{folder}: {count_noun(rooms, 'room')}, {count_noun(facts, 'draft')} of facts, "
        f"{count_noun(differences, 'possible difference')}, {count_noun(names, 'name')}.",
        f"Play it: carriages --pack {folder}",
        f"See what to do next: carriages check {folder}",
    )


def render_more_drafts(folder: object, counts: tuple[int, int, int]) -> tuple[str, ...]:
    """What was added to a pack."""
    facts, differences, names = counts
    return (
        f"{folder}: {count_noun(facts, 'draft')} of facts, {count_noun(differences, 'possible difference')} and "
        f"{count_noun(names, 'name')} added; no room was changed.",
        f"See what to do next: carriages check {folder}",
    )
