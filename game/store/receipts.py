"""The receipt of a handed-in exam: ten letters that fit one file, and no file that was cut or made again."""

from game.core.digests import blake2b

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: a receipt is copied by hand."""

LETTERS = 10
"""Fifty bits: nobody finds another file with the same receipt by trying."""

_MISREAD = str.maketrans("ILO", "110")


def compute_receipt(attempt_id: str, seal: str, answered: int) -> str:
    """The receipt of an attempt.

    Args:
        attempt_id: UUID of the attempt.
        seal: Of its last line.
        answered: How many questions are answered.
    """
    digest = blake2b(f"{attempt_id}:{seal}:{answered}".encode(), digest_size=7).digest()
    value = int.from_bytes(digest) >> 6
    text = "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(LETTERS)))
    return f"{text[:4]}-{text[4:8]}-{text[8:]}"


def find_receipt(text: str) -> str:
    """The receipt in a text as somebody wrote it down; empty where there is none.

    >>> find_receipt("Stoker-07: k7qf 2mpx 9d, 20 of 20")
    'K7QF-2MPX-9D'
    """
    import re

    typed = text.upper().translate(_MISREAD)
    letters = f"[{ALPHABET}]"
    found = re.findall(rf"(?<![\w-])({letters}{{4}})[ -]?({letters}{{4}})[ -]?({letters}{{2}})(?!\w)", typed)
    return "-".join(found[-1]) if found else ""
