"""When two texts are the same: one form of Unicode at every door, and one key for pseudonyms.

A Mac's file list gives ``é`` as two characters, most keyboards give one. Compared letter for letter they are two
people, and one person takes an exam with the full time twice.
"""

from unicodedata import normalize


def compose(text: str) -> str:
    """A text in the composed form (NFC), in which it is kept and compared.

    >>> len("Zoe\N{COMBINING ACUTE ACCENT}"), len(compose("Zoe\N{COMBINING ACUTE ACCENT}"))
    (4, 3)
    """
    return normalize("NFC", text)


def tidy(text: str) -> str:
    """A name as typed, composed and with single spaces."""
    return " ".join(compose(text).split())


def pseudonym_key(pseudonym: str) -> str:
    """What two spellings of one pseudonym share: letters and digits alone, whatever their case, width or accents' form.

    A name without a letter or digit keeps its signs, since an empty key would make all such names one person.

    >>> pseudonym_key("Stoker-07") == pseudonym_key("stoker 07") == pseudonym_key("ＳＴＯＫＥＲ０７")
    True
    >>> pseudonym_key("!!") == pseudonym_key("??")
    False
    """
    folded = normalize("NFC", normalize("NFKC", pseudonym).casefold())
    return "".join(character for character in folded if character.isalnum()) or tidy(pseudonym)
