"""The page of the questions: room by room without answers, and the key with its sources last."""

from collections.abc import Iterator

from game.exports.report_markup import escape_html
from game.exports.site.evidence import Notes
from game.exports.site.frame import QUESTIONS, Page, make_element, make_link, make_section, wrap_markup
from game.pack.kinds import Shown, describe_form, find_key, show_by_words, write_response
from game.pack.world import World
from game.prose import paper_labels
from game.prose import site_words as words
from game.prose.lines import number_room
from game.prose.questions import OPTION_LETTERS, describe_how_on_paper, render_response


def render_question_page(world: World) -> Page:
    """Every question of the pack, numbered through, and the key last."""
    notes = Notes(world)
    asked, keys = [], []
    number = 0
    for room in world.rooms.values():
        blocks = []
        for item in room.items:
            number += 1
            shown = show_by_words(item, world)
            blocks.append(_render_question(number, shown))
            keys.append(_render_key(number, shown, world, notes))
        asked.append(make_section(number_room(room), blocks, f"r-{room.id}"))
    intro = make_element("p", words.QUESTION_NOTE if number else words.NO_QUESTIONS)
    key = make_section(words.KEY, [wrap_markup("ul", keys, "key")] if keys else [], "key", "key")
    return Page(QUESTIONS, words.QUESTIONS, intro + "".join(asked) + key + notes.render())


def _render_question(number: int, shown: Shown) -> str:
    item = shown.item
    parts = [
        make_element("h3", words.render_question_heading(number, item.stem)),
        # Options with letters say by themselves that a letter is wanted.
        "" if _asks_for_letter(shown) else make_element("p", describe_how_on_paper(item), "how"),
        *_render_options(shown),
        wrap_markup("p", [make_link(f"#k-{item.id}", words.render_key_link(number), "to-key")]),
    ]
    return wrap_markup("article", parts, "question", f"q-{item.id}")


def _asks_for_letter(shown: Shown) -> bool:
    return describe_form(shown.item).instruction == "letter"


def _render_options(shown: Shown) -> Iterator[str]:
    options = [f"{letter}) {text}" for letter, text in zip(OPTION_LETTERS, shown.options, strict=False)]
    rows = [f"{number}. {text}" for number, text in enumerate(shown.rows, start=1)]
    form = describe_form(shown.item)
    is_truth = form.answer_by == "truth"
    if is_truth:  # T and F are its letters, as the instruction says
        options = []
    for lines in (options, [], rows) if form.has_proof else (rows, options):
        if lines:
            yield wrap_markup("ul", (make_element("li", line) for line in lines), "options")
        elif form.has_proof:
            yield make_element("p", paper_labels.ASK_PROOF)
    if is_truth or not form.is_ticked:
        yield make_element("p", words.render_answer_line(form.unit), "answer")


def _render_key(number: int, shown: Shown, world: World, notes: Notes) -> str:
    item, key = shown.item, find_key(shown.item, world)
    right = render_response(item, key, world)
    letters = write_response(shown, key)
    is_lettered = describe_form(item).answer_by in ("letter", "letters")
    head = f"{letters} – {right}" if is_lettered else right
    parts = [
        make_link(f"#q-{item.id}", words.render_question_link(number)),
        ": ",
        make_element("b", head),
        ". ",
        escape_html(item.feedback),
        " ",
        notes.cite(item.facts),
    ]
    return wrap_markup("li", parts, id=f"k-{item.id}")
