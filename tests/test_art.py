"""Pictures: what is drawn, how it is laid out and lit, and what is said of files that cannot be drawn."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.art import Size, find_hour, paint_picture, write_picture
from game.art import scenes as scene_files
from game.art import sprites as sprite_files
from game.art.ansi import render_ansi
from game.art.art_files import ArtFolder
from game.art.palette import RAMPS, find_colour_of_256, find_nearest_256, parse_ink
from game.art.picture import Box
from game.art.scenes import Scene, lay_out
from game.commandline.main import main
from game.core.paths import shipped
from game.pack.world import Room, World

SPRITE = """anchor: floor
light: 1 0 6 glow.1 0.8
stretch: 1
palette: a=gold.2 b=red.1*1
[pixels]
aba
a.a
[ascii]
/^\\
"""


@pytest.fixture(scope="module")
def art() -> ArtFolder:
    return ArtFolder(shipped("assets"))


def _find(art: ArtFolder, tour: World, room: Room) -> Scene:
    scene = art.find_scene(tour.tour, room)
    assert scene is not None
    return scene


def test_our_own_files_have_no_faults(art: ArtFolder, tour: World) -> None:
    assert art.find_pack_faults(tour) == []


def test_every_room_has_a_picture_that_shows_some_of_its_things(art: ArtFolder, tour: World) -> None:
    for room in tour.rooms.values():
        assert (room.picture or room.id) in art.names
        picture = paint_picture(_find(art, tour, room), art.sprites, Size(80, 14))
        assert {box.thing for box in picture.boxes}, room.id


@pytest.mark.slow
@pytest.mark.parametrize("width", [20, 76, 80, 116, 200])
@pytest.mark.parametrize("rows", [8, 9, 10, 14, 22, 28])
def test_a_picture_fills_its_size_exactly(art: ArtFolder, width: int, rows: int) -> None:
    for name in art.names:
        picture = paint_picture(art.scene(name, "carriage"), art.sprites, Size(width, rows))
        assert len(picture.pixels) == 2 * rows
        assert {len(row) for row in picture.pixels} == {width}
        lines = write_picture(art.scene(name, "carriage"), art.sprites, Size(width, rows))
        assert all(len(line) == width and line.isascii() for line in lines)


def test_bays_repeat_with_the_width(art: ArtFolder) -> None:
    counts = [
        sum(
            piece.sprite.name == "armchair"
            for piece in lay_out(art.scene("lounge", "carriage"), art.sprites, width).pieces
        )
        for width in (50, 76, 116)
    ]
    assert counts == sorted(counts)
    assert counts[0] < counts[1] < counts[2]


def test_a_thing_is_found_where_it_is_painted(art: ArtFolder) -> None:
    picture = paint_picture(art.scene("galley", "carriage"), art.sprites, Size(82, 14), enters="")
    tank = next(box for box in picture.boxes if box.thing == "lobster-tank")
    assert tank == Box(34, 4, 19, 7, "lobster-tank")


def test_a_lamp_lights_what_is_near_and_nothing_that_is_far() -> None:
    sprite, faults = sprite_files.parse_sprite("lamp", SPRITE)
    assert sprite is not None
    assert faults == ()
    scene, _ = scene_files.parse_scene("room", "[left]\nlamp 20 floor+0\n", "carriage")
    dark, _ = scene_files.parse_scene("room", "[left]\n", "carriage")
    with_lamp = paint_picture(scene, {"lamp": sprite}, Size(80, 14), "night", enters="").pixels
    without = paint_picture(dark, {}, Size(80, 14), "night", enters="").pixels
    assert sum(with_lamp[16][19].to_bytes(3, "big")) > sum(without[16][19].to_bytes(3, "big"))
    assert with_lamp[16][60] == without[16][60]


def test_what_glows_looks_the_same_at_every_hour() -> None:
    sprite, _ = sprite_files.parse_sprite("lamp", SPRITE)
    assert sprite is not None
    scene, _ = scene_files.parse_scene("room", "[left]\nlamp 20 floor+0\n", "carriage")
    glow = {paint_picture(scene, {"lamp": sprite}, Size(80, 14), hour).pixels[18][21] for hour in ("night", "day")}
    assert glow == {RAMPS["red"][1].colour}


def test_in_256_colours_only_those_of_the_cube_are_used(art: ArtFolder) -> None:
    cube = {find_colour_of_256(number) for number in range(16, 256)}
    for name in art.names:
        picture = paint_picture(art.scene(name, "carriage"), art.sprites, Size(80, 9), depth="256")
        assert {colour for row in picture.pixels for colour in row} <= cube, name


def test_sprites_stretch_and_flip() -> None:
    sprite, _ = sprite_files.parse_sprite("lamp", SPRITE)
    assert sprite is not None
    wide = sprite.stretched(6)
    assert (wide.width, wide.text) == (6, ("/^^^^\\",))
    assert sprite.flipped().text == ("/^\\",)
    assert sprite.flipped().lamps[0].x == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("aba\n", "ab\n"), "this row has 3 pixels, the first has 2"),
        (("b=red.1*1", "b=rod.1"), "'b=rod.1' is no colour"),
        (("a.a", "axa"), "not in the palette: x"),
        (("[ascii]\n/^\\\n", ""), "[ascii] is missing"),
        (("/^\\", "/^^^\\"), "this line has 5 characters; the pixels are 3 wide"),
        (("/^\\", "/â\\"), "expected printable ASCII"),
        (("anchor: floor", "anchor: roof"), "found 'roof'"),
        (("stretch: 1", "stretch: 9"), "expected a pixel column from 0 to 2, found '9'"),
        (("light: 1 0 6", "light: 1 0"), "expected light: x y radius ramp.index strength"),
        (("[pixels]", "[pixel]"), "no section is called 'pixel'"),
    ],
)
def test_a_bad_sprite_is_told_with_its_line(change: tuple[str, str], message: str) -> None:
    _, faults = sprite_files.parse_sprite("lamp", SPRITE.replace(*change))
    assert any(message in fault.message for fault in faults), faults
    assert all(1 <= fault.line <= SPRITE.count("\n") + 1 for fault in faults)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            "shell: igloo",
            1,
            "expected shell: carriage, side, platform, harbour, room, stair, street, outside, shore; found 'igloo'",
        ),
        ("wall: cream.2 wood.1", 1, "mixes two ramps"),
        ("wall: cream.2", 1, "expected wall: two of ramp.index"),
        ("bay: 3", 1, "expected bay: 8 to 64 pixels, found '3'"),
        ("curtains: red", 1, "no setting is called 'curtains'"),
        ("[roof]", 1, "no section is called 'roof'"),
        ("[bay]\nlamp on the left", 2, "expected SPRITE X PLACE"),
        ("[bay]\nwindow 4 6 10x7 curtain plaid", 2, "no ramp is called 'plaid'"),
    ],
)
def test_a_bad_scene_is_told_with_its_line(text: str, line: int, message: str) -> None:
    _, faults = scene_files.parse_scene("room", text)
    assert [fault.line for fault in faults] == [line]
    assert message in faults[0].message


def test_missing_sprites_crowds_and_unknown_things_are_told(tmp_path: Path) -> None:
    (tmp_path / "sprites").mkdir()
    (tmp_path / "scenes").mkdir()
    (tmp_path / "sprites" / "lamp.txt").write_text(SPRITE)
    scene = "[left]\nlamp 20 floor+2 = unicorn\nlamp 21 floor+2\nlamp 1 floor+2\nghost 30 floor\n"
    (tmp_path / "scenes" / "room.txt").write_text(scene)
    told = "\n".join(ArtFolder(tmp_path).find_faults({"room": {"lamp"}}, {"room": "carriage"}))
    assert "room.txt:2: its room has no thing 'unicorn'" in told
    assert "room.txt:3: lamp and lamp stand in each other" in told
    assert "room.txt:4: lamp stands in a door" in told
    assert "room.txt:5: no sprite is called 'ghost'" in told


def test_a_scene_that_is_missing_is_a_bare_shell(tmp_path: Path) -> None:
    picture = paint_picture(ArtFolder(tmp_path).scene("nowhere", "carriage"), {}, Size(80, 9))
    assert len({colour for row in picture.pixels for colour in row}) > 10


@settings(max_examples=200, deadline=None)
@example("palette")
@example("bay: " + "9" * 5_000)
@given(st.text(alphabet="abx.=:[]0123456789 +-\nwindowfloorlightpalettebaypixelsascii", max_size=200))
def test_whatever_is_in_a_file_nothing_is_raised(text: str) -> None:
    sprite, _ = sprite_files.parse_sprite("any", text)
    scene, _ = scene_files.parse_scene("any", text)
    paint_picture(scene, {"any": sprite} if sprite else {}, Size(80, 9))
    write_picture(scene, {"any": sprite} if sprite else {}, Size(80, 9))


def test_inks_are_named_by_ramp_or_by_value() -> None:
    assert parse_ink("gold.2") == RAMPS["gold"][2]
    assert parse_ink("#ff0000") is not None
    assert parse_ink("gold.12") is None
    assert find_nearest_256(0xFFD700) == 220


def test_the_hours_go_by_with_the_journey() -> None:
    assert [find_hour(share / 10) for share in range(11)] == [
        *("dusk", "dusk", "night", "night", "night", "dawn", "day", "day", "day", "dusk", "dusk"),
    ]


def test_the_command_prints_a_scene_in_every_depth(capsys: pytest.CaptureFixture[str]) -> None:
    for colours, sign in (("truecolor", "\x1b[38;2;"), ("256", "\x1b[38;5;"), ("ascii", "____")):
        assert main(["art", "lounge", "--colours", colours]) == 0
        out = capsys.readouterr().out
        assert sign in out
        assert out.isascii() == (colours == "ascii")
    assert main(["art", "--check"]) == 0
    assert main(["art", "igloo"]) == 2
    assert "no scene is called 'igloo'" in capsys.readouterr().err


def test_equal_neighbours_share_their_codes() -> None:
    assert render_ansi([[1, 1, 2], [1, 1, 2]]).count("\x1b[38") == 2
