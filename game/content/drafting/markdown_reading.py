"""Markdown as an article: rendered by markdown-it, which the screen brings anyway, and read as a page."""

import re

from game.content.drafting.article_text import Article, make_article
from game.content.drafting.html_reading import read_html

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^(title|date|publisher)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE | re.IGNORECASE)


def read_markdown(text: str) -> Article:
    """The article in a text; lines between ``---`` at its top may give title, date and publisher."""
    from markdown_it import MarkdownIt

    head = _FRONT_MATTER.match(text)
    told = {name.casefold(): value.strip("\"'") for name, value in _ENTRY.findall(head[1])} if head else {}
    page = read_html(MarkdownIt("commonmark").render(text[head.end() :] if head else text))
    return make_article(
        page.blocks, told.get("title", page.title), told.get("date", page.date), told.get("publisher", page.publisher)
    )
