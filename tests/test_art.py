"""Pictures: what is drawn, how it is laid out and lit, and what is said of files that cannot be drawn."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.art import Size, choose_hour, paint_picture, write_picture
from game.art import scenes as scene_files
from game.art import sprites as sprite_files
from game.art.ansi import render_ansi
from game.art.art_files import ArtFolder
from game.art.boxes import Box, Picture
from game.art.palette import RAMPS, find_colour_of_256, find_nearest_256, parse_ink
from game.art.picture import find_hour
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
        assert {box.thing for box in picture.boxes if not box.thing.startswith("@")}, room.id


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


def test_every_picture_is_about_something_large_that_its_words_name(art: ArtFolder, tour: World) -> None:
    assert all(_find(art, tour, room).shows for room in tour.rooms.values())
    room = tour.rooms["galley"]
    other = msgspec.structs.replace(room, alt="A kitchen of steel.")
    (fault,) = ArtFolder(shipped("assets"))._find_unshown(tour.tour, other)
    assert "does not name 'lobster-tank'" in fault


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
    assert tank[:5] == (34, 4, 19, 7, "lobster-tank")
    assert picture.find_thing(34 + 9, 7) == "lobster-tank"
    assert picture.find_thing(33, 7) != "lobster-tank"


def test_what_is_painted_in_a_cell_is_found_before_a_rectangle_around_it() -> None:
    bars = Box(0, 0, 3, 2, "bars", (0b101, 0b101))
    picture = Picture([], (bars, Box(0, 0, 9, 9, "wall"), Box(6, 0, 3, 1, "@window")))
    assert [picture.find_thing(x, 0) for x in range(4)] == ["bars", "wall", "bars", "wall"]
    assert Picture([], (bars,)).find_thing(1, 1) == "bars"
    assert Picture([], (bars,)).find_thing(3, 1) == ""
    assert picture.find_thing(9, 0) == ""


def test_doors_windows_and_people_are_in_the_picture(art: ArtFolder) -> None:
    picture = paint_picture(art.scene("dining", "carriage"), art.sprites, Size(82, 14))
    assert {"@back", "@forward", "@window", "@me", "@guide"} <= {box.thing for box in picture.boxes}
    assert [picture.find_thing(x, 8) for x in (2, 79)] == ["@back", "@forward"]
    outside = paint_picture(art.scene("pyongyang", "side"), art.sprites, Size(82, 14), enters="")
    assert {"@forward", "@guide"} == {box.thing for box in outside.boxes if box.thing.startswith("@")}


@pytest.mark.parametrize(("rows", "width"), [(14, 76), (9, 80), (22, 160), (30, 130)])
def test_a_thing_is_found_where_its_pixels_are_at_every_size(art: ArtFolder, rows: int, width: int) -> None:
    size = Size(width, rows, is_zoomed=True)
    scene = art.scene("smoking", "platform")
    seen = paint_picture(scene, art.sprites, size, enters="")
    bare = scene._replace(sections={**scene.sections, "left": ()})
    without = paint_picture(bare, art.sprites, size, enters="", depth="256").pixels
    flat = paint_picture(scene, art.sprites, size, enters="", depth="256").pixels
    changed = {(x, y // 2) for y, row in enumerate(flat) for x, colour in enumerate(row) if colour != without[y][x]}
    assert changed
    assert {seen.find_thing(x, y) for x, y in changed} == {"film-reel"}


def test_the_visitor_steps_aside_for_what_he_would_hide() -> None:
    sprite, _ = sprite_files.parse_sprite("box", "anchor: floor\npalette: a=gold.2\n[pixels]\n" + "aaaaaa\n" * 8)
    assert sprite is not None
    visitor = sprite._replace(name="visitor")
    sprites = {"box": sprite, "visitor": visitor}
    places = []
    for thing in ("", " = thing"):
        scene, _ = scene_files.parse_scene("room", f"[left]\nbox 8 floor+5{thing}\n", "carriage")
        boxes = paint_picture(scene, sprites, Size(80, 14)).boxes
        places.append(next(box.x for box in boxes if box.thing == "@me"))
    assert places == [9, 14]


def test_a_gallery_is_as_dark_by_day_as_by_night() -> None:
    shown = {}
    for ambient in ("gallery", "dim"):
        scene, faults = scene_files.parse_scene("room", f"ambient: {ambient}\n", "carriage")
        assert faults == ()
        pictures = [paint_picture(scene, {}, Size(80, 14), hour, enters="").pixels for hour in ("night", "day")]
        shown[ambient] = pictures[0] == pictures[1]
    assert shown == {"gallery": True, "dim": False}


def test_a_thing_in_focus_is_brighter_and_the_rest_darker(art: ArtFolder) -> None:
    scene, size = art.scene("galley", "carriage"), Size(82, 14)
    before, after = (
        paint_picture(scene, art.sprites, size, focus=focus, enters="") for focus in ("", "stamped-crates")
    )
    crate = next(box for box in before.boxes if box.thing == "stamped-crates")
    x, y = crate.x + crate.width // 2, 2 * crate.y + crate.height
    assert sum(after.pixels[y][x].to_bytes(3, "big")) > sum(before.pixels[y][x].to_bytes(3, "big"))
    assert sum(after.pixels[9][20].to_bytes(3, "big")) < sum(before.pixels[9][20].to_bytes(3, "big"))
    assert paint_picture(scene, art.sprites, size, focus="unicorn", enters="").pixels == before.pixels
    marked, plain = (
        "".join(write_picture(scene, art.sprites, size, focus=f, enters="")) for f in ("stamped-crates", "")
    )
    assert sum(one != other for one, other in zip(marked, plain, strict=True)) == 2


def test_in_256_colours_what_no_lamp_lights_is_a_step_darker() -> None:
    inks = {}
    for ambient in ("normal", "gallery"):
        scene, _ = scene_files.parse_scene("room", f"ambient: {ambient}\nwall: gold.2 gold.2\n", "carriage")
        inks[ambient] = paint_picture(scene, {}, Size(80, 14), depth="256", enters="").pixels[10][40]
    assert inks == {"normal": find_colour_of_256(220), "gallery": find_colour_of_256(136)}


def test_a_wide_section_is_drawn_from_its_width_on() -> None:
    sprite, _ = sprite_files.parse_sprite("lamp", SPRITE)
    assert sprite is not None
    scene, faults = scene_files.parse_scene("room", "[wide 104]\nlamp 40 floor+2\n", "carriage")
    assert faults == ()
    counts = [len(lay_out(scene, {"lamp": sprite}, width).pieces) for width in (103, 104, 105)]
    assert counts == [0, 1, 1]
    assert scene_files.parse_scene("room", "[wide]\n", "carriage")[1] != ()


def test_a_word_in_brackets_is_a_drawing_in_the_characters_of_a_sprite() -> None:
    sprite, faults = sprite_files.parse_sprite(
        "sign", "anchor: wall\npalette: a=gold.2\n[pixels]\naaaaaa\n[ascii]\n[stop]\n"
    )
    assert faults == ()
    assert sprite is not None
    assert sprite.text == ("[stop]",)


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


def test_the_hour_fits_the_colours_around_a_picture() -> None:
    assert [choose_hour(share, is_day=True) for share in (0, 0.3, 0.5, 0.7)] == ["dusk", "day", "dawn", "day"]
    assert [choose_hour(share, is_day=False) for share in (0, 0.3, 0.5, 0.7)] == ["dusk", "night", "dawn", "dawn"]
    assert [choose_hour(None, is_day=is_day) for is_day in (True, False)] == ["day", "dusk"]


def test_the_command_prints_a_scene_in_every_depth(capsys: pytest.CaptureFixture[str]) -> None:
    for colours, sign in (("truecolor", "\x1b[38;2;"), ("256", "\x1b[38;5;"), ("ascii", "____")):
        assert main(["art", "guards", "--colours", colours]) == 0
        out = capsys.readouterr().out
        assert sign in out
        assert out.isascii() == (colours == "ascii")
    assert main(["art", "--check"]) == 0
    assert main(["art", "igloo"]) == 2
    assert "no scene is called 'igloo'" in capsys.readouterr().err


def test_equal_neighbours_share_their_codes() -> None:
    assert render_ansi([[1, 1, 2], [1, 1, 2]]).count("\x1b[38") == 2
