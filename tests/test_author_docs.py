"""The pages for authors are true: what they show can be written into a pack, and every key of a pack is explained."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from game.art.art_files import ArtFolder
from game.content.load import load
from game.pack.kinds import KINDS, Item
from game.pack.leads import Lead, index_leads
from game.pack.ledger import Difference, Fact
from game.pack.newsroom import Newsroom
from game.pack.world import Passage, Thing, World, facts_of
from game.prose.lint_rules import RULE_TEXTS
from game.prose.text_remarks import TEXT_RULE_TEXTS
from tests.conftest import LIGHTHOUSE

DOCS = Path(__file__).parent.parent / "docs"
NAMES = ("authors", "works", "leads", "newsroom", "sourced-and-staged", "questions", "lint", "pictures", "translations")
PAGES = [DOCS / f"{name}.md" for name in NAMES]

RECORDS: dict[str, Any] = {
    "a fact": list[Fact],
    "a difference": list[Difference],
    "a thing": list[Thing],
    "a passage": list[Passage],
    "a question": list[Item],
    "a lead": list[Lead],
    "a newsroom": list[Newsroom],
}
"""First line of an example -> what it is an example of."""


def list_examples() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for block in re.findall(r"```yaml\n# (.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL):
            what, _, text = block.partition("\n")
            yield what, text


EXAMPLES = list(list_examples())


def test_the_pages_have_an_example_of_each_record() -> None:
    assert {what for what, _ in EXAMPLES} == set(RECORDS)


@pytest.mark.parametrize(("what", "text"), EXAMPLES, ids=[f"{n}-{what}" for n, (what, _) in enumerate(EXAMPLES)])
def test_every_example_is_a_record_of_a_pack(what: str, text: str, lighthouse: World) -> None:
    data = yaml.load(text, Loader=yaml.BaseLoader)
    # A newsroom is a whole file, and no entry of a list.
    records = msgspec.convert(data if isinstance(data, list) else [data], RECORDS[what], strict=False)
    for record in records:
        facts = set(getattr(record, "facts", ())) | {f for s in getattr(record, "sides", ()) for f in s.facts}
        told = facts_of(record) if isinstance(record, Thing) else ()
        if isinstance(record, Newsroom):
            told = (*record.gaps, *record.map_news(), *(f for each in record.clippings for f in each.facts))
        if isinstance(record, Lead):
            told = tuple(index_leads({record.id: record}))
            assert record.comparison in lighthouse.comparisons
            assert {slot.at for slot in record.slots} <= set(lighthouse.rooms)
        assert facts | set(told) <= set(lighthouse.facts)


def test_the_picture_of_the_page_can_be_drawn(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(LIGHTHOUSE, pack)
    page = (DOCS / "pictures.md").read_text(encoding="utf-8")
    files = dict(re.findall(r"Write `([a-z/]+\.txt)`:\n\n```\n(.*?)```", page, flags=re.DOTALL))
    assert set(files) == {"sprites/kettle.txt", "scenes/kitchen.txt"}
    for name, text in files.items():
        (pack / name).write_text(text, encoding="utf-8")
    world, problems = load(pack)
    assert world is not None
    assert [str(problem) for problem in problems] == []
    art = ArtFolder(pack)
    assert art.find_pack_faults(world) == []
    assert "kettle" in art.sprites


def test_the_page_on_questions_names_every_kind() -> None:
    page = (DOCS / "questions.md").read_text(encoding="utf-8")
    assert set(KINDS) <= set(re.findall(r"`([a-z-]+)`", page))


def test_every_rule_named_is_one() -> None:
    rules = {*RULE_TEXTS, *TEXT_RULE_TEXTS}
    for page in PAGES:
        named = re.findall(r"`([A-Z]\d{2}|[A-Z]-[A-Z]+)`", page.read_text(encoding="utf-8"))
        assert set(named) <= rules, page.name


def test_the_reference_explains_every_key_that_needs_it() -> None:
    """What no author writes, since it is scanned from an article, may stand without a word."""
    page = (DOCS / "pack-reference.md").read_text(encoding="utf-8")
    bare = set(re.findall(r"^\| \*{0,2}`([a-z_]+)`\*{0,2} \|  \|", page, flags=re.MULTILINE))
    assert bare <= {"figures", "names", "dates", "hedges", "items"}
