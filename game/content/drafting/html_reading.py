"""A page in HTML as an article: the text of its paragraphs, without menus, scripts and footers.

The parser of the standard library is enough: a page is only read, and what is broken in it costs a paragraph at most.
"""

import re
from html.parser import HTMLParser

from game.content.drafting.article_text import Article, Block, make_article

_IGNORED = frozenset("script style noscript template nav footer aside form button svg iframe select figure".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data dfn em i kbd mark q s samp small span strong sub sup u var".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_DATES = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "publishdate")
_HOUSES = ("og:site_name", "publisher", "article:publisher", "dc.publisher", "application-name")


class _PageParser(HTMLParser):
    """Collects blocks; whatever stands in an ignored element is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[Block, bool]] = []
        """Each with whether it stands inside an article or the main part of the page."""
        self.named: dict[str, str] = {}
        self.title = ""
        self._ignored: list[str] = []
        self._inside = 0
        self._pieces: list[str] = []
        self._heading = ""
        self._is_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = (given.get("property") or given.get("name") or given.get("itemprop") or "").casefold()
            self.named.setdefault(name, given.get("content", ""))
        elif tag == "time":
            self.named.setdefault("date", given.get("datetime", ""))
        if tag in _IGNORED and tag not in _VOID:
            self._ignored.append(tag)
        elif tag == "br":
            self._pieces.append(" ")
        elif tag not in _INLINE and tag not in _VOID:
            self._end_block()
            self._inside += tag in ("article", "main")
            self._heading = tag if tag in _HEADINGS else ""
            self._is_title = tag == "title"

    def handle_endtag(self, tag: str) -> None:
        # An element that was never closed is closed by whatever closes around it.
        if tag in self._ignored:
            del self._ignored[self._ignored.index(tag) :]
        elif tag not in _INLINE and tag not in _VOID:
            self._end_block()
            self._inside = max(0, self._inside - (tag in ("article", "main")))
            self._heading, self._is_title = "", False

    def handle_data(self, data: str) -> None:
        if not self._ignored:
            self._pieces.append(data)

    def close(self) -> None:
        super().close()
        self._end_block()

    def _end_block(self) -> None:
        text = " ".join("".join(self._pieces).split())
        self._pieces.clear()
        if self._is_title:
            self.title = self.title or text
        elif text:
            self.blocks.append((Block(text, bool(self._heading)), self._inside > 0))


def read_html(text: str) -> Article:
    """The article on a page; where the page marks its article, nothing else."""
    page = _PageParser()
    page.feed(re.sub(r"<!\[CDATA\[|\]\]>", "", text))
    page.close()
    marked = [block for block, is_inside in page.blocks if is_inside]
    date = next((page.named[name] for name in _DATES if page.named.get(name)), "")
    house = next((page.named[name] for name in _HOUSES if page.named.get(name)), "")
    return make_article(marked or [block for block, _ in page.blocks], page.title, date, house)
