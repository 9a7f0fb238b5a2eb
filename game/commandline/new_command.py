"""``carriages new``: draft a pack from articles; in a pack that is there, add drafts and change nothing else."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import cast, get_args

from game.commandline.exit_status import OK
from game.commandline.output import print_problems
from game.commandline.usage_error import fail
from game.content.drafting.article_files import ArticleError, read_article
from game.content.drafting.article_text import Article, find_day, is_when
from game.content.drafting.new_pack import (
    DraftedPack,
    GivenArticle,
    draft_more,
    draft_pack,
    find_known_source,
    propose_room_names,
)
from game.content.drafting.pack_writing import make_source
from game.content.drafting.room_proposals import MAX_ROOMS
from game.content.drafting.room_ways import (
    NamedRoom,
    UnknownWayError,
    WayTakenError,
    choose_ways,
    list_known_ways,
    read_rooms,
)
from game.content.file_kinds import SourcesFile
from game.content.folder import ARTICLES_FOLDER
from game.content.load import load, read_and_check
from game.content.pack_documents import PackDocuments
from game.core.disk import is_folder, is_there, write_atomically
from game.pack.ledger import Licence
from game.prose import drafting_messages as messages

COMMAND = "new"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument("pack_folder", type=Path, metavar="DIR", help="folder of the new pack, or of one to add to")
    command.add_argument(
        "articles", type=Path, nargs="+", metavar="ARTICLE", help="an article: .txt, .md, .html or .docx"
    )
    command.add_argument(
        "--date",
        action="append",
        default=[],
        metavar="[A=]DATE",
        help="when an article was published, such as A=2021-05-03; without a letter, for all",
    )
    command.add_argument(
        "--publisher",
        action="append",
        default=[],
        metavar="[A=]NAME",
        help="who published an article, such as A='The Bay Courier'; empty when nobody knows",
    )
    command.add_argument(
        "--licence",
        action="append",
        default=[],
        metavar="[A=]own|permission",
        help="the article is your own, or you may use its sentences: then they may stand in the pack",
    )
    command.add_argument(
        "--rooms",
        default="",
        metavar="NAMES",
        help="names of the rooms, separated by commas, each after the way to it if it is not the next one: "
        "'Landing, up: Lamp room'",
    )


def run(options: Namespace) -> int:
    """Write the drafts; the status is USAGE when an article or the folder cannot be used."""
    folder: Path = options.pack_folder
    rooms = _read_rooms(options.rooms)
    if isinstance(rooms, str):
        fail(COMMAND, rooms)
    read = [(path, _read(path)) for path in options.articles]
    pack = _open_pack(folder)
    sources = {s.id: s for file in pack.of(SourcesFile).values() for s in file.sources} if pack else {}
    fresh = []
    for path, article in read:
        if letter := find_known_source(article, sources):
            print(messages.render_known_article(path, letter))
        else:
            fresh.append((path, article))
    if not fresh:
        return OK
    given = _ask_about(fresh, [letter for letter in LETTERS if letter not in sources], options)
    if pack is None:
        drafted = draft_pack(folder, given, rooms or _ask_rooms(given))
        lines = messages.render_new_pack(folder, drafted[1:])
    else:
        drafted = draft_more(pack, given, _read_known(folder, sources))
        lines = messages.render_more_drafts(folder, drafted[2:])
    _write(folder, drafted)
    print(*lines, sep="\n")
    fatal = [problem for problem in load(folder).problems if problem.is_fatal]
    return print_problems(fatal, sys.stderr) if fatal else OK


def _read_rooms(text: str) -> tuple[NamedRoom, ...] | str:
    """The rooms in a line, or what is wrong with it."""
    try:
        rooms = read_rooms(text)
        choose_ways(rooms)
    except UnknownWayError as bad:
        return messages.describe_unknown_way(str(bad), list_known_ways())
    except WayTakenError as bad:
        return messages.describe_taken_way(bad.way, bad.start, bad.target)
    return rooms if len(rooms) <= MAX_ROOMS else messages.describe_many_rooms(MAX_ROOMS)


def _ask_rooms(given: Sequence[GivenArticle]) -> tuple[NamedRoom, ...]:
    """The rooms that whoever sits at the terminal names; none where nobody does, or nothing is typed."""
    while sys.stdin.isatty():
        print(messages.ask_rooms(propose_room_names(given)), end="", file=sys.stderr, flush=True)
        rooms = _read_rooms(sys.stdin.readline())
        if not isinstance(rooms, str):
            return rooms
        print(rooms, file=sys.stderr)
    return ()


def _read(path: Path) -> Article:
    try:
        return read_article(path)
    except ArticleError as bad:
        return fail(COMMAND, messages.describe_bad_article(path, str(bad)))


def _open_pack(folder: Path) -> PackDocuments | None:
    """The pack in a folder that has one; None for a folder that is empty or not there."""
    if not is_there(folder):
        return None
    if not is_folder(folder):
        fail(COMMAND, messages.describe_filled_folder(folder))
    # A hidden file is none of ours: every folder of a Mac has one.
    if not any(not path.name.startswith(".") for path in folder.iterdir()):
        return None
    if not is_there(folder / "tour.yaml"):
        fail(COMMAND, messages.describe_filled_folder(folder))
    pack, loaded = read_and_check(folder)
    if pack is None or loaded.world is None:
        fail(COMMAND, messages.describe_broken_pack(folder))
    return pack


def _read_known(folder: Path, sources: Mapping[str, object]) -> dict[str, Article]:
    """The articles of a pack whose text lies in it."""
    known = {}
    for letter in sources:
        path = folder / ARTICLES_FOLDER / f"{letter}.txt"
        if is_there(path):
            known[letter] = _read(path)
    return known


def _ask_about(fresh: Sequence[tuple[Path, Article]], letters: Sequence[str], options: Namespace) -> list[GivenArticle]:
    if len(fresh) > len(letters):
        fail(COMMAND, messages.describe_many_articles())
    dates, houses, licences = map(_split_by_letter, (options.date, options.publisher, options.licence))
    given = []
    for letter, (path, article) in zip(letters, fresh, strict=False):
        date = _pick(dates, letter, article.date)
        if date is None:
            date = _ask(messages.ask_date(path), _read_date, messages.describe_missing_date(path, letter))
        elif not _read_date(date):
            fail(COMMAND, messages.describe_bad_date(date))
        house = _pick(houses, letter, article.publisher)
        if house is None:
            house = _ask(messages.ask_publisher(path), str, messages.describe_missing_publisher(path, letter))
        licence = _read_licence(_pick(licences, letter, "") or "")
        source = make_source(letter, article, _read_date(date), house, licence)
        given.append(GivenArticle(letter, article, source))
    return given


def _read_licence(text: str) -> Licence:
    if text not in get_args(Licence):
        fail(COMMAND, messages.describe_bad_licence(text))
    return cast(Licence, text)


def _split_by_letter(values: Sequence[str]) -> dict[str, str]:
    """Letter, or nothing for all -> value."""
    found = {}
    for value in values:
        letter, sign, rest = value.partition("=")
        found.update({letter: rest.strip()} if sign and letter in LETTERS and letter else {"": value.strip()})
    return found


def _pick(values: Mapping[str, str], letter: str, told: str) -> str | None:
    """What was said of an article; else what it says itself; None when neither says anything."""
    return values.get(letter, values.get("", told or None))


def _read_date(text: str) -> str:
    return text if is_when(text) else find_day(text)


def _ask(question: str, read: Callable[[str], str], otherwise: str) -> str:
    """The answer of whoever sits at the terminal; nothing is taken for granted where nobody does."""
    while sys.stdin.isatty():
        print(question, end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            break
        found = read(line.strip())
        if found or read is str:
            return found
        print(messages.describe_bad_date(line.strip()), file=sys.stderr)
    return fail(COMMAND, otherwise)


def _write(folder: Path, drafted: DraftedPack) -> None:
    for name, text in drafted.files.items():
        try:
            write_atomically(folder / name, text.encode())
        except OSError as bad:
            from game.prose.command_messages import describe_unwritable

            fail(COMMAND, describe_unwritable(folder / name, bad.strerror or bad))
