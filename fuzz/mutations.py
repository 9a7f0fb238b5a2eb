"""Ways in which a file comes to be damaged: by a disk, an editor, another program, or on purpose."""

import json
import re
from collections.abc import Callable
from random import Random

from fuzz.hostile import TEXTS, spoil_value

Mutation = Callable[[bytes, Random], bytes]


def mutate(data: bytes, chance: Random) -> tuple[bytes, str]:
    """Damaged bytes, and how they were damaged."""
    mutation = chance.choice(_MUTATIONS)
    changed = mutation(data, chance)
    return changed, mutation.__name__.strip("_")


def _truncate(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _flip(data: bytes, chance: Random) -> bytes:
    flipped = bytearray(data or b"x")
    for _ in range(chance.choice((1, 1, 1, 4, 32))):
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def _insert(data: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.randbytes(chance.choice((1, 3, 200))) + data[place:]


def _insert_text(data: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(TEXTS).encode("utf-8", "replace") + data[place:]


def _duplicate(data: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.choice((1, 30, 4_000)))
    return data[:end] + data[start:]


def _cut_out(data: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 5, 50, 500)) :]


def _swap_lines(data: bytes, chance: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def _repeat_line(data: bytes, chance: Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    place = chance.randrange(len(lines))
    return b"".join([*lines[:place], *[lines[place]] * chance.choice((2, 3, 300)), *lines[place + 1 :]])


def _drop_line(data: bytes, chance: Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def _nest(data: bytes, chance: Random) -> bytes:
    opening = chance.choice((b"[", b'{"a":', b"[[{", b"- ", b"{", b"(", b"\\"))
    return opening * chance.choice((100, 2_000, 200_000 // len(opening)))


def _nest_inside(data: bytes, chance: Random) -> bytes:
    deep = chance.choice((200, 20_000))
    return re.sub(rb":", b":" + b"[" * deep + b"]" * deep + b",", data, count=1)


def _zeros(data: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + b"\0" * (len(data) - start)


def _mark(data: bytes, chance: Random) -> bytes:
    return chance.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b", b"PK\x03\x04", b"#!/bin/sh\n")) + data


def _other_type(data: bytes, chance: Random) -> bytes:
    return chance.choice((b"null", b"3", b'"x"', b"[]", b"{}", b"true", b"NaN", b"1e999", b"[null]", b"", b"-", b"\n"))


def _huge_number(data: bytes, chance: Random) -> bytes:
    found = list(re.finditer(rb"-?\d+(\.\d+)?", data))
    if not found:
        return data
    number = chance.choice(found)
    huge = chance.choice(
        (b"9" * 400, b"-" + b"9" * 25, b"1e308", b"1e-400", b"0x10", b"1_000", b"9" * 5_000, b"-0", b"00")
    )
    return data[: number.start()] + huge + data[number.end() :]


def _windows_lines(data: bytes, chance: Random) -> bytes:
    return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\x0b", b"\xe2\x80\xa8")))


def _recode(data: bytes, chance: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-7")), "replace")


def _spoil(data: bytes, chance: Random) -> bytes:
    """One value of a JSON file, or of one line of such a file, replaced: what gets deepest into a reader."""
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    for whole, chosen in ((True, data), (False, lines[place])):
        try:
            value = json.loads(chosen)
        except (ValueError, RecursionError):
            continue
        for _ in range(chance.choice((1, 1, 2))):
            value = spoil_value(value, chance)
        made = json.dumps(value, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
        return made if whole else b"\n".join([*lines[:place], made, *lines[place + 1 :]])
    return _replace_word(data, chance)


def _replace_word(data: bytes, chance: Random) -> bytes:
    words = list(re.finditer(rb"[\w.-]+", data))
    if not words:
        return data
    word = chance.choice(words)
    return data[: word.start()] + chance.choice(TEXTS).encode("utf-8", "replace") + data[word.end() :]


def _grow(data: bytes, chance: Random) -> bytes:
    # Rare, as it costs most: a file that is larger than any reader takes.
    return data * (17_000_000 // max(1, len(data)) + 1) if chance.random() < 0.04 else data * chance.choice((2, 40))


_MUTATIONS: tuple[Mutation, ...] = (
    _truncate, _truncate, _flip, _flip, _insert, _insert_text, _duplicate, _cut_out, _swap_lines, _repeat_line,
    _drop_line, _nest, _nest_inside, _zeros, _mark, _other_type, _huge_number, _huge_number, _windows_lines, _recode,
    _spoil, _spoil, _spoil, _spoil, _spoil, _replace_word, _replace_word, _grow,
)  # fmt: skip
