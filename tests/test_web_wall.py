"""The wall of a class: how to join, how many are in, how far they are; never a name, and by its own link alone."""

from pathlib import Path

import pytest

from game.pack.world import World
from game.prose import wall_words as words
from game.prose.class_words import ADDRESS, CLASS_TITLE, NO_REACH
from game.store.exam_files import TeachersExam
from game.web.classes.class_mode import Standing
from game.web.pages.qr_code import QUIET_ZONE, draw_qr_code
from game.web.serving import own_address
from game.web.serving.own_address import OwnAddress, find_join_address, find_reach
from game.web.walls.wall_page import MAX_CARS, render_wall_page
from game.web.walls.wall_view import MAX_BARS, SAME_TIME_SECONDS, HowToJoin, WallView, count_work, make_bars
from tests.browsing import Node, read_page
from tests.class_rooms import do, make_exam_of_each_kind, open_room

HOW = HowToJoin("192.168.1.20:8021", "K7QMPX", "/wall/qr/0.svg", is_open=True)


@pytest.fixture(scope="module")
def teachers(tour: World) -> TeachersExam:
    return make_exam_of_each_kind(tour)


async def test_the_wall_tells_how_to_join_and_how_many_are_in(teachers: TeachersExam, tmp_path: Path) -> None:
    async with (
        open_room(teachers, tmp_path) as room,
        room.server.open_browser() as projector,
        room.server.open_browser() as pupil,
    ):
        assert (await projector.get("/wall")).status == 403
        assert (await projector.get("/wall?key=wrong")).status == 403
        answer = await projector.get(f"/wall?key={room.house.wall}")
        assert (answer.status, answer.path) == (200, "/wall")
        assert room.house.wall not in answer.text
        assert room.house.board not in answer.text
        wall = answer.page.by_id("wall")
        assert words.split_code(room.house.code) in wall.text
        assert f"127.0.0.1:{room.server.address.port}" in wall.text
        assert wall.by_class("count")[0].text == "0 in the class"
        await room.join(pupil, "Signal-63", begins=False)
        wall = (await projector.get("/wall")).page.by_id("wall")
        assert wall.by_class("count")[0].text == "1 in the class"
        assert len(wall.by_class("seats")[0].by_tag("i")) == 2


async def test_the_link_of_the_wall_opens_no_board(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_room(teachers, tmp_path) as room, room.server.open_browser() as projector:
        await projector.get(f"/wall?key={room.house.wall}")
        assert (await projector.get("/board")).status == 403
        assert (await projector.get(f"/board?key={room.house.wall}")).status == 403
        assert (await projector.get("/board/news")).status == 403


async def test_the_teacher_needs_no_other_link(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_room(teachers, tmp_path) as room, room.server.open_browser() as teacher:
        board = await teacher.get(f"/board?key={room.house.board}")
        assert "/wall" in [link.attributes.get("href") for link in board.page.by_tag("a")]
        assert (await teacher.get("/wall")).status == 200


async def test_no_name_and_no_question_is_on_the_wall(teachers: TeachersExam, tmp_path: Path) -> None:
    async with (
        open_room(teachers, tmp_path) as room,
        room.server.open_browser() as projector,
        room.server.open_browser() as pupil,
    ):
        await room.join(pupil, "Zebra-63")
        await do(pupil, "flag")
        answer = await projector.get(f"/wall?key={room.house.wall}")
        page = answer.page
        assert page.by_tag("h1")[0].text == words.EXAM
        assert [each.text for each in page.by_class("count")] == [
            f"0 of {len(teachers.items)} answers",
            "0 of 1 have handed in",
        ]
        assert "zebra" not in answer.text.casefold()
        assert not any(item.stem in answer.text or item.id in answer.text for item in teachers.items)
        await do(pupil, "hand in")
        await do(pupil, "yes")
        assert (await projector.get("/wall")).page.by_class("count")[1].text == "1 of 1 has handed in"


async def test_the_code_is_a_picture_for_those_who_see_the_wall(teachers: TeachersExam, tmp_path: Path) -> None:
    async with (
        open_room(teachers, tmp_path, is_lan=True) as room,
        room.server.open_browser() as projector,
        room.server.open_browser() as other,
    ):
        await projector.get(f"/wall?key={room.house.wall}")
        # As the machine is called in its network.
        host = f"192.168.1.20:{room.server.address.port}"
        (image,) = (await projector.get("/wall", Host=host)).page.by_tag("img")
        assert host in projector.page.by_class("address")[0].text
        path = str(image.attributes["src"])
        picture = await projector.get(path, Host=host)
        assert picture.headers["Content-Type"].startswith("image/svg+xml")
        assert "immutable" in picture.headers["Cache-Control"]
        assert picture.text == draw_qr_code(f"http://{host}/{room.house.code}").data.decode()
        assert (await projector.get("/wall/qr/0000000000000000.svg")).status == 404
        assert (await other.get(path)).status == 404
        # What a camera opens: the page to join, with the code filled in.
        await other.get(f"/{room.house.code}")
        assert other.page.by_id("code").attributes["value"] == room.house.code


def test_a_code_has_the_light_margin_that_cameras_need() -> None:
    svg = read_page(draw_qr_code("http://192.168.1.20:8021/K7QMPX").data.decode()).by_tag("svg")[0]
    light, dark = svg.by_tag("path")
    size = int(str(svg.attributes["viewBox" if "viewBox" in svg.attributes else "viewbox"]).split()[-1])
    assert light.attributes["d"] == f"M0 0h{size}v{size}h-{size}z"
    starts = [tuple(map(int, part.split("h")[0].split())) for part in str(dark.attributes["d"]).split("M")[1:]]
    assert min(x for x, _ in starts) == min(y for _, y in starts) == QUIET_ZONE
    assert max(y for _, y in starts) == size - QUIET_ZONE - 1


async def test_wall_and_board_say_that_no_phone_can_open_the_class(teachers: TeachersExam, tmp_path: Path) -> None:
    told = NO_REACH["here"]
    async with (
        open_room(teachers, tmp_path) as room,
        room.server.open_browser() as teacher,
        room.server.open_browser() as pupil,
    ):
        board = (await teacher.get(f"/board?key={room.house.board}")).page.by_id("class")
        assert told in [each.text for each in board.by_class("notice")]
        page = (await teacher.get("/wall")).page
        assert told in [each.text for each in page.by_class("notice")]
        # The address is for this computer alone, and not to be typed into a phone.
        assert not page.by_class("address")
        assert not page.by_tag("img")
        await room.join(pupil, "Signal-63")
        assert (await teacher.get("/wall")).page.by_class("strip")[0].text == told


async def test_wall_and_board_show_the_address_for_pupils(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_room(teachers, tmp_path, is_lan=True) as room, room.server.open_browser() as teacher:
        host = f"192.168.1.20:{room.server.address.port}"
        await teacher.get(f"/board?key={room.house.board}")
        board = (await teacher.get("/board", Host=host)).page.by_id("class")
        assert f"{ADDRESS}: {host}" in [each.text for each in board.by_tag("p")]
        assert not board.by_class("notice")
        page = (await teacher.get("/wall", Host=host)).page
        assert page.by_class("address")[0].text == host
        assert not page.by_class("notice")


def test_who_can_open_a_server_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    lan = OwnAddress(8021, is_lan=True)
    assert find_reach(OwnAddress(8021)) == "here"
    assert find_reach(OwnAddress(8021, public="https://tour.example.org")) == "others"
    assert find_reach(lan, "192.168.1.20:8021") == "others"
    # A machine without a network cannot be had for a test.
    monkeypatch.setattr(own_address, "find_network_address", lambda: "")
    assert find_reach(lan, "localhost:8021") == "no network"
    told = read_page(render_wall_page(WallView(title="x", join=HOW._replace(reach="no network", picture=""), pupils=0)))
    assert NO_REACH["no network"] in told.text
    assert not told.by_tag("img")


def test_pupils_type_the_address_that_works_for_them() -> None:
    lan = OwnAddress(8021, is_lan=True)
    assert find_join_address(lan, "192.168.1.20:8021") == "http://192.168.1.20:8021/"
    assert find_join_address(OwnAddress(8021), "127.0.0.1:8021") == "http://127.0.0.1:8021/"
    behind = OwnAddress(8021, public="https://tour.example.org")
    assert find_join_address(behind, "tour.example.org") == "https://tour.example.org/"
    assert "localhost" not in find_join_address(lan, "localhost:8021")


@pytest.mark.parametrize("total", [1, 2, MAX_BARS - 1, MAX_BARS, 20, 255])
def test_each_number_is_in_one_bar(total: int) -> None:
    bars = make_bars(list(range(total + 1)), total)
    assert len(bars) <= MAX_BARS
    assert sum(bar.number for bar in bars) == total + 1
    assert bars[-1].number == 1
    assert bars[-1].is_last


def test_the_clock_of_most_is_shown_and_said_to_be() -> None:
    def describe(*seconds: float) -> tuple[float | None, bool]:
        work = count_work([Standing("answering", "", left, 1, 10) for left in seconds])
        assert work is not None
        return work.seconds_left, work.is_same_time

    assert describe(600, 590, 600 - SAME_TIME_SECONDS) == (590, True)
    assert describe(600, 590, 599 - SAME_TIME_SECONDS) == (590, False)
    # Of two the lower one: the other may be the only pupil with more time.
    assert describe(778, 492) == (492, False)
    assert describe(778, 500, 492, 490) == (492, False)
    assert count_work([Standing("waiting", "", None, 0, 10)]) is None


def render(*standings: Standing, title: str = "Trains on Friday") -> Node:
    view = WallView(title=title, join=HOW, pupils=len(standings), work=count_work(standings))
    return read_page(render_wall_page(view))


def heading(page: Node) -> str:
    return page.by_tag("h1")[0].text


def test_the_wall_shows_the_time_of_most_and_no_more() -> None:
    page = render(Standing("answering", "", 778, 1, 10), Standing("answering", "", 492, 1, 10))
    assert page.by_class("right")[0].text == "8:12 left for most"
    page = render(Standing("answering", "", 495, 1, 10), Standing("answering", "", 492, 1, 10))
    assert page.by_class("right")[0].text == "8:12 left"


def test_the_wall_says_that_all_have_handed_in() -> None:
    over, answers = Standing("over", "", None, 9, 10), Standing("answering", "", 60, 1, 10)
    for last, seats in ((answers, 2), (Standing("ready", "", None, 0, 10), 2), (over, 4)):
        page = render(over, over, last)
        assert heading(page) == (words.ALL_OVER if last is over else words.EXAM)
        # With the last of them the front of the train shines too.
        assert len(page.by_class("over")) == seats


def test_the_wall_shows_the_title_that_the_teacher_gave() -> None:
    for page in (render(), render(Standing("over", "", None, 9, 10))):
        assert page.by_class("of")[0].text == "Trains on Friday"
    assert not render(title=CLASS_TITLE).by_class("of"), "nobody gave it"


def test_a_large_class_is_told_by_its_number() -> None:
    for pupils, cars in ((0, 0), (1, 2), (MAX_CARS, MAX_CARS + 1), (MAX_CARS + 1, 0)):
        page = read_page(render_wall_page(WallView(title="The train", join=HOW, pupils=pupils)))
        assert len(page.by_tag("i")) == cars


def test_a_class_that_takes_nobody_more_says_so() -> None:
    closed = WallView(title="The train", join=HOW._replace(is_open=False), pupils=3)
    assert "nobody more" in read_page(render_wall_page(closed)).by_id("wall").text
