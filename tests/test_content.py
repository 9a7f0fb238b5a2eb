"""Reading a pack: the cache of compiled packs, the schemas, the source maps."""

import json
import os
import shutil
import sys
from pathlib import Path

import msgspec
import pytest
import yaml

from game.content import compiled, open_pack
from game.content.folder import read_folder
from game.content.scan import scan_article
from game.content.schema import SCHEMA_KINDS, make_schema, render_schema
from game.core.paths import shipped
from tests.conftest import TINY
from tests.layout import name_layout


def test_a_world_comes_back_from_the_cache_as_it_was(tmp_path: Path) -> None:
    cold, _ = open_pack(TINY, tmp_path)
    assert cold is not None
    assert len(list(tmp_path.glob("*.msgpack"))) == 1
    warm, _ = open_pack(TINY, tmp_path)
    assert warm == cold
    assert cold.digest


def test_a_changed_pack_is_read_anew(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    before, _ = open_pack(pack, tmp_path / "cache")
    (pack / "02-end.yaml").write_text(
        (pack / "02-end.yaml").read_text(encoding="utf-8").replace("The end of the line.", "The very end.")
    )
    after, _ = open_pack(pack, tmp_path / "cache")
    assert before is not None
    assert after is not None
    assert after.rooms["end"].passages[0].text == "The very end."
    assert after.digest != before.digest


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", msgspec.msgpack.encode({"tour": 1})])
def test_a_damaged_cache_costs_time_and_nothing_else(rubbish: bytes, tmp_path: Path) -> None:
    open_pack(TINY, tmp_path)
    (kept,) = tmp_path.glob("*.msgpack")
    kept.write_bytes(rubbish)
    world, problems = open_pack(TINY, tmp_path)
    assert world is not None
    assert problems == ()


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    world, _ = open_pack(TINY, tmp_path / "file" / "cache")
    assert world is not None


def test_the_cache_keeps_only_the_latest_packs(tmp_path: Path) -> None:
    world, _ = open_pack(TINY, None)
    assert world is not None
    for number in range(compiled.MAX_COMPILED_PACKS + 3):
        compiled.write_compiled(tmp_path, compiled.set_digest(world, f"{number:016x}"))
    assert len(list(tmp_path.glob("*.msgpack"))) == compiled.MAX_COMPILED_PACKS


def test_names_and_bytes_of_all_files_make_the_digest() -> None:
    assert compiled.digest_pack({"a": b"bc"}) != compiled.digest_pack({"ab": b"c"})
    assert compiled.digest_pack({"a": b"b", "c": b"d"}) != compiled.digest_pack({"a": b"bd", "c": b""})


def test_the_layout_of_compiled_packs_names_the_shape_of_a_world() -> None:
    assert name_layout() == compiled.LAYOUT, "a type of the pack has changed: make schema"


def test_hidden_and_other_files_are_not_read(tmp_path: Path) -> None:
    for name in (".hidden.yaml", "notes.txt", "room.yaml", "room.yml"):
        (tmp_path / name).write_text("id: x")
    assert list(read_folder(tmp_path)) == ["room.yaml"]


def test_a_large_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_bytes(b"x" * (1 << 17))
    assert len(read_folder(tmp_path)["large.yaml"]) == 1 << 17


@pytest.mark.parametrize("kind", SCHEMA_KINDS)
def test_the_schemas_beside_the_rooms_are_those_of_the_types(kind: str) -> None:
    written = (shipped("rooms") / "schema" / f"{kind}.json").read_text(encoding="utf-8")
    assert written == render_schema(kind) + "\n", "run `make schema`"
    assert make_schema(kind)["$schema"].endswith("2020-12/schema")


def test_every_shipped_file_names_its_schema() -> None:
    for path in shipped("rooms").rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema="), path
        assert (path.parent / first.split("=")[1]).resolve().is_file(), path


def test_a_scan_holds_figures_names_and_hashes_and_no_sentence() -> None:
    first, second = scan_article("On Monday Ann Lee paid $1.8m for 21 lamps.\n\n  In May 2018 she left. \n")
    assert first.number == 1
    assert first.figures == ("$1.8", "21")
    assert "Ann Lee" in str(first.names)
    assert second.names == ("In May 2018",) or "May 2018" in str(second.names)
    assert "paid" not in json.dumps(msgspec.to_builtins((first, second)))


def test_the_scan_of_a_line_does_not_depend_on_its_spaces() -> None:
    assert scan_article("a  b")[0].hash == scan_article(" a b ")[0].hash


def test_the_source_maps_we_ship_hold_no_sentence() -> None:
    sources = yaml.safe_load((shipped("rooms") / "sources.yaml").read_text(encoding="utf-8"))
    for source in sources["sources"]:
        for paragraph in source["paragraphs"]:
            assert all(len(name.split()) < 8 for name in paragraph.get("names", ()))


@pytest.mark.parametrize(("pack", "step"), [(TINY, 11), (shipped("rooms"), 1_009)], ids=["tiny", "ours"])
def test_no_flipped_byte_of_the_cache_stops_a_start_or_changes_a_text(pack: Path, step: int, tmp_path: Path) -> None:
    whole, _ = open_pack(pack, tmp_path)
    (kept,) = tmp_path.glob("*.msgpack")
    data = kept.read_bytes()
    assert whole is not None
    for place in range(0, len(data), step):
        with kept.open("r+b") as file:
            file.seek(place)
            file.write(bytes([data[place] ^ (1 << place % 8)]))
        assert compiled.read_compiled(tmp_path, whole.digest) is None, place
        kept.write_bytes(data)
    for cut in (0, 1, compiled.CHECKSUM_BYTES, len(data) - 1):
        kept.write_bytes(data[:cut])
        assert compiled.read_compiled(tmp_path, whole.digest) is None, cut


def test_damage_of_the_cache_is_replaced_and_what_a_later_version_keeps_stays(tmp_path: Path) -> None:
    cold, _ = open_pack(TINY, tmp_path)
    (kept,) = tmp_path.glob("*.msgpack")
    data = kept.read_bytes()
    later = kept.with_name(kept.name.replace("-2.msgpack", "-3.msgpack"))
    later.write_bytes(b"of a later version")
    kept.write_bytes(data[:-1] + b"!")
    assert open_pack(TINY, tmp_path)[0] == cold
    assert kept.read_bytes() == data
    assert later.read_bytes() == b"of a later version"


def test_a_compiled_pack_under_another_name_is_not_taken_for_it(tmp_path: Path) -> None:
    world, _ = open_pack(TINY, tmp_path)
    (kept,) = tmp_path.glob("*.msgpack")
    assert world is not None
    kept.rename(kept.with_name(kept.name.replace(world.digest, "0" * 16)))
    assert compiled.read_compiled(tmp_path, "0" * 16) is None


def test_a_pack_edited_while_it_is_read_is_not_kept_under_the_old_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.content import load as loading

    pack, real = tmp_path / "pack", loading.load
    shutil.copytree(TINY, pack)
    before = (pack / "02-end.yaml").read_text(encoding="utf-8")

    def edited_meanwhile(folder: Path) -> loading.LoadedPack:
        (pack / "02-end.yaml").write_text(before.replace("The end of the line.", "The very end."))
        return real(folder)

    with monkeypatch.context() as patched:
        patched.setattr(loading, "load", edited_meanwhile)
        open_pack(pack, tmp_path / "cache")
    (pack / "02-end.yaml").write_text(before)
    world, _ = open_pack(pack, tmp_path / "cache")
    assert world is not None
    assert world.rooms["end"].passages[0].text == "The end of the line."


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes or links to devices")
def test_a_pipe_or_an_endless_device_in_a_pack_is_a_problem_and_no_standstill(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "pack")
    os.mkfifo(tmp_path / "pack" / "03-pipe.yaml")
    world, problems = open_pack(tmp_path / "pack", None)
    assert world is None
    assert "03-pipe.yaml" in str(problems[0])
    (tmp_path / "pack" / "03-pipe.yaml").unlink()
    (tmp_path / "pack" / "03-zero.yaml").symlink_to("/dev/zero")
    world, problems = open_pack(tmp_path / "pack", None)
    assert world is None
    assert "03-zero.yaml" in str(problems[0])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems let no such name be")
def test_a_name_that_is_no_text_is_a_name_all_the_same(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "pack")
    shutil.copy(TINY / "02-end.yaml", tmp_path / "pack" / os.fsdecode(b"03-\xff.yaml"))
    world, problems = open_pack(tmp_path / "pack", tmp_path / "cache")
    assert world is None
    assert problems
