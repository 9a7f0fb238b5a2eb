"""Rules for works: names exist and differ, every state reaches every other, no two actions answer one line."""

from collections.abc import Iterable, Iterator

from game.content.documents import Document, ValuePath
from game.content.file_kinds import LeadsFile
from game.content.known import Known, check_fact_ids, list_things
from game.content.pack_documents import PackDocuments
from game.content.picture_rules import list_pictures
from game.content.work_graph import find_stuck_states
from game.core.names import key
from game.pack.works import Machine, Sort, Work, WorkAction, list_told
from game.pack.world import Room, Thing
from game.prose import work_problems as problems
from game.prose.suggestions import describe_unknown

TRUTH_WORDS = frozenset("on off yes no true false y n null".split())
"""What other readers of YAML take for a truth value and not for a name."""

Machines = dict[str, Machine]
"""Thing id -> the machine that it is."""

WorkPlace = tuple[Document, ValuePath, Thing, Work]
"""A work, and where it stands."""


def check_works(pack: PackDocuments, known: Known) -> None:
    """Add every problem of things that can be worked."""
    things = {thing.id: thing for _, _, thing in list_things(pack)}
    machines = {thing.id: thing.works for thing in things.values() if isinstance(thing.works, Machine)}
    for document, path, thing, work in list_works(pack):
        at = (*path, "works")
        if path[0] != "things" or thing.portable:
            document.key_mark(at, problems.describe_movable_work())
        for where, told in list_told(work):
            for field in ("tells", "shows"):
                check_fact_ids(document, (*at, *where, field), getattr(told, field), known)
        if isinstance(work, Machine):
            _check_machine(document, at, work)
            _check_tools(document, at, thing, work, things)
            _check_conditions(document, at, work, machines, known)
        else:
            _check_sort(document, at, work)
    _check_closed(pack)
    _check_sprites(pack)
    _check_insides(pack, things)
    _check_texts(pack)
    _check_names(pack)


def list_works(pack: PackDocuments) -> Iterator[WorkPlace]:
    """Every thing that can be worked, with its document and its path there."""
    for document, path, thing in list_things(pack):
        if thing.works is not None:
            yield document, path, thing, thing.works


def _check_machine(document: Document, at: ValuePath, machine: Machine) -> None:
    """Check the states of a machine: their names, and that each can be left for every other."""
    _check_ids(document, (*at, "states"), machine.states)
    named: list[tuple[ValuePath, str]] = [(("start",), machine.start)]
    named += [(("sprites", state_id), state_id) for state_id in machine.sprites]
    for place, action in enumerate(machine.actions):
        named += [(("actions", place, "from", index), state) for index, state in enumerate(action.starts)]
        named += [(("actions", place, "to"), action.to)] if action.to else []
    unknown = [(path, state) for path, state in named if state not in machine.states]
    for path, state in unknown:
        document.add((*at, *path), describe_unknown("state", state, machine.states))
    if unknown:
        return
    for stuck, unreached in find_stuck_states(machine):
        document.add((*at, "states", stuck), problems.describe_stuck_state(stuck, unreached))
    for place, other in _find_rivals(machine):
        document.add((*at, "actions", place), problems.describe_rival_action(other + 1))


def _check_ids(document: Document, at: ValuePath, ids: Iterable[str]) -> None:
    for found in TRUTH_WORDS.intersection(ids):
        document.key_mark((*at, found), problems.describe_truth_word(found))


def _find_rivals(machine: Machine) -> Iterator[tuple[int, int]]:
    """The index of each action that answers a line of an earlier one, and the index of that."""
    for place, action in enumerate(machine.actions):
        for other in range(place):
            if _is_rival(machine.actions[other], action):
                yield place, other
                break


def _is_rival(one: WorkAction, other: WorkAction) -> bool:
    """Whether one line, typed in one state, could mean both."""
    if one.tool != other.tool or one.when != other.when or not set(one.deeds) & set(other.deeds):
        return False
    # An action without states can be done in all, one without parts answers every name of the thing.
    is_shared_state = not one.starts or not other.starts or bool(set(one.starts) & set(other.starts))
    parts = [set(map(key, action.part)) for action in (one, other)]
    return is_shared_state and (not all(parts) or bool(parts[0] & parts[1]))


def _check_tools(document: Document, at: ValuePath, thing: Thing, machine: Machine, things: dict[str, Thing]) -> None:
    """Check that what actions need and give is there, and that nothing stays in the work for good."""
    portable = sorted(other.id for other in things.values() if other.portable)
    given = {action.gives for action in machine.actions}
    held = {action.tool for action in machine.actions if action.keeps}
    for place, action in enumerate(machine.actions):
        path = (*at, "actions", place)
        for field, thing_id in (("with", action.tool), ("gives", action.gives)):
            if thing_id and thing_id not in portable:
                document.add((*path, field), describe_unknown("portable thing", thing_id, portable))
        if action.keeps and action.tool not in given:
            document.add((*path, "keeps"), problems.describe_lost_tool(action.tool))
        if action.gives in portable and action.gives not in held and things[action.gives].inside != thing.id:
            document.add((*path, "gives"), problems.describe_gift_from_nowhere(action.gives, thing.id))


def _check_conditions(document: Document, at: ValuePath, machine: Machine, machines: Machines, known: Known) -> None:
    """Check the facts and the states of other machines that actions ask for."""
    for place, action in enumerate(machine.actions):
        path = (*at, "actions", place, "when")
        check_fact_ids(document, (*path, "noted"), action.when.noted, known)
        for other_id, state in action.when.states.items():
            if other_id not in machines:
                document.add((*path, "states", other_id), describe_unknown("machine", other_id, machines))
            elif state not in machines[other_id].states:
                states = machines[other_id].states
                document.add((*path, "states", other_id), describe_unknown("state", state, states))


def _check_sort(document: Document, at: ValuePath, sort: Sort) -> None:
    """Check the cards and places of a sort: their names, and that each card belongs somewhere."""
    _check_ids(document, (*at, "cards"), sort.cards)
    _check_ids(document, (*at, "places"), sort.places)
    for card_id, card in sort.cards.items():
        if card.at not in sort.places:
            document.add((*at, "cards", card_id, "at"), describe_unknown("place", card.at, sort.places))
    for place_id in sort.stands:
        if place_id not in sort.places:
            document.key_mark((*at, "stands", place_id), describe_unknown("place", place_id, sort.places))
    _check_apart(document, [((*at, "cards", card_id, "names"), card.names) for card_id, card in sort.cards.items()])
    _check_apart(document, [((*at, "places", place_id), names) for place_id, names in sort.places.items()])
    counts = {str(count) for count in range(len(sort.cards) + 1)}
    for count in sort.sprites:
        if count not in counts:
            document.key_mark((*at, "sprites", count), problems.describe_card_count(len(sort.cards)))


def _check_apart(document: Document, named: Iterable[tuple[ValuePath, tuple[str, ...]]]) -> None:
    """Check that no two cards, or two places, share a name."""
    taken: dict[tuple[str, ...], ValuePath] = {}
    for path, names in named:
        for place, name in enumerate(names):
            if taken.setdefault(key(name), path) != path:
                document.add((*path, place), problems.describe_name_in_two(name))


def _check_closed(pack: PackDocuments) -> None:
    """Check that the leads exist that an action waits for."""
    leads = [lead.id for file in pack.of(LeadsFile).values() for lead in file.leads]
    for document, path, _, work in list_works(pack):
        for place, action in enumerate(work.actions if isinstance(work, Machine) else ()):
            for index, lead_id in enumerate(action.when.closed):
                if lead_id not in leads:
                    at = (*path, "works", "actions", place, "when", "closed", index)
                    document.add(at, describe_unknown("lead", lead_id, leads))


def _check_sprites(pack: PackDocuments) -> None:
    """Check that the sprites drawn for works are in the pack."""
    # Looked for only where one is named: a load need not read another folder.
    drawn = [place for place in list_works(pack) if place[3].sprites]
    known = list_pictures(pack, "sprites") if drawn else []
    for document, path, _, work in drawn:
        for state_id, names in work.sprites.items():
            for name in names.split():
                if name not in known:
                    document.add((*path, "works", "sprites", state_id), describe_unknown("sprite", name, known))


def _check_insides(pack: PackDocuments, things: dict[str, Thing]) -> None:
    """Check that what is inside of a work at first can be taken out of it."""
    for document, path, thing in list_things(pack):
        if not thing.inside:
            continue
        work = things[thing.inside].works if thing.inside in things else None
        gives = {action.gives for action in work.actions} if isinstance(work, Machine) else set()
        if not thing.portable:
            document.add(path, problems.describe_fixed_inside())
        elif thing.inside not in things:
            document.add((*path, "inside"), describe_unknown("thing", thing.inside, sorted(things)))
        elif thing.id not in gives:
            document.add((*path, "inside"), problems.describe_locked_inside(thing.inside, thing.id))


def _check_texts(pack: PackDocuments) -> None:
    """Check that a look at a thing tells something."""
    for document, path, thing in list_things(pack):
        if not thing.passages and thing.works is None:
            document.add((*path, "passages"), problems.describe_silent_thing())


def _check_names(pack: PackDocuments) -> None:
    """Check that no name of a work is that of another thing in its room: a line must mean one of them."""
    for name, room in pack.of(Room).items():
        for place, thing in enumerate(room.things):
            if thing.works is None:
                continue
            others = {key(word): other for other in room.things if other is not thing for word in other.all_names}
            for word in thing.all_names:
                if (other := others.get(key(word))) is not None:
                    message = problems.describe_name_of_work_taken(word, other.id)
                    pack.documents[name].add(_find_name(place, thing, word), message)


def _find_name(place: int, thing: Thing, word: str) -> ValuePath:
    """Where a name of a thing stands in its room's file."""
    if word == thing.name:
        return ("things", place, "name")
    if word in thing.names:
        return ("things", place, "names", thing.names.index(word))
    actions = thing.works.actions if isinstance(thing.works, Machine) else ()
    at = next((index for index, action in enumerate(actions) if word in action.part), 0)
    return ("things", place, "works", "actions", at, "part")
