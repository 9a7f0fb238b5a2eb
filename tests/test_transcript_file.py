"""A session in a text file: how it is written down, how it is read again, and what is let go."""

import os
from pathlib import Path

import pytest

from game.pack.world import World
from game.store import transcripts
from game.store.transcripts import KEPT, LARGEST, Beginning, ByteNotText, EarlierTurn, TextTooLarge, TranscriptFile


def test_a_file_of_a_million_bytes_is_replayed_and_one_more_is_refused(tmp_path: Path) -> None:
    assert LARGEST == 1_000_000
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * LARGEST)
    assert len(transcripts.load_text(path)) == LARGEST
    path.write_bytes(b"a" * (LARGEST + 1))
    with pytest.raises(transcripts.ReplayError) as bad:
        transcripts.load_text(path)
    assert bad.value.args == (TextTooLarge(LARGEST),)
    path.write_bytes(b"ab\xff")
    with pytest.raises(transcripts.ReplayError) as bad:
        transcripts.load_text(path)
    assert bad.value.args == (ByteNotText(3),)


def test_a_header_is_read_as_it_was_written(tiny: World) -> None:
    play = transcripts.read(transcripts.header(tiny, -7, Beginning(3)) + ">look\n\nA room.\n>f\n")
    assert play == transcripts.Play(("look", "f"), Beginning(3), -7, True)
    assert transcripts.read("# begun state 7\n").beginning == Beginning(0, b"7")
    kept = transcripts.read(transcripts.header(tiny, 0, Beginning(0, b'{"room":"x"}')))
    assert (kept.beginning, kept.seed, kept.is_transcript) == (Beginning(0, b'{"room":"x"}'), 0, True)


@pytest.mark.parametrize(
    ("text", "lines", "is_transcript"),
    [
        ("look\n\n# a remark\nf\n", ("look", "f"), False),
        (">look\ntext\n", ("look",), True),
        ("# begun new x\n", (), True),
        ("", (), False),
    ],
)
def test_a_record_is_lines_alone(text: str, lines: tuple[str, ...], *, is_transcript: bool) -> None:
    assert transcripts.read(text) == transcripts.Play(lines, Beginning(0), 0, is_transcript)


def test_the_last_twenty_sessions_are_kept() -> None:
    assert KEPT == 20


def test_a_session_is_kept_from_its_first_typed_line_on(tmp_path: Path) -> None:
    file = TranscriptFile(tmp_path / "sessions")
    file.add("opening\n", is_typed=False)
    assert file.text == "opening\n"
    assert not (tmp_path / "sessions").exists()
    file.add(">look\n")
    file.add("A room.\n", is_typed=False)
    (kept,) = (tmp_path / "sessions").iterdir()
    assert kept.read_text("utf-8") == file.text == "opening\n>look\nA room.\n"


def test_a_copy_begins_with_all_of_the_session_and_ends_when_it_is_told_to(tmp_path: Path) -> None:
    file = TranscriptFile(None)
    file.add("one\n")
    assert not file.is_copied
    (tmp_path / "copy.txt").write_text(file.text)
    file.copy_to(tmp_path / "copy.txt")
    assert file.is_copied
    file.add("two\n")
    file.copy_to(None)
    file.add("three\n")
    assert not file.is_copied
    assert (tmp_path / "copy.txt").read_text("utf-8") == "one\ntwo\n"
    assert file.text == "one\ntwo\nthree\n"


def test_a_rehearsal_remembers_its_copy_and_writes_none(tmp_path: Path) -> None:
    file = TranscriptFile(None, is_rehearsal=True)
    file.copy_to(tmp_path / "copy.txt")
    file.add("one\n")
    assert file.is_copied
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("before", [18, 19, 25])
def test_the_oldest_sessions_make_room(before: int, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("mine")
    for number in range(before):
        (tmp_path / f"2001-{number:02}.txt").write_text("old")
    file = TranscriptFile(tmp_path)
    file.add(">look\n")
    kept = sorted(path.name for path in tmp_path.glob("*.txt"))
    assert len(kept) == min(before + 1, 20)
    assert kept[0] == f"2001-{max(0, before - 19):02}.txt"
    assert file.text == ">look\n"
    assert (tmp_path / "notes.md").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_transcript_has_the_mode_that_the_system_gives_and_is_added_to(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert transcripts.append(tmp_path / "copy.txt", "one\n")
    finally:
        os.umask(before)
    assert transcripts.append(tmp_path / "copy.txt", "two\n")
    assert (tmp_path / "copy.txt").read_text("utf-8") == "one\ntwo\n"
    assert (tmp_path / "copy.txt").stat().st_mode & 0o777 == 0o666
    assert not transcripts.append(tmp_path / "none" / "copy.txt", "one\n")
    assert not transcripts.append(tmp_path / "a\0b", "one\n")


def test_of_a_line_that_does_not_fit_on_the_disk_nothing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(handle: int, data: bytes) -> None:
        os.write(handle, data[:2])
        raise OSError(28, "No space left on device")

    file = TranscriptFile(None)
    file.add("one\n")
    transcripts.append(tmp_path / "copy.txt", file.text)
    file.copy_to(tmp_path / "copy.txt")
    with monkeypatch.context() as patch:
        patch.setattr(transcripts, "write_all", fill)
        file.add("two\n")
    assert not file.is_copied
    assert (tmp_path / "copy.txt").read_text("utf-8") == "one\n"


@pytest.mark.parametrize(("text", "seed"), [("seed 12", 12), ("seed -3", -3), ("seed x", 0), ("seed 5 more", 0)])
def test_a_seed_stands_at_the_end_of_the_first_line(text: str, seed: int) -> None:
    assert transcripts.read(f"# 21 Carriages 1.0, pack tiny 0, {text}\n# begun new 2\n").seed == seed
    assert transcripts.is_ours(f"# 21 Carriages 1.0, pack tiny 0, {text}")
    assert not transcripts.is_ours(f" # 21 Carriages {text}")


def test_turns_of_earlier_sessions_are_read_in_their_order(tiny: World) -> None:
    text = (
        transcripts.header(tiny, 3, Beginning(0, b'{"room":"x"}'))
        + transcripts.render_earlier("earlier", "f", b'{"room":"a"}')
        + transcripts.render_earlier("earlier", "look", b'{"room":"b"}')
        + transcripts.render_earlier("later", "f", b'{"room":"c"}')
        + "# earlier [rubbish]\n>undo\n"
    )
    play = transcripts.read(text)
    assert play.earlier == (EarlierTurn("f", b'{"room":"a"}'), EarlierTurn("look", b'{"room":"b"}'))
    assert play.later == (EarlierTurn("f", b'{"room":"c"}'),)
    assert (play.lines, play.seed) == (("undo",), 3)
