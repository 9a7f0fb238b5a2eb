"""Questions and marks in words, the same in the tour, in practice, in an exam and on paper.

A kind of question gives closed records: an instruction, and a response in a shape that prose can describe. So a new
kind needs a new sentence here only if no kind has needed it before, and mypy names the place.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from game.pack.kinds import (
    FULL_MARK_THRESHOLD,
    Item,
    Response,
    Shown,
    describe_form,
    describe_response,
    find_key,
    find_misconception,
)
from game.pack.kinds.parts import Instruction, Nothing, Paired, PartMarks, Picked, Proved, SingleAnswer, Spoken, Steps
from game.pack.ledger import Fact
from game.pack.marking.modes import Mode
from game.pack.world import World
from game.prose.lines import (
    Line,
    add_article,
    capitalise,
    count_noun,
    format_cite,
    join_words,
    number_room,
    quote_sentence,
)
from game.tour.events import ItemAsked, ResponseMarked

OPTION_LETTERS = "ABCDEFGH"


def render_question(shown: Shown) -> Iterator[Line]:
    """A question with its numbered rows and lettered options."""
    yield Line(shown.item.stem, "question")
    if describe_form(shown.item).has_proof:
        yield from _render_options(shown)
        yield Line("Which fact proves it?", "note", is_tight=True)
        yield from _render_rows(shown)
    else:
        yield from _render_rows(shown)
        yield from _render_options(shown)


def _render_options(shown: Shown) -> Iterator[Line]:
    yield from (
        Line(f"{letter}) {text}", "option", is_tight=True)
        for letter, text in zip(OPTION_LETTERS, shown.options, strict=False)
    )


def _render_rows(shown: Shown) -> Iterator[Line]:
    yield from (Line(f"{number}) {text}", "option", is_tight=True) for number, text in enumerate(shown.rows, start=1))


def ask_for_proof(stem: str) -> str:
    """The question for the fact that proves the answer to another question."""
    return f"Which fact proves the answer to this? {quote_sentence(stem)}"


def describe_how_to_answer(item: Item) -> str:
    """How an item is answered by a typed line."""
    form = describe_form(item)
    return describe_instruction(form.instruction, form.unit)


PART_MARKS: dict[PartMarks, str] = {
    "none": "",
    "options": "Each right option earns its share; each wrong one costs a share of the wrong ones; never below 0.",
    "places": "Each step in its own place earns its share.",
    "pairs": "Each right pair earns its share.",
    "proof": "The right answer without its proof earns half.",
}
"""How part of a mark is earned, for whoever marks by hand."""

SPELLINGS: dict[Mode, str] = {
    "exact": "Exactly as it is written here, capitals included.",
    "folded": "Capitals, spaces, quotes and “the” do not count.",
    "forgiving": "Capitals, spaces, quotes and “the” do not count. Slips of typing are free: one in a word of 6 to 9 "
    "letters, two in a longer one, never in the first letter.",
}


def describe_marking(item: Item) -> tuple[str, ...]:
    """What whoever marks an item by hand must know beside its key."""
    form = describe_form(item)
    rule = form.rule
    accepted = f"Also right: {join_words(rule.accepted, 'or')}." if rule.accepted else ""
    tolerance = (
        f"Right within {rule.tolerance} {form.unit}".rstrip() + ", both ends included." if rule.tolerance != "0" else ""
    )
    spelling = SPELLINGS[rule.spelling] if rule.spelling else ""
    return tuple(text for text in (accepted, spelling, tolerance, PART_MARKS[rule.parts]) if text)


def describe_instruction(instruction: Instruction, unit: str = "") -> str:  # noqa: C901, PLR0911 - one case each
    """How a question is answered by a typed line."""
    match instruction:
        case "letter":
            return "Answer with a letter."
        case "all-letters":
            return "More than one is right: answer with all their letters, as A C."
        case "truth":
            return "Answer T or F."
        case "figure":
            return f"Answer with a figure, in {unit}." if unit else "Answer with a figure."
        case "words":
            return "Answer in a word or two of your own."
        case "order":
            return "Put them in the order of time, from the first to the last: letters, as C A B."
        case "match":
            return "Give each number its letter, as 1B 2A 3C."
        case "proof":
            return "Answer with a letter and the number of the fact that proves it, as B2."
        case _:
            assert_never(instruction)


def describe_fields(item: Item) -> str:  # noqa: C901, PLR0911 - one case each
    """How a question is answered by the fields of a page."""
    form = describe_form(item)
    match form.instruction:
        case "letter":
            return "Choose one answer."
        case "all-letters":
            return "Choose all that are right: more than one."
        case "truth":
            return "Choose true or false."
        case "figure":
            return f"Write a figure, in {form.unit}." if form.unit else "Write a figure."
        case "words":
            return "Write a word or two of your own."
        case "order":
            return "Put them in the order of time, from the first to the last, by the arrows."
        case "match":
            return "Choose a letter for each line."
        case "proof":
            return "Choose the answer, and the fact that proves it."
        case _:
            assert_never(form.instruction)


def describe_how_on_paper(item: Item) -> str:
    """How an item is answered with a pen."""
    return "Tick all that apply." if describe_form(item).instruction == "all-letters" else describe_how_to_answer(item)


def render_asked(event: ItemAsked) -> tuple[Line, ...]:
    """A question of the room."""
    help_ = f"{describe_how_to_answer(event.shown.item)} Any other command still works; SKIP puts the question aside."
    return (*render_question(event.shown), Line(help_, "note", is_tight=True))


def render_challenge(world: World) -> tuple[Line, ...]:
    """That the guide at a door has a question, and how it is asked."""
    guide = next((add_article(thing) for thing in world.tour.everywhere if thing.person), "the guide")
    return (Line(f"{capitalise(guide)} has a question for you: QUESTION.", "note"),)


def render_marked(event: ResponseMarked, world: World) -> tuple[Line, ...]:
    """Right or wrong, why, and the source."""
    more = f"{count_noun(event.left, 'question')} left here: QUESTION." if event.left else "No question is left here."
    if event.told_in is not None and event.mark < FULL_MARK_THRESHOLD:
        more = f"It can be read again in {number_room(event.told_in)}: GO TO {event.told_in.name.upper()}."
    elif event.told_in is not None:
        more = "The door was open all the time."
    lines = render_verdict(event.item, event.response, event.mark, world)
    return (*lines, *render_sources(event.facts, world), Line(more, "note", is_tight=True))


def render_verdict(item: Item, response: Response, mark: float, world: World) -> Iterator[Line]:
    """Whether a response is right, what a wrong one has mixed up, and why the key is right."""
    if mark >= FULL_MARK_THRESHOLD:
        yield Line(_describe_right(item, response, world), "right")
    else:
        yield Line(_describe_wrong(item, response, mark, world), "wrong")
        if mixed_up := find_misconception(item, response):
            yield Line(mixed_up, "body", is_tight=True)
    yield Line(item.feedback, "body", is_tight=True)


def _describe_right(item: Item, response: Response, world: World) -> str:
    """The verdict on a right response, with the key where its words differ."""
    # A short answer may be right in other words than the key; then the key teaches the better ones.
    key, given = render_response(item, find_key(item, world), world), render_response(item, response, world)
    return f"Right: {key if given == key else f'{given}, or {key}'}."


def _describe_wrong(item: Item, response: Response, mark: float, world: World) -> str:
    """The verdict on a response that is wrong or right in part; for long kinds, only the right answer."""
    key = describe_response(item, find_key(item, world))
    right = _describe_spoken(key, world)
    share = f"Right in part, {mark:.0%}" if mark else "Not quite"
    passed = f"You gave no answer. It is {right}."
    match key:
        case Steps():
            return f"{share}. In order: {right}."
        case Paired():
            return f"{share}. Together belong: {right}."
        case Proved(fact_id=fact_id):
            if mark:
                return f"Right, for the wrong reason: {mark:.0%}. It is proved by {_quote_claim(fact_id, world)}."
            return f"{share}. You said “{response[0]}”; it is {right}." if response else passed
        case Picked(texts=texts):
            return f"{share}. {_compare_picked(response, texts)}" if response else passed
        case SingleAnswer() | Nothing():
            return f"{share}. You said {render_response(item, response, world)}; it is {right}." if response else passed
        case _:
            assert_never(key)


def _compare_picked(given: tuple[str, ...], right: tuple[str, ...]) -> str:
    """What was missed and what was wrongly picked, where several options are right."""
    missed = [quote_sentence(text) for text in right if text not in given]
    wrong = [quote_sentence(text) for text in given if text not in right]
    parts = [
        f"{head}: {join_words(texts)}." for head, texts in (("Missed", missed), ("Wrongly picked", wrong)) if texts
    ]
    return " ".join(parts)


def _quote_claim(fact_id: str, world: World) -> str:
    fact = world.facts.get(fact_id)
    return quote_sentence(fact.claim.rstrip(".")) if fact else "nothing"


def render_sources(facts: Iterable[Fact], world: World) -> Iterator[Line]:
    """The sources of the facts that prove a key, each once."""
    yield from (
        Line(text, "source", is_tight=True) for text in dict.fromkeys(format_cite(fact, world) for fact in facts)
    )


def render_response(item: Item, response: Response, world: World) -> str:
    """A response in words."""
    return _describe_spoken(describe_response(item, response), world)


def _describe_spoken(spoken: Spoken, world: World) -> str:
    match spoken:
        case Nothing():
            return "nothing"
        case SingleAnswer(text=text, unit=unit):
            return quote_sentence(" ".join(filter(None, (text, unit))))
        case Picked(texts=texts):
            return join_words([quote_sentence(text) for text in texts])
        case Steps(steps=steps):
            return "; then ".join(quote_sentence(step) for step in steps)
        case Paired(pairs=pairs):
            return "; ".join(f"{quote_sentence(left)}: {quote_sentence(right)}" for left, right in pairs)
        case Proved(text=text, fact_id=fact_id):
            return f"{quote_sentence(text)}, proved by {_quote_claim(fact_id, world)}"
        case _:
            assert_never(spoken)


def render_skipped() -> tuple[Line, ...]:
    """A question put aside."""
    return (Line("Put aside. QUESTION asks it again.", "note"),)
