"""The answer model: which typed answers get a mark, here and in the programs that the questions are exported to."""

import io
import random
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.exchange import FORMATS, list_losses
from game.pack.kinds import Short, mark
from game.pack.kinds.base import Distractor
from game.pack.marking.figure_reading import find_tolerance, read_figure
from game.pack.marking.folding import STEPS, STEPS_BY_MODE, choose_mode, fold
from game.pack.marking.modes import MODES, Mode
from game.pack.marking.text_marking import mark_text
from game.pack.marking.written_forms import MAX_WRITTEN_FORMS, drop_respelled, write_forms
from game.pack.world import World
from tests import second_pairs
from tests.marked_pairs import FIGURE_PAIRS, TEXT_PAIRS
from tests.test_formats import bank_of, made, moodle

FAIR_REFUSED = {("North Korea", "Noth Korea"), ("North Korea", "North Kora")}
"""Fair answers that are refused: in a word of five letters only a swap is told from another word."""


def split(row: str) -> list[str]:
    return [each for each in row.split("|") if each]


def list_refused(pairs: list[tuple[Mode, str, str, str, str, str]]) -> set[tuple[str, str]]:
    """The fair answers that are refused; none that is wrong may be taken."""
    refused = set()
    for mode, forms, wrong, words, right, foul in pairs:
        elsewhere = set(split(words))

        def is_right(given_: str) -> bool:
            return mark_text(mode, split(forms), given_, split(wrong), (), elsewhere.__contains__).is_right  # noqa: B023

        refused |= {(forms, each) for each in split(right) if not is_right(each)}
        assert not [each for each in split(foul) if is_right(each)], forms
    return refused


def test_of_fair_answers_hardly_one_is_refused_and_no_wrong_one_is_taken() -> None:
    assert list_refused(TEXT_PAIRS) == FAIR_REFUSED


SECOND_REFUSED = {
    ("kız", "KIZ"),  # right in Turkish alone
    ("Cleopatra", "Cleapatre"),  # two slips are forgiven from ten letters on
    ("Beethoven", "Bethovan"),
    ("Henry VIII", "Henri VIII"),  # of five letters only a swap or a doubling
    ("A minor", "A minr"),
    ("Canis lupus", "Canis lupis"),
    ("photosynthesis", "fotosynthesis"),  # never the first letter
}
"""Answers that a second author called right and that the rule for slips refuses."""


def test_the_pairs_of_a_second_author_have_their_marks() -> None:
    assert list_refused(second_pairs.TEXT_PAIRS) == SECOND_REFUSED


def test_the_figures_of_a_second_author_have_their_marks() -> None:
    taken = set()
    for key, tolerance, unit, right, foul in second_pairs.FIGURE_PAIRS:

        def verdict(given_: str) -> bool | None:
            figure = read_figure(given_, unit, {}, ".")  # noqa: B023
            return None if figure is None else abs(Decimal(figure) - Decimal(key)) <= find_tolerance(key, tolerance)  # noqa: B023

        assert not [each for each in split(right) if verdict(each) is False], key
        taken |= {(key, each) for each in split(foul) if verdict(each)}
    # An ABOUT before the very figure is no other figure; the first author called it right.
    assert taken == {("37", "about 37")}


@pytest.mark.parametrize("row", FIGURE_PAIRS, ids=lambda row: f"{row[0]} {row[2]} {row[3]}")
def test_a_figure_is_right_wrong_or_asked_again(row: tuple[str, ...]) -> None:
    key, tolerance, units, sign, *verdicts = row
    unit, *others = split(units) or [""]

    def verdict(given_: str) -> bool | None:
        figure = read_figure(given_, unit, dict.fromkeys(others, "1"), sign)
        return None if figure is None else abs(Decimal(figure) - Decimal(key)) <= find_tolerance(key, tolerance)

    for expected, answers in zip((True, False, None), verdicts, strict=True):
        assert {each: verdict(each) for each in split(answers)} == dict.fromkeys(split(answers), expected)


@pytest.mark.parametrize(
    ("forms", "mode"),
    [
        (["Seoul"], "forgiving"),
        (["Iran"], "folded"),  # four letters: no slip can be told from a word
        (["Iran", "Persia"], "forgiving"),
        (["Il-62M"], "folded"),
        (["C++ compiler"], "folded"),
        (["St. Petersburg"], "forgiving"),
    ],
)
def test_without_a_choice_of_the_author_only_words_are_forgiven_slips(forms: list[str], mode: Mode) -> None:
    assert choose_mode(forms) == mode


@given(st.text(max_size=30), st.sampled_from(MODES))
def test_folding_twice_is_folding_once_where_nothing_is_taken_away(text: str, mode: Mode) -> None:
    steps = [step for step in STEPS_BY_MODE[mode] if step in ("width", "quote", "dash", "space", "case")]
    once = fold(text, steps)
    assert fold(once, steps) == once


def test_each_mode_takes_what_the_one_before_takes_and_more() -> None:
    taken = [STEPS_BY_MODE[mode] for mode in MODES]
    assert [set(less) < set(more) for less, more in pairwise(taken)] == [True, True]
    assert taken[-1] == tuple(STEPS)


@given(st.sampled_from([row[1] for row in TEXT_PAIRS]), st.sampled_from(MODES))
def test_each_spelling_that_is_written_out_is_right_here(forms: str, mode: Mode) -> None:
    written = write_forms(mode, split(forms))
    assert len(written) <= max(MAX_WRITTEN_FORMS, len(split(forms)))
    assert all(mark_text(mode, split(forms), each).is_right for each in written)
    assert drop_respelled(mode, written) == drop_respelled(mode, split(forms))


# --- One answer, one mark: here and elsewhere -------------------------------------------------------------------------

Marker = Callable[[str], bool]


def mark_as_moodle(answers: list[tuple[str, bool]], *, is_case: bool) -> Marker:
    """How Moodle 4.5 compares a short answer: NFC, trimmed, the first answer that fits; a star stands for anything."""

    def is_right(response: str) -> bool:
        typed = unicodedata.normalize("NFC", response).strip()
        for text, right in answers:
            pieces = [re.escape(piece.replace("\\*", "*")) for piece in re.split(r"(?<!\\)\*", text.strip())]
            pattern = unicodedata.normalize("NFC", ".*".join(pieces))
            if re.fullmatch(pattern, typed, 0 if is_case else re.IGNORECASE):
                return right
        return False

    return is_right


def read_moodle_xml(data: bytes) -> Marker:
    question = moodle(data)["q"]
    answers = [(answer.findtext("text", ""), answer.get("fraction") == "100") for answer in question.iter("answer")]
    return mark_as_moodle(answers, is_case=question.findtext("usecase") == "1")


def read_gift(data: bytes) -> Marker:
    line = next(line for line in data.decode().splitlines() if line.startswith("::"))
    body = line[line.rindex("{", 0, line.index("####")) + 1 : line.index("####")]
    answers = []
    for weight, text in re.findall(r"=%(\d+)%((?:\\.|[^\\=~#])*)", body):
        # The escapes of GIFT go first; the star keeps its own, which the comparing reads.
        answers.append((re.sub(r"\\([\\~=#{}:])", r"\1", text), weight == "100"))
    return mark_as_moodle(answers, is_case=False)


def read_qti(data: bytes) -> Marker:
    root = ET.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("items/q.xml"))
    entries = [entry for entry in root.iter() if entry.tag.rpartition("}")[2] == "mapEntry"]

    def is_right(response: str) -> bool:
        return any(
            response == entry.get("mapKey")
            if entry.get("caseSensitive") == "true"
            else response.lower() == (entry.get("mapKey") or "").lower()
            for entry in entries
        )

    return is_right


READERS = {"moodle-xml": read_moodle_xml, "gift": read_gift, "qti21": read_qti}


def respell(form: str, draw: random.Random) -> str:
    """An answer as somebody may type it: the form, changed once or twice."""
    for _ in range(draw.randint(0, 2)):
        place = draw.randrange(len(form) or 1)
        form = draw.choice(
            [
                form.upper(),
                form.lower(),
                f" {form} ",
                f"{form}.",
                f"the {form}",
                form.replace("'", "’").replace("-", "–"),
                form.replace(" ", "  "),
                form[:place] + form[place + 1 :],
                form[:place] + form[place : place + 2][::-1] + form[place + 2 :],
                form[:place] + draw.choice("aeinrst+#5%") + form[place:],
            ]
        )
    return form


def generate_answers() -> Iterator[tuple[Short, list[str]]]:
    """Questions with 2,000 answers in all."""
    draw = random.Random(19)
    for mode, forms, wrong, _, right, foul in TEXT_PAIRS:
        first, *rest = split(forms)
        distractors = tuple(Distractor(text=each, because="No.") for each in split(wrong))
        item = Short(
            id="q",
            stem="Which?",
            key=first,
            accepted=tuple(rest),
            distractors=distractors,
            spelling=mode,
            feedback="So.",
            facts=("lamp-is-green",),
        )
        typed = [*split(right), *split(foul)]
        yield (
            item,
            [*typed, *(respell(draw.choice(typed), draw) for _ in range(2000 // len(TEXT_PAIRS) - len(typed) + 2))],
        )


@pytest.mark.parametrize("name", READERS)
def test_one_answer_has_one_mark_or_the_loss_is_named(name: str, tiny: World) -> None:
    """Elsewhere an answer may be marked more strictly where that is named; more gently only for case in GIFT."""
    count, unnamed = 0, []
    for item, answers in generate_answers():
        exported = made(bank_of(tiny, item))
        is_right = READERS[name](FORMATS[name].write(exported))
        told = " ".join(loss.text for loss in list_losses(exported, name) if loss.question_id == "q")
        for answer in answers:
            count += 1
            here, there = mark(item, (answer.strip(),), tiny) == 1, is_right(answer)
            is_named = ("stricter" in told) if here else ("looser" in told)
            if here != there and not is_named:
                unnamed.append((item.key, item.spelling, answer, here))
    assert count >= 2000
    assert unnamed == []
