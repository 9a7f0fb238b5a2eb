"""``carriages write``: drafts are accepted, edited, refused, put off and signed by keys; files keep all else."""

import os
import queue
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from game.commandline.main import main
from game.commandline.text_editor import find_editor, open_editor
from game.commandline.write_command import take_line, take_typed
from game.commandline.writing_desk import WritingDesk
from game.content.linting import lint_pack
from tests.conftest import TINY, environ_without_coverage, loaded
from tests.test_drafts import edit
from tests.test_new_pack import Terminal

ARTICLE = """\
date 2021-05-03 Mill Pond: a guide

The mill at the pond is 12 metres high.

The miller Greta Olsen worked here from 1850 to 1881. She is said to have missed only one day.

Two stones of 900 kilograms ground the corn, and a flood broke the weir in 1862.
"""
OTHER = """\
The mill of the pond is 14 metres high.

Greta Olsen was 31 when she came.
"""


@pytest.fixture
def pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A pack as ``carriages new`` makes it from two articles."""
    for name, text in (("a.txt", ARTICLE), ("b.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    articles = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert main(["new", str(tmp_path / "pack"), *articles, "--publisher", "", "--date", "B=2022"]) == 0
    capsys.readouterr()
    return tmp_path / "pack"


def type_lines(desk: WritingDesk, *lines: str) -> str:
    """What is shown after some lines, with the question that waits for an answer."""
    shown = "\n".join(desk.look())
    for line in lines:
        desk.type_line(line)
        shown = "\n".join(desk.look())
    return f"{shown}\n{desk.deciding.question}"


def facts_of(pack: Path, letter: str = "a") -> str:
    return (pack / "facts" / f"article-{letter}.yaml").read_text(encoding="utf-8")


def read_facts(pack: Path) -> dict[str, dict[str, object]]:
    return {fact["id"]: fact for letter in "ab" for fact in yaml.safe_load(facts_of(pack, letter))["facts"]}


def test_a_draft_is_accepted_with_the_claim_that_is_typed(pack: Path) -> None:
    edit(pack / "facts" / "article-a.yaml", "terms: [12 metres]}", "terms: [12 metres]}  # my note")
    before = facts_of(pack)
    desk = WritingDesk(pack)
    shown = type_lines(desk)
    assert "next draft a2-12-metres, A¶2, stated" in shown
    assert "A¶2: The mill at the pond is 12 metres high." in shown
    assert "c accept" in shown
    assert "Claim, a sentence" in type_lines(desk, "c")
    shown = type_lines(desk, "The mill is 12 metres high.")
    assert "Accepted: a2-12-metres." in shown
    assert "next draft a3-1850" in shown
    line = next(line for line in before.splitlines() if "a2-12-metres" in line)
    accepted = line.replace("draft: true, todo: [CLAIM]", "claim: The mill is 12 metres high.")
    assert facts_of(pack) == before.replace(line, accepted)


def test_a_claim_is_compared_before_it_is_written(pack: Path) -> None:
    desk = WritingDesk(pack)
    before = facts_of(pack)
    shown = type_lines(desk, "c", "The mill is 13 metres high.")
    assert "✗" in shown
    assert "13" in shown
    assert facts_of(pack) == before
    type_lines(desk, "The mill is 12 metres high.")
    assert read_facts(pack)["a2-12-metres"]["claim"] == "The mill is 12 metres high."
    # What its author is sure of is kept, and then told by check.
    type_lines(desk, "z", "c", "The mill is 13 metres high.", "")
    assert read_facts(pack)["a2-12-metres"]["claim"] == "The mill is 13 metres high."
    assert [remark.rule for remark in lint_pack(pack).remarks] == ["C-FIG"]


def test_strength_speaker_and_another_cite_are_asked_for(pack: Path) -> None:
    desk = WritingDesk(pack)
    type_lines(desk, "p", "p")
    shown = type_lines(desk, "c", "The miller Greta Olsen is said to have missed only one day from 1850 to 1881.")
    if "Strength" in shown:
        shown = type_lines(desk, "rep")
    assert "Who says so?" in shown
    type_lines(desk, "")
    (fact,) = (fact for name, fact in read_facts(pack).items() if "claim" in fact)
    assert (fact["strength"], fact["said_by"]) == ("reported", "nobody named")
    assert "todo" not in fact
    assert "draft" not in fact


def test_cites_stand_in_brackets_behind_the_claim(pack: Path) -> None:
    type_lines(WritingDesk(pack), "c", "The mill is 12 metres high. [3, A¶4 B1]")
    assert read_facts(pack)["a2-12-metres"]["cites"] == ["A¶2", "A¶3", "A¶4", "B¶1"]


def test_a_paragraph_that_bears_out_the_rest_is_offered(pack: Path) -> None:
    desk = WritingDesk(pack)
    desk.look()
    while "next draft a4-" not in type_lines(desk):
        desk.type_line("p")
    assert "Enter: cite A¶2, too" in type_lines(desk, "c", "The mill is 12 metres high and ground the corn.")
    assert "Another fact of this sentence" in type_lines(desk, "")
    type_lines(desk, "")
    (fact,) = (fact for fact in read_facts(pack).values() if "claim" in fact)
    assert fact["cites"] == ["A¶4", "A¶2"]


def test_a_sentence_of_several_facts_is_split_and_told_together(pack: Path) -> None:
    desk = WritingDesk(pack)
    edit(pack / "facts" / "article-a.yaml", "todo: [CLAIM]", "todo: [CLAIM, SPLIT]")
    type_lines(desk, "c", "The mill is 12 metres high.", "The mill stands at the pond.", "It is high.", "")
    facts = read_facts(pack)
    assert list(facts)[:3] == ["a2-12-metres", "a2-12-metres-2", "a2-12-metres-3"]
    assert facts["a2-12-metres-2"]["claim"] == "The mill stands at the pond."
    world = loaded(pack)
    told = [p.facts for room in world.rooms.values() for thing in room.things for p in thing.passages]
    assert ("a2-12-metres", "a2-12-metres-2", "a2-12-metres-3") in told


def test_a_sentence_of_ones_own_article_is_accepted_by_one_key(tmp_path: Path) -> None:
    article = tmp_path / "own.txt"
    article.write_text("The mill is red.\n\nThe pond is deep.\n", encoding="utf-8")
    pack = tmp_path / "own"
    assert main(["new", str(pack), str(article), "--date", "2021", "--publisher", "", "--licence", "own"]) == 0
    desk = WritingDesk(pack)
    assert "claim: The mill is red." in type_lines(desk)
    assert "Accepted" in type_lines(desk, "c")
    type_lines(desk, "e", "The pond is deep, says the guide.", "")
    assert [f.claim for f in loaded(pack).facts.values()] == ["The mill is red.", "The pond is deep, says the guide."]


def test_a_refused_draft_leaves_rooms_names_and_differences(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = WritingDesk(pack)
    before = {path: path.read_bytes() for path in pack.rglob("*") if path.is_file()}
    shown = type_lines(desk, "r told elsewhere")
    assert "Refused: a2-12-metres." in shown
    world = loaded(pack)
    assert "a2-12-metres" not in world.facts
    assert not any("a2-12-metres" in path.read_text(encoding="utf-8") for path in pack.rglob("*.yaml"))
    paragraph = next(p for p in world.sources["A"].paragraphs if p.number == 2)
    assert paragraph.unused == "told elsewhere"
    assert "fact a2-12-metres " in (pack / "refused.txt").read_text(encoding="utf-8")
    # Taken back, everything is as it was.
    assert "Taken back." in type_lines(desk, "z")
    assert {path: path.read_bytes() for path in pack.rglob("*") if path.is_file()} == before
    assert "nothing to take back" in type_lines(desk, "z")


def test_all_drafts_can_be_refused_but_those_that_a_person_uses(pack: Path) -> None:
    desk = WritingDesk(pack)
    room = next(pack.glob("01-*.yaml"))
    edit(room, "passages:\n", "passages:\n  - {text: The mill is high., facts: [a2-12-metres]}\n")
    shown = type_lines(desk, "r")
    assert "Nothing was written, because then:" in shown
    assert f"{room}:" in shown
    assert "a2-12-metres" in loaded(pack).facts
    type_lines(desk, "p")
    while "next draft a2-12-metres" not in (shown := type_lines(desk)) and "next draft" in shown:
        assert "Refused" in type_lines(desk, "r"), shown
    assert list(loaded(pack).facts) == ["a2-12-metres"]


def test_what_was_refused_does_not_come_back(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = WritingDesk(pack)
    for _ in read_facts(pack):
        shown = type_lines(desk)
        desk.type_line("r" if "next draft a2-" in shown or "next draft b1-" in shown else "p")
    refused = (pack / "refused.txt").read_text(encoding="utf-8")
    assert refused.count("\nfact ") == 2
    (pack / "refused.txt").write_text(refused + "name Paul Lind\n", encoding="utf-8")
    more = tmp_path / "c.txt"
    more.write_text(
        "A second guide tells more of it and was written later by others.\n\nPaul Lind and Ida Berg came. "
        "Paul Lind and Ida Berg left.\n\nThe mill at the pond is 12 metres high.\n",
        encoding="utf-8",
    )
    assert main(["new", str(pack), str(more), "--date", "2023", "--publisher", ""]) == 0
    world = loaded(pack)
    assert not any(name.startswith("c3-") for name in world.facts)
    assert any(name.startswith("c1-") for name in world.facts)
    assert "ida-berg" in world.entities
    assert "paul-lind" not in world.entities
    assert world.sources["C"].paragraphs[2].unused == "refused"


def confirm_all(pack: Path) -> WritingDesk:
    """Confirm every fact as it comes."""
    for path in (pack / "facts").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        facts = yaml.safe_load(text)["facts"]
        for fact in facts:
            fact.pop("draft")
            fact.pop("todo", None)
            fact |= {"claim": f"The article tells of {fact['id'].replace('-', ' ')}.", "strength": "stated"}
            fact.pop("said_by", None)
        path.write_text(yaml.safe_dump({"facts": facts}, allow_unicode=True), encoding="utf-8")
    return WritingDesk(pack)


def test_names_and_differences_wait_after_the_facts(pack: Path) -> None:
    desk = confirm_all(pack)
    assert "next name Greta Olsen, person" in type_lines(desk)
    assert "Who or what is Greta Olsen?" in type_lines(desk, "c")
    assert "Kind: person, place" in type_lines(desk, "A miller.")
    assert "Kind: person, place" in type_lines(desk, "xyz")
    assert "Enter: keep it; or write it again" in type_lines(desk, "")
    assert "Enter: keep it" in type_lines(desk, "A baker.")
    shown = type_lines(desk, "")
    assert "Accepted: greta-olsen." in shown
    assert loaded(pack).entities["greta-olsen"].gloss == "A baker."
    while "next name" in shown:
        shown = type_lines(desk, "r")
    assert "next difference" in shown
    assert "12 metres: The article tells of a2 12 metres." in shown
    assert "Side 2 says (Enter: 14 metres)" in type_lines(desk, "e", "the height", "12 metres")
    shown = type_lines(desk, "14 metres in all", "", "contra")
    while "Enter: keep it" in shown:
        shown = type_lines(desk, "")
    (decided,) = loaded(pack).differences.values()
    assert (decided.topic, decided.kind) == ("the height", "contradict")
    assert [side.says for side in decided.sides] == ["12 metres", "14 metres in all"]
    while "next difference" in (shown := type_lines(desk)):
        desk.type_line("r")
    assert "next to read" in shown


def test_a_side_is_as_sure_as_its_fact(tmp_path: Path) -> None:
    for name, text in (("a.txt", "The mill is 12 metres high.\n"), ("b.txt", "The mill is 14 metres high.\n")):
        (tmp_path / name).write_text(f"A mill\n\n{text}", encoding="utf-8")
    pack = tmp_path / "pack"
    articles = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert main(["new", str(pack), *articles, "--publisher", "", "--date", "2022"]) == 0
    confirm_all(pack)
    sides = ({"strength": "reported", "said_by": "Paul Lind"}, {"strength": "reported", "said_by": "nobody named"})
    for letter, said in zip("ab", sides, strict=True):
        path = pack / "facts" / f"article-{letter}.yaml"
        (fact,) = yaml.safe_load(path.read_text(encoding="utf-8"))["facts"]
        path.write_text(yaml.safe_dump({"facts": [fact | said]}, allow_unicode=True), encoding="utf-8")
    desk = WritingDesk(pack)
    shown = type_lines(desk, "c", "")
    while "Enter: keep it" in shown:
        shown = type_lines(desk, "")
    (decided,) = loaded(pack).differences.values()
    assert [side.says for side in decided.sides] == ["12 metres, said Paul Lind", "reportedly 14 metres"]


def test_a_further_fact_is_as_sure_as_its_claim_and_told_at_its_name(pack: Path) -> None:
    facts = pack / "facts" / "article-a.yaml"
    line = next(each for each in facts_of(pack).splitlines() if "a3-1850" in each)
    edit(facts, line, line.replace("strength: stated", "strength: reported").replace("[CLAIM", "[SPLIT, SURE, CLAIM"))
    desk = WritingDesk(pack)
    type_lines(desk, "p")
    assert "(Enter: reported)" in type_lines(desk, "c", "Greta Olsen worked here from 1850, said Paul Lind.")
    assert "Who says so? (Enter: Paul Lind)" in type_lines(desk, "")
    shown = type_lines(desk, "")
    while "Enter: keep it" in shown:
        # Typed again, the strength asks again for its speaker.
        assert "Who says so?" in type_lines(desk, "reported")
        type_lines(desk, "Ida Berg")
        shown = type_lines(desk, "")
    assert "Another fact" in shown
    assert "(Enter: stated)" in type_lines(desk, "Greta Olsen was a miller.")
    shown = type_lines(desk, "", "")
    found = read_facts(pack)
    (first,) = (fact for name, fact in found.items() if "claim" in fact and not name.endswith("-2"))
    (second,) = (fact for name, fact in found.items() if name.endswith("-2"))
    assert (first["strength"], first["said_by"]) == ("reported", "Ida Berg")
    assert (second["strength"], "said_by" in second) == ("stated", False)
    assert second["id"] in loaded(pack).entities["greta-olsen"].facts


def test_a_refused_name_leaves_the_facts_about_it(pack: Path) -> None:
    desk = confirm_all(pack)
    assert any(fact.about.who == ("greta-olsen",) for fact in loaded(pack).facts.values())
    type_lines(desk, "r")
    world = loaded(pack)
    assert "greta-olsen" not in world.entities
    assert not any(fact.about.who for fact in world.facts.values() if "greta-olsen" in fact.about.who)
    assert "name Greta Olsen\n" in (pack / "refused.txt").read_text(encoding="utf-8")


def test_lines_are_taken_one_by_one(pack: Path) -> None:
    desk = WritingDesk(pack)
    desk.look()
    typed: queue.SimpleQueue[str] = queue.SimpleQueue()
    for line in ("r", "r"):
        typed.put(line)
    ids = list(read_facts(pack))
    for left in (ids[1:], ids[2:]):
        assert take_typed(desk, typed, 0.01)
        desk.look()
        assert list(read_facts(pack)) == left
    assert not take_typed(desk, typed, 0.01)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a signal cannot be sent to a child there")
def test_lines_typed_ahead_are_each_for_their_own_draft(pack: Path) -> None:
    ids = list(read_facts(pack))
    command = [sys.executable, "-m", "game", "write", str(pack)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environ_without_coverage()
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write("c\nThe mill is 12 metres high.\nr\nr\nr\n")
        running.stdin.flush()
        assert any(f"{len(ids) - 4} drafts left" in line for line in running.stdout)
        running.send_signal(signal.SIGINT)
        running.stdout.read()
    assert list(read_facts(pack)) == [ids[0], *ids[4:]]
    assert read_facts(pack)[ids[0]]["claim"] == "The mill is 12 metres high."


@pytest.fixture
def tiny_pack(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    return folder


def test_facts_are_signed_once_no_draft_is_left(tiny_pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = WritingDesk(tiny_pack)
    shown = type_lines(desk)
    assert "read     4 facts that nobody has signed" in shown
    assert "next to read lamp-is-green" in shown
    assert "c sign it" in shown
    assert "Signed: lamp-is-green." in type_lines(desk, "c")
    assert main(["ledger", "sign", "lamp-is-green", "--pack", str(tiny_pack)]) == 0
    assert "lamp-is-green: The lamp is green. [A¶1] signed" in capsys.readouterr().out
    for _ in range(3):
        desk.type_line("c")
        desk.look()
    assert "read " not in type_lines(desk)


def test_letters_that_are_no_keys_here_go_to_the_walk(tiny_pack: Path) -> None:
    desk = WritingDesk(tiny_pack)
    assert "your walk: e)" in type_lines(desk, "e")
    assert "your walk: e, c bench)" in type_lines(desk, "c bench")


def test_nothing_is_decided_while_a_file_is_broken(pack: Path) -> None:
    before = facts_of(pack)
    room = next(pack.glob("01-*.yaml"))
    edit(room, "name: ", "name:  'x")
    desk = WritingDesk(pack)
    shown = type_lines(desk, "r")
    assert "Mend what is marked ✗ first" in shown
    assert facts_of(pack) == before


def test_a_file_that_was_saved_meanwhile_is_not_written_over(pack: Path) -> None:
    desk = WritingDesk(pack)
    type_lines(desk, "c")
    edit(pack / "facts" / "article-a.yaml", "facts:", "# saved by an editor\nfacts:")
    shown = type_lines(desk, "The mill is 12 metres high.")
    assert "has been changed meanwhile" in shown
    assert "claim:" not in facts_of(pack)
    type_lines(desk, "c", "The mill is 12 metres high.")
    edit(pack / "facts" / "article-a.yaml", "# saved by an editor\n", "# saved again\n")
    assert "has been changed meanwhile" in type_lines(desk, "z")
    assert "claim:" in facts_of(pack)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="whoever may write everywhere meets no limit")
def test_a_folder_that_cannot_be_written_is_told(pack: Path) -> None:
    (pack / "facts").chmod(0o500)
    try:
        assert "cannot be written" in type_lines(WritingDesk(pack), "c", "The mill is 12 metres high.")
    finally:
        (pack / "facts").chmod(0o700)


def test_enter_alone_cancels(pack: Path) -> None:
    desk = WritingDesk(pack)
    before = facts_of(pack)
    assert "Nothing was changed." in type_lines(desk, "c", "")
    assert facts_of(pack) == before
    # Told until the next line: a change of a file shows everything anew.
    assert "Nothing was changed." in type_lines(desk)
    assert "Nothing was changed." not in type_lines(desk, "p")


def test_a_key_is_no_answer_and_z_leaves_the_draft_as_it_was(pack: Path) -> None:
    desk = WritingDesk(pack)
    before = facts_of(pack)
    shown = type_lines(desk, "c", "c")
    assert "That is a key and no answer" in shown
    assert "Claim, a sentence" in shown
    assert "Claim, a sentence" in type_lines(desk, "r")
    shown = type_lines(desk, "z")
    assert "Nothing was changed." in shown
    assert "Claim, a sentence" not in shown
    assert facts_of(pack) == before
    assert "nothing to take back" in type_lines(desk, "z")


def test_the_sentence_of_a_draft_is_shown_beside_its_paragraph(pack: Path) -> None:
    desk = WritingDesk(pack)
    shown = type_lines(desk, "p", "p")
    assert "  sentence: She is said to have missed only one day.\n  A¶3: The miller Greta Olsen worked" in shown
    assert "reported, said by ?" in shown
    (pack / "articles" / "A.txt").unlink()
    shown = type_lines(desk)
    assert "sentence:" not in shown
    assert "c accept" in shown


def test_the_editor_is_the_one_that_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "")
    assert find_editor() == ()
    monkeypatch.setenv("EDITOR", "nano -w")
    assert find_editor() == ("nano", "-w")
    monkeypatch.setenv("VISUAL", "'open")
    assert find_editor() == ()
    script = tmp_path / "save.py"
    script.write_text("import sys; open(sys.argv[-1], 'a').write(' '.join(sys.argv[1:-1]) or 'no line')")
    target = tmp_path / "x.yaml"
    assert open_editor((sys.executable, str(script)), target, 12) == ""
    assert target.read_text() == "no line"
    assert "could not be started" in open_editor((str(tmp_path / "gone"),), target, 12)


def test_at_a_terminal_a_draft_is_edited_in_the_editor(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = pack / "edit.py"
    script.write_text("import sys; open(sys.argv[-1], 'a', encoding='utf-8').write('# edited\\n')")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}"')
    desk = WritingDesk(pack)
    desk.look()
    take_line(desk, "e")
    assert "Claim, a sentence" in type_lines(desk)
    take_line(desk, "")
    assert not facts_of(pack).endswith("# edited\n")
    monkeypatch.setattr(sys, "stdin", Terminal(""))
    take_line(desk, "e")
    assert facts_of(pack).endswith("# edited\n")
    assert desk.deciding.question == ""


@pytest.mark.skipif(sys.platform == "win32", reason="a script with that name is no program there")
def test_an_editor_that_knows_lines_opens_at_the_draft(tmp_path: Path) -> None:
    vi = tmp_path / "vi"
    vi.write_text(f"#!{sys.executable}\nimport sys; open(sys.argv[-1], 'w').write(sys.argv[1])\n")
    vi.chmod(0o755)
    target = tmp_path / "x.yaml"
    assert open_editor((str(vi),), target, 12) == ""
    assert target.read_text() == "+12"
