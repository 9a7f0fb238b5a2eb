"""The page of the tour: the picture, the ways on, what happened, what is in sight, a line to type.

Whatever changes the tour is a button of a form: a link never does. A button sends the line that a player would type.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.exports.report_markup import RawMarkup
from game.prose import web_words as words
from game.prose.class_words import WHICH_FACT
from game.prose.lines import Line
from game.web.pages.answer_form import make_do, render_answer
from game.web.pages.answer_view import PublicAnswer
from game.web.pages.elements import Part, join, make
from game.web.pages.line_elements import render_lines
from game.web.pages.look import LOOK
from game.web.pages.page_frame import Framed, Heading, Place, render_frame
from game.web.tours.public_view import PublicNote, PublicView
from game.web.tours.room_pictures import HEIGHT, WIDTHS, PictureNames

TOUR_PATH, NOTEBOOK_PATH, COMPARE_PATH, SOURCES_PATH = "/tour", "/notebook", "/compare", "/sources"
REPORT_PATH, PAGE_PATH, PLAN_PATH, MORE_PATH = "/report", "/page", "/plan", "/more"

PLACES = (
    Place(TOUR_PATH, words.TOUR),
    Place(NOTEBOOK_PATH, words.NOTEBOOK),
    Place(COMPARE_PATH, words.COMPARE),
    Place(SOURCES_PATH, words.SOURCES),
)

IS_DAY = "(prefers-color-scheme: light)"
MAX_TYPED_CHARACTERS = 500
"""Of a line; the tour reads no more of it."""

WINDOWS = ("(max-width: 23.9em)", "(max-width: 40em)", "")
"""Of which windows each width of a picture is for, as queries; the last is for all others."""


class FormKeys(NamedTuple):
    """What every form holds beside its line."""

    token: str
    """Proves that the form is of a page for this browser."""
    stamp: str
    """The moment of the tour that the page shows: a form of an earlier one is not performed."""


def list_places(*, has_desk: bool, has_page: bool) -> tuple[Place, ...]:
    """The pages that there are in a tour.

    Args:
        has_desk: Whether a report can be written in it.
        has_page: Whether one was printed.
    """
    report = (Place(REPORT_PATH, words.REPORT),) if has_desk else ()
    page = (Place(PAGE_PATH, words.PAGE),) if has_page else ()
    return (*PLACES, *report, *page, Place(PLAN_PATH, words.PLAN), Place(MORE_PATH, words.MORE))


def make_form(keys: FormKeys, *parts: Part, kind: str = "", goes_to: str = TOUR_PATH) -> RawMarkup:
    """A form that changes the tour.

    Args:
        keys: Of the page.
        parts: Its buttons and fields.
        kind: Its class.
        goes_to: The page that is shown after it.
    """
    return make(
        "form",
        make("input", type="hidden", name="token", value=keys.token),
        make("input", type="hidden", name="stamp", value=keys.stamp),
        make("input", type="hidden", name="then", value=goes_to) if goes_to != TOUR_PATH else None,
        parts,
        method="post",
        action=TOUR_PATH,
        data_swap=True,
        kind=kind or None,
    )


def make_line_button(line: str, *parts: Part, kind: str | None = None) -> RawMarkup:
    """A button that sends a line."""
    return make("button", parts, name="say", value=line, kind=kind)


def render_tour_page(view: PublicView, keys: FormKeys, *, unsent: str = "", notice: str = "", task: str = "") -> str:
    """The page.

    Args:
        view: What it shows.
        keys: For its forms.
        unsent: What stands in the line to type: a line that was not performed.
        notice: What must be said before all else.
        task: What a teacher wants to be done; empty without one.
    """
    body = (
        make("p", make("b", f"{words.TASK}: "), task, kind="task") if task else None,
        make("p", notice, kind="notice", role="alert") if notice else None,
        render_picture(view.picture, view.alt),
        _render_ways(view, keys),
        _render_said(view, keys),
        None if view.is_over else _render_line_form(keys, unsent, is_typed=view.is_typed),
        make("div", _render_things(view, keys), _render_notes(view.notes, view.noted), kind="side"),
    )
    heading = Heading(view.room, view.badge, view.done, view.journey, words.describe_progress(view.journey))
    places = list_places(has_desk=view.has_desk, has_page=view.has_page)
    return render_frame(Framed(view.tour, heading, body, places, TOUR_PATH, "tour"))


def render_picture(names: PictureNames | None, alt: str) -> RawMarkup:
    """A picture with its words; the words alone where there is none, or a reader wants none."""
    look = LOOK.get()
    if names is None or look.pictures == "words":
        return make("p", alt, kind="frame staged") if alt else join(None)
    is_told = look.pictures == "told" and bool(alt)
    image = make(
        "img",
        src=names.day[-1] if look.theme == "day" else names.night[-1],
        alt=alt,
        width=str(WIDTHS[-1]),
        height=str(HEIGHT),
    )
    picture = make("div", make("picture", _list_sources(names, look.theme), image), kind="picture")
    # The words below are those of the picture, which need not be read out twice.
    return make("figure", picture, make("figcaption", alt, kind="source", aria_hidden="true")) if is_told else picture


def _list_sources(names: PictureNames, theme: str) -> Iterator[RawMarkup]:
    """The widths of a picture, by day and by night where the device decides."""
    for night, day, window in zip(names.night, names.day, WINDOWS, strict=True):
        if theme == "device":
            yield make("source", srcset=day, media=f"{IS_DAY} and {window}" if window else IS_DAY)
        if window:
            yield make("source", srcset=day if theme == "day" else night, media=window)


def _render_ways(view: PublicView, keys: FormKeys) -> RawMarkup:
    buttons = [
        make_line_button(
            way.line,
            make("span", way.arrow, kind="arrow", aria_hidden="true"),
            make("span", way.name, make("small", words.VISITED if way.is_visited else words.NOT_VISITED)),
        )
        for way in view.ways
    ]
    return make("nav", make_form(keys, buttons, kind="ways"), aria_label=words.WAYS_ON) if buttons else join(None)


def _render_said(view: PublicView, keys: FormKeys) -> RawMarkup:
    opened = words.OPENED.get(view.opens)
    is_moved = view.answer is not None and view.answer.moved is not None
    return make(
        "section",
        make("p", view.echo, kind="echo") if view.echo else None,
        render_lines(_list_told(view)),
        make("p", make("a", opened[1], href=opened[0], kind="button"), kind="opened") if opened else None,
        _render_offers(view, keys) if view.answer is None else _render_answer(view, view.answer, keys),
        make_form(keys, make_line_button("", words.GO_ON, kind="act")) if view.is_over else None,
        id="said",
        kind="said",
        aria_label=words.WHAT_HAPPENED,
        tabindex="-1",
        # What a button did has the focus; who types goes on typing.
        autofocus=(not view.is_typed or view.is_over) and not is_moved,
    )


def _list_told(view: PublicView) -> list[Line]:
    """The reply without what the page shows elsewhere: the picture, and what stands on buttons and in fields."""
    texts = [offer.text for offer in view.offers]
    if view.answer is not None:
        texts += [*(option.text for option in view.answer.options), *view.answer.rows]
    legend = WHICH_FACT if view.answer is not None and view.answer.instruction == "proof" else None
    ends = tuple(texts)
    return [
        line
        for line in view.reply
        if line.role != "picture"
        and line.text != legend
        and not (ends and line.role == "option" and line.text.endswith(ends))
    ]


def _render_answer(view: PublicView, answer: PublicAnswer, keys: FormKeys) -> RawMarkup:
    """The question that waits with its fields, where one letter is no whole answer."""
    aside = (make_line_button(offer.line, offer.text) for offer in view.offers)
    form = make_form(
        keys,
        # The reply that asks the question says how it is answered.
        make("p", view.help, kind="source" if view.stem else "unseen", id="help"),
        render_answer(answer),
        make("p", make_do("answer", words.GIVE_ANSWER, kind="act"), aside, kind="chips"),
        kind="answer",
    )
    # Fields that are not of a list have their label themselves.
    heading = make("h2", words.ANSWERS, kind=None if answer.instruction in ("order", "match") else "unseen")
    return make("section", heading, _render_stem(view), form, kind="answers")


def _render_stem(view: PublicView) -> RawMarkup:
    """The question again, where the last reply was about something else."""
    return make("p", view.stem, kind="question") if view.stem else join(None)


def _render_offers(view: PublicView, keys: FormKeys) -> RawMarkup:
    if not view.offers:
        return join(None)
    buttons = [
        make_line_button(offer.line, make("b", offer.sign) if offer.sign else None, make("span", offer.text))
        for offer in view.offers
    ]
    form = make_form(keys, buttons, kind="offers")
    return make("section", make("h2", words.ANSWERS), _render_stem(view), form, kind="answers")


def _render_things(view: PublicView, keys: FormKeys) -> RawMarkup:
    things = [
        make_line_button(
            thing.line,
            thing.name,
            make("span", f" ({words.SEEN_ALREADY})", kind="unseen") if thing.is_examined else None,
            kind="seen" if thing.is_examined else None,
        )
        for thing in view.things
    ]
    shortcuts = [make_line_button(line, label) for line, label in words.SHORTCUTS]
    return make(
        "section",
        (make("h2", words.YOUR_JOB), make("p", view.job, kind="job")) if view.job else None,
        (make("h2", words.YOU_SEE), make_form(keys, things, kind="chips")) if things else None,
        make("h2", words.OR),
        make_form(keys, shortcuts, kind="chips"),
        kind="things",
    )


def _render_line_form(keys: FormKeys, unsent: str, *, is_typed: bool) -> RawMarkup:
    return make_form(
        keys,
        make("input", type="hidden", name="typed", value="1"),
        make("label", words.YOUR_LINE, for_="say", kind="unseen"),
        make(
            "input",
            type="text",
            id="say",
            name="say",
            value=unsent,
            placeholder=words.LINE_EXAMPLE,
            maxlength=str(MAX_TYPED_CHARACTERS),
            autocomplete="off",
            autocapitalize="none",
            spellcheck="false",
            enterkeyhint="send",
            # Without a script the page is new after each line: the line has the focus, and says what happened.
            autofocus=is_typed,
            aria_describedby="said" if is_typed else None,
        ),
        make("button", words.SAY, kind="act"),
        kind="say",
    )


def _render_notes(notes: Sequence[PublicNote], noted: int) -> RawMarkup:
    rows = [
        make(
            "li",
            note.text,
            " ",
            make("span", note.source, kind="source"),
            (" ", make("span", "≠ ", words.DIFFERS, kind="differ")) if note.is_disputed else None,
        )
        for note in notes
    ]
    return make(
        "details",
        make("summary", words.LATEST_NOTES, " ", make("b", f"✦ {words.count_notes(noted)}")),
        make("ul", rows, kind="notes") if rows else make("p", words.NO_NOTES),
        make("p", make("a", words.WHOLE_NOTEBOOK, href=NOTEBOOK_PATH)),
        kind="book",
    )
