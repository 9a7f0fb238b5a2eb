"""The code of a paper: golden codes, and each limit of what it may hold on both sides."""

from contextlib import suppress

import pytest

from game.quiz.code_faults import (
    CodeFault,
    CodeIncomplete,
    CodeOfOtherBank,
    LaterCodeFormat,
    LettersForeign,
    NamesUnknown,
    NoPaperCode,
    NumberMissing,
)
from game.quiz.codes import (
    ALPHABET,
    CHECK_BITS,
    MAX_SEED,
    BadCodeError,
    _ByteReader,
    _compute_check_bits,
    _decode_text,
    _encode_number,
    _encode_text,
    decode_paper,
    encode_paper,
    normalise_code,
)
from game.quiz.papers import MAX_ITEMS_PER_PAPER, Paper, Selection
from tests.test_papers import fixed

BANK = fixed()
DIGEST = bytes.fromhex(BANK.digest)[:3]
FIRST = 1 << 6


def make_code(data: bytes) -> str:
    """The code that holds some bytes, with check bits that are right."""
    return _encode_text(int.from_bytes(data) << CHECK_BITS | _compute_check_bits(data), len(data) * 8 + CHECK_BITS)


def find_fault(code: str) -> CodeFault:
    """What is wrong with a code."""
    with pytest.raises(BadCodeError) as bad:
        decode_paper(code, BANK)
    return bad.value.fault


@pytest.mark.parametrize(
    ("value", "data"),
    [(0, b"\x00"), (127, b"\x7f"), (128, b"\x80\x01"), (255, b"\xff\x01"), (2**32 - 1, b"\xff\xff\xff\xff\x0f")],
)
def test_numbers_have_seven_bits_a_byte(value: int, data: bytes) -> None:
    assert _encode_number(value) == data
    assert _ByteReader(data).number() == value


def test_every_part_of_a_paper_changes_its_code() -> None:
    papers = [
        Paper(BANK, 7, Selection(items=20)),
        Paper(BANK, 8, Selection(items=20)),
        Paper(BANK, 7, Selection(items=21)),
        Paper(BANK, 7, Selection(items=20), is_shuffled=False),
        Paper(BANK, 7, Selection(items=20, levels=(1,))),
        Paper(BANK, 7, Selection(items=20, levels=(2,))),
        Paper(BANK, 7, Selection(items=20, levels=(3,))),
        Paper(BANK, 7, Selection(items=20, kinds=("choice",))),
        Paper(BANK, 7, Selection(items=20, only=("salon",))),
        Paper(BANK, 7, Selection(items=20, without=("choice-0-0",))),
    ]
    codes = [encode_paper(paper) for paper in papers]
    assert len(set(codes)) == len(codes)
    for paper, code in zip(papers, codes, strict=True):
        again = decode_paper(code, BANK)
        assert (again.seed, again.selection, again.is_shuffled) == (paper.seed, paper.selection, paper.is_shuffled)


def test_the_first_byte_says_format_order_levels_and_whether_more_follows() -> None:
    def first_byte(selection: Selection, *, is_shuffled: bool = True) -> int:
        return _decode_text(encode_paper(Paper(BANK, 7, selection, is_shuffled=is_shuffled)))[0]

    assert MAX_SEED == 4294967295
    assert first_byte(Selection()) == 0b01_0_000_0_0
    assert first_byte(Selection(), is_shuffled=False) == 0b01_1_000_0_0
    assert first_byte(Selection(levels=(1, 3))) == 0b01_0_101_0_0
    assert first_byte(Selection(kinds=("choice",))) == 0b01_0_000_1_0


def test_the_order_in_which_choices_were_typed_does_not_matter() -> None:
    one = Paper(BANK, 7, Selection(kinds=("number", "choice"), levels=(3, 1, 3)))
    other = Paper(BANK, 7, Selection(kinds=("choice", "number"), levels=(1, 3)))
    assert encode_paper(one) == encode_paper(other)


@pytest.mark.parametrize(
    ("seed", "items", "is_code"),
    [
        (0, 1, True),
        (MAX_SEED, MAX_ITEMS_PER_PAPER, True),
        (MAX_SEED + 1, 20, False),
        (0, 0, False),
        (0, MAX_ITEMS_PER_PAPER + 1, False),
    ],
)
def test_seed_and_number_have_limits(seed: int, items: int, is_code: bool) -> None:
    code = make_code(bytes([FIRST]) + _encode_number(seed) + _encode_number(items) + DIGEST)
    if is_code:
        assert decode_paper(code, BANK).seed == seed
    else:
        assert find_fault(code) == NoPaperCode(code)


WHOLE = bytes([FIRST]) + _encode_number(7) + _encode_number(20) + DIGEST
MORE = bytes([FIRST | 2]) + WHOLE[1:]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (bytes([2 << 6]) + WHOLE[1:], LaterCodeFormat),
        (bytes([0]) + WHOLE[1:], LaterCodeFormat),
        (WHOLE + b"\x00", NoPaperCode),
        (WHOLE[:-1], CodeIncomplete),
        (bytes([FIRST]) + _encode_number(2**31) + DIGEST, NumberMissing),
        (WHOLE[:-1] + bytes([WHOLE[-1] ^ 1]), CodeOfOtherBank),
        (MORE + bytes([1, 200, 1, 0, 0]), NamesUnknown),
        (MORE + bytes([0, 1, 127, 0]), NamesUnknown),
        (MORE + bytes([0, 0, 1, 127]), NamesUnknown),
        (MORE + bytes([0, 0]), NumberMissing),
    ],
)
def test_bytes_that_are_checked_and_name_no_paper_are_refused(data: bytes, kind: type[CodeFault]) -> None:
    assert isinstance(find_fault(make_code(data)), kind)
    assert decode_paper(make_code(WHOLE), BANK).items == Paper(BANK, 7, Selection()).items


def test_a_place_counts_from_nought_to_the_last() -> None:
    last = len(BANK.tags) - 1
    assert decode_paper(make_code(MORE + bytes([0, 1, last, 0])), BANK).selection.only == (BANK.tags[last],)
    assert decode_paper(make_code(MORE + bytes([0, 1, 0, 0])), BANK).selection.only == (BANK.tags[0],)
    code = make_code(MORE + bytes([0, 1, last + 1, 0]))
    assert find_fault(code) == NamesUnknown(code)


def test_what_stands_before_the_first_byte_must_be_clear() -> None:
    code = encode_paper(Paper(BANK, 7, Selection())).replace("-", "")
    spare = len(code) * 5 - (len(WHOLE) * 8 + CHECK_BITS)
    assert 0 <= spare < 5
    assert decode_paper(code, BANK).seed == 7
    with pytest.raises(BadCodeError):
        decode_paper("1" + code, BANK)


def test_hardly_any_slip_passes_the_check() -> None:
    code = encode_paper(Paper(BANK, 7, Selection())).replace("-", "")
    slips = [code[:place] + letter + code[place + 1 :] for place in range(len(code)) for letter in ALPHABET]
    passed = 0
    for slip in slips:
        with suppress(BadCodeError):
            decode_paper(slip, BANK)
            passed += slip != code
    assert passed <= 1  # of some 400: twelve bits let one in 4,096 pass


def test_letters_that_are_read_as_digits_are_taken_for_them() -> None:
    assert normalise_code("ilo–o—l\u00a0i_0.1") == "1100-1101"
    assert normalise_code("") == ""
    for text in ("U" * 12, "!", "", "-"):
        assert find_fault(text) == LettersForeign(text)


def test_a_code_of_another_bank_names_both_banks() -> None:
    code = make_code(WHOLE[:-3] + b"\x00\x00\x00")
    assert find_fault(code) == CodeOfOtherBank(code, "000000", BANK.digest[:6])


PRINTED: list[tuple[str, int, Selection, bool]] = [
    ("8000-26ZQ-E2KY", 0, Selection(items=1), True),
    ("803H-86ZQ-E1KA", 7, Selection(), True),
    ("C03H-86ZQ-E1MG", 7, Selection(), False),
    ("81ZQ-Y6ZQ-E1FX", 127, Selection(items=127), True),
    ("0G40-0600-26ZQ-E1YE", 128, Selection(items=128), True),
    ("AKZZ-ZZZZ-1ZZG-26ZQ-E0GG", 2**32 - 1, Selection(items=255, levels=(1, 3)), True),
    (
        "15EE-3R63-FVQ0-0G01-80G8-0GC6-MX9",
        2023,
        Selection(
            items=6,
            levels=(2,),
            kinds=("choice", "multiple"),
            only=("salon",),
            without=("choice-0-0", "order-1-1"),
        ),
        True,
    ),
]


@pytest.mark.parametrize(("code", "seed", "selection", "is_shuffled"), PRINTED, ids=[case[0] for case in PRINTED])
def test_a_code_that_was_printed_is_written_and_read_as_ever(
    code: str, seed: int, selection: Selection, *, is_shuffled: bool
) -> None:
    assert encode_paper(Paper(BANK, seed, selection, is_shuffled=is_shuffled)) == code
    paper = decode_paper(code, BANK)
    assert (paper.seed, paper.selection, paper.is_shuffled) == (seed, selection, is_shuffled)
