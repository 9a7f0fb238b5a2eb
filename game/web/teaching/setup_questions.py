"""The questions of a set-up as its page shows them: those that are chosen, and the ways to choose others."""

from collections.abc import Sequence

from game.exports.report_markup import RawMarkup
from game.pack.kinds import Item, find_key, name_kind, show
from game.pack.world import World
from game.prose import setup_words as words
from game.prose.lines import capitalise
from game.prose.questions import render_response
from game.quiz.bank import Bank
from game.web.pages.elements import make
from game.web.teaching.draft_form import LEVELS
from game.web.teaching.setup_fields import SetupView, render_field, render_tick

MAX_ANSWERS = 60
"""Questions with whose answers the page is still a small one."""


def render_questions(view: SetupView) -> RawMarkup:
    """The questions that are chosen, and the ways to choose others."""
    if view.bank is None:
        return make("section", make("h2", words.QUESTIONS), make("p", words.NO_PACK, kind="notice"))
    draft, bank = view.draft, view.bank
    items = [bank.items[item_id] for item_id in draft.items if item_id in bank.items]
    fault = view.faults.get("questions")
    return make(
        "section",
        make("h2", words.QUESTIONS, " ", make("small", words.count_questions(len(items)))),
        make("p", fault, kind="error", role="alert") if fault else None,
        _render_chosen(items, bank),
        make("p", words.PAPER_CODE, ": ", make("b", draft.code), kind="source") if draft.code else None,
        make(
            "details",
            make("summary", words.DRAW),
            render_field(view, "items", words.HOW_MANY, "", view.typed_number or str(len(items) or 10), mode="numeric"),
            _render_topics(bank),
            make(
                "fieldset",
                make("legend", words.LEVELS),
                (render_tick(f"level-{level}", words.describe_level(level), is_on=True) for level in LEVELS),
            ),
            render_field(view, "seed", words.SEED, words.SEED_HINT, "", mode="numeric"),
            make("p", make("button", words.DRAW, name="do", value="draw")),
            render_field(view, "code", words.CODE, words.CODE_HINT, ""),
            make("p", make("button", words.TAKE_CODE, name="do", value="code")),
            open=not items or any(field in view.faults for field in ("items", "seed", "code")),
        ),
        make("p", make("button", words.PICK, name="do", value="pick")),
    )


def _render_chosen(items: Sequence[Item], bank: Bank) -> RawMarkup:
    if not items:
        return make("p", words.NO_QUESTIONS)
    answers = bank if len(items) <= MAX_ANSWERS else None
    return make("ol", (_render_item(item, answers) for item in items), kind="chosen")


def _render_item(item: Item, bank: Bank | None) -> RawMarkup:
    """A question; with its answer behind a summary, for the page may be on a projector."""
    about = make("span", f": {item.stem}", kind="unseen")
    return make(
        "li",
        make("p", item.stem, " ", make("span", describe_item(item), kind="source")),
        _render_key(item, bank.world) if bank is not None else None,
        make(
            "p",
            make("button", words.ANOTHER, about, name="do", value=f"another {item.id}"),
            make("button", words.REMOVE, about, name="do", value=f"remove {item.id}"),
            kind="chips",
        ),
    )


def describe_item(item: Item) -> str:
    """The kind of a question and its level."""
    return f"{name_kind(item).replace('-', ' ')}, {words.describe_level(item.level)}"


def _render_topics(bank: Bank) -> RawMarkup:
    topics = sorted({topic for room in bank.world.rooms.values() for topic in room.topics})
    options = (make("option", capitalise(topic.replace("-", " ")), value=topic) for topic in topics)
    select = make("select", make("option", words.EVERYTHING, value=""), options, id="topic", name="topic")
    return make("p", make("label", words.TOPIC, for_="topic"), select, kind="field")


def _render_key(item: Item, world: World) -> RawMarkup:
    options = show(item, world, 0, is_shuffled=False).options
    return make(
        "details",
        make("summary", words.SHOW_ANSWER, make("span", f": {item.stem}", kind="unseen")),
        make("ul", (make("li", option) for option in options)) if options else None,
        make("p", words.RIGHT_IS, " ", make("b", render_response(item, find_key(item, world), world))),
        make("p", item.feedback, kind="source"),
    )
