"""Reads an article from a file: text, Markdown, a page in HTML, or a document in .docx.

A file is judged by its name and then by its bytes; whatever cannot be read as an article is told in one sentence.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from game.content.drafting.article_text import Article, Block, make_article
from game.core.disk import Unusable, read_file
from game.prose import drafting_messages as messages
from game.prose.file_problems import describe_unusable_file

MAX_ARTICLE_BYTES = 8 * 1024 * 1024
"""Bytes of one file: a page or a document with pictures has no more."""

MAX_ARTICLE_CHARACTERS = 400_000
"""Characters of one article: some sixty thousand words, which is a book."""

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{3,20})""", re.IGNORECASE)


class ArticleError(Exception):
    """Why a file is no article, as a sentence for the author without its full stop."""


def read_article(path: Path) -> Article:
    """The article in a file.

    Raises:
        ArticleError: It cannot be read as one.
    """
    reader = _READERS.get(path.suffix.casefold())
    if reader is None:
        raise ArticleError(messages.describe_unknown_ending(path.suffix, tuple(_READERS)))
    data = read_file(path, MAX_ARTICLE_BYTES)
    if isinstance(data, Unusable):
        raise ArticleError(describe_unusable_file(data.why, data.detail))
    article = reader(data)
    if not any(block.is_told for block in article.blocks):
        raise ArticleError(messages.describe_empty_article())
    if len(article.text) > MAX_ARTICLE_CHARACTERS:
        raise ArticleError(messages.describe_long_article(len(article.text), MAX_ARTICLE_CHARACTERS))
    return article


def _read_text(data: bytes) -> Article:
    lines = [line.strip() for line in _decode(data).splitlines() if line.strip()]
    return make_article(Block(line) for line in lines)


def _read_markdown(data: bytes) -> Article:
    from game.content.drafting.markdown_reading import read_markdown

    return read_markdown(_decode(data))


def _read_html(data: bytes) -> Article:
    from game.content.drafting.html_reading import read_html

    named = _CHARSET.search(data[:4096])
    return read_html(_decode(data, named[1].decode("ascii") if named else ""))


def _read_docx(data: bytes) -> Article:
    from game.content.drafting.docx_reading import read_docx

    article = read_docx(data)
    if article is None:
        raise ArticleError(messages.describe_no_docx())
    return article


def _decode(data: bytes, named: str = "") -> str:
    """The characters of a file: in the code that it names, else in UTF-8 or, with its mark, in UTF-16."""
    code = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else named or "utf-8-sig"
    try:
        text = data.decode("utf-8-sig" if code.casefold() in ("utf8", "utf-8") else code)
    except (UnicodeDecodeError, LookupError) as bad:
        raise ArticleError(messages.describe_wrong_encoding(named or "UTF-8")) from bad
    # Characters that no text has are the sign of a program, a picture or an archive with the name of a text.
    if "\0" in text:
        raise ArticleError(messages.describe_binary())
    return text.replace("\r\n", "\n").replace("\r", "\n")


_READERS: Mapping[str, Callable[[bytes], Article]] = {
    ".txt": _read_text,
    ".text": _read_text,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".docx": _read_docx,
}
"""Ending of a file's name -> what reads it."""
