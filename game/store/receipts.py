"""The receipt of a handed-in exam: ten letters that fit one file, and no file that was cut or made again."""

from game.core.digests import blake2b

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: a receipt is copied by hand."""

LETTERS = 10
"""Fifty bits: nobody finds another file with the same receipt by trying."""

_MISREAD = str.maketrans("abcdefghijklmnopqrstuvwxyzILO", "ABCDEFGH1JK1MN0PQRSTUVWXYZ110")
"""Capitals, and the letters that are read as digits; one character for each."""


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


def split_receipt(line: str) -> tuple[str, str]:
    """The name and the receipt in a line as somebody wrote it down; two empty texts where there is no receipt.

    >>> split_receipt("Stoker-07: k7qf 2mpx 9d, 20 of 20")
    ('Stoker-07', 'K7QF-2MPX-9D')
    >>> split_receipt("Receipt K7QF-2MPX-9D"), split_receipt("Stoker-07 was ill")
    (('', 'K7QF-2MPX-9D'), ('', ''))
    """
    import re

    letters = f"[{ALPHABET}]"
    pattern = rf"(?<![\w-])({letters}{{4}})[ -]?({letters}{{4}})[ -]?({letters}{{2}})(?!\w)"
    found = list(re.finditer(pattern, line.translate(_MISREAD)))
    if not found:
        return "", ""
    name = re.sub(r"(?i)\breceipt\b", "", line[: found[-1].start()]).strip(" \t:;,|·-")
    return name, "-".join(found[-1].groups())
