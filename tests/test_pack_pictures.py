"""Pictures of other packs: they come from the pack alone, and a room without one shows words."""

import shutil
import zipfile
from pathlib import Path

import pytest

from game.art import Size, paint_picture, write_picture
from game.art import sprites as sprite_files
from game.art.art_files import MAX_ART_BYTES, ArtFolder
from game.art.atlas import NIGHT as MAP_INK
from game.art.atlas import ChartFrame, draw_chart
from game.art.cover import draw_cover
from game.art.landscape import LANDS
from game.art.palette import find_colour_of_256
from game.art.plan import NIGHT, PlanRoom, draw_plan
from game.art.scenes import SCENE_SHELLS, change_sprites, parse_scene
from game.art.train import PITCHES, find_column
from game.commandline.main import main
from game.content import open_pack
from game.content.load import load
from game.content.pack_art import open_art
from game.core.paths import find_art, shipped
from game.pack.looks import MapOutline, Shell
from game.pack.world import World
from tests.conftest import LIGHTHOUSE

SPRITE = "anchor: floor\npalette: a=gold.2\n[pixels]\naa\n[ascii]\n##\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The tiny pack without a shell of its own, with a scene of its last room."""
    folder = tmp_path / "pack"
    shutil.copytree(Path(__file__).parent / "tiny", folder)
    _edit(folder / "tour.yaml", "shell: carriage\n", "")
    for kind in ("scenes", "sprites"):
        (folder / kind).mkdir()
    (folder / "scenes" / "end.txt").write_text("title: The end\n[left]\nlump 20 floor\n")
    (folder / "sprites" / "lump.txt").write_text(SPRITE)
    return folder


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _read(folder: Path) -> World:
    loaded = load(folder)
    assert loaded.world is not None, loaded.problems
    return loaded.world


def test_our_own_pictures_lie_beside_our_pack_and_those_of_others_in_theirs(tmp_path: Path) -> None:
    assert find_art(shipped("rooms")) == shipped("assets")
    assert find_art(shipped("rooms") / ".." / "rooms") == shipped("assets")
    assert find_art(tmp_path) == tmp_path


def test_a_room_called_as_one_of_our_scenes_shows_nothing_of_ours(pack: Path) -> None:
    for path in pack.rglob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("salon", "dining"), encoding="utf-8")
    art, world = ArtFolder(find_art(pack)), _read(pack)
    assert art.find_scene(world.tour, world.rooms["dining"]) is None
    scene = art.find_scene(world.tour, world.rooms["end"])
    assert scene is not None
    assert (scene.title, scene.shell) == ("The end", "room")


def test_a_scene_that_is_named_and_missing_is_a_problem_with_its_place(pack: Path) -> None:
    _edit(pack / "01-salon.yaml", "name:", "picture: nosuch\nname:")
    _edit(pack / "tour.yaml", "title:", "title_picture: ende\ntitle:")
    first, second = (str(problem) for problem in load(pack).problems if "scene" in problem.message)
    assert first == f"{pack}/01-salon.yaml:3:10: picture: no scene called 'nosuch'. Allowed: end."
    assert second == f"{pack}/tour.yaml:2:16: title_picture: no scene called 'ende'. Did you mean 'end'?"
    _edit(pack / "01-salon.yaml", "nosuch", "end")
    _edit(pack / "tour.yaml", "ende", "end")
    assert not load(pack).problems


@pytest.mark.parametrize(
    ("of_tour", "of_room", "in_scene", "drawn"),
    [
        ("none", None, "", "room"),
        ("shore", None, "", "shore"),
        ("shore", "street", "", "street"),
        ("shore", "street", "shell: outside\n", "outside"),
    ],
)
def test_the_scene_decides_on_its_shell_then_the_room_then_the_tour(
    pack: Path, of_tour: str, of_room: str | None, in_scene: str, drawn: str
) -> None:
    _edit(pack / "tour.yaml", "title:", f"shell: {of_tour}\ntitle:")
    if of_room:
        _edit(pack / "02-end.yaml", "name:", f"shell: {of_room}\nname:")
    _edit(pack / "scenes" / "end.txt", "title:", f"{in_scene}title:")
    art, world = ArtFolder(pack), _read(pack)
    scene = art.find_scene(world.tour, world.rooms["end"])
    assert scene is not None
    assert scene.shell == drawn
    bare = art.find_scene(world.tour, world.rooms["salon"])
    assert (bare.shell if bare else "none") == of_tour


@pytest.mark.parametrize("shell", SCENE_SHELLS)
def test_each_shell_fills_its_size_in_colours_and_in_characters(shell: Shell) -> None:
    scene, faults = parse_scene("any", "", shell)
    assert faults == ()
    cube = {find_colour_of_256(number) for number in range(16, 256)}
    for width, rows in ((20, 8), (80, 9), (82, 14), (160, 22)):
        for hour in ("night", "dawn", "day", "dusk"):
            pixels = paint_picture(scene, {}, Size(width, rows), hour).pixels
            assert (len(pixels), {len(row) for row in pixels}) == (2 * rows, {width})
        flat = paint_picture(scene, {}, Size(width, rows), depth="256").pixels
        assert {colour for row in flat for colour in row} <= cube
        lines = write_picture(scene, {}, Size(width, rows))
        assert all(len(line) == width and line.isascii() for line in lines)


def test_pictures_are_read_out_of_a_zip_too(pack: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "art.zip", "w") as packed:
        for path in sorted(pack.rglob("*.txt")):
            packed.write(path, path.relative_to(pack))
    art = ArtFolder(zipfile.Path(tmp_path / "art.zip"))
    assert art.names == ("end",)
    assert list(art.sprites) == ["lump"]
    assert art.scene("end").title == "The end"


def test_the_pictures_of_the_lighthouse_have_no_faults_and_show_most_of_its_things(lighthouse: World) -> None:
    art = ArtFolder(find_art(LIGHTHOUSE))
    assert art.find_pack_faults(lighthouse) == []
    shown = {}
    for room in lighthouse.rooms.values():
        scene = art.find_scene(lighthouse.tour, room)
        assert scene is not None
        boxes = paint_picture(scene, art.sprites, Size(80, 14)).boxes
        shown[room.id] = {box.thing for box in boxes if not box.thing.startswith("@")}
    assert all(shown.values())
    assert sum(map(len, shown.values())) == sum(len(room.things) for room in lighthouse.rooms.values())


@pytest.mark.parametrize("width", [60, 80, 120, 160])
@pytest.mark.parametrize("rows", [8, 13, 17, 29, 41])
def test_a_cover_fills_its_size_and_goes_on_with_the_sky_of_its_scene(width: int, rows: int) -> None:
    art = ArtFolder(LIGHTHOUSE)
    for depth in ("truecolour", "256"):
        canvas = draw_cover(art.scene("tower"), art.sprites, width, rows, "Light", "night", depth=depth)
        assert (len(canvas.rows), {len(row) for row in canvas.rows}) == (2 * rows, {width})
        sky = LANDS["night"].top
        if rows > 14:
            assert canvas.rows[0][0] == (sky.colour if depth == "truecolour" else find_colour_of_256(sky.twin))


def test_a_plan_lifts_rooms_by_their_floors_and_lights_the_one_where_one_is() -> None:
    rooms = [PlanRoom("a", -1, False, True), PlanRoom("b", 0, True, True), PlanRoom("c", 9, False, False)]
    canvas = draw_plan(rooms, 1, 60, 6, NIGHT)
    pitch = PITCHES[6]
    tops = []
    for index, coat in enumerate((NIGHT.visited, NIGHT.here, NIGHT.unvisited)):
        x = find_column(index, 1, 60, 6) + pitch // 2 - 3
        tops.append(next(y for y, row in enumerate(canvas.rows) if row[x] == coat.roof))
    assert tops[0] > tops[1] > tops[2] >= 1
    assert {canvas.rows[y][30] for y in (10, 11)} == {NIGHT.ground}


@pytest.mark.parametrize("light", ["1 1 1e9 gold.2 1", "inf 1 6 gold.2 1", "1 nan 6 gold.2 1", "1 1 0 gold.2 1"])
def test_a_lamp_that_no_picture_can_hold_is_a_fault(light: str) -> None:
    sprite, faults = sprite_files.parse_sprite("lamp", SPRITE.replace("floor\n", f"floor\nlight: {light}\n"))
    assert sprite is not None
    assert sprite.lamps == ()
    assert "expected light: x y radius" in faults[0].message


def test_the_check_tells_of_all_that_is_wrong_with_the_pictures_of_a_pack(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["art", "--pack", str(pack), "--check"]) == 0
    assert "1 sprite, 1 scene, 0 faults." in capsys.readouterr().out
    (pack / "scenes" / "attic.txt").write_text("[left]\nghost 20 floor\n")
    (pack / "sprites" / "large.txt").write_text("#" * (MAX_ART_BYTES + 1))
    for command in (["art", "--pack", str(pack), "--check"], ["check", str(pack)]):
        assert main(command) != 0
        out = capsys.readouterr().out
        assert "attic.txt:1: no room shows this scene" in out
        assert "Rooms without one: platform, salon" in out
        assert "attic.txt:2: no sprite is called 'ghost'" in out
        assert "large.txt:1: expected a text in UTF-8 of at most 65,536 bytes" in out


def test_the_command_prints_pictures_of_a_pack_and_refuses_what_is_no_folder(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["art", "end", "--pack", str(pack), "--colours", "ascii"]) == 0
    assert "The end" in capsys.readouterr().out
    assert main(["art", "dining", "--pack", str(pack)]) != 0
    assert "There are: end." in capsys.readouterr().err
    assert main(["art", "--pack", str(pack / "tour.yaml")]) != 0
    assert "tour.yaml cannot be read" in capsys.readouterr().err
    assert main(["art", "--pack", str(pack / "nosuch")]) != 0
    assert "nosuch is not there" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            '{south: 1, north: 1, middle: 0, coasts: {a: "1,1"}}',
            "north: expected a latitude north of the one of",
        ),
        (
            '{south: 1, north: 2, middle: 0, coasts: {a: "1,1 2"}}',
            "map.coasts.a: expected corners as longitude,",
        ),
        ('{south: 1, north: 2, middle: 0, coasts: {a: "1,1 x,2"}}', "found 'x,2'"),
        ('{south: 1, north: 2, middle: 0, coasts: {a: "1,1 1,361"}}', "found '1,361'"),
    ],
)
def test_a_map_that_cannot_be_drawn_is_a_problem_with_its_place(pack: Path, written: str, message: str) -> None:
    assert not load(pack).problems
    tour = pack / "tour.yaml"
    lines = [f"map: {written}" if line.startswith("map: ") else line for line in tour.read_text().splitlines()]
    tour.write_text("\n".join(lines))
    (problem,) = load(pack).problems
    assert message in str(problem)
    assert problem.line == next(number for number, line in enumerate(lines, start=1) if line.startswith("map: "))


def test_land_lies_where_the_outline_of_the_pack_puts_it() -> None:
    outline = MapOutline(south=50, north=54, middle=4, degree_share=0.6, coasts={"a": "3,51 3,53 5,53 5,51"})
    canvas = draw_chart(60, 20, (), MAP_INK, outline)
    inks = {canvas.rows[20][30], canvas.rows[20][31]}
    assert inks <= {MAP_INK.land, MAP_INK.inland}
    assert canvas.rows[1][1] == MAP_INK.sea
    frame = ChartFrame(60, 40, outline)
    assert frame.pixel((4, 54)) == (30, 0)
    assert frame.pixel((4, 50)) == (30, 40)


def test_sprites_of_a_work_stand_in_for_those_of_its_scene(lighthouse: World) -> None:
    art = ArtFolder(LIGHTHOUSE)
    scene = art.find_scene(lighthouse.tour, lighthouse.rooms["watch-room"])
    assert scene is not None
    changed = change_sprites(scene, {"nail": "nail_and_tag", "nobody": "lamp"})
    before = {piece.thing or piece.sprite: piece.sprite for piece in scene.list_pieces()}
    after = {piece.thing or piece.sprite: piece.sprite for piece in changed.list_pieces()}
    assert after == {**before, "nail": "nail_and_tag"}
    assert change_sprites(scene, {}) is scene


def test_what_stands_on_a_work_stays_on_it_when_that_is_drawn_by_another_sprite() -> None:
    table, _ = sprite_files.parse_sprite("table", SPRITE.replace("aa\n", "aa\naa\naa\n", 1))
    cup, _ = sprite_files.parse_sprite("cup", SPRITE)
    assert table is not None
    assert cup is not None
    sprites = {"table": table, "laid": table._replace(name="laid"), "cup": cup}
    scene, faults = parse_scene("any", "[center]\ntable 0 floor+2 = desk\ncup 0 table@table\n")
    assert faults == ()
    pictures = [
        paint_picture(each, sprites, Size(80, 14), enters="").pixels
        for each in (
            scene,
            change_sprites(scene, {"desk": "laid"}),
            change_sprites(scene, {"other": "laid"}),
        )
    ]
    assert pictures[0] == pictures[1] == pictures[2]
    bare, _ = parse_scene("any", "[center]\ntable 0 floor+2 = desk\n")
    assert paint_picture(bare, sprites, Size(80, 14), enters="").pixels != pictures[0]


def test_sprites_of_a_work_that_cannot_stand_in_are_told(tmp_path: Path) -> None:
    """One is wider, one is drawn for a thing that the scene does not show, one is not there."""
    pack = tmp_path / "pack"
    shutil.copytree(LIGHTHOUSE, pack)
    room = pack / "03-watch-room.yaml"
    text = room.read_text("utf-8")
    room.write_text(text.replace("sprites: {hung: nail_and_tag}", "sprites: {hung: desk}"), "utf-8")
    world = _read(pack)
    assert any("'desk' is drawn in place of 'nail'" in fault for fault in ArtFolder(pack).find_pack_faults(world))
    scene = pack / "scenes" / "watch-room.txt"
    scene.write_text(scene.read_text("utf-8").replace(" = nail", ""), "utf-8")
    assert any("no line of this scene ends in = nail" in fault for fault in ArtFolder(pack).find_pack_faults(world))
    room.write_text(text.replace("{hung: nail_and_tag}", "{hung: nail_and_tog}"), "utf-8")
    (problem,) = load(pack).problems
    assert "no sprite called 'nail_and_tog'. Did you mean 'nail_and_tag'?" in str(problem)


def test_a_picture_is_never_kept_from_an_earlier_start(tmp_path: Path) -> None:
    pack, cache = tmp_path / "pack", tmp_path / "cache"
    shutil.copytree(LIGHTHOUSE, pack)
    world, _ = open_pack(pack, cache)
    assert world is not None
    assert world.tour.title_picture == "tower"
    assert open_pack(pack, cache)[0] == world
    scene = pack / "scenes" / "tower.txt"
    scene.write_text(scene.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert open_pack(pack, cache)[0] == world
    assert (open_art(pack) / "scenes" / "tower.txt").read_text(encoding="utf-8").endswith("# changed\n")
    scene.unlink()
    gone, problems = open_pack(pack, cache)
    assert gone is None
    assert any("no scene called 'tower'" in problem.message for problem in problems)


def test_the_check_tells_what_is_doubtful_and_passes_all_the_same(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = _read(pack)
    (thing, *others) = [thing.id for thing in world.rooms["salon"].things]
    (pack / "sprites" / "wide.txt").write_text("anchor: table\npalette: a=gold.2\n[pixels]\naaaa\n[ascii]\n##\n")
    scene = pack / "scenes" / "salon.txt"
    told = {}
    for name, line in (("bare", "wide 40 floor"), ("hidden", "wide 19 floor"), ("beside", "wide 25 floor")):
        scene.write_text(f"title: Salon\n[left]\nlump 20 floor+1 = {thing}\n{line}+1\n")
        assert main(["art", "--pack", str(pack), "--check"]) == 0
        told[name] = capsys.readouterr().out
    assert [name for name, out in told.items() if f"100% of '{thing}' is hidden" in out] == ["hidden"]
    assert all((f"not in the picture: {', '.join(others)}" in out) == bool(others) for out in told.values())
    for row, is_outside in ((0, True), (1, False)):
        scene.write_text(f"title: Salon\n[left]\nlump 20 wall+{row} = {thing}\n")
        assert main(["art", "--pack", str(pack), "--check"]) == 0
        assert (f"'{thing}' is outside rows 5 to 22" in capsys.readouterr().out) == is_outside


def test_in_our_pictures_every_work_is_drawn_and_no_sprite_of_one_is_missing(tour: World) -> None:
    art = ArtFolder(shipped("assets"))
    for room in tour.rooms.values():
        scene = art.find_scene(tour.tour, room)
        assert scene is not None
        drawn = {piece.thing for piece in scene.list_pieces()}
        works = {thing.id for thing in room.things if thing.works is not None}
        assert works <= drawn, room.id
        for thing in room.things:
            for names in thing.works.sprites.values() if thing.works is not None else ():
                assert set(names.split()) <= art.sprites.keys(), names


def test_a_sprite_is_read_when_it_is_wanted_and_not_before(tmp_path: Path) -> None:
    (tmp_path / "sprites").mkdir()
    lump = tmp_path / "sprites" / "lump.txt"
    lump.write_text("[pixels]\n", encoding="utf-8")
    (tmp_path / "sprites" / "broken.txt").write_text("nothing\n", encoding="utf-8")
    sprites = ArtFolder(tmp_path).sprites
    lump.write_text(SPRITE, encoding="utf-8")
    assert sprites["lump"].width == 2
    lump.unlink()
    assert sprites["lump"].width == 2
    assert (list(sprites), len(sprites), "broken" in sprites, "ghost" in sprites) == (["lump"], 1, False, False)
    with pytest.raises(KeyError):
        sprites["broken"]
