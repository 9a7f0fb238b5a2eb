"""Why a file cannot be read, in words for an author who knows no YAML: what is wrong, and what to write instead."""


def describe_tab() -> str:
    """A line that begins with a tab."""
    return "this line begins with a tab; begin it with spaces, and set your editor to write spaces"


def describe_open_quote() -> str:
    """A quote that nothing closes."""
    return "the quote that opens here is not closed; put the same quote at the end of the text"


def describe_inner_quote(quote: str) -> str:
    """A quote inside of a text in the same quotes."""
    instead = '\\"' if quote == '"' else "''"
    return f"the text in quotes ends here, for {quote} closes it; write {instead} inside of it, or curly quotes"


def describe_colon() -> str:
    """A sentence with a colon, without quotes."""
    return 'a text with ": " in it must stand in quotes; put " before its first word and after its last'


def describe_beginning(sign: str) -> str:
    """A text that begins with a sign of YAML."""
    return f'a text that begins with {sign} must stand in quotes; put " before it and after its last word'


def describe_open_bracket() -> str:
    """A bracket that nothing closes."""
    return "the bracket that opens here is not closed; close it, and put texts with a comma in quotes"


def describe_indentation() -> str:
    """A line that stands too far left or right."""
    return "this line does not fit the one before; begin it in the same column as the lines it belongs to"


def describe_mapping_for_text() -> str:
    """A sentence with a colon that was read as a key and its value."""
    return 'a text with ": " in it must stand in quotes'
