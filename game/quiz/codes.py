"""The code of a paper: what it was drawn from and how, short enough to stand on a sheet and be typed from it.

A code is read as one number in Crockford's base 32 (no I, L, O, U; either case; hyphens anywhere). From its end: 12
bits that check the rest, then bytes: 2 bits format, 1 bit authors' order, 3 bits levels, 1 bit further choices; the
seed; the number of items; 3 bytes of the bank's digest; and, if there are further choices, kinds, tags and items left
out by their places. Numbers are written 7 bits a byte, the last with its high bit clear.
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

FORMAT = 1
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD_LETTERS = str.maketrans("ILO", "110", " -_.‐‑‒–—−\u00a0")
MAX_SEED = 2**32 - 1


class BadCodeError(ValueError):
    """A code that names no paper of this bank."""

    def __init__(self, fault: CodeFault) -> None:
        super().__init__(fault)
        self.fault = fault


def encode_paper(paper: Paper) -> str:
    """The code that names a paper."""
    chosen, bank = paper.selection, paper.bank
    has_more = bool(chosen.kinds or chosen.only or chosen.without)
    levels = sum(1 << level - 1 for level in set(chosen.levels))
    data = bytes([FORMAT << 6 | (not paper.is_shuffled) << 5 | levels << 2 | has_more << 1])
    data += _encode_number(paper.seed) + _encode_number(chosen.items) + bytes.fromhex(bank.digest)[:3]
    if has_more:
        kinds = list(KINDS)
        tags = {tag: place for place, tag in enumerate(bank.tags)}
        data += _encode_numbers(sorted(kinds.index(kind) for kind in chosen.kinds))
        data += _encode_numbers(sorted(tags[tag] for tag in chosen.only))
        data += _encode_numbers(sorted(bank.entries[item_id].place for item_id in chosen.without))
    return _encode_text(int.from_bytes(data) << 12 | _compute_check_bits(data), len(data) * 8 + 12)


def decode_paper(code: str, bank: Bank) -> Paper:
    """The paper that a code names.

    Raises:
        BadCodeError: It is none, has a slip in it, or belongs to another bank.
    """
    data = _decode_text(code)
    if data[0] >> 6 != FORMAT:
        raise BadCodeError(LaterCodeFormat(code))
    try:
        return _build_paper(code, data, bank)
    except IndexError:
        raise BadCodeError(NamesUnknown(code)) from None


def _build_paper(code: str, data: bytes, bank: Bank) -> Paper:
    rest = _ByteReader(data[1:])
    seed, items, digest = rest.number(), rest.number(), rest.take(3).hex()
    if digest != bank.digest[:6]:
        raise BadCodeError(CodeOfOtherBank(code, digest, bank.digest[:6]))
    levels = tuple(level for level in (1, 2, 3) if data[0] >> 2 & 1 << level - 1)
    selection = Selection(items=items, levels=levels)
    if data[0] & 2:
        ids = tuple(bank.entries)
        selection = Selection(
            items=items,
            levels=levels,
            kinds=tuple(tuple(KINDS)[place] for place in rest.numbers()),
            only=tuple(bank.tags[place] for place in rest.numbers()),
            without=tuple(ids[place] for place in rest.numbers()),
        )
    if rest.data or seed > MAX_SEED or not 1 <= items <= MAX_ITEMS_PER_PAPER:
        raise BadCodeError(NoPaperCode(code))
    return Paper(bank, seed, selection, is_shuffled=not data[0] & 32)


def normalise_code(code: str) -> str:
    """A code as it is printed, however it was typed.

    >>> normalise_code("8o3h 8pz5—dy5z")
    '803H-8PZ5-DY5Z'
    """
    typed = code.upper().translate(_MISREAD_LETTERS)
    return "-".join(typed[start : start + 4] for start in range(0, len(typed), 4))


def _decode_text(code: str) -> bytes:
    """The bytes a code holds, checked."""
    typed = code.upper().translate(_MISREAD_LETTERS)
    if not typed or any(letter not in ALPHABET for letter in typed):
        raise BadCodeError(LettersForeign(code))
    value = 0
    for letter in typed:
        value = value << 5 | ALPHABET.index(letter)
    length = (len(typed) * 5 - 12) // 8
    if length < 6 or value >> length * 8 + 12:
        raise BadCodeError(CodeIncomplete(code))
    data = (value >> 12).to_bytes(length)
    if _compute_check_bits(data) != value & 0xFFF:
        raise BadCodeError(CodeMistyped(code))
    return data


def _encode_text(value: int, bits: int) -> str:
    letters = -(-bits // 5)
    text = "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(letters)))
    return "-".join(text[start : start + 4] for start in range(0, letters, 4))


def _compute_check_bits(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=2).digest()) & 0xFFF


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
    """Takes numbers off the front of some bytes."""

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
