"""When two texts are the same: one form of Unicode for all input, and one key for pseudonyms.

A Mac's file list gives ``é`` as two characters, most keyboards give one. A plain comparison would make two people of
one, and that person could take an exam twice with the full time.
"""

from unicodedata import category, normalize

from game.core.characters import BIDI_CONTROLS


def compose(text: str) -> str:
    """A text in the composed form (NFC), in which it is kept and compared.

    >>> len("Zoe\N{COMBINING ACUTE ACCENT}"), len(compose("Zoe\N{COMBINING ACUTE ACCENT}"))
    (4, 3)
    """
    return normalize("NFC", text)


def tidy(text: str) -> str:
    """A name as typed, composed, with single spaces, and without marks that turn the direction of writing.

    Such marks cannot be seen, and come along when a name is copied out of a chat.
    """
    return " ".join(compose("".join(each for each in text if each not in BIDI_CONTROLS)).split())


def name_key(name: str) -> str:
    """A key that is equal for all spellings of one person's name. Signs count, because an address is a name, too.

    >>> name_key("ZOE\N{COMBINING ACUTE ACCENT} Müller") == name_key("zo\N{LATIN SMALL LETTER E WITH ACUTE}  müller")
    True
    """
    return tidy(tidy(name).casefold())


def pseudonym_key(pseudonym: str) -> str:
    """A key that is the same for all spellings of one pseudonym: only letters and digits, whatever their case or width.

    A name without a letter or digit keeps its signs: with an empty key, all such names would be one person.

    >>> pseudonym_key("Stoker-07") == pseudonym_key("stoker 07") == pseudonym_key("ＳＴＯＫＥＲ０７")
    True
    >>> pseudonym_key("!!") == pseudonym_key("??"), pseudonym_key("राम") == pseudonym_key("रमा")
    (False, False)
    """
    folded = normalize("NFC", normalize("NFKC", pseudonym).casefold())
    # Marks count, too: in Hindi and Thai they are vowels, and two names may differ in nothing else.
    kept = "".join(each for each in folded if category(each)[0] in "LNM")
    # Once more: where a space is taken out, an accent may have come to stand behind a letter.
    return normalize("NFC", kept) or tidy(pseudonym)
