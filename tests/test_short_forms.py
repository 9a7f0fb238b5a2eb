"""Short forms: what an author leaves out is filled in, and every problem still names the line that was written."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from game.content.checks import check_pack
from game.content.file_kinds import ItemsFile, find_file_kind
from game.content.item_writing import render_items_file
from game.content.linting import lint_pack
from game.content.load import load, read_and_check
from game.content.pack_documents import PackDocuments
from game.content.schema import make_schema
from game.content.shorthand.asked_items import remove_hedges
from game.pack.kinds import HowSure, find_key, name_kind
from game.pack.world import World
from tests.conftest import LIGHTHOUSE, TINY

PROSE = frozenset(
    "claim text stem feedback because gloss wording topic says alt name names title tagline key keys accepted no_way "
    "steps left right about see misfit".split()
)
"""Keys whose values are prose and no bookkeeping."""

MAX_BOOKKEEPING_BYTES = 6_000
"""Bytes beyond the prose itself that a tour of five rooms may cost to type."""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    shutil.copytree(TINY, folder)
    return folder


def open_pack(folder: Path) -> World:
    world, problems = load(folder)
    assert world is not None, problems
    return world


def say(folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder}/") for problem in load(folder).problems]


def write(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


FACTS = """\
facts:
  A¶1:
    lamp-is-green (lamp-maker.name): The lamp is green.
  B¶1:
    lamp-is-blue: According to a porter, the lamp is blue.
  A¶2 B¶1:
    rug-is-old: The rug looks old.
    lamp-was-stolen: {claim: Some said the lamp had been stolen., strength: reported, said_by: some, rumour: true}
"""


def test_facts_stand_under_what_they_cite(pack: Path) -> None:
    (pack / "facts" / "all.yaml").write_text(FACTS, encoding="utf-8")
    write(pack / "tour.yaml", "attributes: {", "attributes: {name: thing / called, ")
    facts = open_pack(pack).facts
    assert list(facts) == ["lamp-is-green", "lamp-is-blue", "rug-is-old", "lamp-was-stolen"]
    assert facts["rug-is-old"].cites == ("A¶2", "B¶1")
    assert facts["lamp-is-green"].of == "lamp-maker.name"
    said = {fact.id: (fact.strength, fact.said_by) for fact in facts.values()}
    assert said["lamp-is-green"] == ("stated", "the article")
    assert said["lamp-is-blue"] == ("reported", "a porter")
    assert said["rug-is-old"] == ("speculated", "the article")
    assert said["lamp-was-stolen"] == ("reported", "some")


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("A¶1:", "A1:", 2, "facts.A1: expected a cite like A¶23, found 'A1'"),
        ("A¶1:", "A¶9:", 2, "facts.A¶9: no source has a paragraph A¶9"),
        ("lamp-is-blue:", "Lamp:", 5, "facts.B¶1.Lamp: expected lower-case words joined by hyphens"),
        ("lamp-maker.name", "lamp-maker", 3, "facts.A¶1.lamp-is-green (lamp-maker): expected"),
        ("said_by: some", "sayd_by: some", 8, "no key called 'sayd_by' here. Did you mean 'said_by'?"),
        ("strength: reported", "strength: certain", 8, "expected one of photo, reported, speculated, stated"),
        ("The rug looks old.", "[old]", 7, "claim: expected some text, found a list"),
        ("\n    lamp-is-blue: According to a porter, the lamp is blue.", " none", 4, "expected keys and values"),
    ],
)
def test_a_problem_names_the_line_of_the_short_form(pack: Path, old: str, new: str, line: int, said: str) -> None:
    (pack / "facts" / "all.yaml").write_text(FACTS, encoding="utf-8")
    write(pack / "facts" / "all.yaml", old, new)
    told = [row for row in say(pack) if row.startswith(f"facts/all.yaml:{line}:")]
    assert any(said in row for row in told), say(pack)


def test_a_kind_brings_its_level_and_skill(pack: Path) -> None:
    room = pack / "01-salon.yaml"
    lines = [
        "  - {id: sure, kind: how-sure, stem: How old is it?, feedback: It looks old., facts: [rug-is-old]}",
        "  - {id: own, kind: how-sure, stem: How?, feedback: It is., facts: [rug-is-old], level: 1, skill: recall}",
        "  - {id: which, kind: which-source, stem: Who says so?, key: A, feedback: A., facts: [rug-is-old]}",
        "  - {id: agree, kind: agreement, stem: Do they?, key: differ, feedback: No., facts: [lamp-is-blue]}",
        "  - {id: word, kind: short, stem: What is it?, key: lamp, feedback: A lamp., facts: [lamp-is-blue]}",
    ]
    room.write_text(room.read_text(encoding="utf-8") + "\n".join(lines) + "\n", encoding="utf-8")
    items = {item.id: (item.level, item.skill) for item in open_pack(pack).rooms["salon"].items}
    assert items["sure"] == (3, "judge")
    assert items["own"] == (1, "recall")
    assert items["which"] == (2, "compare")
    assert items["agree"] == (3, "compare")
    assert items["word"] == (1, "recall")


def test_a_question_in_one_line(pack: Path) -> None:
    room = pack / "01-salon.yaml"
    lines = [
        "  - Which colour has the lamp of A? = green {lamp-is-green}",
        "  - The rug is new. = false {rug-is-old, lamp-is-green}",
        "  - How many lamps are blue? = 1 {lamp-is-blue}",
        "  - {stem: Do the articles agree?, key: differ, facts: [lamp-is-blue, lamp-is-green], id: they}",
    ]
    room.write_text(room.read_text(encoding="utf-8") + "\n".join(lines) + "\n", encoding="utf-8")
    world = open_pack(pack)
    items = {item.id: item for item in world.rooms["salon"].items}
    kinds = {item_id: name_kind(item) for item_id, item in items.items()}
    assert kinds["salon-lamp-is-green"] == "short"
    assert kinds["salon-rug-is-old"] == "true-false"
    assert kinds["salon-lamp-is-blue"] == "number"
    assert kinds["they"] == "agreement"
    assert items["salon-rug-is-old"].feedback == "The rug looks old. The lamp is green."


def test_two_questions_on_one_fact_need_an_id(pack: Path) -> None:
    room = pack / "01-salon.yaml"
    line = "  - Which colour has the lamp? = green {lamp-is-green}\n"
    room.write_text(room.read_text(encoding="utf-8") + line + line, encoding="utf-8")
    assert any("question 'salon-lamp-is-green'" in row or "salon-lamp-is-green" in row for row in say(pack))


THINGS = """\
things:
  - old gate (gate, iron gate): |
      ~ It is shut: and locked.

      The lamp is green. {lamp-is-green}
    replies: {push: ~ It stays.}
  - the post:
      portable: true
      passages: [~ A post.]
"""


def test_things_stand_under_their_names(pack: Path) -> None:
    room = pack / "02-end.yaml"
    room.write_text(room.read_text(encoding="utf-8") + THINGS, encoding="utf-8")
    gate, post = open_pack(pack).rooms["end"].things
    assert (gate.id, gate.name, gate.names) == ("old-gate", "old gate", ("gate", "iron gate"))
    assert [(passage.text, passage.facts, passage.staged) for passage in gate.passages] == [
        ("It is shut: and locked.", (), True),
        ("The lamp is green.", ("lamp-is-green",), False),
    ]
    assert gate.replies["push"].staged
    assert (post.id, post.portable) == ("post", True)


def test_a_text_without_facts_is_a_problem_where_nothing_proves_it(pack: Path) -> None:
    # The tiny pack has no source map, so nothing can be compared.
    write(pack / "02-end.yaml", ", staged: true}", "}")
    assert any("expected either facts or staged: true, found neither" in row for row in say(pack))


def test_facts_follow_from_a_text_that_they_bear_out(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(LIGHTHOUSE, folder)
    room = folder / "04-lamp-room.yaml"
    text = room.read_text(encoding="utf-8")
    told = (
        "  - ledge: |\n      To sleep in the lamp room was allowed to no keeper.\n"
        "  - sill: |\n      The lens turns on a bath of mercury, and it cost a fortune.\n"
    )
    room.write_text(text.replace("things:\n", f"things:\n{told}", 1), encoding="utf-8")
    pack, loaded = read_and_check(folder)
    assert pack is not None
    things = {thing.id: thing for record in pack.records.values() for thing in getattr(record, "things", ())}
    assert things["ledge"].passages[0].facts == ("no-sleep",)
    assert things["sill"].passages[0].facts == ()
    assert loaded.world is None
    assert [problem.key for problem in loaded.problems] == ["things.1.sill"]


DIFFERENCE = """\
differences:
  - the colour of the lamp: {lamp-is-green: green, lamp-is-blue: "blue, says a porter"}
    kind: contradict
    ask: [agreement]
"""


def test_a_difference_is_declared_once(pack: Path) -> None:
    (pack / "differences.yaml").write_text(DIFFERENCE, encoding="utf-8")
    write(pack / "facts" / "all.yaml", "    differs_from: [lamp-is-blue]\n", "")
    write(pack / "facts" / "all.yaml", "    differs_from: [lamp-is-green]\n", "")
    write(pack / "02-end.yaml", "passages:\n", "passages:\n  - difference: colour-of-the-lamp\n")
    world = open_pack(pack)
    (difference,) = world.differences.values()
    assert difference.id == "colour-of-the-lamp"
    assert difference.wording == "Green in A; blue, says a porter in B."
    assert world.differing == {"lamp-is-blue": (difference.id,), "lamp-is-green": (difference.id,)}
    assert world.rooms["end"].passages[0].text == difference.wording
    assert world.rooms["end"].passages[0].facts == ("lamp-is-green", "lamp-is-blue")
    (item,) = [item for room in world.rooms.values() for item in room.items if item.id.endswith("-agreement")]
    assert item.stem == "Do the sources agree on the colour of the lamp?"
    assert find_key(item, world) == ("They differ",)


def test_sides_say_the_figure_in_which_they_differ(lighthouse: World, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(LIGHTHOUSE, folder)
    (folder / "differences.yaml").write_text("differences:\n  - the steps: steps-187 / steps-192\n", encoding="utf-8")
    found = open_pack(folder).differences["steps"]
    assert [side.says for side in found.sides] == ["187 steps", "192 steps"]
    assert (found.kind, found.wording) == ("figures", "187 steps in A; 192 steps in B.")


def test_a_kind_of_difference_is_never_guessed(pack: Path) -> None:
    (pack / "differences.yaml").write_text(DIFFERENCE.replace("    kind: contradict\n", ""), encoding="utf-8")
    assert any("the key 'kind' is missing" in row for row in say(pack))


def test_a_fact_asks_how_sure_and_which_source(pack: Path) -> None:
    write(pack / "facts" / "all.yaml", "  - id: lamp-is-blue\n", "  - id: lamp-is-blue\n    ask: [strength, source]\n")
    world = open_pack(pack)
    items = {item.id: item for room in world.rooms.values() for item in room.items}
    assert items["lamp-is-blue-strength"].stem == "The lamp is blue: how sure is article B of it?"
    assert find_key(items["lamp-is-blue-strength"], world) == ("It passes on what someone else said",)
    assert find_key(items["lamp-is-blue-source"], world) == ("Article B",)


def test_a_hedge_that_gives_the_answer_away_must_be_written_out(pack: Path) -> None:
    facts = pack / "facts" / "all.yaml"
    write(facts, "  - id: rug-is-old\n", "  - id: rug-is-old\n    ask: [strength]\n")
    assert any("'looks' gives the answer away (speculated)" in row for row in say(pack))
    write(facts, "    ask: [strength]\n", "    ask: {strength: The rug is old}\n")
    items = {item.id: item for room in open_pack(pack).rooms.values() for item in room.items}
    assert items["rug-is-old-strength"].stem == "The rug is old: how sure is article A of it?"


def test_what_no_room_tells_is_not_asked(pack: Path) -> None:
    facts = pack / "facts" / "all.yaml"
    told = "\n  - {id: lamp-is-dear, claim: The lamp is dear., cites: [A¶1], ask: [source]}\n"
    facts.write_text(facts.read_text(encoding="utf-8").rstrip() + told, encoding="utf-8")
    assert any("no room tells it, so no room can ask for it" in row for row in say(pack))


def test_one_broken_file_of_facts_does_not_blame_every_text(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(LIGHTHOUSE, folder)
    (folder / "facts" / "light.yaml").write_text("facts: {A¶9: none}\n", encoding="utf-8")
    assert not any("found neither" in row for row in say(folder))


def test_lint_reads_a_question_that_was_made(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(LIGHTHOUSE, folder)
    facts = folder / "facts" / "tower.yaml"
    text = facts.read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if "visitors-9000" in line)
    claim = row.partition(": ")[2]
    asked = f"    visitors-9000: {{claim: '{claim}', ask: {{source: Cats rule the waves}}}}"
    facts.write_text(text.replace(row, asked), encoding="utf-8")
    linted = lint_pack(folder)
    found = {placed.finding.rule: placed for placed in linted.found if placed.finding.item_id == "visitors-9000-source"}
    assert "Q-KEY" in found
    assert found["Q-KEY"].line == text[: text.index(row)].count("\n") + 1


@pytest.mark.parametrize(
    ("claim", "left"),
    [
        ("He reportedly left.", "He left."),
        ("According to the coast guard, it is high.", "It is high."),
        ("It is high, the coast guard said.", "It is high."),
        ("It may be high.", "It may be high."),
    ],
)
def test_a_claim_loses_the_hedges_it_can_lose(claim: str, left: str) -> None:
    assert remove_hedges(claim) == left


@pytest.mark.parametrize("path", sorted(LIGHTHOUSE.rglob("*.yaml")), ids=lambda path: path.stem)
def test_an_editor_with_the_schemas_accepts_short_forms(path: Path) -> None:
    name = path.relative_to(LIGHTHOUSE).as_posix()
    value: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    jsonschema.validate(value, make_schema(find_file_kind(name)))


def test_a_tour_of_five_rooms_is_quickly_typed() -> None:
    """The lighthouse without its boat shed and its machine; ``carriages new`` writes the sources and the tour."""
    pack, _ = read_and_check(LIGHTHOUSE)
    assert pack is not None
    left = 0
    for name, document in pack.documents.items():
        if name not in ("sources.yaml", "tour.yaml", "02-boat-shed.yaml", "facts/gudrun.yaml"):
            typed = re.sub(r"(?m)^    works:\n(      .*\n)+", "", document.text)
            text = " ".join(typed.split())
            for prose in sorted(set(_list_prose(document.value, "")), key=len, reverse=True):
                # A word of prose inside of an id is no prose.
                text = re.sub(rf"(?<![\w-]){re.escape(prose)}(?![\w-])", "", text)
            left += len(text.encode())
    assert left < MAX_BOOKKEEPING_BYTES, left
    assert left > MAX_BOOKKEEPING_BYTES * 0.8, "the bar is too high"


def _list_prose(value: Any, key: str) -> list[str]:
    if isinstance(value, dict):
        return [text for name, kept in value.items() for text in _list_prose(kept, name)]
    if isinstance(value, list):
        return [text for kept in value for text in _list_prose(kept, key)]
    return [" ".join(value.split()).rstrip(".")] if key in PROSE and value else []


def list_examples() -> list[tuple[str, str]]:
    page = (Path(__file__).parent.parent / "docs" / "short-forms.md").read_text(encoding="utf-8")
    return re.findall(r"```yaml\n# (\S+)\n(.*?)```", page, flags=re.DOTALL)


@pytest.mark.parametrize(("name", "text"), list_examples(), ids=[name for name, _ in list_examples()])
def test_every_example_of_the_page_can_be_read(name: str, text: str) -> None:
    facts = {path.relative_to(LIGHTHOUSE).as_posix(): path.read_bytes() for path in LIGHTHOUSE.glob("facts/*.yaml")}
    pack = PackDocuments(Path("pack"), {**facts, name: text.encode()})
    assert pack.problems == ()
    assert name in pack.records


def test_the_page_has_examples() -> None:
    assert len(list_examples()) == 5


def test_questions_are_written_with_a_level_that_their_kind_would_change() -> None:
    item = HowSure(id="sure", stem="How old is it?", feedback="It looks old.", facts=("rug-is-old",))
    again = PackDocuments(Path("pack"), {"items/new.yaml": render_items_file({"salon": [item]}).encode()})
    (file,) = again.of(ItemsFile).values()
    assert file.rooms[0].items == (item,)


JUNK: tuple[Any, ...] = (
    "", "~", "{a}", "a / b", "/", "A¶1", "() ()", "x (y", "a = b {c}", "~ \n\n ~", "¶", [], {}, ["a"], [["a"]], [{}],
    {"": ""}, {"a": {}}, {"a": ["b"]}, {"A¶1": {"x": []}}, {"a": "b", "c": "d"}, {"(a)": "b"},
)  # fmt: skip


def _list_changed(value: Any, junk: Any) -> Iterator[Any]:
    """A value with some junk in each of its places, and under a key that is junk."""
    yield junk
    if isinstance(value, dict):
        for name, kept in value.items():
            yield from ({**value, name: changed} for changed in _list_changed(kept, junk))
            if isinstance(junk, str):
                yield {**{key: one for key, one in value.items() if key != name}, junk: kept}
    if isinstance(value, list):
        for place, kept in enumerate(value):
            yield from ([*value[:place], changed, *value[place + 1 :]] for changed in _list_changed(kept, junk))


@pytest.mark.parametrize(("name", "text"), list_examples(), ids=[name for name, _ in list_examples()])
def test_junk_in_any_place_is_a_problem_and_no_error(name: str, text: str) -> None:
    value = yaml.load(text, yaml.BaseLoader)
    facts = {
        "facts/other.yaml": b"facts: {A\xc2\xb62: {steps-187: 187 steps lead up.}, B\xc2\xb62: {steps-192: 192 do.}}"
    }
    for junk in JUNK:
        for changed in _list_changed(value, junk):
            written = yaml.safe_dump(changed, allow_unicode=True).encode()
            pack = PackDocuments(Path("pack"), {**facts, name: written})
            check_pack(pack)
            assert all(str(problem) for problem in pack.problems)
