"""The code of a paper: it names a paper completely, and is short enough to be printed on a sheet and typed from it.

A code is one number in Crockford's base 32 (no I, L, O, U; either case; hyphens anywhere). Its last 12 bits check the
rest. The rest are bytes. The first byte has 2 bits of format, 1 bit for the authors' order, 3 bits of levels, 1 bit for
further choices and 1 unused bit. Then come the seed, the number of items, 3 bytes of the bank's digest, and, if there
are further choices, the places of kinds, of tags and of items left out; then, if there are any, of items that must be
on the paper and of pairs of items that were exchanged. Numbers have 7 bits a byte; the last byte of a number has its
high bit clear.

Base 32 and not 64, because a code is read from paper: a lower-case l and a 1 must not differ.
"""

from collections.abc import Iterator

from game.core.digests import blake2b
from game.pack.kinds import KINDS
from game.quiz.bank import Bank
from game.quiz.code_faults import (
    CodeFault,
    CodeIncomplete,
    CodeMistyped,
    CodeOfOtherBank,
    LaterCodeFormat,
    LettersForeign,
    NamesUnknown,
    NoPaperCode,
    NumberMissing,
)
from game.quiz.papers import MAX_ITEMS_PER_PAPER, Paper, Selection

CODE_FORMAT = 1
"""Version of the layout. Two bits hold it, so that 3 is the last one."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32."""

_MISREAD_LETTERS = str.maketrans("ILO", "110", " -_.‐‑‒–—−\u00a0")
"""Letters that are read as digits. Also what is removed: spaces, and every dash that may replace a hyphen."""

MAX_SEED = 2**32 - 1

CHECK_BITS = 12
"""One mistyped code in 4,096 passes. More bits would make every code longer."""

DIGEST_BYTES_IN_CODE = 3

MIN_DATA_BYTES = 6
"""First byte, seed, number of items and digest, of the shortest code."""

AUTHORS_ORDER_BIT, FURTHER_CHOICES_BIT, LEVELS_SHIFT, FORMAT_SHIFT = 32, 2, 2, 6
"""The place of each part in the first byte."""

LETTERS_PER_GROUP = 4


class BadCodeError(ValueError):
    """A code that names no paper of this bank."""

    def __init__(self, fault: CodeFault) -> None:
        super().__init__(fault)
        self.fault = fault


def encode_paper(paper: Paper) -> str:
    """Return the code of a paper."""
    chosen, bank = paper.selection, paper.bank
    has_last = bool(chosen.include or chosen.swaps)
    has_more = has_last or bool(chosen.kinds or chosen.only or chosen.without)
    levels = sum(1 << level - 1 for level in set(chosen.levels))
    first = CODE_FORMAT << FORMAT_SHIFT | levels << LEVELS_SHIFT
    first |= AUTHORS_ORDER_BIT * (not paper.is_shuffled) | FURTHER_CHOICES_BIT * has_more
    data = bytes([first])
    data += (
        _encode_number(paper.seed) + _encode_number(chosen.items) + bytes.fromhex(bank.digest)[:DIGEST_BYTES_IN_CODE]
    )
    if has_more:
        kinds = list(KINDS)
        tags = {tag: place for place, tag in enumerate(bank.tags)}
        # Places, not names: a tag has some ten letters, its place one byte. The digest guards the order of counting.
        data += _encode_numbers(sorted(kinds.index(kind) for kind in chosen.kinds))
        data += _encode_numbers(sorted(tags[tag] for tag in chosen.only))
        data += _encode_numbers(sorted(bank.entries[item_id].place for item_id in chosen.without))
    # Codes of earlier versions end here, so both lists are there only where one of them is needed.
    if has_last:
        data += _encode_numbers(sorted(bank.entries[item_id].place for item_id in chosen.include))
        data += _encode_numbers([bank.entries[item_id].place for swap in chosen.swaps for item_id in swap])
    return _encode_text(int.from_bytes(data) << CHECK_BITS | _compute_check_bits(data), len(data) * 8 + CHECK_BITS)


def decode_paper(code: str, bank: Bank) -> Paper:
    """Return the paper that a code names.

    Raises:
        BadCodeError: It is no code, was mistyped, or belongs to another bank.
    """
    data = _decode_text(code)
    if data[0] >> FORMAT_SHIFT != CODE_FORMAT:
        raise BadCodeError(LaterCodeFormat(code))
    try:
        return _build_paper(code, data, bank)
    except IndexError:
        raise BadCodeError(NamesUnknown(code)) from None


def _build_paper(code: str, data: bytes, bank: Bank) -> Paper:
    rest = _ByteReader(data[1:])
    seed, items, digest = rest.number(), rest.number(), rest.take(DIGEST_BYTES_IN_CODE).hex()
    expected = bank.digest[: 2 * DIGEST_BYTES_IN_CODE]
    if digest != expected:
        raise BadCodeError(CodeOfOtherBank(code, digest, expected))
    levels = tuple(level for level in (1, 2, 3) if data[0] >> LEVELS_SHIFT & 1 << level - 1)
    selection = Selection(items=items, levels=levels)
    if data[0] & FURTHER_CHOICES_BIT:
        ids = tuple(bank.entries)
        selection = Selection(
            items=items,
            levels=levels,
            kinds=tuple(tuple(KINDS)[place] for place in rest.numbers()),
            only=tuple(bank.tags[place] for place in rest.numbers()),
            without=tuple(ids[place] for place in rest.numbers()),
            include=tuple(ids[place] for place in (rest.numbers() if rest.data else ())),
            swaps=_read_swaps(code, [ids[place] for place in (rest.numbers() if rest.data else ())]),
        )
    if rest.data or seed > MAX_SEED or not 1 <= items <= MAX_ITEMS_PER_PAPER:
        raise BadCodeError(NoPaperCode(code))
    return Paper(bank, seed, selection, is_shuffled=not data[0] & AUTHORS_ORDER_BIT)


def _read_swaps(code: str, ids: list[str]) -> tuple[tuple[str, str], ...]:
    if len(ids) % 2:
        raise BadCodeError(NoPaperCode(code))
    return tuple(zip(ids[::2], ids[1::2], strict=True))


def normalise_code(code: str) -> str:
    """Return a code as it is printed, however it was typed.

    >>> normalise_code("8o3h 8pz5—dy5z")
    '803H-8PZ5-DY5Z'
    """
    typed = code.upper().translate(_MISREAD_LETTERS)
    return _group_letters(typed)


def _decode_text(code: str) -> bytes:
    """Return the bytes of a code, checked."""
    typed = code.upper().translate(_MISREAD_LETTERS)
    if not typed or any(letter not in ALPHABET for letter in typed):
        raise BadCodeError(LettersForeign(code))
    value = 0
    for letter in typed:
        value = value << 5 | ALPHABET.index(letter)
    length = (len(typed) * 5 - CHECK_BITS) // 8
    # The bits left over before the first byte must be clear, else two codes would name one paper.
    if length < MIN_DATA_BYTES or value >> length * 8 + CHECK_BITS:
        raise BadCodeError(CodeIncomplete(code))
    data = (value >> CHECK_BITS).to_bytes(length)
    if _compute_check_bits(data) != value & (1 << CHECK_BITS) - 1:
        raise BadCodeError(CodeMistyped(code))
    return data


def _encode_text(value: int, bits: int) -> str:
    letters = -(-bits // 5)
    text = "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(letters)))
    return _group_letters(text)


def _group_letters(text: str) -> str:
    step = LETTERS_PER_GROUP
    return "-".join(text[start : start + step] for start in range(0, len(text), step))


def _compute_check_bits(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=2).digest()) & (1 << CHECK_BITS) - 1


def _encode_number(value: int) -> bytes:
    return bytes(_split_into_sevens(value))


def _split_into_sevens(value: int) -> Iterator[int]:
    while value > 127:
        yield value & 127 | 128
        value >>= 7
    yield value


def _encode_numbers(values: list[int]) -> bytes:
    return b"".join(map(_encode_number, (len(values), *values)))


class _ByteReader:
    """Reads numbers from the front of some bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def take(self, length: int) -> bytes:
        taken, self.data = self.data[:length], self.data[length:]
        if len(taken) < length:
            raise BadCodeError(NumberMissing())
        return taken

    def number(self) -> int:
        value, shift = 0, 0
        while (byte := self.take(1)[0]) > 127:
            value, shift = value | (byte & 127) << shift, shift + 7
        return value | byte << shift

    def numbers(self) -> list[int]:
        return [self.number() for _ in range(self.number())]
