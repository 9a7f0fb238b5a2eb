"""The pages on which a teacher sets up a class: what it does, its questions, its time, who may join."""

from collections.abc import Iterable, Iterator

from game.exports.report_markup import RawMarkup
from game.pack.world import Room, World
from game.prose import class_tour_words as tour_words
from game.prose import setup_words as words
from game.prose.lines import number_room
from game.web.classes.teacher_places import PICK_PATH, SETUP_PATH, TEACHER_PLACES
from game.web.pages.elements import Part, make
from game.web.pages.page_frame import Framed, Heading, render_frame
from game.web.stores.class_plan import ClassDraft
from game.web.teaching.setup_fields import SetupView, render_area, render_field, render_tick
from game.web.teaching.setup_questions import describe_item, render_questions


def render_setup_page(view: SetupView) -> str:
    """The page."""
    form = make(
        "form",
        make("input", type="hidden", name="token", value=view.token),
        # The first button is what Enter presses: it must neither draw nor open anything.
        make("button", words.SAVE, name="do", value="save", kind="unseen", tabindex="-1", aria_hidden="true"),
        make(
            "div",
            _render_modes(view.draft),
            render_field(view, "title", words.TITLE, words.TITLE_HINT, view.draft.title),
            render_tick("waits", words.WAITS, is_on=view.draft.waits),
            _render_buttons(view),
            kind="pair",
        ),
        make("div", render_questions(view), kind="pair"),
        make(
            "div",
            _render_time(view),
            _render_tour(view, view.bank.world) if view.bank is not None else None,
            render_area(view, "only", words.ONLY, words.ONLY_HINT, view.draft.only),
            _render_buttons(view),
            kind="pair",
        ),
        method="post",
        action=SETUP_PATH,
        kind="parts",
    )
    notice = make("p", view.notice, kind="notice", role="status") if view.notice else None
    return _render(view.title, words.SET_UP, (notice, form), SETUP_PATH)


def _render(title: str, heading: str, body: Part, path: str) -> str:
    return render_frame(Framed(title, Heading(heading, "CLASS"), body, TEACHER_PLACES, path, "setup"))


def _render_buttons(view: SetupView) -> RawMarkup:
    is_sure = view.is_asking
    return make(
        "p",
        make(
            "button",
            words.OPEN_ALL_THE_SAME if is_sure else words.OPEN,
            name="do",
            value="open anyway" if is_sure else "open",
            kind="act",
        ),
        make("button", words.SAVE, name="do", value="save"),
        kind="chips",
    )


def _render_modes(draft: ClassDraft) -> RawMarkup:
    rows = (
        make(
            "label",
            make("input", type="radio", name="mode", value=mode, checked=draft.mode == mode, id=f"mode-{mode}"),
            make("span", make("b", name), " ", make("span", meaning, kind="source")),
            kind="option",
            for_=f"mode-{mode}",
        )
        for mode, (name, meaning) in words.MODES.items()
    )
    return make("fieldset", make("legend", words.WHAT_NOW), rows)


def _render_time(view: SetupView) -> RawMarkup:
    draft = view.draft
    return make(
        "details",
        make("summary", words.TIME),
        render_field(view, "minutes", words.MINUTES, words.MINUTES_HINT, f"{draft.minutes:g}", mode="decimal"),
        render_field(view, "end", words.END, words.END_HINT, draft.end),
        render_field(view, "late", words.LATE, words.LATE_HINT, f"{draft.late:g}", mode="decimal"),
        render_area(view, "more_time", words.MORE_TIME, words.MORE_TIME_HINT, draft.more_time),
        _render_sheets(draft),
        render_tick("opens_book", words.OPENS_BOOK, is_on=draft.opens_book),
        open=True,
    )


def _render_tour(view: SetupView, world: World) -> RawMarkup:
    draft = view.draft
    options = (
        make("option", number_room(room), value=room.id, selected=room.id == draft.begins)
        for room in world.rooms.values()
    )
    select = make("select", make("option", tour_words.AT_THE_START, value=""), options, id="begins", name="begins")
    return make(
        "details",
        make("summary", tour_words.FOR_A_TOUR),
        render_area(view, "task", tour_words.TASK, tour_words.TASK_HINT, draft.task),
        make("p", make("label", tour_words.BEGINS, for_="begins"), select, kind="field"),
        open=draft.mode == "tour",
    )


def _render_sheets(draft: ClassDraft) -> RawMarkup:
    options = (
        make("option", text, value=rule, selected=rule == draft.sheets) for rule, text in words.SHEET_RULES.items()
    )
    return make(
        "p",
        make("label", words.SHEETS, for_="sheets"),
        make("span", words.SHEETS_HINT, kind="source", id="sheets-hint"),
        make("select", options, id="sheets", name="sheets", aria_describedby="sheets-hint"),
        kind="field",
    )


def render_pick_page(title: str, draft: ClassDraft, room: Room, rooms: Iterable[Room], token: str) -> str:
    """The page on which questions of one room are picked by hand.

    Args:
        title: Of the class.
        draft: The set-up.
        room: Whose questions are offered.
        rooms: All rooms that have questions.
        token: For the form.
    """
    form = make(
        "form",
        make("input", type="hidden", name="token", value=token),
        make("input", type="hidden", name="room", value=room.id),
        make("fieldset", make("legend", room.name), _list_picks(room, draft)),
        make("p", make("button", words.KEEP_PICKS, kind="act"), kind="chips"),
        method="post",
        action=PICK_PATH,
    )
    links = (
        make(
            "li",
            make(
                "a",
                each.name,
                _count_picked(each, draft),
                href=f"{PICK_PATH}?room={each.id}",
                aria_current="true" if each.id == room.id else None,
            ),
        )
        for each in rooms
    )
    others = make("nav", make("h2", words.OTHER_ROOMS), make("ul", links, kind="links"), aria_label=words.OTHER_ROOMS)
    back = make("p", make("a", words.BACK_TO_SET_UP, href=SETUP_PATH, kind="button"))
    return _render(title, words.PICK_IN, (form, back, others), SETUP_PATH)


def _list_picks(room: Room, draft: ClassDraft) -> Iterator[RawMarkup]:
    for item in room.items:
        field = make(
            "input", type="checkbox", name=item.id, value="1", checked=item.id in draft.items, id=f"pick-{item.id}"
        )
        text = make("span", item.stem, " ", make("span", describe_item(item), kind="source"))
        yield make("label", field, text, kind="option", for_=f"pick-{item.id}")


def _count_picked(room: Room, draft: ClassDraft) -> str:
    picked = sum(item.id in draft.items for item in room.items)
    return f" ({picked} {words.PICKED})" if picked else ""
