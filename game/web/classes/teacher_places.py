"""The pages of a class's teacher, and the ways between them."""

from urllib.parse import quote

from game.prose import class_tour_words, class_words, live_words, result_words, setup_words
from game.web.pages.page_frame import Place
from game.web.serving.gate import TEACHERS_PATH

SETUP_PATH, PICK_PATH = f"{TEACHERS_PATH}/new", f"{TEACHERS_PATH}/new/pick"
BEGIN_PATH, DO_PATH = f"{TEACHERS_PATH}/begin", f"{TEACHERS_PATH}/do"
RESULTS_PATH = f"{TEACHERS_PATH}/results"
PAGES_PATH = f"{TEACHERS_PATH}/pages"
DRIVE_PATH = f"{TEACHERS_PATH}/live"
"""Where a live round is driven."""
WALL_PATH = "/wall"
PUPILS_PATH = f"{TEACHERS_PATH}/pupils"
"""Not directly below the board: a pupil may be called as another page."""


def find_pupil_path(key: str) -> str:
    """The page of one pupil."""
    return f"{PUPILS_PATH}/{quote(key, safe='')}"


TEACHER_PLACES = (
    Place(TEACHERS_PATH, class_words.BOARD),
    Place(DRIVE_PATH, live_words.LIVE),
    Place(SETUP_PATH, setup_words.SET_UP),
    Place(RESULTS_PATH, result_words.RESULTS),
    Place(PAGES_PATH, class_tour_words.FRONT_PAGES),
)
