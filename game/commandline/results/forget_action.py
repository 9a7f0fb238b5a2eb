"""``carriages results forget``: delete a person's attempts and the link to the name."""

from argparse import ArgumentParser, Namespace

from game.classroom import roster
from game.classroom.forgetting import delete_attempts, find_remainders
from game.classroom.index import open_index, remove_old_index
from game.commandline.exit_status import DIFFERS, OK
from game.commandline.results.class_choice import add_class_options
from game.commandline.usage_error import fail
from game.core.identity import tidy
from game.core.paths import data_folder
from game.prose import class_messages as messages


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument("name", metavar="NAME", help="the name or the pseudonym of the person")
    add_class_options(command)


def run(options: Namespace) -> int:
    """Delete a person from the roster and every attempt under the pseudonym; then print what is left."""
    known = roster.load_roster(options.folder)
    pseudonyms = roster.find_pseudonyms(known, options.name)
    names = {
        name for each in (options.name, *pseudonyms, *(known[each] for each in pseudonyms)) if (name := tidy(each))
    }
    deleted = delete_attempts(options.folder, names)
    if pseudonyms:
        roster.save_roster(options.folder, {each: name for each, name in known.items() if each not in pseudonyms})
    remove_old_index(options.folder)
    remove_old_index(options.folder)
    with open_index(options.folder):
        pass  # opening the index removes rows without a file
    # The player's own folder as well: on a personal computer, a trial exam is kept there. And what browsers have sent.
    folders = (options.folder, *(data_folder() / each for each in ("attempts", "classes")))
    failed = {each.path for each in deleted.failed}
    left = (*deleted.failed, *(each for each in find_remainders(folders, names) if each.path not in failed))
    if not pseudonyms and not deleted.attempts and not left:
        fail("results", messages.describe_unknown_person(options.name))
    print(messages.render_forgotten(deleted.attempts, was_enrolled=bool(pseudonyms)))
    if left:
        print(*messages.render_remainders([(str(each.path), each.reason) for each in left]), sep="\n")
    return DIFFERS if left else OK
